package rulefile

import (
	"fmt"
	"math/big"
	"slices"
	"strings"

	"mingce/calc"
	"mingce/site/amount"
)

// Amiss says in which respects an answer is not what the case states; nothing
// when it stands. a is what p answers for the case's situation.
func (k *Case) Amiss(p *calc.Program, a *calc.Assessment) (amiss []string) {
	say := func(format string, args ...any) { amiss = append(amiss, fmt.Sprintf(format, args...)) }
	rb := p.Rulebook
	if a.Award.Min != k.Min || a.Award.Max != k.Max {
		say("写的是%s,规则算出%s", between(k.Min, k.Max), between(a.Award.Min, a.Award.Max))
		return amiss
	}
	if k.Pays != nil && !slices.Equal(k.Pays, a.Pays) {
		say("的给付项目与规则算出的不同")
	}
	if k.Asks != nil && !slices.Equal(k.Asks, a.Questions) {
		say("还要问的问题与规则得出的不同")
	}
	for _, s := range k.States {
		if got := a.Benefits[s.Benefit].Status; got != s.Status {
			say("中 %s 写的是 %s,规则得出 %s", rb.Benefits[s.Benefit].ID, s.Status, got)
		}
	}
	for _, s := range k.Instalments {
		if b := &rb.Benefits[s.Benefit]; !s.paid(b.Amount, a.Benefits[s.Benefit]) {
			say("中 %s 各年拨付的金额与规则得出的不同", b.ID)
		}
	}
	if k.RestsOn != nil {
		if got := readingsIn(rb, a.Readings); !slices.Equal(k.RestsOn, got) {
			say("依据的解释口径与规则得出的不同,规则得出 %s", strings.Join(readingIDs(rb, got), "、"))
		}
	}
	return amiss
}

// paid reports whether an amount that is certain is paid so over the years.
func (s *Spread) paid(amount *calc.Amount, out calc.Outcome) bool {
	if amount == nil || out.Min != out.Max || len(amount.Instalments) != len(s.Years) {
		return false
	}
	for i, in := range amount.Instalments {
		part := new(big.Rat).Mul(big.NewRat(out.Min, 1), big.NewRat(in.Percent, 10_000))
		if in.Year != s.Years[i].Year || part.Cmp(big.NewRat(s.Years[i].Pay, 1)) != 0 {
			return false
		}
	}
	return true
}

// readingsIn are the readings in a set, in order.
func readingsIn(rb *calc.Rulebook, in uint64) (list []int) {
	for i := range rb.Readings {
		if in>>i&1 != 0 {
			list = append(list, i)
		}
	}
	return list
}

func readingIDs(rb *calc.Rulebook, list []int) (ids []string) {
	for _, i := range list {
		ids = append(ids, rb.Readings[i].ID)
	}
	return ids
}

func between(least, most int64) string {
	if least == most {
		return amount.FormatYuan(least)
	}
	return amount.FormatYuan(least) + "至" + amount.FormatYuan(most)
}
