package mutate

import (
	"slices"

	"mingce/calc"
	"mingce/site/rulefile"
)

// contradicted returns the first case that a program answers otherwise than
// the case states, or nil.
func contradicted(p *calc.Program, cases []rulefile.Case) *rulefile.Case {
	a := p.NewAssessment()
	for i := range cases {
		k := &cases[i]
		if p.Assess(k.Situation, a); !stands(k, a) {
			return k
		}
	}
	return nil
}

// stands reports whether an answer is what a case states.
func stands(k *rulefile.Case, a *calc.Assessment) bool {
	if a.Award.Min != k.Min || a.Award.Max != k.Max {
		return false
	}
	if k.Pays != nil && !slices.Equal(k.Pays, a.Pays) || k.Asks != nil && !slices.Equal(k.Asks, a.Questions) {
		return false
	}
	return !slices.ContainsFunc(k.States, func(s rulefile.State) bool { return a.Benefits[s.Benefit].Status != s.Status })
}
