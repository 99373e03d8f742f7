package page

import (
	"slices"

	"mingce/calc"
	"mingce/site/explain/phrase"
)

// amount lays out how much a benefit comes to: what can be told apart as a
// table, and the words that the rest stands on.
func (s sheet) amount(from *calc.Amount) *Amount {
	if from == nil {
		return nil
	}
	a := &Amount{Of: s.input(from.Input).Short}
	for _, t := range from.Tiers {
		a.Tiers = append(a.Tiers, Tier{
			Words: s.book.Tier(from.Input, t), Pay: phrase.Yuan(t.Pay), Cite: s.cite(t.Cite),
		})
	}
	for _, o := range from.Options {
		a.Tiers = append(a.Tiers, Tier{
			Words: s.option(from.Input, o.Option), Pay: phrase.Yuan(o.Pay), Cite: s.cite(o.Cite),
		})
	}
	for _, c := range words(from) {
		if c.Quote != "" {
			a.Cites = append(a.Cites, s.cite(c))
		}
	}
	for i := range from.Parts {
		a.Parts = append(a.Parts, *s.amount(&from.Parts[i]))
	}
	return a
}

// words lists the citations of an amount that are not rows of a table.
func words(a *calc.Amount) []calc.Citation {
	out := []calc.Citation{a.Cite}
	if sh := a.Share; sh != nil {
		out = append(out, sh.Cite, sh.AboveCite, sh.FloorCite, sh.CapCite)
	}
	if st := a.Step; st != nil {
		out = append(out, st.Cite, st.CapCite)
	}
	for _, b := range a.Bands {
		out = append(out, b.Cite)
	}
	out = append(out, a.CapCite)
	for _, i := range a.Instalments {
		out = append(out, i.Cite)
	}
	return out
}

func (s sheet) option(input, id string) string {
	options := s.input(input).Options
	if i := slices.IndexFunc(options, func(o calc.Option) bool { return o.ID == id }); i >= 0 {
		return options[i].Text
	}
	return id
}

// Most is the most an amount can come to, in words.
func Most(a *calc.Amount) string {
	if most, ok := ceiling(a); ok {
		return phrase.Yuan(most)
	}
	return "按比例"
}

// ceiling is the most an amount can come to, where the text sets one.
func ceiling(a *calc.Amount) (most int64, ok bool) {
	switch {
	case a.Share != nil:
		return a.Share.Cap, a.Share.Cap != calc.NoLimit
	case a.Step != nil:
		return a.Step.Cap, a.Step.Cap != calc.NoLimit
	case len(a.Bands) > 0:
		return 0, false
	case len(a.Parts) > 0:
		if a.Cap != 0 && a.Cap != calc.NoLimit {
			return a.Cap, true
		}
		for i := range a.Parts {
			part, ok := ceiling(&a.Parts[i])
			if !ok {
				return 0, false
			}
			most += part
		}
		return most, true
	}
	most = a.Fixed
	for _, t := range a.Tiers {
		most = max(most, t.Pay)
	}
	for _, o := range a.Options {
		most = max(most, o.Pay)
	}
	return most, true
}
