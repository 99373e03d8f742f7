package rulefile

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"mingce/calc"
	"mingce/site/amount"
	"mingce/site/policy"
)

// A manual is the example of the package doc, taken apart into its files.
type manual struct{ policy, rules, cases string }

// readManual collects the indented blocks of the package doc's first example;
// readFurther those of the second. The block with front matter is the policy,
// the one headed cases.toml the cases, the rest the rules.
func readManual(t testing.TB) manual { return readExample(t, "doc.go") }

func readFurther(t testing.TB) manual {
	return readExample(t, "doc_further.go", "doc_further_amounts.go")
}

func readExample(t testing.TB, files ...string) manual {
	var src []byte
	for _, file := range files {
		part, err := os.ReadFile(file)
		require.NoError(t, err)
		src = append(src, part...)
	}
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
