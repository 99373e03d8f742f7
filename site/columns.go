package site

import (
	"net/url"

	"mingce/site/article"
	"mingce/site/markdown"
	"mingce/site/output"
	"mingce/site/page"
	"mingce/site/problem"
)

// A columnOf says what a column of articles is called.
type columnOf struct {
	column       article.Column
	title, about string
	empty        string
}

func columnsOf() []columnOf {
	return []columnOf{
		{article.Interpretations, "政策解读", "对政策文件的解读,每篇都注明所解读的文件。", "还没有解读。"},
		{article.News, "工作动态", "与政策文件有关的工作动态。", "还没有动态。"},
		{article.FAQ, "常见问答", "关于政策文件的常见问题,每个回答都引出原文和条款。", "还没有问答。"},
		{article.Topics, "专题", "围绕一件事汇集的文件和文章。", "还没有专题。"},
	}
}

// columns publishes the articles and their lists.
func (b *builder) columns(all *content) {
	b.publishPictures(all)
	for _, c := range columnsOf() {
		s := shelf{address: string(c.column) + "/", title: c.title, about: c.about, empty: c.empty,
			source: all.at(string(c.column)), years: "年份", subject: "主题"}
		var of []*article.Article
		for _, a := range all.articles {
			if a.Column == c.column {
				of = append(of, a)
				s.items = append(s.items, shelved{b.row(all, a), a.Date.Value, a.Subject.Value})
			}
		}
		b.shelf(s)
		for i, a := range of {
			b.article(all, c, of, i)
			_ = a
		}
	}
	b.tags(all)
}

// row is an article in a list.
func (b *builder) row(all *content, a *article.Article) page.Row {
	r := page.Row{Title: a.Title.Value, To: a.Address(), Date: page.DayOf(a.Date.Value), Summary: a.Summary.Value,
		Notes: []string{a.Source.Value}, Tags: b.tagLinks(a)}
	if a.Kind.Set {
		r.Notes = append(r.Notes, a.Kind.Value+"解读", a.Interprets.Value)
	}
	if a.Column == article.FAQ {
		text, _ := a.Text.Render(markdown.Options{}) // its problems are said where its page is made
		for _, h := range text.Headings {
			if h.Level == 2 {
				r.Under = append(r.Under, page.Link{Text: h.Text, To: a.Address() + "#" + h.ID})
			}
		}
	}
	return r
}

// article publishes one article, number i of its column.
func (b *builder) article(all *content, c columnOf, of []*article.Article, i int) {
	a := of[i]
	view := b.articleView(all, c, of, i)
	quoted := all.quoted(a.Policies)
	b.pass(passage{
		address: a.Address(), template: "article", kind: output.Article, source: a.File,
		inputs: func() any { return []any{a.Sum, view, b.picturesOf(a), sums(quoted), b.today} },
		read: func() (*passing, problem.List) {
			r, problems := a.Text.Render(markdown.Options{Root: view.Root, Picture: b.picture(string(a.Column))})
			problems = append(problems, a.Check(r)...)
			problems = append(problems, b.quotes(quoted, r.Quotes)...)
			v := view
			v.Body = r.HTML
			return &passing{address: a.Address(), title: a.Title.Value, view: v, words: r.Words, headings: r.Headings}, problems
		},
	})
}

// articleView is the page of an article without its text.
func (b *builder) articleView(all *content, c columnOf, of []*article.Article, i int) page.Article {
	a := of[i]
	v := page.Article{
		Frame:   b.framed(a.Address(), a.Title.Value, a.Summary.Value, page.Link{Text: c.title, To: string(c.column) + "/"}, page.Link{Text: a.Title.Value}),
		Heading: a.Title.Value, Date: page.DayOf(a.Date.Value), Notes: []string{a.Source.Value}, Tags: b.tagLinks(a), Groups: b.gathered(all, a),
	}
	column(&v.Frame, c.title, c.about)
	writing{a.Title.Value, a.Source.Value, a.Date.Value, a.Tags}.metas(&v.Frame)
	v.Look.Script = []page.Resource{b.look.Resource("article.js")}
	if a.Kind.Set {
		v.Notes = append(v.Notes, a.Kind.Value+"解读")
	}
	if a.Own() {
		v.Own = "本站根据文件原文整理,不是官方解读;以文件原文和主管部门的解释为准。"
	}
	if a.Expires.Set {
		v.Until = page.DateWords(a.Expires.Value)
		v.Over = !b.today.IsZero() && a.Expires.Value.Before(b.today)
	}
	for _, number := range []string{a.Interprets.Value, a.About.Value} {
		if e := all.numbered(number); e != nil {
			v.Document = named(e)
		}
	}
	if u, err := url.Parse(a.Video.Value); a.Video.Set && err == nil {
		v.Video = &page.Link{Text: "观看视频(在 " + u.Host + ",将离开本站)", To: a.Video.Value}
	}
	v.Newer, v.Older = around(of, i)
	return v
}

// around are the articles beside number i.
func around(of []*article.Article, i int) (newer, older *page.Link) {
	link := func(i int) *page.Link {
		if i < 0 || i >= len(of) {
			return nil
		}
		return &page.Link{Text: of[i].Title.Value, To: of[i].Address()}
	}
	return link(i - 1), link(i + 1)
}

// tagLinks are the tags of an article.
func (b *builder) tagLinks(a *article.Article) (out []page.Link) {
	for _, t := range a.Tags {
		out = append(out, page.Link{Text: t.Value, To: "tags/" + termID(b.conf.Tags, t.Value) + "/"})
	}
	return out
}

// tags publishes a list for every tag that is in use.
func (b *builder) tags(all *content) {
	for _, t := range b.conf.Tags {
		s := shelf{address: "tags/" + t.Key.Value + "/", title: "标签:" + t.Value.Value, about: "带有“" + t.Value.Value + "”标签的文章。",
			source: all.at("site.toml"), years: "年份", subject: "主题"}
		for _, a := range all.articles {
			if a.Has(t.Value.Value) {
				s.items = append(s.items, shelved{b.row(all, a), a.Date.Value, a.Subject.Value})
			}
		}
		if len(s.items) > 0 {
			b.shelf(s)
		}
	}
}
