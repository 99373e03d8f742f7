package calc

// Where an unknown input stands in two amounts that rise with it, or what is
// derived from it stands beside another unknown, trying its cells is not
// enough: within one cell the award may still be the one amount or the other,
// and not every pair of cells is reached by some pair of values. Such inputs
// are joint. Their ranges are halved until what the search says of a box of
// ranges, which is never too little, has all been met at single points, where
// it is exact.

// A jointInput is an input whose cells alone do not decide.
type jointInput struct {
	slot  int
	lower bool // what is derived from it falls when it rises
}

// joint lists the joint inputs: those that something is derived from, and
// those with which two amounts rise.
func (c *compiler) joint() {
	p := c.p
	rising, by := make([]int, len(p.Slots)), make([]bool, len(p.Slots))
	for i := range p.Benefits {
		for _, part := range p.Benefits[i].Parts {
			for _, piece := range part.Pieces {
				if part.Slot >= 0 && piece.Num > 0 {
					rising[part.Slot]++
					break
				}
			}
		}
	}
	for i := p.Given; i < len(p.Slots); i++ {
		d := p.Slots[i].derived
		rising[d.of], rising[d.by] = 2, 2
		by[d.by] = d.how != Product
	}
	for i := range c.rb.Inputs {
		if rising[i] > 1 {
			p.joints = append(p.joints, jointInput{i, by[i]})
		}
	}
}

// Joint lists the inputs whose cells alone do not decide, and whether what is
// derived from each falls when it rises.
func (p *Program) Joint() (slots []int, lower []bool) {
	for _, j := range p.joints {
		slots, lower = append(slots, j.slot), append(lower, j.lower)
	}
	return slots, lower
}

// A findings is what was met at single points.
type findings struct {
	any         bool
	truths      []Truth
	benefits    []Outcome
	least, most int64
	asked       set

	outer     look    // what was said of the box whose points are tried
	low, high []int64 // per slot: its ranges
}

// A look is what a search says of a box.
type look struct {
	truths   []Truth
	benefits []Outcome
	award    Outcome
	asked    set
}

func (k *look) keep(a *Assessment) {
	copy(k.truths, a.truths)
	copy(k.benefits, a.Benefits)
	copy(k.asked, a.asked)
	for i := a.p.Given; i < len(a.p.Slots); i++ {
		k.asked.drop(i)
	}
	k.award = a.Award
}

// refine answers for a situation in which a joint input is unknown.
func (p *Program) refine(a *Assessment, g *GroupCode) {
	a.met.any = false
	clear(a.met.asked)
	p.box(a, g)
	copy(a.truths, a.met.truths)
	copy(a.Benefits, a.met.benefits)
	copy(a.asked, a.met.asked)
	a.Award.Min, a.Award.Max = a.met.least, a.met.most
}

// box looks at the ranges that the joint inputs have now.
func (p *Program) box(a *Assessment, g *GroupCode) {
	p.look(a, g)
	a.met.outer.keep(a)
	if a.met.covers() {
		return
	}
	widest := p.widest(a)
	if widest < 0 || a.work > p.Limit {
		a.meet()
		return
	}
	lo, hi := a.lo[widest], a.hi[widest]
	if hi-lo == 1 {
		p.points(a, g, 0)
		return
	}
	copy(a.met.low, a.lo)
	copy(a.met.high, a.hi)
	p.corners(a, g)
	p.crossed(a, g)
	for _, j := range p.joints {
		a.lo[j.slot], a.hi[j.slot] = a.met.low[j.slot], a.met.high[j.slot]
	}
	if a.met.covers() {
		return
	}
	// Whether the input itself matters shows within a part, or between the two
	// values on either side of where it is divided.
	mid := p.Slots[widest].middle(lo, hi)
	for _, r := range [3][2]int64{{mid, hi}, {mid - 1, mid}, {lo, mid - 1}} {
		a.lo[widest], a.hi[widest] = r[0], r[1]
		p.box(a, g)
	}
	a.lo[widest], a.hi[widest] = lo, hi
}

// points looks at every point of a box in which no input has more than two
// values, from the i-th joint input on.
func (p *Program) points(a *Assessment, g *GroupCode, i int) {
	if i == len(p.joints) {
		p.look(a, g)
		a.meet()
		return
	}
	slot := p.joints[i].slot
	lo, hi := a.lo[slot], a.hi[slot]
	a.hi[slot] = lo
	p.points(a, g, i+1)
	if lo == hi {
		return
	}
	a.lo[slot], a.hi[slot] = hi, hi
	p.points(a, g, i+1)
	if a.lo[slot] = lo; a.met.outer.asked.has(slot) && !a.met.asked.has(slot) {
		p.pairs(a, g, slot, 0)
	}
}

// pairs compares, at every point of what is left of a box, the award for the
// two values of an input.
func (p *Program) pairs(a *Assessment, g *GroupCode, slot, i int) {
	if i < len(p.joints) {
		other := p.joints[i].slot
		lo, hi := a.lo[other], a.hi[other]
		if other == slot || lo == hi {
			p.pairs(a, g, slot, i+1)
			return
		}
		for _, v := range [2]int64{lo, hi} {
			a.lo[other], a.hi[other] = v, v
			p.pairs(a, g, slot, i+1)
		}
		a.lo[other], a.hi[other] = lo, hi
		return
	}
	lo, hi := a.lo[slot], a.hi[slot]
	a.hi[slot] = lo
	p.look(a, g)
	mark := a.mark
	a.lo[slot], a.hi[slot] = hi, hi
	if p.look(a, g); a.mark != mark {
		a.met.asked.add(slot)
	}
	a.lo[slot] = lo
}

// widest is the joint input with the widest range; negative when all are
// known.
func (p *Program) widest(a *Assessment) int {
	best, width := -1, int64(0)
	for _, j := range p.joints {
		if w := a.hi[j.slot] - a.lo[j.slot]; w > width {
			best, width = j.slot, w
		}
	}
	return best
}

// middle is where the upper half of a range begins: at the first of its cuts
// within, else behind the middle.
func (s *Slot) middle(lo, hi int64) int64 {
	for _, cut := range s.Cuts {
		if cut > lo && cut <= hi {
			return cut
		}
	}
	return lo + (hi-lo)/2 + 1
}

// corners tries points of the box: all inputs at their least or their most,
// and with it or against it those with which something falls. From each it
// moves every input that may matter to its other end.
func (p *Program) corners(a *Assessment, g *GroupCode) {
	for corner := range 4 {
		p.stand(a, corner)
		p.look(a, g)
		a.meet()
		mark := a.mark
		for _, j := range p.joints {
			if !a.met.undecided(j.slot) {
				continue
			}
			a.put(j.slot, !j.high(corner))
			p.look(a, g)
			a.meet()
			a.put(j.slot, j.high(corner))
			if a.mark != mark {
				a.met.asked.add(j.slot)
			}
		}
	}
}

// crossed tries, for an input that may matter through what is derived from it,
// the values of the other one at which a bound is crossed between its ends.
func (p *Program) crossed(a *Assessment, g *GroupCode) {
	for i := p.Given; i < len(p.Slots); i++ {
		d := p.Slots[i].derived
		if d.of == d.by {
			continue
		}
		for _, slot := range [2]int{d.by, d.of} {
			other := d.of + d.by - slot
			for _, cut := range p.Slots[i].Cuts {
				for _, end := range [2]int64{a.met.low[slot], a.met.high[slot]} {
					e, ok := p.crossing(other, d, end, cut)
					if ok && e >= a.met.low[other] && e <= a.met.high[other] {
						p.across(a, g, slot, other, e)
					}
				}
			}
		}
	}
}

// across compares the award at both ends of an input, with another at v.
func (p *Program) across(a *Assessment, g *GroupCode, slot, other int, v int64) {
	for corner := 0; corner < 4 && a.met.undecided(slot); corner++ {
		p.stand(a, corner)
		a.lo[other], a.hi[other] = v, v
		a.put(slot, false)
		p.look(a, g)
		a.meet()
		mark := a.mark
		a.put(slot, true)
		p.look(a, g)
		a.meet()
		if a.mark != mark {
			a.met.asked.add(slot)
		}
	}
}

// undecided reports whether the award may hang on an input whose value in the
// box is open, and was not found to.
func (m *findings) undecided(slot int) bool {
	return m.low[slot] != m.high[slot] && m.outer.asked.has(slot) && !m.asked.has(slot)
}

// stand puts every joint input into one of the four corners.
func (p *Program) stand(a *Assessment, corner int) {
	for _, j := range p.joints {
		a.put(j.slot, j.high(corner))
	}
}

// high reports at which end an input stands in one of the four corners.
func (j jointInput) high(corner int) bool { return corner&1 != 0 != (corner > 1 && j.lower) }

// put sets an input to one end of the box.
func (a *Assessment) put(slot int, high bool) {
	v := a.met.low[slot]
	if high {
		v = a.met.high[slot]
	}
	a.lo[slot], a.hi[slot] = v, v
}

// covers reports whether all that a look at a box says can be has been met.
func (m *findings) covers() bool {
	k := &m.outer
	if !m.any || k.award.Min < m.least || k.award.Max > m.most {
		return false
	}
	for i, w := range k.asked {
		if w&^m.asked[i] != 0 {
			return false
		}
	}
	for i, t := range k.truths {
		if m.truths[i] != t && m.truths[i] != Open {
			return false
		}
	}
	for b, o := range k.benefits {
		so := m.benefits[b]
		if o.Min < so.Min || o.Max > so.Max || o.Status != so.Status && so.Status != Undetermined {
			return false
		}
	}
	return true
}

// meet adds what a look says to what was met.
func (a *Assessment) meet() {
	m := &a.met
	m.asked.join(a.asked)
	if !m.any {
		m.any, m.least, m.most = true, a.Award.Min, a.Award.Max
		copy(m.truths, a.truths)
		copy(m.benefits, a.Benefits)
		return
	}
	m.least, m.most = min(m.least, a.Award.Min), max(m.most, a.Award.Max)
	for k, t := range a.truths {
		if m.truths[k] != t {
			m.truths[k] = Open
		}
	}
	for b, o := range a.Benefits {
		so := &m.benefits[b]
		so.Min, so.Max = min(so.Min, o.Min), max(so.Max, o.Max)
		if so.Status != o.Status {
			so.Status = Undetermined
		}
	}
}
