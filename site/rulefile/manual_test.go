package rulefile

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"mingce/calc"
	"mingce/site/policy"
)

// A manual is the example of the package doc, taken apart into its files.
type manual struct{ policy, rules, cases string }

// readManual collects the indented blocks of doc.go: the one with front matter
// is the policy, the one headed cases.toml the cases, the rest the rules.
func readManual(t testing.TB) manual {
	src, err := os.ReadFile("doc.go")
	require.NoError(t, err)
	var m manual
	var block strings.Builder
	for line := range strings.SplitSeq(string(src), "\n") {
		if code, ok := strings.CutPrefix(line, "//\t"); ok || line == "//" {
			block.WriteString(strings.TrimPrefix(code, "//") + "\n")
			continue
		}
		code := strings.TrimSpace(block.String()) + "\n"
		block.Reset()
		switch {
		case strings.HasPrefix(code, "+++"):
			m.policy += code
		case strings.HasPrefix(code, "# cases.toml"):
			m.cases += code
		default:
			m.rules += code
		}
	}
	return m
}

func (m manual) document(t testing.TB) *policy.Document {
	doc, problems := policy.Parse("content/policies/demo/policy.md", []byte(m.policy))
	require.Empty(t, problems)
	return doc
}

// The manual's example loads, compiles, and its cases come out as stated.
func TestManual(t *testing.T) {
	m := readManual(t)
	rb, problems := Load("content/policies/demo/rules.toml", []byte(m.rules), m.document(t))
	require.Empty(t, problems)
	require.Equal(t, "demo", rb.ID)
	p, err := calc.Compile(rb)
	require.NoError(t, err)
	cases, problems := LoadCases("content/policies/demo/cases.toml", []byte(m.cases), rb)
	require.Empty(t, problems)
	require.Len(t, cases, 3)
	a := p.NewAssessment()
	for _, c := range cases {
		p.Assess(c.Situation, a)
		require.Equal(t, c.Min, a.Award.Min, c.Name)
		require.Equal(t, c.Max, a.Award.Max, c.Name)
	}
	require.Equal(t, "市市场监管局", rb.Inputs[8].By)
}
