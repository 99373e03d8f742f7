package page

import (
	"strconv"

	"mingce/calc"
	"mingce/site/coverage"
	"mingce/site/policy"
)

// A Coverage is the page that shows reviewers which words of a text the rules
// stand on.
type Coverage struct {
	Frame
	Manual
	Cited []CoveredClause // those that rules stand on
	Other []CoveredClause // the rest, as they stand
	Sum   coverage.Sum    // of the former
}

// A CoveredClause is one clause, sentence by sentence.
type CoveredClause struct {
	ID, Ref, Address string
	Label            string
	Sentences        []CoveredSentence
	Sum              coverage.Sum
}

// A CoveredSentence is its stretches, and the notes on them.
type CoveredSentence struct {
	State     string
	Uncovered bool
	Stretches []Stretch
	Notes     []Note
}

// A Stretch is words with the marks of the notes on them.
type Stretch struct {
	Text  string
	Kind  string   // rule, reason, aside (which covers nothing), or "" for none
	Marks []string // ①
}

// A Note is a rule that stands on words, or why none does.
type Note struct {
	Mark, Kind, Text, Part string
	To                     string // address of the rule; empty for a reason
}

// FillCoverage lays out a text by the rules that stand on it.
func (c *Coverage) FillCoverage(rules *calc.Rulebook, d *policy.Document) {
	for _, from := range coverage.Of(d, rules) {
		out := CoveredClause{ID: from.ID, Ref: from.Ref, Label: from.Label, Address: c.Doc.Address + "#" + from.ID, Sum: from.Sum}
		n := noter{rules: rules, at: c.Rules}
		for i := range from.Sentences {
			out.Sentences = append(out.Sentences, n.sentence(&from.Sentences[i]))
		}
		if from.Cited() {
			c.Cited = append(c.Cited, out)
			c.Sum.Add(from.Sum)
		} else if len(out.Sentences) > 0 {
			c.Other = append(c.Other, out)
		}
	}
}

// A noter numbers the notes of one clause.
type noter struct {
	rules *calc.Rulebook
	at    string
	count int
}

func (n *noter) sentence(from *coverage.Sentence) CoveredSentence {
	out := CoveredSentence{State: from.State.String(), Uncovered: from.State == coverage.Uncovered}
	marks := map[string]string{}
	for _, st := range from.Stretches {
		s := Stretch{Text: st.Text}
		add := func(key string, note Note) {
			if marks[key] == "" {
				n.count++
				note.Mark = strconv.Itoa(n.count)
				marks[key] = note.Mark
				out.Notes = append(out.Notes, note)
			}
			s.Marks = append(s.Marks, marks[key])
		}
		switch {
		case st.State == coverage.Explained:
			s.Kind = "reason"
		case st.State == coverage.Covered:
			s.Kind = "rule"
		case len(st.Rules) > 0:
			s.Kind = "aside"
		}
		for _, r := range st.Rules {
			text, to := n.rule(r)
			add(r.String(), Note{Kind: r.Kind.String(), Text: text, Part: r.Part, To: n.at + to})
		}
		if st.Reason != "" {
			add("!"+st.Reason, Note{Kind: "不写进规则", Text: st.Reason})
		}
		out.Stretches = append(out.Stretches, s)
	}
	return out
}

// rule names a rule, and says where below the list of rules it is.
func (n *noter) rule(r coverage.Rule) (text, to string) {
	switch r.Kind {
	case coverage.Benefit, coverage.Amount:
		for i := range n.rules.Benefits {
			if b := &n.rules.Benefits[i]; b.ID == r.ID {
				return b.Name, b.ID + "/"
			}
		}
	case coverage.Condition:
		for i := range n.rules.Conditions {
			if c := &n.rules.Conditions[i]; c.ID == r.ID {
				return c.Words, "#condition-" + r.ID
			}
		}
	case coverage.Input:
		for i := range n.rules.Inputs {
			if in := &n.rules.Inputs[i]; in.ID == r.ID {
				return in.Short, "#input-" + r.ID
			}
		}
	case coverage.Quantity:
		for i := range n.rules.Derived {
			if q := &n.rules.Derived[i]; q.ID == r.ID {
				return q.Short, "#derived-" + r.ID
			}
		}
	case coverage.Reading:
		for i := range n.rules.Readings {
			if rd := &n.rules.Readings[i]; rd.ID == r.ID {
				return rd.Text, "#reading-" + r.ID
			}
		}
	}
	return n.rules.Combination.Principle, "#combination"
}
