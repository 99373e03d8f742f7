package calc

// run works out everything derived, every node, benefit and amount from the
// values the inputs may have. Each result is exact for slots that occur in it
// once.
func (p *Program) run(f *frame) {
	p.derive(f)
	for i := range p.Nodes {
		f.truth[i] = p.step(f, &p.Nodes[i])
	}
	for i := range p.Benefits {
		p.price(f, i)
		p.weigh(f, i)
	}
}

// runAward works out what the award hangs on, and leaves the rest as it was.
func (p *Program) runAward(f *frame) {
	p.derive(f)
	for _, i := range p.awarding.nodes {
		f.truth[i] = p.step(f, &p.Nodes[i])
	}
	for _, i := range p.awarding.benefits {
		p.price(f, i)
		p.grant(f, i)
	}
}

// weigh works out one benefit from the truth of the nodes and its price.
func (p *Program) weigh(f *frame, i int) {
	b := &p.Benefits[i]
	f.holds[i] = f.all(b.needNodes)
	f.least[i], f.most[i] = 0, 0
	if len(b.Parts) > 0 {
		p.grant(f, i)
	}
}

// grant works out what a benefit comes to from the truth of the nodes and its
// price.
func (p *Program) grant(f *frame, i int) {
	f.least[i], f.most[i] = 0, 0
	switch f.all(p.Benefits[i].pricedNodes) {
	case Holds:
		f.least[i] = f.price[i].least
		fallthrough
	case Open:
		f.most[i] = f.price[i].most
	}
}

// A prices is the range of a benefit's amount, its conditions aside.
type prices struct{ least, most int64 }

// price works out the range of a benefit's amount.
func (p *Program) price(f *frame, i int) {
	b, so := &p.Benefits[i], prices{}
	for k := range b.Parts {
		l, m := b.Parts[k].over(f)
		so.least, so.most = so.least+l, so.most+m
	}
	f.price[i] = prices{min(so.least, b.Cap), min(so.most, b.Cap)}
}

// over is the range of a part's amount.
func (s *Schedule) over(f *frame) (least, most int64) {
	if s.Slot < 0 {
		return s.Range(0, 0)
	}
	return s.Range(f.lo[s.Slot], f.hi[s.Slot])
}

// nodesOf are the nodes of several conditions.
func (p *Program) nodesOf(conditions []int) []int {
	nodes := make([]int, len(conditions))
	for i, k := range conditions {
		nodes[i] = p.Conditions[k].Node
	}
	return nodes
}

// all is the truth of several nodes together.
func (f *frame) all(nodes []int) Truth {
	t := Holds
	for _, i := range nodes {
		switch f.truth[i] {
		case Fails:
			return Fails
		case Open:
			t = Open
		}
	}
	return t
}

// step works out one node from the slots or from nodes before it.
func (p *Program) step(f *frame, n *Node) Truth {
	switch n.Op {
	case Within:
		lo, hi := f.lo[n.Slot], f.hi[n.Slot]
		switch {
		case lo >= n.Lo && hi <= n.Hi:
			return Holds
		case hi < n.Lo || lo > n.Hi:
			return Fails
		}
		return Open
	case Among:
		return among(n.Set, f.lo[n.Slot], f.hi[n.Slot])
	case Not:
		return f.truth[n.Kids[0]].not()
	}
	return p.tally(f, n)
}

// tally is the truth of “at least Need of Kids hold”.
func (p *Program) tally(f *frame, n *Node) Truth {
	holds, open := 0, 0
	for _, k := range n.Kids {
		switch f.truth[k] {
		case Holds:
			holds++
		case Open:
			open++
		}
	}
	switch {
	case holds >= n.Need:
		return Holds
	case holds+open < n.Need:
		return Fails
	}
	return Open
}

// not turns a truth round; open stays open.
func (t Truth) not() Truth {
	switch t {
	case Holds:
		return Fails
	case Fails:
		return Holds
	}
	return Open
}

// among is the truth of “the value, lo to hi, is in set”.
func among(set uint64, lo, hi int64) Truth {
	// The bits lo to hi; a shift by 64 gives 0, as wanted for hi = 63.
	all := uint64(1)<<(hi+1) - uint64(1)<<lo
	switch set & all {
	case all:
		return Holds
	case 0:
		return Fails
	}
	return Open
}

// combine adds up or compares what the members of a group come to.
func (p *Program) combine(f *frame, g *GroupCode) (least, most int64) {
	for _, b := range g.Benefits {
		least, most = g.join(least, f.least[b]), g.join(most, f.most[b])
	}
	for i := range g.Groups {
		l, m := p.combine(f, &g.Groups[i])
		least, most = g.join(least, l), g.join(most, m)
	}
	return min(least, g.Cap), min(most, g.Cap)
}
