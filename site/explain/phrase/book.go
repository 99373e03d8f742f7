package phrase

import (
	"fmt"
	"slices"
	"strings"

	"mingce/calc"
)

// A Book says the rules of one rulebook.
type Book struct {
	rb       *calc.Rulebook
	measures map[string]Measure
}

// A Measure is what a test or an amount measures: an input, or a quantity
// derived from two.
type Measure struct {
	ID      string
	Short   string // the noun: 年交易额
	Kind    calc.Kind
	Unit    string // of a Count
	By      string // the authority that decides it
	Options []calc.Option
	Min     int64         // the least answer; of a derived quantity unset
	Derived *calc.Derived // nil for an input
}

// New returns the book of a rulebook.
func New(rb *calc.Rulebook) *Book {
	b := &Book{rb, make(map[string]Measure, len(rb.Inputs)+len(rb.Derived))}
	for i := range rb.Inputs {
		in := &rb.Inputs[i]
		b.measures[in.ID] = Measure{
			ID: in.ID, Short: in.Short, Kind: in.Kind, Unit: in.Unit, By: in.By, Options: in.Options, Min: in.Min,
		}
	}
	for i := range rb.Derived {
		d := &rb.Derived[i]
		m := Measure{ID: d.ID, Short: d.Short, Kind: calc.Percent, Min: -calc.MaxValue, Derived: d}
		switch of := b.measures[d.Of]; {
		case d.How == calc.Product:
			m.Kind = calc.Money
		case d.How == calc.Difference && of.Kind == calc.Date:
			m.Kind = calc.Span
		case d.How == calc.Difference:
			m.Kind, m.Unit = of.Kind, of.Unit
		}
		b.measures[d.ID] = m
	}
	return b
}

// Measure is the input or derived quantity of an id.
func (b *Book) Measure(id string) Measure { return b.measures[id] }

// Say says a value of the measure; of a choice, the option.
func (m Measure) Say(v int64) string {
	if m.Kind == calc.Choice && v >= 0 && int(v) < len(m.Options) {
		return m.Options[v].Text
	}
	return Quantity(m.Kind, m.Unit, v)
}

// Bound says a bound without its measure: 1亿元以上, 超过300平方米, 满1年.
func (m Measure) Bound(b calc.Bound) string {
	at := m.Say(b.At)
	switch m.Kind {
	case calc.Months, calc.Span:
		return [...]string{"满", "超过", "不超过", "不满"}[b.Side] + at
	case calc.Date:
		return at + [...]string{"或以后", "以后(不含当日)", "或以前", "以前(不含当日)"}[b.Side]
	}
	switch b.Side {
	case calc.AtLeast:
		return at + "以上"
	case calc.AtMost:
		return at + "以下"
	case calc.Over:
		return "超过" + at
	}
	return "不足" + at
}

// Side says a side of a bound as the text does.
func Side(s calc.Side) string { return [...]string{"以上", "超过", "以下", "不足"}[s] }

// How says how a derived quantity follows from its two inputs.
func (b *Book) How(d *calc.Derived) string {
	of, by := b.measures[d.Of].Short, b.measures[d.By].Short
	switch d.How {
	case calc.Difference:
		return of + "减去" + by
	case calc.Ratio:
		return of + "除以" + by
	case calc.Growth:
		return of + "比" + by + "增长的百分比"
	}
	return of + "乘以" + by
}

// Test says what a test asks.
func (b *Book) Test(t *calc.Test) string {
	switch t.Op {
	case calc.OpBound:
		m := b.measures[t.Input]
		return m.Short + m.Bound(t.Bound)
	case calc.OpOneOf:
		return b.oneOf(t)
	case calc.OpReading:
		return b.Reading(t.Reading, t.Alternative)
	case calc.OpNot:
		return "并非:" + b.tests(t.Of, "")
	case calc.OpAtLeast:
		return fmt.Sprintf("至少%d项:%s", t.N, b.tests(t.Of, "、"))
	case calc.OpAny:
		return b.tests(t.Of, ",或")
	}
	return b.tests(t.Of, ",且")
}

// tests joins tests; one that is itself joined stands in parentheses.
func (b *Book) tests(list []calc.Test, with string) string {
	words := make([]string, len(list))
	for i := range list {
		words[i] = b.Test(&list[i])
		if len(list[i].Of) > 0 && len(list) > 1 {
			words[i] = "(" + words[i] + ")"
		}
	}
	return strings.Join(words, with)
}

func (b *Book) oneOf(t *calc.Test) string {
	m := b.measures[t.Input]
	if m.Kind == calc.Bool && len(t.Values) == 1 {
		return m.Short + ":" + m.Say(t.Values[0])
	}
	names := make([]string, 0, len(t.Values))
	var left []string
	for i := range m.Options {
		if slices.Contains(t.Values, int64(i)) {
			names = append(names, m.Options[i].Text)
		} else {
			left = append(left, m.Options[i].Text)
		}
	}
	switch {
	case len(left) == 0:
		return m.Short + ":任意"
	case len(left) == 1 && len(names) > 1:
		return m.Short + "不是“" + left[0] + "”"
	case len(names) == 1:
		return m.Short + "是“" + names[0] + "”"
	}
	return m.Short + "是“" + strings.Join(names, "”“") + "”之一"
}

// quoted puts words in quotation marks; marks within become single ones.
func quoted(words string) string {
	return "“" + strings.NewReplacer("“", "‘", "”", "’").Replace(words) + "”"
}

// Reading says that a reading is taken one way.
func (b *Book) Reading(id, alternative string) string {
	for i := range b.rb.Readings {
		r := &b.rb.Readings[i]
		if r.ID != id {
			continue
		}
		for _, o := range r.Alternatives {
			if o.ID == alternative {
				return "按另一种读法" + quoted(o.Text)
			}
		}
		return "按采用的口径" + quoted(r.Text)
	}
	return id
}
