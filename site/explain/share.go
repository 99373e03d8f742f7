package explain

import (
	"fmt"
	"math/big"
	"strings"

	"mingce/calc"
	"mingce/site/explain/phrase"
)

// share says a fraction of an amount, with its floor and its cap.
func (t *teller) share(step *Step, b *calc.Benefit, s *calc.Share, f fact) int64 {
	step.Clause, step.Quote = s.Cite.Clause, s.Cite.Quote
	what, base := t.told(f), new(big.Rat).Set(f.value)
	if s.Above > 0 {
		base.Sub(base, big.NewRat(s.Above, 1))
		if base.Sign() <= 0 {
			step.Clause, step.Quote = s.AboveCite.Clause, s.AboveCite.Quote
			step.Words = what + ",没有超过" + phrase.Yuan(s.Above) + ",没有" + verb(b)
			return 0
		}
		what += ",超过" + phrase.Yuan(s.Above) + "的部分" + phrase.Yuan(floor(base).Int64())
	}
	if base.Sign() <= 0 {
		step.Words = what + ",没有" + verb(b)
		return 0
	}
	exact := base.Mul(base, big.NewRat(s.Num, s.Den))
	pay, rate := floor(exact).Int64(), phrase.Rate(s.Num, s.Den)
	switch {
	case pay > s.Cap:
		step.Words = what + "," + limited(rate, pay, s.Cap)
		step.Clause, step.Quote = s.CapCite.Clause, s.CapCite.Quote
		return s.Cap
	case pay < s.Floor:
		step.Words = what + "," + rate + "为" + phrase.Yuan(pay) + ",低于最低限额,按" + phrase.Yuan(s.Floor) + "计"
		step.Clause, step.Quote = s.FloorCite.Clause, s.FloorCite.Quote
		return s.Floor
	}
	step.Words = what + "的" + rate + rounded(exact)
	if pay == s.Cap {
		step.Words += ",正好是最高限额"
	}
	return pay
}

// rounded says an amount of 分, and what is left out below them:
// ,即100万元 or 为24.694元,分以下舍去,即24.69元.
func rounded(exact *big.Rat) string {
	pay := phrase.Yuan(floor(exact).Int64())
	if exact.IsInt() {
		return ",即" + pay
	}
	yuan := new(big.Rat).Quo(exact, big.NewRat(calc.Money.Scale(), 1))
	if digits, finite := yuan.FloatPrec(); finite && digits <= 6 {
		return "为" + yuan.FloatString(digits) + "元,分以下舍去,即" + pay
	}
	return ",分以下舍去,即" + pay
}

// stepped says so much for every full so much.
func (t *teller) stepped(step *Step, b *calc.Benefit, st *calc.Step, f fact) int64 {
	step.Clause, step.Quote = st.Cite.Clause, st.Cite.Quote
	every := f.Say(st.Every)
	if f.value.Cmp(big.NewRat(st.Every, 1)) < 0 {
		step.Words = t.told(f) + ",不满" + every + ",没有" + verb(b)
		return 0
	}
	steps := floor(new(big.Rat).Quo(f.value, big.NewRat(st.Every, 1))).Int64()
	words := fmt.Sprintf("%s,满%d个%s,每满一个%s%s", t.told(f), steps, every, verb(b), phrase.Yuan(st.Pay))
	if st.Cap/st.Pay < steps {
		step.Words = words + ",超过最高限额,按" + phrase.Yuan(st.Cap) + "计"
		step.Clause, step.Quote = st.CapCite.Clause, st.CapCite.Quote
		return st.Cap
	}
	step.Words = words + ",即" + phrase.Yuan(steps*st.Pay)
	return steps * st.Pay
}

// bands says what each stretch of an amount adds; 分 are rounded once, at the
// end.
func (t *teller) bands(step *Step, bands []calc.Band, f fact) int64 {
	sum := new(big.Rat)
	var parts []string
	for i, band := range bands {
		end := f.value
		if i+1 < len(bands) && end.Cmp(big.NewRat(bands[i+1].From, 1)) > 0 {
			end = big.NewRat(bands[i+1].From, 1)
		}
		part := new(big.Rat).Sub(end, big.NewRat(band.From, 1))
		if part.Sign() <= 0 {
			break
		}
		step.Clause, step.Quote = band.Cite.Clause, band.Cite.Quote
		part.Mul(part, big.NewRat(band.Num, band.Den))
		sum.Add(sum, part)
		parts = append(parts, t.book.Band(bands, i)+"按"+phrase.Rate(band.Num, band.Den)+rounded(part))
	}
	if len(parts) == 0 {
		step.Clause, step.Quote = bands[0].Cite.Clause, bands[0].Cite.Quote
		step.Words = t.told(f) + ",没有超过" + phrase.Yuan(bands[0].From)
		return 0
	}
	pay := floor(sum).Int64()
	step.Words = t.told(f) + "分段计算:" + strings.Join(parts, ";") + ";合计" + phrase.Yuan(pay)
	return pay
}
