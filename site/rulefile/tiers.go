package rulefile

import (
	"mingce/calc"
	"mingce/site/amount"
)

func (l *loader) tiers(b *benefit, all *hold) *calc.Amount {
	src := b.Tiers
	a := &calc.Amount{Input: src.Of.Value, Readings: l.restsOn(src.RestsOn)}
	in := l.findInput(src.Of)
	if in == nil || l.odd[in.ID] {
		return a
	}
	if !in.Kind.Numeric() {
		l.add(src.Of.Pos, "of 写一个用数回答的题", "%s 是%s题,不能分档", in.ID, answers()[in.Kind])
		return a
	}
	if src.Steps.Set && len(src.Steps.Value) == 0 {
		l.add(src.Steps.Pos, "写上 { at_least = …, under = …, pay = …, quote = … }", "没有写各档")
	}
	steps := src.Steps.Value
	for i := range steps {
		t, ok := l.step(b, in, &steps[i])
		if ok {
			l.joins(in, a.Tiers, t, &steps[i])
			l.holdStep(in, t, steps[i:], all)
		}
		a.Tiers = append(a.Tiers, t)
		if i < len(steps)-1 && !steps[i].Under.Set && ok {
			l.add(steps[i].Pos, "加上 under,等于下一档的 at_least", "这一档没有写到哪里为止")
		}
	}
	return a
}

// step reads one tier by itself.
func (l *loader) step(b *benefit, in *calc.Input, src *step) (calc.Tier, bool) {
	t := calc.Tier{Under: calc.NoLimit, Cite: l.cite(citation{src.Clause, src.Quote}.under(b.Clause))}
	from, ok := l.quantity(in, src.AtLeast)
	t.From = from
	if src.Under.Set {
		under, read := l.quantity(in, src.Under)
		t.Under, ok = under, ok && read
	}
	pay, paid := l.money(src.Pay)
	t.Pay = pay
	if !ok {
		return t, false
	}
	if t.From < in.Min || t.From > in.Max {
		l.add(src.AtLeast.Pos, rangeOf(in), "“%s”不在 %s 的范围内", src.AtLeast.Value, in.ID)
	}
	if src.Under.Set && t.Under > in.Max {
		l.add(src.Under.Pos, rangeOf(in), "“%s”不在 %s 的范围内", src.Under.Value, in.ID)
	}
	if t.Under <= t.From {
		l.add(src.Under.Pos, "under 应当大于 at_least", "这一档是空的")
	}
	return t, paid
}

// joins holds a tier to the one before it: no gap, no overlap, ascending.
func (l *loader) joins(in *calc.Input, before []calc.Tier, t calc.Tier, src *step) {
	if len(before) == 0 {
		return
	}
	last := before[len(before)-1]
	say := func(v int64) string { return amount.Format(in.Kind, in.Unit, v) }
	switch {
	case last.Under == calc.NoLimit || last.Under <= last.From:
	case t.From <= last.From:
		l.add(src.AtLeast.Pos, "各档从小到大写", "这一档不在上一档之后")
	case t.From > last.Under:
		l.add(src.AtLeast.Pos, "写成上一档的 under:"+say(last.Under), "两档之间有空缺:%s哪一档也不在", say(last.Under))
	case t.From < last.Under:
		l.add(src.AtLeast.Pos, "写成上一档的 under:"+say(last.Under), "与上一档重叠:%s两档都在", say(t.From))
	}
}

// holdStep holds a tier to its quote. The upper end may be left to the next
// tier, but not that of the last; and a lower end that is the least answer need not be written.
func (l *loader) holdStep(in *calc.Input, t calc.Tier, from []step, all *hold) {
	src := &from[0]
	var h hold
	h.expect(in, calc.Bound{Side: calc.AtLeast, At: t.From}, src.AtLeast)
	h.last().implied = t.From == in.Min
	if src.Under.Set {
		h.expect(in, calc.Bound{Side: calc.Under, At: t.Under}, src.Under)
		h.last().implied = len(from) > 1
	}
	h.pay(t.Pay, src.Pay)
	l.holdQuote(src.Quote, h, all)
}
