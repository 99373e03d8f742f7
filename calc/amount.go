package calc

import "cmp"

// amount lowers an amount to the schedules whose sum it is.
func (c *compiler) amount(id string, a *Amount) (parts []Schedule) {
	if len(a.Parts) > 0 {
		for i := range a.Parts {
			if len(a.Parts[i].Parts) > 0 {
				c.fail("benefit %q: a part has parts", id)
				continue
			}
			parts = append(parts, c.amount(id, &a.Parts[i])...)
		}
		return parts
	}
	if a.Fixed > 0 && a.Fixed <= MaxValue {
		return []Schedule{{Slot: -1, Pieces: []Piece{{Base: a.Fixed, Every: 1, Den: 1}}}}
	}
	s := Schedule{Slot: c.find(c.inputs, "input", a.Input)}
	switch {
	case len(c.errs) > 0:
	case a.Share != nil:
		c.share(id, a.Share, &s)
	case a.Step != nil:
		c.step(id, a.Step, &s)
	case len(a.Bands) > 0:
		c.bands(id, a.Bands, &s)
	case len(a.Options) > 0:
		c.options(id, a, &s)
	case len(a.Tiers) > 0:
		c.tiers(id, a.Tiers, &s)
	default:
		c.fail("benefit %q: amount %d", id, a.Fixed)
	}
	return []Schedule{s}
}

// flat adds a constant piece.
func (s *Schedule) flat(from, pay int64) {
	s.Pieces = append(s.Pieces, Piece{From: from, Base: pay, Every: 1, Den: 1})
}

func (c *compiler) share(id string, sh *Share, s *Schedule) {
	if !fraction(sh.Num, sh.Den) || sh.Cap <= 0 || sh.Floor < 0 || sh.Floor > sh.Cap || sh.Above < 0 {
		c.fail("benefit %q: share %d/%d of what exceeds %d, %d to %d", id, sh.Num, sh.Den, sh.Above, sh.Floor, sh.Cap)
		return
	}
	// Beyond the slot's range nothing need be told apart.
	end := c.p.Slots[s.Slot].Max + 1
	from, top := sh.Above, min(end, reach(sh.Cap, end, sh))
	if sh.Floor > 0 {
		// The least is paid from the first 分 that counts.
		s.flat(from+1, sh.Floor)
		from = reach(sh.Floor, end, sh)
	}
	if from < top {
		s.Pieces = append(s.Pieces, Piece{From: from, Origin: sh.Above, Every: 1, Num: sh.Num, Den: sh.Den})
	}
	if top < end {
		s.flat(top, sh.Cap)
	}
}

// fraction reports whether num/den lies above 0 and not above 1, with a
// denominator small enough that nothing overflows.
func fraction(num, den int64) bool { return num > 0 && num <= den && den <= 1_000_000 }

// reach is the least value whose share comes to pay, or end when that lies
// further off: Above + pay·Den/Num, rounded up.
func reach(pay, end int64, sh *Share) int64 {
	all := Piece{Origin: sh.Above, Every: 1, Num: sh.Num, Den: sh.Den}
	if end <= sh.Above || all.At(end) < pay {
		return end
	}
	return sh.Above + pay/sh.Num*sh.Den + (pay%sh.Num*sh.Den+sh.Num-1)/sh.Num
}

func (c *compiler) step(id string, st *Step, s *Schedule) {
	if st.Every <= 0 || st.Pay <= 0 || st.Pay > MaxValue || st.Cap <= 0 {
		c.fail("benefit %q: %d for every %d up to %d", id, st.Pay, st.Every, st.Cap)
		return
	}
	steps := c.p.Slots[s.Slot].Max / st.Every
	full := steps
	if st.Cap < NoLimit {
		full = min(steps, (st.Cap-1)/st.Pay) // the last step paid whole
	}
	if full > MaxValue/st.Pay {
		c.fail("benefit %q: the steps can come to more than %d", id, int64(MaxValue))
		return
	}
	s.Pieces = []Piece{{Every: st.Every, Num: st.Pay, Den: 1}}
	if full < steps {
		s.flat((full+1)*st.Every, st.Cap)
	}
}

func (c *compiler) bands(id string, bands []Band, s *Schedule) {
	base := int64(0)
	for i, b := range bands {
		if !fraction(b.Num, b.Den) || i > 0 && b.From <= bands[i-1].From {
			c.fail("benefit %q: band %d", id, i+1)
			return
		}
		if i > 0 {
			last := bands[i-1]
			width := b.From - last.From
			if width%last.Den*last.Num%last.Den != 0 {
				c.fail("benefit %q: band %d does not come to whole 分", id, i)
			}
			base += width/last.Den*last.Num + width%last.Den*last.Num/last.Den
		}
		s.Pieces = append(s.Pieces, Piece{From: b.From, Base: base, Origin: b.From, Every: 1, Num: b.Num, Den: b.Den})
	}
}

func (c *compiler) options(id string, a *Amount, s *Schedule) {
	if s.Slot >= len(c.rb.Inputs) || c.rb.Inputs[s.Slot].Kind != Choice {
		c.fail("benefit %q: %q is no choice", id, a.Input)
		return
	}
	pays := map[string]int64{}
	for _, o := range a.Options {
		pays[o.Option] = o.Pay
		if o.Pay < 0 || o.Pay > MaxValue {
			c.fail("benefit %q: option %q", id, o.Option)
		}
	}
	for i, o := range c.rb.Inputs[s.Slot].Options {
		s.flat(int64(i), pays[o.ID])
		delete(pays, o.ID)
	}
	if len(pays) > 0 {
		c.fail("benefit %q: an option that %q does not have", id, a.Input)
	}
}

func (c *compiler) tiers(id string, tiers []Tier, s *Schedule) {
	slot := &c.p.Slots[s.Slot]
	for i, t := range tiers {
		if t.Pay < 0 || t.Pay > MaxValue || t.Under <= t.From || i > 0 && t.From != tiers[i-1].Under {
			c.fail("benefit %q: tier %d", id, i+1)
			return
		}
		s.flat(t.From*slot.halves(), t.Pay)
	}
	if last := tiers[len(tiers)-1].Under; last != NoLimit && last*slot.halves() <= slot.Max {
		s.flat(last*slot.halves(), 0)
	}
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
	code := GroupCode{Sum: g.Sum, Cap: cmp.Or(max(g.Cap, 0), NoLimit)}
	for _, id := range g.Members {
		b := c.find(c.benefits, "benefit", id)
		if len(c.errs) == 0 && len(c.p.Benefits[b].Parts) == 0 {
			c.fail("benefit %q has no amount to combine", id)
		}
		code.Benefits = append(code.Benefits, b)
	}
	for i := range g.Groups {
		code.Groups = append(code.Groups, c.group(&g.Groups[i]))
	}
	return code
}
