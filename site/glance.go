package site

import (
	"strings"

	"mingce/site/output"
	"mingce/site/page"
)

// glance makes the page of a policy in one picture, at page.Doc.Glance.
func (b *builder) glance(e entry, d page.Doc) {
	address := d.Glance()
	g := page.Glance{Doc: d, Frame: b.framed(address, "一图读懂"+d.Number,
		"一张图读懂"+d.Number+":能拿多少、几条原则、怎样申报、要达到的目标。",
		page.Link{Text: "政策文件", To: "policies/"}, page.Link{Text: d.Number, To: d.Address}, page.Link{Text: "一图读懂"})}
	g.FillGlance(e.program, e.doc, e.goals, e.guide, b.absolute(d.Address))
	g.Ways = ways(&e)[1:] // without this page
	g.Look.Early = []page.Resource{b.look.Resource("glance.css")}
	b.pictured(&g.Frame)
	column(&g.Frame, "政策文件", "本站公布的政策文件目录。")
	b.add(address, "glance", e.doc.File, output.Page, g)
}

// absolute is the full address of a page, for QR codes; empty while the site
// has no address of its own.
func (b *builder) absolute(address string) string {
	if base := b.conf.BaseURL.Value; base != "" {
		return base + address
	}
	return ""
}

// pictured lets a page save its pictures as images. The script draws the SVG
// from a data: address, and shows the image from one: a long press in WeChat
// saves no other. data: as an image runs nothing, and nothing else may use it.
func (b *builder) pictured(f *page.Frame) {
	f.Look.Script = append(f.Look.Script, b.look.Resource("poster.js"))
	f.Look.Policy = strings.Replace(f.Look.Policy, "img-src 'self'", "img-src 'self' data:", 1)
}
