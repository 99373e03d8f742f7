package rulefile

import (
	"slices"

	"mingce/calc"
	"mingce/site/amount"
	"mingce/site/toml"
)

// A limit is one of the four bound words with its value as written.
type limit struct {
	key   string
	side  calc.Side
	value toml.Any
}

func (t *test) bounds() []limit {
	all := []limit{
		{"at_least", calc.AtLeast, t.AtLeast}, {"over", calc.Over, t.Over},
		{"at_most", calc.AtMost, t.AtMost}, {"under", calc.Under, t.Under},
	}
	return slices.DeleteFunc(all, func(b limit) bool { return b.value.Kind == toml.None })
}

// compare reads a test of one input.
func (l *loader) compare(t *test, h *hold) calc.Test {
	if !t.Input.Set {
		l.add(t.Pos, "加上 input = \"…\"", "没有写是哪个问题的答案")
		return calc.Test{}
	}
	in := l.findInput(t.Input)
	if in == nil || l.odd[in.ID] {
		return calc.Test{}
	}
	equal := t.Is.Kind != toml.None || t.IsNot.Kind != toml.None || t.OneOf.Set
	limits := t.bounds()
	switch {
	case !equal && len(limits) == 0:
		l.add(t.Input.Pos, "写 "+proper(in.Kind), "没有写 %s 应当怎样", in.ID)
	case in.Kind.Numeric() && equal, !in.Kind.Numeric() && len(limits) > 0:
		l.add(t.Input.Pos, "写 "+proper(in.Kind), "%s 是%s题,不能这样比较", in.ID, kindWord(in.Kind))
	case equal:
		return calc.Test{Op: calc.OpOneOf, Input: in.ID, Values: l.values(t, in)}
	default:
		return l.within(in, limits, h)
	}
	return calc.Test{}
}

func proper(k calc.Kind) string {
	switch {
	case k.Numeric():
		return "at_least(以上)、over(超过)、at_most(以下)或 under(不足)"
	case k == calc.Bool:
		return "is = true 或 is = false"
	}
	return "is、is_not 或 one_of,值是选项的名称"
}

// within reads the bounds on a number.
func (l *loader) within(in *calc.Input, limits []limit, h *hold) calc.Test {
	var tests []calc.Test
	lo, hi := in.Min, in.Max
	for _, b := range limits {
		s := l.setting(b.key, b.value)
		l.expect(s, h, func(at toml.At[string]) (expected, bool) {
			v, ok := l.quantity(in, at)
			return limiting(in, calc.Bound{Side: b.side, At: v}, at), ok
		})
		v, ok := l.quantity(in, s.now)
		if !ok {
			continue
		}
		bound := calc.Bound{Side: b.side, At: v}
		tests = append(tests, calc.Test{Op: calc.OpBound, Input: in.ID, Bound: bound})
		if v < in.Min || v > in.Max {
			l.add(s.now.Pos, rangeOf(in), "“%s”不在 %s 的范围内", s.now.Value, in.ID)
			continue
		}
		if bound.Holds(in.Min) && bound.Holds(in.Max) {
			l.add(s.now.Pos, rangeOf(in), "这个条件总是成立")
		}
		lo, hi = narrowed(bound, lo, hi)
	}
	if lo > hi && len(tests) == len(limits) {
		l.add(limits[len(limits)-1].value.Pos, rangeOf(in), "没有一个数能满足这里的界限")
	}
	if len(tests) == 1 {
		return tests[0]
	}
	return calc.Test{Op: calc.OpAll, Of: tests}
}

// narrowed is the part of lo to hi in which the bound holds.
func narrowed(b calc.Bound, lo, hi int64) (int64, int64) {
	switch b.Side {
	case calc.AtLeast:
		return max(lo, b.At), hi
	case calc.Over:
		return max(lo, b.At+1), hi
	case calc.AtMost:
		return lo, min(hi, b.At)
	}
	return lo, min(hi, b.At-1)
}

func rangeOf(in *calc.Input) string {
	return "范围是" + amount.Format(in.Kind, in.Unit, in.Min) + "到" + amount.Format(in.Kind, in.Unit, in.Max)
}

// values reads is, is_not and one_of as the values that satisfy.
func (l *loader) values(t *test, in *calc.Input) []int64 {
	var named []int64
	written := 0
	for _, a := range []toml.Any{t.Is, t.IsNot} {
		if a.Kind != toml.None {
			written++
			named = append(named, l.value(in, a)...)
		}
	}
	if t.OneOf.Set {
		written++
		for _, id := range t.OneOf.Value {
			named = append(named, l.value(in, toml.Any{Kind: toml.String, Text: id.Value, Pos: id.Pos})...)
		}
		if len(t.OneOf.Value) == 0 {
			l.add(t.OneOf.Pos, "写上几个选项", "这里是空的")
		}
	}
	if written > 1 {
		l.add(t.Input.Pos, "只留一个", "is、is_not 和 one_of 只能写一个")
	}
	var holding []int64
	for v := range in.Max + 1 {
		if slices.Contains(named, v) != (t.IsNot.Kind != toml.None) {
			holding = append(holding, v)
		}
	}
	if t.OneOf.Set && len(holding) == int(in.Max+1) {
		l.add(t.OneOf.Pos, "列出其中一部分", "列出了全部选项,这个条件总是成立")
	}
	return holding
}

// value reads an answer to a question that is not a number.
func (l *loader) value(in *calc.Input, a toml.Any) []int64 {
	switch {
	case in.Kind == calc.Bool && a.Kind == toml.Bool && a.Bool:
		return []int64{1}
	case in.Kind == calc.Bool && a.Kind == toml.Bool:
		return []int64{0}
	case in.Kind == calc.Bool:
		l.add(a.Pos, "写 true(是)或 false(否),不加引号", "%s 是是否题", in.ID)
	case a.Kind != toml.String:
		l.add(a.Pos, "写选项的名称,放在引号里", "%s 是选择题", in.ID)
	default:
		at := toml.At[string]{Value: a.Text, Pos: a.Pos, Set: true}
		if find(l, at, in.Options, "选项", func(o *calc.Option) string { return o.ID }) != nil {
			return []int64{int64(slices.IndexFunc(in.Options, func(o calc.Option) bool { return o.ID == a.Text }))}
		}
	}
	return nil
}
