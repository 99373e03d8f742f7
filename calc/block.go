package calc

import "math/bits"

// What a Batch does with one block of 64 rows.

// take lets the columns be those of n rows.
func (b *Batch) take(columns [][]Value, from, n int) {
	for _, slot := range b.checked {
		c := columns[slot]
		if n == len(column{}) && c != nil {
			b.columns[slot] = (*column)(c[from:])
			continue
		}
		room := &b.room[slot]
		b.columns[slot] = room
		for i := range room {
			if room[i] = Unknown; i < n && c != nil {
				room[i] = c[from+i]
			}
		}
	}
}

// outside is the rows of which something is unknown or out of range.
func (b *Batch) outside() (rows uint64) {
	for _, slot := range b.checked {
		s, c := &b.p.Slots[slot], b.columns[slot]
		if s.Min == 0 && s.Max == 1 {
			if some := c.either(); some>>1 == 0 {
				continue
			}
		} else if c.within(s.Min, s.Max) {
			continue
		}
		for i, v := range c {
			rows |= one(v < s.Min || v > s.Max) << i
		}
	}
	return rows
}

// either is the bits that are set in any value.
func (c *column) either() uint64 {
	a, b := int64(0), int64(0)
	for i := 0; i < len(c); i += 4 {
		a |= c[i] | c[i+1]
		b |= c[i+2] | c[i+3]
	}
	return uint64(a | b)
}

// within reports whether every value lies between two that are not negative.
func (c *column) within(least, most int64) bool {
	a, b := int64(0), int64(0)
	for i := 0; i < len(c); i += 2 {
		v, w := c[i], c[i+1]
		a |= (v - least) | (most - v) // one is negative unless v lies between; neither overflows then
		b |= (w - least) | (most - w)
	}
	return a|b >= 0
}

// passed is the rows whose value has passed last, and is not negative.
func (c *column) passed(last int64) uint64 {
	low, high := uint64(0), uint64(0)
	for i := len(c)/2 - 1; i >= 0; i-- {
		low = low*2 + uint64(last-c[i])>>63
		high = high*2 + uint64(last-c[i+len(c)/2])>>63
	}
	return low | high<<(len(c)/2)
}

// derive works out what is derived, but for some rows.
func (b *Batch) derive(but uint64) {
	if !b.derived {
		return
	}
	for slot := b.p.Given; slot < len(b.p.Slots); slot++ {
		d, to := b.p.Slots[slot].derived, &b.room[slot]
		of, by := b.columns[d.of], b.columns[d.by]
		if of == nil || by == nil {
			continue // nothing that is needed
		}
		b.columns[slot] = to
		for i := range to {
			if but>>i&1 == 0 {
				to[i] = d.at(of[i], by[i])
			}
		}
	}
}

// test finds for every node the rows where it holds.
func (b *Batch) test() {
	copy(b.holds, b.least)
	for i := range b.passes {
		x := &b.passes[i]
		rows := b.columns[x.slot].passed(x.last)
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
func (b *Batch) combine(g *GroupCode, rows uint64, depth int) *column {
	sum := &b.sums[depth]
	*sum = column{}
	for _, i := range g.Benefits {
		code, left := &b.p.Benefits[i], rows
		for _, n := range code.pricedNodes {
			left &= b.holds[n]
		}
		if g.Sum {
			b.add(code, left, sum)
		} else {
			b.raise(code, left, sum)
		}
	}
	for i := range g.Groups {
		for r, v := range b.combine(&g.Groups[i], rows, depth+1) {
			sum[r] = g.join(sum[r], v)
		}
	}
	if g.Cap < NoLimit {
		for r := range sum {
			sum[r] = min(sum[r], g.Cap)
		}
	}
	return sum
}

// add adds to the rows what a benefit comes to.
func (b *Batch) add(code *BenefitCode, rows uint64, sum *column) {
	for ; rows != 0; rows &= rows - 1 {
		r := bits.TrailingZeros64(rows) & 63
		sum[r] += b.amount(code, r)
	}
}

// raise raises the rows to what a benefit comes to.
func (b *Batch) raise(code *BenefitCode, rows uint64, sum *column) {
	for ; rows != 0; rows &= rows - 1 {
		r := bits.TrailingZeros64(rows) & 63
		sum[r] = max(sum[r], b.amount(code, r))
	}
}

// amount is what a benefit comes to in a row.
func (b *Batch) amount(code *BenefitCode, r int) (sum int64) {
	for i := range code.Parts {
		v := int64(0)
		if slot := code.Parts[i].Slot; slot >= 0 {
			v = b.columns[slot][r&63]
		}
		sum += code.Parts[i].At(v)
	}
	return min(sum, code.Cap)
}
