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
		if f.lo[s] == f.hi[s] {
			continue
		}
		lo, hi := f.lo[s], f.hi[s]
		for c := range p.Slots[s].cells() {
			f.lo[s], f.hi[s] = p.Slots[s].cell(c)
			p.each(f, slots[i+1:], visit)
		}
		f.lo[s], f.hi[s] = lo, hi
		return
	}
	p.run(f)
	visit()
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
	s.explore(0)
	a.Award.Min, a.Award.Max = s.least, s.most
	for _, slot := range p.Order {
		if a.asked.has(slot) {
			a.Questions = append(a.Questions, slot)
		}
	}
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
	s.p.run(s.f)
	least, most := s.p.combine(s.f, s.g)
	if least == most {
		s.reach(least, most)
		return mix(1, uint64(least))
	}
	clear(s.f.seen)
	mark := s.group(s.g, 0)
	for i, slot := range s.p.Entangled[depth:] {
		if s.f.seen.has(slot) {
			return s.branch(slot, depth+i+1)
		}
	}
	s.reach(least, most)
	s.f.asked.join(s.f.seen)
	return mark
}

// open reports whether the slot can still take more than one cell.
func (s *searcher) open(slot int) bool { return s.f.lo[slot] != s.f.hi[slot] }

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
	cells := &s.p.Slots[slot]
	lo, hi := s.f.lo[slot], s.f.hi[slot]
	same, mark, whole := true, uint64(0), mix(2, uint64(slot))
	for c := range cells.cells() {
		s.f.lo[slot], s.f.hi[slot] = cells.cell(c)
		m := s.explore(depth)
		if c == 0 {
			mark = m
		}
		same = same && m == mark
		whole = mix(whole, m)
	}
	s.f.lo[slot], s.f.hi[slot] = lo, hi
	if same {
		return mark
	}
	s.f.asked.add(slot)
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
	for _, k := range code.Priced {
		mark = s.node(mark, s.p.Conditions[k].Node)
	}
	mark = mix(mark, uint64(s.f.most[b]))
	slot := code.Schedule.Slot
	if slot < 0 || !s.open(slot) {
		return mark
	}
	lo, hi := s.f.lo[slot], s.f.hi[slot]
	least, most := code.Schedule.Range(lo, hi)
	if least = max(least, floor); least == most {
		return mark
	}
	s.f.seen.add(slot)
	return mix(mix(mark, uint64(least)), uint64(lo))
}

// node marks what is open below a node, and notes its slots as
// seen.
func (s *searcher) node(mark uint64, node int) uint64 {
	if s.f.truth[node] != Open {
		return mark
	}
	n := &s.p.Nodes[node]
	if n.Op == Within || n.Op == Among {
		s.f.seen.add(n.Slot)
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
		mark = s.node(mark, k)
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
func (b set) join(other set) {
	for i, w := range other {
		b[i] |= w
	}
}
