package page

import (
	"html/template"
	"slices"
	"strings"

	"mingce/calc"
	"mingce/site/chart"
	"mingce/site/explain/phrase"
	"mingce/site/policy"
)

// A Card is the 明白卡 of one benefit: who gets it, on which conditions, how
// much, what to prove, how to apply and who decides, on one sheet.
type Card struct {
	Frame
	Manual
	Benefit  Benefit
	Figure   string // the sum, or the most, as people say it; empty where none can be computed
	Most     bool   // Figure is the most
	Formula  []string
	Charts   []Chart
	Needs    []Need
	Prove    []Asked // what the applicant must be able to show
	Decided  []Asked // what an authority decides
	Apply    *Apply  // how to apply; nil without a guide
	Share    Poster  // a picture of the benefit to pass on
	Examples []Example
	More     int       // how many further worked cases its rule page shows
	Together *Together // how it counts beside the others; nil where it does not
	Readings []Reading
	Clause   string // id of its clause
	Try      string // address of the calculator with this benefit chosen
	Others   []Link // the other benefits of the policy
}

// A Chart is a picture and the table that goes with it.
type Chart struct {
	SVG  template.HTML // drawn by package chart, which escapes every word
	Of   string        // what the rows are of
	Rows []chart.Row   // empty where another table of the page says the same
	Dots bool          // dots tell on which side of a threshold the amount changes
}

// A Together is how several benefits become one award.
type Together struct {
	Name, Words string
	Cite        Cite
}

// A Need is conditions that stand on the same words.
type Need struct {
	Words     []string
	By        string // the authority that decides them
	Principle string // the principle they invoke, such as 一票否决
	Cite      Cite
}

// FillCard lays out the i-th benefit of a program. cases are its worked cases.
func (c *Card) FillCard(p *calc.Program, i int, d *policy.Document, cases []Worked) {
	rules := p.Rulebook
	s := newSheet(rules, d, c.Doc.Address)
	from := &rules.Benefits[i]
	var r Rule
	r.Manual = c.Manual
	r.FillRule(rules, i, d)
	c.Benefit, c.Formula, c.Readings = r.Benefit, r.Formula, r.Readings
	c.Needs = s.together(from.Needs)
	c.Prove, c.Decided = provable(rules, i, d, c.Doc)
	if a := from.Amount; a != nil {
		c.Figure, c.Most = figure(a)
		c.Charts = s.charts(c.Benefit.Name, p, a)
	}
	if k := &rules.Combination; from.Amount != nil && k.Principle != "" {
		c.Together = &Together{Name: k.Principle, Words: s.book.Group(&k.Group), Cite: s.cite(k.Cite)}
	}
	c.Examples, c.More = choose(cases, i)
	if clause, ok := d.Clause(from.Cite.Clause); ok {
		c.Clause = clause.ID
	}
	c.Try = c.Doc.Try(c.Version, given(rules, from)...)
	for k := range rules.Benefits {
		if k != i {
			c.Others = append(c.Others, Link{rules.Benefits[k].Name, c.Doc.Card(rules.Benefits[k].ID)})
		}
	}
}

// given are the answers that whoever asks for a benefit has given by that: those
// choices of which its conditions leave one.
func given(rules *calc.Rulebook, b *calc.Benefit) (answers []string) {
	for i := range rules.Conditions {
		c := &rules.Conditions[i]
		if t := c.Test; slices.Contains(b.Needs, c.ID) && t.Op == calc.OpOneOf && len(t.Values) == 1 {
			k := slices.IndexFunc(rules.Inputs, func(in calc.Input) bool { return in.ID == t.Input && in.Kind == calc.Choice })
			if k >= 0 {
				answers = append(answers, t.Input+"="+rules.Inputs[k].Options[t.Values[0]].ID)
			}
		}
	}
	return answers
}

// together joins conditions that stand on the same words, in their order.
func (s sheet) together(ids []string) (out []Need) {
	for _, id := range ids {
		at := slices.IndexFunc(s.rules.Conditions, func(c calc.Condition) bool { return c.ID == id })
		if at < 0 {
			continue
		}
		c := s.condition(at)
		if n := len(out); n > 0 && out[n-1].Cite == c.Cite && out[n-1].By == c.By && s.rules.Conditions[at].Principle == "" {
			out[n-1].Words = append(out[n-1].Words, c.Words)
			continue
		}
		out = append(out, Need{Words: []string{c.Words}, By: c.By, Cite: c.Cite, Principle: s.rules.Conditions[at].Principle})
	}
	return out
}

// figure is what a benefit comes to in one figure.
func figure(a *calc.Amount) (words string, most bool) {
	top, ok := ceiling(a)
	if !ok {
		return "按比例", false
	}
	return phrase.Yuan(top), a.Fixed == 0
}

// charts draws what of an amount can be drawn: one chart for each part that
// depends on a measured quantity or on an option.
func (s sheet) charts(name string, p *calc.Program, a *calc.Amount) (out []Chart) {
	parts := a.Parts
	if len(parts) == 0 {
		parts = []calc.Amount{*a}
	}
	for i := range parts {
		part := &parts[i]
		if part.Input == "" {
			continue
		}
		id := "chart" + strings.Repeat("-next", len(out))
		m := s.book.Measure(part.Input)
		title := name + "随" + m.Short + "的变化"
		if len(part.Options) > 0 {
			out = append(out, Chart{SVG: template.HTML(chart.Bars(id, title, s.options(part)))})
			continue
		}
		x, y := chart.Axis{Name: m.Short, Say: m.Say}, chart.Axis{Name: "奖补", Say: phrase.Yuan}
		least, greatest := s.limits(m)
		c := chart.Of(part, least, greatest)
		drawn := Chart{SVG: template.HTML(chart.Steps(id, title, x, y, c)), Of: m.Short, Dots: c.Jumps()}
		if len(part.Tiers) == 0 { // the table of tiers says it, with its words
			drawn.Rows = chart.Rows(x, y, c)
		}
		out = append(out, drawn)
	}
	return out
}

func (s sheet) options(a *calc.Amount) (bars []chart.Bar) {
	for _, o := range a.Options {
		bars = append(bars, chart.Bar{Name: s.option(a.Input, o.Option), Says: phrase.Yuan(o.Pay), Value: o.Pay})
	}
	return bars
}

// limits are the least and the greatest value a measure takes.
func (s sheet) limits(m phrase.Measure) (least, greatest int64) {
	if m.Derived != nil {
		return -calc.MaxValue, calc.MaxValue
	}
	in := s.input(m.ID)
	return in.Min, in.Max
}

// A Worked is a worked case with the benefits it speaks of.
type Worked struct {
	Example
	Award int64 // 分; the certain award, or -1 where it is open
	Pays  []int // the benefits that pay it
	Of    []int // the benefits it says something of
	Plain bool  // under the readings taken
}

// shown is how many worked cases a card shows at first.
const shown = 5

// choose picks the worked cases of a benefit that say most in little room: one
// for each award it alone pays, round sums first, and one in which it pays
// nothing; the first of the file that speaks of few others. rest is how
// many there are besides.
func choose(cases []Worked, benefit int) (first []Example, rest int) {
	best := map[int64]int{}
	var order []int64
	for i := range cases {
		c := &cases[i]
		alone := len(c.Pays) == 1 && c.Pays[0] == benefit
		if !slices.Contains(c.Of, benefit) || c.Award < 0 || !c.Plain || c.Award > 0 && !alone {
			continue
		}
		old, seen := best[c.Award]
		if !seen {
			order = append(order, c.Award)
		}
		if !seen || len(c.Of) < len(cases[old].Of) {
			best[c.Award] = i
		}
	}
	if n := slices.DeleteFunc(slices.Clone(order), func(fen int64) bool { return !round(fen) }); len(n) > 1 {
		order = n
	}
	slices.Sort(order)
	order = order[:min(len(order), shown)]
	for _, award := range order {
		first = append(first, cases[best[award]].Example)
	}
	for i := range cases {
		if slices.Contains(cases[i].Of, benefit) {
			rest++
		}
	}
	return first, rest - len(first)
}

// round reports whether a sum is in whole 万元.
func round(fen int64) bool { return fen%1_000_000 == 0 }
