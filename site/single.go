package site

import (
	"sync"

	"mingce/site/assets"
	"mingce/site/output"
	"mingce/site/page"
	"mingce/site/single"
	"mingce/site/terms"
)

// single makes the calculator page, and with it the same as one file that
// works by itself. The page says how large that file is, so the file is made
// first, of the page without that line.
func (b *builder) single(e entry, d page.Doc, c page.Calculator, module assets.Asset) {
	at := d.Sheet + "offline.html"
	if e.id == b.lead() {
		at = "offline.html"
	}
	p := b.policyFrame(&e, d)
	p.FillText(e.doc, nil, terms.NewMarker(nil)) // what leads elsewhere stays out
	file := sync.OnceValues(func() ([]byte, error) { return b.oneFile(c, p, module) })
	inputs := func() any { return []any{c, p, module.Body, at} }
	b.files = append(b.files,
		output.File{Path: at, Kind: output.Data, Source: e.doc.File, Render: file, Inputs: inputs},
		output.File{
			Path: d.Sheet + "index.html", Kind: output.Calculator, Source: e.doc.File, Length: e.length, Inputs: inputs,
			Render: func() ([]byte, error) {
				body, err := file()
				if err != nil {
					return nil, err
				}
				view := c
				view.Single = &page.OneFile{Address: at, Size: size(len(body))}
				return b.set.Render("calculator", view)
			},
		})
}

// oneFile puts a calculator and its text into one file.
func (b *builder) oneFile(c page.Calculator, p page.Policy, module assets.Asset) ([]byte, error) {
	sheet, err := b.set.Render("calculator", c)
	if err != nil {
		return nil, err
	}
	text, err := b.set.Render("policy", p)
	if err != nil {
		return nil, err
	}
	bodies := map[string][]byte{module.Path: module.Body}
	for _, a := range b.look.All() {
		bodies[a.Path] = a.Body
	}
	held := map[string]single.Held{}
	for name, r := range b.look.Later() {
		held[r.Path] = single.Held{Name: name, Script: b.look.Asset("held-" + name + ".js").Body}
	}
	return single.Make(single.Source{
		Sheet: single.Page{Address: c.Address, HTML: sheet}, Text: single.Page{Address: p.Address, HTML: text},
		BaseURL: b.conf.BaseURL.Value, Title: c.Title + " - " + p.Title, Name: b.conf.Name.Value,
		Loader: b.look.Asset("single.classic.js").Body, Held: held,
		File: func(at string) ([]byte, bool) { body, ok := bodies[at]; return body, ok },
	})
}

// lead is the policy that the first page leads to, if it can be computed; else
// the first that can.
func (b *builder) lead() string {
	first := ""
	for _, e := range b.all.policies {
		switch {
		case e.rules == nil:
		case e.id == b.conf.Home.Value:
			return e.id
		case first == "":
			first = e.id
		}
	}
	return first
}
