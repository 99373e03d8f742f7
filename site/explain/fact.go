package explain

import (
	"math/big"

	"mingce/calc"
	"mingce/site/explain/phrase"
)

// A fact is what the applicant said of a measure.
type fact struct {
	phrase.Measure
	value   *big.Rat // nil while unknown; in the unit of the kind
	missing []phrase.Measure
}

// fact looks a measure up in the situation, or derives it.
func (t *teller) fact(id string) fact {
	f := fact{Measure: t.book.Measure(id)}
	if f.Derived == nil {
		if v := t.s[t.inputs[id]]; v == calc.Unknown {
			f.missing = []phrase.Measure{f.Measure}
		} else {
			f.value = new(big.Rat).SetInt64(v)
		}
		return f
	}
	of, by := t.fact(f.Derived.Of), t.fact(f.Derived.By)
	if f.missing = append(of.missing, by.missing...); len(f.missing) == 0 {
		f.value = derive(f.Derived.How, of.value, by.value)
	}
	return f
}

// derive is the exact value of a derived quantity.
func derive(how calc.Derivation, of, by *big.Rat) *big.Rat {
	v := new(big.Rat)
	switch how {
	case calc.Difference:
		return v.Sub(of, by)
	case calc.Product:
		v.Quo(v.Mul(of, by), big.NewRat(calc.Rate.Scale(), 1))
		return v.SetInt(floor(v))
	case calc.Growth:
		v.Sub(of, by)
	default:
		v.Set(of)
	}
	return v.Mul(v.Quo(v, by), big.NewRat(10_000, 1))
}

func floor(r *big.Rat) *big.Int { return new(big.Int).Div(r.Num(), r.Denom()) }

// say says the value. A ratio between two hundredths of a percent is said by
// the lower one: 33.33%多.
func (f fact) say() string {
	if f.value.IsInt() {
		return f.Say(f.value.Num().Int64())
	}
	if f.value.Sign() < 0 {
		return "-" + fact{Measure: f.Measure, value: new(big.Rat).Neg(f.value)}.say()
	}
	return f.Say(floor(f.value).Int64()) + "多"
}

// told says the measure with its value; a derived one with what it is
// derived from.
func (t *teller) told(f fact) string {
	if f.Derived == nil {
		return f.Short + f.say()
	}
	of, by := t.fact(f.Derived.Of), t.fact(f.Derived.By)
	return f.Short + f.say() + "(" + of.Short + of.say() + "," + by.Short + by.say() + ")"
}

// holds holds the value against a bound.
func (f fact) holds(b calc.Bound) calc.Truth {
	if f.value == nil {
		return calc.Open
	}
	cmp := f.value.Cmp(new(big.Rat).SetInt64(b.At))
	if [...]bool{calc.AtLeast: cmp >= 0, calc.Over: cmp > 0, calc.AtMost: cmp <= 0, calc.Under: cmp < 0}[b.Side] {
		return calc.Holds
	}
	return calc.Fails
}

// within says how the value keeps a bound: 在1万平方米以上, 满1年.
func (f fact) within(b calc.Bound) string {
	words := f.Bound(b)
	inclusive := b.Side == calc.AtLeast || b.Side == calc.AtMost
	if f.Kind == calc.Date || inclusive && f.Kind != calc.Months && f.Kind != calc.Span {
		return "在" + words
	}
	return words
}

// beyond says how the value fails a bound: 不到1万平方米, 不满1年.
func (f fact) beyond(b calc.Bound) string {
	forms := [4]string{"不到", "没有超过", "超过", "已达到"}
	switch f.Kind {
	case calc.Months, calc.Span:
		forms = [4]string{"不满", "没有超过", "超过", "已满"}
	case calc.Date:
		forms = [4]string{"早于", "不晚于", "晚于", "不早于"}
	}
	return forms[b.Side] + f.Say(b.At)
}

// wanting says that something is still to be said, or decided.
func wanting(missing []phrase.Measure) (words []string) {
	for _, m := range missing {
		switch {
		case m.By != "":
			words = append(words, "待"+m.By+"认定")
		case m.Kind == calc.Bool:
			words = append(words, "还没有填写“"+m.Short+"”")
		default:
			words = append(words, "还没有填写"+m.Short)
		}
	}
	return words
}
