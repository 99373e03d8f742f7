package wasm

import (
	"slices"

	"mingce/calc"
)

// writeBatch: (from, to, n). A complete situation takes the short way, point.
func (c *compiler) writeBatch() {
	f := c.batch
	i, award := f.local(typeI32), f.local(typeI64)
	store := func(least, most func()) {
		f.get(1)
		least()
		f.store64(0)
		f.get(1)
		most()
		f.store64(8)
	}
	f.times(i, func() { f.get(2) }, func() {
		c.complete(f)
		f.when()
		f.get(0)
		f.call(c.point)
		f.set(award)
		store(func() { f.get(award) }, func() { f.get(award) })
		f.otherwise()
		f.get(0)
		f.call(c.fill)
		f.op(opDrop)
		f.call(c.partial)
		store(func() { f.load(c.reachLeast) }, func() { f.load(c.reachMost) })
		f.end()
		f.step(0, 8*c.p.Given)
		f.step(1, 16)
	})
}

// complete leaves whether the situation at parameter 0 knows all that the
// award can hang on: only Unknown is negative.
func (c *compiler) complete(f *function) {
	f.i64(0)
	for _, s := range c.awardSlots() {
		f.get(0)
		f.load64(8 * s)
		f.op(i64Or)
	}
	f.i64(0)
	f.op(i64GeS)
}

// awardSlots lists the inputs that amounts and their conditions stand on.
func (c *compiler) awardSlots() []int {
	var slots []int
	add := func(slot int) {
		for _, i := range c.p.Inputs(slot) {
			if i < len(c.p.Rulebook.Inputs) && !slices.Contains(slots, i) {
				slots = append(slots, i)
			}
		}
	}
	for b := range c.p.Benefits {
		code := &c.p.Benefits[b]
		for _, k := range code.Priced {
			c.leaves(c.p.Conditions[k].Node, add)
		}
		for i := range code.Parts {
			if s := code.Parts[i].Slot; s >= 0 {
				add(s)
			}
		}
	}
	slices.Sort(slots)
	return slots
}

func (c *compiler) leaves(node int, visit func(slot int)) {
	n := &c.p.Nodes[node]
	if len(n.Kids) == 0 {
		visit(n.Slot)
	}
	for _, k := range n.Kids {
		c.leaves(k, visit)
	}
}

// points writes point: (address of a complete situation) → award. Every test
// is a comparison in place, and a benefit is left at the first that fails, or
// at once when it cannot exceed what another one of a highest group gave.
func (c *compiler) points() {
	f := c.point
	award := f.local(typeI64)
	for s := c.p.Given; s < len(c.p.Slots); s++ {
		how, of, by, _ := c.p.Slots[s].Derivation()
		c.derivedAt[s] = f.local(typeI64)
		c.derived(f, how, func() { c.value(f, of) }, func() { c.value(f, by) })
		f.set(c.derivedAt[s])
	}
	c.choose(f, func(slot int) { c.value(f, slot) }, func(g *calc.GroupCode) { c.pointGroup(f, g, award) })
	f.get(award)
}

// pointGroup writes into a local what a group comes to.
func (c *compiler) pointGroup(f *function, g *calc.GroupCode, into int) {
	f.i64(0)
	f.set(into)
	for _, b := range g.Benefits {
		code := &c.p.Benefits[b]
		f.block()
		if !g.Sum {
			f.get(into)
			f.i64(code.Top)
			f.op(i64GeS)
			f.brIf(0)
		}
		for _, k := range code.Priced {
			c.holdsAt(f, c.p.Conditions[k].Node)
			f.op(i32Eqz)
			f.brIf(0)
		}
		f.get(into)
		c.amountAt(f, b)
		c.join(f, g)
		f.set(into)
		f.end()
	}
	for i := range g.Groups {
		sub := f.local(typeI64)
		c.pointGroup(f, &g.Groups[i], sub)
		f.get(into)
		f.get(sub)
		c.join(f, g)
		f.set(into)
	}
	if g.Cap != calc.NoLimit {
		f.get(into)
		f.i64(g.Cap)
		f.call(c.min)
		f.set(into)
	}
}

// value leaves a slot's value in the situation at parameter 0.
func (c *compiler) value(f *function, slot int) {
	if slot >= c.p.Given {
		f.get(c.derivedAt[slot])
		return
	}
	f.get(0)
	f.load64(8 * slot)
}

// amountAt leaves a benefit's amount in the situation at parameter 0.
func (c *compiler) amountAt(f *function, b int) {
	code := &c.p.Benefits[b]
	for i := range code.Parts {
		if s := code.Parts[i].Slot; s >= 0 {
			c.value(f, s)
		} else {
			f.i64(0)
		}
		f.call(c.amounts[part{b, i}])
		if i > 0 {
			f.op(i64Add)
		}
	}
	if code.Cap != calc.NoLimit {
		f.i64(code.Cap)
		f.call(c.min)
	}
}

// holdsAt leaves whether a node holds in the situation at parameter 0.
func (c *compiler) holdsAt(f *function, node int) {
	n := &c.p.Nodes[node]
	switch n.Op {
	case calc.Within:
		c.value(f, n.Slot)
		if n.Lo == n.Hi {
			f.i64(n.Lo)
			f.op(i64Eq)
			return
		}
		if n.Lo > n.Hi {
			f.op(opDrop)
			f.i32(0)
			return
		}
		// Lo ≤ v ≤ Hi as one unsigned comparison.
		f.i64(n.Lo)
		f.op(i64Sub)
		f.i64(n.Hi - n.Lo)
		f.op(i64LeU)
	case calc.Among:
		f.i64(int64(n.Set))
		c.value(f, n.Slot)
		f.op(i64ShrU, i64ToI32)
		f.i32(1)
		f.op(i32And)
	case calc.Not:
		c.holdsAt(f, n.Kids[0])
		f.op(i32Eqz)
	case calc.Tally:
		c.holdsAt(f, n.Kids[0])
		for _, k := range n.Kids[1:] {
			c.holdsAt(f, k)
			f.op(i32Add)
		}
		f.i32(n.Need)
		f.op(i32GeS)
	}
}
