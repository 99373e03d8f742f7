package rulefile

import (
	"mingce/site/problem"
	"mingce/site/toml"
)

// The structs below and in schema_amount.go are the rules file as written; the
// package doc explains every key. A toml.Any is a parameter: a text, a date,
// or a list of versions of it.

type source struct {
	RestsOn     []toml.At[string]   `toml:"rests_on"`
	Readings    toml.Map[reading]   `toml:"reading"`
	Inputs      toml.Map[input]     `toml:"input"`
	Quantities  toml.Map[quantity]  `toml:"quantity"`
	Conditions  toml.Map[condition] `toml:"condition"`
	Benefits    toml.Map[benefit]   `toml:"benefit"`
	Combination *combination        `toml:"combination"`
	NotCoded    []notCoded          `toml:"not_coded"`
}

// notCoded is words of a cited clause that no rule computes.
type notCoded struct {
	Clause toml.At[string] `toml:"clause,required"`
	Quote  toml.At[string] `toml:"quote,required"`
	Reason toml.At[string] `toml:"reason,required"`
}

func (n *notCoded) citation() citation { return citation{n.Clause, n.Quote} }

// A citation is where a rule stands in the text.
type citation struct {
	Clause toml.At[string] `toml:"clause"`
	Quote  toml.At[string] `toml:"quote"`
}

// A period is when a rule is in force: from its first day, until its last.
type period struct {
	From  toml.At[toml.Date] `toml:"from"`
	Until toml.At[toml.Date] `toml:"until"`
}

// A version is one value of a parameter, in force from a day.
type version struct {
	Pos problem.Pos `toml:"-pos"`
	citation
	From  toml.At[toml.Date] `toml:"from,required"`
	Value toml.Any           `toml:"value,required"`
}

type reading struct {
	citation
	Text         toml.At[string]           `toml:"text,required"`
	Basis        toml.At[string]           `toml:"basis,required"`
	Settled      bool                      `toml:"settled,required"`
	Alternatives toml.Map[toml.At[string]] `toml:"alternatives"`
}

type input struct {
	Pos problem.Pos `toml:"-pos"`
	citation
	Answer   toml.At[string]           `toml:"answer,required"`
	Question toml.At[string]           `toml:"question,required"`
	Short    toml.At[string]           `toml:"short,required"`
	Group    toml.At[string]           `toml:"group,required"`
	Help     toml.At[string]           `toml:"help"`
	By       toml.At[string]           `toml:"by"`
	Unit     toml.At[string]           `toml:"unit"`
	Min      toml.Any                  `toml:"min"`
	Max      toml.Any                  `toml:"max"`
	Options  toml.Map[toml.At[string]] `toml:"options"`
	RestsOn  []toml.At[string]         `toml:"rests_on"`
}

// A quantity is worked out from two inputs, in one of four ways.
type quantity struct {
	citation
	Short      toml.At[string]            `toml:"short,required"`
	Difference toml.At[[]toml.At[string]] `toml:"difference"`
	Ratio      toml.At[[]toml.At[string]] `toml:"ratio"`
	Growth     toml.At[[]toml.At[string]] `toml:"growth"`
	Product    toml.At[[]toml.At[string]] `toml:"product"`
}

type condition struct {
	test
	period
	Words     toml.Any          `toml:"words,required"`
	Clause    toml.At[string]   `toml:"clause,required"`
	Quote     toml.At[string]   `toml:"quote,required"`
	By        toml.At[string]   `toml:"by"`
	Principle toml.At[string]   `toml:"principle"`
	RestsOn   []toml.At[string] `toml:"rests_on"`
}

func (c *condition) cited() citation { return citation{c.Clause, c.Quote} }

// A test is a comparison of one input, a reading, or tests combined.
type test struct {
	Pos       problem.Pos                `toml:"-pos"`
	Input     toml.At[string]            `toml:"input"`
	Is        toml.Any                   `toml:"is"`
	IsNot     toml.Any                   `toml:"is_not"`
	OneOf     toml.At[[]toml.At[string]] `toml:"one_of"`
	AtLeast   toml.Any                   `toml:"at_least"`
	Over      toml.Any                   `toml:"over"`
	AtMost    toml.Any                   `toml:"at_most"`
	Under     toml.Any                   `toml:"under"`
	Reading   toml.At[string]            `toml:"reading"`
	Taken     toml.Any                   `toml:"taken"`
	All       toml.At[[]test]            `toml:"all"`
	Any       toml.At[[]test]            `toml:"any"`
	Not       *test                      `toml:"not"`
	AtLeastOf toml.At[int64]             `toml:"at_least_of"`
	Of        toml.At[[]test]            `toml:"of"`
}

type benefit struct {
	Pos problem.Pos `toml:"-pos"`
	period
	pricing
	Name       toml.At[string]            `toml:"name,required"`
	Who        toml.At[string]            `toml:"who,required"`
	Gives      toml.Any                   `toml:"gives,required"`
	Clause     toml.At[string]            `toml:"clause,required"`
	Quote      toml.At[string]            `toml:"quote,required"`
	Needs      toml.At[[]toml.At[string]] `toml:"needs,required"`
	RestsOn    []toml.At[string]          `toml:"rests_on"`
	CaseByCase *citation                  `toml:"case_by_case"`
	Amended    []amendment                `toml:"amended"`
}

// An amendment is a benefit as it stands from a day on; what it leaves out
// stays as it was.
type amendment struct {
	Pos problem.Pos `toml:"-pos"`
	citation
	pricing
	From  toml.At[toml.Date]         `toml:"from,required"`
	Gives toml.Any                   `toml:"gives"`
	Needs toml.At[[]toml.At[string]] `toml:"needs"`
}

type combination struct {
	group
	Principle toml.At[string]   `toml:"principle,required"`
	Clause    toml.At[string]   `toml:"clause,required"`
	Quote     toml.At[string]   `toml:"quote,required"`
	RestsOn   []toml.At[string] `toml:"rests_on"`
	Variants  []variant         `toml:"variant"`
}

type variant struct {
	group
	Reading toml.At[string] `toml:"reading,required"`
	Taken   toml.Any        `toml:"taken,required"`
}

// A group is one way to combine: its members are benefit ids and groups.
type group struct {
	Pos     problem.Pos         `toml:"-pos"`
	Highest toml.At[[]toml.Any] `toml:"highest"`
	Sum     toml.At[[]toml.Any] `toml:"sum"`
	Cap     toml.Any            `toml:"cap"`
}

// An inner group may quote the words its cap stands in.
type innerGroup struct {
	group
	citation
}
