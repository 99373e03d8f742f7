package rulefile

import (
	"mingce/calc"
	"mingce/site/cite"
	"mingce/site/policy"
	"mingce/site/toml"
)

// cite is mention for a rule, which stands on the words.
func (l *loader) cite(c citation) calc.Citation {
	l.quotes.ruling[c.Quote.Pos] = true
	return l.mention(c)
}

// mention resolves a clause and holds the quote to it: its words must stand
// there exactly once.
func (l *loader) mention(c citation) calc.Citation {
	if !c.Clause.Set {
		if c.Quote.Set {
			l.problems = append(l.problems, cite.NoQuoteClause(c.Quote))
		}
		return calc.Citation{}
	}
	clause, ok := l.doc.Clause(c.Clause.Value)
	if l.past {
		return pastCitation(clause, c)
	}
	if !ok {
		l.problems = append(l.problems, cite.NoClause(l.doc, c.Clause))
		return calc.Citation{}
	}
	if !c.Quote.Set {
		return calc.Citation{Clause: clause.ID}
	}
	at, wrong, astray := cite.Find(clause, c.Quote)
	if wrong != nil {
		l.astray[c.Quote.Pos] = astray
		l.problems = append(l.problems, *wrong)
	} else {
		l.quotes.at[c.Quote.Pos] = stretch{clause, at.Start, at.End}
	}
	return calc.Citation{Clause: clause.ID, Quote: c.Quote.Value}
}

// pastCitation is that of a version whose words the text may no longer hold.
func pastCitation(clause *policy.Clause, c citation) calc.Citation {
	if clause == nil {
		return calc.Citation{Quote: c.Quote.Value}
	}
	return calc.Citation{Clause: clause.ID, Quote: c.Quote.Value}
}

// under gives a citation the clause of the rule around it if it names none.
func (c citation) under(clause toml.At[string]) citation {
	if !c.Clause.Set {
		c.Clause = clause
	}
	return c
}
