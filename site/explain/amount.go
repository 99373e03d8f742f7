package explain

import (
	"fmt"
	"math/big"
	"slices"
	"strings"

	"mingce/calc"
	"mingce/site/explain/phrase"
)

// amount says how an amount comes about, and returns what the words come to.
// out is what its benefit comes to.
func (t *teller) amount(b *calc.Benefit, a *calc.Amount, out calc.Outcome) (step Step, pay int64) {
	step = Step{Kind: Amount, ID: b.ID, State: Met, Clause: a.Cite.Clause, Quote: a.Cite.Quote}
	if len(a.Parts) > 0 {
		pay = t.parts(&step, b, a)
	} else {
		pay = t.form(&step, b, a)
	}
	if step.State == Met && pay == 0 {
		step.State = Failed
	}
	if step.Clause == "" {
		step.Clause = b.Cite.Clause
	}
	if step.State == Open && out.Max > 0 {
		step.Words += ",目前可得" + phrase.Range(out.Min, out.Max)
	}
	if len(a.Instalments) > 0 && step.State != Failed {
		step.Steps = append(step.Steps, t.instalments(b, a, out))
	}
	return step, pay
}

// form says an amount that has no parts and returns what it comes to; with
// its measure unknown the step is left open.
func (t *teller) form(step *Step, b *calc.Benefit, a *calc.Amount) (pay int64) {
	if a.Fixed > 0 {
		step.Words = verb(b) + phrase.Yuan(a.Fixed)
		return a.Fixed
	}
	f := t.fact(a.Input)
	if f.value == nil {
		step.State, step.Words = Open, strings.Join(wanting(f.missing), ";")
		return 0
	}
	if a.Share != nil {
		return t.share(step, b, a.Share, f)
	}
	switch {
	case a.Step != nil:
		return t.stepped(step, b, a.Step, f)
	case len(a.Bands) > 0:
		return t.bands(step, a.Bands, f)
	case len(a.Options) > 0:
		return t.option(step, b, a.Options, f)
	}
	return t.tier(step, b, a, f)
}

// verb is how the benefit calls what it pays.
func verb(b *calc.Benefit) string {
	for _, word := range []string{"补助", "补贴"} {
		if strings.Contains(b.Gives, word) {
			return word
		}
	}
	return "奖励"
}

func (t *teller) tier(step *Step, b *calc.Benefit, a *calc.Amount, f fact) (pay int64) {
	for _, tier := range a.Tiers {
		if f.holds(calc.Bound{Side: calc.Under, At: tier.From}) == calc.Holds {
			break
		}
		step.Clause, step.Quote = tier.Cite.Clause, tier.Cite.Quote
		if tier.Under == calc.NoLimit || f.holds(calc.Bound{Side: calc.Under, At: tier.Under}) == calc.Holds {
			step.Words = t.told(f) + ",在" + t.book.Tier(a.Input, tier) + "一档," + verb(b) + phrase.Yuan(tier.Pay)
			return tier.Pay
		}
	}
	first, last := a.Tiers[0], a.Tiers[len(a.Tiers)-1]
	low := calc.Bound{Side: calc.AtLeast, At: first.From}
	if f.holds(low) == calc.Fails {
		step.Clause, step.Quote = first.Cite.Clause, first.Cite.Quote
		step.Words = t.told(f) + "," + f.beyond(low) + ",够不上最低一档"
		return 0
	}
	step.Words = t.told(f) + "," + f.beyond(calc.Bound{Side: calc.Under, At: last.Under}) + ",超出最高一档"
	return 0
}

func (t *teller) option(step *Step, b *calc.Benefit, list []calc.OptionPay, f fact) int64 {
	v := f.value.Num().Int64()
	step.Words = f.Short + ":" + f.Say(v)
	i := slices.IndexFunc(list, func(o calc.OptionPay) bool { return o.Option == f.Options[v].ID })
	if i < 0 {
		step.Words += ",不在" + verb(b) + "之列"
		return 0
	}
	step.Words += "," + verb(b) + phrase.Yuan(list[i].Pay)
	step.Clause, step.Quote = list[i].Cite.Clause, list[i].Cite.Quote
	return list[i].Pay
}

// parts says each part under the whole.
func (t *teller) parts(step *Step, b *calc.Benefit, a *calc.Amount) (sum int64) {
	for i := range a.Parts {
		part := &a.Parts[i]
		under := Step{Kind: Amount, ID: b.ID, State: Met, Clause: part.Cite.Clause, Quote: part.Cite.Quote}
		pay := t.form(&under, b, part)
		switch {
		case under.State == Open:
			step.State = Open
		case pay == 0:
			under.State = Failed
		}
		sum += pay
		step.Steps = append(step.Steps, under)
	}
	if step.State == Open {
		step.Words = "各项还没有填全"
		return 0
	}
	step.Words = "各项合计" + phrase.Yuan(sum)
	if a.Cap > 0 && a.Cap < sum {
		step.Words = limited("各项合计", sum, a.Cap)
		step.Clause, step.Quote = a.CapCite.Clause, a.CapCite.Quote
		return a.Cap
	}
	return sum
}

// limited says that a cap takes hold: 20%为240万元,超过最高限额,按200万元计.
func limited(what string, sum, limit int64) string {
	return what + "为" + phrase.Yuan(sum) + ",超过最高限额,按" + phrase.Yuan(limit) + "计"
}

// instalments says how an amount is paid over the years.
func (t *teller) instalments(b *calc.Benefit, a *calc.Amount, out calc.Outcome) Step {
	var words []string
	for _, i := range a.Instalments {
		line := fmt.Sprintf("第%d年%s", i.Year, phrase.Quantity(calc.Percent, "", i.Percent))
		part := new(big.Rat).Mul(big.NewRat(out.Min, 1), big.NewRat(i.Percent, 10_000))
		if out.Min == out.Max && out.Min > 0 && part.IsInt() {
			line += ",即" + phrase.Yuan(part.Num().Int64())
		}
		words = append(words, line)
	}
	first := a.Instalments[0].Cite
	return Step{Kind: Amount, ID: b.ID, Words: "分年拨付:" + strings.Join(words, ";"), Clause: first.Clause, Quote: first.Quote}
}
