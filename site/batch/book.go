package batch

import (
	"mingce/calc"
	"mingce/site/amount"
	"mingce/site/explain/wording"
)

// A Book is every word and number that reading a table and answering it
// needs: what columns are called, how values are written, what is said. Its
// JSON is what the page's script works from; the lists of inputs, benefits and
// readings are in the order of the rulebook.
type Book struct {
	Policy   string          `json:"policy"`  // the number of the document: 庆政发〔2015〕23号
	Version  string          `json:"version"` // of the rules
	Given    int             `json:"given"`   // cells of a situation: inputs, then readings
	Shape    Shape           `json:"shape"`
	Inputs   []Input         `json:"inputs"`
	Benefits []Benefit       `json:"benefits"`
	Readings [][]string      `json:"readings"` // as taken, then its alternatives; empty where it cannot be turned
	Words    Words           `json:"words"`
	Say      map[string]Said `json:"say"`

	heads map[string]head // what a heading means, folded
}

// A Shape is the lengths of the lists in an assessment of the module.
type Shape struct {
	Benefits   int `json:"benefits"`
	Conditions int `json:"conditions"`
	Readings   int `json:"readings"`
}

// An Input is a column that the rules know.
type Input struct {
	ID       string           `json:"id"`
	Short    string           `json:"short"`
	Kind     string           `json:"kind"` // as wording.KindName
	Names    []string         `json:"names"`
	Units    []string         `json:"units,omitempty"`   // that may stand in a heading; the first goes without saying
	Options  [][]string       `json:"options,omitempty"` // of a choice: how each is written, folded
	Offers   []string         `json:"offers,omitempty"`  // of a choice: the words to say what may be written
	Spelling *amount.Spelling `json:"spelling,omitempty"`
	Min      wording.Number   `json:"min"`
	Max      wording.Number   `json:"max"`
	Least    string           `json:"least,omitempty"` // Min and Max in words
	Most     string           `json:"most,omitempty"`
	Scale    int64            `json:"scale"`

	of *calc.Input
}

// A Benefit is a column of the result.
type Benefit struct {
	Name   string `json:"name"`
	Amount bool   `json:"amount,omitempty"` // it carries one of its own
}

// Words are those that values and headings may be written in, folded.
type Words struct {
	Yes     []string `json:"yes"`
	No      []string `json:"no"`
	None    []string `json:"none"` // for the option called none
	Unknown []string `json:"unknown"`
	Name    []string `json:"name"`    // headings of the column that names the applicant
	Before  []string `json:"before"`  // the heading of a yes/no: 是否…
	Between []string `json:"between"` // a heading and its unit: 单位
	Example string   `json:"example"` // begins the name in a row that is only an example
}

// Of gathers the words of a program.
func Of(p *calc.Program, number, version string) *Book {
	rb := p.Rulebook
	b := &Book{
		Policy: number, Version: version, Given: p.Given, Words: words(), Say: sentences(),
		Shape: Shape{len(rb.Benefits), len(rb.Conditions), len(rb.Readings)},
	}
	for i := range rb.Inputs {
		b.Inputs = append(b.Inputs, input(&rb.Inputs[i], p.Slots[i].Min, p.Slots[i].Max))
	}
	for i := range rb.Benefits {
		b.Benefits = append(b.Benefits, Benefit{rb.Benefits[i].Name, rb.Benefits[i].Amount != nil})
	}
	for i := range rb.Readings {
		r, ways := &rb.Readings[i], []string{}
		if len(r.Alternatives) > 0 && !r.Settled {
			ways = append(ways, r.Text)
			for _, a := range r.Alternatives {
				ways = append(ways, a.Text)
			}
		}
		b.Readings = append(b.Readings, ways)
	}
	b.heads = b.headings()
	return b
}

func input(in *calc.Input, least, most int64) Input {
	out := Input{
		ID: in.ID, Short: in.Short, Kind: wording.KindName(in.Kind), Names: distinct(Heading(in.ID), Heading(in.Short), Heading(in.Question)),
		Min: wording.Number(least), Max: wording.Number(most), Scale: in.Kind.Scale(), of: in,
	}
	switch in.Kind {
	case calc.Bool:
	case calc.Choice:
		out.Options, out.Offers = options(in)
	default:
		s := amount.Spell(in.Kind, in.Unit)
		out.Spelling, out.Units = &s, units(in)
		out.Least, out.Most = amount.Format(in.Kind, in.Unit, least), amount.Format(in.Kind, in.Unit, most)
	}
	return out
}

// units lists what may stand in the heading of a quantity.
func units(in *calc.Input) []string {
	switch in.Kind {
	case calc.Money:
		if in.Unit != "" {
			return []string{in.Unit, "万" + in.Unit, "亿" + in.Unit}
		}
		return []string{"元", "千元", "万元", "十万元", "百万元", "千万元", "亿元", "人民币元"}
	case calc.Area:
		return []string{"平方米", "㎡", "m2", "平米", "万平方米", "公顷", "平方公里"}
	case calc.Percent:
		return []string{"", "%", "‰"}
	case calc.Count:
		return []string{in.Unit, "万" + in.Unit}
	case calc.Months:
		return []string{"个月", "月", "年"}
	case calc.Rate:
		return []string{"元"}
	}
	return nil
}

// options lists how each option of a choice may be written: its id, its text,
// and the parts of a text that lists several, where no other option has them.
func options(in *calc.Input) (all [][]string, offers []string) {
	taken := map[string]int{}
	for _, o := range in.Options {
		for _, w := range written(o) {
			taken[w]++
		}
	}
	for _, o := range in.Options {
		var ways []string
		for _, w := range written(o) {
			if taken[w] == 1 {
				ways = append(ways, w)
			}
		}
		if o.ID == "none" {
			ways = append(ways, words().None...)
		}
		all, offers = append(all, ways), append(offers, o.Text)
	}
	return all, offers
}
