package rulefile

import (
	"slices"
	"strings"

	"mingce/calc"
	"mingce/site/amount"
	"mingce/site/policy"
)

// A figure is a quantity found in the words of the text, with the bound word
// beside it.
type figure struct {
	kind    calc.Kind
	unit    string // of a Count
	value   int64
	side    calc.Side
	bounded bool   // a bound word stands beside it
	words   string // as it stands there, bound word included
}

const (
	numeral  = "0123456789零〇一二两三四五六七八九壹贰叁肆伍陆柒捌玖"
	scales   = "十百千万亿拾佰仟点.,"
	unitRune = "元角分平方米公顷㎡m²2%‰倍年半个月之"
)

// A placed figure also says where it stands, in characters: its bound word is
// part of it.
type placedFigure struct {
	figure
	from, to int
}

// figures finds the quantities in words.
func figures(words string, u units) []figure {
	var found []figure
	for _, f := range placedFigures(words, u) {
		found = append(found, f.figure)
	}
	return found
}

func placedFigures(words string, u units) []placedFigure {
	text := []rune(policy.Fold(words))
	written := numeral + scales + unitRune + strings.Join(u.counted, "") + strings.Join(u.currencies, "")
	if u.dates {
		written += "日-/"
	}
	var found []placedFigure
	for i := 0; i < len(text); i++ {
		if !strings.ContainsRune(numeral, text[i]) && text[i] != '百' {
			continue
		}
		end := i
		for end < len(text) && strings.ContainsRune(written, text[end]) {
			end++
		}
		if i > 0 && text[i-1] == '第' {
			i = skipNumeral(text, i) - 1
			continue
		}
		f, to := longest(text[i:end], u)
		if to == 0 {
			i = skipNumeral(text, i) - 1
			continue
		}
		found = append(found, f.beside(text, i, i+to))
		i += to - 1
	}
	return found
}

// skipNumeral goes to the end of a number that is no quantity.
func skipNumeral(text []rune, i int) int {
	for i++; i < len(text) && strings.ContainsRune(numeral+scales, text[i]); i++ {
	}
	return i
}

// longest reads the longest quantity at the front of text, and its length.
func longest(text []rune, u units) (figure, int) {
	for to := len(text); to > 1; to-- {
		s := string(text[:to])
		for _, k := range kindsEnding(s, u) {
			if v, err := amount.ParseWritten(k.kind, k.unit, s); err == nil {
				k.value, k.words = v, s
				return k, to
			}
		}
	}
	return figure{}, 0
}

// kindsEnding are the kinds a quantity with the ending of s could be. A year
// of the calendar and a month by its name are no durations, and 分 alone is
// too often another word.
func kindsEnding(s string, u units) []figure {
	var kinds []figure
	note := func(k calc.Kind, unit string, endings ...string) {
		if slices.ContainsFunc(endings, func(e string) bool { return strings.HasSuffix(s, e) }) {
			kinds = append(kinds, figure{kind: k, unit: unit})
		}
	}
	if strings.Contains(s, "元") {
		note(calc.Money, "", "元", "角", "分")
	}
	note(calc.Area, "", "平方米", "公顷", "㎡", "m²", "m2")
	note(calc.Percent, "", "%", "‰", "个百分点", "倍")
	if strings.HasPrefix(s, "百分之") {
		kinds = append(kinds, figure{kind: calc.Percent})
	}
	if year, _, ok := strings.Cut(s, "年"); !ok || len(year) != 4 || year < "1900" || year > "2999" {
		note(calc.Months, "", "年", "年半", "个月")
	}
	for _, unit := range u.counted {
		note(calc.Count, unit, unit)
	}
	for _, currency := range u.currencies {
		note(calc.Money, currency, currency)
	}
	if u.dates {
		note(calc.Date, "", "日")
	}
	return kinds
}
