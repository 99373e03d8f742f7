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
	Caps                         bool // also groups with a cap
}

// Rulebook returns a random rulebook whose parts share inputs and conditions.
func Rulebook(r *rand.Rand, size Small) *calc.Rulebook {
	g := generator{r: r, rb: &calc.Rulebook{ID: "random"}}
	for i := range 1 + r.IntN(2) {
		g.rb.Readings = append(g.rb.Readings, calc.Reading{
			ID: fmt.Sprint("r", i), Alternatives: []calc.Option{{ID: "a"}, {ID: "b"}}[:r.IntN(3)],
		})
	}
	for i := range size.Inputs {
		g.rb.Inputs = append(g.rb.Inputs, g.input(i))
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
	r  *rand.Rand
	rb *calc.Rulebook
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
	if g.r.IntN(6) > 0 {
		b.Amount = g.amount()
	}
	return b
}

func (g *generator) amount() *calc.Amount {
	var numeric []calc.Input
	for _, in := range g.rb.Inputs {
		if in.Kind.Numeric() {
			numeric = append(numeric, in)
		}
	}
	form := g.r.IntN(3)
	if form == 0 || len(numeric) == 0 {
		return &calc.Amount{Fixed: int64(1 + g.r.IntN(4))}
	}
	in := numeric[g.r.IntN(len(numeric))]
	a := &calc.Amount{Input: in.ID, Readings: g.readings()}
	if form == 1 {
		den := int64(1 + g.r.IntN(3))
		a.Share = &calc.Share{Num: 1 + g.r.Int64N(den), Den: den, Cap: calc.NoLimit}
		if g.r.IntN(2) == 0 {
			a.Share.Cap = int64(1 + g.r.IntN(4))
		}
		return a
	}
	for from := g.value(in); len(a.Tiers) < 3; from = a.Tiers[len(a.Tiers)-1].Under {
		t := calc.Tier{From: from, Under: from + 1 + g.r.Int64N(3), Pay: int64(g.r.IntN(5))}
		if g.r.IntN(3) == 0 {
			t.Under = calc.NoLimit
		}
		if a.Tiers = append(a.Tiers, t); t.Under == calc.NoLimit {
			break
		}
	}
	return a
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
