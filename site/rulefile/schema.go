package rulefile

import (
	"mingce/site/problem"
	"mingce/site/toml"
)

// The structs below are the rules file as written; the package doc explains
// every key.

type source struct {
	RestsOn     []toml.At[string]   `toml:"rests_on"`
	Readings    toml.Map[reading]   `toml:"reading"`
	Inputs      toml.Map[input]     `toml:"input"`
	Conditions  toml.Map[condition] `toml:"condition"`
	Benefits    toml.Map[benefit]   `toml:"benefit"`
	Combination *combination        `toml:"combination"`
}

// A citation is where a rule stands in the text.
type citation struct {
	Clause toml.At[string] `toml:"clause"`
	Quote  toml.At[string] `toml:"quote"`
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
	Min      toml.At[string]           `toml:"min"`
	Max      toml.At[string]           `toml:"max"`
	Options  toml.Map[toml.At[string]] `toml:"options"`
	RestsOn  []toml.At[string]         `toml:"rests_on"`
}

type condition struct {
	test
	Words     toml.At[string]   `toml:"words,required"`
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
	AtLeast   toml.At[string]            `toml:"at_least"`
	Over      toml.At[string]            `toml:"over"`
	AtMost    toml.At[string]            `toml:"at_most"`
	Under     toml.At[string]            `toml:"under"`
	Reading   toml.At[string]            `toml:"reading"`
	Taken     toml.Any                   `toml:"taken"`
	All       toml.At[[]test]            `toml:"all"`
	Any       toml.At[[]test]            `toml:"any"`
	Not       *test                      `toml:"not"`
	AtLeastOf toml.At[int64]             `toml:"at_least_of"`
	Of        toml.At[[]test]            `toml:"of"`
}

type benefit struct {
	Pos     problem.Pos                `toml:"-pos"`
	Name    toml.At[string]            `toml:"name,required"`
	Who     toml.At[string]            `toml:"who,required"`
	Gives   toml.At[string]            `toml:"gives,required"`
	Clause  toml.At[string]            `toml:"clause,required"`
	Quote   toml.At[string]            `toml:"quote,required"`
	Needs   toml.At[[]toml.At[string]] `toml:"needs,required"`
	RestsOn []toml.At[string]          `toml:"rests_on"`
	Fixed   *fixed                     `toml:"fixed"`
	Tiers   *tiers                     `toml:"tiers"`
	Share   *share                     `toml:"share"`
}

type fixed struct {
	Pos     problem.Pos       `toml:"-pos"`
	Pay     toml.At[string]   `toml:"pay,required"`
	Clause  toml.At[string]   `toml:"clause"`
	Quote   toml.At[string]   `toml:"quote,required"`
	RestsOn []toml.At[string] `toml:"rests_on"`
}

type tiers struct {
	Pos     problem.Pos       `toml:"-pos"`
	Of      toml.At[string]   `toml:"of,required"`
	Steps   toml.At[[]step]   `toml:"steps,required"`
	RestsOn []toml.At[string] `toml:"rests_on"`
}

type step struct {
	Pos     problem.Pos     `toml:"-pos"`
	AtLeast toml.At[string] `toml:"at_least,required"`
	Under   toml.At[string] `toml:"under"`
	Pay     toml.At[string] `toml:"pay,required"`
	Clause  toml.At[string] `toml:"clause"`
	Quote   toml.At[string] `toml:"quote,required"`
}

type share struct {
	Pos      problem.Pos       `toml:"-pos"`
	Of       toml.At[string]   `toml:"of,required"`
	Rate     toml.At[string]   `toml:"rate,required"`
	Clause   toml.At[string]   `toml:"clause"`
	Quote    toml.At[string]   `toml:"quote,required"`
	Cap      toml.At[string]   `toml:"cap"`
	CapQuote toml.At[string]   `toml:"cap_quote"`
	RestsOn  []toml.At[string] `toml:"rests_on"`
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
	Cap     toml.At[string]     `toml:"cap"`
}
