package chart_test

import (
	"os"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"mingce/calc"
	"mingce/site"
	"mingce/site/chart"
	"mingce/site/rulefile"
)

// engine answers what a benefit comes to as one input changes.
type engine struct {
	p *calc.Program
	s calc.Situation
	i int // the input
	b int // the benefit
}

func (e engine) pays(v int64) int64 {
	s := slices.Clone(e.s)
	s[e.i] = v
	a := e.p.NewAssessment()
	e.p.Assess(s, a)
	return a.Benefits[e.b].Min
}

// same holds a curve to the engine: its pieces begin and end at the engine's
// amounts, and every breakpoint of the engine's exact curve is a corner.
func same(t require.TestingT, e engine, c chart.Curve) {
	var corners []int64
	for _, p := range c.Pieces {
		corners = append(corners, p.From)
		require.Equal(t, e.pays(p.From), p.At, "at %d", p.From)
		require.Equal(t, e.pays(p.To), p.End, "at %d", p.To)
	}
	for _, s := range e.p.Curve(e.s, e.i, e.b) {
		require.Contains(t, corners, s.From)
	}
}

// Every benefit of the policy, on a case of its own.
func TestChartsAreWhatTheRulesPay(t *testing.T) {
	const id = "qzf-2015-23"
	p, problems := site.Load(os.DirFS("../../content"), "content", id)
	require.NoError(t, problems.Err())
	text, err := os.ReadFile("../../content/policies/" + id + "/cases.toml")
	require.NoError(t, err)
	rules := p.Program.Rulebook
	cases, problems := rulefile.LoadCases("cases.toml", text, rules)
	require.NoError(t, problems.Err())
	drawn := 0
	for b := range rules.Benefits {
		a := rules.Benefits[b].Amount
		if a == nil || a.Input == "" {
			continue
		}
		i := slices.IndexFunc(rules.Inputs, func(in calc.Input) bool { return in.ID == a.Input })
		k := slices.IndexFunc(cases, func(c rulefile.Case) bool { return slices.Equal(c.Pays, []int{b}) && c.Min == c.Max })
		require.GreaterOrEqual(t, k, 0, rules.Benefits[b].ID)
		e := engine{p.Program, cases[k].Situation, i, b}
		c := chart.Of(a, rules.Inputs[i].Min, rules.Inputs[i].Max)
		same(t, e, c)
		drawn++
	}
	require.Equal(t, 5, drawn)
}

const greatest = 1_000_000

// anyAmount draws an amount of any measured form.
func anyAmount(t *rapid.T) *calc.Amount {
	a := &calc.Amount{Input: "x"}
	switch rapid.IntRange(0, 3).Draw(t, "form") {
	case 0:
		from := rapid.Int64Range(0, 100).Draw(t, "from")
		for range rapid.IntRange(1, 6).Draw(t, "n") {
			under := from + rapid.Int64Range(1, 1000).Draw(t, "wide")
			a.Tiers = append(a.Tiers, calc.Tier{From: from, Under: under, Pay: rapid.Int64Range(1, 1000).Draw(t, "pay")})
			from = under
		}
		if rapid.Bool().Draw(t, "open") {
			a.Tiers[len(a.Tiers)-1].Under = calc.NoLimit
		}
	case 1:
		den := rapid.Int64Range(1, 200).Draw(t, "den")
		a.Share = &calc.Share{Num: rapid.Int64Range(1, den).Draw(t, "num"), Den: den, Cap: calc.NoLimit,
			Above: rapid.SampledFrom([]int64{0, 1, 500, 7000}).Draw(t, "above")}
		if rapid.Bool().Draw(t, "capped") {
			a.Share.Cap = rapid.Int64Range(10, 5000).Draw(t, "cap")
			if rapid.Bool().Draw(t, "floored") {
				a.Share.Floor = rapid.Int64Range(1, a.Share.Cap-1).Draw(t, "floor")
			}
		}
	case 2:
		a.Step = &calc.Step{Every: rapid.Int64Range(10, 1000).Draw(t, "every"), Pay: rapid.Int64Range(2, 100).Draw(t, "pay")}
		a.Step.Cap = a.Step.Pay * rapid.Int64Range(2, 20).Draw(t, "steps") / 2
	default:
		from := int64(0)
		for range rapid.IntRange(1, 5).Draw(t, "n") {
			a.Bands = append(a.Bands, calc.Band{From: from, Num: rapid.Int64Range(1, 10).Draw(t, "num"), Den: 10})
			from += 10 * rapid.Int64Range(1, 900).Draw(t, "wide")
		}
	}
	return a
}

// Amounts of every form, drawn as the engine pays them.
func TestChartsAreWhatTheEnginePays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := anyAmount(t)
		p, err := calc.Compile(&calc.Rulebook{
			Inputs:      []calc.Input{{ID: "x", Kind: calc.Money, Max: greatest}},
			Benefits:    []calc.Benefit{{ID: "b", Amount: a}},
			Combination: calc.Combination{Group: calc.Group{Members: []string{"b"}}},
		})
		require.NoError(t, err)
		same(t, engine{p, p.NewSituation(), 0, 0}, chart.Of(a, 0, greatest))
	})
}
