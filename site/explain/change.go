package explain

import (
	"strings"

	"mingce/calc"
	"mingce/site/explain/phrase"
	"mingce/site/explain/wording"
)

// changes says which single change would raise the award: of a measured input
// the smallest, of a yes or no every one.
func (t *teller) changes() (steps []Step) {
	now := t.a.Award
	if c, ok := t.p.NearestAward(t.s); ok {
		steps = append(steps, t.change(c, wording.AwardRises, now.Min))
	}
	for _, o := range t.p.Flips(t.s) {
		in := &t.rb.Inputs[o.Slot]
		if in.Kind != calc.Bool || o.Award.Min <= now.Min {
			continue
		}
		words := wording.Flip.With(in.Short, phrase.Quantity(in.Kind, "", o.To))
		words = wording.AwardRises.With(words, phrase.Yuan(now.Min), phrase.Yuan(o.Award.Min))
		steps = append(steps, Step{Kind: Change, ID: in.ID, Words: words})
	}
	return steps
}

// moved says a change of one input: 年交易额再增加2.5亿元.
func (t *teller) moved(c calc.Change) string {
	in := &t.rb.Inputs[c.Input]
	switch {
	case in.Kind == calc.Date || in.Kind == calc.Rate:
		return wording.SetTo.With(in.Short, phrase.Quantity(in.Kind, in.Unit, c.To))
	case in.Kind == calc.Percent && c.To > c.From:
		return wording.Raise.With(in.Short, points(c.To-c.From))
	case in.Kind == calc.Percent:
		return wording.Lower.With(in.Short, points(c.From-c.To))
	case c.To > c.From:
		return wording.Add.With(in.Short, phrase.Quantity(in.Kind, in.Unit, c.To-c.From))
	}
	return wording.Reduce.With(in.Short, phrase.Quantity(in.Kind, in.Unit, c.From-c.To))
}

// points says a difference of two percentages.
func points(v int64) string {
	words := phrase.Quantity(calc.Percent, "", v)
	return wording.Points.With(strings.TrimSuffix(words, "%"))
}

// change says what a change raises from what, in a sentence of the award or of
// a benefit.
func (t *teller) change(c calc.Change, raises wording.Sentence, from int64) Step {
	words := raises.With(t.moved(c), phrase.Yuan(from), phrase.Yuan(c.Min))
	return Step{Kind: Change, ID: t.rb.Inputs[c.Input].ID, Words: words}
}

// readings says which readings the answer rests on, and what the award would
// be under the alternatives of those that are not settled.
func (t *teller) readings() (steps []Step) {
	others := t.p.Alternatives(t.s)
	for i := range t.rb.Readings {
		r, slot := &t.rb.Readings[i], len(t.rb.Inputs)+i
		var under []Step
		for _, o := range others {
			if o.Slot == slot {
				under = append(under, Step{Kind: Reading, ID: t.alternative(r, o.To).ID, Words: wording.IfRead.With(t.taken(r, o.To), outcome(o.Award))})
			}
		}
		if t.a.Readings>>i&1 == 0 && len(under) == 0 {
			continue
		}
		step := Step{Kind: Reading, ID: r.ID, Title: r.Text, Words: "依据:" + r.Basis, Clause: r.Cite.Clause, Quote: r.Cite.Quote, Steps: under}
		if k := t.s[slot]; k > 0 {
			step.Title = t.taken(r, k)
		}
		if !r.Settled {
			step.Words += ";原文没有写明,以主管部门的解释为准"
		}
		steps = append(steps, step)
	}
	return steps
}

func (t *teller) alternative(r *calc.Reading, k int64) calc.Option {
	if k == 0 {
		return calc.Option{ID: r.ID, Text: r.Text}
	}
	return r.Alternatives[k-1]
}

func (t *teller) taken(r *calc.Reading, k int64) string {
	return t.book.Reading(r.ID, map[bool]string{false: t.alternative(r, k).ID}[k == 0])
}

func outcome(o calc.Outcome) string {
	if o.Max == 0 {
		return string(wording.NoAward)
	}
	return wording.Sure.With(phrase.Range(o.Min, o.Max))
}
