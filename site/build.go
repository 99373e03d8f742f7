package site

import (
	"regexp"
	"strings"

	"mingce/calc"
	"mingce/site/assets"
	"mingce/site/output"
	"mingce/site/page"
	"mingce/wasm"
)

var basePath = regexp.MustCompile(`^/([A-Za-z0-9._~-]+/)*$`)

// cleanBase completes a base path with its slashes.
func cleanBase(s string) (string, bool) {
	s = "/" + strings.Trim(s, "/") + "/"
	if s == "//" {
		s = "/"
	}
	return s, basePath.MatchString(s) && !strings.Contains(s, "..")
}

// followAll has a line for every feature that follows the texts.
func (b *builder) followAll() {
	b.findable()
	b.downloads()
}

// pages makes every page of the site.
func (b *builder) pages(all *content) {
	docs := make([]page.Doc, len(all.policies))
	for i, e := range all.policies {
		docs[i] = summary(e)
		b.policy(&all.policies[i], docs[i])
		b.changes(&all.policies[i], docs[i])
		if e.rules != nil {
			b.calculator(e, docs[i])
			b.rules(e, docs[i])
			b.cards(e, docs[i])
			b.glance(e, docs[i])
		}
	}
	b.home(all, docs)
	b.lists(all, docs)
	b.guides(all, docs)
	b.columns(all)
	b.rolls(all)
	for _, w := range all.pages {
		b.text(w, all.at("pages/"+w.id+".md"))
	}
	b.search()
	b.glossary(all)
	b.data(all, docs)
	b.feeds(all, docs)
	b.gallery()
	b.offline(docs)
	b.missing()
	b.sitemap(all)
}

// add publishes a page at an address: the template of a name filled with a
// view, on which alone it may depend.
func (b *builder) add(address, template, source string, kind output.Kind, view any) *output.File {
	b.files = append(b.files, output.File{
		Path: address + "index.html", Kind: kind, Source: source,
		Render: func() ([]byte, error) { return b.set.Render(template, view) },
		Inputs: func() any { return []any{template, view} },
	})
	return &b.files[len(b.files)-1]
}

// framed is what a page at an address has around it. trail is the way to it
// from below the first page.
func (b *builder) framed(address, title, description string, trail ...page.Link) page.Frame {
	f := page.Frame{
		Address: address, Root: page.RootOf(address), Title: title, Description: description, Site: b.frame,
		Look: page.Look{
			Icon: b.look.Resource("icon.svg"), View: b.look.Resource("view.js"), Chosen: b.look.Resource("view.css"),
			Late: []page.Resource{b.look.Resource("site.css")}, Worker: b.look.Resource("register.js"),
		},
	}
	if address != "" {
		f.Crumbs = append([]page.Link{{Text: "首页"}}, trail...)
	}
	if address == "" && len(b.all.policies) > 0 {
		f.Feed = "atom.xml"
	}
	first(&f, b.look.Inline("first"))
	b.metas(&f)
	return f
}

// first gives a page the style of its first screen.
func first(f *page.Frame, style assets.Inline) {
	f.Look.Inline, f.Look.Policy = style.CSS, style.Policy
}

func (b *builder) home(all *content, docs []page.Doc) {
	h := page.Home{
		Frame:    b.framed("", b.conf.Name.Value, b.conf.Description.Value),
		Heading:  page.Widen(b.conf.Heading.Value),
		Sentence: b.conf.Sentence.Value,
	}
	first(&h.Frame, b.look.Inline("first-home"))
	for i, e := range all.policies {
		if want := b.conf.Home.Value; want != "" && want != e.id {
			continue
		}
		h.Lead, h.Ways = &docs[i], ways(&all.policies[i])
		if e.rules != nil {
			h.Awards = awards(e.rules, docs[i])
		}
		break
	}
	h.Updates = updates(all, docs)
	b.add("", "home", all.at("site.toml"), output.Home, h)
}

// awards lists the benefits that carry an amount.
func awards(rules *calc.Rulebook, d page.Doc) []page.Award {
	var out []page.Award
	for _, v := range rules.Benefits {
		if v.Amount != nil {
			out = append(out, page.Award{Name: v.Name, Who: v.Who, Most: page.Most(v.Amount), Address: d.Card(v.ID)})
		}
	}
	return out
}

func (b *builder) text(w written, source string) {
	address := w.id + "/"
	t := page.Text{Frame: b.framed(address, w.page.Title.Value, w.page.Description.Value, page.Link{Text: w.page.Title.Value})}
	b.files = append(b.files, output.File{
		Path: address + "index.html", Kind: output.Page, Source: source,
		Inputs: func() any { return []any{t, w.page} },
		Render: func() (_ []byte, err error) {
			view := t
			if view.Body, err = w.page.HTML(view.Root); err != nil {
				return nil, err
			}
			return b.set.Render("text", view)
		},
	})
}

// missing is shown by servers for any wrong address, so its links start at
// the root of the host.
func (b *builder) missing() {
	m := page.Missing{Frame: b.framed("404/", "没有这个页面", "这个地址没有页面。", page.Link{Text: "没有这个页面"})}
	m.Root, m.Canonical = b.base, ""
	b.files = append(b.files, output.File{
		Path: "404.html", Kind: output.NotFound, Source: "404.html",
		Render: func() ([]byte, error) { return b.set.Render("missing", m) },
		Inputs: func() any { return m },
	})
}

func summary(e entry) page.Doc {
	m := e.doc.Meta
	d := page.Doc{
		ID: e.id, Title: m.Title.Value, Number: m.Number.Value, Issuer: m.Issuer.Value,
		Signed: page.DateWords(m.Signed.Value), Address: "policies/" + e.id + "/",
	}
	if e.rules != nil {
		d.Sheet = d.Address + "calculator/"
	}
	return d
}

func (b *builder) calculator(e entry, d page.Doc) {
	module := assets.New("calculator-"+e.id, ".wasm", wasm.Compile(e.program))
	b.asset(module)
	c := page.Calculator{
		Frame: b.framed(d.Sheet, "测一测能拿多少", "按"+d.Number+"整理的奖补自测表:条件、金额、依据的条款,边填边算,结果仅供参考。",
			page.Link{Text: "政策文件", To: "policies/"}, page.Link{Text: d.Number, To: d.Address}, page.Link{Text: "测一测"}),
		Manual: manual(e, d), Module: module.Resource,
	}
	c.FillSheet(e.program, e.doc, d.Address)
	if e.guide != nil {
		c.FillApply(e.guide, e.rules, e.doc)
	}
	c.Later = b.look.Later()
	first(&c.Frame, b.look.Inline("first-sheet"))
	c.Look.Early = []page.Resource{b.look.Resource("calculator.css")}
	c.Look.Script = []page.Resource{b.look.Resource("calculator.js")}
	c.Look.Fetch = []page.Resource{module.Resource}
	column(&c.Frame, "政策文件", "本站公布的政策文件目录。")
	b.single(e, d, c, module)
	b.batch(e, d, c.Module)
}
