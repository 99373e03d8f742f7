// Package reference describes every rule of a rulebook on a page of its own:
// what it asks, what it gives, on which words it stands, what it leans on and
// which worked cases hang on it.
//
// [Pages] is a pure function of the rulebook and its cases. The pages are data
// for whoever renders them; [Page.Markdown] renders them plainly.
package reference

import (
	"slices"

	"mingce/calc"
	"mingce/site/explain/phrase"
	"mingce/site/rulefile"
)

// A Kind says what a page is about; it is also the folder it is in.
type Kind string

// The kinds of pages, in the order of the index.
const (
	Benefit     Kind = "benefit"
	Condition   Kind = "condition"
	Input       Kind = "input"
	Derived     Kind = "derived"
	Reading     Kind = "reading"
	Combination Kind = "combination"
)

// Chinese is what a kind is called.
func (k Kind) Chinese() string {
	return map[Kind]string{
		Benefit: "奖补项目", Condition: "条件", Input: "问题", Derived: "推算的数", Reading: "解释口径", Combination: "合成方式",
	}[k]
}

// A Page describes one rule.
type Page struct {
	Kind    Kind
	ID      string
	Title   string
	Facts   []Fact   // what there is to say in a word
	Formula []string // the test, or the amount, in words
	Cites   []calc.Citation
	Links   []Links
	Cases   []Case
}

// A Fact is one labelled line.
type Fact struct{ Label, Text string }

// Links are the rules of one kind that a rule has to do with, under a title.
type Links struct {
	Title string
	To    []Link
}

// A Link leads to another page.
type Link struct {
	Kind  Kind
	ID    string
	Title string
}

// A Case is a worked case that hangs on the rule.
type Case struct{ Name, Why, Award string }

// Pages describes every rule, kind by kind, each in the rulebook's order. p is
// the compiled rulebook, cases are its own.
func Pages(p *calc.Program, cases []rulefile.Case) []Page {
	w := &writer{p: p, rb: p.Rulebook, book: phrase.New(p.Rulebook), cases: cases}
	var pages []Page
	for i := range w.rb.Benefits {
		pages = append(pages, w.benefit(i))
	}
	for i := range w.rb.Conditions {
		pages = append(pages, w.condition(i))
	}
	for i := range w.rb.Inputs {
		pages = append(pages, w.input(i))
	}
	for i := range w.rb.Derived {
		pages = append(pages, w.derived(&w.rb.Derived[i]))
	}
	for i := range w.rb.Readings {
		pages = append(pages, w.reading(i))
	}
	return append(pages, w.combination())
}

type writer struct {
	p     *calc.Program
	rb    *calc.Rulebook
	book  *phrase.Book
	cases []rulefile.Case
}

// add appends what is not empty.
func (p *Page) fact(label, text string) {
	if text != "" {
		p.Facts = append(p.Facts, Fact{label, text})
	}
}

func (p *Page) cite(cites ...calc.Citation) {
	for _, c := range cites {
		if c.Clause != "" && !slices.Contains(p.Cites, c) {
			p.Cites = append(p.Cites, c)
		}
	}
}

func (p *Page) link(title string, to []Link) {
	if len(to) > 0 {
		p.Links = append(p.Links, Links{title, to})
	}
}

// pick collects links to those of a list that match.
func pick[T any](list []T, link func(*T) Link, match func(*T) bool) (out []Link) {
	for i := range list {
		if match(&list[i]) {
			out = append(out, link(&list[i]))
		}
	}
	return out
}

func toBenefit(b *calc.Benefit) Link     { return Link{Benefit, b.ID, b.Name} }
func toCondition(c *calc.Condition) Link { return Link{Condition, c.ID, c.Words} }
func toInput(in *calc.Input) Link        { return Link{Input, in.ID, in.Short} }
func toDerived(d *calc.Derived) Link     { return Link{Derived, d.ID, d.Short} }
func toReading(r *calc.Reading) Link     { return Link{Reading, r.ID, r.Text} }

func (w *writer) readings(ids []string) []Link {
	return pick(w.rb.Readings, toReading, func(r *calc.Reading) bool { return slices.Contains(ids, r.ID) })
}

// measures links to inputs and derived quantities by id.
func (w *writer) measures(ids []string) []Link {
	return append(
		pick(w.rb.Inputs, toInput, func(in *calc.Input) bool { return slices.Contains(ids, in.ID) }),
		pick(w.rb.Derived, toDerived, func(d *calc.Derived) bool { return slices.Contains(ids, d.ID) })...)
}
