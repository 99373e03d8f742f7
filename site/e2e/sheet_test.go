package e2e

import (
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"

	"mingce/calc"
	"mingce/site/amount"
	"mingce/site/explain/phrase"
)

// An answer is everything the sheet says, in the words of its attributes.
// Amounts are in 分.
type answer struct {
	Award      [3]string   `json:"award"` // status, min, max
	Figure     string      `json:"figure"`
	Pays       []string    `json:"pays"`
	Benefits   [][4]string `json:"benefits"` // status, min, max, state
	Conditions []string    `json:"conditions"`
	Principles []string    `json:"principles"`
	Readings   []string    `json:"readings"`
	Questions  []string    `json:"questions"`
	Todo       []string    `json:"todo"`  // the links of the result
	Asked      []string    `json:"asked"` // marked on the sheet, in its order
	Answered   []string    `json:"answered"`
	Wrong      []string    `json:"wrong"`
}

// expected is what the sheet has to say of a situation: what calc.Assess says.
func (x subject) expected(s calc.Situation) answer {
	a := x.program.NewAssessment()
	x.program.Assess(s, a)
	out := answer{
		Award: figures(a.Award), Figure: figure(a.Award),
		Pays: []string{}, Principles: []string{}, Readings: []string{}, Questions: []string{},
		Asked: []string{}, Answered: []string{}, Wrong: []string{},
	}
	for _, i := range a.Pays {
		out.Pays = append(out.Pays, x.rules.Benefits[i].ID)
	}
	for k := range x.rules.Conditions {
		out.Conditions = append(out.Conditions, x.state(a, k))
	}
	for i, b := range a.Benefits {
		f := figures(b)
		out.Benefits = append(out.Benefits, [4]string{f[0], f[1], f[2], x.standing(a, i)})
	}
	out.Principles = x.principles(a)
	for i, r := range x.rules.Readings {
		if a.Readings>>i&1 == 1 {
			out.Readings = append(out.Readings, r.ID)
		}
	}
	asked := map[int]bool{}
	for _, i := range a.Questions {
		asked[i] = true
		out.Questions = append(out.Questions, x.rules.Inputs[i].ID)
	}
	out.Todo = out.Questions
	for i, in := range x.rules.Inputs {
		switch {
		case s[i] != calc.Unknown:
			out.Answered = append(out.Answered, in.ID)
		case asked[i]:
			out.Asked = append(out.Asked, in.ID)
		}
	}
	return out
}

func figures(o calc.Outcome) [3]string {
	return [3]string{o.Status.String(), strconv.FormatInt(o.Min, 10), strconv.FormatInt(o.Max, 10)}
}

// figure is an amount or a range as the page writes it.
func figure(o calc.Outcome) string { return phrase.Range(o.Min, o.Max) }

// state is how the sheet marks a condition.
func (x subject) state(a *calc.Assessment, k int) string {
	switch {
	case a.Truth(k) == calc.Fails:
		return "failed"
	case a.Truth(k) == calc.Holds:
		return "met"
	case x.rules.Conditions[k].By != "":
		return "authority"
	}
	return "open"
}

// standing is how the sheet marks a benefit: undecided it waits for the
// applicant, or, when all that is open is an authority's to say, for that.
func (x subject) standing(a *calc.Assessment, i int) string {
	switch a.Benefits[i].Status {
	case calc.Eligible:
		return "met"
	case calc.Ineligible:
		return "failed"
	}
	state := "open"
	for _, k := range x.program.Benefits[i].Needs {
		switch x.state(a, k) {
		case "open":
			return "open"
		case "authority":
			state = "authority"
		}
	}
	return state
}

// principles are those at work: the choice between two benefits that pay, and
// every condition with a principle that fails.
func (x subject) principles(a *calc.Assessment) []string {
	names, paying := []string{}, 0
	for _, b := range a.Benefits {
		if b.Min > 0 {
			paying++
		}
	}
	if paying > 1 {
		names = append(names, x.rules.Combination.Principle)
	}
	for k, c := range x.rules.Conditions {
		if c.Principle != "" && a.Truth(k) == calc.Fails {
			names = append(names, c.Principle)
		}
	}
	return names
}

// answers are the words and options to give a situation with, by input.
func (x subject) answers(s calc.Situation) map[string]string {
	out := map[string]string{}
	for i, in := range x.rules.Inputs {
		out[in.ID] = typed(in, s[i])
	}
	return out
}

// typed is how an answer is typed, or the value of the option to choose.
func typed(in calc.Input, v calc.Value) string {
	switch {
	case v == calc.Unknown:
		return ""
	case in.Kind.Numeric():
		return amount.Format(in.Kind, in.Unit, v)
	}
	if in.Kind == calc.Bool {
		return fmt.Sprint(v == 1)
	}
	return in.Options[v].ID
}

// plain reports whether every reading is the one taken, as on the page.
func (x subject) plain(s calc.Situation) bool {
	for _, v := range s[len(x.rules.Inputs):] {
		if v != 0 {
			return false
		}
	}
	return true
}

// quotes are all words of the policy that a rule stands on and the sheet has
// to show.
func (x subject) quotes() (quotes []string) {
	for _, c := range x.rules.Conditions {
		quotes = append(quotes, c.Cite.Quote)
		if c.Principle != "" {
			quotes = append(quotes, c.Principle)
		}
	}
	for _, b := range x.rules.Benefits {
		quotes = append(quotes, b.Name, b.Who, b.Gives)
		if b.Amount == nil {
			quotes = append(quotes, b.Cite.Quote)
			continue
		}
		for _, t := range b.Amount.Tiers {
			quotes = append(quotes, amount.FormatYuan(t.From)+"以上", amount.FormatYuan(t.Pay), t.Cite.Quote)
		}
		if s := b.Amount.Share; s != nil {
			quotes = append(quotes, s.Cite.Quote, s.CapCite.Quote)
		}
	}
	return append(quotes, x.rules.Combination.Principle, x.rules.Combination.Cite.Quote)
}

// squeeze drops all white space, which lays text out and says nothing, and
// the width of characters, which the page may change.
func squeeze(s string) string { return strings.Join(strings.Fields(norm.NFKC.String(s)), "") }
