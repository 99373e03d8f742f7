package wasm

import "mingce/calc"

// writeTurn: (n, amount at from, after the first period, half way, before the
// last period, at the last, rise over the period before to, from, to, mid) →
// the last value before the bend, or −1; as calc's bend.
func (c *compiler) writeTurn(v *curver) {
	f := v.turn
	const n, a, step, prior, last, from, to, mid = 0, 1, 2, 4, 5, 7, 8, 9
	first, turn, over, at := f.local(typeI64), f.local(typeI64), f.local(typeI64), f.local(typeI64)
	minus := func(into, x, y int) {
		f.get(x)
		f.get(y)
		f.op(i64Sub)
		f.set(into)
	}
	minus(first, step, a)
	minus(turn, last, prior)
	minus(turn, turn, first)
	f.get(turn)
	f.op(i64Eqz)
	f.when()
	v.even(f, first)
	f.op(opReturn)
	f.end()
	// over = a + final·n − last
	f.get(a)
	f.get(last)
	f.get(prior)
	f.op(i64Sub)
	f.get(n)
	f.op(i64Mul, i64Add)
	f.get(last)
	f.op(i64Sub)
	f.set(over)
	f.get(from)
	f.get(over)
	f.get(turn)
	f.op(i64DivS)
	f.load(v.period)
	f.op(i64Mul, i64Add)
	f.get(over)
	f.get(turn)
	f.op(i64RemS)
	f.load(v.period)
	f.op(i64Mul)
	f.get(turn)
	f.op(i64DivS, i64Add)
	f.set(at)
	f.get(mid)
	f.get(at)
	f.get(at)
	f.get(from)
	f.op(i64LtS)
	f.get(at)
	f.get(to)
	f.op(i64GeS, i32Or, opSelect)
}

// even leaves what turn answers when both ends rise alike: mid when a point
// lies off the line; the last whole period when what is left of one does; −1.
func (v *curver) even(f *function, first int) {
	const n, a, half, last, tail, from, mid = 0, 1, 3, 5, 6, 7, 9
	f.get(mid)
	f.get(n)
	f.load(v.period)
	f.op(i64Mul)
	f.get(from)
	f.op(i64Add)
	f.i64(-1)
	f.get(tail)
	f.get(first)
	f.op(i64Ne, opSelect)
	f.get(last)
	f.get(a)
	f.op(i64Sub)
	f.get(first)
	f.get(n)
	f.op(i64Mul, i64Ne)
	f.get(half)
	f.get(a)
	f.op(i64Sub)
	f.get(first)
	f.get(n)
	f.i64(1)
	f.op(i64ShrU, i64Mul, i64Ne, i32Or, opSelect)
}

// writeBent: (from, to, least and most at from, at to) → the last value before
// a bend, or −1.
func (c *compiler) writeBent(v *curver) {
	f := v.bent
	const from, to = 0, 1
	mid, n := f.local(typeI64), f.local(typeI64)
	m := [2]int{f.local(typeI64), f.local(typeI64)}
	f.get(to)
	f.get(from)
	f.op(i64Sub)
	f.tee(n)
	f.i64(2)
	f.op(i64LtS)
	f.when()
	f.i64(-1)
	f.op(opReturn)
	f.end()
	f.get(from)
	f.get(n)
	f.i64(1)
	f.op(i64ShrU, i64Add)
	f.set(mid)
	v.at(f, m, func() { f.get(mid) })
	for i, pair := range [][2]int{{2, 4}, {3, 5}, {2, m[0]}, {3, m[1]}} {
		f.get(pair[0])
		f.get(pair[1])
		f.op(i64Eq)
		if i > 0 {
			f.op(i32And)
		}
	}
	f.when()
	f.i64(-1)
	f.op(opReturn)
	f.end()
	f.get(n)
	f.load(v.period)
	f.op(i64DivS)
	f.tee(n)
	f.i64(4)
	f.op(i64LtS)
	f.when()
	c.roughly(f, v, mid, m)
	f.end()
	v.slopes(f, n, mid, m[0])
}

// at writes what a probe at value finds into two locals.
func (v *curver) at(f *function, into [2]int, value func()) {
	value()
	f.call(v.probe)
	f.set(into[1])
	f.set(into[0])
}

// slopes leaves what turn says of the least, or if it is straight of the most.
func (v *curver) slopes(f *function, n, mid, bend int) {
	const from, to = 0, 1
	var points [5][2]int // in the order of turn; the last is a period before to
	for i := range points {
		points[i] = [2]int{f.local(typeI64), f.local(typeI64)}
	}
	for i, periods := range []func(){
		func() { f.i64(1) },
		func() { f.get(n); f.i64(1); f.op(i64ShrU) },
		func() { f.get(n); f.i64(1); f.op(i64Sub) },
		func() { f.get(n) },
	} {
		v.at(f, points[i], func() {
			periods()
			f.load(v.period)
			f.op(i64Mul)
			f.get(from)
			f.op(i64Add)
		})
	}
	v.at(f, points[4], func() { f.get(to); f.load(v.period); f.op(i64Sub) })
	for k := range 2 {
		for _, l := range []int{n, 2 + k, points[0][k], points[1][k], points[2][k], points[3][k], 4 + k, points[4][k]} {
			f.get(l)
		}
		f.op(i64Sub)
		for _, l := range []int{from, to, mid} {
			f.get(l)
		}
		f.call(v.turn)
		if k == 0 {
			f.tee(bend)
			f.i64(0)
			f.op(i64GeS)
			f.when()
			f.get(bend)
			f.op(opReturn)
			f.end()
		}
	}
}

// roughly returns whether a short stretch is off its line in the middle or in
// the middle of one of its halves.
func (c *compiler) roughly(f *function, v *curver, mid int, m [2]int) {
	x := [2]int{f.local(typeI64), f.local(typeI64)}
	bent := f.local(typeI32)
	for side, end := range [][2]int{{0, mid}, {mid, 1}} {
		f.get(end[0])
		f.get(end[1])
		f.get(end[0])
		f.op(i64Sub)
		f.i64(1)
		f.op(i64ShrU, i64Add)
		f.call(v.probe)
		f.set(x[1])
		f.set(x[0])
		for k := range 2 {
			a, b := m[k], 4+k
			if side == 0 {
				a, b = 2+k, m[k]
				c.off(f, bent, 2+k, m[k], 4+k)
			}
			c.off(f, bent, a, x[k], b)
		}
	}
	f.get(mid)
	f.i64(-1)
	f.get(bent)
	f.get(1)
	f.get(0)
	f.op(i64Sub)
	f.i64(4)
	f.op(i64GtS, i32And, opSelect, opReturn)
}

// off sets bent where the middle of three points lies off the line.
func (c *compiler) off(f *function, bent, a, m, b int) {
	// Not 0 ≤ 2m − a − b + rounding ≤ 2·rounding, as one unsigned comparison.
	f.get(m)
	f.i64(1)
	f.op(i64Shl)
	f.get(a)
	f.op(i64Sub)
	f.get(b)
	f.op(i64Sub)
	f.i64(calc.CurveRounding)
	f.op(i64Add)
	f.i64(2 * calc.CurveRounding)
	f.op(i64GtU)
	f.get(bent)
	f.op(i32Or)
	f.set(bent)
}
