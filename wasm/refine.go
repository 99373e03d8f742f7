package wasm

import "mingce/calc"

// A refiner holds what the functions share that answer where a joint input is
// unknown; see calc/refine.go.
type refiner struct {
	joints          int // jointEntry per joint input
	n               int
	any             int // global: something was met
	least, most     int // globals: what was met
	out             int // copy of the benefits and conditions of out: what was met
	asked           int // byte per slot
	low, high       int // i64 per slot: the ranges of the box
	outerLeast      int // globals: what was said of it
	outerMost       int
	outer           int // the same copy of out
	may             int // byte per slot: what was asked for
	box, points     *function
	pairs, corners  *function
	crossed, across *function
	widest, covered *function
	meet, keep      *function
	put, middle     *function
	stand           *function
}

// A joint entry holds a slot's number, its count of cells, the address of the
// first, and whether what is derived from it falls when it rises.
const (
	jointCount = 4
	jointCells = 8
	jointLower = 12
	jointSize  = 16
)

// reserveJoint sets memory aside for the refiner, if there are joint inputs.
func (c *compiler) reserveJoint() {
	slots, _ := c.p.Joint()
	c.refiner.n = len(slots)
	if len(slots) == 0 {
		return
	}
	r := &c.refiner
	r.out, r.outer = c.m.reserve(c.askCell()-c.out), c.m.reserve(c.askCell()-c.out)
	r.low, r.high = c.m.reserve(8*len(c.p.Slots)), c.m.reserve(8*len(c.p.Slots))
	r.asked, r.may = c.m.reserve(len(c.p.Slots)), c.m.reserve(len(c.p.Slots))
}

// refining writes refine and what it is made of.
func (c *compiler) refining() {
	r := &c.refiner
	if r.n == 0 {
		return
	}
	slots, lower := c.p.Joint()
	r.joints = c.m.next()
	for i, s := range slots {
		falls := 0
		if lower[i] {
			falls = 1
		}
		c.data32(s, len(c.p.Slots[s].Cuts)+1, c.cells+16*c.firstCell[s], falls)
	}
	r.any = c.m.global(typeI32, 1, 0)
	r.least, r.most = c.m.global(typeI64, 1, 0), c.m.global(typeI64, 1, 0)
	r.outerLeast, r.outerMost = c.m.global(typeI64, 1, 0), c.m.global(typeI64, 1, 0)
	i32 := []byte{typeI32}
	r.keep, r.crossed, r.stand = c.m.declare(nil, nil), c.m.declare(nil, nil), c.m.declare(i32, nil)
	r.across = c.m.declare([]byte{typeI32, typeI32, typeI64}, nil)
	r.box, r.corners, r.meet = c.m.declare(nil, nil), c.m.declare(nil, nil), c.m.declare(nil, nil)
	r.points, r.pairs = c.m.declare(i32, nil), c.m.declare([]byte{typeI32, typeI32}, nil)
	r.widest, r.covered = c.m.declare(nil, i32), c.m.declare(nil, i32)
	r.middle = c.m.declare([]byte{typeI32, typeI64, typeI64}, []byte{typeI64})
	r.put = c.m.declare([]byte{typeI32, typeI32}, nil)
	c.writeWidest(r)
	c.writeMiddle(r)
	c.writeCovered(r)
	c.writeMeet(r)
	c.writeOuter(r)
	c.writePut(r)
	c.writeStand(r)
	c.writeAcross(r)
	c.writeCrossed(r)
	c.writeCorners(r)
	c.writePoints(r)
	c.writePairs(r)
	c.writeBox(r)
	c.writeRefine(r)
}

// entry leaves the address of the joint entry that a local counts.
func (r *refiner) entry(f *function, local int) {
	f.get(local)
	f.i32(jointSize)
	f.op(i32Mul)
	f.i32(r.joints)
	f.op(i32Add)
}

// each runs body for every joint input, its slot's number in a local.
func (r *refiner) each(f *function, i, slot int, body func()) {
	f.i32(0)
	f.set(i)
	f.times(i, func() { f.i32(r.n) }, func() {
		r.entry(f, i)
		f.load32(0)
		f.set(slot)
		body()
	})
}

// cell leaves the address of a slot's cell in a table of i64.
func (f *function) slot64(slot, table int) {
	f.get(slot)
	f.i32(3)
	f.op(i32Shl)
	f.load64(table)
}

// set64 stores what value leaves in a slot's cell of a table of i64.
func (f *function) set64(slot, table int, value func()) {
	f.get(slot)
	f.i32(3)
	f.op(i32Shl)
	value()
	f.store64(table)
}

// writeRefine: as Program.refine.
func (c *compiler) writeRefine(r *refiner) {
	f := c.refine
	i := f.local(typeI32)
	f.i32(0)
	f.save(r.any)
	c.clear(f, r.asked)
	f.call(r.box)
	f.i32(0)
	f.set(i)
	f.times(i, func() { f.i32((c.restCell(0) - c.out) / 8) }, func() {
		f.set64(i, c.out, func() { f.slot64(i, r.out) })
	})
	f.i32(0)
	f.set(i)
	f.times(i, func() { f.i32(len(c.p.Slots)) }, func() {
		f.get(i)
		f.get(i)
		f.load8(r.asked)
		f.store8(c.asked)
	})
	f.load(r.least)
	f.save(c.reachLeast)
	f.load(r.most)
	f.save(c.reachMost)
}

// writeWidest: → the number in the table of the joint input with the widest
// range, or −1.
func (c *compiler) writeWidest(r *refiner) {
	f := r.widest
	i, slot, best := f.local(typeI32), f.local(typeI32), f.local(typeI32)
	width, w := f.local(typeI64), f.local(typeI64)
	f.i32(-1)
	f.set(best)
	r.each(f, i, slot, func() {
		f.slot64(slot, c.hi)
		f.slot64(slot, c.lo)
		f.op(i64Sub)
		f.tee(w)
		f.get(width)
		f.op(i64GtS)
		f.when()
		f.get(w)
		f.set(width)
		f.get(i)
		f.set(best)
		f.end()
	})
	f.get(best)
}

// writeMiddle: (address of the joint entry, lo, hi) → where the upper half
// begins.
func (c *compiler) writeMiddle(r *refiner) {
	f := r.middle
	at, i := f.local(typeI32), f.local(typeI32)
	f.get(0)
	f.load32(jointCells)
	f.set(at)
	f.i32(1)
	f.set(i)
	f.times(i, func() { f.get(0); f.load32(jointCount) }, func() {
		f.step(at, 16)
		f.get(at)
		f.load64(0)
		f.get(1)
		f.op(i64GtS)
		f.get(at)
		f.load64(0)
		f.get(2)
		f.op(i64LeS, i32And)
		f.when()
		f.get(at)
		f.load64(0)
		f.op(opReturn)
		f.end()
	})
	f.get(1)
	f.get(2)
	f.get(1)
	f.op(i64Sub)
	f.i64(1)
	f.op(i64ShrU, i64Add)
	f.i64(1)
	f.op(i64Add)
}

// no returns 0 when what was put on the stack is not 0.
func (f *function) no() {
	f.when()
	f.i32(0)
	f.op(opReturn)
	f.end()
}

// writeCovered: → whether all that a look says can be has been met.
func (c *compiler) writeCovered(r *refiner) {
	f := r.covered
	i, at := f.local(typeI32), f.local(typeI32)
	f.load(r.any)
	f.op(i32Eqz)
	f.load(r.outerLeast)
	f.load(r.least)
	f.op(i64LtS, i32Or)
	f.load(r.outerMost)
	f.load(r.most)
	f.op(i64GtS, i32Or)
	f.no()
	f.times(i, func() { f.i32(len(c.p.Rulebook.Inputs)) }, func() {
		f.get(i)
		f.load8(r.may)
		f.get(i)
		f.load8(r.asked)
		f.op(i32GtS)
		f.no()
	})
	f.i32(0)
	f.set(i)
	f.times(i, func() { f.i32(len(c.p.Conditions)) }, func() {
		c.otherwiseMet(f, r, at, c.truthCell(0), 2)
		f.no()
		f.step(at, 8)
	})
	f.i32(0)
	f.set(i)
	f.i32(0)
	f.set(at)
	f.times(i, func() { f.i32(len(c.p.Benefits)) }, func() {
		c.otherwiseMet(f, r, at, c.outcome(0), int64(calc.Undetermined))
		for _, v := range []struct {
			cell int
			op   byte
		}{{8, i64LtS}, {16, i64GtS}} {
			f.get(at)
			f.load64(c.outcome(0) + v.cell - c.out + r.outer)
			f.get(at)
			f.load64(c.metCell(r, c.outcome(0)+v.cell))
			f.op(v.op, i32Or)
		}
		f.no()
		f.step(at, 32)
	})
	f.i32(1)
}

// metCell is the address of the copy of an out cell.
func (c *compiler) metCell(r *refiner, cell int) int { return cell - c.out + r.out }

// otherwiseMet leaves whether a cell of what was said differs from what was met, and that is not
// yet the value for several.
func (c *compiler) otherwiseMet(f *function, r *refiner, at, cell int, several int64) {
	f.get(at)
	f.load64(c.metCell(r, cell))
	f.get(at)
	f.load64(cell - c.out + r.outer)
	f.op(i64Ne)
	f.get(at)
	f.load64(c.metCell(r, cell))
	f.i64(several)
	f.op(i64Ne, i32And)
}

// writeMeet adds what a look says to what was met.
func (c *compiler) writeMeet(r *refiner) {
	f := r.meet
	i, at := f.local(typeI32), f.local(typeI32)
	f.times(i, func() { f.i32(len(c.p.Slots)) }, func() {
		f.get(i)
		f.get(i)
		f.load8(r.asked)
		f.get(i)
		f.load8(c.asked)
		f.op(i32Or)
		f.store8(r.asked)
	})
	f.load(r.any)
	f.op(i32Eqz)
	f.when()
	f.i32(1)
	f.save(r.any)
	f.load(c.reachLeast)
	f.save(r.least)
	f.load(c.reachMost)
	f.save(r.most)
	f.i32(0)
	f.set(i)
	f.times(i, func() { f.i32((c.restCell(0) - c.out) / 8) }, func() {
		f.set64(i, r.out, func() { f.slot64(i, c.out) })
	})
	f.op(opReturn)
	f.end()
	for _, v := range []struct {
		so, now int
		widen   *function
	}{{r.least, c.reachLeast, c.min}, {r.most, c.reachMost, c.max}} {
		f.load(v.so)
		f.load(v.now)
		f.call(v.widen)
		f.save(v.so)
	}
	f.i32(0)
	f.set(i)
	f.times(i, func() { f.i32(len(c.p.Conditions)) }, func() {
		c.several(f, r, at, c.truthCell(0), 2)
		f.step(at, 8)
	})
	f.i32(0)
	f.set(i)
	f.i32(0)
	f.set(at)
	f.times(i, func() { f.i32(len(c.p.Benefits)) }, func() {
		c.several(f, r, at, c.outcome(0), int64(calc.Undetermined))
		for _, v := range []struct {
			cell  int
			widen *function
		}{{8, c.min}, {16, c.max}} {
			f.get(at)
			f.get(at)
			f.load64(c.metCell(r, c.outcome(0)+v.cell))
			f.get(at)
			f.load64(c.outcome(0) + v.cell)
			f.call(v.widen)
			f.store64(c.metCell(r, c.outcome(0)+v.cell))
		}
		f.step(at, 32)
	})
}

// several sets what was met to the value for several where a cell differs.
func (c *compiler) several(f *function, r *refiner, at, cell int, several int64) {
	f.get(at)
	f.i64(several)
	f.get(at)
	f.load64(cell)
	c.differs(f, r, at, cell)
	f.op(opSelect)
	f.store64(c.metCell(r, cell))
}

func (c *compiler) differs(f *function, r *refiner, at, cell int) {
	f.get(at)
	f.load64(c.metCell(r, cell))
	f.get(at)
	f.load64(cell)
	f.op(i64Ne)
}

// writeOuter keeps what the last look said.
func (c *compiler) writeOuter(r *refiner) {
	f := r.keep
	i := f.local(typeI32)
	f.times(i, func() { f.i32(len(c.p.Slots)) }, func() {
		f.get(i)
		f.get(i)
		f.load8(c.asked)
		f.store8(r.may)
	})
	f.i32(0)
	f.set(i)
	f.times(i, func() { f.i32((c.restCell(0) - c.out) / 8) }, func() {
		f.set64(i, r.outer, func() { f.slot64(i, c.out) })
	})
	f.load(c.reachLeast)
	f.save(r.outerLeast)
	f.load(c.reachMost)
	f.save(r.outerMost)
}
