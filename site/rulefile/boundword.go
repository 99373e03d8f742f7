package rulefile

import (
	"strings"
	"unicode/utf8"

	"mingce/calc"
)

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

// wordsBehindDay are those behind a date. 前 and 后 do not say whether the day
// itself counts; the rule does.
func wordsBehindDay() []boundWord {
	return []boundWord{{"(含)以后", calc.AtLeast}, {"起", calc.AtLeast}, {"以来", calc.AtLeast}, {"(含)以前", calc.AtMost}, {"止", calc.AtMost}}
}

// beside looks for a bound word around text[from:to]; one behind it counts
// first: 达到1亿元以上. 前10名 is a bound on a rank.
func (f figure) beside(text []rune, from, to int) placedFigure {
	before, after := string(text[:from]), string(text[to:])
	behind, ahead := wordsAfter(), wordsBefore()
	switch {
	case f.kind == calc.Date:
		behind, ahead = wordsBehindDay(), nil
	case f.kind == calc.Count && f.unit == "名":
		ahead = append(ahead, boundWord{"前", calc.AtMost})
	}
	if w := longestWord(behind, func(word string) bool { return strings.HasPrefix(after, word) }); w.word != "" {
		f.side, f.bounded, f.words = w.side, true, f.words+w.word
		return placedFigure{f, from, to + utf8.RuneCountInString(w.word)}
	}
	w := longestWord(ahead, func(word string) bool { return strings.HasSuffix(before, word) })
	if w.word != "" {
		f.side, f.bounded, f.words = w.side, true, w.word+f.words
	}
	return placedFigure{f, from - utf8.RuneCountInString(w.word), to}
}

func longestWord(words []boundWord, fits func(string) bool) (best boundWord) {
	for _, w := range words {
		if len(w.word) > len(best.word) && fits(w.word) {
			best = w
		}
	}
	return best
}
