package wasm

import "mingce/calc"

// choose writes body for the group in force: one branch for each way to
// combine that a reading can put in force, the last for all others.
func (c *compiler) choose(f *function, body func(g *calc.GroupCode)) {
	for i := range c.p.Award {
		w := &c.p.Award[i]
		if w.Slot < 0 {
			body(&w.Group)
			for range i {
				f.end()
			}
			return
		}
		f.cell64(c.lo + 8*w.Slot)
		f.i64(w.As)
		f.op(i64Eq)
		f.when()
		body(&w.Group)
		f.otherwise()
	}
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
	c.choose(f, func(g *calc.GroupCode) {
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
	c.choose(f, func(g *calc.GroupCode) {
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
	if s := code.Schedule.Slot; s >= 0 {
		f.block()
		f.cell64(c.lo + 8*s)
		f.cell64(c.hi + 8*s)
		f.op(i64Eq)
		f.brIf(0)
		f.cell64(c.lo + 8*s)
		f.cell64(c.hi + 8*s)
		f.call(c.ranges[b])
		f.set(most)
		f.get(0)
		f.call(c.max)
		f.tee(least)
		f.get(most)
		f.op(i64Eq)
		f.brIf(0)
		f.put8(c.seen+s, func() { f.i32(1) })
		c.fold(f, mark, func() { f.get(least) })
		c.fold(f, mark, func() { f.cell64(c.lo + 8*s) })
		f.end()
	}
	f.get(mark)
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
		f.put8(c.seen+n.Slot, func() { f.i32(1) })
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
	entry, same, i := f.local(typeI32), f.local(typeI32), f.local(typeI32)
	mark, whole, m := f.local(typeI64), f.local(typeI64), f.local(typeI64)
	c.entry(f, 0)
	f.set(entry)
	f.i64(2)
	f.get(entry)
	f.load32(c.entangled)
	f.op(i32ToI64)
	f.call(c.mix)
	f.set(whole)
	f.i32(1)
	f.set(same)
	c.overCells(f, entry, c.entangled, i, func() {
		f.get(0)
		f.i32(1)
		f.op(i32Add)
		f.call(c.explore)
		f.set(m)
		f.get(i)
		f.op(i32Eqz)
		f.when()
		f.get(m)
		f.set(mark)
		f.end()
		f.get(same)
		f.get(m)
		f.get(mark)
		f.op(i64Eq, i32And)
		f.set(same)
		c.fold(f, whole, func() { f.get(m) })
	})
	f.get(same)
	f.when()
	f.get(mark)
	f.op(opReturn)
	f.end()
	f.get(entry)
	f.load32(c.entangled)
	f.i32(1)
	f.store8(c.asked)
	f.get(whole)
}

// overCells runs body with the slot of an entry (local: its address, relative
// to table) confined to each of its cells in turn, then puts the slot back.
func (c *compiler) overCells(f *function, entry, table, i int, body func()) {
	lo, hi := f.local(typeI64), f.local(typeI64)
	slot, cell := f.local(typeI32), f.local(typeI32)
	f.get(entry)
	f.load32(table)
	f.i32(3)
	f.op(i32Shl)
	f.tee(slot)
	f.load64(c.lo)
	f.set(lo)
	f.get(slot)
	f.load64(c.hi)
	f.set(hi)
	f.get(entry)
	f.load32(table + 8)
	f.set(cell)
	f.i32(0)
	f.set(i)
	f.times(i, func() { f.get(entry); f.load32(table + 4) }, func() {
		for _, v := range []struct{ into, from int }{{c.lo, 0}, {c.hi, 8}} {
			f.get(slot)
			f.get(cell)
			f.load64(v.from)
			f.store64(v.into)
		}
		f.step(cell, 16)
		body()
	})
	for _, v := range []struct{ into, from int }{{c.lo, lo}, {c.hi, hi}} {
		f.get(slot)
		f.get(v.from)
		f.store64(v.into)
	}
}
