package growth_test

import (
	"fmt"
	"testing"

	"mingce/calc"
)

// shared is a rulebook in which 12 benefits hang on the same few numbers: each
// needs two of them to reach a bound of its own, and pays a different sum. It
// is the hard case for what is not known yet, since no number can be looked
// at alone.
func shared(b *testing.B, inputs int) *calc.Program {
	book := &calc.Rulebook{ID: "shared"}
	for i := range inputs {
		book.Inputs = append(book.Inputs, calc.Input{ID: fmt.Sprint("i", i), Kind: calc.Count, Max: 1_000_000})
	}
	for i := range 12 {
		need := calc.Test{Op: calc.OpAll}
		for k := range 2 {
			need.Of = append(need.Of, calc.Test{Op: calc.OpBound, Input: fmt.Sprint("i", (i+k*(1+i/inputs))%inputs),
				Bound: calc.Bound{Side: calc.AtLeast, At: int64(1000 * (1 + (i*7+k*5)%12))}})
		}
		id := fmt.Sprint("b", i)
		book.Conditions = append(book.Conditions, calc.Condition{ID: id, Test: need})
		book.Benefits = append(book.Benefits, calc.Benefit{ID: id, Needs: []string{id}, Amount: &calc.Amount{Fixed: int64(1000 + 100*i)}})
		book.Combination.Group.Members = append(book.Combination.Group.Members, id)
	}
	p, err := calc.Compile(book)
	if err != nil {
		b.Fatal(err)
	}
	return p
}

// BenchmarkShared assesses an applicant of whom nothing is known, of whose
// numbers more and more are shared.
func BenchmarkShared(b *testing.B) {
	for _, n := range []int{2, 4, 6, 8} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			p := shared(b, n)
			a, s := p.NewAssessment(), p.NewSituation()
			loop(b, func(int) { p.Assess(s, a) })
		})
	}
}
