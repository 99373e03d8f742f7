package calc

import "slices"

// A Change is one input set to another value, and what follows from that
// alone.
type Change struct {
	Input int   // index of the input
	From  int64 // its value now
	To    int64 // the nearest value at which the amount is higher
	Min   int64 // 分: what the benefit then surely comes to
}

// Nearest returns the smallest change of one known, measured input that raises
// what benefit b surely comes to, all else staying as it is. Of several inputs
// the one that changes least in proportion counts. For a share, whose amount
// rises with every yuan, the change is the one that reaches its cap. ok is
// false when no single change helps.
func (p *Program) Nearest(s Situation, b int) (nearest Change, ok bool) {
	if len(p.Benefits[b].Parts) == 0 {
		return Change{}, false
	}
	trial := slices.Clone(s)
	a := p.NewAssessment()
	p.Assess(trial, a)
	now := a.Benefits[b].Min
	for _, slot := range p.measured(b) {
		from := s[slot]
		if from == Unknown {
			continue
		}
		for _, to := range p.Slots[slot].beyond(from) {
			trial[slot] = to
			p.Assess(trial, a)
			c := Change{slot, from, to, a.Benefits[b].Min}
			if c.Min > now && (!ok || c.smaller(nearest)) {
				nearest, ok = c, true
			}
		}
		trial[slot] = from
	}
	return nearest, ok
}

// measured lists the numeric inputs that benefit b hangs on.
func (p *Program) measured(b int) (slots []int) {
	add := func(slot int) {
		if slot >= 0 && slot < len(p.Rulebook.Inputs) && p.Rulebook.Inputs[slot].Kind.Numeric() && !slices.Contains(slots, slot) {
			slots = append(slots, slot)
		}
	}
	for _, k := range p.Benefits[b].Needs {
		p.leaves(p.Conditions[k].Node, add)
	}
	for _, part := range p.Benefits[b].Parts {
		add(part.Slot)
	}
	return slots
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

// beyond lists, for every other cell, its value nearest to v.
func (s *Slot) beyond(v int64) (values []int64) {
	for i := range s.cells() {
		switch lo, hi := s.cell(i); {
		case v < lo:
			values = append(values, lo)
		case v > hi:
			values = append(values, hi)
		}
	}
	return values
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
