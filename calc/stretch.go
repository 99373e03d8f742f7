package calc

import "slices"

// A stretch is values of one input between which the same benefits pay: what
// is paid rises there, or stays.
type stretch struct{ from, to point }

// A point is what is paid at one value, and who pays it.
type point struct {
	v, award int64
	pays     []int
}

// A stretcher cuts the range of an input into stretches.
type stretcher struct {
	prober
	out []stretch
}

func (p *Program) stretches(s Situation, input, of int) *stretcher {
	return &stretcher{prober: prober{p: p, trial: slices.Clone(s), input: input, of: of, a: p.NewAssessment()}}
}

// all cuts the whole range of the input.
func (c *stretcher) all() []stretch {
	slot := &c.p.Slots[c.input]
	from := slot.Min
	for _, edge := range append(c.p.edges(c.trial, c.input), slot.Max+1) {
		c.split(c.at(from), c.at(edge-1))
		from = edge
	}
	return c.out
}

func (c *stretcher) at(v int64) point {
	award := c.prober.at(v)[0]
	if c.of != Whole {
		return point{v, award, nil}
	}
	return point{v, award, slices.Clone(c.a.Pays)}
}

// split cuts a stretch between two edges until the same benefits pay at both
// of its ends: within one cell every amount is flat or rises in a line, so
// two of them change places at most once.
func (c *stretcher) split(from, to point) {
	if from.v == to.v || slices.Equal(from.pays, to.pays) {
		c.out = append(c.out, stretch{from, to})
		return
	}
	lo, hi := from, to
	for hi.v-lo.v > 1 {
		mid := c.at(lo.v + (hi.v-lo.v)/2)
		if slices.Equal(mid.pays, from.pays) {
			lo = mid
		} else {
			hi = mid
		}
	}
	c.out = append(c.out, stretch{from, lo})
	c.split(hi, to)
}
