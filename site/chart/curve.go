package chart

import (
	"slices"

	"mingce/calc"
	"mingce/site/explain/phrase"
)

// A Piece is a stretch of an amount as a function of one quantity: over the
// values From to To, both included, it goes from At to End, in 分, in a straight
// line but for the rounding to whole 分.
type Piece struct {
	From, To int64 // in the unit of the quantity
	At, End  int64
	Note     string // how it rises: 20%; for a piece that is not flat
}

// Flat reports whether the amount stays the same over the piece.
func (p Piece) Flat() bool { return p.At == p.End }

// A Curve is an amount over the whole range of a quantity: pieces in order,
// without gaps.
type Curve struct {
	Pieces []Piece
	// Open says that it goes on the same way beyond the pieces: more steps than
	// a picture can show.
	Open bool
}

// most is how many steps of an amount per step are drawn before the rest is
// left to the words.
const most = 24

// Of is an amount as a function of the quantity it is measured by, which goes
// from least to greatest in its unit. The curve is empty for an amount that
// is fixed, paid by option, or made of parts.
func Of(a *calc.Amount, least, greatest int64) Curve {
	b := builder{least: least, greatest: greatest}
	switch {
	case a.Share != nil:
		b.share(a.Share)
	case a.Step != nil:
		b.step(a.Step)
	case len(a.Bands) > 0:
		b.bands(a.Bands)
	case len(a.Tiers) > 0:
		b.flat(least, 0)
		for _, t := range a.Tiers {
			b.flat(t.From, t.Pay)
		}
		if last := a.Tiers[len(a.Tiers)-1].Under; last != calc.NoLimit {
			b.flat(last, 0)
		}
	}
	return b.curve()
}

// A builder collects where the curve changes.
type builder struct {
	least, greatest int64
	from            []int64
	at              []func(int64) int64
	note            []string
	open            bool
}

func (b *builder) add(from int64, note string, at func(int64) int64) {
	// What lies at or below the least value is never reached before it.
	for n := len(b.from); n > 0 && b.from[n-1] >= from; n-- {
		b.from, b.at, b.note = b.from[:n-1], b.at[:n-1], b.note[:n-1]
	}
	if from <= b.greatest {
		b.from, b.at, b.note = append(b.from, from), append(b.at, at), append(b.note, note)
	}
}

func (b *builder) flat(from, pay int64) {
	b.add(max(from, b.least), "", func(int64) int64 { return pay })
}

// slope pays base and num/den of what exceeds origin.
func (b *builder) slope(from, origin, base, num, den int64) {
	b.add(max(from, b.least), phrase.Rate(num, den), func(v int64) int64 { return base + part(v-origin, num, den) })
}

// part is num/den of v, rounded down, without overflow.
func part(v, num, den int64) int64 { return v/den*num + v%den*num/den }

// reach is the least v of which num/den comes to pay.
func reach(pay, num, den int64) int64 { return pay/num*den + (pay%num*den+num-1)/num }

func (b *builder) share(s *calc.Share) {
	b.flat(b.least, 0)
	from := s.Above
	if s.Floor > 0 {
		b.flat(s.Above+1, s.Floor)
		from = s.Above + reach(s.Floor, s.Num, s.Den)
	}
	b.slope(from, s.Above, 0, s.Num, s.Den)
	if s.Cap != calc.NoLimit {
		b.flat(s.Above+reach(s.Cap, s.Num, s.Den), s.Cap)
	}
}

func (b *builder) step(s *calc.Step) {
	b.flat(b.least, 0)
	for n := int64(1); ; n++ {
		switch {
		case s.Cap != calc.NoLimit && n*s.Pay >= s.Cap:
			b.flat(n*s.Every, s.Cap)
			return
		case n > most:
			b.greatest, b.open = n*s.Every-1, true
			return
		case n*s.Every > b.greatest:
			return
		}
		b.flat(n*s.Every, n*s.Pay)
	}
}

func (b *builder) bands(bands []calc.Band) {
	b.flat(b.least, 0)
	base := int64(0)
	for i, band := range bands {
		b.slope(band.From, band.From, base, band.Num, band.Den)
		if i+1 < len(bands) {
			base += part(bands[i+1].From-band.From, band.Num, band.Den)
		}
	}
}

func (b *builder) curve() Curve {
	c := Curve{Open: b.open}
	for i, from := range b.from {
		to := b.greatest
		if i+1 < len(b.from) {
			to = b.from[i+1] - 1
		}
		c.Pieces = append(c.Pieces, Piece{from, to, b.at[i](from), b.at[i](to), b.note[i]})
	}
	// A slope that begins where the flat before it ends is no corner of its own.
	c.Pieces = slices.CompactFunc(c.Pieces, func(a, b Piece) bool { return a.Flat() && b.Flat() && a.At == b.At })
	for i := range c.Pieces[:max(len(c.Pieces)-1, 0)] {
		c.Pieces[i].To = c.Pieces[i+1].From - 1
	}
	return c
}

// Jumps reports whether the amount changes at once anywhere, so that it matters
// on which side of a threshold one is.
func (c Curve) Jumps() bool {
	for i := range c.Pieces[:max(len(c.Pieces)-1, 0)] {
		if jumps(c.Pieces[i], c.Pieces[i+1]) {
			return true
		}
	}
	return false
}
