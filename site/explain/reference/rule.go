package reference

import (
	"slices"
	"strings"

	"mingce/calc"
	"mingce/site/explain/phrase"
)

func (w *writer) benefit(i int) Page {
	b := &w.rb.Benefits[i]
	page := Page{Kind: Benefit, ID: b.ID, Title: b.Name}
	page.fact("对象", b.Who)
	page.fact("内容", b.Gives)
	page.cite(b.Cite)
	readings := slices.Clone(b.Readings)
	if b.Amount != nil {
		page.Formula = w.book.Amount(b.Amount)
		page.cite(amountCites(b.Amount)...)
		readings = append(readings, amountReadings(b.Amount)...)
		page.link("按什么计算", w.measures(amountMeasures(b.Amount)))
	} else {
		page.fact("数额", "没有可以计算的数额")
	}
	page.link("条件(须全部符合)", w.needs(b.Needs))
	page.link("依据的口径", w.readings(readings))
	page.Cases = w.casesOfBenefit(i)
	return page
}

// needs links to conditions in the order they are shown.
func (w *writer) needs(ids []string) (out []Link) {
	for _, id := range ids {
		out = append(out, pick(w.rb.Conditions, toCondition, func(c *calc.Condition) bool { return c.ID == id })...)
	}
	return out
}

func amountCites(a *calc.Amount) []calc.Citation {
	out := []calc.Citation{a.Cite}
	for _, t := range a.Tiers {
		out = append(out, t.Cite)
	}
	if s := a.Share; s != nil {
		out = append(out, s.Cite, s.AboveCite, s.FloorCite, s.CapCite)
	}
	if s := a.Step; s != nil {
		out = append(out, s.Cite, s.CapCite)
	}
	for _, b := range a.Bands {
		out = append(out, b.Cite)
	}
	for _, o := range a.Options {
		out = append(out, o.Cite)
	}
	for i := range a.Parts {
		out = append(out, amountCites(&a.Parts[i])...)
	}
	for _, i := range a.Instalments {
		out = append(out, i.Cite)
	}
	return append(out, a.CapCite)
}

func amountReadings(a *calc.Amount) []string {
	out := slices.Clone(a.Readings)
	for i := range a.Parts {
		out = append(out, amountReadings(&a.Parts[i])...)
	}
	return out
}

func amountMeasures(a *calc.Amount) []string {
	out := []string{a.Input}
	for i := range a.Parts {
		out = append(out, amountMeasures(&a.Parts[i])...)
	}
	return out
}

func (w *writer) condition(i int) Page {
	c := &w.rb.Conditions[i]
	page := Page{Kind: Condition, ID: c.ID, Title: c.Words, Formula: []string{w.book.Test(&c.Test)}}
	page.fact("认定部门", c.By)
	page.fact("原则", c.Principle)
	page.cite(c.Cite)
	measures, readings := named(&c.Test)
	page.link("看哪些回答", w.measures(measures))
	page.link("需要它的项目", pick(w.rb.Benefits, toBenefit, func(b *calc.Benefit) bool { return slices.Contains(b.Needs, c.ID) }))
	page.link("依据的口径", w.readings(append(readings, c.Readings...)))
	page.Cases = w.casesOfCondition(i)
	return page
}

// named lists the measures and the readings that a test names.
func named(t *calc.Test) (measures, readings []string) {
	if t.Input != "" {
		measures = append(measures, t.Input)
	}
	if t.Reading != "" {
		readings = append(readings, t.Reading)
	}
	for i := range t.Of {
		m, r := named(&t.Of[i])
		measures, readings = append(measures, m...), append(readings, r...)
	}
	return measures, readings
}

func (w *writer) input(i int) Page {
	in := &w.rb.Inputs[i]
	page := Page{Kind: Input, ID: in.ID, Title: in.Short}
	page.fact("问法", in.Question)
	page.fact("说明", in.Help)
	page.fact("认定部门", in.By)
	switch {
	case in.Kind == calc.Bool:
		page.fact("回答", "是或否")
	case in.Kind == calc.Choice:
		var options []string
		for _, o := range in.Options {
			options = append(options, o.Text)
		}
		page.fact("回答", strings.Join(options, ";"))
	default:
		page.fact("回答", phrase.Quantity(in.Kind, in.Unit, in.Min)+"到"+phrase.Quantity(in.Kind, in.Unit, in.Max))
	}
	page.cite(in.Cite)
	w.usedBy(&page, in.ID)
	page.link("由它推算", pick(w.rb.Derived, toDerived, func(d *calc.Derived) bool { return d.Of == in.ID || d.By == in.ID }))
	page.link("依据的口径", w.readings(in.Readings))
	page.Cases = w.casesOfInput(i)
	return page
}

// usedBy links to the conditions and benefits that a measure decides.
func (w *writer) usedBy(page *Page, id string) {
	page.link("看它的条件", pick(w.rb.Conditions, toCondition, func(c *calc.Condition) bool {
		measures, _ := named(&c.Test)
		return slices.Contains(measures, id)
	}))
	page.link("按它计算的项目", pick(w.rb.Benefits, toBenefit, func(b *calc.Benefit) bool {
		return b.Amount != nil && slices.Contains(amountMeasures(b.Amount), id)
	}))
}

func (w *writer) derived(d *calc.Derived) Page {
	page := Page{Kind: Derived, ID: d.ID, Title: d.Short, Formula: []string{w.book.How(d)}}
	page.cite(d.Cite)
	page.link("由哪些回答推算", w.measures([]string{d.Of, d.By}))
	w.usedBy(&page, d.ID)
	return page
}

func (w *writer) reading(i int) Page {
	r := &w.rb.Readings[i]
	page := Page{Kind: Reading, ID: r.ID, Title: r.Text}
	page.fact("依据", r.Basis)
	page.fact("是否已有定论", map[bool]string{true: "法律已有规定", false: "原文没有写明,以主管部门的解释为准"}[r.Settled])
	for _, o := range r.Alternatives {
		page.fact("另一种读法", o.Text)
	}
	page.cite(r.Cite)
	rests := func(ids []string) bool { return slices.Contains(ids, r.ID) }
	page.link("依据它的条件", pick(w.rb.Conditions, toCondition, func(c *calc.Condition) bool {
		_, readings := named(&c.Test)
		return rests(c.Readings) || rests(readings)
	}))
	page.link("依据它的项目", pick(w.rb.Benefits, toBenefit, func(b *calc.Benefit) bool {
		return rests(b.Readings) || b.Amount != nil && rests(amountReadings(b.Amount))
	}))
	k := &w.rb.Combination
	if rests(k.Readings) || slices.ContainsFunc(k.Variants, func(v calc.Variant) bool { return v.Reading == r.ID }) {
		page.link("依据它的合成方式", []Link{w.toCombination()})
	}
	if rests(w.rb.Always) {
		page.fact("适用", "每一个测算结果都依据它")
	}
	page.Cases = w.casesOfReading(i)
	return page
}

func (w *writer) toCombination() Link {
	return Link{Combination, "award", w.rb.Combination.Principle}
}

func (w *writer) combination() Page {
	k := &w.rb.Combination
	page := Page{Kind: Combination, ID: "award", Title: k.Principle, Formula: []string{w.book.Group(&k.Group)}}
	readings := slices.Clone(k.Readings)
	for _, v := range k.Variants {
		page.Formula = append(page.Formula, w.book.Reading(v.Reading, v.Alternative)+":"+w.book.Group(&v.Group))
		readings = append(readings, v.Reading)
	}
	page.cite(k.Cite)
	page.link("参加比较的项目", pick(w.rb.Benefits, toBenefit, func(b *calc.Benefit) bool { return b.Amount != nil }))
	page.link("依据的口径", w.readings(readings))
	page.Cases = w.casesOfCombination()
	return page
}
