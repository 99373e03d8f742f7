package rulefile

import (
	"math"

	"mingce/calc"
	"mingce/site/amount"
	"mingce/site/problem"
	"mingce/site/toml"
)

// line begins one line of a rule: its versions have brought no words yet.
func (l *loader) line() { l.own.cite, l.own.since = citation{}, toml.Date{} }

// limited reads the most, or the least, that may be paid.
func (l *loader) limited(key string, a toml.Any, side calc.Side, h *hold) (int64, bool) {
	s := l.setting(key, a)
	l.expect(s, h, func(at toml.At[string]) (expected, bool) {
		fen, ok := l.money(at)
		return paidWithin(fen, side, at), ok
	})
	return l.money(s.now)
}

// pay reads an amount that is granted.
func (l *loader) pay(key string, a toml.Any, h *hold) (int64, bool) {
	s := l.setting(key, a)
	l.expect(s, h, func(at toml.At[string]) (expected, bool) {
		fen, ok := l.money(at)
		return paying(fen, at), ok
	})
	return l.money(s.now)
}

// rate reads the part of a sum that is paid.
func (l *loader) rate(key string, a toml.Any, h *hold) (num, den int64, ok bool) {
	s := l.setting(key, a)
	l.expect(s, h, func(at toml.At[string]) (expected, bool) {
		num, den, ok := l.fraction(at)
		return sharing(num, den, at), ok
	})
	return l.fraction(s.now)
}

func (l *loader) fraction(s toml.At[string]) (num, den int64, ok bool) {
	if !s.Set {
		return 1, 1, false
	}
	num, den, err := amount.ParseFraction(s.Value)
	switch {
	case !l.read(s, err):
	case num <= 0 || num > den || den > 1_000_000:
		l.add(s.Pos, "写成如20%,大于0,不超过100%", "“%s”不能是补助的比例", s.Value)
	default:
		return num, den, true
	}
	return 1, 1, false
}

// mark reads a value on the scale of what is measured. bound says on which
// side of it the text speaks; either when that makes no difference.
func (l *loader) mark(key string, a toml.Any, in *calc.Input, side calc.Side, either bool, h *hold) (setting, int64, bool) {
	s := l.setting(key, a)
	l.expect(s, h, func(at toml.At[string]) (expected, bool) {
		v, ok := l.quantity(in, at)
		e := limiting(in, calc.Bound{Side: side, At: v}, at)
		e.either = either
		return e, ok
	})
	v, ok := l.quantity(in, s.now)
	return s, v, ok
}

// sum resolves what shares and bands are taken of: a sum of money in 元.
func (l *loader) sum(of toml.At[string]) *calc.Input {
	in := l.findInput(of)
	switch {
	case in == nil || l.odd[in.ID]:
		return nil
	case in.Kind != calc.Money:
		l.add(of.Pos, "of 写一个金额题", "%s 是%s题,不能按比例补助", in.ID, kindWord(in.Kind))
		return nil
	case in.Unit != "":
		l.add(of.Pos, "先用 [quantity] 的 product 按汇率折算", "%s 是外币金额", in.ID)
		return nil
	}
	return in
}

func (l *loader) fixed(src *fixed, clause toml.At[string], all *hold) *calc.Amount {
	l.line()
	a := &calc.Amount{Readings: l.restsOn(src.RestsOn)}
	var h hold
	pay, ok := l.pay("pay", src.Pay, &h)
	a.Cite = l.stands(citation{src.Clause, src.Quote}.under(clause))
	if a.Fixed = pay; ok {
		l.holdQuote(src.Quote, h, all)
	}
	return a
}

func (l *loader) share(src *share, clause toml.At[string], all *hold) *calc.Amount {
	cited := citation{src.Clause, src.Quote}.under(clause)
	s := &calc.Share{Cap: calc.NoLimit}
	in := l.sum(src.Of)
	l.line()
	var h hold
	var ok bool
	s.Num, s.Den, ok = l.rate("rate", src.Rate, &h)
	s.Cite = l.stands(cited)
	l.line()
	if src.Above.Kind != toml.None && in != nil {
		apart := l.apart(src.AboveQuote, &h)
		s.Above = l.above(in, src.Above, apart)
		s.AboveCite = l.standsApart(citation{cited.Clause, src.AboveQuote}, cited, apart, all)
	}
	l.line()
	if src.Floor.Kind != toml.None {
		apart := l.apart(src.FloorQuote, &h)
		s.Floor, _ = l.limited("floor", src.Floor, calc.AtLeast, apart)
		s.FloorCite = l.standsApart(citation{cited.Clause, src.FloorQuote}, cited, apart, all)
	}
	l.cap(src.Pos, src.Cap, src.CapQuote, cited.Clause, &s.Cap, &s.CapCite, all)
	if ok {
		l.holdQuote(src.Quote, h, all)
	}
	if s.Floor > s.Cap {
		l.add(src.Floor.Pos, "floor 不大于 cap", "最低额比最高额还高")
	}
	if s.Cap != calc.NoLimit && s.Cap/s.Num > math.MaxInt64/s.Den/2 {
		l.add(src.Cap.Pos, "核对 rate 和 cap", "按这个比例达不到这个最高额")
	}
	return &calc.Amount{Input: src.Of.Value, Share: s, Readings: l.restsOn(src.RestsOn)}
}

// above reads the threshold that only the part above counts of.
func (l *loader) above(in *calc.Input, a toml.Any, h *hold) int64 {
	s, v, ok := l.mark("above", a, in, calc.Over, true, h)
	if ok && (v < in.Min || v >= in.Max || v < 0) {
		l.add(s.now.Pos, rangeOf(in), "“%s”不在 %s 的范围内", s.now.Value, in.ID)
		return 0
	}
	return v
}

// apart is where the figures of a parameter go that may have a quote of its
// own: to that, or to the rule's.
func (l *loader) apart(quote toml.At[string], rules *hold) *hold {
	if quote.Set {
		return &hold{}
	}
	return rules
}

// standsApart cites a parameter, and holds it to its own quote if it has one.
func (l *loader) standsApart(own, rules citation, h *hold, all *hold) calc.Citation {
	if !own.Quote.Set {
		return l.stands(rules)
	}
	l.holdQuote(own.Quote, *h, all)
	return l.stands(own)
}

// cap reads the most that is paid, with the words it stands in.
func (l *loader) cap(at problem.Pos, a toml.Any, quote, clause toml.At[string], limit *int64, cite *calc.Citation, all *hold) {
	if (a.Kind != toml.None) != quote.Set {
		l.add(at, "写 cap = \"200万元\" 和 cap_quote = \"最高不超过200万元\"", "cap 和 cap_quote 要一起写")
		return
	}
	l.line()
	var h hold
	if fen, ok := l.limited("cap", a, calc.AtMost, &h); ok {
		*limit, *cite = fen, l.stands(citation{clause, quote})
		l.holdQuote(quote, h, all)
	}
}

func (l *loader) each(src *each, clause toml.At[string], all *hold) *calc.Amount {
	cited := citation{src.Clause, src.Quote}.under(clause)
	st := &calc.Step{Every: 1, Pay: 1, Cap: calc.NoLimit}
	a := &calc.Amount{Input: src.Of.Value, Step: st, Readings: l.restsOn(src.RestsOn)}
	in := l.findInput(src.Of)
	if in == nil || l.odd[in.ID] {
		return a
	}
	if !in.Kind.Numeric() || in.Kind == calc.Date || l.isRatio(in.ID) {
		l.add(src.Of.Pos, "of 写一个用数回答的题,不是日期或比率", "%s 不能分段计数", in.ID)
		return a
	}
	l.line()
	var h hold
	every, n, ok := l.mark("every", src.Every, in, calc.AtLeast, true, &h)
	if ok && n <= 0 {
		l.add(every.now.Pos, "写大于0的数", "每一段要大于0")
		ok = false
	}
	pay, paid := l.pay("pay", src.Pay, &h)
	st.Cite = l.stands(cited)
	if !ok || !paid {
		return a
	}
	st.Every, st.Pay = n, pay
	l.holdQuote(src.Quote, h, all)
	l.cap(src.Pos, src.Cap, src.CapQuote, cited.Clause, &st.Cap, &st.CapCite, all)
	steps := in.Max / n
	if st.Cap != calc.NoLimit {
		steps = min(steps, (st.Cap-1)/pay)
	}
	if steps > calc.MaxValue/pay {
		l.add(src.Pos, "写上 cap,或把 "+in.ID+" 的 max 写小一些", "这样算下去可能超过%s", amount.FormatYuan(calc.MaxValue))
	}
	return a
}
