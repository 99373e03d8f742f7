package rulefile

import (
	"slices"
	"strings"

	"mingce/calc"
	"mingce/site/amount"
	"mingce/site/toml"
)

func (l *loader) benefit(f *toml.Field[benefit]) {
	l.enter()
	src := l.amended(f.Value)
	gives := l.setting("gives", src.Gives)
	b := calc.Benefit{
		ID: l.id(f.Key), Name: l.words(src.Name), Who: l.words(src.Who), Gives: l.words(gives.now),
		Cite: l.cite(citation{src.Clause, src.Quote}), Readings: l.restsOn(src.RestsOn),
	}
	b.Needs = l.needs(src.Needs)
	b.Amount = l.priced(f.Key, &src, gives.now)
	b.CaseByCase = l.caseByCase(&src, b.Amount)
	l.limits(&b, f.Key)
	if !l.inForce(src.period) || l.own.absent {
		l.gone["benefit "+b.ID] = true
	}
	l.rb.Benefits = append(l.rb.Benefits, b)
}

// amended is a benefit as it stands on the day.
func (l *loader) amended(b benefit) benefit {
	var since toml.Date
	for i := range b.Amended {
		a := &b.Amended[i]
		if !a.From.Set {
			continue
		}
		if !since.IsZero() && !since.Before(a.From.Value) {
			l.add(a.From.Pos, "各次修改按施行日期从早到晚写", "这次修改不在上一次之后施行")
		}
		since = a.From.Value
		l.from(since)
		if l.day.Before(since) {
			continue
		}
		if len(a.forms.written()) > 0 || a.Total != nil {
			b.pricing = a.pricing
		} else if a.Instalments.Set {
			b.Instalments = a.Instalments
		}
		if a.Gives.Kind != toml.None {
			b.Gives = a.Gives
		}
		if a.Needs.Set {
			b.Needs = a.Needs
		}
		if a.Quote.Set {
			c := a.citation.under(b.Clause)
			b.Clause, b.Quote = c.Clause, c.Quote
		}
	}
	return b
}

// needs resolves the conditions of a benefit.
func (l *loader) needs(src toml.At[[]toml.At[string]]) (ids []string) {
	for _, id := range src.Value {
		c := l.conditionOf(id.Value)
		if c == nil || !id.Set {
			c = find(l, id, l.rb.Conditions, "条件", func(c *calc.Condition) string { return c.ID })
		}
		if c == nil {
			continue
		}
		if slices.Contains(ids, c.ID) {
			l.add(id.Pos, "删去一个", "条件 %s 写了两次", c.ID)
		}
		ids = append(ids, c.ID)
		l.used["condition "+c.ID] = true
	}
	if src.Set && len(src.Value) == 0 {
		l.add(src.Pos, "写上要满足的条件", "这个项目没有条件")
	}
	return ids
}

// caseByCase reads the words by which a benefit is decided in each case.
func (l *loader) caseByCase(src *benefit, a *calc.Amount) *calc.Citation {
	c := src.CaseByCase
	if c == nil {
		return nil
	}
	switch {
	case !c.Quote.Set:
		l.add(src.Pos, "写成 case_by_case = { quote = \"一事一议\" }", "没有写一事一议的引文")
	case a != nil:
		l.add(c.Quote.Pos, "只留一种", "一事一议的项目算不出金额")
	}
	cite := l.cite(c.under(src.Clause))
	l.holdQuote(c.Quote, nil, &l.own.hold)
	return &cite
}

// priced reads the one form of amount a benefit may have.
func (l *loader) priced(key toml.At[string], src *benefit, gives toml.At[string]) *calc.Amount {
	written := src.written()
	if src.Total != nil {
		written = append(written, "total")
	}
	if len(written) > 1 {
		l.add(key.Pos, "只留一种;几部分相加写 total", "%s 只能写一种", strings.Join(written, " 和 "))
		return &calc.Amount{}
	}
	if len(written) == 0 {
		if src.Instalments.Set {
			l.add(src.Instalments.Pos, "先写金额,或删去 instalments", "没有金额,不能分期")
		}
		return nil
	}
	var all hold
	before := len(l.problems)
	var a *calc.Amount
	if src.Total != nil {
		a = l.total(src.Total, src.Clause, &all)
	} else {
		a = l.form(&src.forms, src.Clause, &all)
	}
	a.Instalments = l.instalments(src, &all)
	if len(l.problems) == before && l.readable(a) {
		all.seen(figures(src.Quote.Value, l.units()))
		all.add(l.own.hold)
		l.holdWords(gives, all)
	}
	return a
}

// readable reports whether all that an amount measures could be read.
func (l *loader) readable(a *calc.Amount) bool {
	if a.Input != "" && l.measured(a.Input) == nil {
		return false
	}
	for i := range a.Parts {
		if !l.readable(&a.Parts[i]) {
			return false
		}
	}
	return true
}

// written names the forms that are there; good is one.
func (f *forms) written() (names []string) {
	note := func(set bool, name string) {
		if set {
			names = append(names, name)
		}
	}
	note(f.Fixed != nil, "fixed")
	note(f.Tiers != nil, "tiers")
	note(f.Share != nil, "share")
	note(f.Each != nil, "each")
	note(f.Bands != nil, "bands")
	note(f.Options != nil, "options")
	return names
}

// form reads the form that is written. clause is that of the benefit.
func (l *loader) form(f *forms, clause toml.At[string], all *hold) *calc.Amount {
	switch {
	case f.Fixed != nil:
		return l.fixed(f.Fixed, clause, all)
	case f.Tiers != nil:
		return l.tiers(f.Tiers, clause, all)
	case f.Share != nil:
		return l.share(f.Share, clause, all)
	case f.Each != nil:
		return l.each(f.Each, clause, all)
	case f.Bands != nil:
		return l.bands(f.Bands, clause, all)
	}
	return l.byOption(f.Options, clause, all)
}

// total reads parts that are added up.
func (l *loader) total(src *total, clause toml.At[string], all *hold) *calc.Amount {
	if src.Clause.Set {
		clause = src.Clause
	}
	a := &calc.Amount{Cap: calc.NoLimit}
	for i := range src.Parts.Value {
		p := &src.Parts.Value[i]
		if n := len(p.written()); n != 1 {
			l.add(p.Pos, "每一部分写 fixed、tiers、share、each、bands、options 中的一种", "这一部分写了%d种金额", n)
			continue
		}
		a.Parts = append(a.Parts, *l.form(&p.forms, clause, all))
	}
	if src.Parts.Set && len(src.Parts.Value) < 2 {
		l.add(src.Parts.Pos, "只有一部分的,不用 total", "这里没有几部分可以相加")
	}
	l.cap(src.Pos, src.Cap, src.CapQuote, clause, &a.Cap, &a.CapCite, all)
	return a
}

// instalments reads in which years an amount is paid.
func (l *loader) instalments(src *benefit, all *hold) (paid []calc.Instalment) {
	const whole = 10_000 // hundredths of a percent
	sum, year := int64(0), int64(0)
	for i := range src.Instalments.Value {
		in := &src.Instalments.Value[i]
		l.line()
		var h hold
		num, den, ok := l.rate("rate", in.Rate, &h)
		cite := l.stands(citation{in.Clause, in.Quote}.under(src.Clause))
		l.holdQuote(in.Quote, h, all)
		if in.Year.Set && (in.Year.Value <= year || in.Year.Value > 100) {
			l.add(in.Year.Pos, "第一年写 year = 1,各年从早到晚写", "%d不是下一个年份", in.Year.Value)
		}
		year = in.Year.Value
		if !ok {
			return nil
		}
		if whole%den != 0 {
			l.add(in.Rate.Pos, "写成如40%", "每年的比例要能写成百分数")
			return nil
		}
		sum += whole / den * num
		paid = append(paid, calc.Instalment{Year: int(in.Year.Value), Percent: whole / den * num, Cite: cite})
	}
	if src.Instalments.Set && sum != whole && !l.own.absent {
		l.add(src.Instalments.Pos, "各年的比例相加是100%", "各年相加是%s", percent(sum))
	}
	return paid
}

func percent(hundredths int64) string {
	return amount.Format(calc.Percent, "", hundredths)
}
