package calc

import (
	"cmp"
	"slices"
)

// tangle finds the cells of every slot and the slots that occur more than
// once in a condition, a benefit or the award. Bounds taken over each place
// separately are exact for a slot that occurs once; for the others the search
// goes through their cells one by one.
func (c *compiler) tangle() {
	c.cuts()
	p := c.p
	for i := range p.Conditions {
		if t := c.tangled(c.repeated(c.occurrences(p.Conditions[i].Node, nil))); t != nil {
			t.Conditions = append(t.Conditions, i)
		}
	}
	var total []int
	for i := range p.Benefits {
		b := &p.Benefits[i]
		var status []int
		for _, k := range b.Needs {
			status = c.occurrences(p.Conditions[k].Node, status)
		}
		price := c.priced(b, nil)
		if t := c.tangled(union(c.repeated(status), c.repeated(price))); t != nil {
			t.Benefits = append(t.Benefits, i)
		}
		if total = append(total, price...); b.Cap != NoLimit {
			total = append(total, price...) // what one part still changes depends on the others
		}
	}
	for _, w := range p.Award {
		total = c.capped(&w.Group, false, total)
	}
	p.Entangled = c.repeated(total)
}

// tangled finds or makes the tangle of these slots, nil for none.
func (c *compiler) tangled(slots []int) *Tangle {
	if len(slots) == 0 {
		return nil
	}
	for i := range c.p.Tangles {
		if t := &c.p.Tangles[i]; slices.Equal(t.Slots, slots) {
			return t
		}
	}
	c.p.Tangles = append(c.p.Tangles, Tangle{Slots: slots})
	return &c.p.Tangles[len(c.p.Tangles)-1]
}

// priced appends the slots that a benefit's amount hangs on, one for each
// occurrence.
func (c *compiler) priced(b *BenefitCode, slots []int) []int {
	for _, k := range b.Priced {
		slots = c.occurrences(c.p.Conditions[k].Node, slots)
	}
	for i := range b.Parts {
		if s := b.Parts[i].Slot; s >= 0 {
			slots = append(slots, s)
		}
	}
	return slots
}

// occurrences appends the slots below a node, one for each occurrence.
func (c *compiler) occurrences(node int, slots []int) []int {
	c.p.leaves(node, func(slot int) { slots = append(slots, slot) })
	return slots
}

// repeated lists the slots that occur more than once, inputs before what is
// derived. A derived slot is one more occurrence of each of its inputs.
func (c *compiler) repeated(slots []int) (more []int) {
	slots = slices.Sorted(slices.Values(slots))
	for i, s := range slots {
		if d := c.p.Slots[s].derived; d != nil && (i == 0 || slots[i-1] != s) {
			slots = append(slots, d.of, d.by)
		}
	}
	slices.Sort(slots)
	for i, s := range slots {
		given := s < len(c.rb.Inputs) || s >= c.p.Given
		if given && i > 0 && slots[i-1] == s && (len(more) == 0 || more[len(more)-1] != s) {
			more = append(more, s)
		}
	}
	return more
}

func union(a, b []int) []int {
	a = append(slices.Clone(a), b...)
	slices.Sort(a)
	return slices.Compact(a)
}

// capped lets every slot under a cap occur twice: what one member still
// changes there depends on all the others.
func (c *compiler) capped(g *GroupCode, within bool, slots []int) []int {
	within = within || g.Cap != NoLimit
	for _, b := range g.Benefits {
		if within {
			slots = c.priced(&c.p.Benefits[b], c.priced(&c.p.Benefits[b], slots))
		}
	}
	for i := range g.Groups {
		slots = c.capped(&g.Groups[i], within, slots)
	}
	return slots
}

// cuts collects, per slot, the values at which a test or an amount changes.
func (c *compiler) cuts() {
	p := c.p
	add := func(slot int, at int64) {
		if s := &p.Slots[slot]; at > s.Min && at <= s.Max {
			s.Cuts = append(s.Cuts, at)
		}
	}
	for i := range p.Nodes {
		n := &p.Nodes[i]
		switch n.Op {
		case Within:
			add(n.Slot, n.Lo)
			add(n.Slot, n.Hi+1)
		case Among:
			for v := int64(1); v <= p.Slots[n.Slot].Max; v++ {
				if n.Set>>v&1 != n.Set>>(v-1)&1 {
					add(n.Slot, v)
				}
			}
		}
	}
	for i := range p.Benefits {
		for _, part := range p.Benefits[i].Parts {
			for _, piece := range part.Pieces {
				if part.Slot >= 0 {
					add(part.Slot, piece.From)
				}
			}
		}
	}
	for i := range p.Slots {
		slices.Sort(p.Slots[i].Cuts)
		p.Slots[i].Cuts = slices.Compact(p.Slots[i].Cuts)
	}
}

// order decides in which order inputs are asked: the benefit that can pay
// most comes first, with its conditions in their order and its amount last,
// so that a gate shared by many is settled before what only one needs.
func (c *compiler) order() {
	p := c.p
	by := make([]int, 0, len(p.Benefits))
	for i := range p.Benefits {
		if len(p.Benefits[i].Parts) > 0 {
			by = append(by, i)
		}
	}
	slices.SortStableFunc(by, func(a, b int) int { return cmp.Compare(p.Benefits[b].Top, p.Benefits[a].Top) })
	asked := make([]bool, len(p.Slots))
	ask := func(slot int) {
		for _, s := range p.Inputs(slot) {
			if s < len(c.rb.Inputs) && !asked[s] {
				asked[s] = true
				p.Order = append(p.Order, s)
			}
		}
	}
	for _, b := range by {
		for _, k := range p.Benefits[b].Needs {
			p.leaves(p.Conditions[k].Node, ask)
		}
		for _, part := range p.Benefits[b].Parts {
			if part.Slot >= 0 {
				ask(part.Slot)
			}
		}
	}
	for i := range c.rb.Inputs {
		ask(i)
	}
	rank := make([]int, len(p.Slots))
	for i := range rank {
		rank[i] = len(p.Order) + i // what is derived comes after every input
	}
	for i, s := range p.Order {
		rank[s] = i
	}
	slices.SortStableFunc(p.Entangled, func(a, b int) int { return cmp.Compare(rank[a], rank[b]) })
}
