package calc

import "math/bits"

// What a Batch does with one block of 64 rows.

// take lets the columns be those of n rows, and returns the rows of which
// something is unknown or out of range. It puts the least value there, so that
// the work below meets no other values.
func (b *Batch) take(columns [][]Value, from, n int) (rows uint64) {
	for i := range b.checked {
		x := &b.checked[i]
		c, given := &b.room[x.slot], columns[x.slot]
		if n == len(column{}) && given != nil {
			c = (*column)(given[from:])
		} else {
			c.fill(given, from, n)
		}
		b.columns[x.slot] = c
		if !b.fine(x, c) {
			rows |= b.mend(x)
		}
	}
	return rows
}

// fill lets a column be the last n rows of those given.
func (c *column) fill(given []Value, from, n int) {
	for i := range c {
		if c[i] = Unknown; i < n && given != nil {
			c[i] = given[from+i]
		}
	}
}

// mend puts the least value where a value is unknown or out of range, and
// returns the rows where that was so.
func (b *Batch) mend(x *answer) (rows uint64) {
	room := &b.room[x.slot]
	*room, b.columns[x.slot] = *b.columns[x.slot], room
	for i, v := range room {
		if v < x.least || v > x.most {
			room[i] = x.least
			rows |= 1 << i
		}
	}
	b.fine(x, room)
	return rows
}

// fine reports whether all values of an input are in its range. On the way it
// finds the rows that have reached its first bound.
func (b *Batch) fine(x *answer, c *column) (yes bool) {
	switch {
	case x.flag:
		b.first[x.slot], yes = c.yes()
	case x.bounded:
		b.first[x.slot], yes = c.scan(x.most, x.first)
	default:
		yes = c.within(x.least, x.most)
	}
	return yes
}

// yes is the rows whose value is 1, and whether all are 0 or 1. Here as below
// two halves are gone through side by side, so that neither waits for the
// other, in a function of its own, which has all registers to itself.
//
//go:noinline
func (c *column) yes() (rows uint64, fine bool) {
	low, high, some := uint64(0), uint64(0), uint64(0)
	for i := len(c)/2 - 4; i >= 0; i -= 4 {
		v, w, x, y := uint64(c[i]), uint64(c[i+1]), uint64(c[i+2]), uint64(c[i+3])
		some |= v | w | x | y
		low = low*16 + (y*2+x)*4 + w*2 + v
		v, w, x, y = uint64(c[i+len(c)/2]), uint64(c[i+len(c)/2+1]), uint64(c[i+len(c)/2+2]), uint64(c[i+len(c)/2+3])
		some |= v | w | x | y
		high = high*16 + (y*2+x)*4 + w*2 + v
	}
	return low | high<<(len(c)/2), some <= 1
}

// scan is the rows whose value is from or more, and whether all are in a range
// from 0.
//
//go:noinline
func (c *column) scan(most, from int64) (rows uint64, fine bool) {
	low, high, out := uint64(0), uint64(0), int64(0)
	for i := len(c)/2 - 2; i >= 0; i -= 2 {
		v, w := c[i], c[i+1]
		out |= v | (most - v) | w | (most - w) // negative unless both are in the range
		low = (low*2+uint64(w-from)>>63)*2 + uint64(v-from)>>63
		v, w = c[i+len(c)/2], c[i+len(c)/2+1]
		out |= v | (most - v) | w | (most - w)
		high = (high*2+uint64(w-from)>>63)*2 + uint64(v-from)>>63
	}
	return ^(low | high<<(len(c)/2)), out >= 0
}

// within reports whether every value is in its range.
//
//go:noinline
func (c *column) within(least, most int64) bool {
	low, high := int64(0), int64(0)
	most -= least
	for i := range len(c) / 2 {
		v, w := c[i]-least, c[i+len(c)/2]-least
		low |= v | (most - v)
		high |= w | (most - w)
	}
	return low|high >= 0
}

// reached is the rows whose value, which is in its range, is from or more.
//
//go:noinline
func (c *column) reached(from int64) uint64 {
	low, high := uint64(0), uint64(0)
	for i := len(c)/2 - 2; i >= 0; i -= 2 {
		low = (low*2+uint64(c[i+1]-from)>>63)*2 + uint64(c[i]-from)>>63
		high = (high*2+uint64(c[i+len(c)/2+1]-from)>>63)*2 + uint64(c[i+len(c)/2]-from)>>63
	}
	return ^(low | high<<(len(c)/2))
}

// derive works out what is derived.
func (b *Batch) derive() {
	for _, slot := range b.derived {
		d, to := b.p.Slots[slot].derived, b.columns[slot]
		of, by := b.columns[d.of], b.columns[d.by]
		for i := range to {
			to[i] = d.at(of[i], by[i])
		}
	}
}

// test finds for every node the rows where it holds.
func (b *Batch) test() {
	copy(b.holds, b.least)
	for i := range b.changes {
		x := &b.changes[i]
		rows := b.first[x.slot]
		if !x.found {
			rows = b.columns[x.slot].reached(x.from)
		}
		for _, n := range x.nodes {
			b.holds[n] ^= rows
		}
	}
	for _, n := range b.tallies {
		b.holds[n] = b.tally(&b.p.Nodes[n])
	}
}

// tally is the rows where enough of a node's kids hold, or none for a Not.
func (b *Batch) tally(n *Node) uint64 {
	if n.Op == Not {
		return ^b.holds[n.Kids[0]]
	}
	counts := b.counts[:n.Need+1]
	clear(counts)
	counts[0] = ^uint64(0)
	for _, k := range n.Kids {
		for have := n.Need; have > 0; have-- {
			counts[have] |= counts[have-1] & b.holds[k]
		}
	}
	return counts[n.Need]
}

// combine is what the members of a group come to, row by row.
func (b *Batch) combine(g *GroupCode, rows uint64, depth int, sum *column) {
	*sum = column{}
	for _, i := range g.Benefits {
		left := rows
		for _, n := range b.p.Benefits[i].pricedNodes {
			left &= b.holds[n]
		}
		b.grant(i, left, g, sum)
	}
	for i := range g.Groups {
		b.combine(&g.Groups[i], rows, depth+1, &b.sums[depth+1])
		for r, v := range b.sums[depth+1] {
			sum[r] = g.join(sum[r], v)
		}
	}
	if g.Cap < NoLimit {
		for r := range sum {
			sum[r] = min(sum[r], g.Cap)
		}
	}
}

// grant adds what a benefit comes to to the rows where it holds.
func (b *Batch) grant(i int, rows uint64, g *GroupCode, sum *column) {
	code, tariffs := &b.p.Benefits[i], b.tariffs[i]
	if len(tariffs) == 1 && !g.Sum {
		t := &tariffs[0]
		for c := b.columns[t.slot]; rows != 0; rows &= rows - 1 {
			r := bits.TrailingZeros64(rows) & 63
			sum[r] = max(sum[r], min(t.at(c[r]), code.Cap))
		}
		return
	}
	for ; rows != 0; rows &= rows - 1 {
		r, v := bits.TrailingZeros64(rows)&63, int64(0)
		for k := range tariffs {
			t := &tariffs[k]
			v += t.at(b.columns[t.slot][r])
		}
		sum[r] = g.join(sum[r], min(v, code.Cap))
	}
}

// A tariff is a schedule whose piece is found by counting, without a branch:
// which one it will be nobody can guess.
type tariff struct {
	slot   int     // some slot where the amount hangs on none
	lasts  []int64 // the last values of all pieces but one
	pieces []Piece // the first pays nothing, if there is another
	flat   bool    // no piece rises
}

// tariff is the schedule as one.
func (s *Schedule) tariff() tariff {
	if s.Slot < 0 {
		return tariff{pieces: s.Pieces, flat: true}
	}
	t := tariff{slot: s.Slot, pieces: []Piece{{Every: 1, Den: 1}}, flat: true}
	for _, p := range s.Pieces {
		t.lasts = append(t.lasts, p.From-1)
		t.pieces = append(t.pieces, p)
		t.flat = t.flat && p.Num == 0
	}
	return t
}

// at is the amount for a value.
//
//go:noinline
func (t *tariff) at(v int64) int64 {
	n := uint64(0)
	for _, last := range t.lasts {
		n += uint64(last-v) >> 63
	}
	p := &t.pieces[n]
	if t.flat {
		return p.Base
	}
	if v -= p.Origin; p.Every != 1 {
		v /= p.Every
	}
	return p.Base + v/p.Den*p.Num + v%p.Den*p.Num/p.Den
}
