package site

import (
	"slices"

	"mingce/calc"
	"mingce/site/explain/phrase"
	"mingce/site/output"
	"mingce/site/page"
	"mingce/site/rulefile"
)

// cards makes the 明白卡 of every benefit of a policy, at page.Doc.Card.
func (b *builder) cards(e entry, d page.Doc) {
	cases := worked(e)
	for i := range e.rules.Benefits {
		from := &e.rules.Benefits[i]
		address := d.Card(from.ID)
		c := page.Card{Manual: manual(e, d), Frame: b.framed(address, from.Name+"明白卡",
			from.Name+":给谁、什么条件、给多少、怎样申报,依据"+d.Number+"。",
			page.Link{Text: "政策文件", To: "policies/"}, page.Link{Text: d.Number, To: d.Address}, page.Link{Text: from.Name})}
		c.FillCard(e.program, i, e.doc, cases)
		c.Apply = page.ApplyFor(e.guide, from.ID, e.rules, e.doc, d)
		c.ShareOf(from, e.rules, e.doc, b.absolute(address))
		b.pictured(&c.Frame)
		c.Look.Early = []page.Resource{b.look.Resource("cards.css")}
		column(&c.Frame, "政策文件", "本站公布的政策文件目录。")
		b.add(address, "card", e.doc.File, output.Page, c)
	}
}

// worked are the cases of a policy as pages show them.
func worked(e entry) []page.Worked {
	out := make([]page.Worked, 0, len(e.cases))
	for i := range e.cases {
		k := &e.cases[i]
		w := page.Worked{
			Example: page.Example{Name: k.Name, Why: k.Why, Award: phrase.Range(k.Min, k.Max)},
			Award:   -1, Pays: k.Pays, Plain: plain(e.rules, k),
		}
		if k.Min == k.Max {
			w.Award = k.Min
		}
		w.Of = append(w.Of, k.Pays...)
		for _, s := range k.States {
			if !slices.Contains(w.Of, s.Benefit) {
				w.Of = append(w.Of, s.Benefit)
			}
		}
		out = append(out, w)
	}
	return out
}

// plain reports whether a case is worked under the readings taken.
func plain(rules *calc.Rulebook, k *rulefile.Case) bool {
	for _, v := range k.Situation[len(rules.Inputs):] {
		if v != 0 {
			return false
		}
	}
	return true
}
