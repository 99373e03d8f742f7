package wording

import (
	"fmt"

	"mingce/calc"
	"mingce/site/explain/phrase"
)

// Told says a measure with its value {0}; a derived one with the values {1}
// and {2} that it is derived from.
func Told(book *phrase.Book, m phrase.Measure) Sentence {
	switch {
	case m.Derived != nil:
		of, by := book.Measure(m.Derived.Of), book.Measure(m.Derived.By)
		return Sentence(m.Short + "{0}(" + of.Short + "{1}," + by.Short + "{2})")
	case m.Kind == calc.Bool:
		return Sentence("“" + m.Short + "”填的是“{0}”")
	case m.Kind == calc.Choice:
		return Sentence(m.Short + ":{0}")
	}
	return Sentence(m.Short + "{0}")
}

// Wanted says that an input is still to be said, or decided.
func Wanted(m phrase.Measure) string {
	switch {
	case m.By != "":
		return Awaiting(m.By)
	case m.Kind == calc.Bool:
		return "还没有填写“" + m.Short + "”"
	}
	return "还没有填写" + m.Short
}

// Awaiting says that an authority has to decide.
func Awaiting(by string) string { return "待" + by + "认定" }

// Within says how a value keeps a bound: 在1万平方米以上, 满1年.
func Within(m phrase.Measure, b calc.Bound) string {
	words := m.Bound(b)
	inclusive := b.Side == calc.AtLeast || b.Side == calc.AtMost
	if m.Kind == calc.Date || inclusive && m.Kind != calc.Months && m.Kind != calc.Span {
		return "在" + words
	}
	return words
}

// Beyond says how a value fails a bound: 不到1万平方米, 不满1年.
func Beyond(m phrase.Measure, b calc.Bound) string {
	forms := [4]string{"不到", "没有超过", "超过", "已达到"}
	switch m.Kind {
	case calc.Months, calc.Span:
		forms = [4]string{"不满", "没有超过", "超过", "已满"}
	case calc.Date:
		forms = [4]string{"早于", "不晚于", "晚于", "不早于"}
	}
	return forms[b.Side] + m.Say(b.At)
}

// Counted says how many {0} of the tests of an at-least-N test hold.
func Counted(x *calc.Test) Sentence {
	return Sentence(fmt.Sprintf("%d项中已有{0}项,须有%d项", len(x.Of), x.N))
}
