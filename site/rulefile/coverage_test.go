package rulefile

import (
	"fmt"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"mingce/calc"
)

// boundsOf collects every bound of a rulebook with the input it limits.
func boundsOf(rb *calc.Rulebook) map[string][]int64 {
	at := map[string][]int64{}
	var walk func(calc.Test)
	walk = func(t calc.Test) {
		if t.Op == calc.OpBound {
			probes := t.Bound.Probes()
			at[t.Input] = append(at[t.Input], probes[:]...)
		}
		for _, inner := range t.Of {
			walk(inner)
		}
	}
	for _, c := range rb.Conditions {
		walk(c.Test)
	}
	for _, b := range rb.Benefits {
		if b.Amount == nil {
			continue
		}
		for _, tier := range b.Amount.Tiers {
			probes := calc.Bound{At: tier.From}.Probes()
			at[b.Amount.Input] = append(at[b.Amount.Input], probes[:]...)
		}
	}
	return at
}

// Every bound is tried one unit below, at and one unit above.
func TestCasesProbeEveryBound(t *testing.T) {
	rb := rulebook(t)
	all := cases(t, rb)
	for input, probes := range boundsOf(rb) {
		i := slices.IndexFunc(rb.Inputs, func(in calc.Input) bool { return in.ID == input })
		for _, v := range probes {
			tried := slices.ContainsFunc(all, func(c Case) bool { return c.Situation[i] == v })
			require.True(t, tried, "%s is never %d", input, v)
		}
	}
}

// Every condition of every benefit fails in some case in which all others
// hold, and every benefit is granted in some case.
func TestCasesFailEveryConditionAlone(t *testing.T) {
	rb := rulebook(t)
	p, err := calc.Compile(rb)
	require.NoError(t, err)
	a := p.NewAssessment()
	seen := map[string]bool{}
	for _, c := range cases(t, rb) {
		p.Assess(c.Situation, a)
		for b := range rb.Benefits {
			seen[onlyFailure(rb, a, b)] = true
		}
	}
	for _, b := range rb.Benefits {
		for _, need := range append([]string{"nothing"}, b.Needs...) {
			require.True(t, seen[b.ID+" "+need], "%s: %s never fails alone", b.ID, need)
		}
	}
}

// onlyFailure names the one condition of a benefit that fails, "nothing" if
// all hold.
func onlyFailure(rb *calc.Rulebook, a *calc.Assessment, benefit int) string {
	b := &rb.Benefits[benefit]
	failed := "nothing"
	for _, need := range b.Needs {
		i := slices.IndexFunc(rb.Conditions, func(c calc.Condition) bool { return c.ID == need })
		switch {
		case a.Truth(i) == calc.Holds:
		case a.Truth(i) == calc.Open || failed != "nothing":
			return fmt.Sprint(b.ID, " several")
		default:
			failed = need
		}
	}
	return b.ID + " " + failed
}

// Every reading that can be turned is turned in some case, and every one of
// the contract is there with its alternatives.
func TestCasesTurnEveryReading(t *testing.T) {
	rb := rulebook(t)
	all := cases(t, rb)
	for i, r := range rb.Readings {
		for j := range r.Alternatives {
			turned := slices.ContainsFunc(all, func(c Case) bool { return c.Situation[len(rb.Inputs)+i] == int64(j+1) })
			require.True(t, turned, "%s is never %s", r.ID, r.Alternatives[j].ID)
		}
	}
}
