package rulefile

import (
	"slices"

	"mingce/calc"
	"mingce/site/amount"
	"mingce/site/toml"
)

// limits appends to a benefit the condition that what its tiers measure lies
// within them: who pays out nothing below the first tier is not eligible
// there. Ids are those of the benefit with -floor and -ceiling.
func (l *loader) limits(b *calc.Benefit, key toml.At[string]) {
	if b.Amount == nil || len(b.Amount.Tiers) == 0 {
		return
	}
	in := l.measured(b.Amount.Input)
	if in == nil {
		return
	}
	first, last := b.Amount.Tiers[0], b.Amount.Tiers[len(b.Amount.Tiers)-1]
	if first.From > in.Min {
		l.limit(b, key, "floor", in, calc.Bound{Side: calc.AtLeast, At: first.From}, first.Cite)
	}
	if last.Under != calc.NoLimit && last.Under <= in.Max {
		l.limit(b, key, "ceiling", in, calc.Bound{Side: calc.Under, At: last.Under}, last.Cite)
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
	if slices.ContainsFunc(l.rb.Conditions, func(other calc.Condition) bool { return other.ID == c.ID }) {
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
	var h hold
	h.expect(in, bound, toml.At[string]{})
	for _, f := range placedFigures(cite.Quote, l.counted()) {
		if !h[0].agrees(&f.figure) {
			continue
		}
		short := string([]rune(cite.Quote)[:f.to])
		if clause, ok := l.doc.Clause(cite.Clause); ok && len(clause.Locate(short)) == 1 {
			return calc.Citation{Clause: cite.Clause, Quote: short}
		}
	}
	return cite
}
