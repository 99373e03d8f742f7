package rulefile

import (
	"slices"

	"mingce/calc"
)

// A world is what tests can tell apart: the values of inputs, quantities and
// readings, one for each variable.
type world map[variable]int64

// A variable is an input or quantity by its id, or a reading.
type variable struct {
	id      string
	reading bool
}

// most is how many worlds are looked at; what needs more is not judged.
const most = 1 << 14

// variables lists what tests hang on, in order.
func variables(tests []calc.Test) (all []variable) {
	for i := range tests {
		t := &tests[i]
		v := variable{t.Input, false}
		switch t.Op {
		case calc.OpReading:
			v = variable{t.Reading, true}
			fallthrough
		case calc.OpBound, calc.OpOneOf:
			if !slices.Contains(all, v) {
				all = append(all, v)
			}
			continue
		}
		for _, inner := range variables(t.Of) {
			if !slices.Contains(all, inner) {
				all = append(all, inner)
			}
		}
	}
	return all
}

// choices are values of a variable, one at least on either side of everything
// that the tests compare it with. A quantity counts as free of its inputs, so
// that there may be worlds that cannot be, but none is missing.
func (l *loader) choices(v variable, tests []calc.Test) (values []int64) {
	if v.reading {
		r := l.rb.Readings[slices.IndexFunc(l.rb.Readings, func(r calc.Reading) bool { return r.ID == v.id })]
		for k := range len(r.Alternatives) + 1 {
			values = append(values, int64(k))
		}
		return values
	}
	in := l.measured(v.id)
	if !in.Kind.Numeric() {
		for k := range in.Max + 1 {
			values = append(values, k)
		}
		return values
	}
	scale := l.scale(v.id)
	values = []int64{in.Min * scale, in.Max * scale}
	for _, at := range boundsOn(v.id, tests) {
		for probe := at*scale - 1; probe <= at*scale+1; probe++ {
			if probe > in.Min*scale && probe < in.Max*scale {
				values = append(values, probe)
			}
		}
	}
	slices.Sort(values)
	return slices.Compact(values)
}

// scale is 2 for ratios, which may lie between two hundredths of a percent.
func (l *loader) scale(id string) int64 {
	if l.isRatio(id) {
		return 2
	}
	return 1
}

func boundsOn(id string, tests []calc.Test) (at []int64) {
	for i := range tests {
		if tests[i].Op == calc.OpBound && tests[i].Input == id {
			at = append(at, tests[i].Bound.At)
		}
		at = append(at, boundsOn(id, tests[i].Of)...)
	}
	return at
}

// worlds visits every world of some variables until visit returns false. It
// is false if there are too many.
func (l *loader) worlds(vars []variable, tests []calc.Test, visit func(world) bool) bool {
	choices, n := make([][]int64, len(vars)), 1
	for i, v := range vars {
		choices[i] = l.choices(v, tests)
		if n *= len(choices[i]); n > most {
			return false
		}
	}
	w := world{}
	var next func(int) bool
	next = func(i int) bool {
		if i == len(vars) {
			return visit(w)
		}
		for _, value := range choices[i] {
			w[vars[i]] = value
			if !next(i + 1) {
				return false
			}
		}
		return true
	}
	next(0)
	return true
}

// holds reports whether a test is true in a world.
func (l *loader) holds(t *calc.Test, w world) bool {
	switch t.Op {
	case calc.OpBound:
		bound := t.Bound
		bound.At *= l.scale(t.Input)
		return bound.Holds(w[variable{t.Input, false}])
	case calc.OpOneOf:
		return slices.Contains(t.Values, w[variable{t.Input, false}])
	case calc.OpReading:
		r := l.rb.Readings[slices.IndexFunc(l.rb.Readings, func(r calc.Reading) bool { return r.ID == t.Reading })]
		taken := slices.IndexFunc(r.Alternatives, func(o calc.Option) bool { return o.ID == t.Alternative }) + 1
		return w[variable{t.Reading, true}] == int64(taken)
	}
	n := 0
	for i := range t.Of {
		if l.holds(&t.Of[i], w) {
			n++
		}
	}
	switch t.Op {
	case calc.OpAll:
		return n == len(t.Of)
	case calc.OpAny:
		return n > 0
	case calc.OpNot:
		return n == 0
	}
	return n >= t.N
}

// judge says whether tests can all hold at once, and whether one can fail.
// Nothing is known when there are too many worlds to tell.
func (l *loader) judge(tests []calc.Test) (canHold, canFail, known bool) {
	known = l.worlds(variables(tests), tests, func(w world) bool {
		all := true
		for i := range tests {
			all = all && l.holds(&tests[i], w)
		}
		canHold, canFail = canHold || all, canFail || !all
		return !(canHold && canFail)
	})
	return canHold, canFail, known
}

// matters reports whether a test's truth can hang on a variable alone.
func (l *loader) matters(v variable, t *calc.Test) bool {
	tests := []calc.Test{*t}
	others := slices.DeleteFunc(variables(tests), func(o variable) bool { return o == v })
	mine := l.choices(v, tests)
	differs := false
	known := l.worlds(others, tests, func(w world) bool {
		w[v] = mine[0]
		first := l.holds(t, w)
		for _, value := range mine[1:] {
			w[v] = value
			differs = differs || l.holds(t, w) != first
		}
		return !differs
	})
	return differs || !known
}
