package rulefile

import (
	"slices"

	"mingce/calc"
	"mingce/site/amount"
	"mingce/site/toml"
)

func (l *loader) benefit(f *toml.Field[benefit]) {
	src := &f.Value
	b := calc.Benefit{
		ID: l.id(f.Key), Name: l.words(src.Name), Who: l.words(src.Who), Gives: l.words(src.Gives),
		Cite: l.cite(citation{src.Clause, src.Quote}), Readings: l.restsOn(src.RestsOn),
	}
	for _, id := range src.Needs.Value {
		c := find(l, id, l.rb.Conditions, "条件", func(c *calc.Condition) string { return c.ID })
		if c == nil {
			continue
		}
		if slices.Contains(b.Needs, c.ID) {
			l.add(id.Pos, "删去一个", "条件 %s 写了两次", c.ID)
		}
		b.Needs = append(b.Needs, c.ID)
		l.used["condition "+c.ID] = true
	}
	if src.Needs.Set && len(src.Needs.Value) == 0 {
		l.add(src.Needs.Pos, "写上要满足的条件", "这个项目没有条件")
	}
	b.Amount = l.amount(f)
	l.limits(&b, f.Key)
	l.rb.Benefits = append(l.rb.Benefits, b)
}

// amount reads the one form of amount a benefit may have.
func (l *loader) amount(f *toml.Field[benefit]) *calc.Amount {
	src := &f.Value
	written := 0
	for _, set := range []bool{src.Fixed != nil, src.Tiers != nil, src.Share != nil} {
		if set {
			written++
		}
	}
	if written > 1 {
		l.add(f.Key.Pos, "只留一种", "fixed、tiers 和 share 只能写一种")
		return nil
	}
	var all hold
	var a *calc.Amount
	before := len(l.problems)
	switch {
	case src.Fixed != nil:
		a = l.fixed(src, &all)
	case src.Tiers != nil:
		a = l.tiers(src, &all)
	case src.Share != nil:
		a = l.share(src, &all)
	}
	if len(l.problems) == before {
		all.seen(figures(src.Quote.Value, l.counted()))
		l.holdWords(src.Gives, all)
	}
	return a
}

func (l *loader) fixed(b *benefit, all *hold) *calc.Amount {
	src := b.Fixed
	cited := citation{src.Clause, src.Quote}.under(b.Clause)
	a := &calc.Amount{Cite: l.cite(cited), Readings: l.restsOn(src.RestsOn)}
	if pay, ok := l.money(src.Pay); ok {
		a.Fixed = pay
		var h hold
		h.pay(pay, src.Pay)
		l.holdQuote(src.Quote, h, all)
	}
	return a
}

func (l *loader) share(b *benefit, all *hold) *calc.Amount {
	src := b.Share
	cited := citation{src.Clause, src.Quote}.under(b.Clause)
	s := &calc.Share{Num: 1, Den: 1, Cap: calc.NoLimit, Cite: l.cite(cited)}
	in := l.findInput(src.Of)
	if in != nil && !l.odd[in.ID] && in.Kind != calc.Money {
		l.add(src.Of.Pos, "of 写一个金额题", "%s 是%s题,不能按比例补助", in.ID, answers()[in.Kind])
	}
	if src.Rate.Set {
		num, den, err := amount.ParseFraction(src.Rate.Value)
		switch {
		case !l.read(src.Rate, err):
		case num <= 0 || num > den || den > 1_000_000:
			l.add(src.Rate.Pos, "写成如20%,大于0,不超过100%", "“%s”不能是补助的比例", src.Rate.Value)
		default:
			s.Num, s.Den = num, den
			var h hold
			h.rate(num, den, src.Rate)
			l.holdQuote(src.Quote, h, all)
		}
	}
	if src.Cap.Set != src.CapQuote.Set {
		l.add(src.Pos, "写 cap = \"200万元\" 和 cap_quote = \"最高不超过200万元\"", "cap 和 cap_quote 要一起写")
	}
	if limit, ok := l.money(src.Cap); ok && src.CapQuote.Set {
		s.Cap, s.CapCite = limit, l.cite(citation{cited.Clause, src.CapQuote})
		var h hold
		h.cap(limit, src.Cap)
		l.holdQuote(src.CapQuote, h, all)
	}
	return &calc.Amount{Input: src.Of.Value, Share: s, Readings: l.restsOn(src.RestsOn)}
}
