package rulefile

import (
	"mingce/calc"
	"mingce/site/amount"
	"mingce/site/toml"
)

// limits appends to a benefit the conditions that what its amount measures is
// enough to be paid anything: that it lies within the tiers, above the
// threshold of a share or the first band, or fills a step. Who is paid nothing
// for too little is not eligible. Ids are those of the benefit with -floor and
// -ceiling.
func (l *loader) limits(b *calc.Benefit, key toml.At[string]) {
	a := b.Amount
	if a == nil || a.Input == "" {
		return
	}
	in := l.measured(a.Input)
	if in == nil {
		return
	}
	floor := func(side calc.Side, at int64, cite calc.Citation) {
		if bound := (calc.Bound{Side: side, At: at}); !bound.Holds(in.Min) && bound.Holds(in.Max) {
			l.limit(b, key, "floor", in, bound, cite)
		}
	}
	switch {
	case len(a.Tiers) > 0:
		floor(calc.AtLeast, a.Tiers[0].From, a.Tiers[0].Cite)
		if last := a.Tiers[len(a.Tiers)-1]; last.Under <= in.Max {
			l.limit(b, key, "ceiling", in, calc.Bound{Side: calc.Under, At: last.Under}, last.Cite)
		}
	case a.Step != nil:
		floor(calc.AtLeast, a.Step.Every, a.Step.Cite)
	case a.Share != nil && a.Share.Above > in.Min:
		floor(calc.Over, a.Share.Above, a.Share.AboveCite)
	case len(a.Bands) > 0 && a.Bands[0].From > in.Min:
		floor(calc.Over, a.Bands[0].From, a.Bands[0].Cite)
	}
}

func (l *loader) limit(b *calc.Benefit, key toml.At[string], end string, in *calc.Input, bound calc.Bound, cite calc.Citation) {
	c := calc.Condition{
		ID:       b.ID + "-" + end,
		Words:    in.Short + boundWords(in, bound),
		Cite:     l.narrow(cite, in, bound),
		Test:     calc.Test{Op: calc.OpBound, Input: in.ID, Bound: bound},
		By:       in.By,
		Readings: b.Amount.Readings,
	}
	if l.conditionOf(c.ID) != nil {
		l.add(key.Pos, "给那个条件换一个名称", "条件 %s 的名称留给这个项目的分档界限", c.ID)
		return
	}
	l.rb.Conditions = append(l.rb.Conditions, c)
	b.Needs = append(b.Needs, c.ID)
}

// boundWords is a bound as people say it behind what is measured: 年交易额
// 在1亿元以上, 年交易额不足5亿元.
func boundWords(in *calc.Input, b calc.Bound) string {
	v := amount.Format(in.Kind, in.Unit, b.At)
	switch b.Side {
	case calc.AtLeast:
		return "在" + v + "以上"
	case calc.Over:
		return "超过" + v
	case calc.AtMost:
		return "不超过" + v
	}
	return "不足" + v
}

// narrow cuts a quote to its part up to the words of the bound, if that part
// too stands in the clause once.
func (l *loader) narrow(cite calc.Citation, in *calc.Input, bound calc.Bound) calc.Citation {
	e := limiting(in, bound, toml.At[string]{})
	for _, f := range placedFigures(cite.Quote, l.units()) {
		if !e.agrees(&f.figure) {
			continue
		}
		short := string([]rune(cite.Quote)[:f.to])
		if clause, ok := l.doc.Clause(cite.Clause); ok && len(clause.Locate(short)) == 1 {
			return calc.Citation{Clause: cite.Clause, Quote: short}
		}
	}
	return cite
}
