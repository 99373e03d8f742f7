package wasm

// writeBox: as Program.box.
func (c *compiler) writeBox(r *refiner) {
	f := r.box
	wide, slot := f.local(typeI32), f.local(typeI32)
	lo, hi, mid := f.local(typeI64), f.local(typeI64), f.local(typeI64)
	stop := func() {
		f.when()
		f.op(opReturn)
		f.end()
	}
	f.call(c.look)
	f.call(r.keep)
	f.call(r.covered)
	stop()
	f.call(r.widest)
	f.tee(wide)
	f.i32(0)
	f.op(i32LtS)
	c.overLimit(f)
	f.op(i32Or)
	f.when()
	f.call(r.meet)
	f.op(opReturn)
	f.end()
	r.entry(f, wide)
	f.load32(0)
	f.set(slot)
	f.slot64(slot, c.lo)
	f.set(lo)
	f.slot64(slot, c.hi)
	f.set(hi)
	f.get(hi)
	f.get(lo)
	f.op(i64Sub)
	f.i64(1)
	f.op(i64Eq)
	f.when()
	f.i32(0)
	f.call(r.points)
	f.op(opReturn)
	f.end()
	c.tryPoints(f, r)
	f.call(r.covered)
	stop()
	r.entry(f, wide)
	f.get(lo)
	f.get(hi)
	f.call(r.middle)
	f.set(mid)
	before := func() { f.get(mid); f.i64(1); f.op(i64Sub) }
	for _, part := range [][2]func(){
		{func() { f.get(mid) }, func() { f.get(hi) }},
		{before, func() { f.get(mid) }},
		{func() { f.get(lo) }, before},
	} {
		f.set64(slot, c.lo, part[0])
		f.set64(slot, c.hi, part[1])
		f.call(r.box)
	}
	f.set64(slot, c.lo, func() { f.get(lo) })
	f.set64(slot, c.hi, func() { f.get(hi) })
}

// tryPoints tries points of the box and puts its ranges back.
func (c *compiler) tryPoints(f *function, r *refiner) {
	i, slot := f.local(typeI32), f.local(typeI32)
	r.each(f, i, slot, func() {
		f.set64(slot, r.low, func() { f.slot64(slot, c.lo) })
		f.set64(slot, r.high, func() { f.slot64(slot, c.hi) })
	})
	f.call(r.corners)
	f.call(r.crossed)
	r.each(f, i, slot, func() {
		f.set64(slot, c.lo, func() { f.slot64(slot, r.low) })
		f.set64(slot, c.hi, func() { f.slot64(slot, r.high) })
	})
}

// writePut: (slot, whether high) sets an input to one end of the box.
func (c *compiler) writePut(r *refiner) {
	f := r.put
	v := f.local(typeI64)
	f.slot64(0, r.high)
	f.slot64(0, r.low)
	f.get(1)
	f.op(opSelect)
	f.set(v)
	f.set64(0, c.lo, func() { f.get(v) })
	f.set64(0, c.hi, func() { f.get(v) })
}

// writeStand: (corner) puts every joint input into it.
func (c *compiler) writeStand(r *refiner) {
	f := r.stand
	i, slot := f.local(typeI32), f.local(typeI32)
	r.each(f, i, slot, func() {
		f.get(slot)
		r.isHigh(f, 0, i)
		f.call(r.put)
	})
}

// isHigh leaves the end at which an input stands in a corner: corner&1 ≠
// (corner > 1 and what is derived from it falls).
func (r *refiner) isHigh(f *function, corner, i int) {
	f.get(corner)
	f.get(corner)
	f.i32(1)
	f.op(i32ShrU)
	r.entry(f, i)
	f.load32(jointLower)
	f.op(i32And, i32Xor)
	f.i32(1)
	f.op(i32And)
}

// writeCorners: as Program.corners.
func (c *compiler) writeCorners(r *refiner) {
	f := r.corners
	i, slot, corner, mark := f.local(typeI32), f.local(typeI32), f.local(typeI32), f.local(typeI64)
	f.times(corner, func() { f.i32(4) }, func() {
		f.get(corner)
		f.call(r.stand)
		c.lookAndMeet(f, r)
		f.load(c.awardMark)
		f.set(mark)
		r.each(f, i, slot, func() {
			c.undecidedOpen(f, r, slot)
			f.when()
			f.get(slot)
			r.isHigh(f, corner, i)
			f.op(i32Eqz)
			f.call(r.put)
			c.lookAndMeet(f, r)
			f.get(slot)
			r.isHigh(f, corner, i)
			f.call(r.put)
			c.askIfOther(f, r, slot, mark)
			f.end()
		})
	})
}

func (c *compiler) lookAndMeet(f *function, r *refiner) {
	f.call(c.look)
	f.call(r.meet)
}

// undecidedOpen leaves whether a slot that is open in the box is undecided.
func (c *compiler) undecidedOpen(f *function, r *refiner, slot int) {
	f.slot64(slot, r.low)
	f.slot64(slot, r.high)
	f.op(i64Ne)
	c.undecided(f, r, slot)
	f.op(i32And)
}

// writeCrossed: as Program.crossed.
func (c *compiler) writeCrossed(r *refiner) {
	f := r.crossed
	e := f.local(typeI64)
	for s := c.p.Given; s < len(c.p.Slots); s++ {
		_, of, by, _ := c.p.Slots[s].Derivation()
		if of == by {
			continue
		}
		for _, slot := range [2]int{by, of} {
			other := of + by - slot
			for _, cut := range c.p.Slots[s].Cuts {
				for _, end := range [2]int{r.low, r.high} {
					f.cell64(end + 8*slot)
					f.i64(cut)
					f.call(c.crossing(s, other))
					f.tee(e)
					f.cell64(r.low + 8*other)
					f.op(i64GeS)
					f.get(e)
					f.cell64(r.high + 8*other)
					f.op(i64LeS, i32And)
					f.when()
					f.i32(slot)
					f.i32(other)
					f.get(e)
					f.call(r.across)
					f.end()
				}
			}
		}
	}
}

// writeAcross: (slot, other, value of the other); as Program.across.
func (c *compiler) writeAcross(r *refiner) {
	f := r.across
	corner, mark := f.local(typeI32), f.local(typeI64)
	f.times(corner, func() { f.i32(4) }, func() {
		c.undecidedOpen(f, r, 0)
		f.op(i32Eqz)
		f.when()
		f.op(opReturn)
		f.end()
		f.get(corner)
		f.call(r.stand)
		f.set64(1, c.lo, func() { f.get(2) })
		f.set64(1, c.hi, func() { f.get(2) })
		f.get(0)
		f.i32(0)
		f.call(r.put)
		c.lookAndMeet(f, r)
		f.load(c.awardMark)
		f.set(mark)
		f.get(0)
		f.i32(1)
		f.call(r.put)
		c.lookAndMeet(f, r)
		c.askIfOther(f, r, 0, mark)
	})
}

// undecided leaves whether a slot may matter and was not found to.
func (c *compiler) undecided(f *function, r *refiner, slot int) {
	f.get(slot)
	f.load8(r.may)
	f.get(slot)
	f.load8(r.asked)
	f.op(i32GtS)
}

// askIfOther asks for a slot when the last look's mark is another one.
func (c *compiler) askIfOther(f *function, r *refiner, slot, mark int) {
	f.load(c.awardMark)
	f.get(mark)
	f.op(i64Ne)
	f.when()
	f.get(slot)
	f.i32(1)
	f.store8(r.asked)
	f.end()
}

// writePoints: (number of the joint input to go on with); as Program.points.
func (c *compiler) writePoints(r *refiner) {
	f := r.points
	slot, lo, hi := f.local(typeI32), f.local(typeI64), f.local(typeI64)
	deeper := func() {
		f.get(0)
		f.i32(1)
		f.op(i32Add)
		f.call(r.points)
	}
	f.get(0)
	f.i32(r.n)
	f.op(i32Eq)
	f.when()
	f.call(c.look)
	f.call(r.meet)
	f.op(opReturn)
	f.end()
	r.entry(f, 0)
	f.load32(0)
	f.set(slot)
	f.slot64(slot, c.lo)
	f.set(lo)
	f.slot64(slot, c.hi)
	f.set(hi)
	f.set64(slot, c.hi, func() { f.get(lo) })
	deeper()
	f.get(lo)
	f.get(hi)
	f.op(i64Eq)
	f.when()
	f.op(opReturn)
	f.end()
	f.set64(slot, c.lo, func() { f.get(hi) })
	f.set64(slot, c.hi, func() { f.get(hi) })
	deeper()
	f.set64(slot, c.lo, func() { f.get(lo) })
	c.undecided(f, r, slot)
	f.when()
	f.get(slot)
	f.i32(0)
	f.call(r.pairs)
	f.end()
}

// writePairs: (slot, number of the joint input to go on with); as
// Program.pairs.
func (c *compiler) writePairs(r *refiner) {
	f := r.pairs
	other, lo, hi, mark := f.local(typeI32), f.local(typeI64), f.local(typeI64), f.local(typeI64)
	deeper := func() {
		f.get(0)
		f.get(1)
		f.i32(1)
		f.op(i32Add)
		f.call(r.pairs)
	}
	fix := func(slot int, v func()) {
		f.set64(slot, c.lo, v)
		f.set64(slot, c.hi, v)
	}
	f.get(1)
	f.i32(r.n)
	f.op(i32LtS)
	f.when()
	r.entry(f, 1)
	f.load32(0)
	f.set(other)
	f.slot64(other, c.lo)
	f.set(lo)
	f.slot64(other, c.hi)
	f.set(hi)
	f.get(other)
	f.get(0)
	f.op(i32Eq)
	f.get(lo)
	f.get(hi)
	f.op(i64Eq, i32Or)
	f.when()
	deeper()
	f.op(opReturn)
	f.end()
	fix(other, func() { f.get(lo) })
	deeper()
	fix(other, func() { f.get(hi) })
	deeper()
	f.set64(other, c.lo, func() { f.get(lo) })
	f.op(opReturn)
	f.end()
	f.slot64(0, c.lo)
	f.set(lo)
	f.slot64(0, c.hi)
	f.set(hi)
	f.set64(0, c.hi, func() { f.get(lo) })
	f.call(c.look)
	f.load(c.awardMark)
	f.set(mark)
	fix(0, func() { f.get(hi) })
	f.call(c.look)
	c.askIfOther(f, r, 0, mark)
	f.set64(0, c.lo, func() { f.get(lo) })
}
