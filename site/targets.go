package site

import (
	"slices"

	"mingce/site/article"
	"mingce/site/page"
	"mingce/site/problem"
	"mingce/site/roll"
	"mingce/site/toml"
)

// targets holds what articles and lists name to what there is.
func (c *content) targets() {
	for _, a := range c.articles {
		for _, number := range append([]toml.At[string]{a.Interprets, a.About}, a.Documents...) {
			c.target(number)
		}
		for _, to := range a.Articles {
			if !slices.ContainsFunc(c.articles, func(o *article.Article) bool { return "/"+o.Address() == to.Value }) {
				c.problems.Add(to.Pos, "没有地址是 "+to.Value+" 的文章", "写文章的地址,前后都有斜杠,如 /news/2024-1/")
			}
		}
	}
	for _, r := range c.lists {
		c.target(r.Period.Policy)
		c.reckon(r)
	}
}

// reckon adds up what a notice grants, and holds it to the rules.
func (c *content) reckon(r *roll.Roll) {
	if !r.Notice {
		return
	}
	var known []string
	if e := c.numbered(r.Period.Policy.Value); e != nil && e.rules != nil {
		for _, v := range e.rules.Benefits {
			known = append(known, v.Name)
		}
	}
	*c.problems = append(*c.problems, r.Reckon(known)...)
}

// target holds that a document number is one of this site.
func (c *content) target(number toml.At[string]) {
	if !number.Set || c.numbered(number.Value) != nil {
		return
	}
	var known []string
	for _, e := range c.policies {
		known = append(known, e.doc.Meta.Number.Value)
	}
	hint := "写本站一份文件的发文字号"
	if near, ok := problem.Closest(number.Value, known); ok {
		hint = "是否想写 " + near + "?" + hint
	}
	c.problems.Add(number.Pos, "没有文号是 "+number.Value+" 的文件", hint)
}

// gathered is what a topic gathers.
func (b *builder) gathered(all *content, a *article.Article) (out []page.Gathered) {
	var documents, articles page.Gathered
	documents.Name, articles.Name = "政策文件", "文章"
	for _, d := range a.Documents {
		if e := all.numbered(d.Value); e != nil {
			documents.Links = append(documents.Links, page.Link{Text: e.doc.Meta.Title.Value + "(" + d.Value + ")", To: "policies/" + e.id + "/"})
		}
	}
	for _, o := range all.articles {
		named := slices.ContainsFunc(a.Articles, func(to toml.At[string]) bool { return to.Value == "/"+o.Address() })
		tagged := slices.ContainsFunc(a.Gather, func(t toml.At[string]) bool { return o.Has(t.Value) })
		if o != a && (named || tagged) {
			articles.Links = append(articles.Links, page.Link{Text: o.Title.Value, To: o.Address()})
		}
	}
	for _, g := range []page.Gathered{documents, articles} {
		if len(g.Links) > 0 {
			out = append(out, g)
		}
	}
	return out
}

// articlesOn adds to a policy's page the articles and lists that name it. Each
// is said on one side only.
func (b *builder) articlesOn(e *entry, p *page.Policy) {
	number := e.doc.Meta.Number.Value
	for _, a := range b.all.articles {
		d := page.RelatedDoc{Title: a.Title.Value, To: a.Address()}
		if a.Own() {
			d.Number = article.OwnSource
		}
		switch {
		case a.Interprets.Value == number:
			p.Relate(page.Interpretation, d)
		case a.About.Value == number:
			p.Relate(page.Answers, d)
		case slices.ContainsFunc(a.Documents, func(n toml.At[string]) bool { return n.Value == number }):
			p.Relate(page.Topics, d)
		}
	}
	for _, r := range b.all.lists {
		if r.Period.Policy.Value == number {
			p.Relate(page.Notices, page.RelatedDoc{Title: r.Facts.Title.Value, To: rollAddress(r)})
		}
	}
}
