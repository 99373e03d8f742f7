package mutate

import (
	"mingce/calc"
	"mingce/site/rulefile"
)

// contradicted returns the first case that a program answers otherwise than
// the case states, or nil. A program made for a mutant is asked a few dozen
// questions and dropped: calc.Batch would take longer to prepare than to answer.
func contradicted(p *calc.Program, cases []rulefile.Case) *rulefile.Case {
	a := p.NewAssessment()
	for i := range cases {
		k := &cases[i]
		if p.Assess(k.Situation, a); len(k.Amiss(p, a)) > 0 {
			return k
		}
	}
	return nil
}
