package calc

import "math/bits"

// The short way for complete situations. Truths are bits, one per node; each
// slot contributes a mask looked up by the cell its value lies in; a benefit
// holds when the bits it needs are all there. A test holds it equal to the
// long way, which knows of unknowns.

// A shortcut is what point needs of a program.
type shortcut struct {
	taken    folded   // under the readings taken
	others   []folded // under every other setting, where these are few
	turns    []turn   // how a setting is numbered
	needed   []uint64 // per word: the nodes that some benefit needs
	benefits []masks  // what each needs
	cites    []citing

	// Where all nodes lie in one word, and benefits and readings together are
	// no more than 63: per byte of the word and its value the benefits that may
	// hold, then the readings that no failing condition rests on.
	verdicts [][256]uint64
}

// A folded program has the readings worked in: what is left of every node
// hangs on inputs alone, and most nodes on one.
type folded struct {
	words []wordCode
	lanes []lanes // where all nodes lie in one word: a step of each slot, in the order of the slots
	odd   []step  // with lanes: the steps for which these have no room
	plain []plain // with lanes: the tallies
}

// Lanes are the first steps of eight slots in a row.
type lanes [8]lane

// A lane is the nodes that change when a slot's value passes last.
type lane struct {
	last   int64
	change uint64
}

// A plain tally is all, any or none of nodes in the same word: self changes
// when just equal of here is set.
type plain struct {
	self, here, equal uint64
	above             bool // here has tallies since the last one that was above
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

// passed is what the step changes for some values.
func (x *step) passed(values []int64) uint64 { return x.change & uint64((x.last-values[x.slot])>>63) }

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

// point answers for a complete situation; it returns false when something is
// unknown.
func (p *Program) point(s Situation, a *Assessment) bool {
	code := p.folding(s)
	if code == nil {
		return false
	}
	values := []int64(s)
	if p.Given < len(p.Slots) {
		if !known(s) {
			return false
		}
		values = a.values
		p.work(s, values)
	}
	if len(code.lanes) > 0 && len(p.short.verdicts) > 0 {
		word, ok := code.oneWord(values, len(p.Rulebook.Inputs))
		if ok {
			a.bits[0] = word
			p.payWord(values, word, a)
		}
		return ok
	}
	if !known(s) {
		return false
	}
	code.allWords(values, a.bits)
	p.payWords(values, a)
	return true
}

// known reports whether no value is Unknown, the only one that is negative.
func known(values []int64) bool {
	some := int64(0)
	for _, v := range values {
		some |= v
	}
	return some >= 0
}

// oneWord works out all nodes where they lie in one word; ok is false when
// one of the n inputs is unknown.
func (f *folded) oneWord(values []int64, n int) (word uint64, ok bool) {
	word = f.words[0].least
	some, rest := int64(0), values
	for i := range f.lanes {
		w, s := f.lanes[i].passed((*[8]int64)(rest))
		word, some, rest = word^w, some|s, rest[8:]
	}
	if some < 0 || !known(values[min(n, len(f.lanes)*8):n]) {
		return 0, false
	}
	for i := range f.odd {
		word ^= f.odd[i].passed(values)
	}
	base := word
	for i := range f.plain {
		t := &f.plain[i]
		if t.above {
			base = word
		}
		word ^= t.self & -one(base&t.here == t.equal)
	}
	return word, true
}

// passed is what the lanes change for eight values; some is negative when a
// value is. It is written out because half of the work of a loop is counting.
func (x *lanes) passed(v *[8]int64) (word uint64, some int64) {
	word = x[0].passed(v[0]) ^ x[1].passed(v[1]) ^ x[2].passed(v[2]) ^ x[3].passed(v[3]) ^
		x[4].passed(v[4]) ^ x[5].passed(v[5]) ^ x[6].passed(v[6]) ^ x[7].passed(v[7])
	return word, v[0] | v[1] | v[2] | v[3] | v[4] | v[5] | v[6] | v[7]
}

// passed is what the lane changes for a value.
func (x *lane) passed(v int64) uint64 { return x.change & uint64((x.last-v)>>63) }

// allWords works out all nodes word by word.
func (f *folded) allWords(values []int64, bits []uint64) {
	for w := range f.words {
		c := &f.words[w]
		word := c.least
		for i := range c.steps {
			word ^= c.steps[i].passed(values)
		}
		if len(c.tallies) > 0 {
			word = c.tally(word, w, bits)
		}
		bits[w] = word
	}
}

// work adds what is derived to known values.
func (p *Program) work(s Situation, values []int64) {
	copy(values, s)
	for i := p.Given; i < len(p.Slots); i++ {
		d := p.Slots[i].derived
		values[i] = d.at(values[d.of], values[d.by])
	}
}

// folding is the program under the readings of a situation, nil where it was
// not made.
func (p *Program) folding(s Situation) *folded {
	q := &p.short
	turned := int64(0)
	for i := range q.turns {
		turned |= s[q.turns[i].slot]
	}
	if turned == 0 {
		return &q.taken
	}
	n := 0
	for i := range q.turns {
		n += int(s[q.turns[i].slot]) * q.turns[i].weight
	}
	if n < len(q.others) {
		return &q.others[n]
	}
	return nil
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

// payWord sets the outcome of every benefit from the word of the nodes, for
// rules that have just one, and the readings the answer rests on.
func (p *Program) payWord(values []int64, word uint64, a *Assessment) {
	verdict := ^uint64(0)
	for i := range p.short.verdicts {
		verdict &= p.short.verdicts[i][uint8(word)]
		word >>= 8
	}
	n := len(p.Benefits) & 63
	a.holding[0] = verdict & (1<<n - 1)
	p.grantAll(values, a)
	a.Readings |= ^verdict >> n
}

// payWords is payWord for rules of more than 64 nodes or benefits.
func (p *Program) payWords(values []int64, a *Assessment) {
	q, t := &p.short, a.bits
	clear(a.holding)
	for i := range q.benefits {
		needs := &q.benefits[i]
		missing := needs.first.mask &^ t[needs.first.word]
		for _, m := range needs.more {
			missing |= m.mask &^ t[m.word]
		}
		if missing == 0 {
			a.holding[i/64] |= 1 << (i % 64)
		}
	}
	p.grantAll(values, a)
	for i := range q.cites {
		c := &q.cites[i]
		failing := q.needed[c.first.word] &^ t[c.first.word] & c.first.mask
		for _, m := range c.more {
			failing |= q.needed[m.word] &^ t[m.word] & m.mask
		}
		a.Readings |= c.reading & -one(failing != 0)
	}
}

// grantAll sets the outcome of every benefit from which of them hold, and the
// readings that those rest on.
func (p *Program) grantAll(values []int64, a *Assessment) {
	rests, paying := p.Always, 0
	for w, h := range a.holding {
		for stale := a.told[w] &^ h; stale != 0; stale &= stale - 1 {
			a.Benefits[w*64+bits.TrailingZeros64(stale)] = Outcome{Status: Ineligible}
		}
		a.told[w] = h
		for ; h != 0; h &= h - 1 {
			i := w*64 + bits.TrailingZeros64(h)
			b := &p.Benefits[i]
			rests |= b.Readings
			v := b.at(values)
			a.Benefits[i] = Outcome{Eligible, v, v}
			paying += int(one(v > 0))
		}
	}
	if paying > 1 {
		rests |= p.Combined
	}
	a.Readings, a.paying = rests, paying
}
