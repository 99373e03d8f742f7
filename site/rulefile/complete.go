package rulefile

import (
	"slices"
	"strings"
	"unicode/utf8"

	"mingce/calc"
	"mingce/site/cite"
	"mingce/site/policy"
	"mingce/site/problem"
	"mingce/site/toml"
)

// A stretch is words of a clause, as bytes of its Words.
type stretch struct {
	clause     *policy.Clause
	start, end int
}

func (s stretch) overlaps(o stretch) bool {
	return s.clause == o.clause && s.start < o.end && o.start < s.end
}

func (s stretch) holds(o stretch) bool {
	return s.clause == o.clause && s.start <= o.start && o.end <= s.end
}

// quoted is what the quotes of a file stand for, by where they are written.
type quoted struct {
	at     map[problem.Pos]stretch
	held   map[problem.Pos]bool // the rule's figures have been held to it
	ruling map[problem.Pos]bool // a rule stands on it, not only a question
}

func newQuoted() quoted {
	return quoted{map[problem.Pos]stretch{}, map[problem.Pos]bool{}, map[problem.Pos]bool{}}
}

func (q quoted) add(other quoted) {
	for pos, s := range other.at {
		q.at[pos] = s
		q.held[pos] = q.held[pos] || other.held[pos]
		q.ruling[pos] = q.ruling[pos] || other.ruling[pos]
	}
}

// holdSayings holds what people read of a question, a benefit or a reading to
// the clause it cites: a figure there that the clause does not have would have
// people answer another question, or believe another thing.
func (l *loader) holdSayings() {
	has := map[*policy.Clause]hold{}
	said := func(quote toml.At[string], said ...toml.At[string]) {
		if s, ok := l.quotes.at[quote.Pos]; ok {
			h, known := has[s.clause]
			if !known {
				h.seen(figures(s.clause.Words(), l.units()))
				has[s.clause] = h
			}
			l.holdSaid(s.clause, h, said)
		}
	}
	for i := range l.src.Inputs {
		in := &l.src.Inputs[i].Value
		said(in.Quote, append(values(in.Options), in.Question, in.Help, in.Short)...)
	}
	for i := range l.src.Benefits {
		b := &l.src.Benefits[i].Value
		said(b.Quote, b.Name, b.Who)
	}
	for i := range l.src.Readings {
		r := &l.src.Readings[i].Value
		said(r.Quote, append(values(r.Alternatives), r.Text)...)
	}
}

func values(m toml.Map[toml.At[string]]) (list []toml.At[string]) {
	for _, f := range m {
		list = append(list, f.Value)
	}
	return list
}

// holdSaid refuses a figure that the clause does not have.
func (l *loader) holdSaid(c *policy.Clause, has hold, said []toml.At[string]) {
	units := l.units()
	for _, x := range said {
		for _, w := range figures(x.Value, units) {
			if !slices.ContainsFunc(has, func(e expected) bool { return e.sameValue(&w) && (!w.bounded || !e.bounded || e.side == w.side) }) {
				l.add(x.Pos, "与原文写成一样;运行 mingce clauses 查看全文", "这里写的“%s”,%s里没有", w.words, cite.Named(c))
			}
		}
	}
}

// notCoded takes over the words that no rule computes.
func (l *loader) notCoded() {
	for i := range l.src.NotCoded {
		n := &l.src.NotCoded[i]
		l.rb.NotCoded = append(l.rb.NotCoded, calc.NotCoded{Cite: l.mention(n.citation()), Reason: l.words(n.Reason)})
	}
}

// complete holds the rules to all of the clauses they cite: every figure and
// bound word there is in the quote of a rule, or listed as not coded.
func (l *loader) complete() {
	l.holdSayings()
	var used []stretch
	cited := map[*policy.Clause]bool{}
	for pos, s := range l.quotes.at {
		if l.quotes.held[pos] {
			used = append(used, s)
		}
		if l.quotes.ruling[pos] {
			cited[s.clause] = true
		}
	}
	var excused []stretch
	for i := range l.src.NotCoded {
		n := &l.src.NotCoded[i]
		s, ok := l.quotes.at[n.Quote.Pos]
		overlaps := func(o stretch) bool { return s.overlaps(o) }
		switch {
		case !ok:
		case !cited[s.clause]:
			l.add(n.Clause.Pos, "删去这一段", "没有规则引用%s,不必说明", cite.Named(s.clause))
		case slices.ContainsFunc(used, overlaps):
			l.add(n.Quote.Pos, "删去这一段,或把引文缩短到规则没有引用的部分", "这里已经写进规则")
		case slices.ContainsFunc(excused, overlaps):
			l.add(n.Quote.Pos, "合并或删去一段", "与另一段 [[not_coded]] 重叠")
		default:
			excused = append(excused, s)
		}
	}
	for c := range l.doc.Clauses() {
		if cited[c] {
			l.covered(c, append(used, excused...))
		}
	}
}

// covered tells the figures and bound words of a clause that are in none of
// the stretches.
func (l *loader) covered(c *policy.Clause, by []stretch) {
	for _, item := range l.items(c) {
		if slices.ContainsFunc(by, func(s stretch) bool { return s.holds(item) }) {
			continue
		}
		words := c.Words()[item.start:item.end]
		for _, m := range c.Locate(words) {
			if m.Start == item.start {
				l.add(m.Pos, "写进规则并引用这句话;不参与测算的,在 rules.toml 加一段 [[not_coded]],写明 clause、quote 和 reason",
					"%s的“%s”没有规则用到", cite.Named(c), words)
			}
		}
	}
}

// items are the figures and bound words of a clause, in order.
func (l *loader) items(c *policy.Clause) (items []stretch) {
	offset := 0
	for text := range strings.SplitSeq(c.Words(), "\n") {
		runes := []rune(policy.Fold(text))
		taken := make([]bool, len(runes)+1)
		add := func(from, to int) {
			if slices.Contains(taken[from:to], true) {
				return
			}
			for i := from; i < to; i++ {
				taken[i] = true
			}
			items = append(items, stretch{c, offset + byteAt(text, from), offset + byteAt(text, to)})
		}
		for _, f := range placedFigures(text, l.units()) {
			add(f.from, f.to)
		}
		for i := range runes {
			if n := loneItem(runes[i:]); n > 0 && (i == 0 || !isArabic(runes[i-1]) || !isArabic(runes[i])) {
				add(i, i+n)
			}
		}
		offset += len(text) + 1
	}
	return items
}

// loneItem is the length of a bound word, or of a number in digits that is no
// known figure, at the front of text.
func loneItem(text []rune) int {
	for _, word := range []string{"以上", "以下", "以内", "不超过", "不低于", "不少于", "不高于", "不足", "不满", "超过"} {
		if strings.HasPrefix(string(text[:min(len(text), 3)]), word) {
			return utf8.RuneCountInString(word)
		}
	}
	if text[0] == '满' && len(text) > 1 && strings.ContainsRune(numeral, text[1]) {
		return 1
	}
	n := 0
	for n < len(text) && isArabic(text[n]) {
		n++
	}
	return n
}

func isArabic(r rune) bool { return r >= '0' && r <= '9' }

// byteAt is the offset of a character of s.
func byteAt(s string, char int) int { return len(string([]rune(s)[:char])) }
