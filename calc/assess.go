package calc

// A Truth is what is known of a condition.
type Truth uint8

const (
	Fails Truth = iota
	Holds
	Open // hangs on inputs that are unknown
)

// A Status is what can be said of a benefit or of the award.
type Status uint8

const (
	Undetermined Status = iota
	Eligible
	Ineligible
)

// String returns the word of the assess contract.
func (s Status) String() string {
	return [...]string{"undetermined", "eligible", "ineligible"}[s]
}

// An Outcome is what a benefit, or the award, comes to. Min and Max, in 分,
// are the least and the most over all values the unknown inputs can take.
type Outcome struct {
	Status   Status
	Min, Max int64
}

// An Assessment is the answer for one situation. It may be used again for the
// next one; its slices are then overwritten.
type Assessment struct {
	Award     Outcome
	Pays      []int     // benefits that pay the certain amount, Award.Min
	Benefits  []Outcome // one per benefit; Min and Max are 0 without an amount
	Questions []int     // unknown inputs that can still change the award, in the order to ask them
	Readings  uint64    // the readings the answer rests on, by index
	Exact     bool      // bounds and questions are exact; false only when Program.Limit was passed

	p *Program
	frame
}

// Truth is what is known of the k-th condition.
func (a *Assessment) Truth(k int) Truth {
	if n := a.p.Conditions[k].Node; a.complete {
		return Truth(a.bits[n/64] >> (n % 64) & 1)
	}
	return a.truths[k]
}

// A frame holds what is being worked out: for every slot the values it may
// still have, for every node and benefit what follows.
type frame struct {
	complete bool     // the short way was taken
	bits     []uint64 // per node: the short way's truths
	holding  []uint64 // per benefit
	told     []uint64 // per benefit: what Benefits says otherwise than Ineligible with nothing
	paying   int      // the short way's count of benefits that pay something

	truths []Truth // per condition

	lo, hi  []int64 // per slot
	truth   []Truth // per node
	holds   []Truth // per benefit: all of Needs
	least   []int64 // per benefit
	most    []int64
	price   []prices // per benefit
	unknown set      // inputs of which a look knows no single value
	asked   set      // input slots that can still change the award
	seen    set      // those found on the way
	within  []Slot   // per derived slot: the cell that a search has confined it to
	values  []int64  // per slot, derived ones too
	work    int      // runs of the program so far
	mark    uint64   // of the award as a function of what is unknown
	met     findings
}

// NewAssessment returns an assessment with room for the program's answers.
func (p *Program) NewAssessment() *Assessment {
	n := len(p.Benefits)
	a := &Assessment{
		p:         p,
		Pays:      make([]int, 0, n),
		Benefits:  make([]Outcome, n),
		Questions: make([]int, 0, len(p.Slots)),
		frame: frame{
			lo: make([]int64, len(p.Slots)), hi: make([]int64, len(p.Slots)),
			truth: make([]Truth, len(p.Nodes)), truths: make([]Truth, len(p.Conditions)),
			bits: make([]uint64, len(p.Nodes)/64+1), holding: make([]uint64, n/64+1), told: make([]uint64, n/64+1),
			holds: make([]Truth, n),
			least: make([]int64, n), most: make([]int64, n), price: make([]prices, n),
			unknown: newSet(len(p.Slots)), asked: newSet(len(p.Slots)), seen: newSet(len(p.Slots)),
			within: make([]Slot, len(p.Slots)-p.Given), values: make([]int64, len(p.Slots)),
			met: findings{
				truths: make([]Truth, len(p.Conditions)), benefits: make([]Outcome, n), asked: newSet(len(p.Slots)),
				low: make([]int64, len(p.Slots)), high: make([]int64, len(p.Slots)),
				outer: look{make([]Truth, len(p.Conditions)), make([]Outcome, n), Outcome{}, newSet(len(p.Slots))},
			},
		},
	}
	a.tellAll()
	return a
}

// tellAll notes that Benefits may say anything.
func (a *Assessment) tellAll() {
	for w := range a.told {
		a.told[w] = ^uint64(0) >> max(0, (w+1)*64-len(a.Benefits))
	}
}

// Assess answers for one situation, which must hold p.Given values within
// their ranges. The bounds of the award and the questions are exact: Min
// and Max are reached by some completion of what is unknown, and a question is
// asked if and only if, for some completion of the others, its answer changes
// the award; the same holds of benefits and conditions. Only when that would
// take more than p.Limit runs of the program are bounds wider than need be and
// questions too many; Exact is then false.
func (p *Program) Assess(s Situation, a *Assessment) {
	if a.complete = p.point(s, a); a.complete {
		a.Exact = true
		p.settle(s, a)
		return
	}
	a.tellAll()
	for i, v := range s {
		if v == Unknown {
			a.lo[i], a.hi[i] = p.Slots[i].Min, p.Slots[i].Max
			continue
		}
		a.lo[i], a.hi[i] = v, v
	}
	copy(a.within, p.Slots[p.Given:])
	a.work = 0
	group := p.group(s)
	if p.widest(a) >= 0 {
		p.refine(a, group)
	} else {
		p.look(a, group)
	}
	a.Exact = a.work <= p.Limit
	a.Questions = a.Questions[:0]
	for _, slot := range p.Order {
		if a.asked.has(slot) {
			a.Questions = append(a.Questions, slot)
		}
	}
	a.Award.Status = awardStatus(a.Award.Min, a.Award.Max)
	a.Pays = a.Pays[:0]
	if certain := p.certain(a, group); certain == a.Award.Min && certain > 0 {
		a.Pays = p.payers(a, group, a.Pays)
	}
	a.Readings = p.restsOn(a)
}

// look answers for the ranges that the slots of the frame have.
func (p *Program) look(a *Assessment, g *GroupCode) {
	clear(a.unknown)
	for i := range p.Rulebook.Inputs {
		if a.lo[i] != a.hi[i] {
			a.unknown.add(i)
		}
	}
	a.work++
	p.run(&a.frame)
	p.report(a)
	p.untangle(a)
	p.search(a, g)
}

// settle finds the award of a complete situation.
func (p *Program) settle(s Situation, a *Assessment) {
	a.Pays, a.Questions = a.Pays[:0], a.Questions[:0]
	if a.paying == 0 {
		a.Award = Outcome{Status: Ineligible}
		return
	}
	g := p.group(s)
	if g.plain() {
		p.settlePlain(a, g)
		return
	}
	v := p.certain(a, g)
	a.Award = Outcome{awardStatus(v, v), v, v}
	if v > 0 {
		a.Pays = p.payers(a, g, a.Pays)
	}
}

// settlePlain is settle for the highest of benefits.
func (p *Program) settlePlain(a *Assessment, g *GroupCode) {
	v := int64(0)
	for _, b := range g.Benefits {
		v = max(v, a.Benefits[b].Min)
	}
	a.Award = Outcome{awardStatus(v, v), v, v}
	if v == 0 {
		return
	}
	for _, b := range g.Benefits {
		if a.Benefits[b].Min == v {
			a.Pays = insert(a.Pays, b)
		}
	}
}

// plain reports whether the group is the highest of benefits, no more.
func (g *GroupCode) plain() bool { return !g.Sum && g.Cap == NoLimit && len(g.Groups) == 0 }

// group is the way to combine that the situation's readings put in force.
func (p *Program) group(s Situation) *GroupCode { return &p.Award[p.way(s)].Group }

// way is its index.
func (p *Program) way(s Situation) int {
	for i := range p.Award {
		if w := &p.Award[i]; w.Slot < 0 || s[w.Slot] == w.As {
			return i
		}
	}
	return len(p.Award) - 1 // the last way has no slot
}

func awardStatus(least, most int64) Status {
	switch {
	case least > 0:
		return Eligible
	case most == 0:
		return Ineligible
	}
	return Undetermined
}

// report copies what the frame says of conditions and benefits.
func (p *Program) report(a *Assessment) {
	for i := range p.Conditions {
		a.truths[i] = a.truth[p.Conditions[i].Node]
	}
	for i := range a.Benefits {
		a.Benefits[i] = Outcome{statusOf(a.holds[i]), a.least[i], a.most[i]}
	}
}

func statusOf(t Truth) Status {
	switch t {
	case Holds:
		return Eligible
	case Fails:
		return Ineligible
	}
	return Undetermined
}

// certain is what the group surely pays, benefit by benefit.
func (p *Program) certain(a *Assessment, g *GroupCode) (sum int64) {
	for _, b := range g.Benefits {
		sum = g.join(sum, a.Benefits[b].Min)
	}
	for i := range g.Groups {
		sum = g.join(sum, p.certain(a, &g.Groups[i]))
	}
	return min(sum, g.Cap)
}

// join adds one member's amount to what a group comes to.
func (g *GroupCode) join(so, v int64) int64 {
	if g.Sum {
		return so + v
	}
	return max(so, v)
}

// payers appends the benefits whose certain amount makes up the group's.
func (p *Program) payers(a *Assessment, g *GroupCode, out []int) []int {
	top := p.certain(a, &GroupCode{Sum: g.Sum, Cap: NoLimit, Benefits: g.Benefits, Groups: g.Groups})
	for _, b := range g.Benefits {
		if v := a.Benefits[b].Min; v > 0 && (g.Sum || v == top) {
			out = insert(out, b)
		}
	}
	for i := range g.Groups {
		if v := p.certain(a, &g.Groups[i]); v > 0 && (g.Sum || v == top) {
			out = p.payers(a, &g.Groups[i], out)
		}
	}
	return out
}

// insert keeps the benefits in the policy's order.
func insert(list []int, b int) []int {
	list = append(list, b)
	for i := len(list) - 1; i > 0 && list[i] < list[i-1]; i-- {
		list[i], list[i-1] = list[i-1], list[i]
	}
	return list
}

// restsOn collects the readings behind an answer: those of every benefit
// that is not ruled out, of the failing conditions of every other, and of the
// combination once there is something to combine.
func (p *Program) restsOn(a *Assessment) uint64 {
	rests, paying := p.Always, 0
	for i := range p.Benefits {
		b := &p.Benefits[i]
		if a.Benefits[i].Max > 0 {
			paying++
		}
		if a.Benefits[i].Status != Ineligible {
			rests |= b.Readings
			continue
		}
		for _, k := range b.Needs {
			if a.truths[k] == Fails {
				rests |= p.Conditions[k].Readings
			}
		}
	}
	if paying > 1 {
		rests |= p.Combined
	}
	return rests
}
