package wasm_test

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/tetratelabs/wazero"

	"mingce/calc"
	"mingce/calc/calctest"
)

// curve reads what the module says of one input.
func (x *instance) rows(t testing.TB, s calc.Situation, input, of int) (list []calc.Segment) {
	x.write(t, x.in, s)
	n, err := x.curve.Call(t.Context(), uint64(input), uint64(uint32(int32(of))))
	require.NoError(t, err)
	for i := range uint32(n[0]) {
		cell := func(k uint32) int64 { return x.cell(t, x.free+48*i+8*k) }
		list = append(list, calc.Segment{From: cell(0), To: cell(1),
			Min: calc.Rise{At: cell(2), End: cell(3)}, Max: calc.Rise{At: cell(4), End: cell(5)}})
	}
	for i, v := range s {
		require.Equal(t, v, x.cell(t, x.in+uint32(8*i)))
	}
	return list
}

// The module's curves are calc's, row by row, of awards and benefits, whatever
// else is unknown.
func TestCurveAgrees(t *testing.T) {
	for seed := range uint64(120) {
		r := rand.New(rand.NewPCG(seed, 12))
		rb := calctest.Rulebook(r, calctest.Small{
			Inputs: 1 + r.IntN(4), Conditions: r.IntN(5), Benefits: 1 + r.IntN(4), Caps: seed%2 == 0, Derived: r.IntN(3),
		})
		for i := range rb.Inputs {
			if rb.Inputs[i].Kind == calc.Money && seed%3 == 0 {
				rb.Inputs[i].Max *= 1_000
			}
		}
		p, err := calc.Compile(rb)
		require.NoError(t, err)
		x := start(t, p, wazero.NewRuntimeConfigInterpreter())
		s := calctest.Situation(r, rb, int(seed%3))
		for i, in := range rb.Inputs {
			if !in.Kind.Numeric() {
				continue
			}
			for of := calc.Whole; of < len(rb.Benefits); of++ {
				require.Equal(t, p.Curve(s, i, of), x.rows(t, s, i, of), "seed %d input %d of %d", seed, i, of)
			}
		}
	}
}

func TestCurveAgreesOnThePolicy(t *testing.T) {
	p := daqing(t)
	x := start(t, p, wazero.NewRuntimeConfigCompiler())
	r := rand.New(rand.NewPCG(3, 3))
	for i := range 60 {
		s := calctest.Near(r, p, i%4)
		for k, in := range p.Rulebook.Inputs {
			if in.Kind.Numeric() {
				require.Equal(t, p.Curve(s, k, calc.Whole), x.rows(t, s, k, calc.Whole), "%v input %d", s, k)
			}
		}
	}
}
