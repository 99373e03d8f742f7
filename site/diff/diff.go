// Package diff says what changed between two versions of a rulebook, rule by
// rule and in words, and what that means to a population of applicants: who
// gains, who loses, and the budget under each version.
//
// [Changes] compares two rulebooks. Rules are the same rule when they have the
// same id; so a rule that was renamed is one taken away and one added.
//
// A population is a file of applicants, of which [Read] takes two forms. JSON
// Lines are those of package answer. A CSV file has a first line of input ids
// and one applicant a line below:
//
//	申报人,applicant,turnover,platform_kind,legal_person
//	甲公司,企业,2.5亿元,none,是
//	乙公司,enterprise,180000000,,
//
// A cell is written as people write it: 2.5亿元 or 250000000, 是 or true, an
// option's id or its words; an empty cell is unknown. The column 申报人, which
// may be left out, names the applicant. What only one version
// asks is ignored by the other.
//
// [Compare] assesses each applicant under both versions, and says what each
// would cost in all if a reading that is not settled were taken another way.
// Sums are exact.
package diff

import (
	"slices"
	"strings"

	"mingce/calc"
	"mingce/site/explain/phrase"
)

// A Change is one thing that is otherwise in the new version.
type Change struct {
	Rule   string `json:"rule"`             // which rule, in words: 项目“培训补贴”
	Clause string `json:"clause,omitempty"` // its clause, in the new version unless it is gone
	Words  string `json:"words"`            // what changed
}

// Changes lists what changed from one version of a rulebook to another, in
// the order of the new one.
func Changes(was, is *calc.Rulebook) []Change {
	c := &comparer{was: was, is: is, before: phrase.New(was), after: phrase.New(is)}
	c.period()
	pair(c, was.Readings, is.Readings, func(r *calc.Reading) rule { return rule{r.ID, "口径“" + r.Text + "”", r.Cite.Clause} }, c.reading)
	pair(c, was.Inputs, is.Inputs, func(in *calc.Input) rule { return rule{in.ID, "问题“" + in.Short + "”", in.Cite.Clause} }, c.input)
	pair(c, was.Derived, is.Derived, func(d *calc.Derived) rule { return rule{d.ID, "推算的“" + d.Short + "”", d.Cite.Clause} }, c.derived)
	pair(c, was.Conditions, is.Conditions, func(k *calc.Condition) rule { return rule{k.ID, "条件“" + k.Words + "”", k.Cite.Clause} }, c.condition)
	pair(c, was.Benefits, is.Benefits, func(b *calc.Benefit) rule { return rule{b.ID, "项目“" + b.Name + "”", b.Cite.Clause} }, c.benefit)
	c.combination()
	return c.out
}

// A rule is how one is named.
type rule struct{ id, name, clause string }

type comparer struct {
	was, is       *calc.Rulebook
	before, after *phrase.Book
	at            rule
	out           []Change
}

func (c *comparer) say(words string) {
	c.out = append(c.out, Change{c.at.name, c.at.clause, words})
}

// pair finds the rules of two lists that are the same, and compares them.
func pair[T any](c *comparer, was, is []T, name func(*T) rule, compare func(was, is *T)) {
	place := func(list []T, id string) int {
		return slices.IndexFunc(list, func(x T) bool { return name(&x).id == id })
	}
	for i := range is {
		c.at = name(&is[i])
		if k := place(was, c.at.id); k >= 0 {
			compare(&was[k], &is[i])
		} else {
			c.say("新增")
		}
	}
	for i := range was {
		if c.at = name(&was[i]); place(is, c.at.id) < 0 {
			c.say("删去")
		}
	}
}

// text says that words changed; from or to may be empty.
func (c *comparer) text(what, from, to string) {
	switch {
	case from == to:
	case from == "":
		c.say("新增" + what + quoted(to))
	case to == "":
		c.say("删去" + what + quoted(from))
	default:
		c.say(what + "由" + quoted(from) + "改为" + quoted(to))
	}
}

// quoted puts words in quotation marks; marks within become single ones.
func quoted(words string) string {
	return "“" + strings.NewReplacer("“", "‘", "”", "’").Replace(words) + "”"
}

// quantity says that a figure changed.
func (c *comparer) quantity(what, from, to string) {
	if from != to {
		c.say(what + "由" + from + "改为" + to)
	}
}

// cite says that a rule stands on other words.
func (c *comparer) cite(from, to calc.Citation) {
	if from.Clause != to.Clause {
		c.text("条号", from.Clause, to.Clause)
	}
	c.text("引文", from.Quote, to.Quote)
}

// restsOn says which readings a rule began or ceased to rest on.
func (c *comparer) restsOn(from, to []string) {
	words := func(rb *calc.Rulebook, id string) string {
		for i := range rb.Readings {
			if rb.Readings[i].ID == id {
				return rb.Readings[i].Text
			}
		}
		return id
	}
	c.lists("依据的口径", from, to, func(id string) string { return words(c.was, id) }, func(id string) string { return words(c.is, id) })
}

// lists says what was added to a list of ids and what was taken from it.
func (c *comparer) lists(what string, from, to []string, before, after func(id string) string) {
	for _, id := range to {
		if !slices.Contains(from, id) {
			c.say("新增" + what + quoted(after(id)))
		}
	}
	for _, id := range from {
		if !slices.Contains(to, id) {
			c.say("删去" + what + quoted(before(id)))
		}
	}
}
