package calc

import (
	"cmp"
	"math/bits"
	"slices"
)

// The award of a highest group for known inputs: the benefits stand against
// one another, the one that can pay most first. A check that fails takes out
// every benefit that needs it, one that holds is not made again.

// A contest is the plain group of a way to combine, made ready for that.
type contest struct {
	checks  []check
	dead    []uint64 // per check: the benefits that need it
	needs   []uint64 // per benefit: its checks
	members []*BenefitCode
}

// contests prepares the ways to combine of which nothing speaks against it.
func (p *Program) contests() {
	p.contested = make([]*contest, len(p.Award))
	for i := range p.Award {
		if g := &p.Award[i].Group; g.plain() && p.Given == len(p.Slots) && len(g.Benefits) <= 64 {
			p.contested[i] = p.contest(g)
		}
	}
}

// contest prepares a group; nil when it has more than 64 checks.
func (p *Program) contest(g *GroupCode) *contest {
	c := &contest{}
	for _, b := range g.Benefits {
		c.members = append(c.members, &p.Benefits[b])
	}
	slices.SortStableFunc(c.members, func(a, b *BenefitCode) int { return cmp.Compare(b.Top, a.Top) })
	needed := map[check]uint64{}
	for i, b := range c.members {
		for _, k := range b.quick {
			if needed[k] == 0 {
				c.checks = append(c.checks, k)
			}
			needed[k] |= 1 << i
		}
	}
	if len(c.checks) > 64 {
		return nil
	}
	slices.SortStableFunc(c.checks, func(a, b check) int {
		// What is quick to try comes first, then what takes out most.
		return cmp.Or(cmp.Compare(min(a.node, 0), min(b.node, 0)),
			cmp.Compare(bits.OnesCount64(needed[b]), bits.OnesCount64(needed[a])))
	})
	c.needs = make([]uint64, len(c.members))
	for k, x := range c.checks {
		c.dead = append(c.dead, needed[x])
		for i := range c.members {
			c.needs[i] |= needed[x] >> i & 1 << k
		}
	}
	return c
}

// award is the highest amount; ok is false as soon as an unknown is met.
func (c *contest) award(p *Program, values []int64) (top int64, ok bool) {
	alive, held := uint64(1)<<len(c.members)-1, uint64(0)
	for alive != 0 {
		i := bits.TrailingZeros64(alive)
		b := c.members[i]
		if b.Top <= top {
			break // nor can any behind it pay more
		}
		if rest := c.needs[i] &^ held; rest != 0 {
			k := bits.TrailingZeros64(rest)
			switch c.checks[k].try(p, values) {
			case Open:
				return 0, false
			case Holds:
				held |= 1 << k
			default:
				alive &^= c.dead[k]
			}
			continue
		}
		v, known := b.known(values)
		if !known {
			return 0, false
		}
		top = max(top, v)
		alive &= alive - 1
	}
	return top, true
}

// try is the truth of one check.
func (c *check) try(p *Program, values []int64) Truth {
	if c.node >= 0 {
		return p.holdsAt(c.node, values)
	}
	switch v := values[c.slot]; {
	case uint64(v-c.lo) <= c.span:
		return Holds
	case v == Unknown:
		return Open
	}
	return Fails
}
