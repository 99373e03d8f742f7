package rulefile

import (
	"mingce/calc"
	"mingce/site/amount"
	"mingce/site/toml"
)

func (l *loader) tiers(src *tiers, clause toml.At[string], all *hold) *calc.Amount {
	a := &calc.Amount{Input: src.Of.Value, Readings: l.restsOn(src.RestsOn)}
	in := l.findInput(src.Of)
	if in == nil || l.odd[in.ID] {
		return a
	}
	if !in.Kind.Numeric() {
		l.add(src.Of.Pos, "of 写一个用数回答的题", "%s 是%s题,不能分档", in.ID, kindWord(in.Kind))
		return a
	}
	if src.Steps.Set && len(src.Steps.Value) == 0 {
		l.add(src.Steps.Pos, "写上 { at_least = …, under = …, pay = …, quote = … }", "没有写各档")
	}
	steps := src.Steps.Value
	for i := range steps {
		t, ok := l.step(in, &steps[i], i == len(steps)-1, clause, all)
		if ok {
			l.joins(in, a.Tiers, t, &steps[i])
		}
		a.Tiers = append(a.Tiers, t)
		if i < len(steps)-1 && steps[i].Under.Kind == toml.None && ok {
			l.add(steps[i].Pos, "加上 under,等于下一档的 at_least", "这一档没有写到哪里为止")
		}
	}
	return a
}

// step reads one tier and holds it to its quote. The upper end may be left to
// the next tier, but not that of the last; and a lower end that is the least
// answer need not be written.
func (l *loader) step(in *calc.Input, src *step, last bool, clause toml.At[string], all *hold) (calc.Tier, bool) {
	l.line()
	t := calc.Tier{Under: calc.NoLimit}
	var h hold
	from, v, ok := l.mark("at_least", src.AtLeast, in, calc.AtLeast, false, &h)
	if t.From = v; len(h) > 0 {
		h[0].implied = v == in.Min
	}
	bounded := src.Under.Kind != toml.None
	var under setting
	if bounded {
		before := len(h)
		s, end, read := l.mark("under", src.Under, in, calc.Under, false, &h)
		under, t.Under, ok = s, end, ok && read
		if len(h) > before {
			h[before].implied = !last
		}
	}
	pay, paid := l.pay("pay", src.Pay, &h)
	t.Pay = pay
	t.Cite = l.stands(citation{src.Clause, src.Quote}.under(clause))
	if !ok {
		return t, false
	}
	if t.From < in.Min || t.From > in.Max {
		l.add(from.now.Pos, rangeOf(in), "“%s”不在 %s 的范围内", from.now.Value, in.ID)
	}
	if bounded && t.Under > in.Max {
		l.add(under.now.Pos, rangeOf(in), "“%s”不在 %s 的范围内", under.now.Value, in.ID)
	}
	if t.Under <= t.From {
		l.add(under.now.Pos, "under 应当大于 at_least", "这一档是空的")
	}
	if paid {
		l.holdQuote(src.Quote, h, all)
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
	at := src.AtLeast.Pos
	switch {
	case last.Under == calc.NoLimit || last.Under <= last.From:
	case t.From <= last.From:
		l.add(at, "各档从小到大写", "这一档不在上一档之后")
	case t.From > last.Under:
		l.add(at, "写成上一档的 under:"+say(last.Under), "两档之间有空缺:%s哪一档也不在", say(last.Under))
	case t.From < last.Under:
		l.add(at, "写成上一档的 under:"+say(last.Under), "与上一档重叠:%s两档都在", say(t.From))
	}
}
