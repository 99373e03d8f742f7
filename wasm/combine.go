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
