package calc

import (
	"math/bits"
	"slices"
)

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
	beside []int // inputs that no step looks at
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
// or with negate when none does.
type tallyMask struct {
	self   uint64
	how    tallyHow
	need   int
	here   uint64     // kids in the same word
	before []wordMask // kids in words before, or counted twice
}

// A tallyHow says what of the kids must hold: nearly always all, any or none
// of kids in the same word, which takes no counting.
type tallyHow uint8

const (
	countKids tallyHow = iota
	allKids
	anyKid
	noKid
)

// masks are the bits of several nodes. Nearly always they lie in one word,
// and following no pointer to it is a third of the time of an assessment.
type masks struct {
	first wordMask
	more  []wordMask
}

// manySettings is up to how many settings of the readings the program is
// folded for each of them.
const manySettings = 16

// shorten prepares the short way.
func (c *compiler) shorten() {
	p := c.p
	q := &p.short
	settings := 1
	for i := range p.Rulebook.Readings {
		if n := len(p.Rulebook.Readings[i].Alternatives); n > 0 {
			q.turns = append(q.turns, turn{len(p.Rulebook.Inputs) + i, settings})
			settings = min(settings*(n+1), 1<<20)
		}
	}
	q.taken = p.fold(p.NewSituation())
	if settings <= manySettings {
		for n := range settings {
			q.others = append(q.others, p.fold(p.setting(n)))
		}
	}
	p.cite()
	for i := range p.Benefits {
		var nodes []int
		for _, k := range p.Benefits[i].Needs {
			nodes = append(nodes, p.Conditions[k].Node)
		}
		m := masksOf(nodes)
		q.benefits = append(q.benefits, m)
		q.none = append(q.none, Outcome{Status: Ineligible})
		if len(q.taken.words) == 1 && len(m.more) == 0 && len(p.Benefits) <= 64 {
			q.needs = append(q.needs, m.first.mask)
		}
	}
}

// setting is the n-th way to take the readings.
func (p *Program) setting(n int) Situation {
	s := p.NewSituation()
	for _, t := range p.short.turns {
		s[t.slot] = int64(n / t.weight % int(p.Slots[t.slot].Max+1))
	}
	return s
}

// cite collects, for every reading, the conditions that rest on it.
func (p *Program) cite() {
	for r := range p.Rulebook.Readings {
		var nodes []int
		for i := range p.Conditions {
			if k := &p.Conditions[i]; k.Readings>>r&1 != 0 {
				nodes = append(nodes, k.Node)
			}
		}
		if len(nodes) > 0 {
			p.short.cites = append(p.short.cites, citing{1 << r, masksOf(nodes)})
		}
	}
}

// fold works the readings of a setting into the nodes: one that then hangs on
// a single slot is looked up by it, one on several stays a tally.
func (p *Program) fold(setting Situation) folded {
	f := folded{words: make([]wordCode, len(p.Nodes)/64+1)}
	on := make([][]int, len(p.Nodes))
	values := make([]int64, len(p.Slots))
	for i := range values {
		values[i] = Unknown
	}
	for i := len(p.Rulebook.Inputs); i < p.Given; i++ {
		values[i] = setting[i]
	}
	for i := range p.Nodes {
		n := &p.Nodes[i]
		word, bit := &f.words[i/64], uint64(1)<<(i%64)
		if p.holdsAt(i, values) != Open {
			// decided by the readings
		} else if n.Op == Within || n.Op == Among {
			on[i] = []int{n.Slot}
		} else {
			for _, k := range n.Kids {
				on[i] = union(on[i], on[k])
			}
		}
		switch {
		case len(on[i]) > 1:
			word.tallies = append(word.tallies, tallyOf(i, n))
		case len(on[i]) == 1:
			p.steps(word, bit, i, on[i][0], values)
		case p.holdsAt(i, values) == Holds:
			word.least |= bit
		}
	}
	for i := range p.Rulebook.Inputs {
		if !slices.ContainsFunc(f.words, func(w wordCode) bool {
			return slices.ContainsFunc(w.steps, func(x step) bool { return x.slot == i })
		}) {
			f.beside = append(f.beside, i)
		}
	}
	return f
}

// steps adds the changes of a node that hangs on one slot.
func (p *Program) steps(word *wordCode, bit uint64, node, slot int, values []int64) {
	s := &p.Slots[slot]
	was := false
	for c := range s.cells() {
		values[slot], _ = s.cell(c)
		holds := p.holdsAt(node, values) == Holds
		if holds == was {
			continue
		}
		if was = holds; c == 0 {
			word.least |= bit
			continue
		}
		at := slices.IndexFunc(word.steps, func(x step) bool { return x.slot == slot && x.last == values[slot]-1 })
		if at < 0 {
			at = len(word.steps)
			word.steps = append(word.steps, step{slot: slot, last: values[slot] - 1})
		}
		word.steps[at].change |= bit
	}
	values[slot] = Unknown
}

func tallyOf(i int, n *Node) tallyMask {
	t := tallyMask{self: 1 << (i % 64), need: n.Need}
	kids := masksOf(n.Kids)
	for _, m := range append([]wordMask{kids.first}, kids.more...) {
		if m.word == i/64 && t.here == 0 {
			t.here = m.mask
			continue
		}
		t.before = append(t.before, m)
	}
	switch {
	case len(t.before) > 0:
	case n.Op == Not:
		t.how = noKid
	case n.Need == len(n.Kids):
		t.how = allKids
	case n.Need == 1:
		t.how = anyKid
	}
	if n.Op == Not && t.how == countKids {
		t.need = -1 // none may hold
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

// point answers for a complete situation; it returns false as soon as it
// meets an unknown.
func (p *Program) point(s Situation, a *Assessment) bool {
	code := p.folding(s)
	if code == nil {
		return false
	}
	for _, slot := range code.beside {
		if s[slot] == Unknown {
			return false
		}
	}
	values := []int64(s)
	if p.Given < len(p.Slots) {
		if values = a.values; !p.work(s, values) {
			return false
		}
	}
	for w := range code.words {
		c := &code.words[w]
		word, some := c.slotBits(values)
		if some < 0 && p.Given == len(p.Slots) {
			return false // only Unknown is negative, and a difference
		}
		if len(c.tallies) > 0 {
			word = c.tally(word, w, a.bits)
		}
		a.bits[w] = word
	}
	p.pay(values, a)
	return true
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
	for i := range c.tallies {
		y := &c.tallies[i]
		on := false
		switch y.how {
		case allKids:
			on = word&y.here == y.here
		case anyKid:
			on = word&y.here != 0
		case noKid:
			on = word&y.here == 0
		default:
			on = y.count(word, w, before)
		}
		if on {
			word |= y.self
		}
	}
	return word
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
	a.Readings = p.Always
	copy(a.Benefits, q.none)
	if len(q.needs) == len(a.Benefits) {
		word, failing, holding := a.bits[0], uint64(0), uint64(0)
		for i, needs := range q.needs {
			missing := needs &^ word
			failing |= missing
			holds := uint64(0)
			if missing == 0 {
				holds = 1
			}
			holding |= holds << i
		}
		a.failing[0], a.holding[0] = failing, holding
	} else {
		p.payWords(a)
	}
	paying := 0
	for w, h := range a.holding {
		for ; h != 0; h &= h - 1 {
			i := w*64 + bits.TrailingZeros64(h)
			code := &p.Benefits[i]
			a.Readings |= code.Readings
			v := code.at(s)
			a.Benefits[i] = Outcome{Eligible, v, v}
			if v > 0 {
				paying++
			}
		}
	}
	if paying > 1 {
		a.Readings |= p.Combined
	}
	for i := range q.cites {
		c := &q.cites[i]
		failing := a.failing[c.first.word] & c.first.mask
		for _, m := range c.more {
			failing |= a.failing[m.word] & m.mask
		}
		if failing != 0 {
			a.Readings |= c.reading
		}
	}
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
