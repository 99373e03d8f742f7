package mutate

import (
	"slices"
	"strconv"

	"mingce/calc"
	"mingce/site/explain/phrase"
)

// A maker collects the mutants of one rulebook.
type maker struct {
	rb           *calc.Rulebook
	book         *phrase.Book
	rule, clause string // of the rule at hand
	out          []Mutant
}

func newMaker(rb *calc.Rulebook) *maker { return &maker{rb: rb, book: phrase.New(rb)} }

// at turns to a rule.
func (m *maker) at(rule, clause string) { m.rule, m.clause = rule, clause }

func (m *maker) add(before, after string, change func(*calc.Rulebook)) {
	m.out = append(m.out, Mutant{m.rule, m.clause, before, after, change})
}

// A finder finds in a copy of the rulebook what a mutant is to change.
type finder[T any] func(*calc.Rulebook) *T

func (m *maker) condition(i int) {
	c := &m.rb.Conditions[i]
	m.at("条件“"+c.Words+"”", c.Cite.Clause)
	m.rests(c.Readings, func(rb *calc.Rulebook) *[]string { return &rb.Conditions[i].Readings })
	m.test(&c.Test, func(rb *calc.Rulebook) *calc.Test { return &rb.Conditions[i].Test })
}

// test makes the mutants of a test and of those it is made of.
func (m *maker) test(t *calc.Test, find finder[calc.Test]) {
	replace := func(with calc.Test) {
		m.add(m.book.Test(t), m.book.Test(&with), func(rb *calc.Rulebook) { *find(rb) = cloneTest(with) })
	}
	switch t.Op {
	case calc.OpBound:
		m.bound(t, replace)
	case calc.OpOneOf:
		m.oneOf(t, replace)
	case calc.OpReading:
		m.reading(t, replace)
	case calc.OpNot:
		replace(t.Of[0])
	default:
		m.tally(t, replace)
	}
	for i := range t.Of {
		m.test(&t.Of[i], func(rb *calc.Rulebook) *calc.Test { return &find(rb).Of[i] })
	}
}

func (m *maker) bound(t *calc.Test, replace func(calc.Test)) {
	for _, at := range around(t.Bound.At) {
		with := *t
		with.Bound.At = at
		replace(with)
	}
	for _, side := range [...][2]calc.Side{
		calc.AtLeast: {calc.Over, calc.Under}, calc.Over: {calc.AtLeast, calc.AtMost},
		calc.AtMost: {calc.Under, calc.Over}, calc.Under: {calc.AtMost, calc.AtLeast},
	}[t.Bound.Side] {
		with := *t
		with.Bound.Side = side
		replace(with)
	}
}

// around lists the numbers that a number is changed to.
func around(v int64) []int64 {
	list := []int64{v - 1, v + 1}
	if v > 0 && v < calc.NoLimit/2 && 2*v != v+1 {
		list = append(list, 2*v)
	}
	return list
}

func (m *maker) oneOf(t *calc.Test, replace func(calc.Test)) {
	measure := m.book.Measure(t.Input)
	if measure.Kind == calc.Bool && len(t.Values) == 1 {
		with := *t
		with.Values = []int64{1 - t.Values[0]}
		replace(with)
		return
	}
	for i := range measure.Options {
		with, v := *t, int64(i)
		if k := slices.Index(t.Values, v); k >= 0 {
			with.Values = slices.Delete(slices.Clone(t.Values), k, k+1)
		} else {
			with.Values = append(slices.Clone(t.Values), v)
		}
		replace(with)
	}
	replace(calc.Test{Op: calc.OpNot, Of: []calc.Test{*t}})
}

func (m *maker) reading(t *calc.Test, replace func(calc.Test)) {
	for i := range m.rb.Readings {
		r := &m.rb.Readings[i]
		if r.ID != t.Reading {
			continue
		}
		for _, o := range append([]calc.Option{{}}, r.Alternatives...) {
			if with := *t; o.ID != t.Alternative {
				with.Alternative = o.ID
				replace(with)
			}
		}
	}
	replace(calc.Test{Op: calc.OpNot, Of: []calc.Test{*t}})
}

// tally changes how many of a test's parts must hold, and which.
func (m *maker) tally(t *calc.Test, replace func(calc.Test)) {
	with := *t
	switch t.Op {
	case calc.OpAll:
		with.Op = calc.OpAny
		replace(with)
	case calc.OpAny:
		with.Op = calc.OpAll
		replace(with)
	default:
		for _, n := range []int{t.N - 1, t.N + 1} {
			with.N = n
			replace(with)
		}
	}
	replace(calc.Test{Op: calc.OpNot, Of: []calc.Test{*t}})
	for i := range t.Of {
		fewer := *t
		fewer.Of = slices.Delete(slices.Clone(t.Of), i, i+1)
		replace(fewer)
	}
}

// derived swaps the two inputs of a derived quantity.
func (m *maker) derived() {
	for i := range m.rb.Derived {
		d := &m.rb.Derived[i]
		swapped := *d
		swapped.Of, swapped.By = d.By, d.Of
		m.at("“"+d.Short+"”", d.Cite.Clause)
		if d.How != calc.Product {
			m.add(m.book.How(d), m.book.How(&swapped), func(rb *calc.Rulebook) { rb.Derived[i] = swapped })
		}
	}
}

func ordinal(i int) string { return "第" + strconv.Itoa(i+1) }
