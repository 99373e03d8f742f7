package goals

import (
	"mingce/calc"
	"mingce/site/cite"
	"mingce/site/toml"
)

// Goals is what a policy wants to reach.
type Goals struct {
	By     string // 2020年
	Cite   calc.Citation
	Aims   []calc.Citation
	Groups []Group
}

// A Group is targets of one subject.
type Group struct {
	Name    string
	Targets []Target
}

// A Target is one figure to be reached.
type Target struct {
	Name    string
	Figure  Figure
	Bound   string // 以上, 超过 …; empty where the text has none
	Cite    calc.Citation
	Reached []Reached // what was published, by year
}

// Says is the target as people say it: 超过450亿元, 90%以上.
func (t Target) Says() string {
	if before(t.Bound) {
		return t.Bound + t.Figure.Words
	}
	return t.Figure.Words + t.Bound
}

// A Figure is a number with its unit.
type Figure struct {
	Words string // 450亿元, as written
	Unit  string // 元, %, 家, 个, 人次
	Value int64  // hundredths of the unit
}

// Reached is what was published on a target.
type Reached struct {
	Year        int
	Figure      Figure
	Source, URL string
}

type file struct {
	Clause toml.At[string] `toml:"clause,required"`
	By     toml.At[string] `toml:"by,required"`
	Quote  toml.At[string] `toml:"quote,required"`
	Aims   []cite.Source   `toml:"aim"`
	Groups []group         `toml:"group"`
}

type group struct {
	Name    toml.At[string] `toml:"name,required"`
	Targets []target        `toml:"target"`
}

type target struct {
	cite.Source
	Name    toml.At[string] `toml:"name,required"`
	Value   toml.At[string] `toml:"value,required"`
	Bound   toml.At[string] `toml:"bound"`
	Reached []reached       `toml:"reached"`
}

type reached struct {
	Year   toml.At[int64]  `toml:"year,required"`
	Value  toml.At[string] `toml:"value,required"`
	Source toml.At[string] `toml:"source,required"`
	URL    toml.At[string] `toml:"url"`
}
