package rulefile

import "mingce/calc"

// places remembers where in the lists of a rulebook each id stands, so that a
// rulebook of a thousand benefits is not gone through for each of its names.
type places struct {
	measures, conditions, benefits place
}

// A place remembers one list, which grows while it is looked up in.
type place struct {
	at   map[string]int // the first of each id
	seen int            // how much of the list is in at
}

// of is the index of an id in the list, negative when it is not there.
func of[T any](x *place, list []T, id string, name func(*T) string) int {
	i, ok := x.at[id]
	if x.at == nil || x.seen > len(list) || ok && name(&list[i]) != id {
		// Entries have been taken out.
		*x = place{at: make(map[string]int, len(list))}
	}
	for ; x.seen < len(list); x.seen++ {
		entry := name(&list[x.seen])
		if _, twice := x.at[entry]; !twice {
			x.at[entry] = x.seen
		}
	}
	if i, ok = x.at[id]; !ok {
		return -1
	}
	return i
}

// conditionOf is the condition with an id, nil when the version has none.
func (l *loader) conditionOf(id string) *calc.Condition {
	i := of(&l.places.conditions, l.rb.Conditions, id, func(c *calc.Condition) string { return c.ID })
	if i < 0 {
		return nil
	}
	return &l.rb.Conditions[i]
}

// benefitOf is the benefit with an id, nil when the version has none.
func (l *loader) benefitOf(id string) *calc.Benefit {
	i := of(&l.places.benefits, l.rb.Benefits, id, func(b *calc.Benefit) string { return b.ID })
	if i < 0 {
		return nil
	}
	return &l.rb.Benefits[i]
}

// measureOf is the input or quantity with an id, nil when there is none.
func (l *loader) measureOf(id string) *calc.Input {
	i := of(&l.places.measures, l.measures, id, func(in *calc.Input) string { return in.ID })
	if i < 0 {
		return nil
	}
	return &l.measures[i]
}
