package page

import (
	"slices"
	"strconv"

	"mingce/calc"
	"mingce/site/guide"
	"mingce/site/policy"
)

// A Guide is the page on how to apply for what the policies grant.
type Guide struct {
	Frame
	Policies []PolicyGuide
}

// A PolicyGuide is how to apply under one policy.
type PolicyGuide struct {
	Doc    Doc
	Routes []Route
	Others []OtherWay
	// Materials says what to hand in; Show, what each benefit asks to be shown.
	Materials Materials
	Show      []Show
	Rules     []Post // on the money, each in the words of the text
}

// A Route is the way an application takes, station by station.
type Route struct {
	ID, Name, Who string
	Steps         []Step
	For           []Link // the benefits that take it
}

// A Step is one station: what is done, by whom.
type Step struct {
	Name, By string
	Cite     Cite
}

// An OtherWay is what is known on benefits that take no route of the text.
type OtherWay struct {
	For  []Link
	By   string // who decides; empty where the text does not say
	Note string
	Cite Cite
}

// Materials is what to hand in.
type Materials struct {
	Note string
	Cite Cite // without address where the text is silent
}

// A Show is what an applicant for one benefit must be able to show, and what
// somebody else decides.
type Show struct {
	For     Link
	Prove   []Asked
	Decided []Asked
}

func number(n int) string { return strconv.Itoa(n) }

// FillGuide lays out how to apply. rules is nil for a policy without.
func (g *PolicyGuide) FillGuide(from *guide.Guide, rules *calc.Rulebook, d *policy.Document) {
	a := applying{doc: g.Doc, text: d, rules: rules}
	for i := range from.Routes {
		r := a.route(&from.Routes[i])
		r.ID = g.Doc.ID + "-" + r.ID
		g.Routes = append(g.Routes, r)
	}
	for i := range from.Others {
		g.Others = append(g.Others, a.other(&from.Others[i]))
	}
	g.Materials = a.materials(from)
	for _, r := range from.Rules {
		g.Rules = append(g.Rules, Post{r.Name, citing(d, g.Doc.Address, r.Cite)})
	}
	if rules == nil {
		return
	}
	for i := range rules.Benefits {
		s := Show{For: Link{rules.Benefits[i].Name, g.Doc.Card(rules.Benefits[i].ID)}}
		s.Prove, s.Decided = provable(rules, i, d, g.Doc)
		g.Show = append(g.Show, s)
	}
}

// An Apply is how to apply for one benefit: its route, or what is known without.
type Apply struct {
	Route     *Route
	Other     *OtherWay
	Materials Materials
	More      string // address of the guide
}

// ApplyFor says how to apply for a benefit; nil where there is no guide.
func ApplyFor(from *guide.Guide, benefit string, rules *calc.Rulebook, d *policy.Document, doc Doc) *Apply {
	if from == nil {
		return nil
	}
	a := applying{doc: doc, text: d, rules: rules}
	out := &Apply{Materials: a.materials(from), More: doc.Guide()}
	if r := from.Route(benefit); r != nil {
		route := a.route(r)
		out.Route = &route
	}
	if o := from.Other(benefit); o != nil {
		other := a.other(o)
		out.Other = &other
	}
	return out
}

// Routes are the ways to apply, for a page that shows them all, such as the
// calculator's; nil where there is no guide.
func Routes(from *guide.Guide, rules *calc.Rulebook, d *policy.Document, doc Doc) (out []Route) {
	if from == nil {
		return nil
	}
	a := applying{doc: doc, text: d, rules: rules}
	for i := range from.Routes {
		out = append(out, a.route(&from.Routes[i]))
	}
	return out
}

// applying lays out guides of one policy.
type applying struct {
	doc   Doc
	text  *policy.Document
	rules *calc.Rulebook
}

func (a applying) cite(c calc.Citation) Cite { return citing(a.text, a.doc.Address, c) }

func (a applying) route(from *guide.Route) Route {
	r := Route{ID: from.ID, Name: from.Name, Who: from.Who, For: a.links(from.Benefits)}
	for _, s := range from.Steps {
		r.Steps = append(r.Steps, Step{s.Name, s.By, a.cite(s.Cite)})
	}
	return r
}

func (a applying) other(from *guide.Other) OtherWay {
	return OtherWay{For: a.links(from.Benefits), By: from.By, Note: from.Note, Cite: a.cite(from.Cite)}
}

func (a applying) materials(from *guide.Guide) Materials {
	return Materials{Note: from.Materials.Note, Cite: a.cite(from.Materials.Cite)}
}

// links lead to the cards of benefits.
func (a applying) links(ids []string) (out []Link) {
	if a.rules == nil {
		return nil
	}
	for i := range a.rules.Benefits {
		if b := &a.rules.Benefits[i]; slices.Contains(ids, b.ID) {
			out = append(out, Link{b.Name, a.doc.Card(b.ID)})
		}
	}
	return out
}

// provable are what an applicant for a benefit must be able to show, and what
// somebody else decides.
func provable(rules *calc.Rulebook, i int, d *policy.Document, doc Doc) (prove, decided []Asked) {
	r := Rule{Manual: Manual{Doc: doc}}
	r.FillRule(rules, i, d)
	for _, in := range r.Inputs {
		if in.By != "" {
			decided = append(decided, in)
		} else if in.Cite.Address != "" {
			prove = append(prove, in)
		}
	}
	return prove, decided
}
