package page

import (
	"cmp"
	"slices"
	"strconv"

	"mingce/calc"
	"mingce/site/explain/phrase"
	"mingce/site/explain/wording"
	"mingce/site/policy"
)

// A sheet is a rulebook on its way to becoming a Calculator.
type sheet struct {
	program *calc.Program // nil where only words are wanted
	rules   *calc.Rulebook
	doc     *policy.Document
	address string // of the text
	book    *phrase.Book
}

func newSheet(rules *calc.Rulebook, d *policy.Document, address string) sheet {
	return sheet{rules: rules, doc: d, address: address, book: phrase.New(rules)}
}

// FillSheet lays out the rulebook of a program. The text it quotes stands at
// address.
func (c *Calculator) FillSheet(p *calc.Program, d *policy.Document, address string) {
	rules := p.Rulebook
	s := newSheet(rules, d, address)
	s.program = p
	c.Book = wording.Of(p)
	c.Groups = s.groups()
	common := s.common()
	for _, i := range common {
		c.Common = append(c.Common, s.condition(i))
	}
	for i := range rules.Benefits {
		c.Benefits = append(c.Benefits, s.benefit(i, common))
	}
	c.Principles = s.principles()
	for i := range rules.Readings {
		c.Readings = append(c.Readings, s.reading(i))
	}
}

// cite finds the words a rule stands on.
func (s sheet) cite(from calc.Citation) Cite {
	return citing(s.doc, s.address, from)
}

// groups puts the questions under their headings, both in the rules' order.
func (s sheet) groups() []Group {
	var out []Group
	who := Who(s.program)
	for i, in := range s.rules.Inputs {
		at := slices.IndexFunc(out, func(g Group) bool { return g.Name == in.Group })
		if at < 0 {
			at = len(out)
			out = append(out, Group{Name: in.Group})
		}
		q := question(i, in)
		q.Cite, q.For, q.Who = s.cite(in.Cite), s.decides(i), slices.Contains(who, i)
		if i == 0 && in.Kind == calc.Choice {
			s.notes(&q)
		}
		out[at].Questions = append(out[at].Questions, q)
	}
	return out
}

func question(i int, in calc.Input) Question {
	q := Question{
		ID: in.ID, Index: i, Ask: in.Question, Help: in.Help, By: in.By,
		Min: in.Min, Max: in.Max, Scale: in.Kind.Scale(),
	}
	const unsure, unknown = "不知道", "?"
	switch in.Kind {
	case calc.Bool:
		q.Kind, q.Options = "bool", []Option{{Value: "true", Text: "是"}, {Value: "false", Text: "否"}, {Value: unknown, Text: unsure}}
	case calc.Choice:
		q.Kind = "choice"
		for _, o := range in.Options {
			q.Options = append(q.Options, Option{Value: o.ID, Text: o.Text})
		}
		q.Options = append(q.Options, Option{Value: unknown, Text: unsure})
	case calc.Money:
		// A foreign currency stands as the input's unit.
		q.Kind, q.Unit, q.Mode, q.How = "money", cmp.Or(in.Unit, "元"), "text", "可写2.5亿、12000万或250000000。"
	case calc.Area:
		q.Kind, q.Unit, q.Mode, q.How = "area", "平方米", "text", "可写8000或1.2万。"
	case calc.Percent:
		q.Kind, q.Unit, q.Mode, q.How = "percent", "%", "decimal", "填0到100之间的数。"
	case calc.Count:
		q.Kind, q.Unit, q.Mode = "count", in.Unit, "numeric"
	case calc.Months:
		q.Kind, q.Unit, q.Mode = "months", "个月", "numeric"
	case calc.Date:
		q.Kind, q.Mode, q.How = "date", "text", "写成2015-11-30或2015年11月30日。"
	case calc.Rate:
		q.Kind, q.Unit, q.Mode, q.How = "rate", "元", "decimal", "填一个外币单位折合多少元,最多四位小数。"
	}
	return q
}

// common lists the conditions that at least three benefits need.
func (s sheet) common() []int {
	var out []int
	for i, c := range s.rules.Conditions {
		n := 0
		for _, b := range s.rules.Benefits {
			if slices.Contains(b.Needs, c.ID) {
				n++
			}
		}
		if n >= 3 {
			out = append(out, i)
		}
	}
	return out
}

func (s sheet) condition(i int) Condition {
	c := s.rules.Conditions[i]
	return Condition{ID: c.ID, Index: i, Words: c.Words, By: c.By, Cite: s.cite(c.Cite)}
}

func (s sheet) benefit(i int, common []int) Benefit {
	from := s.rules.Benefits[i]
	b := Benefit{
		ID: from.ID, Name: from.Name, Who: from.Who, Gives: from.Gives,
		Index: i, Cite: s.cite(from.Cite), Amount: s.amount(from.Amount),
	}
	if from.CaseByCase != nil {
		cite := s.cite(*from.CaseByCase)
		b.CaseByCase = &cite
	}
	for _, id := range from.Needs {
		at := slices.IndexFunc(s.rules.Conditions, func(c calc.Condition) bool { return c.ID == id })
		if at < 0 {
			continue
		}
		if slices.Contains(common, at) {
			b.Common = append(b.Common, s.condition(at))
		} else {
			b.Needs = append(b.Needs, s.condition(at))
		}
	}
	return b
}

func (s sheet) input(id string) calc.Input {
	i := slices.IndexFunc(s.rules.Inputs, func(in calc.Input) bool { return in.ID == id })
	if i < 0 {
		return calc.Input{}
	}
	return s.rules.Inputs[i]
}

func (s sheet) principles() []Principle {
	var out []Principle
	if c := s.rules.Combination; c.Principle != "" {
		words := "有金额的各项中只取最高的一项。"
		switch {
		case c.Group.Cap > 0 || len(c.Group.Groups) > 0:
			words = phrase.New(s.rules).Group(&c.Group) + "。"
		case c.Group.Sum:
			words = "有金额的各项相加。"
		}
		out = append(out, Principle{Name: c.Principle, Words: words, Cite: s.cite(c.Cite)})
	}
	for i, c := range s.rules.Conditions {
		if c.Principle != "" {
			out = append(out, Principle{c.Principle, "须符合:" + c.Words + "。", strconv.Itoa(i), s.cite(c.Cite)})
		}
	}
	return out
}

func (s sheet) reading(i int) Reading {
	from := s.rules.Readings[i]
	r := Reading{
		ID: from.ID, Text: from.Text, Basis: from.Basis, Index: i, Settled: from.Settled, Cite: s.cite(from.Cite),
	}
	for _, a := range from.Alternatives {
		r.Alternatives = append(r.Alternatives, Option{Value: a.ID, Text: a.Text})
	}
	return r
}

// Grants says for every clause that rules cite which benefits stand on it.
func Grants(rules *calc.Rulebook, d Doc) map[string][]Link {
	out := map[string][]Link{}
	for _, b := range rules.Benefits {
		out[b.Cite.Clause] = append(out[b.Cite.Clause], Link{b.Name, d.Card(b.ID)})
	}
	if c := rules.Combination.Cite.Clause; c != "" {
		out[c] = append(out[c], Link{"奖励原则", d.Sheet + "#principles"})
	}
	return out
}
