package calctest

import (
	"math/big"
	"slices"

	"mingce/calc"
)

// An outcome is what holds and what is paid in a single, complete
// case.
type outcome struct {
	truths []bool  // per condition
	holds  []bool  // per benefit
	pays   []int64 // per benefit
	award  int64
}

// An Answer is what the oracle found over all completions of a situation.
type Answer struct {
	Award     calc.Outcome
	Benefits  []calc.Outcome
	Truths    []calc.Truth
	Questions []int // in the order of the inputs
}

// Oracle answers by trying every completion of the unknown inputs.
func Oracle(rb *calc.Rulebook, s calc.Situation) Answer {
	o := oracle{rb: rb}
	o.complete(slices.Clone(s), 0)
	a := Answer{Award: o.award(), Benefits: make([]calc.Outcome, len(rb.Benefits)), Truths: make([]calc.Truth, len(rb.Conditions))}
	for b := range rb.Benefits {
		a.Benefits[b] = o.benefit(b)
	}
	for c := range rb.Conditions {
		a.Truths[c] = o.truth(func(x outcome) bool { return x.truths[c] })
	}
	for i := range rb.Inputs {
		if s[i] == calc.Unknown && o.matters(i) {
			a.Questions = append(a.Questions, i)
		}
	}
	return a
}

type oracle struct {
	rb    *calc.Rulebook
	cases []calc.Situation
	out   []outcome
}

// complete collects every completion of s from input i on.
func (o *oracle) complete(s calc.Situation, i int) {
	if i == len(o.rb.Inputs) {
		o.cases = append(o.cases, slices.Clone(s))
		o.out = append(o.out, o.plain(s))
		return
	}
	if s[i] != calc.Unknown {
		o.complete(s, i+1)
		return
	}
	in := &o.rb.Inputs[i]
	for v := in.Min; v <= in.Max; v++ {
		s[i] = v
		o.complete(s, i+1)
	}
	s[i] = calc.Unknown
}

func (o *oracle) award() calc.Outcome {
	a := calc.Outcome{Min: o.out[0].award, Max: o.out[0].award}
	for _, x := range o.out {
		a.Min, a.Max = min(a.Min, x.award), max(a.Max, x.award)
	}
	switch {
	case a.Min > 0:
		a.Status = calc.Eligible
	case a.Max == 0:
		a.Status = calc.Ineligible
	}
	return a
}

func (o *oracle) benefit(b int) calc.Outcome {
	a := calc.Outcome{Min: o.out[0].pays[b]}
	for _, x := range o.out {
		a.Min, a.Max = min(a.Min, x.pays[b]), max(a.Max, x.pays[b])
	}
	switch o.truth(func(x outcome) bool { return x.holds[b] }) {
	case calc.Holds:
		a.Status = calc.Eligible
	case calc.Fails:
		a.Status = calc.Ineligible
	}
	return a
}

func (o *oracle) truth(of func(outcome) bool) calc.Truth {
	yes, no := 0, 0
	for _, x := range o.out {
		if of(x) {
			yes++
		} else {
			no++
		}
	}
	switch {
	case no == 0:
		return calc.Holds
	case yes == 0:
		return calc.Fails
	}
	return calc.Open
}

// matters reports whether two completions that differ in input i alone have
// different awards.
func (o *oracle) matters(i int) bool {
	award := map[string]int64{}
	for k, s := range o.cases {
		rest := slices.Clone(s)
		rest[i] = 0
		key := string(bytesOf(rest))
		if was, ok := award[key]; ok && was != o.out[k].award {
			return true
		}
		award[key] = o.out[k].award
	}
	return false
}

func bytesOf(s calc.Situation) (b []byte) {
	for _, v := range s {
		b = append(b, byte(v))
	}
	return b
}

// plain answers one complete case the way a clerk would.
func (o *oracle) plain(s calc.Situation) outcome {
	x := outcome{}
	truth := map[string]bool{}
	for _, c := range o.rb.Conditions {
		truth[c.ID] = o.test(&c.Test, s)
		x.truths = append(x.truths, truth[c.ID])
	}
	amounts := map[string]int64{}
	for _, b := range o.rb.Benefits {
		holds := true
		for _, id := range b.Needs {
			holds = holds && truth[id]
		}
		pay := int64(0)
		if holds && b.Amount != nil {
			pay = o.amount(b.Amount, s)
		}
		amounts[b.ID] = pay
		x.holds, x.pays = append(x.holds, holds), append(x.pays, pay)
	}
	group := &o.rb.Combination.Group
	for i, v := range o.rb.Combination.Variants {
		if o.taken(v.Reading, s) == v.Alternative {
			group = &o.rb.Combination.Variants[i].Group
			break
		}
	}
	x.award = sum(group, amounts)
	return x
}

func sum(g *calc.Group, amounts map[string]int64) int64 {
	var parts []int64
	for _, id := range g.Members {
		parts = append(parts, amounts[id])
	}
	for i := range g.Groups {
		parts = append(parts, sum(&g.Groups[i], amounts))
	}
	total := int64(0)
	for _, p := range parts {
		if g.Sum {
			total += p
		} else if p > total {
			total = p
		}
	}
	if g.Cap > 0 && total > g.Cap {
		return g.Cap
	}
	return total
}

func (o *oracle) input(id string, s calc.Situation) int64 {
	return s[slices.IndexFunc(o.rb.Inputs, func(in calc.Input) bool { return in.ID == id })]
}

// taken is the id of the alternative in force, "" for the reading itself.
func (o *oracle) taken(reading string, s calc.Situation) string {
	for i, r := range o.rb.Readings {
		if r.ID == reading {
			if k := s[len(o.rb.Inputs)+i]; k > 0 {
				return r.Alternatives[k-1].ID
			}
		}
	}
	return ""
}

func (o *oracle) test(t *calc.Test, s calc.Situation) bool {
	holding := 0
	for i := range t.Of {
		if o.test(&t.Of[i], s) {
			holding++
		}
	}
	switch t.Op {
	case calc.OpBound:
		return side(t.Bound.Side, o.measure(t.Input, s).Cmp(whole(t.Bound.At)))
	case calc.OpOneOf:
		return slices.Contains(t.Values, o.input(t.Input, s))
	case calc.OpReading:
		return o.taken(t.Reading, s) == t.Alternative
	case calc.OpAll:
		return holding == len(t.Of)
	case calc.OpAny:
		return holding > 0
	case calc.OpNot:
		return holding == 0
	}
	return holding >= t.N
}

// side reports whether a comparison with a bound comes out as it must.
func side(s calc.Side, cmp int) bool {
	switch s {
	case calc.AtLeast:
		return cmp >= 0
	case calc.Over:
		return cmp > 0
	case calc.AtMost:
		return cmp <= 0
	}
	return cmp < 0
}

func whole(v int64) *big.Rat { return new(big.Rat).SetInt64(v) }

// measure is the exact value of an input or of a derived quantity.
func (o *oracle) measure(id string, s calc.Situation) *big.Rat {
	for _, d := range o.rb.Derived {
		if d.ID != id {
			continue
		}
		of, by := whole(o.input(d.Of, s)), whole(o.input(d.By, s))
		switch d.How {
		case calc.Difference:
			return of.Sub(of, by)
		case calc.Product:
			return down(of.Mul(of, by).Quo(of, whole(10_000)))
		case calc.Growth:
			of.Sub(of, by)
		}
		return of.Quo(of, by).Mul(of, whole(10_000))
	}
	return whole(o.input(id, s))
}

// down rounds down to a whole number.
func down(r *big.Rat) *big.Rat {
	return new(big.Rat).SetInt(new(big.Int).Div(r.Num(), r.Denom()))
}

func (o *oracle) amount(a *calc.Amount, s calc.Situation) int64 {
	switch {
	case len(a.Parts) > 0:
		sum := int64(0)
		for i := range a.Parts {
			sum += o.amount(&a.Parts[i], s)
		}
		if a.Cap > 0 {
			return min(sum, a.Cap)
		}
		return sum
	case a.Fixed > 0:
		return a.Fixed
	case len(a.Options) > 0:
		return o.option(a, s)
	}
	v := o.measure(a.Input, s)
	switch {
	case a.Share != nil:
		return share(a.Share, v)
	case a.Step != nil:
		steps := down(new(big.Rat).Quo(v, whole(a.Step.Every)))
		return min(down(steps.Mul(steps, whole(a.Step.Pay))).Num().Int64(), a.Step.Cap)
	case len(a.Bands) > 0:
		return bands(a.Bands, v)
	}
	for _, t := range a.Tiers {
		if v.Cmp(whole(t.From)) >= 0 && (t.Under == calc.NoLimit || v.Cmp(whole(t.Under)) < 0) {
			return t.Pay
		}
	}
	return 0
}

func (o *oracle) option(a *calc.Amount, s calc.Situation) int64 {
	i := slices.IndexFunc(o.rb.Inputs, func(in calc.Input) bool { return in.ID == a.Input })
	for _, p := range a.Options {
		if p.Option == o.rb.Inputs[i].Options[s[i]].ID {
			return p.Pay
		}
	}
	return 0
}

func share(sh *calc.Share, v *big.Rat) int64 {
	over := new(big.Rat).Sub(v, whole(sh.Above))
	if over.Sign() <= 0 {
		return 0
	}
	pay := down(over.Mul(over, big.NewRat(sh.Num, sh.Den))).Num().Int64()
	return min(max(pay, sh.Floor), sh.Cap)
}

// bands adds up, band by band, and rounds once.
func bands(list []calc.Band, v *big.Rat) int64 {
	sum := new(big.Rat)
	for i, b := range list {
		top := new(big.Rat).Set(v)
		if i+1 < len(list) && top.Cmp(whole(list[i+1].From)) > 0 {
			top = whole(list[i+1].From)
		}
		if part := top.Sub(top, whole(b.From)); part.Sign() > 0 {
			sum.Add(sum, part.Mul(part, big.NewRat(b.Num, b.Den)))
		}
	}
	return down(sum).Num().Int64()
}
