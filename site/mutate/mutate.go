// Package mutate tries whether the worked cases of a policy would notice a
// mistake in its rules. It changes one thing at a time — a number, a side, a
// combinator, a condition — and runs every case against the changed rules: a
// mutant that no case contradicts is a mistake that could slip in unseen.
//
// # What is changed
//
//	numbers      bounds, tiers, pays, rates, caps, floors, steps, bands: one
//	             unit less, one more, twice as much (or half-way to the next tier)
//	sides        以上↔超过, 以下↔不足, and the other way round altogether
//	tests        all↔any, not, one more or fewer of at-least-N, one test left
//	             out, an option more or fewer, yes↔no, another reading
//	benefits     one condition, tier, option or part left out
//	instalments  a hundredth of a percent from one year to the next, a year
//	             later, two years in one, all at once
//	combination  highest↔sum, caps, one member or variant left out
//	readings     one that a rule or every answer rests on left out
//
// # What counts as noticed
//
// A case contradicts a mutant when the award, or what else it states — the
// payers, the questions, statuses, instalments, the readings rested on — comes
// out otherwise.
//
// # Changes that change nothing
//
// Where no case contradicts a mutant it may mean the same as the rules. That is
// never assumed, nor listed by hand, but proved by package calc: either both
// compile to the same program, or a rulebook that pays where the two differ is
// made, of which calc says that no applicant whatever can be paid. See
// [Same].
package mutate

import (
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"

	"mingce/calc"
	"mingce/site/rulefile"
)

// A Mutant is one change to a rulebook.
type Mutant struct {
	Rule          string // which rule, in words: 条件“经营满1年”
	Clause        string // its clause id
	Before, After string // what changes, in words

	change func(*calc.Rulebook)
}

// Of returns the rulebook changed; rb itself stays as it is.
func (m Mutant) Of(rb *calc.Rulebook) *calc.Rulebook {
	changed := clone(rb)
	m.change(changed)
	return changed
}

// A Report says how the cases fared.
type Report struct {
	Killed    int      // mutants that some case contradicts
	Refused   int      // mutants that are no rulebook: the loader would not take them
	Same      []Mutant // mutants proved to mean the same
	Survivors []Mutant // mutants that no case contradicts
}

// A fate is what became of a mutant.
type fate uint8

const (
	killed fate = iota
	refused
	same
	survived
)

// Run tries every mutant of a rulebook against its cases. The error is about
// a rulebook that does not stand its own cases.
func Run(rb *calc.Rulebook, cases []rulefile.Case) (Report, error) {
	p, err := calc.Compile(rb)
	if err != nil {
		return Report{}, err
	}
	if k := contradicted(p, cases); k != nil {
		return Report{}, fmt.Errorf("案例“%s”与规则不符,先运行 mingce check", k.Name)
	}
	mutants := Mutants(rb)
	fates := make([]fate, len(mutants))
	var next atomic.Int64
	var workers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			for i := next.Add(1) - 1; i < int64(len(mutants)); i = next.Add(1) - 1 {
				fates[i] = try(p, mutants[i].Of(rb), cases)
			}
		})
	}
	workers.Wait()
	var r Report
	for i, m := range mutants {
		switch fates[i] {
		case killed:
			r.Killed++
		case refused:
			r.Refused++
		case same:
			r.Same = append(r.Same, m)
		default:
			r.Survivors = append(r.Survivors, m)
		}
	}
	return r, nil
}

func try(p *calc.Program, changed *calc.Rulebook, cases []rulefile.Case) fate {
	q, err := calc.Compile(changed)
	switch {
	case err != nil:
		return refused
	case contradicted(q, cases) != nil:
		return killed
	case Same(p, q):
		return same
	}
	return survived
}

// Mutants lists every change to a rulebook, in the order of its rules.
func Mutants(rb *calc.Rulebook) []Mutant {
	m := newMaker(rb)
	for i := range rb.Conditions {
		m.condition(i)
	}
	for i := range rb.Benefits {
		m.benefit(i)
	}
	m.combination()
	m.derived()
	m.always()
	return m.out
}
