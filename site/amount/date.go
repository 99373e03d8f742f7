package amount

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"mingce/calc"
)

// dateHint says how to write a day.
const dateHint = "写成如2015-11-30或2015年11月30日"

// parseDate reads a day of the calendar, with the year in four digits:
// 2015-11-30, 2015/11/30, 2015.11.30 or 2015年11月30日.
func parseDate(text string) (int64, error) {
	refuse := func(why string) (int64, error) { return 0, &Error{fmt.Sprintf("“%s”%s", text, why), dateHint} }
	if utf8.RuneCountInString(text) > maxRunes {
		return 0, &Error{"这个日期太长", dateHint}
	}
	s := fold(text)
	if s == "" {
		return 0, &Error{"这里没有写日期", dateHint}
	}
	year, month, day, ok := dateParts(s)
	if !ok {
		return refuse("不是日期")
	}
	if month < 1 || month > 12 || day < 1 || day > daysIn(year, month) {
		return refuse("这一天不存在")
	}
	return calc.Day(year, month, day), nil
}

// dateParts takes a date apart at its own marks, which must be of one kind.
func dateParts(s string) (year, month, day int, ok bool) {
	if rest, chinese := strings.CutSuffix(s, "日"); chinese {
		y, rest, first := strings.Cut(rest, "年")
		m, d, second := strings.Cut(rest, "月")
		return numbers(y, m, d, first && second)
	}
	for _, mark := range []string{"-", "/", "."} {
		if parts := strings.Split(s, mark); len(parts) == 3 {
			return numbers(parts[0], parts[1], parts[2], true)
		}
	}
	return 0, 0, 0, false
}

func numbers(y, m, d string, ok bool) (year, month, day int, _ bool) {
	read := func(s string, least, most int) (n int) {
		if len(s) < least || len(s) > most || strings.Trim(s, "0123456789") != "" {
			ok = false
			return 0
		}
		n, _ = strconv.Atoi(s) // digits only, at most four
		return n
	}
	year, month, day = read(y, 4, 4), read(m, 1, 2), read(d, 1, 2)
	return year, month, day, ok
}

func daysIn(year, month int) int {
	switch month {
	case 2:
		if year%4 == 0 && year%100 != 0 || year%400 == 0 {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	}
	return 31
}

// formatDate writes a value of calc.Day as documents do: 2015年11月30日.
func formatDate(v int64) string {
	return fmt.Sprintf("%04d年%d月%d日", v/31/12, v/31%12+1, v%31+1)
}

// formatSpan writes the time between two dates. What is more than whole months
// is days, as a person counts them on from the same day of the month.
func formatSpan(sign string, n uint64) string {
	if n%31 == 0 {
		return sign + strconv.FormatUint(n/31, 10) + "个月"
	}
	if n < 31 {
		return fmt.Sprintf("%s%d天", sign, n)
	}
	return fmt.Sprintf("%s%d个月又%d天", sign, n/31, n%31)
}
