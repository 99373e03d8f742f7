package calc

// schedule lowers an amount to pieces.
func (c *compiler) schedule(b *Benefit) *Schedule {
	a := b.Amount
	switch {
	case a.Share != nil:
		return c.share(b.ID, a)
	case len(a.Tiers) > 0:
		return c.tiers(b.ID, a)
	}
	if a.Fixed <= 0 || a.Fixed > MaxValue {
		c.fail("benefit %q: amount %d", b.ID, a.Fixed)
	}
	return &Schedule{Slot: -1, Pieces: []Piece{{Base: a.Fixed, Den: 1}}}
}

func (c *compiler) share(id string, a *Amount) *Schedule {
	s := &Schedule{Slot: c.find(c.inputs, "input", a.Input)}
	sh := a.Share
	if sh.Num <= 0 || sh.Den < sh.Num || sh.Den > 1_000_000 || sh.Cap <= 0 {
		c.fail("benefit %q: share %d/%d up to %d", id, sh.Num, sh.Den, sh.Cap)
		return s
	}
	s.Pieces = []Piece{{Num: sh.Num, Den: sh.Den}}
	if top := s.Pieces[0].At(c.p.Slots[s.Slot].Max); sh.Cap <= top {
		// The first value whose share reaches the cap: Cap·Den/Num, rounded up.
		from := sh.Cap/sh.Num*sh.Den + (sh.Cap%sh.Num*sh.Den+sh.Num-1)/sh.Num
		s.Pieces = append(s.Pieces, Piece{From: from, Base: sh.Cap, Den: 1})
	}
	return s
}

func (c *compiler) tiers(id string, a *Amount) *Schedule {
	s := &Schedule{Slot: c.find(c.inputs, "input", a.Input)}
	for i, t := range a.Tiers {
		if t.Pay < 0 || t.Pay > MaxValue || t.Under <= t.From || i > 0 && t.From != a.Tiers[i-1].Under {
			c.fail("benefit %q: tier %d", id, i+1)
		}
		s.Pieces = append(s.Pieces, Piece{From: t.From, Base: t.Pay, Den: 1})
	}
	if last := a.Tiers[len(a.Tiers)-1].Under; last != NoLimit && last <= c.p.Slots[s.Slot].Max {
		s.Pieces = append(s.Pieces, Piece{From: last, Den: 1})
	}
	return s
}

// combination lowers the ways in which amounts become one award.
func (c *compiler) combination() {
	k := &c.rb.Combination
	c.p.Always, c.p.Combined = c.mask(c.rb.Always), c.mask(k.Readings)
	for i := range k.Variants {
		v := &k.Variants[i]
		c.p.Award = append(c.p.Award, Choosing{
			Slot: c.readingSlot(v.Reading), As: c.alternative(v.Reading, v.Alternative), Group: c.group(&v.Group),
		})
	}
	c.p.Award = append(c.p.Award, Choosing{Slot: -1, Group: c.group(&k.Group)})
}

func (c *compiler) group(g *Group) GroupCode {
	code := GroupCode{Sum: g.Sum, Cap: g.Cap}
	if g.Cap <= 0 {
		code.Cap = NoLimit
	}
	for _, id := range g.Members {
		b := c.find(c.benefits, "benefit", id)
		if len(c.errs) == 0 && c.p.Benefits[b].Schedule == nil {
			c.fail("benefit %q has no amount to combine", id)
		}
		code.Benefits = append(code.Benefits, b)
	}
	for i := range g.Groups {
		code.Groups = append(code.Groups, c.group(&g.Groups[i]))
	}
	return code
}
