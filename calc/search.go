package calc

// untangle makes the truth of conditions and the outcome of benefits exact
// where an unknown slot occurs in them more than once.
func (p *Program) untangle(a *Assessment) {
	for i := range p.Tangles {
		if t := &p.Tangles[i]; a.anyOpen(t.Slots) {
			first := true
			p.each(&a.frame, t.Slots, func() {
				p.unite(a, t, first)
				first = false
			})
		}
	}
}

// unite adds what one combination of cells says to what the ones before it
// said.
func (p *Program) unite(a *Assessment, t *Tangle, first bool) {
	for _, k := range t.Conditions {
		if truth := a.truth[p.Conditions[k].Node]; first {
			a.truths[k] = truth
		} else if a.truths[k] != truth {
			a.truths[k] = Open
		}
	}
	for _, b := range t.Benefits {
		o := Outcome{statusOf(a.holds[b]), a.least[b], a.most[b]}
		if so := a.Benefits[b]; !first {
			o.Min, o.Max = min(o.Min, so.Min), max(o.Max, so.Max)
			if o.Status != so.Status {
				o.Status = Undetermined
			}
		}
		a.Benefits[b] = o
	}
}

// anyOpen reports whether one of the slots is unknown.
func (f *frame) anyOpen(slots []int) bool {
	for _, s := range slots {
		if f.lo[s] != f.hi[s] {
			return true
		}
	}
	return false
}

// each runs the program for every combination of cells of the slots that are
// unknown, then puts the frame back.
func (p *Program) each(f *frame, slots []int, visit func()) {
	for i, s := range slots {
		if s >= p.Given {
			p.derive(f)
		}
		if f.lo[s] == f.hi[s] || f.work > p.Limit {
			continue
		}
		free := p.free(f, s)
		for c := range p.Slots[s].cells() {
			if p.confine(f, s, free, c) {
				p.changed(f, s)
				p.each(f, slots[i+1:], visit)
			}
		}
		p.release(f, s, free)
		p.changed(f, s)
		return
	}
	if f.work++; p.Given < len(p.Slots) {
		p.run(f)
	}
	visit()
}

// free is the range that a slot may have before it is confined to a cell.
func (p *Program) free(f *frame, slot int) Slot {
	if slot >= p.Given {
		p.derive(f)
	}
	return Slot{Min: f.lo[slot], Max: f.hi[slot]}
}

// confine narrows a slot to one of its cells; it returns false when no value
// of the free range lies there.
func (p *Program) confine(f *frame, slot int, free Slot, cell int) bool {
	lo, hi := p.Slots[slot].cell(cell)
	if lo, hi = max(lo, free.Min), min(hi, free.Max); lo > hi {
		return false
	}
	p.set(f, slot, lo, hi)
	return true
}

// release gives a slot back the range it had.
func (p *Program) release(f *frame, slot int, free Slot) {
	p.set(f, slot, free.Min, free.Max)
	if slot >= p.Given {
		f.within[slot-p.Given] = p.Slots[slot]
	}
}

func (p *Program) set(f *frame, slot int, lo, hi int64) {
	f.lo[slot], f.hi[slot] = lo, hi
	if slot >= p.Given {
		f.within[slot-p.Given] = Slot{Min: lo, Max: hi}
	}
}

func (s *Slot) cells() int { return len(s.Cuts) + 1 }

// cell returns the least and the greatest value of the slot's i-th cell.
func (s *Slot) cell(i int) (lo, hi int64) {
	lo, hi = s.Min, s.Max
	if i > 0 {
		lo = s.Cuts[i-1]
	}
	if i < len(s.Cuts) {
		hi = s.Cuts[i] - 1
	}
	return lo, hi
}

// search finds the exact bounds of the award and the questions that matter.
// It branches on the entangled slots, in their order, cell by cell; below,
// what is left is a function in which every input occurs once, so bounds are
// exact and two functions are equal when their marks are. A branch whose
// cells all leave the same function does not matter — which makes the walk a
// reduced decision diagram that is never stored.
func (p *Program) search(a *Assessment, g *GroupCode) {
	s := searcher{p: p, f: &a.frame, g: g, first: true}
	clear(a.asked)
	a.mark = s.explore(0)
	a.Award.Min, a.Award.Max = s.least, s.most
}

type searcher struct {
	p           *Program
	f           *frame
	g           *GroupCode
	least, most int64
	first       bool
}

// explore returns the mark of the award as a function of what is unknown,
// branching on the entangled slots from the depth-th on.
func (s *searcher) explore(depth int) uint64 {
	if s.f.work++; s.p.Given < len(s.p.Slots) {
		s.p.runAward(s.f)
	}
	least, most := s.p.combine(s.f, s.g)
	if least == most {
		s.reach(least, most)
		return mix(1, uint64(least))
	}
	clear(s.f.seen)
	mark := s.group(s.g, 0)
	for i, slot := range s.p.Entangled[depth:] {
		if s.f.seen.has(slot) && s.f.work <= s.p.Limit {
			return s.branch(slot, depth+i+1)
		}
	}
	s.reach(least, most)
	s.f.asked.join(s.f.seen)
	if s.f.work > s.p.Limit {
		mark = mix(mark, uint64(s.f.work)) // equal to no other: nothing is left out
	}
	return mark
}

func (s *searcher) reach(least, most int64) {
	if s.first || least < s.least {
		s.least = least
	}
	if s.first || most > s.most {
		s.most = most
	}
	s.first = false
}

// branch tries every cell of a slot; depth is the first to branch on below.
func (s *searcher) branch(slot, depth int) uint64 {
	free := s.p.free(s.f, slot)
	first, same, mark, whole := true, true, uint64(0), mix(2, uint64(slot))
	for c := range s.p.Slots[slot].cells() {
		if !s.p.confine(s.f, slot, free, c) {
			continue
		}
		s.p.changedAward(s.f, slot)
		m := s.explore(depth)
		if first {
			mark, first = m, false
		}
		same = same && m == mark
		whole = mix(mix(whole, m), uint64(c))
	}
	s.p.release(s.f, slot, free)
	s.p.changedAward(s.f, slot)
	if same {
		return mark
	}
	s.ask(slot)
	return whole
}

// group marks what of a group can still change the award, and notes
// its slots as seen. Of a highest group only members that can exceed what is certain count.
func (s *searcher) group(g *GroupCode, floor int64) uint64 {
	least, _ := s.p.combine(s.f, g)
	if !g.Sum {
		floor = max(floor, least)
	}
	mark := mix(3, uint64(max(floor, least)))
	if g.Sum {
		floor = 0
	}
	for _, b := range g.Benefits {
		if s.f.most[b] > max(floor, s.f.least[b]) {
			mark = mix(mark, s.benefit(b, floor))
		}
	}
	for i := range g.Groups {
		if l, m := s.p.combine(s.f, &g.Groups[i]); m > max(floor, l) {
			mark = mix(mark, s.group(&g.Groups[i], floor))
		}
	}
	return mark
}

// benefit marks what is open in a benefit that still counts, and notes its
// slots as seen.
func (s *searcher) benefit(b int, floor int64) uint64 {
	code := &s.p.Benefits[b]
	mark := mix(4, uint64(b))
	for _, node := range code.pricedNodes {
		if s.f.truth[node] == Open {
			mark = s.node(mark, node)
		}
	}
	mark = mix(mark, uint64(s.f.most[b]))
	least, most := s.f.price[b].least, s.f.price[b].most
	if least = max(least, floor); least == most {
		return mark
	}
	mark = mix(mark, uint64(least))
	for i := range code.Parts {
		part := &code.Parts[i]
		if l, m := part.over(s.f); l == m {
			continue
		}
		s.see(part.Slot)
		mark = mix(mark, uint64(s.f.lo[part.Slot]))
	}
	return mark
}

// see notes a slot, and the inputs it is derived from, as one the award may
// hang on.
func (s *searcher) see(slot int) {
	s.f.seen.add(slot)
	if slot < s.p.Given {
		return
	}
	for _, i := range s.p.Inputs(slot) {
		if s.f.unknown.has(i) {
			s.f.seen.add(i)
		}
	}
}

// ask notes that the award hangs on a slot.
func (s *searcher) ask(slot int) {
	for _, i := range s.p.Inputs(slot) {
		if s.f.unknown.has(i) {
			s.f.asked.add(i)
		}
	}
}

// node marks what is open below an open node, and notes its slots as
// seen.
func (s *searcher) node(mark uint64, node int) uint64 {
	n := &s.p.Nodes[node]
	if n.Op == Within || n.Op == Among {
		s.see(n.Slot)
		return mix(mark, uint64(node))
	}
	need := n.Need
	for _, k := range n.Kids {
		if s.f.truth[k] == Holds {
			need--
		}
	}
	mark = mix(mix(mark, uint64(node)), uint64(need))
	for _, k := range n.Kids {
		if s.f.truth[k] == Open {
			mark = s.node(mark, k)
		}
	}
	return mark
}

// mix folds a value into a mark: the finalizer of splitmix64, whose two
// multiplications scatter every bit over the whole word.
func mix(mark, v uint64) uint64 {
	z := mark*0x9e3779b97f4a7c15 + v + 0x632be59bd9b4e019
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

// A set holds small numbers.
type set []uint64

func newSet(n int) set       { return make(set, (n+63)/64) }
func (b set) has(i int) bool { return b[i/64]>>(i%64)&1 != 0 }
func (b set) add(i int)      { b[i/64] |= 1 << (i % 64) }
func (b set) drop(i int)     { b[i/64] &^= 1 << (i % 64) }
func (b set) join(other set) {
	for i, w := range other {
		b[i] |= w
	}
}
