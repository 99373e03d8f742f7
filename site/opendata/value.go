package opendata

import (
	"strconv"
	"strings"

	"github.com/go-json-experiment/json/jsontext"

	"mingce/calc"
)

// value writes a value of a kind as "mingce assess" takes it.
func value(k calc.Kind, options []calc.Option, v int64) jsontext.Value {
	switch k {
	case calc.Bool:
		return jsontext.Value(strconv.FormatBool(v != 0))
	case calc.Choice:
		if v >= 0 && v < int64(len(options)) {
			return quoted(options[v].ID)
		}
	case calc.Date:
		month := v / 31
		return quoted(pad(month/12, 4) + "-" + pad(month%12+1, 2) + "-" + pad(v%31+1, 2))
	case calc.Span: // in months, and days where it is none of whole ones
		return number(v, 31)
	}
	return number(v, k.Scale())
}

// yuan is an amount of 分.
func yuan(fen int64) jsontext.Value { return number(fen, calc.Money.Scale()) }

// number writes v/scale exactly where scale divides a power of ten, else to
// four decimals.
func number(v, scale int64) jsontext.Value {
	sign := ""
	if v < 0 {
		sign, v = "-", -v
	}
	whole, rest := strconv.FormatInt(v/scale, 10), v%scale
	if rest == 0 {
		return jsontext.Value(sign + whole)
	}
	digits := strings.TrimRight(pad(rest*10_000/scale, 4), "0")
	return jsontext.Value(sign + whole + "." + digits)
}

func pad(n int64, width int) string {
	s := strconv.FormatInt(n, 10)
	return strings.Repeat("0", max(0, width-len(s))) + s
}

func quoted(s string) jsontext.Value { return jsontext.Value(strconv.Quote(s)) }

// unit is what values of a kind are measured in.
func unit(k calc.Kind, count string) string {
	switch k {
	case calc.Money:
		return "元"
	case calc.Area:
		return "平方米"
	case calc.Percent:
		return "%"
	case calc.Count:
		return count
	case calc.Months, calc.Span:
		return "月"
	case calc.Rate:
		return "元每外币单位"
	}
	return ""
}

// kindName is the word for a kind.
func kindName(k calc.Kind) string {
	return [...]string{"bool", "choice", "money", "area", "percent", "count", "months", "date", "rate", "span"}[k]
}
