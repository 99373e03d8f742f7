package calc_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"mingce/calc"
	"mingce/calc/calctest"
)

// Bounds, states and questions are exactly those found by trying every
// completion, over random rulebooks whose parts share inputs.
func TestAssessIsExact(t *testing.T) {
	for seed := range uint64(1200) {
		r := rand.New(rand.NewPCG(seed, 1))
		rb := calctest.Rulebook(r, calctest.Small{
			Inputs: 1 + r.IntN(5), Conditions: r.IntN(6), Benefits: 1 + r.IntN(5), Caps: seed%4 == 0,
		})
		p, err := calc.Compile(rb)
		require.NoError(t, err)
		a := p.NewAssessment()
		for range 6 {
			s := calctest.Situation(r, rb, 2)
			p.Assess(s, a)
			want := calctest.Oracle(rb, s)
			require.Equal(t, want.Award, a.Award, "seed %d %v", seed, s)
			require.Equal(t, want.Benefits, a.Benefits, "seed %d %v", seed, s)
			for k, truth := range want.Truths {
				require.Equal(t, truth, a.Truth(k), "seed %d %v condition %d", seed, s, k)
			}
			require.True(t, a.Exact)
			require.Equal(t, want.Questions, slices.Sorted(slices.Values(a.Questions)), "seed %d %v", seed, s)
		}
	}
}

// Complete situations of rulebooks of hundreds of conditions, which take the
// short way, are answered as the rulebook says.
func TestAssessLargeRulebooks(t *testing.T) {
	for seed := range uint64(30) {
		r := rand.New(rand.NewPCG(seed, 3))
		rb := calctest.Rulebook(r, calctest.Small{Inputs: 40, Conditions: 150, Benefits: 40, Caps: true})
		p, err := calc.Compile(rb)
		require.NoError(t, err)
		a := p.NewAssessment()
		for range 20 {
			s := calctest.Situation(r, rb, 0)
			p.Assess(s, a)
			want := calctest.Oracle(rb, s)
			require.Equal(t, want.Award, a.Award, "seed %d %v", seed, s)
			require.Equal(t, want.Benefits, a.Benefits, "seed %d %v", seed, s)
			require.Empty(t, a.Questions)
			for k, truth := range want.Truths {
				require.Equal(t, truth, a.Truth(k), "seed %d %v condition %d", seed, s, k)
			}
		}
	}
}

// The same for rulebooks of a common size, whose nodes lie in one word; and an
// assessment that has been used, for a situation complete or not, says what a
// new one says.
func TestAssessCommonRulebooks(t *testing.T) {
	for seed := range uint64(300) {
		r := rand.New(rand.NewPCG(seed, 13))
		rb := calctest.Rulebook(r, calctest.Small{
			Inputs: 6 + r.IntN(20), Conditions: r.IntN(14), Benefits: 1 + r.IntN(12), Caps: seed%2 == 0, Derived: int(seed % 3 / 2),
		})
		p, err := calc.Compile(rb)
		require.NoError(t, err)
		used := p.NewAssessment()
		for range 12 {
			s := calctest.Situation(r, rb, 0)
			if k := r.IntN(3 * len(rb.Inputs)); k < len(rb.Inputs) {
				s[k] = calc.Unknown
			}
			p.Assess(s, used)
			want := calctest.Oracle(rb, s)
			require.Equal(t, want.Award, used.Award, "seed %d %v", seed, s)
			require.Equal(t, want.Benefits, used.Benefits, "seed %d %v", seed, s)
			fresh := p.NewAssessment()
			p.Assess(s, fresh)
			require.Equal(t, fresh.Readings, used.Readings, "seed %d %v", seed, s)
			require.Equal(t, fresh.Pays, used.Pays, "seed %d %v", seed, s)
			for k, truth := range want.Truths {
				require.Equal(t, truth, used.Truth(k), "seed %d %v condition %d", seed, s, k)
			}
		}
	}
}

// The same where quantities are derived from two unknown inputs, which stand
// elsewhere too, and where amounts rise with what is derived.
func TestAssessIsExactOnDerived(t *testing.T) {
	derived := 0
	for seed := range uint64(500) {
		r := rand.New(rand.NewPCG(seed, 4))
		rb := calctest.Rulebook(r, calctest.Small{
			Inputs: 1 + r.IntN(3), Conditions: r.IntN(5), Benefits: 1 + r.IntN(4), Caps: seed%2 == 0, Derived: 1 + r.IntN(2),
		})
		p, err := calc.Compile(rb)
		require.NoError(t, err)
		p.Limit = 1_000_000
		a := p.NewAssessment()
		for i := range 6 {
			s := calctest.Situation(r, rb, i%3)
			p.Assess(s, a)
			want := calctest.Oracle(rb, s)
			require.True(t, a.Exact)
			require.Equal(t, want.Award, a.Award, "seed %d %v", seed, s)
			require.Equal(t, want.Benefits, a.Benefits, "seed %d %v", seed, s)
			for k, truth := range want.Truths {
				require.Equal(t, truth, a.Truth(k), "seed %d %v condition %d", seed, s, k)
			}
			require.Equal(t, want.Questions, slices.Sorted(slices.Values(a.Questions)), "seed %d %v", seed, s)
			for _, q := range want.Questions {
				if slices.ContainsFunc(rb.Derived, func(d calc.Derived) bool { return d.By == rb.Inputs[q].ID }) {
					derived++
				}
			}
		}
	}
	require.Greater(t, derived, 100)
}

// Where the work is cut short, bounds are wider and questions more than need
// be, never the other way round, and the answer says so.
func TestAssessIsSoundWhenCutShort(t *testing.T) {
	short := 0
	for seed := range uint64(300) {
		r := rand.New(rand.NewPCG(seed, 14))
		rb := calctest.Rulebook(r, calctest.Small{
			Inputs: 1 + r.IntN(4), Conditions: r.IntN(6), Benefits: 1 + r.IntN(5), Caps: seed%2 == 0, Derived: r.IntN(2),
		})
		p, err := calc.Compile(rb)
		require.NoError(t, err)
		p.Limit = r.IntN(12)
		a := p.NewAssessment()
		for range 6 {
			s := calctest.Situation(r, rb, 2)
			p.Assess(s, a)
			want := calctest.Oracle(rb, s)
			if a.Exact {
				require.Equal(t, want.Award, a.Award, "seed %d %v", seed, s)
				require.Equal(t, want.Questions, slices.Sorted(slices.Values(a.Questions)), "seed %d %v", seed, s)
				continue
			}
			short++
			require.LessOrEqual(t, a.Award.Min, want.Award.Min, "seed %d %v", seed, s)
			require.GreaterOrEqual(t, a.Award.Max, want.Award.Max, "seed %d %v", seed, s)
			for _, q := range want.Questions {
				require.Contains(t, a.Questions, q, "seed %d %v", seed, s)
			}
			for k, truth := range want.Truths {
				require.Contains(t, []calc.Truth{truth, calc.Open}, a.Truth(k), "seed %d %v condition %d", seed, s, k)
			}
			for b, o := range want.Benefits {
				require.LessOrEqual(t, a.Benefits[b].Min, o.Min, "seed %d %v", seed, s)
				require.GreaterOrEqual(t, a.Benefits[b].Max, o.Max, "seed %d %v", seed, s)
			}
		}
	}
	require.Greater(t, short, 100)
}

// AwardOf answers what Assess does, or leaves it to Assess; a complete situation
// it never leaves.
func TestAwardAgrees(t *testing.T) {
	for seed := range uint64(600) {
		r := rand.New(rand.NewPCG(seed, 9))
		rb := calctest.Rulebook(r, calctest.Small{
			Inputs: 1 + r.IntN(6), Conditions: r.IntN(8), Benefits: 1 + r.IntN(6), Caps: seed%2 == 0, Derived: r.IntN(2),
		})
		p, err := calc.Compile(rb)
		require.NoError(t, err)
		a := p.NewAssessment()
		for i := range 20 {
			s := calctest.Situation(r, rb, i%4)
			p.Assess(s, a)
			award, ok := p.AwardOf(s)
			require.True(t, ok || i%4 != 0, "seed %d %v", seed, s)
			if ok {
				require.Equal(t, a.Award.Min, award, "seed %d %v", seed, s)
				require.Equal(t, a.Award.Max, award, "seed %d %v", seed, s)
			}
		}
	}
}
