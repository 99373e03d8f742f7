package wasm

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
	f.save(c.awardMark)
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
		c.overLimit(f)
		f.op(i32GtS)
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
	c.overLimit(f)
	f.when()
	// Equal to no other: nothing is left out.
	c.fold(f, mark, func() { f.load(c.work); f.op(i32ToI64) })
	f.end()
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
