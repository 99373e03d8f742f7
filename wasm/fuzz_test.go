package wasm_test

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/tetratelabs/wazero"

	"mingce/calc"
	"mingce/calc/calctest"
)

// FuzzModule: any rulebook compiles to a valid module that agrees with
// calc.Assess. The fuzzer chooses the shape; the rest follows from the seed.
func FuzzModule(f *testing.F) {
	f.Add(uint64(1), uint8(3), uint8(4), uint8(3), uint8(0), true)
	f.Add(uint64(2), uint8(9), uint8(0), uint8(1), uint8(2), false)
	f.Add(uint64(3), uint8(0), uint8(9), uint8(7), uint8(1), true)
	f.Fuzz(func(t *testing.T, seed uint64, inputs, conditions, benefits, derived uint8, caps bool) {
		r := rand.New(rand.NewPCG(seed, 7))
		rb := calctest.Rulebook(r, calctest.Small{
			Inputs: 1 + int(inputs%10), Conditions: int(conditions % 12), Benefits: int(benefits % 8),
			Derived: int(derived % 3), Caps: caps,
		})
		p, err := calc.Compile(rb)
		require.NoError(t, err)
		x := start(t, p, wazero.NewRuntimeConfigInterpreter())
		a := p.NewAssessment()
		for i := range 10 {
			s := calctest.Situation(r, rb, i%4)
			p.Assess(s, a)
			same(t, a, x.answer(t, s), s, seed)
		}
	})
}
