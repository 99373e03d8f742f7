package calc

import (
	"slices"
	"sort"
)

// A Change is one input set to another value, and what follows from that
// alone.
type Change struct {
	Input int   // index of the input
	From  int64 // its value now
	To    int64 // the nearest value at which the amount is higher
	Min   int64 // 分: what then surely follows
}

// Nearest returns the smallest change of one known, measured input that raises
// what benefit b surely comes to, all else staying as it is. Of several inputs
// the one that changes least in proportion counts. Where an amount already
// rises with every yuan, as a share does, the change is the one that reaches
// the next bound or the cap. ok is false when no single change helps.
func (p *Program) Nearest(s Situation, b int) (nearest Change, ok bool) {
	if len(p.Benefits[b].Parts) == 0 {
		return Change{}, false
	}
	return p.nearest(s, p.measured(b), b)
}

// NearestAward is Nearest for the award as a whole.
func (p *Program) NearestAward(s Situation) (Change, bool) {
	var inputs []int
	for b := range p.Benefits {
		for _, i := range p.measured(b) {
			if !slices.Contains(inputs, i) {
				inputs = append(inputs, i)
			}
		}
	}
	return p.nearest(s, inputs, Whole)
}

// nearest looks along the curve of each input.
func (p *Program) nearest(s Situation, inputs []int, of int) (nearest Change, ok bool) {
	for _, input := range inputs {
		if s[input] == Unknown {
			continue
		}
		c := p.stretches(s, input, of)
		now := c.at(s[input])
		for _, seg := range c.all() {
			if to, found := c.raise(seg, now); found {
				change := Change{input, now.v, to.v, to.award}
				if !ok || change.smaller(nearest) {
					nearest, ok = change, true
				}
			}
		}
	}
	return nearest, ok
}

// oneYuan is the least rise worth a change: a share rises by 分 with every
// step of its input, and nobody is told to invest five more of them.
const oneYuan = 100

// raise finds the point of a segment nearest to now at which more is paid.
func (c *stretcher) raise(seg stretch, now point) (point, bool) {
	if seg.to.award <= now.award {
		return point{}, false
	}
	if seg.to.v < now.v {
		return seg.to, true
	}
	from := max(seg.from.v, now.v+1)
	if from > seg.to.v {
		return point{}, false
	}
	n := sort.Search(int(seg.to.v-from), func(i int) bool { return c.at(from+int64(i)).award > now.award })
	to := c.at(from + int64(n))
	if seg.from.v <= now.v && to.award-now.award < oneYuan {
		to = c.end(seg)
	}
	return to, to.award > now.award
}

// end is where a rising segment arrives: the bound after it when as much is
// paid there, else its last value.
func (c *stretcher) end(seg stretch) point {
	last := seg.to
	if last.v < c.p.Slots[c.input].Max {
		if next := c.at(last.v + 1); next.award >= last.award {
			return next
		}
	}
	return last
}

// measured lists the numeric inputs that benefit b hangs on.
func (p *Program) measured(b int) (inputs []int) {
	add := func(slot int) {
		for _, i := range p.Inputs(slot) {
			if i < len(p.Rulebook.Inputs) && p.Rulebook.Inputs[i].Kind.Numeric() && !slices.Contains(inputs, i) {
				inputs = append(inputs, i)
			}
		}
	}
	for _, k := range p.Benefits[b].Needs {
		p.leaves(p.Conditions[k].Node, add)
	}
	for _, part := range p.Benefits[b].Parts {
		if part.Slot >= 0 {
			add(part.Slot)
		}
	}
	return inputs
}

// leaves visits the slots below a node, in order.
func (p *Program) leaves(node int, visit func(slot int)) {
	n := &p.Nodes[node]
	if n.Op == Within || n.Op == Among {
		visit(n.Slot)
	}
	for _, k := range n.Kids {
		p.leaves(k, visit)
	}
}

// edges lists, ascending, the values at which a new cell begins when the
// input alone changes: its own cuts, and where a quantity derived from it
// crosses one of its.
func (p *Program) edges(s Situation, input int) []int64 {
	edges := slices.Clone(p.Slots[input].Cuts)
	for i := p.Given; i < len(p.Slots); i++ {
		d := p.Slots[i].derived
		if d.of != input && d.by != input || d.of == d.by {
			continue
		}
		other := s[d.of+d.by-input]
		if other == Unknown {
			continue
		}
		for _, cut := range p.Slots[i].Cuts {
			if e, ok := p.crossing(input, d, other, cut); ok {
				edges = append(edges, e)
			}
		}
	}
	slices.Sort(edges)
	return slices.Compact(edges)
}

// crossing finds the first value of the input from which a derived quantity
// lies on the other side of cut; it rises or falls with the input throughout.
func (p *Program) crossing(input int, d *derivation, other, cut int64) (int64, bool) {
	reached := func(v int64) bool {
		if d.of == input {
			return d.at(v, other) >= cut
		}
		return d.at(other, v) >= cut
	}
	slot := &p.Slots[input]
	before := reached(slot.Min)
	n := sort.Search(int(slot.Max-slot.Min)+1, func(i int) bool { return reached(slot.Min+int64(i)) != before })
	e := slot.Min + int64(n)
	return e, e > slot.Min && e <= slot.Max
}

// smaller reports whether c changes its input less, in proportion, than d;
// within one input that is the smaller difference.
func (c Change) smaller(d Change) bool {
	x, y := c.proportion(), d.proportion()
	return x < y || x == y && c.distance() < d.distance()
}

func (c Change) distance() int64 { return max(c.To-c.From, c.From-c.To) }

// proportion is the change in hundredths of a percent of the larger value.
func (c Change) proportion() int64 {
	whole := max(c.To, c.From)
	if d := c.distance(); d <= NoLimit/10_000 {
		return d * 10_000 / whole
	}
	return 10_000
}
