package site

import (
	"mingce/site/output"
	"mingce/site/page"
	"mingce/site/parts"
)

// gallery makes the page that shows every interface part in every example.
func (b *builder) gallery() {
	const title = "界面部件"
	g := page.Gallery{Frame: b.framed("gallery/", title, "本站页面由哪些部件拼成,每个部件在各种情形下的样子。", page.Link{Text: title})}
	g.AddMeta("robots", "noindex")
	g.Look.Early = []page.Resource{b.look.Resource("gallery.css")}
	g.Look.Script = []page.Resource{b.look.Resource("gallery.js")}
	b.files = append(b.files, output.File{
		Path: "gallery/index.html", Kind: output.Page, Source: "site/parts",
		Render: func() (_ []byte, err error) {
			view := g
			if view.Parts, err = b.shown(); err != nil {
				return nil, err
			}
			return b.set.Render("gallery", view)
		},
	})
}

// shown renders the examples of all parts.
func (b *builder) shown() (out []page.Shown, err error) {
	for _, p := range parts.Table() {
		s := page.Shown{Name: p.Name, Use: p.Use}
		examples, err := p.Examples()
		if err != nil {
			return nil, err
		}
		for _, e := range examples {
			body, err := b.set.Part(p.Name, e.It)
			if err != nil {
				return nil, err
			}
			s.Examples = append(s.Examples, page.Shot{Name: e.Name, Body: body})
		}
		out = append(out, s)
	}
	return out, nil
}
