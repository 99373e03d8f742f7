package calc_test

import (
	"math/rand/v2"
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"mingce/calc"
	"mingce/calc/calctest"
	"mingce/site"
)

// daqing loads the rulebook of 庆政发〔2015〕23号.
func daqing(t testing.TB) *calc.Program {
	t.Helper()
	policy, problems := site.Load(os.DirFS("../content"), "content", "qzf-2015-23")
	require.Empty(t, problems)
	return policy.Program
}

// BenchmarkAssess measures one assessment of random applicants of the real
// policy: everything known, half unknown, nothing known.
func BenchmarkAssess(b *testing.B) {
	p := daqing(b)
	for _, kind := range []struct {
		name    string
		unknown int
	}{{"complete", 0}, {"half", 2}, {"nothing", 1}} {
		b.Run(kind.name, func(b *testing.B) {
			r := rand.New(rand.NewPCG(1, 1))
			cases := make([]calc.Situation, 1024)
			for i := range cases {
				cases[i] = calctest.Near(r, p, kind.unknown)
			}
			a := p.NewAssessment()
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				p.Assess(cases[i&1023], a)
			}
		})
	}
}

// BenchmarkAward measures the award alone.
func BenchmarkAward(b *testing.B) {
	p := daqing(b)
	r := rand.New(rand.NewPCG(1, 1))
	cases := make([]calc.Situation, 1024)
	for i := range cases {
		cases[i] = calctest.Near(r, p, 0)
	}
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		p.AwardOf(cases[i&1023])
	}
}

// BenchmarkBatch measures an award of a batch of the same.
func BenchmarkBatch(b *testing.B) {
	p := daqing(b)
	r := rand.New(rand.NewPCG(1, 1))
	table := make([]calc.Situation, 1024)
	for i := range table {
		table[i] = calctest.Near(r, p, 0)
	}
	awards, list := make([]int64, len(table)), columns(p, table)
	batch := p.NewBatch(p.NewSituation())
	b.ReportAllocs()
	for b.Loop() {
		batch.Awards(list, awards)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(table)), "ns/row")
}
