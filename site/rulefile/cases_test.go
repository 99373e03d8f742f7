package rulefile

import (
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"mingce/calc"
	"mingce/site/amount"
)

func cases(t testing.TB, rb *calc.Rulebook) []Case {
	src, err := os.ReadFile(folder + "cases.toml")
	require.NoError(t, err)
	cases, problems := LoadCases("content/policies/qzf-2015-23/cases.toml", src, rb)
	require.Empty(t, problems)
	return cases
}

// The engine gives what the text gives, in every worked case.
func TestCases(t *testing.T) {
	rb := rulebook(t)
	p, err := calc.Compile(rb)
	require.NoError(t, err)
	a := p.NewAssessment()
	for _, c := range cases(t, rb) {
		t.Run(c.Name, func(t *testing.T) {
			p.Assess(c.Situation, a)
			require.Equal(t, amount.FormatYuan(c.Min), amount.FormatYuan(a.Award.Min), "min: %s", c.Why)
			require.Equal(t, amount.FormatYuan(c.Max), amount.FormatYuan(a.Award.Max), "max: %s", c.Why)
			require.Empty(t, c.Amiss(p, a))
			if c.Max == 0 {
				require.Empty(t, a.Pays)
			}
		})
	}
}
