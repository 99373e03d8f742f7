package calc_test

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"mingce/calc"
	"mingce/calc/calctest"
)

// The nearest change gives what it promises, and no smaller change of that
// input does as much.
func TestNearestHolds(t *testing.T) {
	found := 0
	for seed := range uint64(1500) {
		r := rand.New(rand.NewPCG(seed, 6))
		rb := calctest.Rulebook(r, calctest.Small{
			Inputs: 1 + r.IntN(4), Conditions: r.IntN(5), Benefits: 1 + r.IntN(4), Derived: r.IntN(2),
		})
		p, err := calc.Compile(rb)
		require.NoError(t, err)
		a := p.NewAssessment()
		s := calctest.Situation(r, rb, 0)
		p.Assess(s, a)
		now := a.Award.Min
		c, ok := p.NearestAward(s)
		for i, in := range rb.Inputs {
			for v := in.Min; in.Kind.Numeric() && v <= in.Max; v++ {
				trial := append(calc.Situation{}, s...)
				trial[i] = v
				p.Assess(trial, a)
				if a.Award.Min > now && !rising(rb) {
					require.True(t, ok, "seed %d: input %d at %d", seed, i, v)
				}
				if ok && i == c.Input && v == c.To {
					require.Equal(t, c.Min, a.Award.Min, "seed %d", seed)
					require.Greater(t, c.Min, now)
					found++
				}
			}
		}
	}
	require.Greater(t, found, 100)
}

// rising reports whether some amount rises within a cell, as a share does.
func rising(rb *calc.Rulebook) bool {
	for _, b := range rb.Benefits {
		if b.Amount == nil {
			continue
		}
		for _, a := range append([]calc.Amount{*b.Amount}, b.Amount.Parts...) {
			if a.Share != nil || a.Bands != nil {
				return true
			}
		}
	}
	return false
}

// 一个电子商务企业,年交易额2.5亿元:三(二)1给60万元。
func TestWhatIfOfThePolicy(t *testing.T) {
	p := daqing(t)
	s := growing(p)
	near, ok := p.NearestAward(s)
	require.True(t, ok)
	require.Equal(t, calc.Change{Input: input(p, "turnover"), From: 25_000_000_000, To: 50_000_000_000, Min: 100_000_000}, near)

	curve := p.Curve(s, input(p, "turnover"), calc.Whole)
	require.Equal(t, [][3]int64{
		{0, 9_999_999_999, 0},
		{10_000_000_000, 19_999_999_999, 40_000_000},
		{20_000_000_000, 49_999_999_999, 60_000_000},
		{50_000_000_000, 1_000_000_000_000_000, 100_000_000},
	}, flat(curve))

	s[input(p, "already_awarded")] = 1
	flips := p.Flips(s)
	require.Len(t, flips, 1)
	require.Equal(t, calc.Other{Slot: input(p, "already_awarded"), To: 0, Award: calc.Outcome{Status: calc.Eligible, Min: 60_000_000, Max: 60_000_000}}, flips[0])
}

// 三(二)2:按实际投资的20%,最高不超过200万元:投资500万元补助100万元,到1000万元封顶。
func TestNearestReachesTheCap(t *testing.T) {
	p := daqing(t)
	s := growing(p)
	for id, v := range map[string]int64{
		"turnover": 0, "platform_kind": 5, "platform_months": 12, "platform_turnover": 10_000_000_000,
		"platform_local_share": 3_000, "platform_recognized": 1, "platform_investment": 500_000_000,
	} {
		s[input(p, id)] = v
	}
	near, ok := p.Nearest(s, 1)
	require.True(t, ok)
	require.Equal(t, calc.Change{Input: input(p, "platform_investment"), From: 500_000_000, To: 1_000_000_000, Min: 200_000_000}, near)
}

// growing is an enterprise that meets every condition of 三(二)1 and nothing
// else, with a turnover of 2.5亿元.
func growing(p *calc.Program) calc.Situation {
	s := p.NewSituation()
	for i := range p.Rulebook.Inputs {
		s[i] = 0
	}
	for _, id := range []string{"registered_in_city", "taxed_in_city", "statistics_in_city", "legal_person", "ecommerce_business"} {
		s[input(p, id)] = 1
	}
	s[input(p, "turnover")] = 25_000_000_000
	return s
}

func input(p *calc.Program, id string) int {
	for i := range p.Rulebook.Inputs {
		if p.Rulebook.Inputs[i].ID == id {
			return i
		}
	}
	return -1
}

func flat(curve []calc.Segment) (out [][3]int64) {
	for _, s := range curve {
		out = append(out, [3]int64{s.From, s.To, s.Min.At})
	}
	return out
}

// A cap that a small share never reaches within the input's range overflows
// nothing.
func TestShareFarFromItsCap(t *testing.T) {
	p, err := calc.Compile(&calc.Rulebook{
		Inputs: []calc.Input{{ID: "sum", Kind: calc.Money, Max: calc.MaxValue}},
		Benefits: []calc.Benefit{{ID: "share", Amount: &calc.Amount{
			Input: "sum", Share: &calc.Share{Num: 1, Den: 1_000_000, Above: 500, Floor: 7, Cap: calc.MaxValue},
		}}},
		Combination: calc.Combination{Group: calc.Group{Members: []string{"share"}}},
	})
	require.NoError(t, err)
	a := p.NewAssessment()
	for v, want := range map[int64]int64{0: 0, 500: 0, 501: 7, 7_000_500: 7, 8_000_499: 7, 8_000_500: 8, calc.MaxValue: 999_999_999} {
		p.Assess(calc.Situation{v}, a)
		require.Equal(t, want, a.Award.Min, "%d", v)
	}
}
