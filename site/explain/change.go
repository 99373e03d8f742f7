package explain

import (
	"mingce/calc"
	"mingce/site/explain/phrase"
)

// changes says which single change would raise the award: of a measured input
// the smallest, of a yes or no every one.
func (t *teller) changes() (steps []Step) {
	now := t.a.Award
	if c, ok := t.p.NearestAward(t.s); ok {
		steps = append(steps, Step{Kind: Change, ID: t.rb.Inputs[c.Input].ID, Words: t.moved(c) + ",奖补" + raised(now.Min, c.Min)})
	}
	for _, o := range t.p.Flips(t.s) {
		in := &t.rb.Inputs[o.Slot]
		if in.Kind != calc.Bool || o.Award.Min <= now.Min {
			continue
		}
		words := "如果“" + in.Short + "”为“" + phrase.Quantity(in.Kind, "", o.To) + "”,奖补" + raised(now.Min, o.Award.Min)
		steps = append(steps, Step{Kind: Change, ID: in.ID, Words: words})
	}
	return steps
}

// moved says a change of one input: 年交易额再增加2.5亿元.
func (t *teller) moved(c calc.Change) string {
	in := &t.rb.Inputs[c.Input]
	switch {
	case in.Kind == calc.Date || in.Kind == calc.Rate:
		return in.Short + "改为" + phrase.Quantity(in.Kind, in.Unit, c.To)
	case in.Kind == calc.Percent && c.To > c.From:
		return in.Short + "再提高" + points(c.To-c.From)
	case in.Kind == calc.Percent:
		return in.Short + "降低" + points(c.From-c.To)
	case c.To > c.From:
		return in.Short + "再增加" + phrase.Quantity(in.Kind, in.Unit, c.To-c.From)
	}
	return in.Short + "减少" + phrase.Quantity(in.Kind, in.Unit, c.From-c.To)
}

// points says a difference of two percentages.
func points(v int64) string {
	words := phrase.Quantity(calc.Percent, "", v)
	return words[:len(words)-len("%")] + "个百分点"
}

func raised(from, to int64) string {
	return "由" + phrase.Yuan(from) + "升至" + phrase.Yuan(to)
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
				under = append(under, Step{Kind: Reading, ID: t.alternative(r, o.To).ID, Words: "如果" + t.taken(r, o.To) + ":" + outcome(o.Award)})
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
		return "没有可得的奖补金额"
	}
	return "可得" + phrase.Range(o.Min, o.Max)
}
