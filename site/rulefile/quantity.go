package rulefile

import (
	"math/big"
	"slices"

	"mingce/calc"
	"mingce/site/toml"
)

// A way is one of the four ways to derive a quantity, with the two inputs as
// written.
type way struct {
	key string
	how calc.Derivation
	toml.At[[]toml.At[string]]
}

func (q *quantity) ways() []way {
	all := []way{
		{"difference", calc.Difference, q.Difference}, {"ratio", calc.Ratio, q.Ratio},
		{"growth", calc.Growth, q.Growth}, {"product", calc.Product, q.Product},
	}
	return slices.DeleteFunc(all, func(w way) bool { return !w.Set })
}

// derive reads a quantity. It is then compared and paid for like an input.
func (l *loader) derive(f *toml.Field[quantity]) {
	src := &f.Value
	d := calc.Derived{ID: l.id(f.Key), Short: l.words(src.Short), Cite: l.mention(src.citation)}
	measure := calc.Input{ID: d.ID, Short: d.Short, Kind: calc.Money, Max: calc.MaxValue}
	if slices.ContainsFunc(l.measures, func(in calc.Input) bool { return in.ID == d.ID }) {
		l.add(f.Key.Pos, "换一个名称", "已经有一个问题叫 %s", d.ID)
	}
	ways := src.ways()
	if len(ways) != 1 {
		l.add(f.Key.Pos, "写 difference(差)、ratio(占比)、growth(增长率)或 product(折算)中的一种", "没有写怎样计算,或写了两种")
		l.odd[d.ID] = true
	} else if !l.pair(&d, &measure, ways[0]) {
		l.odd[d.ID] = true
	}
	l.rb.Derived = append(l.rb.Derived, d)
	l.measures = append(l.measures, measure)
}

// pair resolves the two inputs and finds what their derived quantity measures.
func (l *loader) pair(d *calc.Derived, measure *calc.Input, w way) bool {
	if len(w.Value) != 2 {
		l.add(w.Pos, "写成 "+w.key+" = [\"前一个\", \"后一个\"]", "这里要写两个问题")
		return false
	}
	d.How = w.how
	asked := func(id toml.At[string]) *calc.Input {
		in := find(l, id, l.rb.Inputs, "问题", func(in *calc.Input) string { return in.ID })
		if in == nil || l.odd[in.ID] {
			return nil
		}
		l.used["input "+in.ID] = true
		return in
	}
	of, by := asked(w.Value[0]), asked(w.Value[1])
	if of == nil || by == nil {
		return false
	}
	d.Of, d.By = of.ID, by.ID
	if of.By == by.By {
		measure.By = of.By
	}
	return l.fits(w, of, by) && l.reach(measure, w, of, by)
}

// fits holds the two inputs to be of kinds that can be reckoned with.
func (l *loader) fits(w way, of, by *calc.Input) bool {
	first, second := w.Value[0], w.Value[1]
	switch {
	case !of.Kind.Numeric():
		l.add(first.Pos, "写用数回答的题", "%s 是%s题,不能计算", of.ID, kindWord(of.Kind))
	case !by.Kind.Numeric():
		l.add(second.Pos, "写用数回答的题", "%s 是%s题,不能计算", by.ID, kindWord(by.Kind))
	case w.how == calc.Product && (of.Kind != calc.Money || of.Unit == ""):
		l.add(first.Pos, "前一个写外币金额题,如 answer = \"金额\"、unit = \"美元\"", "%s 不是外币金额", of.ID)
	case w.how == calc.Product && by.Kind != calc.Rate:
		l.add(second.Pos, "后一个写汇率题", "%s 是%s题,不是汇率", by.ID, kindWord(by.Kind))
	case w.how == calc.Product:
		return true
	case of.Kind != by.Kind || of.Unit != by.Unit:
		l.add(w.Pos, "写单位相同的两个题", "%s 和 %s 的单位不同,不能比较", of.ID, by.ID)
	case of.Kind == calc.Date && w.how != calc.Difference:
		l.add(w.Pos, "两个日期只能相减:difference = [\"后面的日期\", \"前面的日期\"]", "日期没有比率")
	case w.how != calc.Difference && by.Min <= 0:
		l.add(second.Pos, "给 "+by.ID+" 写大于0的 min", "%s 可能是0,不能做除数", by.ID)
	default:
		return true
	}
	return false
}

// reach finds the kind and the range of a derived quantity.
func (l *loader) reach(m *calc.Input, w way, of, by *calc.Input) bool {
	m.Kind, m.Unit = of.Kind, of.Unit
	switch w.how {
	case calc.Difference:
		m.Min, m.Max = of.Min-by.Max, of.Max-by.Min
		if of.Kind == calc.Date {
			m.Kind = calc.Span
		}
	case calc.Product:
		m.Unit = ""
		if of.Max/10_000+1 > calc.MaxValue/max(by.Max, 1) {
			l.add(w.Pos, "把金额或汇率的 max 写小一些", "折算出来的金额可能太大")
			return false
		}
		m.Min, m.Max = quotient(of.Min, by.Min, 10_000), quotient(of.Max, by.Max, 10_000)
	default:
		const whole = 10_000 // hundredths of a percent
		m.Kind, m.Unit = calc.Percent, ""
		m.Min, m.Max = quotient(of.Min, whole, by.Max), quotient(of.Max, whole, by.Min)+1
		if w.how == calc.Growth {
			m.Min, m.Max = m.Min-whole, m.Max-whole
		}
	}
	return true
}

// quotient is a·b ÷ by, rounded down; never more than amounts may be.
func quotient(a, b, by int64) int64 {
	q := new(big.Int).Mul(big.NewInt(a), big.NewInt(b))
	q.Div(q, big.NewInt(by))
	if !q.IsInt64() {
		return calc.MaxValue
	}
	return min(q.Int64(), calc.MaxValue)
}

// isRatio reports whether what is measured is worked out as a percentage, of
// which shares and steps cannot be taken.
func (l *loader) isRatio(id string) bool {
	return slices.ContainsFunc(l.rb.Derived, func(d calc.Derived) bool {
		return d.ID == id && (d.How == calc.Ratio || d.How == calc.Growth)
	})
}
