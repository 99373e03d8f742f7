package wasm

import "mingce/calc"

// choose writes body for the group in force: one branch for each way to
// combine that a reading, which value loads, can put in force, the last for
// all others.
func (c *compiler) choose(f *function, value func(slot int), body func(g *calc.GroupCode)) {
	for i := range c.p.Award {
		w := &c.p.Award[i]
		if w.Slot < 0 {
			body(&w.Group)
			for range i {
				f.end()
			}
			return
		}
		value(w.Slot)
		f.i64(w.As)
		f.op(i64Eq)
		f.when()
		body(&w.Group)
		f.otherwise()
	}
}

// framed loads a known slot from the ranges that fill has set.
func (c *compiler) framed(f *function) func(slot int) {
	return func(slot int) { f.cell64(c.lo + 8*slot) }
}

// join leaves what a group comes to with one more member.
func (c *compiler) join(f *function, g *calc.GroupCode) {
	if g.Sum {
		f.op(i64Add)
		return
	}
	f.call(c.max)
}

// combining writes combine: what the group in force comes to, into globals.
func (c *compiler) combining() {
	f := c.combine
	least, most := f.local(typeI64), f.local(typeI64)
	c.choose(f, c.framed(f), func(g *calc.GroupCode) {
		c.group(f, g, least, most)
		f.get(least)
		f.save(c.gLeast)
		f.get(most)
		f.save(c.gMost)
	})
}

// group writes what a group comes to into two locals.
func (c *compiler) group(f *function, g *calc.GroupCode, least, most int) {
	for _, v := range []struct{ into, table int }{{least, c.least}, {most, c.most}} {
		f.i64(0)
		for _, b := range g.Benefits {
			f.cell64(v.table + 8*b)
			c.join(f, g)
		}
		f.set(v.into)
	}
	for i := range g.Groups {
		l, m := f.local(typeI64), f.local(typeI64)
		c.group(f, &g.Groups[i], l, m)
		for _, v := range []struct{ into, part int }{{least, l}, {most, m}} {
			f.get(v.into)
			f.get(v.part)
			c.join(f, g)
			f.set(v.into)
		}
	}
	if g.Cap == calc.NoLimit {
		return
	}
	for _, v := range []int{least, most} {
		f.get(v)
		f.i64(g.Cap)
		f.call(c.min)
		f.set(v)
	}
}

// marking writes mark, and the marks of benefits and conditions: what can
// still change the award, as one number, with the slots it hangs on seen.
func (c *compiler) marking() {
	for b := range c.p.Benefits {
		if c.benefit[b] != nil {
			c.markBenefit(b)
		}
	}
	for k := range c.p.Conditions {
		if f := c.condition[k]; f != nil {
			c.markNode(f, c.p.Conditions[k].Node)
			f.get(0)
		}
	}
	f := c.mark
	floor, mark := f.local(typeI64), f.local(typeI64)
	c.choose(f, c.framed(f), func(g *calc.GroupCode) {
		f.i64(0)
		f.set(floor)
		c.markGroup(f, g, floor, mark)
	})
	f.get(mark)
}

// fold writes mark = mix(mark, value).
func (c *compiler) fold(f *function, mark int, value func()) {
	f.get(mark)
	value()
	f.call(c.mix)
	f.set(mark)
}

// markGroup writes a group's mark into a local; floor is what is certain
// around it.
func (c *compiler) markGroup(f *function, g *calc.GroupCode, floor, mark int) {
	least, most, inner := f.local(typeI64), f.local(typeI64), f.local(typeI64)
	c.group(f, g, least, most)
	f.i64(3)
	f.get(floor)
	f.get(least)
	f.call(c.max)
	f.tee(inner)
	f.call(c.mix)
	f.set(mark)
	if g.Sum {
		f.i64(0)
		f.set(inner)
	}
	for _, b := range g.Benefits {
		f.cell64(c.most + 8*b)
		f.get(inner)
		f.cell64(c.least + 8*b)
		f.call(c.max)
		f.op(i64GtS)
		f.when()
		c.fold(f, mark, func() { f.get(inner); f.call(c.benefit[b]) })
		f.end()
	}
	for i := range g.Groups {
		c.markSubgroup(f, &g.Groups[i], inner, mark)
	}
}

func (c *compiler) markSubgroup(f *function, g *calc.GroupCode, floor, mark int) {
	l, m, sub := f.local(typeI64), f.local(typeI64), f.local(typeI64)
	c.group(f, g, l, m)
	f.get(m)
	f.get(floor)
	f.get(l)
	f.call(c.max)
	f.op(i64GtS)
	f.when()
	c.markGroup(f, g, floor, sub)
	c.fold(f, mark, func() { f.get(sub) })
	f.end()
}

// markBenefit: (floor) → mark.
func (c *compiler) markBenefit(b int) {
	f, code := c.benefit[b], &c.p.Benefits[b]
	mark, least, most := f.local(typeI64), f.local(typeI64), f.local(typeI64)
	f.i64(4)
	f.i64(int64(b))
	f.call(c.mix)
	for _, k := range code.Priced {
		f.call(c.condition[k])
	}
	f.cell64(c.most + 8*b)
	f.call(c.mix)
	f.set(mark)
	c.price(f, b, least, most)
	f.block()
	f.get(least)
	f.get(0)
	f.call(c.max)
	f.tee(least)
	f.get(most)
	f.op(i64Eq)
	f.brIf(0)
	c.fold(f, mark, func() { f.get(least) })
	for i := range code.Parts {
		if s := code.Parts[i].Slot; s >= 0 {
			c.over(f, part{b, i})
			f.op(i64Ne)
			f.when()
			c.see(f, s)
			c.fold(f, mark, func() { f.cell64(c.lo + 8*s) })
			f.end()
		}
	}
	f.end()
	f.get(mark)
}

// see notes a slot, and the inputs it is derived from, as one the award may
// hang on.
func (c *compiler) see(f *function, slot int) {
	f.put8(c.seen+slot, func() { f.i32(1) })
	if slot < c.p.Given {
		return
	}
	for _, i := range c.p.Inputs(slot) {
		f.cell8(c.unknown + i)
		f.when()
		f.put8(c.seen+i, func() { f.i32(1) })
		f.end()
	}
}

// markNode folds what is open below a node into parameter 0, and sees its
// slots.
func (c *compiler) markNode(f *function, node int) {
	n := &c.p.Nodes[node]
	f.cell8(c.truth + node)
	f.i32(2)
	f.op(i32Eq)
	f.when()
	c.fold(f, 0, func() { f.i64(int64(node)) })
	if n.Op == calc.Within || n.Op == calc.Among {
		c.see(f, n.Slot)
		f.end()
		return
	}
	c.fold(f, 0, func() {
		f.i64(int64(n.Need))
		for _, k := range n.Kids {
			f.cell8(c.truth + k)
			f.i32(1)
			f.op(i32Eq, i32ToI64, i64Sub)
		}
	})
	for _, k := range n.Kids {
		c.markNode(f, k)
	}
	f.end()
}

// searching writes explore, branch, reach and search.
func (c *compiler) searching() {
	c.writeReach()
	c.writeExplore()
	c.writeBranch()
	f := c.search
	f.i32(0)
	f.save(c.reached)
	c.clear(f, c.asked)
	f.i32(0)
	f.call(c.explore)
	f.op(opDrop)
}

// clear zeroes a byte per slot.
func (c *compiler) clear(f *function, table int) {
	i := f.local(typeI32)
	f.i32(0)
	f.set(i)
	f.times(i, func() { f.i32(len(c.p.Slots)) }, func() {
		f.get(i)
		f.i32(0)
		f.store8(table)
	})
}

// writeReach widens the bounds reached by what combine found.
func (c *compiler) writeReach() {
	f := c.reach
	for _, v := range []struct {
		so, now int
		widen   *function
	}{{c.reachLeast, c.gLeast, c.min}, {c.reachMost, c.gMost, c.max}} {
		f.load(c.reached)
		f.when()
		f.load(v.so)
		f.load(v.now)
		f.call(v.widen)
		f.save(v.so)
		f.otherwise()
		f.load(v.now)
		f.save(v.so)
		f.end()
	}
	f.i32(1)
	f.save(c.reached)
}

// writeExplore: (depth) → mark.
func (c *compiler) writeExplore() {
	f := c.explore
	mark, i := f.local(typeI64), f.local(typeI32)
	f.call(c.run)
	f.call(c.combine)
	f.load(c.gLeast)
	f.load(c.gMost)
	f.op(i64Eq)
	f.when()
	f.call(c.reach)
	f.i64(1)
	f.load(c.gLeast)
	f.call(c.mix)
	f.op(opReturn)
	f.end()
	c.clear(f, c.seen)
	f.call(c.mark)
	f.set(mark)
	f.times(0, func() { f.i32(len(c.p.Entangled)) }, func() {
		c.entry(f, 0)
		f.load32(c.entangled)
		f.load8(c.seen)
		f.when()
		f.get(0)
		f.call(c.branch)
		f.op(opReturn)
		f.end()
	})
	f.call(c.reach)
	f.times(i, func() { f.i32(len(c.p.Slots)) }, func() {
		f.get(i)
		f.get(i)
		f.load8(c.asked)
		f.get(i)
		f.load8(c.seen)
		f.op(i32Or)
		f.store8(c.asked)
	})
	f.get(mark)
}

// entry leaves the offset of the slot entry that a local counts.
func (c *compiler) entry(f *function, local int) {
	f.get(local)
	f.i32(entrySize)
	f.op(i32Mul)
}

// writeBranch: (index of the entangled slot) → mark.
func (c *compiler) writeBranch() {
	f := c.branch
	entry, same, i, first := f.local(typeI32), f.local(typeI32), f.local(typeI32), f.local(typeI32)
	mark, whole, m := f.local(typeI64), f.local(typeI64), f.local(typeI64)
	c.entry(f, 0)
	f.i32(c.entangled)
	f.op(i32Add)
	f.set(entry)
	f.i64(2)
	f.get(entry)
	f.load32(0)
	f.op(i32ToI64)
	f.call(c.mix)
	f.set(whole)
	f.i32(1)
	f.tee(same)
	f.set(first)
	c.overCells(f, entry, i, func() {
		f.get(0)
		f.i32(1)
		f.op(i32Add)
		f.call(c.explore)
		f.set(m)
		f.get(first)
		f.when()
		f.get(m)
		f.set(mark)
		f.i32(0)
		f.set(first)
		f.end()
		f.get(same)
		f.get(m)
		f.get(mark)
		f.op(i64Eq, i32And)
		f.set(same)
		c.fold(f, whole, func() { f.get(m) })
		c.fold(f, whole, func() { f.get(i); f.op(i32ToI64) })
	})
	f.get(same)
	f.when()
	f.get(mark)
	f.op(opReturn)
	f.end()
	c.ask(f, entry)
	f.get(whole)
}

// ask notes that the award hangs on the slot of an entry.
func (c *compiler) ask(f *function, entry int) {
	for _, from := range []int{entryOf, entryBy} {
		f.get(entry)
		f.load32(from)
		f.load8(c.unknown)
		f.when()
		f.get(entry)
		f.load32(from)
		f.i32(1)
		f.store8(c.asked)
		f.end()
	}
}

// overCells runs body with the slot of an entry, whose address is in a local,
// confined to each of its cells in turn, then gives the slot its range back.
// Cells in which no value of the range lies are passed over.
func (c *compiler) overCells(f *function, entry, i int, body func()) {
	free := []int{f.local(typeI64), f.local(typeI64)}
	now := []int{f.local(typeI64), f.local(typeI64)}
	slot, cell := f.local(typeI32), f.local(typeI32)
	if c.p.Given < len(c.p.Slots) {
		f.call(c.derive)
	}
	f.get(entry)
	f.load32(0)
	f.i32(3)
	f.op(i32Shl)
	f.set(slot)
	for k, table := range []int{c.lo, c.hi} {
		f.get(slot)
		f.load64(table)
		f.set(free[k])
	}
	f.get(entry)
	f.load32(entryCells)
	f.set(cell)
	f.i32(0)
	f.set(i)
	f.times(i, func() { f.get(entry); f.load32(entryCount) }, func() {
		for k, narrow := range []*function{c.max, c.min} {
			f.get(cell)
			f.load64(8 * k)
			f.get(free[k])
			f.call(narrow)
			f.set(now[k])
		}
		f.step(cell, 16)
		f.get(now[0])
		f.get(now[1])
		f.op(i64LeS)
		f.when()
		c.confine(f, slot, func(k int) { f.get(now[k]) }, func(k int) { f.get(now[k]) })
		body()
		f.end()
	})
	c.confine(f, slot, func(k int) { f.get(free[k]) }, func(k int) {
		f.get(slot)
		f.i32(1)
		f.op(i32Shl)
		f.load64(c.domain + 8*k)
	})
}

// confine sets the range of the slot whose offset is in a local; a derived
// slot is also confined, so that deriving it again keeps it there.
func (c *compiler) confine(f *function, slot int, value, within func(k int)) {
	for k, table := range []int{c.lo, c.hi} {
		f.get(slot)
		value(k)
		f.store64(table)
	}
	if c.p.Given == len(c.p.Slots) {
		return
	}
	f.get(slot)
	f.i32(8 * c.p.Given)
	f.op(i32GeS)
	f.when()
	for k := range 2 {
		f.get(slot)
		f.i32(8 * c.p.Given)
		f.op(i32Sub)
		f.i32(1)
		f.op(i32Shl)
		within(k)
		f.store64(c.confined + 8*k)
	}
	f.end()
}
