package calc

import "slices"

// When a search confines one slot, only what hangs on it is worked out again.
// Where slots are derived from others everything is, as before.

// dependents are what hangs on one slot, ascending: nodes come after those they
// are made of.
type dependents struct {
	nodes, benefits []int
	prices          []int // benefits whose amount follows the slot
}

// An awarding is the nodes and benefits that the award hangs on.
type awarding struct{ nodes, benefits []int }

// dependents finds what the award hangs on, and what hangs on each slot.
func (c *compiler) dependents() {
	p := c.p
	under := make([]bool, len(p.Nodes))
	var mark func(node int)
	mark = func(node int) {
		under[node] = true
		for _, k := range p.Nodes[node].Kids {
			mark(k)
		}
	}
	for i := range p.Benefits {
		if b := &p.Benefits[i]; len(b.Parts) > 0 {
			p.awarding.benefits = append(p.awarding.benefits, i)
			for _, k := range b.Priced {
				mark(p.Conditions[k].Node)
			}
		}
	}
	p.dependents, p.awardDependents = make([]dependents, len(p.Slots)), make([]dependents, len(p.Slots))
	for i, is := range under {
		if is {
			p.awarding.nodes = append(p.awarding.nodes, i)
		}
		for _, slot := range distinct(c.occurrences(i, nil)) {
			p.dependents[slot].nodes = append(p.dependents[slot].nodes, i)
			if is {
				p.awardDependents[slot].nodes = append(p.awardDependents[slot].nodes, i)
			}
		}
	}
	for i := range p.Benefits {
		c.dependOf(i)
	}
}

// dependOf adds a benefit to what hangs on the slots it names.
func (c *compiler) dependOf(i int) {
	p := c.p
	b := &p.Benefits[i]
	priced := c.priced(b, nil)
	all := slices.Clone(priced)
	for _, k := range b.Needs {
		all = c.occurrences(p.Conditions[k].Node, all)
	}
	for _, slot := range distinct(all) {
		p.dependents[slot].benefits = append(p.dependents[slot].benefits, i)
	}
	if len(b.Parts) == 0 {
		return
	}
	for _, slot := range distinct(priced) {
		p.awardDependents[slot].benefits = append(p.awardDependents[slot].benefits, i)
	}
	var parts []int
	for k := range b.Parts {
		if slot := b.Parts[k].Slot; slot >= 0 {
			parts = append(parts, slot)
		}
	}
	for _, slot := range distinct(parts) {
		p.dependents[slot].prices = append(p.dependents[slot].prices, i)
		p.awardDependents[slot].prices = append(p.awardDependents[slot].prices, i)
	}
}

// distinct sorts a list and leaves out what comes twice.
func distinct(list []int) []int {
	slices.Sort(list)
	return slices.Compact(list)
}

// changed works out what hangs on a slot whose range has changed, if nothing
// is derived; else run is due.
func (p *Program) changed(f *frame, slot int) {
	if p.Given < len(p.Slots) {
		return
	}
	r := &p.dependents[slot]
	p.changedNodes(f, r)
	for _, i := range r.benefits {
		p.weigh(f, i)
	}
}

// changedAward is changed for what the award hangs on.
func (p *Program) changedAward(f *frame, slot int) {
	if p.Given < len(p.Slots) {
		return
	}
	r := &p.awardDependents[slot]
	p.changedNodes(f, r)
	for _, i := range r.benefits {
		p.grant(f, i)
	}
}

func (p *Program) changedNodes(f *frame, r *dependents) {
	for _, i := range r.nodes {
		f.truth[i] = p.step(f, &p.Nodes[i])
	}
	for _, i := range r.prices {
		p.price(f, i)
	}
}
