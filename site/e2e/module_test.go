package e2e

import (
	"encoding/base64"
	"encoding/binary"
	"math/rand/v2"
	"net/http"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"mingce/calc"
	"mingce/calc/calctest"
)

// The module as the browser runs it answers as calc.Assess does, in every
// cell: on every worked case under its readings, and on random complete and
// partial situations under random readings.
func TestModuleAgrees(t *testing.T) {
	x, p := daqing(t), open(t, serve(t))
	var situations []calc.Situation
	for _, c := range x.cases {
		situations = append(situations, c.Situation)
	}
	r := rand.New(rand.NewPCG(2015, 23))
	for i := range 12_000 {
		s := calctest.Near(r, x.program, i%6)
		if i%3 == 0 {
			x.turn(r, s)
		}
		situations = append(situations, s)
	}
	p.visit(sheetPage)
	length := 3 + 4*len(x.rules.Benefits) + len(x.rules.Conditions) + len(x.rules.Readings) + 1 + len(x.rules.Inputs)
	a := x.program.NewAssessment()
	for chunk := range slices.Chunk(situations, 2_000) {
		got := cells(t, get[string](p, `e2e.assessAll($0, $1, $2)`, base64.StdEncoding.EncodeToString(bytesOf(chunk)), x.program.Given, length))
		for i, s := range chunk {
			x.program.Assess(s, a)
			want := x.out(a)
			if answer := got[i*length : i*length+len(want)]; !slices.Equal(want, answer) {
				require.Equal(t, want, answer, "situation %v", s)
			}
		}
	}
	t.Logf("%d situations equal", len(situations))
}

// turn takes random readings.
func (x subject) turn(r *rand.Rand, s calc.Situation) {
	for k, rd := range x.rules.Readings {
		s[len(x.rules.Inputs)+k] = r.Int64N(int64(len(rd.Alternatives) + 1))
	}
}

// out is an assessment as package wasm lays it out.
func (x subject) out(a *calc.Assessment) []int64 {
	cells := []int64{int64(a.Award.Status), a.Award.Min, a.Award.Max}
	flag := func(is bool) int64 {
		if is {
			return 1
		}
		return 0
	}
	for i, b := range a.Benefits {
		cells = append(cells, int64(b.Status), b.Min, b.Max, flag(slices.Contains(a.Pays, i)))
	}
	for k := range x.rules.Conditions {
		cells = append(cells, int64(a.Truth(k)))
	}
	for k := range x.rules.Readings {
		cells = append(cells, int64(a.Readings>>k&1))
	}
	cells = append(cells, int64(len(a.Questions)))
	for _, q := range a.Questions {
		cells = append(cells, int64(q))
	}
	return cells
}

// One call assesses 100 000 complete cases in the browser; every award is
// that of calc.Assess. How long it took is reported, not tested.
func TestBatchOf100000(t *testing.T) {
	const n = 100_000
	x, s := daqing(t), serve(t)
	r := rand.New(rand.NewPCG(11, 30))
	situations := make([]calc.Situation, n)
	for i := range situations {
		situations[i] = calctest.Near(r, x.program, 0)
		if i%10 == 0 {
			x.turn(r, situations[i])
		}
	}
	s.extra["situations"] = func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write(bytesOf(situations)) }
	p := open(t, s)
	p.visit(sheetPage)
	got := get[struct {
		Took   []float64 `json:"took"`
		Awards string    `json:"awards"`
	}](p, `e2e.batch($0, $1, 7)`, s.at("situations"), x.program.Given)
	awards := cells(t, got.Awards)
	require.Len(t, awards, 2*n)
	a := x.program.NewAssessment()
	start := time.Now()
	for i, s := range situations {
		x.program.Assess(s, a)
		if awards[2*i] != a.Award.Min || awards[2*i+1] != a.Award.Max {
			require.Equal(t, []int64{a.Award.Min, a.Award.Max}, awards[2*i:2*i+2], "situation %v", s)
		}
	}
	slices.Sort(got.Took)
	t.Logf("%d cases in one call: best %.1f ms, median %.1f ms, worst %.1f ms (calc.Assess with comparing: %d ms)", n,
		got.Took[0], got.Took[len(got.Took)/2], got.Took[len(got.Took)-1], time.Since(start).Milliseconds())
}

// bytesOf lays situations out as the module reads them.
func bytesOf(situations []calc.Situation) (b []byte) {
	for _, s := range situations {
		for _, v := range s {
			b = binary.LittleEndian.AppendUint64(b, uint64(v))
		}
	}
	return b
}

// cells reads a table that came as base64.
func cells(t testing.TB, text string) []int64 {
	t.Helper()
	b, err := base64.StdEncoding.DecodeString(text)
	require.NoError(t, err)
	out := make([]int64, len(b)/8)
	for i := range out {
		out[i] = int64(binary.LittleEndian.Uint64(b[8*i:]))
	}
	return out
}
