package explain

import (
	"math/big"

	"mingce/calc"
	"mingce/site/explain/phrase"
	"mingce/site/explain/wording"
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
		return v.SetInt(wording.Floor(v))
	case calc.Growth:
		v.Sub(of, by)
	default:
		v.Set(of)
	}
	return v.Mul(v.Quo(v, by), big.NewRat(10_000, 1))
}

// say says the value. A ratio between two hundredths of a percent is said by
// the lower one: 33.33%多.
func (f fact) say() string {
	if f.value.IsInt() {
		return f.Say(f.value.Num().Int64())
	}
	if f.value.Sign() < 0 {
		return "-" + fact{Measure: f.Measure, value: new(big.Rat).Neg(f.value)}.say()
	}
	return wording.More.With(f.Say(wording.Floor(f.value).Int64()))
}

// told says the measure with its value; a derived one with what it is
// derived from.
func (t *teller) told(f fact) string {
	said := []string{f.say()}
	if f.Derived != nil {
		said = append(said, t.fact(f.Derived.Of).say(), t.fact(f.Derived.By).say())
	}
	return wording.Told(t.book, f.Measure).With(said...)
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

// wanting says what is still to be said, or decided.
func wanting(missing []phrase.Measure) (words []string) {
	for _, m := range missing {
		words = append(words, wording.Wanted(m))
	}
	return words
}
