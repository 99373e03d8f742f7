package wasm

import "mingce/calc"

// answering writes fill, look, finish, assess and batch.
func (c *compiler) answering() {
	c.writeFill()
	c.writeReport()
	c.writeLook()
	c.writePartial()
	c.writeFinish()
	c.writeAssess()
	c.writeBatch()
}

// writeFill: (address of a situation) → whether it is complete. It sets the
// values that every slot may have.
func (c *compiler) writeFill() {
	f := c.fill
	i, at, complete := f.local(typeI32), f.local(typeI32), f.local(typeI32)
	v := f.local(typeI64)
	f.i32(1)
	f.set(complete)
	for s := c.p.Given; s < len(c.p.Slots); s++ {
		at := c.confined + 16*(s-c.p.Given)
		f.put64(at, func() { f.i64(c.p.Slots[s].Min) })
		f.put64(at+8, func() { f.i64(c.p.Slots[s].Max) })
	}
	f.times(i, func() { f.i32(c.p.Given) }, func() {
		f.get(i)
		f.i32(3)
		f.op(i32Shl)
		f.tee(at)
		f.get(0)
		f.op(i32Add)
		f.load64(0)
		f.tee(v)
		f.i64(unknown)
		f.op(i64Eq)
		f.when()
		f.i32(0)
		f.set(complete)
		for _, t := range []struct{ into, from int }{{c.lo, 0}, {c.hi, 8}} {
			f.get(at)
			f.get(at)
			f.get(at)
			f.op(i32Add)
			f.load64(c.domain + t.from)
			f.store64(t.into)
		}
		f.otherwise()
		for _, into := range []int{c.lo, c.hi} {
			f.get(at)
			f.get(v)
			f.store64(into)
		}
		f.end()
	})
	f.get(complete)
}

// writeReport copies what the frame says of conditions and benefits to out.
func (c *compiler) writeReport() {
	f := c.report
	for k := range c.p.Conditions {
		f.put64(c.truthCell(k), func() {
			f.cell8(c.truth + c.p.Conditions[k].Node)
			f.op(i32ToI64)
		})
	}
	for b := range c.p.Benefits {
		out := c.outcome(b)
		f.put64(out, func() { c.status(f, b) })
		if len(c.p.Benefits[b].Parts) > 0 {
			f.put64(out+8, func() { f.cell64(c.least + 8*b) })
			f.put64(out+16, func() { f.cell64(c.most + 8*b) })
		}
	}
}

// writeLook answers for the ranges that the slots have.
func (c *compiler) writeLook() {
	f := c.look
	i := f.local(typeI32)
	f.times(i, func() { f.i32(len(c.p.Rulebook.Inputs)) }, func() {
		f.get(i)
		f.slot64(i, c.lo)
		f.slot64(i, c.hi)
		f.op(i64Ne)
		f.store8(c.unknown)
	})
	f.call(c.run)
	f.call(c.report)
	f.call(c.untangle)
	f.call(c.search)
}

// writePartial answers for a situation in which something is unknown.
func (c *compiler) writePartial() {
	f := c.partial
	f.i32(0)
	f.save(c.work)
	if c.refiner.n == 0 {
		f.call(c.look)
		return
	}
	f.call(c.refiner.widest)
	f.i32(0)
	f.op(i32LtS)
	f.when()
	f.call(c.look)
	f.otherwise()
	f.call(c.refine)
	f.end()
}

func (c *compiler) writeAssess() {
	f := c.assess
	f.put64(c.askCell(), func() { f.i64(0) })
	f.i32(c.in)
	f.call(c.fill)
	f.when()
	f.call(c.run)
	f.call(c.report)
	f.call(c.combine)
	f.load(c.gLeast)
	f.save(c.reachLeast)
	f.load(c.gLeast)
	f.save(c.reachMost)
	f.otherwise()
	f.call(c.partial)
	c.questions(f)
	f.end()
	f.call(c.finish)
}

// overLimit leaves whether the program was run more often than it may be.
func (c *compiler) overLimit(f *function) {
	f.load(c.work)
	f.i32(c.p.Limit)
	f.op(i32GtS)
}

// questions lists the slots asked for, in the order to ask them.
func (c *compiler) questions(f *function) {
	i, n, slot := f.local(typeI32), f.local(typeI32), f.local(typeI32)
	f.times(i, func() { f.i32(len(c.p.Order)) }, func() {
		f.get(i)
		f.i32(2)
		f.op(i32Shl)
		f.load32(c.order)
		f.tee(slot)
		f.load8(c.asked)
		f.when()
		f.step(n, 1)
		f.get(n)
		f.i32(3)
		f.op(i32Shl)
		f.get(slot)
		f.op(i32ToI64)
		f.store64(c.askCell())
		f.end()
	})
	f.put64(c.askCell(), func() { f.get(n); f.op(i32ToI64) })
}

// writeFinish writes the award's status, what pays it, and the readings the
// answer rests on.
func (c *compiler) writeFinish() {
	f := c.finish
	f.put64(c.out, func() {
		f.i64(int64(calc.Eligible))
		f.i64(int64(calc.Ineligible))
		f.i64(int64(calc.Undetermined))
		f.load(c.reachMost)
		f.op(i64Eqz, opSelect)
		f.load(c.reachLeast)
		f.i64(0)
		f.op(i64GtS, opSelect)
	})
	f.put64(c.out+8, func() { f.load(c.reachLeast) })
	f.put64(c.out+16, func() { f.load(c.reachMost) })
	for b := range c.p.Benefits {
		f.put64(c.outcome(b)+24, func() { f.i64(0) })
	}
	certain := f.local(typeI64)
	c.choose(f, c.framed(f), func(g *calc.GroupCode) {
		c.certain(f, g, certain)
		f.get(certain)
		f.load(c.reachLeast)
		f.op(i64Eq)
		f.get(certain)
		f.i64(0)
		f.op(i64GtS, i32And)
		f.when()
		c.payers(f, g)
		f.end()
	})
	c.rests(f)
}

// certain writes into a local what a group surely pays.
func (c *compiler) certain(f *function, g *calc.GroupCode, into int) {
	f.i64(0)
	for _, b := range g.Benefits {
		f.cell64(c.outcome(b) + 8)
		c.join(f, g)
	}
	for i := range g.Groups {
		sub := f.local(typeI64)
		f.set(into)
		c.certain(f, &g.Groups[i], sub)
		f.get(into)
		f.get(sub)
		c.join(f, g)
	}
	if g.Cap != calc.NoLimit {
		f.i64(g.Cap)
		f.call(c.min)
	}
	f.set(into)
}

// payers marks the benefits whose certain amount makes up the group's.
func (c *compiler) payers(f *function, g *calc.GroupCode) {
	top := f.local(typeI64)
	whole := *g
	whole.Cap = calc.NoLimit
	c.certain(f, &whole, top)
	counts := func(v func()) {
		v()
		f.i64(0)
		f.op(i64GtS)
		if !g.Sum {
			v()
			f.get(top)
			f.op(i64Eq, i32And)
		}
	}
	for _, b := range g.Benefits {
		f.put64(c.outcome(b)+24, func() {
			f.cell64(c.outcome(b) + 24)
			counts(func() { f.cell64(c.outcome(b) + 8) })
			f.op(i32ToI64, i64Or)
		})
	}
	for i := range g.Groups {
		sub := f.local(typeI64)
		c.certain(f, &g.Groups[i], sub)
		counts(func() { f.get(sub) })
		f.when()
		c.payers(f, &g.Groups[i])
		f.end()
	}
}

// rests writes which readings the answer rests on, as Program.restsOn.
func (c *compiler) rests(f *function) {
	mask, paying := f.local(typeI64), f.local(typeI32)
	f.i64(int64(c.p.Always))
	f.set(mask)
	add := func(readings uint64) {
		f.get(mask)
		f.i64(int64(readings))
		f.op(i64Or)
		f.set(mask)
	}
	for b := range c.p.Benefits {
		code := &c.p.Benefits[b]
		if len(code.Parts) > 0 {
			f.get(paying)
			f.cell64(c.outcome(b) + 16)
			f.i64(0)
			f.op(i64GtS, i32Add)
			f.set(paying)
		}
		f.cell64(c.outcome(b))
		f.i64(int64(calc.Ineligible))
		f.op(i64Ne)
		f.when()
		add(code.Readings)
		f.otherwise()
		for _, k := range code.Needs {
			if r := c.p.Conditions[k].Readings; r != 0 {
				f.cell64(c.truthCell(k))
				f.op(i64Eqz)
				f.when()
				add(r)
				f.end()
			}
		}
		f.end()
	}
	f.get(paying)
	f.i32(2)
	f.op(i32GeS)
	f.when()
	add(c.p.Combined)
	f.end()
	for r := range c.p.Rulebook.Readings {
		f.put64(c.restCell(r), func() {
			f.get(mask)
			f.i64(int64(r))
			f.op(i64ShrU)
			f.i64(1)
			f.op(i64And)
		})
	}
}
