package mutate

import (
	"slices"

	"mingce/calc"
	"mingce/site/rulefile"
)

// A trial is the cases that a mutant must stand: first the awards of those of
// which enough is known, all at once, and only then case by case what else
// they state.
type trial struct {
	cases []rulefile.Case
	sheet []sheet
}

// A sheet is cases under one setting of the readings, as columns.
type sheet struct {
	setting calc.Situation
	columns [][]calc.Value
	awards  []int64
}

func newTrial(rb *calc.Rulebook, cases []rulefile.Case) *trial {
	t := &trial{cases: cases}
	n := len(rb.Inputs)
	for i := range cases {
		k := &cases[i]
		if k.Min != k.Max {
			continue
		}
		at := slices.IndexFunc(t.sheet, func(s sheet) bool { return slices.Equal(s.setting[n:], k.Situation[n:]) })
		if at < 0 {
			at = len(t.sheet)
			t.sheet = append(t.sheet, sheet{setting: k.Situation, columns: make([][]calc.Value, n)})
		}
		s := &t.sheet[at]
		for c := range s.columns {
			s.columns[c] = append(s.columns[c], k.Situation[c])
		}
		s.awards = append(s.awards, k.Min)
	}
	return t
}

// contradicts reports whether a program answers some case otherwise than the
// case states.
func (t *trial) contradicts(p *calc.Program) bool {
	for i := range t.sheet {
		if t.sheet[i].contradicts(p) {
			return true
		}
	}
	return t.first(p) != nil
}

func (s *sheet) contradicts(p *calc.Program) bool {
	awards := make([]int64, len(s.awards))
	p.NewBatch(s.setting).Awards(s.columns, awards)
	for i, v := range awards {
		if v != s.awards[i] && v != calc.Unknown {
			return true
		}
	}
	return false
}

// first is the first case that a program answers otherwise, or nil.
func (t *trial) first(p *calc.Program) *rulefile.Case {
	a := p.NewAssessment()
	for i := range t.cases {
		k := &t.cases[i]
		if p.Assess(k.Situation, a); len(k.Amiss(p, a)) > 0 {
			return k
		}
	}
	return nil
}
