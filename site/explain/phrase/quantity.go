// Package phrase says the parts of a rulebook in plain Chinese: quantities,
// bounds, tests, amounts and the way they are combined. What is said is exact;
// nothing is ever rounded.
//
// Quantities are said the way people speak of them. A decimal is used where
// it is exact and short, so 250000000元 is 2.5亿元 and 1234.5万元 stays so; what
// has more decimals than two is left in 元 (199999999.99元). Package amount
// reads back what is said here.
package phrase

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"mingce/calc"
	"mingce/site/amount"
)

// Yuan says an amount of 分: 2.5亿元, 60万元, 123456元, 0.01元.
func Yuan(fen int64) string { return Quantity(calc.Money, "", fen) }

// Quantity says a value of kind k, given in the unit of the kind. unit is the
// word a Count is counted in, or the currency of Money that is not in 元.
func Quantity(k calc.Kind, unit string, v int64) string {
	if v < 0 {
		return "-" + Quantity(k, unit, -v)
	}
	switch k {
	case calc.Money:
		return large(v) + cmp.Or(unit, "元")
	case calc.Area:
		return large(v) + "平方米"
	case calc.Count:
		if v < calc.NoLimit/100 {
			return large(v*100) + unit
		}
	case calc.Percent:
		return decimal(v, 100) + "%"
	case calc.Months:
		return period(v)
	case calc.Span:
		if v%calc.MonthSpan(1) == 0 {
			return period(v / calc.MonthSpan(1))
		}
	}
	return amount.Format(k, unit, v)
}

// large writes hundredths of a unit, with 亿 and 万 where two decimals of them
// say it exactly.
func large(hundredths int64) string {
	for _, scale := range []struct {
		word string
		of   int64 // one hundredth of the scale, in hundredths of a unit
	}{{"万亿", 1_000_000_000_000}, {"亿", 100_000_000}, {"万", 10_000}} {
		if n := hundredths / scale.of; n >= 100 && hundredths%scale.of == 0 {
			return decimal(n, 100) + scale.word
		}
	}
	return decimal(hundredths, 100)
}

// decimal writes n/scale without needless zeros.
func decimal(n, scale int64) string {
	whole, rest := n/scale, n%scale
	if rest == 0 {
		return strconv.FormatInt(whole, 10)
	}
	digits := len(strconv.FormatInt(scale, 10)) - 1
	return fmt.Sprintf("%d.%s", whole, strings.TrimRight(fmt.Sprintf("%0*d", digits, rest), "0"))
}

// period says months: 1年6个月, 11个月, 3年, 0个月.
func period(months int64) string {
	switch {
	case months < 12:
		return fmt.Sprintf("%d个月", months)
	case months%12 == 0:
		return fmt.Sprintf("%d年", months/12)
	}
	return fmt.Sprintf("%d年%d个月", months/12, months%12)
}

// Rate says a fraction: 20%, 0.5%, 3分之1.
func Rate(num, den int64) string {
	if den > 0 && num*10_000%den == 0 {
		return decimal(num*10_000/den, 100) + "%"
	}
	return fmt.Sprintf("%d分之%d", den, num)
}

// Range says a least and a most: 60万元, or 0至200万元.
func Range(least, most int64) string {
	switch {
	case least == most:
		return Yuan(least)
	case least == 0:
		return "0至" + Yuan(most)
	}
	return Yuan(least) + "至" + Yuan(most)
}
