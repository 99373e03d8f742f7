package calc

import "math/bits"

// The short way for complete situations. Truths are bits, one per node; each
// slot contributes a mask looked up by the cell its value lies in; a benefit
// holds when the bits it needs are all there. A test holds it equal to the
// long way, which knows of unknowns.

// A shortcut is what point needs of a program.
type shortcut struct {
	words    []wordCode
	unasked  []int    // inputs on which no node stands
	benefits []masks  // what each needs
	cited    []uint64 // bits of conditions that rest on a reading
}

// A wordCode works out 64 nodes.
type wordCode struct {
	bools   []boolMasks
	slots   []slotMasks
	tallies []tallyMask // after what they are made of
}

// boolMasks are the nodes of one word that a yes/no slot makes hold.
type boolMasks struct {
	slot   int
	no     uint64 // those that hold at 0
	change uint64 // those that change from 0 to 1
}

// slotMasks are the nodes of one word that hold for each cell of a slot.
type slotMasks struct {
	slot   int
	direct bool // few values: one mask per value instead of one per cell
	cuts   []int64
	holds  []uint64 // per cell or per value
}

// A wordMask selects bits of one word.
type wordMask struct {
	word int
	mask uint64
}

// A tallyMask is a Tally or Not: it holds when need or more of its kids do,
// or with negate when none does.
type tallyMask struct {
	self   uint64
	need   int
	negate bool
	here   uint64     // kids in the same word
	before []wordMask // kids in words before, or counted twice
}

// masks are the bits of several nodes. Nearly always they lie in one word,
// and following no pointer to it is a third of the time of an assessment.
type masks struct {
	first wordMask
	more  []wordMask
}

// shorten prepares the short way. The compiler has put the nodes on slots
// before all others.
func (c *compiler) shorten() {
	p := c.p
	q := &p.short
	q.words = make([]wordCode, len(p.Nodes)/64+1)
	q.cited, p.cites = make([]uint64, len(q.words)), make([]uint64, len(p.Nodes))
	for i := range p.Conditions {
		if k := &p.Conditions[i]; k.Readings != 0 {
			q.cited[k.Node/64] |= 1 << (k.Node % 64)
			p.cites[k.Node] = k.Readings
		}
	}
	p.maskSlots()
	for i := range p.Nodes {
		if n := &p.Nodes[i]; n.Op == Tally || n.Op == Not {
			q.words[i/64].tallies = append(q.words[i/64].tallies, tallyOf(i, n))
		}
	}
	for i := range p.Benefits {
		var nodes []int
		for _, k := range p.Benefits[i].Needs {
			nodes = append(nodes, p.Conditions[k].Node)
		}
		q.benefits = append(q.benefits, masksOf(nodes))
	}
}

func tallyOf(i int, n *Node) tallyMask {
	t := tallyMask{self: 1 << (i % 64), need: n.Need, negate: n.Op == Not}
	kids := masksOf(n.Kids)
	for _, m := range append([]wordMask{kids.first}, kids.more...) {
		if m.word == i/64 && t.here == 0 {
			t.here = m.mask
			continue
		}
		t.before = append(t.before, m)
	}
	return t
}

// masksOf gathers bits word by word; a node that comes twice counts twice.
func masksOf(nodes []int) masks {
	var list []wordMask
next:
	for _, n := range nodes {
		for i := range list {
			if list[i].word == n/64 && list[i].mask>>(n%64)&1 == 0 {
				list[i].mask |= 1 << (n % 64)
				continue next
			}
		}
		list = append(list, wordMask{n / 64, 1 << (n % 64)})
	}
	if len(list) == 0 {
		return masks{}
	}
	return masks{list[0], list[1:]}
}

// maskSlots works out, for every word, what its slots contribute.
func (p *Program) maskSlots() {
	q := &p.short
	stands := make([]bool, len(p.Slots))
	for w := range q.words {
		last := -1
		for i := w * 64; i < min(len(p.Nodes), w*64+64); i++ {
			// Nodes of one slot follow each other.
			n := &p.Nodes[i]
			if n.Op != Within && n.Op != Among || n.Slot == last {
				continue
			}
			last = n.Slot
			stands[last] = true
			m := p.slotMasks(last, w)
			if p.Slots[last].Max == 1 && m.direct {
				q.words[w].bools = append(q.words[w].bools, boolMasks{last, m.holds[0], m.holds[0] ^ m.holds[1]})
				continue
			}
			q.words[w].slots = append(q.words[w].slots, m)
		}
	}
	for i := range p.Rulebook.Inputs {
		if !stands[i] {
			q.unasked = append(q.unasked, i)
		}
	}
}

// slotMasks works out which nodes of a word hold in which cells of a slot.
func (p *Program) slotMasks(slot, word int) slotMasks {
	s := &p.Slots[slot]
	m := slotMasks{slot: slot, cuts: s.Cuts}
	rows := s.cells()
	if s.Min == 0 && s.Max < 64 {
		m.direct, rows = true, int(s.Max)+1
	}
	m.holds = make([]uint64, rows)
	for i := word * 64; i < min(len(p.Nodes), word*64+64); i++ {
		n := &p.Nodes[i]
		if n.Op != Within && n.Op != Among || n.Slot != slot {
			continue
		}
		for row := range rows {
			v := int64(row)
			if !m.direct {
				v, _ = s.cell(row)
			}
			if n.Op == Within && v >= n.Lo && v <= n.Hi || n.Op == Among && n.Set>>v&1 != 0 {
				m.holds[row] |= 1 << (i % 64)
			}
		}
	}
	return m
}

// point answers for a complete situation; it returns false as soon as it
// meets an unknown.
func (p *Program) point(s Situation, a *Assessment) bool {
	q := &p.short
	for _, slot := range q.unasked {
		if s[slot] == Unknown {
			return false
		}
	}
	values := []int64(s)
	if p.Given < len(p.Slots) {
		values = a.values
		copy(values, s)
		for i := p.Given; i < len(p.Slots); i++ {
			d := p.Slots[i].derived
			if values[d.of] == Unknown || values[d.by] == Unknown {
				return false
			}
			values[i] = d.at(values[d.of], values[d.by])
		}
	}
	for w := range q.words {
		word, ok := q.words[w].slotBits(values)
		if !ok {
			return false
		}
		a.bits[w] = q.words[w].tally(word, w, a.bits)
	}
	p.pay(values, a)
	return true
}

// slotBits looks up the nodes that stand on slots.
func (c *wordCode) slotBits(s []int64) (word uint64, ok bool) {
	some := int64(0) // negative once a value is, and only Unknown is
	for i := range c.bools {
		m := &c.bools[i]
		v := s[m.slot]
		some |= v
		word |= m.no ^ m.change&-uint64(v)
	}
	for i := range c.slots {
		m := &c.slots[i]
		v := s[m.slot]
		if v == Unknown {
			return 0, false
		}
		if m.direct {
			word |= m.holds[v]
		} else {
			word |= m.holds[above(m.cuts, v)]
		}
	}
	return word, some >= 0
}

// tally adds the nodes of the w-th word that are made of others.
func (c *wordCode) tally(word uint64, w int, before []uint64) uint64 {
	for i := range c.tallies {
		y := &c.tallies[i]
		n := bits.OnesCount64(word & y.here)
		for _, k := range y.before {
			from := before[k.word]
			if k.word == w {
				from = word
			}
			n += bits.OnesCount64(from & k.mask)
		}
		on := uint64(0)
		if n >= y.need && (!y.negate || n == 0) {
			on = y.self
		}
		word |= on
	}
	return word
}

// above counts the cuts that v has reached. It has no branch on v, which in
// a batch would be a wrong guess every other time.
func above(cuts []int64, v int64) (n int) {
	for _, cut := range cuts {
		one := 0
		if v >= cut {
			one = 1
		}
		n += one
	}
	return n
}

// at is what the benefit comes to for known values.
func (b *BenefitCode) at(values []int64) (sum int64) {
	for i := range b.Parts {
		v := int64(0)
		if slot := b.Parts[i].Slot; slot >= 0 {
			v = values[slot]
		}
		sum += b.Parts[i].At(v)
	}
	return min(sum, b.Cap)
}

// pay sets the outcome of every benefit from the bits, and the readings the
// answer rests on.
func (p *Program) pay(s []int64, a *Assessment) {
	q, t, failing := &p.short, a.bits, a.failing
	clear(failing)
	a.Readings = p.Always
	paying := 0
	for i := range q.benefits {
		needs := &q.benefits[i]
		missing := needs.first.mask &^ t[needs.first.word]
		failing[needs.first.word] |= missing
		for _, m := range needs.more {
			failing[m.word] |= m.mask &^ t[m.word]
			missing |= m.mask &^ t[m.word]
		}
		code, o := &p.Benefits[i], &a.Benefits[i]
		*o = Outcome{Status: Ineligible}
		if missing != 0 {
			continue
		}
		a.Readings |= code.Readings
		o.Status = Eligible
		v := code.at(s)
		o.Min, o.Max = v, v
		if v > 0 {
			paying++
		}
	}
	if paying > 1 {
		a.Readings |= p.Combined
	}
	for w, f := range failing {
		for f &= q.cited[w]; f != 0; f &= f - 1 {
			a.Readings |= p.cites[w*64+bits.TrailingZeros64(f)]
		}
	}
}
