package rulefile

import (
	"slices"
	"strings"
	"unicode/utf8"

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

// A boundWord is how the text writes a side, before or after the figure.
type boundWord struct {
	word string
	side calc.Side
}

func wordsBefore() []boundWord {
	return []boundWord{
		{"最高不超过", calc.AtMost}, {"不超过", calc.AtMost}, {"不高于", calc.AtMost}, {"不多于", calc.AtMost},
		{"不大于", calc.AtMost}, {"最高", calc.AtMost}, {"最多", calc.AtMost}, {"至多", calc.AtMost},
		{"不低于", calc.AtLeast}, {"不少于", calc.AtLeast}, {"不小于", calc.AtLeast}, {"达到", calc.AtLeast},
		{"至少", calc.AtLeast}, {"最低", calc.AtLeast}, {"满", calc.AtLeast}, {"达", calc.AtLeast},
		{"未达到", calc.Under}, {"不足", calc.Under}, {"不满", calc.Under}, {"未满", calc.Under},
		{"低于", calc.Under}, {"少于", calc.Under}, {"小于", calc.Under},
		{"超过", calc.Over}, {"高于", calc.Over}, {"多于", calc.Over}, {"大于", calc.Over},
	}
}

func wordsAfter() []boundWord {
	return []boundWord{
		{"以上(不含", calc.Over}, {"(不含)以上", calc.Over}, {"以下(不含", calc.Under}, {"(不含)以下", calc.Under},
		{"(含)以上", calc.AtLeast}, {"及以上", calc.AtLeast}, {"以上", calc.AtLeast},
		{"(含)以下", calc.AtMost}, {"及以下", calc.AtMost}, {"以下", calc.AtMost}, {"以内", calc.AtMost},
		{"之内", calc.AtMost}, {"内", calc.AtMost},
	}
}

const (
	numeral  = "0123456789零〇一二两三四五六七八九壹贰叁肆伍陆柒捌玖"
	scales   = "十百千万亿拾佰仟点.,"
	unitRune = "元角分平方米公顷㎡m²2%‰年半个月之"
)

// A placed figure also says where it stands, in characters: its bound word is
// part of it.
type placedFigure struct {
	figure
	from, to int
}

// figures finds the quantities in words; counted are the units things are
// counted in.
func figures(words string, counted []string) []figure {
	var found []figure
	for _, f := range placedFigures(words, counted) {
		found = append(found, f.figure)
	}
	return found
}

func placedFigures(words string, counted []string) []placedFigure {
	text := []rune(policy.Fold(words))
	var found []placedFigure
	for i := 0; i < len(text); i++ {
		if !strings.ContainsRune(numeral, text[i]) && text[i] != '百' {
			continue
		}
		end := i
		for end < len(text) && strings.ContainsRune(numeral+scales+unitRune+strings.Join(counted, ""), text[end]) {
			end++
		}
		if i > 0 && text[i-1] == '第' {
			i = skipNumeral(text, i) - 1
			continue
		}
		f, to := longest(text[i:end], counted)
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
func longest(text []rune, counted []string) (figure, int) {
	for to := len(text); to > 1; to-- {
		s := string(text[:to])
		for _, k := range kindsEnding(s, counted) {
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
func kindsEnding(s string, counted []string) []figure {
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
	note(calc.Percent, "", "%", "‰")
	if strings.HasPrefix(s, "百分之") {
		kinds = append(kinds, figure{kind: calc.Percent})
	}
	if year, _, ok := strings.Cut(s, "年"); !ok || len(year) != 4 || year < "1900" || year > "2999" {
		note(calc.Months, "", "年", "年半", "个月")
	}
	for _, unit := range counted {
		note(calc.Count, unit, unit)
	}
	return kinds
}

// beside looks for a bound word around text[from:to]; one behind it counts
// first: 达到1亿元以上.
func (f figure) beside(text []rune, from, to int) placedFigure {
	before, after := string(text[:from]), string(text[to:])
	best := boundWord{}
	for _, w := range wordsAfter() {
		if strings.HasPrefix(after, w.word) && len(w.word) > len(best.word) {
			best = w
		}
	}
	if best.word != "" {
		f.side, f.bounded, f.words = best.side, true, f.words+best.word
		return placedFigure{f, from, to + utf8.RuneCountInString(best.word)}
	}
	for _, w := range wordsBefore() {
		if strings.HasSuffix(before, w.word) && len(w.word) > len(best.word) {
			best = w
		}
	}
	if best.word != "" {
		f.side, f.bounded, f.words = best.side, true, best.word+f.words
	}
	return placedFigure{f, from - utf8.RuneCountInString(best.word), to}
}
