package calc

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
)

// Compile turns a rulebook into a program. The loader has held the rulebook to
// its text before; what is refused here is what could not run: a name that
// means nothing, a value outside its range, more than 64 readings or options.
func Compile(rb *Rulebook) (*Program, error) {
	c := &compiler{rb: rb, p: &Program{Rulebook: rb, Limit: runLimit}, seen: map[string]int{}, roots: map[int]bool{}}
	c.index()
	c.slots()
	c.derived()
	for i := range rb.Conditions {
		c.leaf(&rb.Conditions[i].Test)
	}
	c.sortLeaves()
	for i := range rb.Conditions {
		c.condition(&rb.Conditions[i])
	}
	for i := range rb.Benefits {
		c.benefit(&rb.Benefits[i])
	}
	c.combination()
	if err := errors.Join(c.errs...); err != nil {
		return nil, err
	}
	c.tangle()
	c.joint()
	c.dependents()
	c.order()
	c.shorten()
	for i := range c.p.Benefits {
		b := &c.p.Benefits[i]
		b.quick = c.p.checks(b)
		b.needNodes, b.pricedNodes = c.p.nodesOf(b.Needs), c.p.nodesOf(b.Priced)
	}
	c.p.contests()
	return c.p, nil
}

// runLimit keeps an assessment within some hundredths of a second: it is a
// hundred times what the first policy takes when nothing is known.
const runLimit = 20_000

// A compiler holds what only matters while compiling.
type compiler struct {
	rb    *Rulebook
	p     *Program
	errs  []error
	seen  map[string]int // node by its content: equal tests are one node
	roots map[int]bool   // nodes that are a condition's

	inputs, readings, conditions, benefits map[string]int
}

func (c *compiler) fail(format string, args ...any) {
	c.errs = append(c.errs, fmt.Errorf(format, args...))
}

// index maps the ids of every table to their places.
func (c *compiler) index() {
	c.inputs = indexOf(c, "input", c.rb.Inputs, func(x *Input) string { return x.ID })
	c.readings = indexOf(c, "reading", c.rb.Readings, func(x *Reading) string { return x.ID })
	c.conditions = indexOf(c, "condition", c.rb.Conditions, func(x *Condition) string { return x.ID })
	c.benefits = indexOf(c, "benefit", c.rb.Benefits, func(x *Benefit) string { return x.ID })
	if len(c.rb.Readings) > 64 {
		c.fail("more than 64 readings")
	}
}

func indexOf[T any](c *compiler, kind string, list []T, id func(*T) string) map[string]int {
	m := make(map[string]int, len(list))
	for i := range list {
		name := id(&list[i])
		if _, twice := m[name]; twice || name == "" {
			c.fail("%s id %q empty or used twice", kind, name)
		}
		m[name] = i
	}
	return m
}

// find resolves a name or notes that it means nothing.
func (c *compiler) find(m map[string]int, kind, id string) int {
	i, ok := m[id]
	if !ok {
		c.fail("no %s %q", kind, id)
		return 0
	}
	return i
}

func (c *compiler) slots() {
	for i := range c.rb.Inputs {
		in := &c.rb.Inputs[i]
		s := Slot{Min: in.Min, Max: in.Max}
		switch in.Kind {
		case Bool:
			s = Slot{Min: 0, Max: 1}
		case Choice:
			s = Slot{Min: 0, Max: int64(len(in.Options) - 1)}
		}
		if s.Min > s.Max || s.Min < 0 || s.Max > MaxValue || in.Kind == Choice && s.Max > 63 {
			c.fail("input %q: range %d to %d", in.ID, s.Min, s.Max)
		}
		c.p.Slots = append(c.p.Slots, s)
	}
	for i := range c.rb.Readings {
		c.p.Slots = append(c.p.Slots, Slot{Max: int64(len(c.rb.Readings[i].Alternatives))})
	}
}

// MaxValue bounds every value and amount, in units: 10^13 yuan in 分. Sums of
// thousands of amounts stay far from overflow.
const MaxValue = 1_000_000_000_000_000

func (c *compiler) readingSlot(id string) int {
	return len(c.rb.Inputs) + c.find(c.readings, "reading", id)
}

// mask is the set of the readings named.
func (c *compiler) mask(ids []string) (m uint64) {
	for _, id := range ids {
		m |= 1 << c.find(c.readings, "reading", id)
	}
	return m
}

// node adds a node unless an equal one is there.
func (c *compiler) node(n Node) int {
	key := fmt.Sprint(n)
	if i, ok := c.seen[key]; ok {
		return i
	}
	c.p.Nodes = append(c.p.Nodes, n)
	c.seen[key] = len(c.p.Nodes) - 1
	return c.seen[key]
}

// leaf adds the nodes on slots before all others, so that those of one slot
// can be brought together.
func (c *compiler) leaf(t *Test) {
	if len(t.Of) == 0 {
		c.test("", t)
	}
	for i := range t.Of {
		c.leaf(&t.Of[i])
	}
}

// sortLeaves brings the nodes of each slot together.
func (c *compiler) sortLeaves() {
	slices.SortStableFunc(c.p.Nodes, func(a, b Node) int { return cmp.Compare(a.Slot, b.Slot) })
	for i, n := range c.p.Nodes {
		c.seen[fmt.Sprint(n)] = i
	}
}

// test lowers a test to nodes and returns its root.
func (c *compiler) test(where string, t *Test) int {
	switch t.Op {
	case OpBound:
		slot := c.find(c.inputs, "input", t.Input)
		lo, hi := span(t.Bound, &c.p.Slots[slot])
		return c.node(Node{Op: Within, Slot: slot, Lo: lo, Hi: hi})
	case OpOneOf:
		return c.oneOf(where, c.find(c.inputs, "input", t.Input), t.Values)
	case OpReading:
		return c.oneOf(where, c.readingSlot(t.Reading), []int64{c.alternative(t.Reading, t.Alternative)})
	}
	n := Node{Op: Tally, Need: t.N}
	for i := range t.Of {
		n.Kids = append(n.Kids, c.test(where, &t.Of[i]))
	}
	switch t.Op {
	case OpAll:
		n.Need = len(n.Kids)
	case OpAny:
		n.Need = 1
	case OpNot:
		n.Op, n.Need = Not, 0
	}
	if len(n.Kids) == 0 || n.Op == Not && len(n.Kids) > 1 || n.Need < 0 || n.Need > len(n.Kids) || t.Op > OpAtLeast {
		c.fail("%s: malformed test", where)
	}
	if n.Op == Tally && len(n.Kids) == 1 && n.Need == 1 {
		return n.Kids[0]
	}
	return c.node(n)
}

// span is a bound as a closed range of the slot's values.
func span(b Bound, s *Slot) (lo, hi int64) {
	at := b.At * s.halves()
	switch b.Side {
	case AtLeast:
		return at, s.Max
	case Over:
		return at + 1, s.Max
	case AtMost:
		return s.Min, at
	}
	return s.Min, at - 1
}

// oneOf is a test for single values; one value needs no set.
func (c *compiler) oneOf(where string, slot int, values []int64) int {
	n := Node{Op: Among, Slot: slot}
	for _, v := range values {
		if v < 0 || v > c.p.Slots[slot].Max || v > 63 {
			c.fail("%s: value %d out of range", where, v)
			continue
		}
		n.Set |= 1 << v
	}
	if len(values) == 1 {
		return c.node(Node{Op: Within, Slot: slot, Lo: values[0], Hi: values[0]})
	}
	return c.node(n)
}

// alternative is the value of a reading's slot that stands for id; the
// reading taken, "", is 0.
func (c *compiler) alternative(reading, id string) int64 {
	if id == "" {
		return 0
	}
	r := &c.rb.Readings[c.find(c.readings, "reading", reading)]
	k := slices.IndexFunc(r.Alternatives, func(o Option) bool { return o.ID == id })
	if k < 0 {
		c.fail("reading %q has no alternative %q", reading, id)
	}
	return int64(k + 1)
}

func (c *compiler) condition(k *Condition) {
	node := c.test("condition "+k.ID, &k.Test)
	if c.roots[node] {
		// Conditions may share a test, but not a node: each has its own readings.
		c.p.Nodes = append(c.p.Nodes, Node{Op: Tally, Need: 1, Kids: []int{node}})
		node = len(c.p.Nodes) - 1
	}
	c.roots[node] = true
	c.p.Conditions = append(c.p.Conditions, Clause{Node: node, Readings: c.mask(k.Readings)})
}

func (c *compiler) benefit(b *Benefit) {
	code := BenefitCode{Readings: c.mask(b.Readings)}
	for _, id := range b.Needs {
		code.Needs = append(code.Needs, c.find(c.conditions, "condition", id))
	}
	for _, k := range code.Needs {
		code.Readings |= c.p.Conditions[k].Readings
	}
	if b.Amount != nil {
		code.Readings |= c.mask(b.Amount.Readings)
		code.Parts, code.Cap = c.amount(b.ID, b.Amount), NoLimit
		if b.Amount.Cap > 0 {
			code.Cap = b.Amount.Cap
		}
		for i := range b.Amount.Parts {
			code.Readings |= c.mask(b.Amount.Parts[i].Readings)
		}
		if len(c.errs) == 0 {
			c.price(&code)
		}
	}
	c.p.Benefits = append(c.p.Benefits, code)
}

// price folds conditions on the slot of the only part into the part, so that
// the slot occurs once and the range of the amount is exact.
func (c *compiler) price(code *BenefitCode) {
	for _, k := range code.Needs {
		n := c.p.Nodes[c.p.Conditions[k].Node]
		if part := &code.Parts[0]; len(code.Parts) == 1 && n.Op == Within && n.Slot == part.Slot {
			part.clip(n.Lo, n.Hi, c.p.Slots[n.Slot])
			continue
		}
		code.Priced = append(code.Priced, k)
	}
	for i := range code.Parts {
		lo, hi := int64(0), int64(0)
		if s := code.Parts[i].Slot; s >= 0 {
			lo, hi = c.p.Slots[s].Min, c.p.Slots[s].Max
		}
		_, most := code.Parts[i].Range(lo, hi)
		code.Top += most
	}
	code.Top = min(code.Top, code.Cap)
}

// clip makes the schedule pay nothing outside lo to hi.
func (s *Schedule) clip(lo, hi int64, slot Slot) {
	var out []Piece
	for i, p := range s.Pieces {
		next := NoLimit
		if i+1 < len(s.Pieces) {
			next = s.Pieces[i+1].From
		}
		if next <= lo || p.From > hi {
			continue
		}
		p.From = max(p.From, lo)
		out = append(out, p)
	}
	if hi < slot.Max {
		out = append(out, Piece{From: hi + 1, Every: 1, Den: 1})
	}
	s.Pieces = out
}
