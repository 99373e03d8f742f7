package calc_test

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"mingce/calc"
	"mingce/calc/calctest"
)

// A batch says of every row what Assess says, and says it wherever AwardOf does: over random rulebooks, for rows
// complete, in part unknown, and out of range.
func TestBatchAgrees(t *testing.T) {
	for seed := range uint64(400) {
		batchAgrees(t, seed, uint8(seed), uint8(seed>>1), uint8(seed>>2), uint8(seed>>1), seed%2 == 0)
	}
}

func FuzzBatch(f *testing.F) {
	f.Add(uint64(1), uint8(3), uint8(4), uint8(3), uint8(0), true)
	f.Add(uint64(2), uint8(30), uint8(50), uint8(9), uint8(2), false)
	f.Fuzz(batchAgrees)
}

func batchAgrees(t *testing.T, seed uint64, inputs, conditions, benefits, derived uint8, caps bool) {
	r := rand.New(rand.NewPCG(seed, 11))
	rb := calctest.Rulebook(r, calctest.Small{
		Inputs: 1 + int(inputs%40), Conditions: int(conditions % 60), Benefits: 1 + int(benefits%12), Derived: int(derived % 3), Caps: caps,
	})
	p, err := calc.Compile(rb)
	require.NoError(t, err)
	setting := calctest.Situation(r, rb, 0)
	b := p.NewBatch(setting)
	for _, rows := range []int{1 + r.IntN(63), 64, 65 + r.IntN(100)} {
		table := make([]calc.Situation, rows)
		for i := range table {
			table[i] = calctest.Situation(r, rb, []int{0, 0, 0, 2, 9}[r.IntN(5)])
			copy(table[i][len(rb.Inputs):], setting[len(rb.Inputs):])
			if k := r.IntN(len(rb.Inputs)); r.IntN(4) == 0 {
				table[i][k] = []int64{p.Slots[k].Max + 1, p.Slots[k].Min - 1, 1<<63 - 1, -1<<63 + 1, -7}[r.IntN(5)]
			}
		}
		awards := make([]int64, rows)
		b.Awards(columns(p, table), awards)
		for i, s := range table {
			row(t, p, s, awards[i], seed)
		}
	}
}

// row holds an award to what Assess says. A value out of range goes
// through only where nothing hangs on it: then any value would do.
func row(t *testing.T, p *calc.Program, s calc.Situation, got int64, seed uint64) {
	t.Helper()
	for i := range p.Rulebook.Inputs {
		if v := s[i]; v != calc.Unknown && (v < p.Slots[i].Min || v > p.Slots[i].Max) {
			if got == calc.Unknown {
				return
			}
			s[i] = calc.Unknown
		}
	}
	if got == calc.Unknown {
		_, ok := p.AwardOf(s)
		require.False(t, ok, "seed %d %v", seed, s)
		return
	}
	a := p.NewAssessment()
	p.Assess(s, a)
	require.Equal(t, calc.Outcome{Status: a.Award.Status, Min: got, Max: got}, a.Award, "seed %d %v", seed, s)
}

// columns turns rows into columns.
func columns(p *calc.Program, table []calc.Situation) [][]calc.Value {
	list := make([][]calc.Value, len(p.Rulebook.Inputs))
	for i := range list {
		for _, s := range table {
			list[i] = append(list[i], s[i])
		}
	}
	return list
}

// A column that is not there is one of unknowns; nothing is allocated.
func TestBatchOfThePolicy(t *testing.T) {
	p := daqing(t)
	r := rand.New(rand.NewPCG(1, 1))
	table := make([]calc.Situation, 500)
	for i := range table {
		table[i] = calctest.Near(r, p, 0)
	}
	awards, list := make([]int64, len(table)), columns(p, table)
	b := p.NewBatch(p.NewSituation())
	require.Zero(t, testing.AllocsPerRun(3, func() { b.Awards(list, awards) }))
	paid := 0
	for i, s := range table {
		row(t, p, s, awards[i], 0)
		if awards[i] > 0 {
			paid++
		}
	}
	require.Greater(t, paid, 20)

	list[0] = nil // who applies
	b.Awards(list, awards)
	for i, s := range table {
		s[0] = calc.Unknown
		row(t, p, s, awards[i], 0)
	}
}
