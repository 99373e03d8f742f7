package rulefile

import (
	"slices"

	"mingce/calc"
	"mingce/site/amount"
	"mingce/site/toml"
)

// bands reads shares of the parts of a sum, one for each part.
func (l *loader) bands(src *bands, clause toml.At[string], all *hold) *calc.Amount {
	a := &calc.Amount{Input: src.Of.Value, Readings: l.restsOn(src.RestsOn)}
	in := l.sum(src.Of)
	if in == nil {
		return a
	}
	parts := src.Parts.Value
	if src.Parts.Set && len(parts) == 0 {
		l.add(src.Parts.Pos, "写上 { above = \"0元\", up_to = \"100万元\", rate = …, quote = … }", "没有写各段")
	}
	upTo := int64(-1) // where the band before ends
	for i := range parts {
		b, end, ok := l.band(in, &parts[i], clause, all)
		if !ok {
			return a
		}
		if upTo >= 0 && b.From != upTo {
			l.add(parts[i].Above.Pos, "写成上一段的 up_to:"+amount.FormatYuan(upTo), "与上一段不相接")
			return a
		}
		switch last := i == len(parts)-1; {
		case !last && end < 0:
			l.add(parts[i].Pos, "加上 up_to,等于下一段的 above", "这一段没有写到哪里为止")
			return a
		case last && end >= 0:
			l.add(parts[i].UpTo.Pos, "最后一段不写 up_to;总额有上限的,用 total 的 cap", "最后一段没有止境")
			return a
		case end >= 0 && end <= b.From:
			l.add(parts[i].UpTo.Pos, "up_to 应当大于 above", "这一段是空的")
			return a
		case end >= 0 && (end-b.From)%b.Den*b.Num%b.Den != 0:
			l.add(parts[i].Rate.Pos, "核对各段的界限和比例", "这一段算满不是整分")
		}
		upTo = end
		a.Bands = append(a.Bands, b)
	}
	return a
}

// band reads one by itself; end is negative when it has none.
func (l *loader) band(in *calc.Input, src *band, clause toml.At[string], all *hold) (b calc.Band, end int64, ok bool) {
	l.line()
	var h hold
	from, v, read := l.mark("above", src.Above, in, calc.Over, true, &h)
	if read && len(h) > 0 && v == in.Min {
		h[0].implied = true // 100万元以下的部分 begins at nothing
	}
	end = -1
	if src.UpTo.Kind != toml.None {
		_, to, ok := l.mark("up_to", src.UpTo, in, calc.AtMost, true, &h)
		end, read = to, read && ok
	}
	num, den, rated := l.rate("rate", src.Rate, &h)
	cite := l.stands(citation{src.Clause, src.Quote}.under(clause))
	if !read || !rated {
		return b, end, false
	}
	l.holdQuote(src.Quote, h, all)
	if v < in.Min || v >= in.Max || end > in.Max {
		l.add(from.now.Pos, rangeOf(in), "这一段不在 %s 的范围内", in.ID)
		return b, end, false
	}
	return calc.Band{From: v, Num: num, Den: den, Cite: cite}, end, true
}

// byOption reads what each option of a choice pays.
func (l *loader) byOption(src *byOption, clause toml.At[string], all *hold) *calc.Amount {
	a := &calc.Amount{Input: src.Of.Value, Readings: l.restsOn(src.RestsOn)}
	in := l.findInput(src.Of)
	if in == nil || l.odd[in.ID] {
		return a
	}
	if in.Kind != calc.Choice {
		l.add(src.Of.Pos, "of 写一个选择题", "%s 是%s题,没有选项", in.ID, kindWord(in.Kind))
		return a
	}
	if src.Pays.Set && len(src.Pays.Value) == 0 {
		l.add(src.Pays.Pos, "写上 { is = \"…\", pay = …, quote = … }", "没有写各选项的金额")
	}
	for i := range src.Pays.Value {
		o := &src.Pays.Value[i]
		l.line()
		var h hold
		fen, ok := l.pay("pay", o.Pay, &h)
		if ok {
			l.holdQuote(o.Quote, h, all)
		}
		p := calc.OptionPay{Option: o.Is.Value, Pay: fen, Cite: l.stands(citation{o.Clause, o.Quote}.under(clause))}
		if find(l, o.Is, in.Options, "选项", func(o *calc.Option) string { return o.ID }) == nil {
			continue
		}
		if slices.ContainsFunc(a.Options, func(other calc.OptionPay) bool { return other.Option == p.Option }) {
			l.add(o.Is.Pos, "删去一个", "选项 %s 写了两次", p.Option)
		}
		a.Options = append(a.Options, p)
	}
	return a
}
