package mutate

import (
	"fmt"
	"reflect"
	"slices"

	"mingce/calc"
)

// Same reports whether q is proved to answer every applicant as p does. It
// never guesses: where no proof is found they count as different.
//
// Readings and instalments must be the same as they stand. For the rest two
// proofs are tried. Either both are the same program. Or they differ in
// conditions alone, or in one group that adds up instead of taking the highest:
// then a rulebook is made that pays one 分 exactly where the two come apart —
// where a benefit's conditions hold on one side only, or where two members of
// the group could both be paid — and calc, whose bounds of an award are exact,
// says that with nothing known the most it can pay is nothing, under every
// reading.
func Same(p, q *calc.Program) bool {
	if p.Always != q.Always || p.Combined != q.Combined || !sameSpread(p.Rulebook, q.Rulebook) {
		return false
	}
	if equal(p.Nodes, q.Nodes) && equal(p.Conditions, q.Conditions) && equal(p.Benefits, q.Benefits) && equal(p.Award, q.Award) && equal(p.Rulebook.Derived, q.Rulebook.Derived) {
		return true
	}
	was, is := p.Rulebook, q.Rulebook
	if !equal(was.Derived, is.Derived) || !samePays(was, is) || !sameReadings(p, q) {
		return false
	}
	d := differenceOf(was)
	if !d.combination(was, is) {
		return false
	}
	for i := range was.Benefits {
		d.benefit(was, is, i)
	}
	return d.never()
}

// sameReadings reports whether an answer rests on the same readings. Every
// condition must rest on the same, and hold for the same if it does; a benefit may
// lack one that another benefit brings in whenever it itself could be granted.
func sameReadings(p, q *calc.Program) bool {
	was, is := p.Rulebook, q.Rulebook
	for i := range p.Conditions {
		a, b := p.Conditions[i].Readings, q.Conditions[i].Readings
		if a != b || a != 0 && !sameTest(was, was.Conditions[i].Test, is.Conditions[i].Test) {
			return false
		}
	}
	for i := range p.Benefits {
		if !equal(resting(p, i), resting(q, i)) {
			return false
		}
		missing := p.Benefits[i].Readings ^ q.Benefits[i].Readings
		if missing != 0 && !equal(p.Benefits[i].Needs, q.Benefits[i].Needs) {
			return false
		}
		for ; missing != 0; missing &= missing - 1 {
			if !broughtIn(p, q, i, missing&-missing) {
				return false
			}
		}
	}
	return true
}

// sameTest reports whether two tests hold for the same applicants.
func sameTest(rb *calc.Rulebook, a, b calc.Test) bool {
	if equal(a, b) {
		return true
	}
	d := differenceOf(rb)
	d.pays([]calc.Test{either([]calc.Test{a}, []calc.Test{b})})
	return d.never()
}

// resting are the needs of a benefit that rest on readings: where one fails,
// the answer rests on them.
func resting(p *calc.Program, i int) []int {
	return slices.DeleteFunc(slices.Clone(p.Benefits[i].Needs), func(k int) bool { return p.Conditions[k].Readings == 0 })
}

// broughtIn reports whether some other benefit rests on a reading, in p and q,
// and holds wherever the i-th does.
func broughtIn(p, q *calc.Program, i int, reading uint64) bool {
	rb := p.Rulebook
	for k := range p.Benefits {
		if k == i || p.Benefits[k].Readings&q.Benefits[k].Readings&reading == 0 || !equal(tests(rb, k), tests(q.Rulebook, k)) {
			continue
		}
		d := differenceOf(rb)
		d.pays(append(tests(rb, i), not(all(tests(rb, k)))))
		if equal(rb.Conditions, q.Rulebook.Conditions) && d.never() {
			return true
		}
	}
	return false
}

// sameSpread reports whether every amount is spread over the years in the same
// way.
func sameSpread(was, is *calc.Rulebook) bool {
	return slices.EqualFunc(was.Benefits, is.Benefits, func(a, b calc.Benefit) bool {
		return (a.Amount == nil) == (b.Amount == nil) && (a.Amount == nil || equal(a.Amount.Instalments, b.Amount.Instalments))
	})
}

func equal(a, b any) bool { return reflect.DeepEqual(a, b) }

// samePays reports whether every benefit has the same amount.
func samePays(was, is *calc.Rulebook) bool {
	for i := range was.Benefits {
		if !equal(was.Benefits[i].Amount, is.Benefits[i].Amount) {
			return false
		}
	}
	return true
}

// A difference is a rulebook that pays where two others come apart.
type difference struct{ rb calc.Rulebook }

func differenceOf(rb *calc.Rulebook) difference {
	return difference{calc.Rulebook{ID: rb.ID, Inputs: rb.Inputs, Derived: rb.Derived, Readings: rb.Readings}}
}

// benefit pays where the conditions of the i-th benefit hold on one side only.
// Those that both sides share stay conditions of their own, which keeps the
// rest small.
func (d *difference) benefit(was, is *calc.Rulebook, i int) {
	before, after := tests(was, i), tests(is, i)
	var shared []calc.Test
	before = slices.DeleteFunc(before, func(t calc.Test) bool {
		k := slices.IndexFunc(after, func(u calc.Test) bool { return equal(t, u) })
		if k >= 0 {
			shared, after = append(shared, t), slices.Delete(after, k, k+1)
		}
		return k >= 0
	})
	if len(before)+len(after) > 0 {
		d.pays(append(shared, either(before, after)))
	}
}

// either holds where just one of two lists of tests holds.
func either(a, b []calc.Test) calc.Test {
	switch {
	case len(a) == 0:
		return not(all(b))
	case len(b) == 0:
		return not(all(a))
	}
	return calc.Test{Op: calc.OpAny, Of: []calc.Test{
		all([]calc.Test{all(a), not(all(b))}),
		all([]calc.Test{all(b), not(all(a))}),
	}}
}

func all(list []calc.Test) calc.Test { return calc.Test{Op: calc.OpAll, Of: list} }

func not(t calc.Test) calc.Test { return calc.Test{Op: calc.OpNot, Of: []calc.Test{t}} }

// tests lists the tests of a benefit's conditions.
func tests(rb *calc.Rulebook, benefit int) (list []calc.Test) {
	for _, id := range rb.Benefits[benefit].Needs {
		k := slices.IndexFunc(rb.Conditions, func(c calc.Condition) bool { return c.ID == id })
		list = append(list, rb.Conditions[k].Test)
	}
	return list
}

// pays adds a benefit of one 分 on tests.
func (d *difference) pays(list []calc.Test) {
	b := calc.Benefit{ID: fmt.Sprint("b", len(d.rb.Benefits)), Amount: &calc.Amount{Fixed: 1}}
	for _, t := range list {
		id := fmt.Sprint("c", len(d.rb.Conditions))
		d.rb.Conditions = append(d.rb.Conditions, calc.Condition{ID: id, Test: t})
		b.Needs = append(b.Needs, id)
	}
	d.rb.Benefits = append(d.rb.Benefits, b)
	d.rb.Combination.Group.Members = append(d.rb.Combination.Group.Members, b.ID)
}

// combination pays where two members of a group that only changed between
// highest and sum hold together. ok is false where the combinations differ in
// anything else.
func (d *difference) combination(was, is *calc.Rulebook) (ok bool) {
	a, b := was.Combination, is.Combination
	if len(a.Variants) != len(b.Variants) {
		return false
	}
	ok = d.group(was, &a.Group, &b.Group)
	for i := range a.Variants {
		v, w := &a.Variants[i], &b.Variants[i]
		ok = ok && v.Reading == w.Reading && v.Alternative == w.Alternative && d.group(was, &v.Group, &w.Group)
	}
	return ok
}

func (d *difference) group(rb *calc.Rulebook, g, h *calc.Group) bool {
	if g.Cap != h.Cap || !slices.Equal(g.Members, h.Members) || len(g.Groups) != len(h.Groups) {
		return false
	}
	if g.Sum != h.Sum {
		if len(g.Groups) > 0 {
			return false
		}
		for i, m := range g.Members {
			for _, n := range g.Members[i+1:] {
				d.pays(append(tests(rb, benefit(rb, m)), tests(rb, benefit(rb, n))...))
			}
		}
	}
	for i := range g.Groups {
		if !d.group(rb, &g.Groups[i], &h.Groups[i]) {
			return false
		}
	}
	return true
}

func benefit(rb *calc.Rulebook, id string) int {
	return slices.IndexFunc(rb.Benefits, func(b calc.Benefit) bool { return b.ID == id })
}

// never reports whether no applicant can be paid, under any reading.
func (d *difference) never() bool {
	if len(d.rb.Benefits) == 0 {
		return true
	}
	p, err := calc.Compile(&d.rb)
	if err != nil {
		return false
	}
	s, a := p.NewSituation(), p.NewAssessment()
	var every func(reading int) bool
	every = func(reading int) bool {
		if reading == len(d.rb.Readings) {
			p.Assess(s, a)
			return a.Award.Max == 0
		}
		for k := range len(d.rb.Readings[reading].Alternatives) + 1 {
			s[len(d.rb.Inputs)+reading] = int64(k)
			if !every(reading + 1) {
				return false
			}
		}
		return true
	}
	return every(0)
}
