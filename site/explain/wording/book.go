package wording

import (
	"slices"

	"mingce/calc"
	"mingce/site/explain/phrase"
)

// A Book is every sentence that the explanation of an assessment may need, and
// the numbers that choose between them. Its JSON is what the script of the
// calculator page reads; the order of all lists is that of the rulebook.
type Book struct {
	Say        map[string]Sentence `json:"say"`
	Given      int                 `json:"given"`    // cells of a situation
	Measures   []Measure           `json:"measures"` // inputs, then what is derived
	Readings   []Reading           `json:"readings"`
	Conditions []Condition         `json:"conditions"`
	Benefits   []Benefit           `json:"benefits"`
	Principle  string              `json:"principle"` // of the combination
	Ways       []Way               `json:"ways"`      // the first that applies counts
}

// A Measure is an input or a derived quantity.
type Measure struct {
	Told    Sentence `json:"told"`
	Short   string   `json:"short"`
	Wanted  string   `json:"wanted,omitempty"` // of an input
	Kind    string   `json:"kind"`             // as [KindName]
	Unit    string   `json:"unit,omitempty"`
	Options []string `json:"options,omitempty"` // of what is chosen: its answers in words
	Min     Number   `json:"min,omitempty"`     // of an input
	Max     Number   `json:"max,omitempty"`
	Cuts    []Number `json:"cuts,omitempty"`    // of what is measured: where some test or amount changes
	Derived []int    `json:"derived,omitempty"` // how, of which two
}

// A Reading is what is said of one that is taken in some way.
type Reading struct {
	Taken   []string `json:"taken,omitempty"` // as the text is read here, then its alternatives
	Settled bool     `json:"settled,omitempty"`
}

// A Condition is its test and the authority that decides it.
type Condition struct {
	Test      Test   `json:"test"`
	Awaiting  string `json:"awaiting,omitempty"`
	Principle string `json:"principle,omitempty"`
}

// A Test is a list for compactness; its first entry is the number of its Op.
//
//	[bound, measure, side, at, within, beyond]
//	[oneOf, measure, [values]]
//	[reading, index, taken, words]
//	[all, any or not, [tests]]
//	[atLeast, [tests], n, counted]
type Test []any

// A Benefit is what is said of one.
type Benefit struct {
	Name   string  `json:"name"`
	Gives  string  `json:"gives,omitempty"` // of a benefit without an amount
	Needs  []int   `json:"needs"`
	Nears  []int   `json:"nears"` // measured inputs it hangs on, in the order nearest changes are looked for
	Amount *Amount `json:"amount,omitempty"`
}

// An Amount is the pieces of its measure, or parts.
type Amount struct {
	Measure     *int     `json:"measure,omitempty"` // none of a fixed sum
	Pieces      [][]any  `json:"pieces,omitempty"`  // from, words, pay; then, where it moves: origin, every, num, den, base, its den, paid
	Parts       []Amount `json:"parts,omitempty"`
	Cap         Number   `json:"cap,omitempty"`
	Instalments [][]any  `json:"instalments,omitempty"` // percent, words
}

// A Way combines benefits, in force while the cell Slot is As; Slot is -1 for
// always.
type Way struct {
	Slot  int    `json:"slot"`
	As    Number `json:"as"`
	Group Group  `json:"group"`
}

// A Group combines benefits and smaller groups.
type Group struct {
	Sum      bool    `json:"sum,omitempty"`
	Cap      Number  `json:"cap"`
	Benefits []int   `json:"benefits"`
	Groups   []Group `json:"groups,omitempty"`
}

// Of gathers the sentences of a program.
func Of(p *calc.Program) *Book {
	g := gatherer{p: p, book: phrase.New(p.Rulebook), at: map[string]int{}}
	b := &Book{
		Say: sentences(), Given: p.Given, Principle: p.Rulebook.Combination.Principle,
		Readings: []Reading{}, Conditions: []Condition{}, // lists for the script, where there is none too
	}
	for i := range p.Rulebook.Inputs {
		g.at[p.Rulebook.Inputs[i].ID] = i
		b.Measures = append(b.Measures, g.input(i))
	}
	for i := range p.Rulebook.Derived {
		d := &p.Rulebook.Derived[i]
		g.at[d.ID] = len(p.Rulebook.Inputs) + i
		b.Measures = append(b.Measures, g.derived(d, p.Given+i))
	}
	for i := range p.Rulebook.Readings {
		b.Readings = append(b.Readings, g.reading(&p.Rulebook.Readings[i]))
	}
	for i := range p.Rulebook.Conditions {
		c := &p.Rulebook.Conditions[i]
		out := Condition{Test: g.test(&c.Test), Principle: c.Principle}
		if c.By != "" {
			out.Awaiting = Awaiting(c.By)
		}
		b.Conditions = append(b.Conditions, out)
	}
	for i := range p.Rulebook.Benefits {
		b.Benefits = append(b.Benefits, g.benefit(i))
	}
	for _, w := range p.Award {
		b.Ways = append(b.Ways, Way{w.Slot, Number(w.As), group(w.Group)})
	}
	return b
}

func group(from calc.GroupCode) Group {
	out := Group{Sum: from.Sum, Cap: Number(from.Cap), Benefits: slices.Clone(from.Benefits)}
	for _, g := range from.Groups {
		out.Groups = append(out.Groups, group(g))
	}
	return out
}
