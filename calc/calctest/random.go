// Package calctest makes rulebooks and situations for tests, and answers for
// them a second time, straight from the rulebook's own words and by trying
// every completion. It shares no code with the engine it checks.
package calctest

import (
	"fmt"
	"math/rand/v2"

	"mingce/calc"
)

// Small is how large a random rulebook may get; its inputs have few values,
// so that every completion can be tried.
type Small struct {
	Inputs, Conditions, Benefits int
	Caps                         bool // also groups and amounts with a cap
	Derived                      int  // quantities derived from two inputs
}

// Rulebook returns a random rulebook whose parts share inputs and conditions.
func Rulebook(r *rand.Rand, size Small) *calc.Rulebook {
	g := generator{r: r, rb: &calc.Rulebook{ID: "random"}, caps: size.Caps}
	for i := range 1 + r.IntN(2) {
		g.rb.Readings = append(g.rb.Readings, calc.Reading{
			ID: fmt.Sprint("r", i), Alternatives: []calc.Option{{ID: "a"}, {ID: "b"}}[:r.IntN(3)],
		})
	}
	for i := range size.Inputs {
		g.rb.Inputs = append(g.rb.Inputs, g.input(i))
	}
	for i := range size.Derived {
		g.derived(i)
	}
	for i := range size.Conditions {
		g.rb.Conditions = append(g.rb.Conditions, calc.Condition{
			ID: fmt.Sprint("c", i), Test: g.test(2), Readings: g.readings(),
		})
	}
	for i := range size.Benefits {
		g.rb.Benefits = append(g.rb.Benefits, g.benefit(i))
	}
	g.combine(size.Caps)
	return g.rb
}

type generator struct {
	r    *rand.Rand
	rb   *calc.Rulebook
	caps bool
}

func (g *generator) input(i int) calc.Input {
	in := calc.Input{ID: fmt.Sprint("i", i), Kind: calc.Bool, Max: 1}
	switch g.r.IntN(4) {
	case 0:
		in.Kind, in.Max = calc.Money, int64(1+g.r.IntN(6))
	case 1:
		in.Kind, in.Min = calc.Count, int64(g.r.IntN(2))
		in.Max = in.Min + int64(1+g.r.IntN(4))
	case 2:
		in.Kind, in.Max = calc.Choice, 2
		in.Options = []calc.Option{{ID: "x"}, {ID: "y"}, {ID: "z"}}
	}
	return in
}

// derived adds a quantity derived from two inputs of its own.
func (g *generator) derived(i int) {
	d := calc.Derived{ID: fmt.Sprint("d", i), How: calc.Derivation(g.r.IntN(4)), Of: fmt.Sprint("of", i), By: fmt.Sprint("by", i)}
	of := calc.Input{ID: d.Of, Kind: calc.Money, Max: int64(1 + g.r.IntN(5))}
	by := calc.Input{ID: d.By, Kind: calc.Money, Min: 1, Max: int64(1 + g.r.IntN(4))}
	if d.How == calc.Product {
		by = calc.Input{ID: d.By, Kind: calc.Rate, Min: 19_999, Max: 20_001}
	}
	g.rb.Inputs = append(g.rb.Inputs, of, by)
	g.rb.Derived = append(g.rb.Derived, d)
}

// measure is a random numeric input or derived quantity, with the values that
// bounds on it may take.
func (g *generator) measure() (id string, bound func() int64, ok bool) {
	var numeric []calc.Input
	for _, in := range g.rb.Inputs {
		if in.Kind.Numeric() && in.Kind != calc.Rate {
			numeric = append(numeric, in)
		}
	}
	n := g.r.IntN(len(numeric) + len(g.rb.Derived) + 1)
	switch {
	case n < len(numeric):
		return numeric[n].ID, func() int64 { return g.value(numeric[n]) }, true
	case n == len(numeric)+len(g.rb.Derived):
		return "", nil, false
	}
	d := g.rb.Derived[n-len(numeric)]
	switch d.How {
	case calc.Ratio, calc.Growth:
		return d.ID, func() int64 { return []int64{-5_000, 0, 3_333, 5_000, 10_000, 20_000}[g.r.IntN(6)] }, true
	}
	return d.ID, func() int64 { return int64(g.r.IntN(8) - 2) }, true
}

func (g *generator) readings() (ids []string) {
	for _, r := range g.rb.Readings {
		if g.r.IntN(3) == 0 {
			ids = append(ids, r.ID)
		}
	}
	return ids
}

// test returns a random test at most depth combinations deep.
func (g *generator) test(depth int) calc.Test {
	if depth == 0 || g.r.IntN(3) == 0 {
		return g.leaf()
	}
	t := calc.Test{Op: calc.OpAll + calc.Op(g.r.IntN(4))}
	n := 1 + g.r.IntN(3)
	if t.Op == calc.OpNot {
		n = 1
	}
	for range n {
		t.Of = append(t.Of, g.test(depth-1))
	}
	if t.Op == calc.OpAtLeast {
		t.N = 1 + g.r.IntN(n)
	}
	return t
}

func (g *generator) leaf() calc.Test {
	if g.r.IntN(8) == 0 {
		rd := g.rb.Readings[g.r.IntN(len(g.rb.Readings))]
		t := calc.Test{Op: calc.OpReading, Reading: rd.ID}
		if n := len(rd.Alternatives); n > 0 && g.r.IntN(2) == 0 {
			t.Alternative = rd.Alternatives[g.r.IntN(n)].ID
		}
		return t
	}
	if id, bound, ok := g.measure(); ok && g.r.IntN(2) == 0 {
		return calc.Test{Op: calc.OpBound, Input: id, Bound: calc.Bound{Side: calc.Side(g.r.IntN(4)), At: bound()}}
	}
	in := g.rb.Inputs[g.r.IntN(len(g.rb.Inputs))]
	if !in.Kind.Numeric() {
		t := calc.Test{Op: calc.OpOneOf, Input: in.ID, Values: []int64{g.value(in)}}
		if g.r.IntN(2) == 0 {
			t.Values = append(t.Values, g.value(in))
		}
		return t
	}
	return calc.Test{Op: calc.OpBound, Input: in.ID,
		Bound: calc.Bound{Side: calc.Side(g.r.IntN(4)), At: g.value(in)}}
}

// value is a random value of the input.
func (g *generator) value(in calc.Input) int64 {
	return in.Min + g.r.Int64N(in.Max-in.Min+1)
}

func (g *generator) benefit(i int) calc.Benefit {
	b := calc.Benefit{ID: fmt.Sprint("b", i), Readings: g.readings()}
	for _, c := range g.r.Perm(len(g.rb.Conditions))[:g.r.IntN(min(4, len(g.rb.Conditions)+1))] {
		b.Needs = append(b.Needs, g.rb.Conditions[c].ID)
	}
	switch n := g.r.IntN(8); {
	case n == 0:
	case n == 1:
		b.Amount = &calc.Amount{Parts: []calc.Amount{*g.amount(), *g.amount()}}
		if g.caps && g.r.IntN(2) == 0 {
			b.Amount.Cap = int64(1 + g.r.IntN(6))
		}
	default:
		b.Amount = g.amount()
	}
	return b
}

// amount is a random amount of one of the simple forms.
func (g *generator) amount() *calc.Amount {
	form := g.r.IntN(6)
	id, bound, ok := g.measure()
	if form == 1 {
		for _, in := range g.rb.Inputs {
			if in.Kind == calc.Choice {
				return &calc.Amount{Input: in.ID, Options: []calc.OptionPay{
					{Option: "x", Pay: int64(g.r.IntN(4))}, {Option: "z", Pay: int64(g.r.IntN(4))}}}
			}
		}
	}
	if form <= 1 || !ok {
		return &calc.Amount{Fixed: int64(1 + g.r.IntN(4))}
	}
	a := &calc.Amount{Input: id, Readings: g.readings()}
	if form == 5 {
		a.Tiers = g.tiers(bound)
		return a
	}
	for _, d := range g.rb.Derived {
		if d.ID == id && d.How != calc.Product {
			a.Tiers = g.tiers(bound)
			return a
		}
	}
	cap := calc.NoLimit
	if g.r.IntN(2) == 0 {
		cap = int64(2 + g.r.IntN(4))
	}
	switch form {
	case 2:
		den := int64(1 + g.r.IntN(3))
		a.Share = &calc.Share{Num: 1 + g.r.Int64N(den), Den: den, Cap: cap,
			Above: int64(g.r.IntN(3)), Floor: int64(g.r.IntN(3))}
	case 3:
		a.Step = &calc.Step{Every: int64(1 + g.r.IntN(3)), Pay: int64(1 + g.r.IntN(3)), Cap: cap}
	case 4:
		from := int64(g.r.IntN(2))
		a.Bands = []calc.Band{{From: from, Num: 1, Den: 2}, {From: from + 2, Num: 1, Den: 1}, {From: from + 3, Num: 1, Den: 3}}
	}
	return a
}

func (g *generator) tiers(bound func() int64) (tiers []calc.Tier) {
	for from := bound(); len(tiers) < 3; from = tiers[len(tiers)-1].Under {
		t := calc.Tier{From: from, Under: from + 1 + g.r.Int64N(3), Pay: int64(g.r.IntN(5))}
		if g.r.IntN(3) == 0 {
			t.Under = calc.NoLimit
		}
		if tiers = append(tiers, t); t.Under == calc.NoLimit {
			break
		}
	}
	return tiers
}

// combine makes a highest or a sum, sometimes of groups, sometimes another
// under a reading.
func (g *generator) combine(caps bool) {
	var members []string
	for _, b := range g.rb.Benefits {
		if b.Amount != nil {
			members = append(members, b.ID)
		}
	}
	k := &g.rb.Combination
	k.Group, k.Readings = g.group(members, caps), g.readings()
	if rd := g.rb.Readings[0]; len(rd.Alternatives) > 0 {
		k.Variants = []calc.Variant{{Reading: rd.ID, Alternative: "a", Group: g.group(members, caps)}}
	}
}

func (g *generator) group(members []string, caps bool) calc.Group {
	at := 0
	if len(members) > 2 && g.r.IntN(2) == 0 {
		at = 1 + g.r.IntN(len(members)-1)
	}
	top := calc.Group{Sum: g.r.IntN(2) == 0, Members: members[at:]}
	if at > 0 {
		top.Groups = []calc.Group{{Sum: g.r.IntN(2) == 0, Members: members[:at]}}
		if caps && g.r.IntN(2) == 0 {
			top.Groups[0].Cap = int64(1 + g.r.IntN(6))
		}
	}
	if caps && g.r.IntN(2) == 0 {
		top.Cap = int64(1 + g.r.IntN(8))
	}
	return top
}

// Situation returns a random situation for the rulebook; each input is
// unknown with probability 1 in unknown, never when unknown is 0.
func Situation(r *rand.Rand, rb *calc.Rulebook, unknown int) calc.Situation {
	s := make(calc.Situation, 0, len(rb.Inputs)+len(rb.Readings))
	for _, in := range rb.Inputs {
		if unknown > 0 && r.IntN(unknown) == 0 {
			s = append(s, calc.Unknown)
			continue
		}
		top := in.Max
		switch in.Kind {
		case calc.Bool:
			top = 1
		case calc.Choice:
			top = int64(len(in.Options) - 1)
		}
		s = append(s, in.Min+r.Int64N(top-in.Min+1))
	}
	for _, rd := range rb.Readings {
		s = append(s, r.Int64N(int64(len(rd.Alternatives)+1)))
	}
	return s
}

// Near returns a random situation whose numbers lie at the program's bounds,
// or one unit beside them, half of the time. Readings are taken as they are.
func Near(r *rand.Rand, p *calc.Program, unknown int) calc.Situation {
	s := p.NewSituation()
	for i := range p.Rulebook.Inputs {
		if unknown == 0 || r.IntN(unknown) != 0 {
			s[i] = near(r, &p.Slots[i])
		}
	}
	return s
}

func near(r *rand.Rand, s *calc.Slot) int64 {
	if n := len(s.Cuts); n > 0 && r.IntN(2) == 0 {
		return min(s.Max, max(s.Min, s.Cuts[r.IntN(n)]+r.Int64N(3)-1))
	}
	top := s.Max
	if n := len(s.Cuts); n > 0 {
		// Far beyond the last bound nothing changes any more.
		top = min(top, s.Cuts[n-1]*2+2)
	}
	return s.Min + r.Int64N(top-s.Min+1)
}
