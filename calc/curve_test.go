package calc_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"mingce/calc"
	"mingce/calc/calctest"
)

// Every value of the input lies in exactly one segment of its curve, and what
// Assess gives for it on the segment's line, at its ends to the 分.
func TestCurveIsTheAward(t *testing.T) {
	for seed := range uint64(400) {
		r := rand.New(rand.NewPCG(seed, 5))
		rb := calctest.Rulebook(r, calctest.Small{
			Inputs: 1 + r.IntN(4), Conditions: r.IntN(5), Benefits: 1 + r.IntN(5), Derived: r.IntN(2), Caps: seed%2 == 0,
		})
		p, err := calc.Compile(rb)
		require.NoError(t, err)
		s := calctest.Situation(r, rb, int(seed%3))
		for i, in := range rb.Inputs {
			if in.Kind.Numeric() {
				holdCurve(t, p, s, i, calc.Whole, fmt.Sprint("seed ", seed))
				holdCurve(t, p, s, i, r.IntN(len(rb.Benefits)), fmt.Sprint("seed ", seed))
			}
		}
	}
}

// Shares, bands and steps of one input, added up, compared and capped, with
// other things unknown: every bend is found where it is.
func TestCurveFindsEveryBend(t *testing.T) {
	bends := 0
	for seed := range uint64(250) {
		r := rand.New(rand.NewPCG(seed, 55))
		p, err := calc.Compile(bending(r))
		require.NoError(t, err)
		s := p.NewSituation()
		for i := 1; i < len(p.Rulebook.Inputs); i++ {
			if r.IntN(2) == 0 {
				s[i] = r.Int64N(p.Slots[i].Max + 1)
			}
		}
		bends += holdCurve(t, p, s, 0, calc.Whole, fmt.Sprint("seed ", seed)) - 1
	}
	require.Greater(t, bends, 400)
}

// bending is a rulebook whose amounts rise with the first input, x, or with the
// second, and may need a yes.
func bending(r *rand.Rand) *calc.Rulebook {
	rb := &calc.Rulebook{Inputs: []calc.Input{
		{ID: "x", Kind: calc.Money, Max: 2_000}, {ID: "y", Kind: calc.Money, Max: 900}, {ID: "e"}, {ID: "l"},
	}}
	for _, id := range []string{"e", "l"} {
		rb.Conditions = append(rb.Conditions, calc.Condition{ID: id, Test: calc.Test{Op: calc.OpOneOf, Input: id, Values: []int64{1}}})
	}
	group := func(n int) (g calc.Group) {
		g = calc.Group{Sum: r.IntN(2) == 0}
		if r.IntN(2) == 0 {
			g.Cap = 200 + r.Int64N(900)
		}
		for range n {
			b := calc.Benefit{ID: fmt.Sprint("b", len(rb.Benefits)), Amount: rise(r)}
			if r.IntN(2) == 0 {
				b.Needs = []string{[]string{"e", "l"}[r.IntN(2)]}
			}
			rb.Benefits = append(rb.Benefits, b)
			g.Members = append(g.Members, b.ID)
		}
		return g
	}
	rb.Combination.Group = group(1 + r.IntN(2))
	rb.Combination.Group.Groups = []calc.Group{group(2)}
	return rb
}

func rise(r *rand.Rand) *calc.Amount {
	a := &calc.Amount{Input: "x"}
	if r.IntN(3) == 0 {
		a.Input = "y"
	}
	cap := calc.NoLimit
	if r.IntN(2) == 0 {
		cap = 100 + r.Int64N(700)
	}
	switch r.IntN(5) {
	case 0:
		return &calc.Amount{Fixed: 1 + r.Int64N(500)}
	case 1:
		a.Step = &calc.Step{Every: 100 + r.Int64N(500), Pay: 1 + r.Int64N(90), Cap: cap}
	case 2:
		from := r.Int64N(300)
		a.Bands = []calc.Band{{From: from, Num: 1, Den: 10}, {From: from + 400, Num: 1, Den: 5}, {From: from + 900, Num: 3, Den: 10}}
	default:
		den := 2 + r.Int64N(9)
		a.Share = &calc.Share{Num: 1 + r.Int64N(den-1), Den: den, Above: r.Int64N(500), Cap: cap}
	}
	return a
}

// holdCurve tries every value of the input and returns how many segments
// there are.
func holdCurve(t *testing.T, p *calc.Program, s calc.Situation, input, of int, name string) int {
	a, trial := p.NewAssessment(), slices.Clone(s)
	next := p.Slots[input].Min
	curve := p.Curve(s, input, of)
	for _, seg := range curve {
		require.Equal(t, next, seg.From, name)
		for v := seg.From; v <= seg.To; v++ {
			trial[input] = v
			p.Assess(trial, a)
			o := a.Award
			if of != calc.Whole {
				o = a.Benefits[of]
			}
			onLine(t, seg, seg.Min, v, o.Min, name)
			onLine(t, seg, seg.Max, v, o.Max, name)
		}
		next = seg.To + 1
	}
	require.Equal(t, p.Slots[input].Max+1, next, name)
	return len(curve)
}

// onLine allows for the rounding of a few amounts that are added up.
func onLine(t *testing.T, seg calc.Segment, line calc.Rise, v, got int64, name string) {
	want := float64(line.At)
	if seg.To > seg.From {
		want += float64(line.End-line.At) * float64(v-seg.From) / float64(seg.To-seg.From)
	}
	allowed := 0.0
	if v > seg.From && v < seg.To && line.At != line.End {
		allowed = 2 * calc.CurveRounding
	}
	require.InDelta(t, want, float64(got), allowed, "%s, %d in %v", name, v, seg)
}
