package opendata

import (
	"github.com/go-json-experiment/json/jsontext"

	"mingce/calc"
)

type benefit struct {
	ID    string `json:"id"`
	Name  string `json:"name"`
	Who   string `json:"who"`
	Gives string `json:"gives,omitzero"`
	cited
	Needs      []string `json:"needs,omitempty"`
	Amount     *amount  `json:"amount,omitzero"`       // none: it carries no amount of its own
	CaseByCase *cited   `json:"case_by_case,omitzero"` // 一事一议
	Words      []string `json:"words,omitempty"`       // the amount, as people say it
	Readings   []string `json:"readings,omitempty"`
}

// amount has one of its forms.
type amount struct {
	Fixed   jsontext.Value `json:"fixed,omitzero"` // 元
	Input   string         `json:"input,omitzero"` // what the others measure
	Tiers   []tier         `json:"tiers,omitempty"`
	Share   *share         `json:"share,omitzero"`
	Step    *step          `json:"step,omitzero"`
	Bands   []band         `json:"bands,omitempty"`
	Options []optionPay    `json:"options,omitempty"`
	Parts   []amount       `json:"parts,omitempty"`
	Cap     jsontext.Value `json:"cap,omitzero"`
	cited
	Instalments []instalment `json:"instalments,omitempty"`
	Readings    []string     `json:"readings,omitempty"`
}

type tier struct {
	From  jsontext.Value `json:"from"`           // the bound counts
	Under jsontext.Value `json:"under,omitzero"` // the bound does not; none: no end
	Pay   jsontext.Value `json:"pay"`
	cited
}

type share struct {
	Percent jsontext.Value `json:"percent,omitzero"`
	Num     int64          `json:"num"`
	Den     int64          `json:"den"`
	Above   jsontext.Value `json:"above,omitzero"`
	Floor   jsontext.Value `json:"floor,omitzero"`
	Cap     jsontext.Value `json:"cap,omitzero"`
	cited
}

type step struct {
	Every jsontext.Value `json:"every"`
	Pay   jsontext.Value `json:"pay"`
	Cap   jsontext.Value `json:"cap,omitzero"`
	cited
}

type band struct {
	From jsontext.Value `json:"from"`
	Num  int64          `json:"num"`
	Den  int64          `json:"den"`
	cited
}

type optionPay struct {
	Option string         `json:"option"`
	Pay    jsontext.Value `json:"pay"`
	cited
}

type instalment struct {
	Year    int            `json:"year"`
	Percent jsontext.Value `json:"percent"`
}

func (w ruleWriter) benefit(b *calc.Benefit) benefit {
	out := benefit{ID: b.ID, Name: b.Name, Who: b.Who, Gives: b.Gives, cited: cite(b.Cite), Needs: b.Needs, Readings: b.Readings}
	if b.CaseByCase != nil {
		out.CaseByCase = &cited{b.CaseByCase.Clause, b.CaseByCase.Quote}
	}
	if b.Amount != nil {
		a := w.amount(b.Amount)
		out.Amount, out.Words = &a, w.book.Amount(b.Amount)
	}
	return out
}

func (w ruleWriter) amount(a *calc.Amount) amount {
	out := amount{Input: a.Input, Cap: limit(a.Cap), cited: cite(a.Cite), Readings: a.Readings}
	if a.Fixed > 0 {
		out.Fixed = yuan(a.Fixed)
	}
	for _, t := range a.Tiers {
		k := tier{From: w.measured(a.Input, t.From), Pay: yuan(t.Pay), cited: cite(t.Cite)}
		if t.Under != calc.NoLimit {
			k.Under = w.measured(a.Input, t.Under)
		}
		out.Tiers = append(out.Tiers, k)
	}
	if s := a.Share; s != nil {
		out.Share = &share{
			Percent: number(s.Num*10_000/s.Den, 100), Num: s.Num, Den: s.Den,
			Above: positive(s.Above), Floor: positive(s.Floor), Cap: limit(s.Cap), cited: cite(s.Cite),
		}
		if s.Num*10_000%s.Den != 0 {
			out.Share.Percent = nil // a third is no percentage
		}
	}
	if s := a.Step; s != nil {
		out.Step = &step{w.measured(a.Input, s.Every), yuan(s.Pay), limit(s.Cap), cite(s.Cite)}
	}
	for _, b := range a.Bands {
		out.Bands = append(out.Bands, band{yuan(b.From), b.Num, b.Den, cite(b.Cite)})
	}
	for _, o := range a.Options {
		out.Options = append(out.Options, optionPay{o.Option, yuan(o.Pay), cite(o.Cite)})
	}
	for i := range a.Parts {
		out.Parts = append(out.Parts, w.amount(&a.Parts[i]))
	}
	for _, i := range a.Instalments {
		out.Instalments = append(out.Instalments, instalment{i.Year, number(i.Percent, 100)})
	}
	return out
}

// limit is a limit in 元, none where the text sets none.
func limit(fen int64) jsontext.Value {
	if fen == calc.NoLimit {
		return nil
	}
	return positive(fen)
}

func positive(fen int64) jsontext.Value {
	if fen == 0 {
		return nil
	}
	return yuan(fen)
}

// combined is how several amounts become one award.
type combined struct {
	Principle string `json:"principle,omitzero"`
	cited
	Group    group     `json:"group"`
	Variants []variant `json:"variants,omitempty"`
	Readings []string  `json:"readings,omitempty"`
}

type group struct {
	Sum     bool           `json:"sum"` // add up; else the highest counts
	Cap     jsontext.Value `json:"cap,omitzero"`
	Members []string       `json:"members,omitempty"`
	Groups  []group        `json:"groups,omitempty"`
}

type variant struct {
	Reading     string `json:"reading"`
	Alternative string `json:"alternative"`
	Group       group  `json:"group"`
}

func (w ruleWriter) combined(c calc.Combination) combined {
	out := combined{Principle: c.Principle, cited: cite(c.Cite), Group: grouped(c.Group), Readings: c.Readings}
	for _, v := range c.Variants {
		out.Variants = append(out.Variants, variant{v.Reading, v.Alternative, grouped(v.Group)})
	}
	return out
}

func grouped(g calc.Group) group {
	out := group{Sum: g.Sum, Cap: positive(g.Cap), Members: g.Members}
	for _, k := range g.Groups {
		out.Groups = append(out.Groups, grouped(k))
	}
	return out
}
