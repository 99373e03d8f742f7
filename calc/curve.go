package calc

// A Segment is a stretch of what is paid as a function of one input, all else
// staying as it is: over the values From to To, both included, the least and
// the most go in a straight line, but for the rounding to whole 分.
type Segment struct {
	From, To int64 // in the unit of the input
	Min, Max Rise
}

// A Rise is where a line starts and ends.
type Rise struct {
	At, End int64 // 分, at From and at To
}

// Whole stands for the award where a benefit could be named.
const Whole = -1

// CurveRows is the most segments that a curve is divided into; the last one
// then covers what is left, whatever its shape.
const CurveRows = 1024

// Curve returns what benefit of, or with Whole the award, comes to as a
// function of one measured input over its whole range, in order and without
// gaps. What else is unknown in s stays unknown: Min and Max are then the
// least and the most over all of its completions. A segment ends where a bound
// is reached, a step of 每满 is full, or the slope changes because another
// benefit or a cap takes over. The value of the input in s does not matter.
func (p *Program) Curve(s Situation, input, of int) []Segment {
	c := curver{
		prober: prober{p: p, trial: append(Situation{}, s...), input: input, of: of, a: p.NewAssessment()},
		period: p.Period(input), edges: p.Edges(input),
	}
	slot := &p.Slots[input]
	for from := slot.Min; from <= slot.Max; {
		next := c.next(s, from)
		c.split(from, next-1)
		from = next
	}
	return c.out
}

// A prober answers for one value of the input after the other.
type prober struct {
	p     *Program
	trial Situation
	input int
	of    int // the benefit, or Whole
	a     *Assessment
}

// at is the least and the most at one value of the input.
func (c *prober) at(v int64) [2]int64 {
	c.trial[c.input] = v
	c.p.Assess(c.trial, c.a)
	o := c.a.Award
	if c.of != Whole {
		o = c.a.Benefits[c.of]
	}
	return [2]int64{o.Min, o.Max}
}

type curver struct {
	prober
	period int64
	edges  []int64
	out    []Segment
}

// next is the first value above from at which a new cell begins, or the end.
func (c *curver) next(s Situation, from int64) int64 {
	next := c.p.Slots[c.input].Max + 1
	for _, e := range c.edges {
		if e > from {
			next = min(next, e)
		}
	}
	c.p.crossings(s, c.input, func(e int64) {
		if e > from {
			next = min(next, e)
		}
	})
	return next
}

// crossings visits the values of the input at which a quantity derived from
// it crosses one of its cuts; where the other input it is derived from is
// unknown, those for both ends of its range.
func (p *Program) crossings(s Situation, input int, visit func(edge int64)) {
	for i := p.Given; i < len(p.Slots); i++ {
		d := p.Slots[i].derived
		if d.of != input && d.by != input || d.of == d.by {
			continue
		}
		other := d.of + d.by - input
		ends := [2]int64{s[other], s[other]}
		if s[other] == Unknown {
			ends = [2]int64{p.Slots[other].Min, p.Slots[other].Max}
		}
		for _, cut := range p.Slots[i].Cuts {
			for _, v := range ends {
				if e, ok := p.crossing(input, d, v, cut); ok {
					visit(e)
				}
			}
		}
	}
}

// split divides a stretch within one cell until it is straight.
func (c *curver) split(from, to int64) {
	a, b := c.at(from), c.at(to)
	if m, bent := c.bent(from, to, a, b); bent && len(c.out) < CurveRows-1 {
		c.split(from, m)
		c.split(m+1, to)
		return
	}
	s := Segment{from, to, Rise{a[0], b[0]}, Rise{a[1], b[1]}}
	if n := len(c.out); n > 0 && c.out[n-1].flat() && s.flat() && c.out[n-1].Min == s.Min && c.out[n-1].Max == s.Max {
		c.out[n-1].To = to
		return
	}
	c.out = append(c.out, s)
}

func (s Segment) flat() bool { return s.Min.At == s.Min.End && s.Max.At == s.Max.End }

// bent reports whether a stretch is bent, and the last value before the bend.
func (c *curver) bent(from, to int64, a, b [2]int64) (int64, bool) {
	if to-from < 2 {
		return 0, false
	}
	mid := from + (to-from)/2
	m := c.at(mid)
	if a == b && a == m {
		return 0, false
	}
	for k := range m {
		if at, bent := c.bend(from, to, mid, k, a[k], m[k], b[k]); bent {
			return at, true
		}
	}
	return 0, false
}

// bend looks at the slopes at both ends of a stretch. Points that lie whole
// periods apart differ by the slope exactly, whatever is rounded.
func (c *curver) bend(from, to, mid int64, k int, a, m, b int64) (int64, bool) {
	n := (to - from) / c.period
	if n < 4 {
		x, y := c.at(from + (mid-from)/2)[k], c.at(mid + (to-mid)/2)[k]
		return mid, to-from > 4 && (off(a, m, b) || off(a, x, m) || off(m, y, b))
	}
	last, half := c.at(from + n*c.period)[k], c.at(from + n/2*c.period)[k]
	first := c.at(from + c.period)[k] - a
	final := last - c.at(from + (n-1)*c.period)[k]
	turn := final - first
	if turn == 0 && last-a == first*n && half-a == first*(n/2) {
		// Straight, unless it bends in what is left of a period.
		return from + n*c.period, b-c.at(to - c.period)[k] != final
	}
	if turn == 0 {
		return mid, true
	}
	// Where the line through the first point meets the one through the last.
	over := a + final*n - last
	at := from + over/turn*c.period + over%turn*c.period/turn
	if at < from || at >= to {
		at = mid
	}
	return at, true
}

// off reports whether the middle of three points lies off the line.
func off(a, m, b int64) bool { return max(2*m-a-b, a+b-2*m) > CurveRounding }

// CurveRounding is what rounding can make of a line between points closer
// than its period, in 分: bends smaller than that are not told apart there.
const CurveRounding = 6

// longPeriod bounds a period: longer ones are treated as that, and their
// curves bisected.
const longPeriod = 100_000_000

// Period is the distance in which every amount that rises with the input
// rises by whole 分.
func (p *Program) Period(input int) int64 {
	period := int64(1)
	for b := range p.Benefits {
		for _, part := range p.Benefits[b].Parts {
			if part.Slot < 0 {
				continue
			}
			times := int64(0)
			if d := p.Slots[part.Slot].derived; part.Slot == input {
				times = 1
			} else if d != nil && (d.of == input || d.by == input) {
				if times = 1; d.how == Product {
					times = 10_000
				}
			}
			for _, piece := range part.Pieces {
				if times > 0 && piece.Num > 0 && piece.Every == 1 {
					period = min(period/gcd(period, piece.Den*times)*piece.Den*times, longPeriod)
				}
			}
		}
	}
	return period
}

func gcd(a, b int64) int64 {
	for b > 0 {
		a, b = b, a%b
	}
	return a
}

// manySteps is how many steps of a 每满 amount its curve shows one by one.
const manySteps = 256

// Edges are the values of an input at which, by itself, a new cell of its
// curve begins: its cuts, and the steps of amounts by 每满.
func (p *Program) Edges(input int) []int64 {
	edges := append([]int64{}, p.Slots[input].Cuts...)
	for b := range p.Benefits {
		for _, part := range p.Benefits[b].Parts {
			if part.Slot != input {
				continue
			}
			for i, piece := range part.Pieces {
				end := p.Slots[input].Max
				if i+1 < len(part.Pieces) {
					end = min(end, part.Pieces[i+1].From-1)
				}
				for k := 0; piece.Every > 1 && piece.Num > 0 && k < manySteps; k++ {
					e := piece.Origin + ((piece.From-piece.Origin)/piece.Every+int64(k)+1)*piece.Every
					if e > end {
						break
					}
					edges = append(edges, e)
				}
			}
		}
	}
	return edges
}
