package diff

import (
	"fmt"
	"slices"
	"strings"

	"mingce/calc"
	"mingce/site/explain/phrase"
)

func lines(list []string) string { return strings.Join(list, ";") }

// A form is the way an amount is worked out.
func form(a *calc.Amount) string {
	switch {
	case len(a.Parts) > 0:
		return "各部分相加"
	case a.Share != nil:
		return "按比例"
	case a.Step != nil:
		return "按每满"
	case len(a.Bands) > 0:
		return "分段"
	case len(a.Options) > 0:
		return "按选项"
	case len(a.Tiers) > 0:
		return "分档"
	}
	return "定额"
}

// amount compares two amounts; part names the part of one, with nothing for
// the whole.
func (c *comparer) amount(part string, was, is *calc.Amount) {
	if form(was) != form(is) || len(was.Parts) != len(is.Parts) {
		c.text(part+"数额", lines(c.before.Amount(was)), lines(c.after.Amount(is)))
		return
	}
	c.text(part+"计算依据", c.before.Measure(was.Input).Short, c.after.Measure(is.Input).Short)
	switch {
	case len(is.Parts) > 0:
		for i := range is.Parts {
			c.amount(fmt.Sprintf("第%d部分", i+1), &was.Parts[i], &is.Parts[i])
		}
		c.limit(part+"合计的最高限额", was.Cap, is.Cap)
	case is.Share != nil:
		c.share(part, was.Share, is.Share)
	case is.Step != nil:
		c.quantity(part+"每满", c.before.Measure(was.Input).Say(was.Step.Every), c.after.Measure(is.Input).Say(is.Step.Every))
		c.quantity(part+"每满一个的数额", phrase.Yuan(was.Step.Pay), phrase.Yuan(is.Step.Pay))
		c.limit(part+"最高限额", was.Step.Cap, is.Step.Cap)
	case len(is.Tiers) > 0:
		c.tiers(part, was, is)
	case len(is.Options) > 0:
		c.optionPays(part, was, is)
	case len(is.Bands) > 0:
		c.text(part+"分段", lines(c.before.Amount(plain(was))), lines(c.after.Amount(plain(is))))
	default:
		c.quantity(part+"数额", phrase.Yuan(was.Fixed), phrase.Yuan(is.Fixed))
	}
	c.text("分年拨付", phrase.Instalments(was.Instalments), phrase.Instalments(is.Instalments))
	c.restsOn(was.Readings, is.Readings)
	if was.Cite.Quote != "" && is.Cite.Quote != "" {
		c.cite(was.Cite, is.Cite)
	}
}

// plain is an amount without its instalments.
func plain(a *calc.Amount) *calc.Amount {
	p := *a
	p.Instalments = nil
	return &p
}

// limit compares two caps, of which either may be missing.
func (c *comparer) limit(what string, was, is int64) {
	none := func(v int64) bool { return v <= 0 || v == calc.NoLimit }
	switch {
	case none(was) && none(is):
	case none(was):
		c.say("新增" + what + phrase.Yuan(is))
	case none(is):
		c.say("取消" + what + "(原为" + phrase.Yuan(was) + ")")
	default:
		c.quantity(what, phrase.Yuan(was), phrase.Yuan(is))
	}
}

func (c *comparer) share(part string, was, is *calc.Share) {
	c.quantity(part+"比例", phrase.Rate(was.Num, was.Den), phrase.Rate(is.Num, is.Den))
	c.limit(part+"最高限额", was.Cap, is.Cap)
	c.limit(part+"最低限额", was.Floor, is.Floor)
	c.limit(part+"起算金额", was.Above, is.Above)
	c.cite(was.Cite, is.Cite)
}

// tiers compares tier by tier where there are as many; else by where they
// begin.
func (c *comparer) tiers(part string, was, is *calc.Amount) {
	m := c.after.Measure(is.Input)
	if len(was.Tiers) == len(is.Tiers) {
		for i, t := range is.Tiers {
			c.tier(fmt.Sprintf("%s第%d档", part, i+1), was, is, was.Tiers[i], t)
		}
		return
	}
	begins := func(list []calc.Tier, from int64) int {
		return slices.IndexFunc(list, func(t calc.Tier) bool { return t.From == from })
	}
	for i, t := range is.Tiers {
		if k := begins(was.Tiers, t.From); k >= 0 {
			c.tier(part+m.Say(t.From)+"以上一档", was, is, was.Tiers[k], t)
		} else {
			c.say(fmt.Sprintf("新增%s第%d档“%s”:%s", part, i+1, c.after.Tier(is.Input, t), phrase.Yuan(t.Pay)))
		}
	}
	for i, t := range was.Tiers {
		if begins(is.Tiers, t.From) < 0 {
			c.say(fmt.Sprintf("删去%s原第%d档“%s”:%s", part, i+1, c.before.Tier(was.Input, t), phrase.Yuan(t.Pay)))
		}
	}
}

func (c *comparer) tier(what string, a, b *calc.Amount, was, is calc.Tier) {
	c.quantity(what+"的范围", c.before.Tier(a.Input, was), c.after.Tier(b.Input, is))
	c.quantity(what+"奖励", phrase.Yuan(was.Pay), phrase.Yuan(is.Pay))
	c.cite(was.Cite, is.Cite)
}

func (c *comparer) optionPays(part string, was, is *calc.Amount) {
	pay := func(list []calc.OptionPay, id string) string {
		for _, o := range list {
			if o.Option == id {
				return phrase.Yuan(o.Pay)
			}
		}
		return phrase.Yuan(0)
	}
	var ids []string
	for _, o := range slices.Concat(is.Options, was.Options) {
		if !slices.Contains(ids, o.Option) {
			ids = append(ids, o.Option)
		}
	}
	m := c.after.Measure(is.Input)
	for _, id := range ids {
		c.quantity(part+"选项“"+m.Option(id)+"”", pay(was.Options, id), pay(is.Options, id))
	}
}
