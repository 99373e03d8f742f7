package calc

import "slices"

// A Segment is a stretch of the award as a function of one input, all else
// staying as it is: from From to To the award goes from At to End, in a
// straight line but for the rounding to whole 分.
type Segment struct {
	From, To int64 // values of the input, both included
	At, End  int64 // 分: the award at From and at To
	Pays     []int // benefits that pay it
}

// Curve returns the award as a function of one measured input over its whole
// range, as exact segments in order. What is unknown besides stays unknown;
// the award is then the certain one. A segment ends where a bound is reached,
// where the paying benefit changes, or where the slope does.
func (p *Program) Curve(s Situation, input int) []Segment {
	return merged(p.curve(s, input, whole).segments())
}

// whole stands for the award, where a benefit could be named.
const whole = -1

// A curve is the award, or what one benefit comes to, as a function of one
// input.
type curve struct {
	p     *Program
	trial Situation
	input int
	of    int // the benefit, or whole
	a     *Assessment
	out   []Segment
}

func (p *Program) curve(s Situation, input, of int) *curve {
	return &curve{p: p, trial: slices.Clone(s), input: input, of: of, a: p.NewAssessment()}
}

// segments cuts the whole range of the input.
func (c *curve) segments() []Segment {
	slot := &c.p.Slots[c.input]
	from := slot.Min
	for _, edge := range append(c.p.edges(c.trial, c.input), slot.Max+1) {
		c.split(c.at(from), c.at(edge-1))
		from = edge
	}
	return c.out
}

// A point of the curve: the amount at one value of the input, and who pays it.
type point struct {
	v, award int64
	pays     []int
}

func (c *curve) at(v int64) point {
	c.trial[c.input] = v
	c.p.Assess(c.trial, c.a)
	if c.of != whole {
		return point{v, c.a.Benefits[c.of].Min, nil}
	}
	return point{v, c.a.Award.Min, slices.Clone(c.a.Pays)}
}

// split cuts a stretch between two edges until the same benefits pay at both
// of its ends: within one cell every amount is flat or rises in a line, so
// two of them change places at most once.
func (c *curve) split(from, to point) {
	if from.v == to.v || slices.Equal(from.pays, to.pays) {
		c.out = append(c.out, Segment{from.v, to.v, from.award, to.award, from.pays})
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
	c.out = append(c.out, Segment{from.v, lo.v, from.award, lo.award, from.pays})
	c.split(hi, to)
}

// merged joins flat segments that carry on at the same height.
func merged(list []Segment) (out []Segment) {
	for _, s := range list {
		if n := len(out); n > 0 && out[n-1].flat(s.At) && s.flat(s.At) && slices.Equal(out[n-1].Pays, s.Pays) {
			out[n-1].To = s.To
			continue
		}
		out = append(out, s)
	}
	return out
}

func (s Segment) flat(at int64) bool { return s.At == at && s.End == at }
