package amount

import (
	"math/big"

	"mingce/calc"
)

// A Spelling is how quantities of one kind are written, for a reader in
// another language: the units with their worth, and what else may stand
// before and after the number. It says all that [Parse] knows of the kind.
type Spelling struct {
	Name     string   `json:"name"`    // what is measured: 金额
	Example  string   `json:"example"` // how to write it
	Units    []Word   `json:"units,omitempty"`
	Prefixes []Word   `json:"prefixes,omitempty"`
	Suffixes []string `json:"suffixes,omitempty"`
	Bare     *Worth   `json:"bare,omitempty"` // of a number without unit; nil if it needs one
}

// A Word is a unit or a prefix; a prefix without worth only decorates.
type Word struct {
	Text  string `json:"text"`
	Worth *Worth `json:"worth,omitempty"`
}

// A Worth is a fraction whose denominator is a power of ten.
type Worth [2]int64

func worth(r *big.Rat) *Worth {
	if r == nil {
		return nil
	}
	return &Worth{r.Num().Int64(), r.Denom().Int64()}
}

// Spell returns how values of kind k are written; unit as for [Parse]. The
// kinds that are chosen, not written, have none.
func Spell(k calc.Kind, unit string) Spelling {
	if k == calc.Date {
		return Spelling{Name: "日期", Example: "2015-11-30或2015年11月30日"}
	}
	t, err := unitsOf(k, unit)
	if err != nil {
		return Spelling{}
	}
	s := Spelling{Name: t.name, Example: t.example, Suffixes: t.suffixes, Bare: worth(t.bare)}
	for _, u := range t.units {
		s.Units = append(s.Units, Word{u.word, worth(u.worth)})
	}
	for _, p := range t.prefixes {
		s.Prefixes = append(s.Prefixes, Word{p.word, worth(p.worth)})
	}
	return s
}
