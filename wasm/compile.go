package wasm

import (
	"encoding/binary"
	"math"

	"mingce/calc"
)

// Compile writes the program as a WebAssembly module. The same program always
// gives the same bytes.
func Compile(p *calc.Program) []byte {
	c := &compiler{p: p, m: &module{}, derivedAt: map[int]int{}, crosses: map[[2]int]*function{}}
	c.layout()
	c.declare()
	c.arithmetic()
	c.tests()
	c.evaluate()
	c.combining()
	c.marking()
	c.searching()
	c.untangling()
	c.refining()
	c.answering()
	c.points()
	c.curving()
	c.m.globals[c.free].value = int64((c.m.next() + 7) &^ 7)
	c.m.room = rowSize * calc.CurveRows
	c.m.exports = append(c.m.exports,
		export{"memory", 2, 0},
		export{"assess", 0, c.assess.index},
		export{"batch", 0, c.batch.index},
		export{"curve", 0, c.curve.index},
		export{"in", 3, c.m.global(typeI32, 0, int64(c.in))},
		export{"out", 3, c.m.global(typeI32, 0, int64(c.out))},
		export{"free", 3, c.free},
	)
	return c.m.bytes()
}

// A part names one part of a benefit's amount.
type part struct{ benefit, part int }

// A compiler holds where everything lies while a module is written. The
// functions mirror those of package calc, name by name.
type compiler struct {
	p *calc.Program
	m *module

	// Tables in memory, by address.
	in, out              int
	lo, hi               int // i64 per slot
	confined             int // i64 least and greatest per derived slot: the cell it is confined to
	domain               int // i64 least and greatest per slot
	cells                int // i64 least and greatest per cell, slot after slot
	truth                int // byte per node
	holds                int // byte per benefit
	least, most          int // i64 per benefit
	seen, asked, unknown int // byte per slot
	entangled            int // slotEntry per entangled slot
	order                int // i32 per slot, in the order to ask

	free int // global: where the page's memory begins

	// Where a slot's cells start in the table, in cells.
	firstCell []int

	// How often the program was run; the mark of the award.
	work, awardMark int // globals
	refiner         refiner

	// What combine found; what search has reached.
	gLeast, gMost, reachLeast, reachMost, reached int // globals

	// Locals of point that hold derived values, by slot.
	derivedAt map[int]int

	// Functions.
	min, max, mix, within, among, tally *function
	run, combine, mark                  *function
	explore, branch, reach, search      *function
	fill, untangle, finish, assess      *function
	batch, point                        *function
	report, look, refine, partial       *function
	each, curve                         *function
	derive, ratio                       *function
	crosses                             map[[2]int]*function // by derived slot and input
	ranges                              map[part]*function   // a part over lo..hi
	amounts                             map[part]*function   // a part at a value
	condition                           map[int]*function    // by condition: its mark
	benefit                             map[int]*function    // by benefit: its mark
}

// Addresses of an out cell.
func (c *compiler) outcome(b int) int   { return c.out + 8*(3+4*b) }
func (c *compiler) truthCell(k int) int { return c.out + 8*(3+4*len(c.p.Benefits)+k) }
func (c *compiler) restCell(r int) int  { return c.truthCell(len(c.p.Conditions) + r) }
func (c *compiler) askCell() int        { return c.restCell(len(c.p.Rulebook.Readings)) }

// layout places the tables: first those that are written to, then the
// constant ones, as the module's data.
func (c *compiler) layout() {
	p := c.p
	slots, benefits := len(p.Slots), len(p.Benefits)
	c.m.base = 8 // address 0 stays empty, so that it is never a table
	c.in = c.m.reserve(8 * p.Given)
	c.out = c.m.base
	c.m.base = c.askCell() + 8*(1+len(p.Order))
	c.lo, c.hi = c.m.reserve(8*slots), c.m.reserve(8*slots)
	c.least, c.most = c.m.reserve(8*benefits), c.m.reserve(8*benefits)
	c.truth = c.m.reserve(len(p.Nodes))
	c.holds = c.m.reserve(benefits)
	c.confined = c.m.reserve(16 * (slots - p.Given))
	c.seen, c.asked, c.unknown = c.m.reserve(slots), c.m.reserve(slots), c.m.reserve(slots)
	c.reserveJoint()
	c.m.reserve(0)
	c.domain = c.m.next()
	for _, s := range p.Slots {
		c.data64(s.Min, s.Max)
	}
	c.cells = c.m.next()
	for _, s := range p.Slots {
		c.firstCell = append(c.firstCell, (c.m.next()-c.cells)/16)
		lo := s.Min
		for _, cut := range s.Cuts {
			c.data64(lo, cut-1)
			lo = cut
		}
		c.data64(lo, s.Max)
	}
	c.entangled = c.slotEntries(p.Entangled)
	c.order = c.m.next()
	c.data32(p.Order...)
	c.gLeast, c.gMost = c.m.global(typeI64, 1, 0), c.m.global(typeI64, 1, 0)
	c.reachLeast, c.reachMost = c.m.global(typeI64, 1, 0), c.m.global(typeI64, 1, 0)
	c.reached = c.m.global(typeI32, 1, 0)
	c.work, c.awardMark = c.m.global(typeI32, 1, 0), c.m.global(typeI64, 1, 0)
	c.free = c.m.global(typeI32, 0, 0) // set when all data is there
}

// A slot entry holds a slot's number, its count of cells, the address of the
// first, and the inputs it is derived from, or itself twice.
const (
	entryCount = 4
	entryCells = 8
	entryOf    = 12
	entryBy    = 16
	entrySize  = 20
)

// slotEntries adds a table that names slots and their cells.
func (c *compiler) slotEntries(slots []int) int {
	at := c.m.next()
	for _, s := range slots {
		inputs := c.p.Inputs(s)
		c.data32(s, len(c.p.Slots[s].Cuts)+1, c.cells+16*c.firstCell[s], inputs[0], inputs[len(inputs)-1])
	}
	return at
}

func (c *compiler) data64(values ...int64) {
	for _, v := range values {
		c.m.data = binary.LittleEndian.AppendUint64(c.m.data, uint64(v))
	}
}

func (c *compiler) data32(values ...int) {
	for _, v := range values {
		c.m.data = binary.LittleEndian.AppendUint32(c.m.data, uint32(v))
	}
}

// declare names every function before any is written, because they call each
// other in circles.
func (c *compiler) declare() {
	i32, i64 := []byte{typeI32}, []byte{typeI64}
	m := c.m
	c.min, c.max = m.declare([]byte{typeI64, typeI64}, i64), m.declare([]byte{typeI64, typeI64}, i64)
	c.mix = m.declare([]byte{typeI64, typeI64}, i64)
	c.within = m.declare([]byte{typeI32, typeI64, typeI64}, i32)
	c.among = m.declare([]byte{typeI32, typeI64}, i32)
	c.tally = m.declare([]byte{typeI32, typeI32, typeI32}, i32)
	c.run, c.combine = m.declare(nil, nil), m.declare(nil, nil)
	c.mark, c.explore, c.branch = m.declare(nil, i64), m.declare(i32, i64), m.declare(i32, i64)
	c.reach, c.search, c.untangle, c.finish = m.declare(nil, nil), m.declare(nil, nil), m.declare(nil, nil), m.declare(nil, nil)
	c.report, c.look, c.partial = m.declare(nil, nil), m.declare(nil, nil), m.declare(nil, nil)
	if c.refiner.n > 0 {
		c.refine = m.declare(nil, nil)
	}
	c.each = m.declare([]byte{typeI32, typeI32, typeI32}, nil)
	c.fill, c.point = m.declare(i32, i32), m.declare(i32, i64)
	c.assess, c.batch = m.declare(nil, nil), m.declare([]byte{typeI32, typeI32, typeI32}, nil)
	c.derive, c.ratio = m.declare(nil, nil), m.declare([]byte{typeI64, typeI64}, i64)
	c.ranges, c.amounts = map[part]*function{}, map[part]*function{}
	c.condition, c.benefit = map[int]*function{}, map[int]*function{}
	for b := range c.p.Benefits {
		code := &c.p.Benefits[b]
		if len(code.Parts) == 0 {
			continue
		}
		c.benefit[b] = m.declare(i64, i64)
		for _, k := range code.Priced {
			if c.condition[k] == nil {
				c.condition[k] = m.declare(i64, i64)
			}
		}
		for i := range code.Parts {
			c.ranges[part{b, i}] = m.declare([]byte{typeI64, typeI64}, []byte{typeI64, typeI64})
			c.amounts[part{b, i}] = m.declare(i64, i64)
		}
	}
}

// Constants of calc's mixing function, as signed 64-bit numbers.
const (
	mixAdd  = 0x632be59bd9b4e019
	mixMul  = -0x61c8864680b583eb // 0x9e3779b97f4a7c15
	mixMul1 = -0x40a7b892e31b1a47 // 0xbf58476d1ce4e5b9
	mixMul2 = -0x6b2fb644ecceee15 // 0x94d049bb133111eb
	unknown = math.MinInt64
)

// arithmetic writes min, max and mix.
func (c *compiler) arithmetic() {
	for f, op := range map[*function]byte{c.min: i64LtS, c.max: i64GtS} {
		f.get(0)
		f.get(1)
		f.get(0)
		f.get(1)
		f.op(op, opSelect)
	}
	f := c.mix
	f.get(0)
	f.i64(mixMul)
	f.op(i64Mul)
	f.get(1)
	f.op(i64Add)
	f.i64(mixAdd)
	f.op(i64Add)
	for _, s := range []struct{ shift, mul int64 }{{30, mixMul1}, {27, mixMul2}, {31, 0}} {
		f.tee(0)
		f.get(0)
		f.i64(s.shift)
		f.op(i64ShrU, i64Xor)
		if s.mul != 0 {
			f.i64(s.mul)
			f.op(i64Mul)
		}
	}
}
