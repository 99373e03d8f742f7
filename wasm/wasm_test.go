package wasm_test

import (
	"context"
	"encoding/binary"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"

	"mingce/calc"
	"mingce/calc/calctest"
	"mingce/wasm"
)

// An instance is a compiled module running under wazero.
type instance struct {
	p             *calc.Program
	mod           api.Module
	assess, batch api.Function
	curve         api.Function
	in, out, free uint32
}

// start runs the module. The interpreter starts faster, the compiler answers
// faster.
func start(t testing.TB, p *calc.Program, config wazero.RuntimeConfig) *instance {
	t.Helper()
	ctx := context.Background()
	rt := wazero.NewRuntimeWithConfig(ctx, config)
	t.Cleanup(func() { require.NoError(t, rt.Close(ctx)) })
	mod, err := rt.Instantiate(ctx, wasm.Compile(p))
	require.NoError(t, err)
	global := func(name string) uint32 { return uint32(mod.ExportedGlobal(name).Get()) }
	return &instance{p, mod, mod.ExportedFunction("assess"), mod.ExportedFunction("batch"), mod.ExportedFunction("curve"),
		global("in"), global("out"), global("free")}
}

func (x *instance) write(t testing.TB, at uint32, s calc.Situation) {
	b := make([]byte, 0, 8*len(s))
	for _, v := range s {
		b = binary.LittleEndian.AppendUint64(b, uint64(v))
	}
	require.True(t, x.mod.Memory().Write(at, b))
}

func (x *instance) cell(t testing.TB, at uint32) int64 {
	v, ok := x.mod.Memory().ReadUint64Le(at)
	require.True(t, ok)
	return int64(v)
}

// An answer is an assessment as the module gives it.
type answer struct {
	Award     calc.Outcome
	Pays      []int
	Benefits  []calc.Outcome
	Truths    []calc.Truth
	Questions []int
	Readings  uint64
}

// answer assesses in the module and reads the assessment back, in the words
// of package calc.
func (x *instance) answer(t testing.TB, s calc.Situation) *answer {
	x.write(t, x.in, s)
	_, err := x.assess.Call(context.Background())
	require.NoError(t, err)
	at := x.out
	next := func() int64 {
		at += 8
		return x.cell(t, at-8)
	}
	a := &answer{Benefits: make([]calc.Outcome, len(x.p.Benefits)), Truths: make([]calc.Truth, len(x.p.Conditions))}
	a.Award = calc.Outcome{Status: calc.Status(next()), Min: next(), Max: next()}
	for b := range a.Benefits {
		a.Benefits[b] = calc.Outcome{Status: calc.Status(next()), Min: next(), Max: next()}
		if next() == 1 {
			a.Pays = append(a.Pays, b)
		}
	}
	for k := range a.Truths {
		a.Truths[k] = calc.Truth(next())
	}
	for r := range x.p.Rulebook.Readings {
		a.Readings |= uint64(next()) << r
	}
	for range next() {
		a.Questions = append(a.Questions, int(next()))
	}
	return a
}

// same compares everything an assessment says.
func same(t testing.TB, want *calc.Assessment, got *answer, s calc.Situation, seed uint64) {
	truths := make([]calc.Truth, len(got.Truths))
	for k := range truths {
		truths[k] = want.Truth(k)
	}
	if want.Award == got.Award && want.Readings == got.Readings && equal(want.Pays, got.Pays) &&
		equal(want.Benefits, got.Benefits) && equal(truths, got.Truths) && equal(want.Questions, got.Questions) {
		return
	}
	require.Equal(t, want.Award, got.Award, "seed %d, %v", seed, s)
	require.Equal(t, want.Benefits, got.Benefits, "seed %d, %v", seed, s)
	require.Equal(t, append([]int{}, want.Pays...), append([]int{}, got.Pays...), "seed %d, %v", seed, s)
	require.Equal(t, truths, got.Truths, "seed %d, %v", seed, s)
	require.Equal(t, append([]int{}, want.Questions...), append([]int{}, got.Questions...), "seed %d, %v", seed, s)
	require.Equal(t, want.Readings, got.Readings, "seed %d, %v", seed, s)
}

func equal[T comparable](a, b []T) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// The module answers as calc.Assess does, in every field, over random
// rulebooks.
func TestModuleAgreesOnRandomRulebooks(t *testing.T) {
	for seed := range uint64(150) {
		r := rand.New(rand.NewPCG(seed, 2))
		rb := calctest.Rulebook(r, calctest.Small{
			Inputs: 1 + r.IntN(8), Conditions: r.IntN(8), Benefits: 1 + r.IntN(6), Caps: seed%2 == 0, Derived: r.IntN(3),
		})
		p, err := calc.Compile(rb)
		require.NoError(t, err)
		if seed%4 == 0 {
			p.Limit = r.IntN(20)
		}
		x := start(t, p, wazero.NewRuntimeConfigInterpreter())
		a := p.NewAssessment()
		for range 20 {
			s := calctest.Situation(r, rb, r.IntN(4))
			p.Assess(s, a)
			same(t, a, x.answer(t, s), s, seed)
			x.write(t, x.free, s)
			_, err := x.batch.Call(context.Background(), uint64(x.free), uint64(x.free)+uint64(8*len(s)), 1)
			require.NoError(t, err)
			out := x.free + uint32(8*len(s))
			require.Equal(t, a.Award.Min, x.cell(t, out), "seed %d, %v", seed, s)
			require.Equal(t, a.Award.Max, x.cell(t, out+8), "seed %d, %v", seed, s)
		}
	}
}
