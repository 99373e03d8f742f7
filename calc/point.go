package calc

import "math/bits"

// The short way for complete situations. Truths are bits, one per node; each
// slot contributes a mask looked up by the cell its value lies in; a benefit
// holds when the bits it needs are all there. A test holds it equal to the
// long way, which knows of unknowns.

// A shortcut is what point needs of a program.
type shortcut struct {
	taken    folded    // under the readings taken
	others   []folded  // under every other setting, where these are few
	turns    []turn    // how a setting is numbered
	none     []Outcome // per benefit: ineligible
	needs    []uint64  // per benefit, where all nodes lie in one word and there are up to 64: those it needs
	benefits []masks   // what each needs
	cites    []citing
}

// A folded program has the readings worked in: what is left of every node
// hangs on inputs alone, and most nodes on one.
type folded struct {
	words  []wordCode
	beside []int       // inputs that no step looks at
	single bool        // all nodes lie in one word, and flips and odd are there
	flips  [][4]uint64 // where all nodes lie in one word: per slot that is 0 or 1, the nodes that its being 1 changes
	odd    []step      // with flips: the other steps
}

// A turn is a reading that can be taken another way.
type turn struct {
	slot   int
	weight int // of one step in the number of a setting
}

// A citing is a reading and the conditions that rest on it.
type citing struct {
	reading uint64
	masks
}

// A wordCode works out 64 nodes.
type wordCode struct {
	least   uint64 // those that hold when every slot has its least value
	steps   []step
	tallies []tallyMask // after what they are made of
}

// A step is the nodes of one word that change when a slot's value passes last.
type step struct {
	slot   int
	last   int64
	change uint64
}

// A wordMask selects bits of one word.
type wordMask struct {
	word int
	mask uint64
}

// A tallyMask is a Tally or Not: it holds when need or more of its kids do,
// or none for a Not.
type tallyMask struct {
	self   uint64
	here   uint64     // kids in the same word
	plain  bool       // all, any or none of kids in the same word: nearly always, and takes no counting
	equal  uint64     // with plain: self changes when just this of here is set
	any    bool       // with plain: self holds unless it is changed
	above  bool       // some kid is a tally since the last one that was above
	need   int        // without: how many, negative for none
	before []wordMask // without: kids in words before, or counted twice
}

// masks are the bits of several nodes. Nearly always they lie in one word,
// and following no pointer to it is a third of the time of an assessment.
type masks struct {
	first wordMask
	more  []wordMask
}

// point answers for a complete situation; it returns false as soon as it
// meets an unknown.
func (p *Program) point(s Situation, a *Assessment) bool {
	code := p.folding(s)
	if code == nil {
		return false
	}
	values := []int64(s)
	derived := p.Given < len(p.Slots)
	if derived {
		if values = a.values; !p.work(s, values) {
			return false
		}
	}
	some := int64(0)
	if code.single {
		some = code.oneWord(values, a)
	} else {
		some = code.allWords(values, a)
	}
	if some < 0 && !derived {
		return false // only Unknown is negative, and a difference
	}
	p.pay(values, a)
	return true
}

// oneWord works out all nodes where they lie in one word; some is negative
// when a value is.
func (f *folded) oneWord(values []int64, a *Assessment) (some int64) {
	c := &f.words[0]
	word := c.least
	for i := range f.flips {
		// Four at a time: half of the work of one at a time is counting.
		w, v := &f.flips[i], (*[4]int64)(values[i*4:])
		some |= v[0] | v[1] | v[2] | v[3]
		word ^= w[0]&uint64(-v[0]) ^ w[1]&uint64(-v[1]) ^ w[2]&uint64(-v[2]) ^ w[3]&uint64(-v[3])
	}
	for i := range f.odd {
		x := &f.odd[i]
		v := values[x.slot]
		some |= v
		word ^= x.change & uint64((x.last-v)>>63)
	}
	if len(c.tallies) > 0 {
		word = c.tally(word, 0, a.bits)
	}
	a.bits[0] = word
	return some
}

// allWords works out all nodes word by word; some is negative when a value is.
func (f *folded) allWords(values []int64, a *Assessment) (some int64) {
	for _, slot := range f.beside {
		some |= values[slot]
	}
	for w := range f.words {
		c := &f.words[w]
		word, s := c.slotBits(values)
		some |= s
		if len(c.tallies) > 0 {
			word = c.tally(word, w, a.bits)
		}
		a.bits[w] = word
	}
	return some
}

// work adds what is derived to known values; it returns false when one is not.
func (p *Program) work(s Situation, values []int64) bool {
	copy(values, s)
	for _, v := range s {
		if v == Unknown {
			return false
		}
	}
	for i := p.Given; i < len(p.Slots); i++ {
		d := p.Slots[i].derived
		values[i] = d.at(values[d.of], values[d.by])
	}
	return true
}

// folding is the program under the readings of a situation, nil where it was
// not made.
func (p *Program) folding(s Situation) *folded {
	q := &p.short
	n := 0
	for i := range q.turns {
		n += int(s[q.turns[i].slot]) * q.turns[i].weight
	}
	if n == 0 {
		return &q.taken
	}
	if n < len(q.others) {
		return &q.others[n]
	}
	return nil
}

// slotBits works out the nodes that hang on one slot; some is negative when a
// value is.
func (c *wordCode) slotBits(s []int64) (word uint64, some int64) {
	word = c.least
	for i := range c.steps {
		x := &c.steps[i]
		v := s[x.slot]
		some |= v
		word ^= x.change & uint64((x.last-v)>>63)
	}
	return word, some
}

// tally adds the nodes of the w-th word that are made of others.
func (c *wordCode) tally(word uint64, w int, before []uint64) uint64 {
	base := word // tallies not above one another need not wait for one another
	for i := range c.tallies {
		y := &c.tallies[i]
		if y.above {
			base = word
		}
		if y.plain {
			word ^= y.self & -one(base&y.here == y.equal)
			continue
		}
		if y.count(base, w, before) {
			word |= y.self
		}
	}
	return word
}

// one is 1 for true: a choice without a branch, which random applicants would
// make the processor guess wrong.
func one(b bool) (n uint64) {
	if b {
		n = 1
	}
	return n
}

// count counts kids that hold, in any word.
func (y *tallyMask) count(word uint64, w int, before []uint64) bool {
	n := bits.OnesCount64(word & y.here)
	for _, k := range y.before {
		from := before[k.word]
		if k.word == w {
			from = word
		}
		n += bits.OnesCount64(from & k.mask)
	}
	if y.need < 0 {
		return n == 0
	}
	return n >= y.need
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
	q := &p.short
	copy(a.Benefits, q.none)
	if len(q.needs) == len(a.Benefits) {
		p.payWord(a)
	} else {
		p.payWords(a)
	}
	rests := p.Always
	a.paying = 0
	for w, h := range a.holding {
		for ; h != 0; h &= h - 1 {
			i := w*64 + bits.TrailingZeros64(h)
			code := &p.Benefits[i]
			rests |= code.Readings
			v := code.at(s)
			a.Benefits[i] = Outcome{Eligible, v, v}
			if v > 0 {
				a.paying++
			}
		}
	}
	if a.paying > 1 {
		rests |= p.Combined
	}
	if len(q.needs) == len(a.Benefits) {
		failing := a.failing[0]
		for i := range q.cites {
			c := &q.cites[i]
			rests |= c.reading & -one(failing&c.first.mask != 0)
		}
		a.Readings = rests
		return
	}
	a.Readings = rests | p.cited(a)
}

// cited are the readings that failing conditions rest on.
func (p *Program) cited(a *Assessment) (rests uint64) {
	for i := range p.short.cites {
		c := &p.short.cites[i]
		failing := a.failing[c.first.word] & c.first.mask
		for _, m := range c.more {
			failing |= a.failing[m.word] & m.mask
		}
		rests |= c.reading & -one(failing != 0)
	}
	return rests
}

// payWord finds the benefits that hold, for rules of up to 64 nodes.
func (p *Program) payWord(a *Assessment) {
	word, failing, holding := a.bits[0], uint64(0), uint64(0)
	for i, needs := range p.short.needs {
		missing := needs &^ word
		failing |= missing
		holding |= one(missing == 0) << (i & 63)
	}
	a.failing[0], a.holding[0] = failing, holding
}

// payWords finds the benefits that hold for rules of more than 64 nodes.
func (p *Program) payWords(a *Assessment) {
	t, failing := a.bits, a.failing
	clear(failing)
	clear(a.holding)
	for i := range p.short.benefits {
		needs := &p.short.benefits[i]
		missing := needs.first.mask &^ t[needs.first.word]
		failing[needs.first.word] |= missing
		for _, m := range needs.more {
			failing[m.word] |= m.mask &^ t[m.word]
			missing |= m.mask &^ t[m.word]
		}
		if missing == 0 {
			a.holding[i/64] |= 1 << (i % 64)
		}
	}
}
