package wording

import (
	"encoding/json"
	"slices"
	"strconv"

	"mingce/calc"
	"mingce/site/explain/phrase"
)

// A Number is exact in JSON for scripts too: null for no limit, and a string
// beyond what a double holds.
type Number int64

// MarshalJSON writes the number.
func (n Number) MarshalJSON() ([]byte, error) {
	const exact = 1 << 53
	switch {
	case int64(n) == calc.NoLimit || int64(n) == First:
		return []byte("null"), nil
	case n > exact || n < -exact:
		return json.Marshal(strconv.FormatInt(int64(n), 10))
	}
	return strconv.AppendInt(nil, int64(n), 10), nil
}

// KindName is what scripts call a kind.
func KindName(k calc.Kind) string {
	return [...]string{"bool", "choice", "money", "area", "percent", "count", "months", "date", "rate", "span"}[k]
}

// A gatherer gathers the sentences of a program.
type gatherer struct {
	p    *calc.Program
	book *phrase.Book
	at   map[string]int // measures by id
}

func numbers(list []int64) (out []Number) {
	for _, n := range list {
		out = append(out, Number(n))
	}
	return out
}

func (g *gatherer) input(i int) Measure {
	m, slot := g.book.Measure(g.p.Rulebook.Inputs[i].ID), g.p.Slots[i]
	out := Measure{
		Told: Told(g.book, m), Short: m.Short, Wanted: Wanted(m), Kind: KindName(m.Kind), Unit: m.Unit,
		Min: Number(slot.Min), Max: Number(slot.Max),
	}
	switch m.Kind {
	case calc.Bool:
		out.Options = []string{m.Say(0), m.Say(1)}
	case calc.Choice:
		for _, o := range m.Options {
			out.Options = append(out.Options, o.Text)
		}
	default:
		out.Cuts = numbers(slot.Cuts)
	}
	return out
}

func (g *gatherer) derived(d *calc.Derived, slot int) Measure {
	m := g.book.Measure(d.ID)
	return Measure{
		Told: Told(g.book, m), Short: m.Short, Kind: KindName(m.Kind), Unit: m.Unit,
		Cuts: numbers(g.p.Slots[slot].Cuts), Derived: []int{int(d.How), g.at[d.Of], g.at[d.By]},
	}
}

func (g *gatherer) reading(r *calc.Reading) Reading {
	out := Reading{Settled: r.Settled}
	if len(r.Alternatives) > 0 {
		out.Taken = []string{g.book.Reading(r.ID, "")}
	}
	for _, a := range r.Alternatives {
		out.Taken = append(out.Taken, g.book.Reading(r.ID, a.ID))
	}
	return out
}

func (g *gatherer) test(x *calc.Test) Test {
	switch x.Op {
	case calc.OpBound:
		m := g.book.Measure(x.Input)
		return Test{x.Op, g.at[x.Input], x.Bound.Side, Number(x.Bound.At), Within(m, x.Bound), Beyond(m, x.Bound)}
	case calc.OpOneOf:
		return Test{x.Op, g.at[x.Input], x.Values}
	case calc.OpReading:
		i := slices.IndexFunc(g.p.Rulebook.Readings, func(r calc.Reading) bool { return r.ID == x.Reading })
		taken := 1 + slices.IndexFunc(g.p.Rulebook.Readings[i].Alternatives, func(o calc.Option) bool { return o.ID == x.Alternative })
		out := Test{x.Op, i, taken}
		if taken > 0 { // that a reading is taken as it is goes without saying
			out = append(out, g.book.Reading(x.Reading, x.Alternative))
		}
		return out
	}
	of := make([]Test, len(x.Of))
	for i := range x.Of {
		of[i] = g.test(&x.Of[i])
	}
	out := Test{x.Op, of}
	if x.Op == calc.OpAtLeast {
		out = append(out, x.N, Counted(x))
	}
	return out
}

func (g *gatherer) benefit(i int) Benefit {
	from := &g.p.Rulebook.Benefits[i]
	out := Benefit{Name: from.Name, Needs: append([]int{}, g.p.Benefits[i].Needs...), Nears: g.nears(i)}
	if from.Amount == nil {
		out.Gives = from.Gives
	} else {
		out.Amount = g.amount(from, from.Amount)
	}
	return out
}

func (g *gatherer) amount(b *calc.Benefit, a *calc.Amount) *Amount {
	out := &Amount{}
	for _, i := range a.Instalments {
		out.Instalments = append(out.Instalments, []any{i.Percent, Instalment(i)})
	}
	if len(a.Parts) > 0 {
		out.Cap = Number(a.Cap)
		for i := range a.Parts {
			out.Parts = append(out.Parts, *g.amount(b, &a.Parts[i]))
		}
		return out
	}
	if at, ok := g.at[a.Input]; ok {
		out.Measure = &at
	}
	for _, p := range Pieces(g.book, b, a) {
		piece := []any{Number(p.From), p.Words, Number(p.Pay)}
		if p.Den != 0 {
			piece = append(piece, Number(p.Origin), Number(p.Every), Number(p.Num), Number(p.Den))
		}
		if p.Den != 0 && (p.Paid || p.Base != 0) {
			piece = append(piece, p.Paid)
		}
		if p.Base != 0 {
			piece = append(piece, Number(p.Base), Number(p.BaseDen))
		}
		out.Pieces = append(out.Pieces, piece)
	}
	return out
}

// nears lists the measured inputs that a benefit hangs on, as package calc
// looks for the nearest change.
func (g *gatherer) nears(b int) []int {
	out := []int{}
	add := func(slot int) {
		for _, i := range g.p.Inputs(slot) {
			if i < len(g.p.Rulebook.Inputs) && g.p.Rulebook.Inputs[i].Kind.Numeric() && !slices.Contains(out, i) {
				out = append(out, i)
			}
		}
	}
	var leaves func(node int)
	leaves = func(node int) {
		n := &g.p.Nodes[node]
		if n.Op == calc.Within || n.Op == calc.Among {
			add(n.Slot)
		}
		for _, k := range n.Kids {
			leaves(k)
		}
	}
	for _, k := range g.p.Benefits[b].Needs {
		leaves(g.p.Conditions[k].Node)
	}
	for _, part := range g.p.Benefits[b].Parts {
		if part.Slot >= 0 {
			add(part.Slot)
		}
	}
	return out
}
