package answer

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"mingce/calc"
)

// importer pays for goods bought abroad since 2015, by their value in yuan; a
// reading of the text that is not settled asks for nothing more.
func importer(t testing.TB) *calc.Program {
	t.Helper()
	p, err := calc.Compile(&calc.Rulebook{
		ID: "importer",
		Inputs: []calc.Input{
			{ID: "since", Kind: calc.Date, Min: calc.Day(1949, 10, 1), Max: calc.Day(2100, 12, 31)},
			{ID: "dollars", Kind: calc.Money, Max: 1_000_000_000},
			{ID: "rate", Kind: calc.Rate, Min: 1, Max: 1_000_000},
			{ID: "licensed", Kind: calc.Bool},
		},
		Derived:  []calc.Derived{{ID: "value", How: calc.Product, Of: "dollars", By: "rate"}},
		Readings: []calc.Reading{{ID: "licence", Alternatives: []calc.Option{{ID: "waived"}}}},
		Conditions: []calc.Condition{
			{ID: "since-2015", Test: calc.Test{Op: calc.OpBound, Input: "since", Bound: calc.Bound{Side: calc.AtLeast, At: calc.Day(2015, 11, 30)}}},
			{ID: "licensed", Test: calc.Test{Op: calc.OpAny, Of: []calc.Test{
				{Op: calc.OpOneOf, Input: "licensed", Values: []int64{1}},
				{Op: calc.OpReading, Reading: "licence", Alternative: "waived"},
			}}},
		},
		Benefits: []calc.Benefit{{ID: "import", Needs: []string{"since-2015", "licensed"}, Amount: &calc.Amount{
			Input: "value", Tiers: []calc.Tier{{From: 100_000, Under: calc.NoLimit, Pay: 5_000}},
		}}},
		Combination: calc.Combination{Group: calc.Group{Members: []string{"import"}}},
	})
	require.NoError(t, err)
	return p
}

func TestDatesAndRates(t *testing.T) {
	for line, want := range map[string]string{
		// 160美元 at 6.2500 is 1000元, at 6.2499 a little less.
		`{"since":"2015-11-30","dollars":160,"rate":6.25,"licensed":true}`:   `"min":50,"max":50`,
		`{"since":"2015-11-30","dollars":160,"rate":6.2499,"licensed":true}`: `"min":0,"max":0`,
		`{"since":"2015-11-29","dollars":160,"rate":6.25,"licensed":true}`:   `"min":0,"max":0`,
		`{"since":"2015-02-30"}`: `since: \"2015-02-30\" is not a date like \"2015-11-30\"`,
		`{"since":20151130}`:     `since: 20151130 is not a date like \"2015-11-30\"`,
		`{"since":"1949-09-30"}`: `since: 1949-09-30 is before 1949-10-01`,
		`{"since":"2101-01-01"}`: `since: 2101-01-01 is after 2100-12-31`,
		`{"rate":6.25001}`:       `rate: 6.25001 has more than four decimals`,
		`{"rate":0}`:             `rate: 0 is below 0.0001`,
	} {
		require.Contains(t, explained(t, line), want, line)
	}
}

// What another reading would give is said where it would give something else.
func TestAlternatives(t *testing.T) {
	out := explained(t, `{"since":"2015-11-30","dollars":160,"rate":6.25,"licensed":false}`)
	require.Contains(t, out, `"alternatives":[{"reading":"licence","alternative":"waived","award":{"status":"eligible","min":50,"max":50}}]`)
	out = explained(t, `{"since":"2015-11-30","dollars":160,"rate":6.25,"licensed":true}`)
	require.Contains(t, out, `"alternatives":[]`)
}

// The nearest change of a date is a date.
func TestNearestDate(t *testing.T) {
	out := explained(t, `{"since":"2015-11-29","dollars":160,"rate":6.25,"licensed":true}`)
	require.Contains(t, out, `"nearest":{"input":"since","from":"2015-11-29","to":"2015-11-30","amount":50}`)
}

func explained(t *testing.T, line string) string {
	var b bytes.Buffer
	_, err := Job{Program: importer(t), Explain: true}.Run(strings.NewReader(line), &b)
	require.NoError(t, err)
	return b.String()
}
