package calc

import (
	"math/bits"
	"slices"
)

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
	q.needed = make([]uint64, len(q.taken.words))
	for i := range p.Benefits {
		var nodes []int
		for _, k := range p.Benefits[i].Needs {
			nodes = append(nodes, p.Conditions[k].Node)
		}
		m := masksOf(nodes)
		q.benefits = append(q.benefits, m)
		for _, n := range nodes {
			q.needed[n/64] |= 1 << (n % 64)
		}
	}
	p.judge()
}

// judge makes the verdicts.
func (p *Program) judge() {
	q, n := &p.short, len(p.Benefits)
	if len(q.needed) > 1 || n+len(p.Rulebook.Readings) > 63 {
		return
	}
	against := make([]uint64, 64) // per node: what does not hold when it fails
	for i := range p.Benefits {
		for _, k := range p.Benefits[i].Needs {
			against[p.Conditions[k].Node] |= 1 << i
		}
	}
	for i := range p.Conditions {
		if k := &p.Conditions[i]; q.needed[0]>>k.Node&1 != 0 {
			against[k.Node] |= k.Readings << n
		}
	}
	q.verdicts = make([][256]uint64, (len(p.Nodes)+7)/8)
	for b := range q.verdicts {
		t := &q.verdicts[b]
		t[255] = ^uint64(0)
		for v := 254; v >= 0; v-- {
			failing := bits.TrailingZeros8(^uint8(v))
			t[v] = t[v|1<<failing] &^ against[b*8+failing]
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
			word.add(tallyOf(i, n), i/64)
		case len(on[i]) == 1:
			p.steps(word, bit, i, on[i][0], values)
		case p.holdsAt(i, values) == Holds:
			word.least |= bit
		}
	}
	if len(f.words) == 1 {
		p.line(&f)
	}
	return f
}

// line lays the steps of a single word out in lanes, where there are eight
// slots or more and every tally is plain.
func (p *Program) line(f *folded) {
	w := &f.words[0]
	for _, t := range w.tallies {
		if !t.plain {
			f.plain = nil
			return
		}
		f.plain = append(f.plain, plain{t.self, t.here, t.equal, t.above})
	}
	f.lanes = make([]lanes, min(p.Given, len(p.Rulebook.Inputs)+7)/8)
	for _, x := range w.steps {
		if x.slot/8 < len(f.lanes) {
			if to := &f.lanes[x.slot/8][x.slot%8]; to.change == 0 {
				*to = lane{x.last, x.change}
				continue
			}
		}
		f.odd = append(f.odd, x)
	}
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

// add appends the tally of the w-th word.
func (word *wordCode) add(t tallyMask, w int) {
	kids, above := t.here, uint64(0)
	for _, m := range t.before {
		if m.word == w {
			kids |= m.mask
		}
	}
	for _, y := range slices.Backward(word.tallies) {
		above |= y.self
		if y.above {
			break
		}
	}
	t.above = kids&above != 0
	if t.any {
		word.least |= t.self
	}
	word.tallies = append(word.tallies, t)
}

// tallyOf is a Tally or Not as masks.
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
	if n.Op == Not {
		t.need = -1
	}
	t.plain = len(t.before) == 0
	switch {
	case !t.plain, n.Op == Not:
	case n.Need == len(n.Kids):
		t.equal = t.here
	case n.Need == 1:
		t.any = true
	default:
		t.plain = false
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
