package calc

// derivation is how a derived slot follows from two inputs.
type derivation struct {
	how    Derivation
	of, by int // slots
}

// ratioTop bounds a ratio, in whole multiples of its base: beyond it nothing
// is told apart, and nothing overflows.
const ratioTop = 1_000_000_000

// ratio is of ÷ by in half hundredths of a percent: even when that is exact,
// else the odd number between its neighbours. So a bound in hundredths of a
// percent is exact on either side: 超过30% is above 6000, 30%以上 at least 6000.
func ratio(of, by int64) int64 {
	whole, rest := of/by, uint64(of%by)*10_000
	if whole >= ratioTop {
		return ratioTop * 20_000
	}
	v := 2 * (whole*10_000 + int64(rest/uint64(by)))
	if rest%uint64(by) != 0 {
		v++
	}
	return v
}

// at is the derived value for values of the two inputs.
func (d *derivation) at(of, by int64) int64 {
	switch d.how {
	case Ratio:
		return ratio(of, by)
	case Growth:
		return ratio(of, by) - 20_000
	case Product:
		return of/10_000*by + of%10_000*by/10_000
	}
	return of - by
}

// bounds are the least and the greatest derived value over two ranges: each
// way of deriving rises with of, and falls with by but for a product.
func (d *derivation) bounds(of, by Slot) (lo, hi int64) {
	if d.how == Product {
		return d.at(of.Min, by.Min), d.at(of.Max, by.Max)
	}
	return d.at(of.Min, by.Max), d.at(of.Max, by.Min)
}

// derive works out the derived slots of a frame from the ranges of their
// inputs, within the cells that a search has confined them to.
func (p *Program) derive(f *frame) {
	for i := p.Given; i < len(p.Slots); i++ {
		d := p.Slots[i].derived
		lo, hi := d.bounds(Slot{Min: f.lo[d.of], Max: f.hi[d.of]}, Slot{Min: f.lo[d.by], Max: f.hi[d.by]})
		f.lo[i], f.hi[i] = max(lo, f.within[i-p.Given].Min), min(hi, f.within[i-p.Given].Max)
	}
}

// derived adds the slots of derived quantities, after inputs and readings.
func (c *compiler) derived() {
	p := c.p
	p.Given = len(p.Slots)
	for i := range c.rb.Derived {
		q := &c.rb.Derived[i]
		d := &derivation{q.How, c.find(c.inputs, "input", q.Of), c.find(c.inputs, "input", q.By)}
		if len(c.errs) > 0 {
			return
		}
		of, by := p.Slots[d.of], p.Slots[d.by]
		switch {
		case (q.How == Ratio || q.How == Growth) && by.Min <= 0:
			c.fail("derived %q: its base %q can be 0", q.ID, q.By)
			return
		case q.How == Product && of.Max/10_000+1 > MaxValue/max(by.Max, 1):
			c.fail("derived %q: its value can pass %d", q.ID, int64(MaxValue))
			return
		}
		s := Slot{derived: d}
		s.Min, s.Max = d.bounds(of, by)
		if _, taken := c.inputs[q.ID]; taken || q.ID == "" {
			c.fail("derived id %q empty or used twice", q.ID)
		}
		c.inputs[q.ID] = len(p.Slots)
		p.Slots = append(p.Slots, s)
	}
}

// Inputs are the slots that a slot's value is given by: itself, or the two it
// is derived from.
func (p *Program) Inputs(slot int) []int {
	if d := p.Slots[slot].derived; d != nil {
		return []int{d.of, d.by}
	}
	return []int{slot}
}

// Derivation says how a slot is derived; ok is false for inputs and readings.
func (s *Slot) Derivation() (how Derivation, of, by int, ok bool) {
	if s.derived == nil {
		return 0, 0, 0, false
	}
	return s.derived.how, s.derived.of, s.derived.by, true
}

// halves is how many units of a slot make one of what is written: ratios are
// kept in halves.
func (s *Slot) halves() int64 {
	if d := s.derived; d != nil && (d.how == Ratio || d.how == Growth) {
		return 2
	}
	return 1
}
