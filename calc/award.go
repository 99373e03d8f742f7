package calc

// The award alone, for many cases: every benefit is left at the first
// condition that fails, or at once when it cannot exceed what another one of
// a highest group gave.

// AwardOf returns the award for a situation of which all is known that decides
// it; ok is false when something unknown does, and Assess must answer. It says
// nothing of single benefits, and takes a fraction of the time.
func (p *Program) AwardOf(s Situation) (award int64, ok bool) {
	if p.Given < len(p.Slots) {
		return p.awardDerived(s)
	}
	way := p.way(s)
	if c := p.contested[way]; c != nil {
		if award, ok := c.award(p, s); ok {
			return award, true
		}
	}
	return p.awardOf(&p.Award[way].Group, s)
}

// awardDerived works out the derived slots first.
func (p *Program) awardDerived(s Situation) (award int64, ok bool) {
	values := make([]int64, len(p.Slots))
	copy(values, s)
	for i := p.Given; i < len(p.Slots); i++ {
		d := p.Slots[i].derived
		values[i] = Unknown
		if values[d.of] != Unknown && values[d.by] != Unknown {
			values[i] = d.at(values[d.of], values[d.by])
		}
	}
	return p.awardOf(p.group(s), values)
}

// A check is one condition of a benefit: a range of one slot, or a node.
type check struct {
	slot int
	lo   int64
	span uint64 // the values lo to lo+span hold
	node int    // where the slot alone does not decide; else negative
}

// checks lists what a benefit's amount hangs on, in the order of its needs.
func (p *Program) checks(b *BenefitCode) (list []check) {
	var add func(node int)
	add = func(node int) {
		n := &p.Nodes[node]
		switch {
		case n.Op == Within && n.Lo <= n.Hi:
			list = append(list, check{n.Slot, n.Lo, uint64(n.Hi - n.Lo), -1})
		case n.Op == Tally && n.Need == len(n.Kids):
			for _, k := range n.Kids {
				add(k)
			}
		default:
			list = append(list, check{node: node})
		}
	}
	for _, k := range b.Priced {
		add(p.Conditions[k].Node)
	}
	return list
}

func (p *Program) awardOf(g *GroupCode, values []int64) (sum int64, ok bool) {
	for _, b := range g.Benefits {
		code := &p.Benefits[b]
		if !g.Sum && code.Top <= sum {
			continue
		}
		holds := p.passes(code, values)
		if holds == Open {
			return 0, false
		}
		if holds == Fails {
			continue
		}
		v, known := code.known(values)
		if !known {
			return 0, false
		}
		sum = g.join(sum, v)
	}
	for i := range g.Groups {
		v, known := p.awardOf(&g.Groups[i], values)
		if !known {
			return 0, false
		}
		sum = g.join(sum, v)
	}
	return min(sum, g.Cap), true
}

// passes tries a benefit's checks until one fails. An unknown leaves it open
// unless a later one fails.
func (p *Program) passes(b *BenefitCode, values []int64) Truth {
	t := Holds
	for i := range b.quick {
		c := &b.quick[i]
		if c.node >= 0 {
			switch p.holdsAt(c.node, values) {
			case Fails:
				return Fails
			case Open:
				t = Open
			}
			continue
		}
		v := values[c.slot]
		if uint64(v-c.lo) <= c.span {
			continue
		}
		if v != Unknown {
			return Fails
		}
		t = Open
	}
	return t
}

// holdsAt is the truth of a node for values known or not.
func (p *Program) holdsAt(node int, values []int64) Truth {
	n := &p.Nodes[node]
	switch n.Op {
	case Within, Among:
		v := values[n.Slot]
		switch {
		case v == Unknown:
			return Open
		case n.Op == Within && v >= n.Lo && v <= n.Hi, n.Op == Among && n.Set>>v&1 != 0:
			return Holds
		}
		return Fails
	case Not:
		return p.holdsAt(n.Kids[0], values).not()
	}
	holds, open := 0, 0
	for i, k := range n.Kids {
		switch p.holdsAt(k, values) {
		case Holds:
			if holds++; holds >= n.Need {
				return Holds
			}
		case Open:
			open++
		}
		if holds+open+len(n.Kids)-i-1 < n.Need {
			return Fails
		}
	}
	if holds+open < n.Need {
		return Fails
	}
	if holds >= n.Need {
		return Holds
	}
	return Open
}

// known is what the benefit comes to, if the values it is priced by are known.
func (b *BenefitCode) known(values []int64) (int64, bool) {
	for i := range b.Parts {
		if s := b.Parts[i].Slot; s >= 0 && values[s] == Unknown {
			return 0, false
		}
	}
	return b.at(values), true
}
