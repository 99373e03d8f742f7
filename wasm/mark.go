package wasm

import "mingce/calc"

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
