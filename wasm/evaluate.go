package wasm

import "mingce/calc"

// tests writes the functions that find the truth of one node: 0 fails,
// 1 holds, 2 open.
func (c *compiler) tests() {
	c.writeWithin()
	c.writeAmong()
	c.writeTally()
}

// writeWithin: (address of the slot's lo, least, greatest) → truth.
func (c *compiler) writeWithin() {
	f := c.within
	apart := c.hi - c.lo
	holds := f.local(typeI32)
	f.get(0)
	f.load64(0)
	f.get(1)
	f.op(i64GeS)
	f.get(0)
	f.load64(apart)
	f.get(2)
	f.op(i64LeS, i32And)
	f.tee(holds)
	// Otherwise it fails when the ranges do not meet, and is open when they do.
	f.get(0)
	f.load64(apart)
	f.get(1)
	f.op(i64GeS)
	f.get(0)
	f.load64(0)
	f.get(2)
	f.op(i64LeS, i32And)
	f.get(holds)
	f.op(i32Xor)
	f.i32(1)
	f.op(i32Shl, i32Or)
}

// writeAmong: (address of the slot's lo, set) → truth.
func (c *compiler) writeAmong() {
	f := c.among
	all, hit := f.local(typeI64), f.local(typeI64)
	// The bits lo to hi: 2<<hi − 1<<lo, right for hi = 63 too.
	f.i64(2)
	f.get(0)
	f.load64(c.hi - c.lo)
	f.op(i64Shl)
	f.i64(1)
	f.get(0)
	f.load64(0)
	f.op(i64Shl, i64Sub)
	f.tee(all)
	f.get(1)
	f.op(i64And)
	f.set(hit)
	f.i32(1)
	f.i32(2)
	f.get(hit)
	f.get(all)
	f.op(i64Eq, opSelect)
	f.i32(0)
	f.get(hit)
	f.op(i64Eqz, i32Eqz, opSelect)
}

// writeTally: (address of a list of truth addresses, count, need) → truth.
func (c *compiler) writeTally() {
	f := c.tally
	i, sum, t := f.local(typeI32), f.local(typeI32), f.local(typeI32)
	f.times(i, func() { f.get(1) }, func() {
		f.get(0)
		f.get(i)
		f.i32(2)
		f.op(i32Shl, i32Add)
		f.load32(0)
		f.load8(0)
		f.set(t)
		// Holding ones in the low half, open ones in the high half.
		f.get(sum)
		f.get(t)
		f.i32(1)
		f.op(i32And, i32Add)
		f.get(t)
		f.i32(2)
		f.op(i32And)
		f.i32(15)
		f.op(i32Shl, i32Add)
		f.set(sum)
	})
	f.i32(1)
	f.i32(2)
	f.i32(0)
	f.get(sum)
	f.i32(0xffff)
	f.op(i32And)
	f.tee(t)
	f.get(sum)
	f.i32(16)
	f.op(i32ShrU, i32Add)
	f.get(2)
	f.op(i32GeS, opSelect)
	f.get(t)
	f.get(2)
	f.op(i32GeS, opSelect)
}

// nodeList adds a table of the addresses of the nodes' truths.
func (c *compiler) nodeList(nodes []int) int {
	at := c.m.next()
	for _, n := range nodes {
		c.data32(c.truth + n)
	}
	return at
}

// conditionNodes are the nodes of several conditions.
func (c *compiler) conditionNodes(conditions []int) (nodes []int) {
	for _, k := range conditions {
		nodes = append(nodes, c.p.Conditions[k].Node)
	}
	return nodes
}

// evaluate writes run: what is derived, every node, then every benefit.
func (c *compiler) evaluate() {
	c.deriving()
	f := c.run
	f.load(c.work)
	f.i32(1)
	f.op(i32Add)
	f.save(c.work)
	f.call(c.derive)
	for i := range c.p.Nodes {
		f.put8(c.truth+i, func() { c.step(f, &c.p.Nodes[i]) })
	}
	for b := range c.p.Benefits {
		code := &c.p.Benefits[b]
		f.put8(c.holds+b, func() { c.all(f, code.Needs) })
		for i := range code.Parts {
			c.schedule(part{b, i})
		}
		if len(code.Parts) > 0 {
			c.weigh(f, b)
		}
	}
}

// step leaves the truth of a node.
func (c *compiler) step(f *function, n *calc.Node) {
	switch n.Op {
	case calc.Within:
		f.i32(c.lo + 8*n.Slot)
		f.i64(n.Lo)
		f.i64(n.Hi)
		f.call(c.within)
	case calc.Among:
		f.i32(c.lo + 8*n.Slot)
		f.i64(int64(n.Set))
		f.call(c.among)
	case calc.Not:
		// 0 ↔ 1; 2 stays.
		f.cell8(c.truth + n.Kids[0])
		f.cell8(c.truth + n.Kids[0])
		f.op(i32Eqz)
		f.cell8(c.truth + n.Kids[0])
		f.i32(2)
		f.op(i32Eq, opSelect)
	case calc.Tally:
		f.i32(c.nodeList(n.Kids))
		f.i32(len(n.Kids))
		f.i32(n.Need)
		f.call(c.tally)
	}
}

// all leaves the truth of several conditions together.
func (c *compiler) all(f *function, conditions []int) {
	f.i32(c.nodeList(c.conditionNodes(conditions)))
	f.i32(len(conditions))
	f.i32(len(conditions))
	f.call(c.tally)
}

// weigh writes what a benefit with an amount comes to.
func (c *compiler) weigh(f *function, b int) {
	low, high, priced := f.local(typeI64), f.local(typeI64), f.local(typeI32)
	c.all(f, c.p.Benefits[b].Priced)
	f.set(priced)
	c.price(f, b, low, high)
	f.put64(c.least+8*b, func() {
		f.get(low)
		f.i64(0)
		f.get(priced)
		f.i32(1)
		f.op(i32Eq, opSelect)
	})
	f.put64(c.most+8*b, func() {
		f.get(high)
		f.i64(0)
		f.get(priced)
		f.op(opSelect)
	})
}

// price writes the range of a benefit's amount into two locals.
func (c *compiler) price(f *function, b, low, high int) {
	code := &c.p.Benefits[b]
	l := f.local(typeI64)
	for i := range code.Parts {
		c.over(f, part{b, i})
		if i > 0 {
			f.get(high)
			f.op(i64Add)
		}
		f.set(high)
		if i > 0 {
			f.set(l)
			f.get(low)
			f.get(l)
			f.op(i64Add)
		}
		f.set(low)
	}
	if code.Cap == calc.NoLimit {
		return
	}
	for _, v := range []int{low, high} {
		f.get(v)
		f.i64(code.Cap)
		f.call(c.min)
		f.set(v)
	}
}

// over leaves the least and the most that a part can come to.
func (c *compiler) over(f *function, x part) {
	if s := c.partOf(x).Slot; s >= 0 {
		f.cell64(c.lo + 8*s)
		f.cell64(c.hi + 8*s)
	} else {
		f.i64(0)
		f.i64(0)
	}
	f.call(c.ranges[x])
}

func (c *compiler) partOf(x part) *calc.Schedule { return &c.p.Benefits[x.benefit].Parts[x.part] }

// schedule writes a part's amount at a value, and over a range of values.
func (c *compiler) schedule(x part) {
	s, at := c.partOf(x), c.amounts[x]
	for i := len(s.Pieces) - 1; i >= 0; i-- {
		p := &s.Pieces[i]
		at.get(0)
		at.i64(p.From)
		at.op(i64GeS)
		at.when()
		c.piece(at, p, func() { at.get(0) })
		at.op(opReturn)
		at.end()
	}
	at.i64(0)
	c.scheduleRange(c.ranges[x], at, s)
}

// piece leaves the amount of a piece at a value; as Piece.At, it splits the
// product so that nothing passes 2^63.
func (c *compiler) piece(f *function, p *calc.Piece, value func()) {
	f.i64(p.Base)
	if p.Num == 0 {
		return
	}
	steps := func() {
		value()
		if p.Origin != 0 {
			f.i64(p.Origin)
			f.op(i64Sub)
		}
		if p.Every != 1 {
			f.i64(p.Every)
			f.op(i64DivS)
		}
	}
	steps()
	if p.Den == 1 {
		f.i64(p.Num)
		f.op(i64Mul, i64Add)
		return
	}
	f.i64(p.Den)
	f.op(i64DivS)
	f.i64(p.Num)
	f.op(i64Mul, i64Add)
	steps()
	f.i64(p.Den)
	f.op(i64RemS)
	f.i64(p.Num)
	f.op(i64Mul)
	f.i64(p.Den)
	f.op(i64DivS, i64Add)
}

// scheduleRange: (lo, hi) → least, most; as Schedule.Range.
func (c *compiler) scheduleRange(f, at *function, s *calc.Schedule) {
	least, most, last := f.local(typeI64), f.local(typeI64), f.local(typeI64)
	f.get(0)
	f.call(at)
	f.tee(least)
	f.set(most)
	for i := range s.Pieces {
		p := &s.Pieces[i]
		f.block()
		f.get(1)
		f.i64(p.From)
		f.op(i64LtS)
		f.brIf(0)
		f.get(0)
		f.i64(p.From)
		f.op(i64LtS)
		f.when()
		f.get(least)
		f.i64(p.At(p.From))
		f.call(c.min)
		f.set(least)
		f.end()
		f.get(1)
		if i+1 < len(s.Pieces) {
			f.i64(s.Pieces[i+1].From - 1)
			f.call(c.min)
		}
		f.tee(last)
		f.get(0)
		f.op(i64GeS)
		f.when()
		f.get(most)
		c.piece(f, p, func() { f.get(last) })
		f.call(c.max)
		f.set(most)
		f.end()
		f.end()
	}
	f.get(least)
	f.get(most)
}
