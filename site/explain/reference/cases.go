package reference

import (
	"slices"

	"mingce/calc"
	"mingce/site/explain/phrase"
	"mingce/site/rulefile"
)

// those lists the cases that match.
func (w *writer) those(match func(*rulefile.Case) bool) (out []Case) {
	for i := range w.cases {
		if k := &w.cases[i]; match(k) {
			out = append(out, Case{k.Name, k.Why, phrase.Range(k.Min, k.Max)})
		}
	}
	return out
}

// casesOfBenefit are those that say something of a benefit.
func (w *writer) casesOfBenefit(b int) []Case {
	return w.those(func(k *rulefile.Case) bool {
		return slices.Contains(k.Pays, b) || slices.ContainsFunc(k.States, func(s rulefile.State) bool { return s.Benefit == b })
	})
}

// casesOfCondition are those in which one condition alone stands between a
// benefit and its being granted.
func (w *writer) casesOfCondition(c int) []Case {
	a := w.p.NewAssessment()
	return w.those(func(k *rulefile.Case) bool {
		w.p.Assess(k.Situation, a)
		if a.Truth(c) == calc.Holds {
			return false
		}
		for b := range w.p.Benefits {
			needs := w.p.Benefits[b].Needs
			alone := !slices.ContainsFunc(needs, func(n int) bool { return n != c && a.Truth(n) != calc.Holds })
			if alone && slices.Contains(needs, c) {
				return true
			}
		}
		return false
	})
}

// casesOfInput are those that still have to ask it.
func (w *writer) casesOfInput(i int) []Case {
	return w.those(func(k *rulefile.Case) bool { return slices.Contains(k.Asks, i) })
}

// casesOfReading are those under one of its alternatives.
func (w *writer) casesOfReading(r int) []Case {
	return w.those(func(k *rulefile.Case) bool { return k.Situation[len(w.rb.Inputs)+r] > 0 })
}

// casesOfCombination are those in which at least two benefits
// can pay.
func (w *writer) casesOfCombination() []Case {
	a := w.p.NewAssessment()
	return w.those(func(k *rulefile.Case) bool {
		w.p.Assess(k.Situation, a)
		paying := 0
		for _, out := range a.Benefits {
			if out.Max > 0 {
				paying++
			}
		}
		return paying > 1
	})
}
