package diff

import (
	"slices"

	"mingce/calc"
)

// An OtherReading is what each version would cost in all if one reading were
// taken another way.
type OtherReading struct {
	Text    string // of the alternative
	Was, Is Budget
}

// chunk is how many applicants are turned into columns at a time.
const chunk = 4096

// otherReadings works out the budgets under every alternative to a reading of
// the new version that is not settled, and keeps those that differ from the
// budgets under the readings taken. A version that does not know the
// alternative stays as it is.
func (c *Comparison) otherReadings(was, is *calc.Program, population []Applicant) {
	if len(population) == 0 {
		return
	}
	var turns []turn
	for i := range is.Rulebook.Readings {
		r := &is.Rulebook.Readings[i]
		for k := range r.Alternatives {
			if !r.Settled {
				turns = append(turns, turn{r.ID, r.Alternatives[k]})
			}
		}
	}
	before := budgets(was, turns, population, func(x *Applicant) calc.Situation { return x.Was })
	after := budgets(is, turns, population, func(x *Applicant) calc.Situation { return x.Is })
	for i, t := range turns {
		if !before[i].equal(c.Was) || !after[i].equal(c.Is) {
			c.Readings = append(c.Readings, OtherReading{t.to.Text, before[i], after[i]})
		}
	}
}

// A turn is a reading taken as one of its alternatives.
type turn struct {
	reading string
	to      calc.Option
}

// budgets is the budget under each turn. What all is known of goes by columns,
// which are made once for all turns; what is not, one by one.
func budgets(p *calc.Program, turns []turn, population []Applicant, of func(*Applicant) calc.Situation) []Budget {
	list := make([]Budget, len(turns))
	batches := make([]*calc.Batch, len(turns))
	settings := make([]calc.Situation, len(turns))
	for i, t := range turns {
		list[i] = newBudget()
		settings[i] = t.turned(p, of(&population[0]))
		batches[i] = p.NewBatch(settings[i])
	}
	n := len(p.Rulebook.Inputs)
	columns, awards, a := make([][]calc.Value, n), make([]int64, chunk), p.NewAssessment()
	for some := range slices.Chunk(population, chunk) {
		for k := range columns {
			columns[k] = columns[k][:0]
			for i := range some {
				columns[k] = append(columns[k], of(&some[i])[k])
			}
		}
		for t := range turns {
			batches[t].Awards(columns, awards[:len(some)])
			for i, v := range awards[:len(some)] {
				out := calc.Outcome{Min: v, Max: v}
				if v == calc.Unknown {
					s := append(slices.Clone(of(&some[i])[:n]), settings[t][n:]...)
					p.Assess(s, a)
					out = a.Award
				}
				list[t].add(out)
			}
		}
	}
	return list
}

// turned is a situation with the reading turned, where the version knows it.
func (t turn) turned(p *calc.Program, s calc.Situation) calc.Situation {
	s = slices.Clone(s)
	for i := range p.Rulebook.Readings {
		r := &p.Rulebook.Readings[i]
		k := slices.IndexFunc(r.Alternatives, func(o calc.Option) bool { return o.ID == t.to.ID })
		if r.ID == t.reading && k >= 0 {
			s[len(p.Rulebook.Inputs)+i] = int64(k + 1)
		}
	}
	return s
}

func (b Budget) equal(o Budget) bool { return b.Least.Cmp(o.Least) == 0 && b.Most.Cmp(o.Most) == 0 }
