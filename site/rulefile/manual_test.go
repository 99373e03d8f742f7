package rulefile

import (
	"testing"

	"github.com/stretchr/testify/require"

	"mingce/calc"
	"mingce/site/amount"
	"mingce/site/policy"
	"mingce/site/rulefile/rulefiletest"
)

// A manual is the example of the package doc, taken apart into its files.
type manual struct{ policy, rules, cases string }

func readManual(t testing.TB) manual { return example(t, rulefiletest.First) }

func readFurther(t testing.TB) manual { return example(t, rulefiletest.Further) }

func example(t testing.TB, read func(string) (rulefiletest.Files, error)) manual {
	f, err := read(".")
	require.NoError(t, err)
	return manual{f.Policy, f.Rules, f.Cases}
}

func (m manual) document(t testing.TB) *policy.Document {
	doc, problems := policy.Parse("content/policies/demo/policy.md", []byte(m.policy))
	require.Empty(t, problems)
	return doc
}

// The manual's examples load, compile, and their cases come out as stated.
func TestManual(t *testing.T) {
	for i, m := range []manual{readManual(t), readFurther(t)} {
		rb, problems := Load("content/policies/demo/rules.toml", []byte(m.rules), m.document(t))
		require.Empty(t, problems)
		require.Equal(t, "demo", rb.ID)
		p, err := calc.Compile(rb)
		require.NoError(t, err)
		cases, problems := LoadCases("content/policies/demo/cases.toml", []byte(m.cases), rb)
		require.Empty(t, problems)
		require.Len(t, cases, 3+i)
		a := p.NewAssessment()
		for _, c := range cases {
			p.Assess(c.Situation, a)
			require.Equal(t, amount.FormatYuan(c.Min), amount.FormatYuan(a.Award.Min), c.Name)
			require.Equal(t, amount.FormatYuan(c.Max), amount.FormatYuan(a.Award.Max), c.Name)
			require.Empty(t, c.Amiss(p, a), c.Name)
		}
	}
}

// Who decides the inputs decides the condition.
func TestConditionsInheritTheAuthority(t *testing.T) {
	m := readFurther(t)
	rb, _ := Load("demo/rules.toml", []byte(m.rules), m.document(t))
	require.Equal(t, "市商务局", findCondition(rb, "ranked").By)
}
