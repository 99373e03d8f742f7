package amount

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"mingce/calc"
)

// FormatYuan writes an amount of 分 as people write it: 40万元, 1亿2000万元,
// 123456元, 199999999.99元. It is exact.
func FormatYuan(fen int64) string { return formatMoney(fen, "元") }

func formatMoney(hundredths int64, currency string) string {
	sign, n := magnitude(hundredths)
	if n%100 != 0 {
		return fmt.Sprintf("%s%d.%02d%s", sign, n/100, n%100, currency)
	}
	return sign + scaled(n/100) + currency
}

// Format writes a value of kind k, given in the unit of the kind. unit is the
// word a Count is counted in, or the currency of Money that is not in 元. A
// Bool reads 是 or 否, a Choice its index.
func Format(k calc.Kind, unit string, v int64) string {
	sign, n := magnitude(v)
	switch k {
	case calc.Money:
		return formatMoney(v, cmp.Or(unit, "元"))
	case calc.Area:
		if n%100 == 0 {
			return sign + scaled(n/100) + "平方米"
		}
		return sign + hundredths(n) + "平方米"
	case calc.Percent:
		return sign + hundredths(n) + "%"
	case calc.Count:
		return sign + scaled(n) + unit
	case calc.Months:
		return sign + strconv.FormatUint(n, 10) + "个月"
	case calc.Date:
		return formatDate(v)
	case calc.Span:
		return formatSpan(sign, n)
	case calc.Rate:
		return sign + trimmed(fmt.Sprintf("%d.%04d", n/10_000, n%10_000)) + "元"
	case calc.Bool:
		if v == 0 {
			return "否"
		}
		return "是"
	}
	return strconv.FormatInt(v, 10)
}

func magnitude(v int64) (sign string, n uint64) {
	if v < 0 {
		return "-", -uint64(v)
	}
	return "", uint64(v)
}

// hundredths writes n/100 without needless zeros.
func hundredths(n uint64) string {
	return trimmed(fmt.Sprintf("%d.%02d", n/100, n%100))
}

func trimmed(s string) string { return strings.TrimSuffix(strings.TrimRight(s, "0"), ".") }

// scaled writes a whole multiple of 一万 with 亿 and 万, all else in digits.
func scaled(n uint64) string {
	if n == 0 || n%10_000 != 0 {
		return strconv.FormatUint(n, 10)
	}
	yi, wan := n/100_000_000, n%100_000_000/10_000
	var b strings.Builder
	switch {
	case yi > 0 && yi%10_000 == 0:
		fmt.Fprintf(&b, "%d万亿", yi/10_000)
	case yi > 0:
		fmt.Fprintf(&b, "%d亿", yi)
	}
	if wan > 0 {
		fmt.Fprintf(&b, "%d万", wan)
	}
	return b.String()
}
