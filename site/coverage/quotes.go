package coverage

import (
	"fmt"

	"mingce/calc"
	"mingce/site/policy"
)

// A quote is where a rule's words stand in a clause, as bytes of its Words.
type quote struct {
	start, end int
	rule       Rule
	reason     string // of words not coded; rule means nothing then
}

// A finder collects the quotes of a rulebook by the clause they stand in.
type finder struct {
	doc *policy.Document
	by  map[string][]quote
}

func (f *finder) add(c calc.Citation, q quote) {
	for _, m := range f.doc.Locate(c.Clause, c.Quote) {
		q.start, q.end = m.Start, m.End
		f.by[c.Clause] = append(f.by[c.Clause], q)
	}
}

func (f *finder) rule(c calc.Citation, kind Kind, id, part string) {
	f.add(c, quote{rule: Rule{kind, id, part}})
}

// quotes finds every quote of a rulebook.
func quotes(doc *policy.Document, rb *calc.Rulebook) map[string][]quote {
	f := &finder{doc, map[string][]quote{}}
	for i := range rb.Benefits {
		b := &rb.Benefits[i]
		f.rule(b.Cite, Benefit, b.ID, "")
		if b.CaseByCase != nil {
			f.rule(*b.CaseByCase, Benefit, b.ID, "一事一议")
		}
		if b.Amount != nil {
			f.amount(b.ID, b.Amount)
		}
	}
	for _, c := range rb.Conditions {
		f.rule(c.Cite, Condition, c.ID, "")
	}
	f.rule(rb.Combination.Cite, Combination, rb.Combination.Principle, "")
	for _, in := range rb.Inputs {
		f.rule(in.Cite, Input, in.ID, "")
	}
	for _, d := range rb.Derived {
		f.rule(d.Cite, Quantity, d.ID, "")
	}
	for _, r := range rb.Readings {
		f.rule(r.Cite, Reading, r.ID, "")
	}
	for _, n := range rb.NotCoded {
		f.add(n.Cite, quote{reason: n.Reason})
	}
	return f.by
}

func (f *finder) amount(id string, a *calc.Amount) {
	part := func(c calc.Citation, name string) { f.rule(c, Amount, id, name) }
	part(a.Cite, "")
	part(a.CapCite, "最高额")
	for i, t := range a.Tiers {
		part(t.Cite, fmt.Sprintf("第%d档", i+1))
	}
	if s := a.Share; s != nil {
		part(s.Cite, "比例")
		part(s.AboveCite, "起算额")
		part(s.FloorCite, "最低额")
		part(s.CapCite, "最高额")
	}
	if s := a.Step; s != nil {
		part(s.Cite, "每段")
		part(s.CapCite, "最高额")
	}
	for i, b := range a.Bands {
		part(b.Cite, fmt.Sprintf("第%d段", i+1))
	}
	for _, o := range a.Options {
		part(o.Cite, o.Option)
	}
	for i := range a.Parts {
		f.amount(id, &a.Parts[i])
	}
	for _, in := range a.Instalments {
		part(in.Cite, fmt.Sprintf("第%d年", in.Year))
	}
}
