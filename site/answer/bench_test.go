package answer_test

import (
	"bytes"
	"io"
	"math/rand/v2"
	"os"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"mingce/calc"
	"mingce/calc/calctest"
	"mingce/site"
	"mingce/site/answer"
)

// BenchmarkStream answers complete applicants of 庆政发〔2015〕23号, from JSON
// Lines to JSON Lines. lines/min is what one core does.
func BenchmarkStream(b *testing.B) {
	policy, problems := site.Load(os.DirFS("../../content"), "content", "qzf-2015-23")
	require.Empty(b, problems)
	const count = 1024
	in := applicants(policy.Program, count)
	b.SetBytes(int64(len(in)))
	b.ReportAllocs()
	for b.Loop() {
		bad, err := answer.Job{Program: policy.Program}.Run(bytes.NewReader(in), io.Discard)
		require.NoError(b, err)
		require.Zero(b, bad)
	}
	b.ReportMetric(float64(count*b.N)/b.Elapsed().Minutes(), "lines/min")
}

// applicants are complete situations, many of them near a bound.
func applicants(p *calc.Program, count int) []byte {
	r := rand.New(rand.NewPCG(1, 1))
	var b bytes.Buffer
	for range count {
		s := calctest.Near(r, p, 0)
		for i := range p.Rulebook.Inputs {
			in := &p.Rulebook.Inputs[i]
			b.WriteString(map[bool]string{true: "{", false: ","}[i == 0] + strconv.Quote(in.ID) + ":")
			switch {
			case in.Kind == calc.Bool:
				b.WriteString(strconv.FormatBool(s[i] == 1))
			case in.Kind == calc.Choice:
				b.WriteString(strconv.Quote(in.Options[s[i]].ID))
			default:
				b.WriteString(strconv.FormatFloat(float64(s[i])/float64(in.Kind.Scale()), 'f', -1, 64))
			}
		}
		b.WriteString("}\n")
	}
	return b.Bytes()
}
