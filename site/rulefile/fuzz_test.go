package rulefile

import (
	"testing"

	"github.com/stretchr/testify/require"

	"mingce/calc"
)

// Whatever is written, the loader answers with a rulebook that compiles or
// with problems that have a place and say something.
func FuzzLoad(f *testing.F) {
	m, second := readManual(f), readFurther(f)
	doc, other := m.document(f), second.document(f)
	f.Add([]byte(m.rules), false)
	f.Add([]byte(second.rules), true)
	f.Add([]byte(`[input.a]`+"\n"+`answer = "选项"`), false)
	f.Add([]byte(`[condition.a]`+"\n"+`not = { all = [] }`), false)
	f.Fuzz(func(t *testing.T, src []byte, further bool) {
		of := doc
		if further {
			of = other
		}
		rb, problems := Load("demo/rules.toml", src, of)
		require.Equal(t, rb == nil, len(problems) > 0)
		for _, p := range problems {
			require.NotEmpty(t, p.Text)
			require.Contains(t, []string{"demo/rules.toml", of.File}, p.File)
		}
		if rb != nil {
			_, err := calc.Compile(rb)
			require.NoError(t, err)
		}
	})
}

func FuzzLoadCases(f *testing.F) {
	m := readManual(f)
	rb, problems := Load("demo/rules.toml", []byte(m.rules), m.document(f))
	require.Empty(f, problems)
	p, err := calc.Compile(rb)
	require.NoError(f, err)
	a := p.NewAssessment()
	f.Add([]byte(m.cases))
	f.Fuzz(func(t *testing.T, src []byte) {
		cases, problems := LoadCases("demo/cases.toml", src, rb)
		if len(problems) > 0 {
			return
		}
		for _, c := range cases {
			p.Assess(c.Situation, a)
		}
	})
}
