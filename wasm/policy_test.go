package wasm_test

import (
	"math/rand/v2"
	"os"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/tetratelabs/wazero"

	"mingce/calc"
	"mingce/calc/calctest"
	"mingce/site"
	"mingce/site/rulefile/rulefiletest"
	"mingce/wasm"
)

// daqing loads the rulebook of 庆政发〔2015〕23号.
func daqing(t testing.TB) *calc.Program {
	t.Helper()
	policy, problems := site.Load(os.DirFS("../content"), "content", "qzf-2015-23")
	require.Empty(t, problems)
	return policy.Program
}

// The module of the real policy answers as calc.Assess does, in every field,
// on complete and partial situations, under every reading.
func TestModuleAgreesOnThePolicy(t *testing.T) {
	p := daqing(t)
	x := start(t, p, wazero.NewRuntimeConfigCompiler())
	a := p.NewAssessment()
	r := rand.New(rand.NewPCG(20151130, 23))
	for i := range 120_000 {
		s := calctest.Near(r, p, i%5)
		if i%3 == 0 {
			for k, rd := range p.Rulebook.Readings {
				s[len(p.Rulebook.Inputs)+k] = r.Int64N(int64(len(rd.Alternatives) + 1))
			}
		}
		p.Assess(s, a)
		same(t, a, x.answer(t, s), s, uint64(i))
	}
}

// So does that of the manual's second example, which has every form that rules
// can take: days and look-backs, ratio, growth, difference, foreign money,
// shares with a floor, of what exceeds, steps, bands, options, parts, instalments,
// ranks, what is decided case by case, groups with caps.
func TestModuleAgreesOnEveryForm(t *testing.T) {
	files, err := rulefiletest.Further("../site/rulefile")
	require.NoError(t, err)
	policy, problems := site.Load(files.Content(), "content", "demo")
	require.Empty(t, problems)
	p := policy.Program
	x := start(t, p, wazero.NewRuntimeConfigCompiler())
	a, b := p.NewAssessment(), p.NewBatch(p.NewSituation())
	r := rand.New(rand.NewPCG(2024, 3))
	paid, awards := map[int]bool{}, make([]int64, 1)
	for i := range 6_000 {
		s := calctest.Near(r, p, []int{0, 0, 9, 4}[i%4])
		p.Assess(s, a)
		same(t, a, x.answer(t, s), s, uint64(i))
		for _, k := range a.Pays {
			paid[k] = true
		}
		var row [][]calc.Value
		for k := range p.Rulebook.Inputs {
			row = append(row, s[k:k+1])
		}
		if b.Awards(row, awards); awards[0] != calc.Unknown {
			require.Equal(t, [2]int64{awards[0], awards[0]}, [2]int64{a.Award.Min, a.Award.Max}, "%v", s)
		}
	}
	require.Len(t, paid, 6, "every benefit with an amount pays somebody")
}

// What one batch call writes is what assess gives one by one.
func TestBatchAgreesOnThePolicy(t *testing.T) {
	p := daqing(t)
	x := start(t, p, wazero.NewRuntimeConfigCompiler())
	a := p.NewAssessment()
	r := rand.New(rand.NewPCG(1, 2))
	const n = 20_000
	width := uint32(8 * len(p.Slots))
	out := x.free + n*width
	grow(t, x, out+n*16)
	cases := make([]calc.Situation, n)
	for i := range cases {
		cases[i] = calctest.Near(r, p, []int{0, 0, 3}[i%3])
		x.write(t, x.free+uint32(i)*width, cases[i])
	}
	_, err := x.batch.Call(t.Context(), uint64(x.free), uint64(out), n)
	require.NoError(t, err)
	for i, s := range cases {
		p.Assess(s, a)
		at := out + uint32(i)*16
		require.Equal(t, [2]int64{a.Award.Min, a.Award.Max}, [2]int64{x.cell(t, at), x.cell(t, at+8)}, "%v", s)
	}
}

// grow makes the module's memory at least that large.
func grow(t testing.TB, x *instance, size uint32) {
	memory := x.mod.Memory()
	if have := memory.Size(); have < size {
		_, ok := memory.Grow((size - have + 65535) / 65536)
		require.True(t, ok)
	}
}

// A page lays a BigInt64Array over what is free, which must be aligned.
func TestFreeIsAligned(t *testing.T) {
	for seed := range uint64(30) {
		r := rand.New(rand.NewPCG(seed, 8))
		p, err := calc.Compile(calctest.Rulebook(r, calctest.Small{Inputs: 3, Conditions: 3, Benefits: 3}))
		require.NoError(t, err)
		require.Zero(t, start(t, p, wazero.NewRuntimeConfigInterpreter()).free%8)
	}
}

// The same program always gives the same bytes.
func TestCompileIsRepeatable(t *testing.T) {
	require.Equal(t, wasm.Compile(daqing(t)), wasm.Compile(daqing(t)))
}

func BenchmarkCompile(b *testing.B) {
	p := daqing(b)
	b.ReportAllocs()
	for b.Loop() {
		wasm.Compile(p)
	}
}
