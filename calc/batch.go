package calc

import (
	"math/bits"
	"slices"
)

// The award alone for many applicants, whose answers stand in columns. A block
// of 64 rows is answered at a time: every bound is held against the 64 values
// of its column, which gives a word with a bit for each row; conditions are
// such words combined; and only for the rows that are left to a benefit is
// anything worked out. No branch hangs on an answer, so none is guessed wrong.

// A Batch answers for the awards of many applicants under one setting of the
// readings. It may be used again and again, by one goroutine at a time.
type Batch struct {
	p       *Program
	group   *GroupCode
	checked []answer // to what the award hangs on
	changes []change
	derived []int      // derived slots that are needed
	tallies []int      // nodes made of others, each after its kids
	tariffs [][]tariff // per benefit and part
	least   []uint64   // per node: all rows if it holds while every slot has its least value

	// Of the block in hand:
	columns []*column
	room    []column // per slot: for the rows of a last block, and for what is derived
	first   []uint64 // per slot: the rows that have reached its first bound, see fine
	holds   []uint64 // per node: the rows where it holds
	counts  []uint64 // of a tally: the rows where so many of its kids hold, or more
	sums    []column // per depth of the groups
	row     Situation
}

// A column is the values of one slot, of 64 rows.
type column [64]int64

// An answer is an input whose values must be known and in their range.
type answer struct {
	slot        int
	least, most int64
	flag        bool  // 0 or 1
	bounded     bool  // something changes
	first       int64 // where it changes first
}

// A change is the nodes that change for the rows whose value is from or more.
type change struct {
	slot  int
	from  int64
	found bool // when the range was checked
	nodes []int
}

// NewBatch prepares for applicants under the readings of a situation, whatever
// else it says.
func (p *Program) NewBatch(setting Situation) *Batch {
	b := &Batch{
		p: p, row: slices.Clone(setting), group: p.group(setting),
		least: make([]uint64, len(p.Nodes)), holds: make([]uint64, len(p.Nodes)),
		columns: make([]*column, len(p.Slots)), room: make([]column, len(p.Slots)),
		sums: make([]column, p.group(setting).depth()), first: make([]uint64, len(p.Slots)),
	}
	for i := range p.Benefits {
		var parts []tariff
		for k := range p.Benefits[i].Parts {
			parts = append(parts, p.Benefits[i].Parts[k].tariff())
		}
		b.tariffs = append(b.tariffs, parts)
	}
	for i := range p.Rulebook.Inputs {
		b.row[i] = p.Slots[i].Min
	}
	b.columns[0] = &b.room[0] // for amounts that hang on nothing
	code := p.folding(setting)
	if code == nil {
		fresh := p.fold(setting)
		code = &fresh
	}
	needed := b.needed(code)
	slots := newSet(len(p.Slots))
	b.group.priced(p, slots)
	for w := range code.words {
		for _, x := range code.words[w].steps {
			if nodes := nodesIn(x.change, w, needed); len(nodes) > 0 {
				b.changes = append(b.changes, change{x.slot, x.last + 1, false, nodes})
				slots.add(x.slot)
			}
		}
		for _, n := range nodesIn(code.words[w].least, w, needed) {
			b.least[n] = ^uint64(0)
		}
	}
	b.check(slots)
	return b
}

// check lists the inputs that slots hang on.
func (b *Batch) check(slots set) {
	for slot := range b.p.Slots {
		if !slots.has(slot) {
			continue
		}
		b.columns[slot] = &b.room[slot]
		if b.p.Slots[slot].derived != nil {
			b.derived = append(b.derived, slot)
		}
		for _, i := range b.p.Inputs(slot) {
			if slices.ContainsFunc(b.checked, func(x answer) bool { return x.slot == i }) {
				continue
			}
			s := &b.p.Slots[i]
			x := answer{slot: i, least: s.Min, most: s.Max, flag: s.flag()}
			if k := slices.IndexFunc(b.changes, func(k change) bool { return k.slot == i }); k >= 0 && (x.flag || s.Min == 0) {
				x.bounded, x.first, b.changes[k].found = true, b.changes[k].from, true
			}
			b.checked = append(b.checked, x)
		}
	}
}

// flag reports whether the slot is 0 or 1.
func (s *Slot) flag() bool { return s.Min == 0 && s.Max == 1 }

// needed is the nodes that the group hangs on. It lists those of them that are
// tallies, once folded, and makes room for counting their kids.
func (b *Batch) needed(code *folded) set {
	p, needed, tally := b.p, newSet(len(b.p.Nodes)), newSet(len(b.p.Nodes))
	for w := range code.words {
		for _, t := range code.words[w].tallies {
			tally.add(w*64 + bits.TrailingZeros64(t.self))
		}
	}
	var need func(node int)
	need = func(node int) {
		needed.add(node)
		for _, k := range p.Nodes[node].Kids {
			if tally.has(node) {
				need(k)
			}
		}
	}
	for _, i := range b.group.all(nil) {
		for _, n := range p.Benefits[i].pricedNodes {
			need(n)
		}
	}
	most := 0
	for n := range p.Nodes {
		if needed.has(n) && tally.has(n) {
			b.tallies = append(b.tallies, n)
			most = max(most, len(p.Nodes[n].Kids))
		}
	}
	b.counts = make([]uint64, most+1)
	return needed
}

// nodesIn lists the nodes of the w-th word that are set and needed.
func nodesIn(word uint64, w int, needed set) (nodes []int) {
	for ; word != 0; word &= word - 1 {
		if n := w*64 + bits.TrailingZeros64(word); needed.has(n) {
			nodes = append(nodes, n)
		}
	}
	return nodes
}

// all appends the benefits of a group and of those in it.
func (g *GroupCode) all(list []int) []int {
	list = append(list, g.Benefits...)
	for i := range g.Groups {
		list = g.Groups[i].all(list)
	}
	return list
}

// depth is how many groups stand in one another.
func (g *GroupCode) depth() int {
	most := 0
	for i := range g.Groups {
		most = max(most, g.Groups[i].depth())
	}
	return most + 1
}

// priced adds the slots that amounts of the group hang on.
func (g *GroupCode) priced(p *Program, slots set) {
	for _, i := range g.all(nil) {
		for _, part := range p.Benefits[i].Parts {
			if part.Slot >= 0 {
				slots.add(part.Slot)
			}
		}
	}
}

// Awards works out the award of every row: the i-th column holds the answers
// to the i-th input, at least len(awards) of them, or is nil where all are
// unknown. An award is Unknown where something unknown decides, and Assess must
// answer, or where an answer that it hangs on lies outside its range. Every
// mechanism of a rulebook is answered for 64 rows at a time, at a fraction of
// the time of AwardOf; only rows in which something is unknown are left to
// AwardOf, one by one. Nothing is allocated.
func (b *Batch) Awards(columns [][]Value, awards []int64) {
	for from := 0; from < len(awards); from += len(column{}) {
		n := min(len(column{}), len(awards)-from)
		rows := ^uint64(0) >> (len(column{}) - n)
		odd := b.take(columns, from, n) & rows
		b.derive()
		b.test()
		if n == len(column{}) {
			b.combine(b.group, rows&^odd, 0, (*column)(awards[from:]))
		} else {
			b.combine(b.group, rows&^odd, 0, &b.sums[0])
			copy(awards[from:from+n], b.sums[0][:])
		}
		for ; odd != 0; odd &= odd - 1 {
			i := from + bits.TrailingZeros64(odd)
			awards[i] = b.one(columns, i)
		}
	}
}

// one answers for a single row. What the award does not hang on has its least
// value there.
func (b *Batch) one(columns [][]Value, i int) int64 {
	for k := range b.checked {
		x, v := &b.checked[k], Unknown
		if c := columns[x.slot]; c != nil {
			v = c[i]
		}
		if v != Unknown && (v < x.least || v > x.most) {
			return Unknown
		}
		b.row[x.slot] = v
	}
	if award, ok := b.p.AwardOf(b.row); ok {
		return award
	}
	return Unknown
}
