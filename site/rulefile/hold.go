package rulefile

import (
	"slices"
	"strings"

	"mingce/calc"
	"mingce/site/policy"
	"mingce/site/toml"
)

// A hold is the figures a rule works with, to be found again in the words it
// quotes.
type hold []expected

// An expected figure of a rule, with the place where the rule writes it.
type expected struct {
	figure
	at      toml.At[string]
	implied bool // the quote may leave it out
	exactly bool // not a figure the text can be searched for; its words are
	either  bool // the side makes no difference: 1亿元以下 ends where 超过1亿元 begins
}

func (h *hold) add(other hold) { *h = append(*h, other...) }

// limiting is the figure of a bound on what in measures. A time between two
// dates is written as months are; a rate is found as it is written.
func limiting(in *calc.Input, b calc.Bound, at toml.At[string]) expected {
	f := figure{kind: in.Kind, unit: in.Unit, value: b.At, side: b.Side, bounded: true}
	if in.Kind == calc.Span {
		f.kind, f.value = calc.Months, b.At/calc.MonthSpan(1)
	}
	return expected{figure: f, at: at, exactly: in.Kind == calc.Rate}
}

func paying(fen int64, at toml.At[string]) expected {
	return expected{figure: figure{kind: calc.Money, value: fen}, at: at}
}

func paidWithin(fen int64, side calc.Side, at toml.At[string]) expected {
	return expected{figure: figure{kind: calc.Money, value: fen, side: side, bounded: true}, at: at}
}

func sharing(num, den int64, at toml.At[string]) expected {
	const whole = 10_000 // hundredths of a percent
	e := expected{figure: figure{kind: calc.Percent}, at: at, exactly: whole%den != 0}
	if !e.exactly {
		e.value = whole / den * num
	}
	return e
}

// seen adds the figures of a quote, which our own words may repeat.
func (h *hold) seen(quoted []figure) {
	for _, f := range quoted {
		*h = append(*h, expected{figure: f})
	}
}

// said is the figure with its bound word, as the text would write it.
func (e *expected) said() string {
	if !e.bounded || e.either {
		return e.at.Value
	}
	switch e.side {
	case calc.AtLeast:
		return e.at.Value + "以上"
	case calc.Over:
		return "超过" + e.at.Value
	case calc.AtMost:
		return "不超过" + e.at.Value
	}
	return "不足" + e.at.Value
}

func (e *expected) sameValue(f *figure) bool {
	return e.sameKind(f) && e.value == f.value
}

func (e *expected) sameKind(f *figure) bool {
	return e.kind == f.kind && e.unit == f.unit && !e.exactly
}

// agrees reports whether the text says what the rule says. A figure of the
// text without a bound word leaves the side to the rule.
func (e *expected) agrees(f *figure) bool {
	return e.sameValue(f) && (!f.bounded || e.either || e.bounded && e.side == f.side)
}

// units are what the rulebook's figures may be written in, besides those of
// every policy.
type units struct {
	counted    []string // things
	currencies []string
	dates      bool // days matter
}

func (l *loader) units() units {
	if l.unitsOf != len(l.rb.Inputs) {
		l.known, l.unitsOf = l.gatherUnits(), len(l.rb.Inputs)
	}
	return l.known
}

// gatherUnits looks through the inputs read so far.
func (l *loader) gatherUnits() units {
	var u units
	note := func(list *[]string, word string) {
		if word != "" && !slices.Contains(*list, word) {
			*list = append(*list, word)
		}
	}
	for i := range l.rb.Inputs {
		switch in := &l.rb.Inputs[i]; in.Kind {
		case calc.Count:
			note(&u.counted, in.Unit)
		case calc.Money:
			note(&u.currencies, in.Unit)
		case calc.Date:
			u.dates = true
		}
	}
	return u
}

// holdQuote holds the figures of a rule to the quote, and those of the quote
// to the rule; all collects both for the benefit's own words.
func (l *loader) holdQuote(quote toml.At[string], h hold, all *hold) {
	if !quote.Set || l.astray[quote.Pos] || l.past {
		return
	}
	l.quotes.held[quote.Pos] = true
	for _, f := range l.compareFigures(quote, h) {
		l.add(quote.Pos, "写进规则;与这条规则无关的,把引文缩短", "引文里的“%s”没有写进规则", f.words)
	}
	all.add(h)
	all.seen(figures(quote.Value, l.units()))
}

// compareFigures reports what the rule says otherwise than the quote and
// returns the figures of the quote that the rule says nothing of.
func (l *loader) compareFigures(quote toml.At[string], h hold) []figure {
	left := figures(quote.Value, l.units())
	take := func(match func(*figure) bool) *figure {
		i := slices.IndexFunc(left, func(f figure) bool { return match(&f) })
		if i < 0 {
			return nil
		}
		f := left[i]
		left = slices.Delete(left, i, i+1)
		return &f
	}
	all := slices.Clone(left)
	var open hold
	for _, e := range h {
		switch {
		case e.exactly && strings.Contains(policy.Fold(quote.Value), policy.Fold(e.at.Value)):
		case take(e.agrees) != nil:
		case slices.ContainsFunc(all, func(f figure) bool { return e.agrees(&f) }):
		default:
			open = append(open, e)
		}
	}
	for _, e := range open {
		f := take(e.sameValue)
		if f == nil {
			f = take(func(f *figure) bool { return e.sameKind(f) && e.bounded == f.bounded && e.side == f.side })
		}
		if f == nil && !e.implied {
			f = take(func(f *figure) bool { return e.sameKind(f) && e.bounded == f.bounded })
		}
		switch {
		case f != nil:
			l.add(e.at.Pos, "改规则使它与引文一致;引文以原文为准", "引文写的是“%s”,这里写的是“%s”", f.words, e.said())
		case !e.implied:
			l.add(e.at.Pos, "引文要包括写着这个数的原文", "引文里没有“%s”", e.said())
		}
	}
	return left
}

// holdCondition holds a condition to its quote and its words to both. What
// the quote says of no bound — 三年内 of a yes/no question — must stand in the
// words.
func (l *loader) holdCondition(src *condition, words setting, h hold) {
	if !src.Quote.Set || !words.now.Set || l.astray[src.Quote.Pos] || l.past {
		return
	}
	l.quotes.held[src.Quote.Pos] = true
	said := figures(words.now.Value, l.units())
	for _, f := range l.compareFigures(src.Quote, h) {
		if !slices.ContainsFunc(said, func(w figure) bool { return sameFigure(&w, &f) }) {
			l.add(words.now.Pos, "引文里的数和“以上”“不足”等字样,说明里也要写对", "引文里的“%s”没有写进 words", f.words)
		}
	}
	h.seen(figures(src.Quote.Value, l.units()))
	h.add(l.own.hold)
	l.holdWords(words.now, h)
}

// holdWords refuses a figure in words of our own that neither the rule nor
// its quote has.
func (l *loader) holdWords(words toml.At[string], h hold) {
	if !words.Set || l.past {
		return
	}
	for _, w := range figures(words.Value, l.units()) {
		if !slices.ContainsFunc(h, func(e expected) bool { return e.agrees(&w) }) {
			l.add(words.Pos, "与规则和引文写成一样", "这里写的“%s”,规则里没有", w.words)
		}
	}
}

func sameFigure(a, b *figure) bool {
	return a.kind == b.kind && a.unit == b.unit && a.value == b.value && a.bounded == b.bounded && a.side == b.side
}
