package wasm

import "mingce/calc"

// untangling writes each and untangle: the exact truth of conditions and
// outcome of benefits in which an unknown slot occurs more than once.
func (c *compiler) untangling() {
	f := c.untangle
	for i := range c.p.Tangles {
		slots := c.p.Tangles[i].Slots
		f.i32(0)
		f.save(c.reached)
		f.i32(c.slotEntries(slots))
		f.i32(len(slots))
		f.i32(i)
		f.call(c.each)
	}
	c.writeEach()
}

// writeEach: (address of a slot entry, number of entries, tangle). It goes
// through every combination of cells of the slots that are unknown.
func (c *compiler) writeEach() {
	f := c.each
	i := f.local(typeI32)
	f.block()
	f.loop()
	f.get(1)
	f.op(i32Eqz)
	f.brIf(1)
	c.isOpen(f)
	f.when()
	c.overCells(f, 0, i, func() {
		f.get(0)
		f.i32(entrySize)
		f.op(i32Add)
		f.get(1)
		f.i32(1)
		f.op(i32Sub)
		f.get(2)
		f.call(c.each)
	})
	f.op(opReturn)
	f.end()
	f.step(0, entrySize)
	f.step(1, -1)
	f.br(0)
	f.end()
	f.end()
	f.call(c.run)
	for i := range c.p.Tangles {
		f.get(2)
		f.i32(i)
		f.op(i32Eq)
		f.when()
		c.unite(f, &c.p.Tangles[i])
		f.end()
	}
	f.i32(1)
	f.save(c.reached)
}

// isOpen leaves whether the slot of the entry at parameter 0 is unknown.
func (c *compiler) isOpen(f *function) {
	if c.p.Given < len(c.p.Slots) {
		f.call(c.derive)
	}
	for _, table := range []int{c.lo, c.hi} {
		f.get(0)
		f.load32(0)
		f.i32(3)
		f.op(i32Shl)
		f.load64(table)
	}
	f.op(i64Ne)
	c.overLimit(f)
	f.op(i32GtS)
}

// unite adds what one combination of cells says to what those before said.
func (c *compiler) unite(f *function, t *calc.Tangle) {
	for _, k := range t.Conditions {
		c.agree(f, c.truthCell(k), 2, func() {
			f.cell8(c.truth + c.p.Conditions[k].Node)
			f.op(i32ToI64)
		})
	}
	for _, b := range t.Benefits {
		out := c.outcome(b)
		c.agree(f, out, int64(calc.Undetermined), func() { c.status(f, b) })
		if len(c.p.Benefits[b].Parts) == 0 {
			continue
		}
		for _, v := range []struct {
			cell, now int
			widen     *function
		}{{out + 8, c.least + 8*b, c.min}, {out + 16, c.most + 8*b, c.max}} {
			f.put64(v.cell, func() {
				f.cell64(v.now)
				f.cell64(v.cell)
				f.cell64(v.now)
				f.load(c.reached)
				f.op(opSelect)
				f.call(v.widen)
			})
		}
	}
}

// agree stores now at a cell, or differ where another value was found before.
func (c *compiler) agree(f *function, cell int, differ int64, now func()) {
	f.put64(cell, func() {
		f.i64(differ)
		now()
		f.cell64(cell)
		now()
		f.op(i64Ne)
		f.load(c.reached)
		f.op(i32And, opSelect)
	})
}

// status leaves a benefit's status: 2 − truth turns fails, holds, open into
// ineligible, eligible, undetermined.
func (c *compiler) status(f *function, b int) {
	f.i32(2)
	f.cell8(c.holds + b)
	f.op(i32Sub, i32ToI64)
}
