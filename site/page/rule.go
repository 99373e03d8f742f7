package page

import (
	"slices"

	"mingce/calc"
	"mingce/site/policy"
)

// A Manual is what the pages on rules share: which rules they are of, and the
// way to each other.
type Manual struct {
	Doc      Doc
	Version  string
	InForce  string // when the rules apply, in words; may be empty
	Rules    string // address of the list of all rules
	Coverage string // address of the text with the rules that stand on it
	Batch    string // address where a whole list is assessed
}

// A Rule is the reference page of one benefit: whom it asks what, what must
// hold, how much it comes to, on which words, and the worked cases.
type Rule struct {
	Frame
	Manual
	Benefit    Benefit
	Formula    []string
	Conditions []Requirement
	Inputs     []Asked
	Derived    []Derived
	Readings   []Reading
	Examples   []Example
}

// A Requirement is a condition with its test in words.
type Requirement struct {
	ID, Words, Test string
	By, Principle   string
	Cite            Cite
	Of              []Link // the benefits that need it, where the page is not one's own
}

// An Asked is an input as a list shows it.
type Asked struct {
	ID, Short, Ask, Help, By string
	Cite                     Cite
}

// A Derived is a quantity worked out from two inputs.
type Derived struct {
	ID, Short, How string
	Cite           Cite
}

// An Example is a worked case.
type Example struct {
	Name, Award, Why string
}

// A Catalogue is the list of all rules of a policy.
type Catalogue struct {
	Frame
	Manual
	Benefits   []Link
	Combined   []string // how several become one, in words
	Principle  string
	Cite       Cite // of the combination
	Conditions []Requirement
	Inputs     []Asked
	Derived    []Derived
	Readings   []Reading
	NotCoded   []Omission
}

// An Omission is words of the text that no rule computes, and why.
type Omission struct {
	Cite   Cite
	Reason string
}

// FillRule lays out the i-th benefit of a rules.book.
func (r *Rule) FillRule(rules *calc.Rulebook, i int, d *policy.Document) {
	s := newSheet(rules, d, r.Doc.Address)
	from := &rules.Benefits[i]
	r.Benefit = s.benefit(i, nil)
	u := used{readings: slices.Clone(from.Readings)}
	for _, id := range from.Needs {
		at := slices.IndexFunc(rules.Conditions, func(c calc.Condition) bool { return c.ID == id })
		if at < 0 {
			continue
		}
		c := &rules.Conditions[at]
		r.Conditions = append(r.Conditions, s.requirement(c))
		u.test(&c.Test)
		u.readings = append(u.readings, c.Readings...)
	}
	if from.Amount != nil {
		if len(from.Amount.Tiers) == 0 || len(from.Amount.Instalments) > 0 { // a table of tiers says it
			r.Formula = s.book.Amount(from.Amount)
		}
		u.amount(from.Amount)
	}
	u.sources(rules)
	named := func(ids []string, id string) bool { return slices.Contains(ids, id) }
	for i := range rules.Inputs {
		if in := &rules.Inputs[i]; named(u.measures, in.ID) {
			r.Inputs = append(r.Inputs, s.asked(in))
		}
	}
	for i := range rules.Derived {
		if q := &rules.Derived[i]; named(u.measures, q.ID) {
			r.Derived = append(r.Derived, s.derived(q))
		}
	}
	for i := range rules.Readings {
		if named(u.readings, rules.Readings[i].ID) {
			r.Readings = append(r.Readings, s.reading(i))
		}
	}
}

// used is what a rule names.
type used struct {
	measures, readings []string
}

func (u *used) test(t *calc.Test) {
	if t.Input != "" {
		u.measures = append(u.measures, t.Input)
	}
	if t.Reading != "" {
		u.readings = append(u.readings, t.Reading)
	}
	for i := range t.Of {
		u.test(&t.Of[i])
	}
}

func (u *used) amount(a *calc.Amount) {
	u.measures, u.readings = append(u.measures, a.Input), append(u.readings, a.Readings...)
	for i := range a.Parts {
		u.amount(&a.Parts[i])
	}
}

// sources adds the inputs that a derived quantity follows from.
func (u *used) sources(rules *calc.Rulebook) {
	for i := range rules.Derived {
		if q := &rules.Derived[i]; slices.Contains(u.measures, q.ID) {
			u.measures = append(u.measures, q.Of, q.By)
		}
	}
}

func (s sheet) requirement(c *calc.Condition) Requirement {
	return Requirement{ID: c.ID, Words: c.Words, Test: s.book.Test(&c.Test), By: c.By, Principle: c.Principle, Cite: s.cite(c.Cite)}
}

func (s sheet) asked(in *calc.Input) Asked {
	return Asked{ID: in.ID, Short: in.Short, Ask: in.Question, Help: in.Help, By: in.By, Cite: s.cite(in.Cite)}
}

func (s sheet) derived(d *calc.Derived) Derived {
	return Derived{ID: d.ID, Short: d.Short, How: s.book.How(d), Cite: s.cite(d.Cite)}
}

// FillCatalogue lays out all rules of a rules.book.
func (c *Catalogue) FillCatalogue(rules *calc.Rulebook, d *policy.Document) {
	s := newSheet(rules, d, c.Doc.Address)
	for i := range rules.Benefits {
		b := &rules.Benefits[i]
		c.Benefits = append(c.Benefits, Link{b.Name, c.Rules + b.ID + "/"})
	}
	k := &rules.Combination
	c.Principle, c.Cite = k.Principle, s.cite(k.Cite)
	c.Combined = append(c.Combined, s.book.Group(&k.Group))
	for i := range k.Variants {
		v := &k.Variants[i]
		c.Combined = append(c.Combined, s.book.Reading(v.Reading, v.Alternative)+":"+s.book.Group(&v.Group))
	}
	for i := range rules.Conditions {
		r := s.requirement(&rules.Conditions[i])
		for k := range rules.Benefits {
			if slices.Contains(rules.Benefits[k].Needs, r.ID) {
				r.Of = append(r.Of, c.Benefits[k])
			}
		}
		c.Conditions = append(c.Conditions, r)
	}
	for i := range rules.Inputs {
		c.Inputs = append(c.Inputs, s.asked(&rules.Inputs[i]))
	}
	for i := range rules.Derived {
		c.Derived = append(c.Derived, s.derived(&rules.Derived[i]))
	}
	for i := range rules.Readings {
		c.Readings = append(c.Readings, s.reading(i))
	}
	for _, n := range rules.NotCoded {
		c.NotCoded = append(c.NotCoded, Omission{s.cite(n.Cite), n.Reason})
	}
}
