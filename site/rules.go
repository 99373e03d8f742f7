package site

import (
	"mingce/calc"
	"mingce/site/explain/reference"
	"mingce/site/output"
	"mingce/site/page"
)

// manual is what the pages on the rules of a policy share.
func manual(e entry, d page.Doc) page.Manual {
	return page.Manual{
		Doc: d, Version: e.version, InForce: page.During(e.rules.InForce),
		Rules: d.Address + "rules/", Coverage: d.Address + "coverage/", Batch: d.Sheet + "batch/",
	}
}

// ruled gives a page on rules its style and its place.
func (b *builder) ruled(address, title, description string, d page.Doc, trail ...page.Link) page.Frame {
	trail = append([]page.Link{{Text: "政策文件", To: "policies/"}, {Text: d.Number, To: d.Address}}, trail...)
	f := b.framed(address, title, description, trail...)
	f.Look.Early = []page.Resource{b.look.Resource("rules.css")}
	column(&f, "政策文件", "本站公布的政策文件目录。")
	return f
}

// rules makes the pages for those who review the rules of a policy: all of
// them, one on each benefit, and the text with the rules that stand on it.
func (b *builder) rules(e entry, d page.Doc) {
	m := manual(e, d)
	all := page.Catalogue{Manual: m, Frame: b.ruled(m.Rules, "规则一览",
		"按"+d.Number+"写成的全部规则:项目、条件、要填的情况和解释口径,每一条都注明依据的原文。", d, page.Link{Text: "规则一览"})}
	all.FillCatalogue(e.rules, e.doc)
	b.add(m.Rules, "rules", e.doc.File, output.Page, all).Length = e.length / 2
	pages := reference.Pages(e.program, e.cases)
	for i := range e.rules.Benefits {
		b.rule(e, m, i, pages)
	}
	c := page.Coverage{Manual: m, Frame: b.ruled(m.Coverage, "原文与规则对照",
		d.Number+"的原文,逐句标明哪些字句写成了规则、哪些没有、为什么。", d, page.Link{Text: "原文与规则对照"})}
	c.FillCoverage(e.rules, e.doc)
	b.add(m.Coverage, "coverage", e.doc.File, output.Page, c).Length = len([]rune(e.doc.Text()))
}

func (b *builder) rule(e entry, m page.Manual, i int, pages []reference.Page) {
	from := &e.rules.Benefits[i]
	address := m.Rules + from.ID + "/"
	r := page.Rule{Manual: m, Frame: b.ruled(address, from.Name+"的规则",
		from.Name+":条件、金额、依据的原文、解释口径和案例。", m.Doc, page.Link{Text: "规则一览", To: m.Rules}, page.Link{Text: from.Name})}
	r.FillRule(e.rules, i, e.doc)
	r.Examples = examples(pages, from)
	b.add(address, "rule", e.doc.File, output.Page, r)
}

// examples are the worked cases that say something of a benefit.
func examples(pages []reference.Page, of *calc.Benefit) (out []page.Example) {
	for _, p := range pages {
		if p.Kind != reference.Benefit || p.ID != of.ID {
			continue
		}
		for _, c := range p.Cases {
			out = append(out, page.Example{Name: c.Name, Award: c.Award, Why: c.Why})
		}
	}
	return out
}
