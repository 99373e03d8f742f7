package wasm

import (
	"slices"

	"mingce/calc"
)

// A curver holds what the functions of curve share.
type curver struct {
	input, of  int // globals: address of the input's cell, of the benefit's least
	slot       int // global: the input
	rows       int // global: how many are written
	period     int // global i64
	tables     int // address of a curveEntry per input
	probe      *function
	next, turn *function
	bent, keep *function
	split      *function
}

// A curve entry holds an input's period, its least and greatest value, and the
// address and number of its edges.
const (
	curveMax   = 8
	curveMin   = 16
	curveEdges = 24
	curveCount = 28
	curveSize  = 32
)

// A row is what curve writes for a segment.
const rowSize = 48

// curving writes curve and what it is made of; see calc/curve.go.
func (c *compiler) curving() {
	v := &curver{}
	v.input, v.of = c.m.global(typeI32, 1, 0), c.m.global(typeI32, 1, 0)
	v.slot, v.rows, v.period = c.m.global(typeI32, 1, 0), c.m.global(typeI32, 1, 0), c.m.global(typeI64, 1, 0)
	i32, i64 := []byte{typeI32}, []byte{typeI64}
	v.probe = c.m.declare(i64, []byte{typeI64, typeI64})
	v.next = c.m.declare(i64, i64)
	v.turn = c.m.declare(slices.Repeat(i64, 10), i64)
	v.bent = c.m.declare([]byte{typeI64, typeI64, typeI64, typeI64, typeI64, typeI64}, i64)
	v.keep = c.m.declare([]byte{typeI64, typeI64, typeI64, typeI64, typeI64, typeI64}, nil)
	v.split = c.m.declare([]byte{typeI64, typeI64}, nil)
	c.curve = c.m.declare([]byte{typeI32, typeI32}, i32)
	c.curveTables(v)
	c.writeProbe(v)
	c.writeNext(v)
	c.writeTurn(v)
	c.writeBent(v)
	c.writeKeep(v)
	c.writeSplit(v)
	c.writeCurve(v)
}

// curveTables adds the edges of every measured input, and where they are.
func (c *compiler) curveTables(v *curver) {
	var at, count []int
	for i := range c.p.Rulebook.Inputs {
		edges := c.p.Edges(i)
		at, count = append(at, c.m.next()), append(count, len(edges))
		c.data64(edges...)
	}
	v.tables = c.m.next()
	for i := range c.p.Rulebook.Inputs {
		c.data64(c.p.Period(i), c.p.Slots[i].Max, c.p.Slots[i].Min)
		c.data32(at[i], count[i])
	}
}

// writeProbe: (value) → least, most.
func (c *compiler) writeProbe(v *curver) {
	f := v.probe
	f.load(v.input)
	f.get(0)
	f.store64(0)
	f.call(c.assess)
	f.load(v.of)
	f.load64(0)
	f.load(v.of)
	f.load64(8)
}

// entry leaves the address of the input's entry.
func (v *curver) entry(f *function) {
	f.load(v.slot)
	f.i32(curveSize)
	f.op(i32Mul)
	f.i32(v.tables)
	f.op(i32Add)
}

// writeNext: (from) → the first edge above it, or the end of the range.
func (c *compiler) writeNext(v *curver) {
	f := v.next
	next, at, i := f.local(typeI64), f.local(typeI32), f.local(typeI32)
	edge := f.local(typeI64)
	nearer := func() {
		// next = from < edge < next ? edge : next
		f.get(edge)
		f.get(next)
		f.get(edge)
		f.get(0)
		f.op(i64GtS)
		f.get(edge)
		f.get(next)
		f.op(i64LtS, i32And, opSelect)
		f.set(next)
	}
	v.entry(f)
	f.load64(curveMax)
	f.i64(1)
	f.op(i64Add)
	f.set(next)
	v.entry(f)
	f.load32(curveEdges)
	f.set(at)
	f.times(i, func() { v.entry(f); f.load32(curveCount) }, func() {
		f.get(at)
		f.load64(0)
		f.set(edge)
		nearer()
		f.step(at, 8)
	})
	for s := c.p.Given; s < len(c.p.Slots); s++ {
		c.crossings(f, v, s, func() { f.set(edge); nearer() })
	}
	f.get(next)
}

// row leaves the address of the row before the one written next.
func (c *compiler) row(f *function, v *curver) {
	f.load(v.rows)
	f.i32(rowSize)
	f.op(i32Mul)
	f.load(c.free)
	f.op(i32Add)
	f.i32(rowSize)
	f.op(i32Sub)
}

// writeKeep: a row's six cells; it is joined to the one before when both are
// flat at the same height.
func (c *compiler) writeKeep(v *curver) {
	f := v.keep
	at := f.local(typeI32)
	c.row(f, v)
	f.set(at)
	f.load(v.rows)
	f.i32(0)
	f.op(i32Ne)
	for k := range 2 {
		for _, cell := range []int{16 + 16*k, 24 + 16*k} {
			f.get(at)
			f.load64(cell)
			f.get(2 + 2*k)
			f.op(i64Eq, i32And)
		}
		f.get(2 + 2*k)
		f.get(3 + 2*k)
		f.op(i64Eq, i32And)
	}
	f.when()
	f.get(at)
	f.get(1)
	f.store64(8)
	f.op(opReturn)
	f.end()
	for k := range 6 {
		f.get(at)
		f.get(k)
		f.store64(rowSize + 8*k)
	}
	f.load(v.rows)
	f.i32(1)
	f.op(i32Add)
	f.save(v.rows)
}

// writeSplit: (from, to).
func (c *compiler) writeSplit(v *curver) {
	f := v.split
	a, b := [2]int{f.local(typeI64), f.local(typeI64)}, [2]int{f.local(typeI64), f.local(typeI64)}
	m := f.local(typeI64)
	for i, into := range [][2]int{a, b} {
		f.get(i)
		f.call(v.probe)
		f.set(into[1])
		f.set(into[0])
	}
	for _, l := range []int{0, 1, a[0], a[1], b[0], b[1]} {
		f.get(l)
	}
	f.call(v.bent)
	f.tee(m)
	f.i64(0)
	f.op(i64GeS)
	f.load(v.rows)
	f.i32(calc.CurveRows - 1)
	f.op(i32LtS, i32And)
	f.when()
	f.get(0)
	f.get(m)
	f.call(v.split)
	f.get(m)
	f.i64(1)
	f.op(i64Add)
	f.get(1)
	f.call(v.split)
	f.op(opReturn)
	f.end()
	for _, l := range []int{0, 1, a[0], b[0], a[1], b[1]} {
		f.get(l)
	}
	f.call(v.keep)
}

// writeCurve: (input, benefit or −1) → number of rows at free.
func (c *compiler) writeCurve(v *curver) {
	f := c.curve
	from, next, was := f.local(typeI64), f.local(typeI64), f.local(typeI64)
	c.prepare(f, v)
	f.load(v.input)
	f.load64(0)
	f.set(was)
	v.entry(f)
	f.load64(curveMin)
	f.set(from)
	f.block()
	f.loop()
	f.get(from)
	v.entry(f)
	f.load64(curveMax)
	f.op(i64GtS)
	f.brIf(1)
	f.get(from)
	f.get(from)
	f.call(v.next)
	f.tee(next)
	f.i64(1)
	f.op(i64Sub)
	f.call(v.split)
	f.get(next)
	f.set(from)
	f.br(0)
	f.end()
	f.end()
	f.load(v.input)
	f.get(was)
	f.store64(0)
	f.load(v.rows)
}

// prepare sets the globals for the input and benefit asked for.
func (c *compiler) prepare(f *function, v *curver) {
	f.get(0)
	f.save(v.slot)
	f.get(0)
	f.i32(3)
	f.op(i32Shl)
	f.i32(c.in)
	f.op(i32Add)
	f.save(v.input)
	// The award's least and most are the second and third cell of out; a
	// benefit's the second and third of its four.
	f.get(1)
	f.i32(5)
	f.op(i32Shl)
	f.i32(c.outcome(0) + 8)
	f.op(i32Add)
	f.i32(c.out + 8)
	f.get(1)
	f.i32(0)
	f.op(i32GeS, opSelect)
	f.save(v.of)
	f.i32(0)
	f.save(v.rows)
	v.entry(f)
	f.load64(0)
	f.save(v.period)
}
