package explain

import (
	"strings"

	"mingce/calc"
	"mingce/site/explain/phrase"
	"mingce/site/explain/wording"
)

// Explain explains a, which must be the assessment of s by p.
func Explain(p *calc.Program, s calc.Situation, a *calc.Assessment) Tree {
	t := tellerOf(p, s, a)
	tree := Tree{Award: t.award(), Principles: t.principles(), Changes: t.changes(), Readings: t.readings()}
	if !a.Exact {
		tree.Note = inexact
	}
	for b := range t.rb.Benefits {
		tree.Benefits = append(tree.Benefits, t.benefit(b))
	}
	for _, q := range a.Questions {
		in := &t.rb.Inputs[q]
		step := Step{Kind: Question, ID: in.ID, State: Open, Title: in.Question, Words: in.Help, Clause: in.Cite.Clause, Quote: in.Cite.Quote}
		if in.By != "" {
			step.State, step.Words = Authority, "由"+in.By+"认定"
		}
		tree.Questions = append(tree.Questions, step)
	}
	return tree
}

// A teller tells of one assessment.
type teller struct {
	p      *calc.Program
	rb     *calc.Rulebook
	s      calc.Situation
	a      *calc.Assessment
	book   *phrase.Book
	inputs map[string]int
}

func tellerOf(p *calc.Program, s calc.Situation, a *calc.Assessment) *teller {
	t := &teller{p: p, rb: p.Rulebook, s: s, a: a, book: phrase.New(p.Rulebook), inputs: map[string]int{}}
	for i := range t.rb.Inputs {
		t.inputs[t.rb.Inputs[i].ID] = i
	}
	return t
}

func (t *teller) benefit(b int) Step {
	from, out := &t.rb.Benefits[b], t.a.Benefits[b]
	step := Step{Kind: Benefit, ID: from.ID, Title: from.Name, Clause: from.Cite.Clause, Quote: from.Cite.Quote}
	failed, open, authority := 0, 0, 0
	for _, k := range t.p.Benefits[b].Needs {
		c := t.condition(k)
		switch c.State {
		case Failed:
			failed++
		case Open:
			open++
		case Authority:
			authority++
		}
		step.Steps = append(step.Steps, c)
	}
	switch {
	case out.Status == calc.Eligible:
		step.State = Met
	case out.Status == calc.Ineligible:
		step.State = Failed
	case open == 0 && authority > 0:
		step.State = Authority
	default:
		step.State = Open
	}
	step.Words = t.grants(b, step.State)
	if failed == 1 && open+authority == 0 {
		step.Words += string(wording.OneShort)
	}
	if from.Amount != nil && step.State != Failed {
		amount, _ := t.amount(from, from.Amount, out)
		step.Steps = append(step.Steps, amount)
	}
	if c, ok := t.p.Nearest(t.s, b); ok {
		step.Steps = append(step.Steps, t.change(c, wording.BenefitRises, out.Min))
	}
	return step
}

// grants says what a benefit comes to.
func (t *teller) grants(b int, state State) string {
	from, out := &t.rb.Benefits[b], t.a.Benefits[b]
	lead := string(map[State]wording.Sentence{
		Met: wording.Granted, Failed: wording.Denied, Open: wording.Unsettled, Authority: wording.Awaited,
	}[state])
	switch {
	case state == Failed:
		return lead
	case from.Amount == nil && state == Met:
		return lead + "," + from.Gives
	case from.Amount == nil:
		return lead
	case out.Max == 0:
		return lead + string(wording.Zero)
	case out.Min < out.Max:
		return lead + "," + wording.SoFar.With(phrase.Range(out.Min, out.Max))
	}
	return lead + "," + wording.Sure.With(phrase.Yuan(out.Min))
}

// award says what the applicant gets.
func (t *teller) award() Step {
	out := t.a.Award
	step := Step{Kind: Award, State: Met, Title: "奖补"}
	var names []string
	for _, b := range t.a.Pays {
		names = append(names, t.rb.Benefits[b].Name)
	}
	switch {
	case out.Max == 0:
		step.State, step.Words = Failed, string(wording.Nothing)
	case out.Min < out.Max:
		step.State, step.Words = Open, wording.SoFar.With(phrase.Range(out.Min, out.Max))
	default:
		step.Words = wording.Sure.With(phrase.Yuan(out.Min))
	}
	if len(names) > 0 {
		step.Words += wording.Payers.With(strings.Join(names, string(wording.List)))
	}
	names = nil
	for b := range t.rb.Benefits {
		if t.rb.Benefits[b].Amount == nil && t.a.Benefits[b].Status == calc.Eligible {
			names = append(names, t.rb.Benefits[b].Name)
		}
	}
	if len(names) > 0 {
		step.Words += wording.Besides.With(strings.Join(names, string(wording.List)))
	}
	return step
}

// inexact is the Note where not everything could be tried.
const inexact = "没有填的太多,没有全部试完:实际的范围可能更小,要问的也可能更少"
