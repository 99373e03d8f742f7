package wasm

// crossings writes code that leaves, for every cut of a derived slot, the value
// of the input at which it is crossed, once for each end of the other input.
func (c *compiler) crossings(f *function, v *curver, s int, use func()) {
	_, of, by, _ := c.p.Slots[s].Derivation()
	if of == by || len(c.p.Slots[s].Cuts) == 0 {
		return
	}
	other, cut, i := f.local(typeI64), f.local(typeI64), f.local(typeI32)
	at := c.m.next()
	c.data64(c.p.Slots[s].Cuts...)
	for _, side := range []struct{ input, other int }{{of, by}, {by, of}} {
		cross := c.crossing(s, side.input)
		f.load(v.slot)
		f.i32(side.input)
		f.op(i32Eq)
		f.when()
		for _, end := range []int64{c.p.Slots[side.other].Min, c.p.Slots[side.other].Max} {
			f.cell64(c.in + 8*side.other)
			f.set(other)
			f.get(other)
			f.i64(unknown)
			f.op(i64Eq)
			f.when()
			f.i64(end)
			f.set(other)
			f.end()
			f.i32(0)
			f.set(i)
			f.times(i, func() { f.i32(len(c.p.Slots[s].Cuts)) }, func() {
				f.get(i)
				f.i32(3)
				f.op(i32Shl)
				f.load64(at)
				f.set(cut)
				f.get(other)
				f.get(cut)
				f.call(cross)
				use()
			})
		}
		f.end()
	}
}

// crossing is the function that finds where an input crosses a cut of a slot
// derived from it, written when it is first asked for.
func (c *compiler) crossing(s, input int) *function {
	key := [2]int{s, input}
	if f := c.crosses[key]; f != nil {
		return f
	}
	how, of, _, _ := c.p.Slots[s].Derivation()
	f := c.m.declare([]byte{typeI64, typeI64}, []byte{typeI64})
	c.crosses[key] = f
	c.writeCross(f, input, func(value func()) {
		if input == of {
			c.derived(f, how, value, func() { f.get(0) })
		} else {
			c.derived(f, how, func() { f.get(0) }, value)
		}
	})
	return f
}

// writeCross: (other, cut) → the first value of the input from which the
// derived quantity lies on the other side of cut; the end of the range when
// there is none.
func (c *compiler) writeCross(f *function, input int, derived func(value func())) {
	slot := &c.p.Slots[input]
	lo, hi, mid, before := f.local(typeI64), f.local(typeI64), f.local(typeI64), f.local(typeI32)
	reached := func(value func()) {
		derived(value)
		f.get(1)
		f.op(i64GeS)
	}
	reached(func() { f.i64(slot.Min) })
	f.set(before)
	f.i64(slot.Min)
	f.set(lo)
	f.i64(slot.Max + 1)
	f.set(hi)
	f.block()
	f.loop()
	f.get(lo)
	f.get(hi)
	f.op(i64GeS)
	f.brIf(1)
	f.get(lo)
	f.get(hi)
	f.op(i64Add)
	f.i64(1)
	f.op(i64ShrU)
	f.set(mid)
	reached(func() { f.get(mid) })
	f.get(before)
	f.op(i32Ne)
	f.when()
	f.get(mid)
	f.set(hi)
	f.otherwise()
	f.get(mid)
	f.i64(1)
	f.op(i64Add)
	f.set(lo)
	f.end()
	f.br(0)
	f.end()
	f.end()
	f.get(lo)
}
