package explain

import (
	"cmp"
	"math/big"
	"strings"

	"mingce/calc"
	"mingce/site/explain/phrase"
	"mingce/site/explain/wording"
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
		step.Words += "," + wording.SoFar.With(phrase.Range(out.Min, out.Max))
	}
	if len(a.Instalments) > 0 && step.State != Failed {
		step.Steps = append(step.Steps, t.instalments(b, a, out))
	}
	return step, pay
}

// form says an amount that has no parts and returns what it comes to; with
// its measure unknown the step is left open.
func (t *teller) form(step *Step, b *calc.Benefit, a *calc.Amount) (pay int64) {
	f := fact{value: new(big.Rat)}
	if a.Input != "" {
		f = t.fact(a.Input)
	}
	if f.value == nil {
		step.State, step.Words = Open, strings.Join(wanting(f.missing), ";")
		return 0
	}
	var piece wording.Piece
	for _, p := range wording.Pieces(t.book, b, a) {
		if f.value.Cmp(new(big.Rat).SetInt64(p.From)) >= 0 {
			piece = p
		}
	}
	told := ""
	if a.Input != "" {
		told = t.told(f)
	}
	step.Clause, step.Quote = piece.Cite.Clause, piece.Cite.Quote
	step.Words, pay = filled(piece, told, f.value)
	return pay
}

// filled fills in a piece for a value, and works out what it comes to.
func filled(p wording.Piece, told string, value *big.Rat) (words string, pay int64) {
	if p.Den == 0 {
		return p.Words.With(told), p.Pay
	}
	above := new(big.Rat).Sub(value, new(big.Rat).SetInt64(p.Origin))
	steps := wording.Floor(new(big.Rat).Quo(above, new(big.Rat).SetInt64(p.Every)))
	part := new(big.Rat).Mul(new(big.Rat).SetInt(steps), big.NewRat(p.Num, p.Den))
	sum := new(big.Rat).Add(part, big.NewRat(p.Base, cmp.Or(p.BaseDen, 1)))
	comes := wording.Floor(sum).Int64()
	words = p.Words.With(told, phrase.Yuan(comes), wording.Round(part), steps.String(), phrase.Yuan(wording.Floor(above).Int64()))
	if p.Paid {
		return words, comes
	}
	return words, p.Pay
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
		step.Words = string(wording.Unfilled)
		return 0
	}
	step.Words = wording.Total.With(phrase.Yuan(sum))
	if a.Cap > 0 && a.Cap < sum {
		step.Words = wording.Limited.With(string(wording.Totals), phrase.Yuan(sum), phrase.Yuan(a.Cap))
		step.Clause, step.Quote = a.CapCite.Clause, a.CapCite.Quote
		return a.Cap
	}
	return sum
}

// instalments says how an amount is paid over the years.
func (t *teller) instalments(b *calc.Benefit, a *calc.Amount, out calc.Outcome) Step {
	var words []string
	for _, i := range a.Instalments {
		line := wording.Instalment(i)
		part := new(big.Rat).Mul(big.NewRat(out.Min, 1), big.NewRat(i.Percent, 10_000))
		if out.Min == out.Max && out.Min > 0 && part.IsInt() {
			line += wording.ThatIs.With(phrase.Yuan(part.Num().Int64()))
		}
		words = append(words, line)
	}
	first := a.Instalments[0].Cite
	line := wording.Instalments.With(strings.Join(words, ";"))
	return Step{Kind: Amount, ID: b.ID, Words: line, Clause: first.Clause, Quote: first.Quote}
}
