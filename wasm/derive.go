package wasm

import "mingce/calc"

// Constants of calc's ratio: whole multiples are told apart up to ratioTop,
// and one is 20 000 half hundredths of a percent.
const (
	ratioTop = 1_000_000_000
	oneWhole = 20_000
)

// deriving writes derive: the ranges of the derived slots, within the cells
// that a search has confined them to.
func (c *compiler) deriving() {
	c.writeRatio()
	f := c.derive
	for s := c.p.Given; s < len(c.p.Slots); s++ {
		how, of, by, _ := c.p.Slots[s].Derivation()
		byLo, byHi := c.hi, c.lo // falling with by
		if how == calc.Product {
			byLo, byHi = c.lo, c.hi
		}
		at := c.confined + 16*(s-c.p.Given)
		f.put64(c.lo+8*s, func() {
			c.derived(f, how, func() { f.cell64(c.lo + 8*of) }, func() { f.cell64(byLo + 8*by) })
			f.cell64(at)
			f.call(c.max)
		})
		f.put64(c.hi+8*s, func() {
			c.derived(f, how, func() { f.cell64(c.hi + 8*of) }, func() { f.cell64(byHi + 8*by) })
			f.cell64(at + 8)
			f.call(c.min)
		})
	}
}

// derived leaves the derived value of two values.
func (c *compiler) derived(f *function, how calc.Derivation, of, by func()) {
	switch how {
	case calc.Ratio, calc.Growth:
		of()
		by()
		f.call(c.ratio)
		if how == calc.Growth {
			f.i64(oneWhole)
			f.op(i64Sub)
		}
	case calc.Product:
		of()
		f.i64(10_000)
		f.op(i64DivS)
		by()
		f.op(i64Mul)
		of()
		f.i64(10_000)
		f.op(i64RemS)
		by()
		f.op(i64Mul)
		f.i64(10_000)
		f.op(i64DivS, i64Add)
	default:
		of()
		by()
		f.op(i64Sub)
	}
}

// writeRatio: (of, by) → of ÷ by in half hundredths of a percent.
func (c *compiler) writeRatio() {
	f := c.ratio
	whole, rest := f.local(typeI64), f.local(typeI64)
	f.get(0)
	f.get(1)
	f.op(i64DivS)
	f.tee(whole)
	f.i64(ratioTop)
	f.op(i64GeS)
	f.when()
	f.i64(ratioTop * oneWhole)
	f.op(opReturn)
	f.end()
	f.get(0)
	f.get(1)
	f.op(i64RemS)
	f.i64(oneWhole / 2)
	f.op(i64Mul)
	f.set(rest)
	// 2·(whole·10000 + rest/by), and one more when that is not exact. The
	// product may pass 2^63 but not 2^64.
	f.get(whole)
	f.i64(oneWhole / 2)
	f.op(i64Mul)
	f.get(rest)
	f.get(1)
	f.op(i64DivU, i64Add)
	f.i64(2)
	f.op(i64Mul)
	f.get(rest)
	f.get(1)
	f.op(i64RemU, i64Eqz, i32Eqz, i32ToI64, i64Add)
}
