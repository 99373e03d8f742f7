package diff

import (
	"math/big"

	"mingce/calc"
)

// An Effect is what the new version means to one applicant.
type Effect struct {
	Applicant
	Before, After calc.Outcome
}

// Certain reports whether the award is certain under both versions.
func (e Effect) Certain() bool {
	return e.Before.Min == e.Before.Max && e.After.Min == e.After.Max
}

// A Total is a number of applicants and a sum of 分.
type Total struct {
	Count int
	Fen   *big.Int
}

// A Budget is the least and the most that a version costs, in 分.
type Budget struct{ Least, Most *big.Int }

// A BenefitCount says to how many applicants a benefit surely pays, under
// each version.
type BenefitCount struct {
	ID, Name string
	Was, Is  int
}

// A Comparison is what the new version means to a population.
type Comparison struct {
	Applicants  int
	Effects     []Effect // of those whose award changes, in the order of the file
	Gain, Lose  Total    // of those whose award is certain
	Open        int      // of those whose award changes and is not certain
	Was, Is     Budget
	BenefitPays []BenefitCount // of every benefit with an amount, the new version's first
	Readings    []OtherReading // under which either version would cost otherwise
}

// Compare assesses a population under both versions, under the readings
// taken.
func Compare(was, is *calc.Program, population []Applicant) Comparison {
	c := Comparison{
		Applicants: len(population), Gain: Total{Fen: new(big.Int)}, Lose: Total{Fen: new(big.Int)},
		Was: newBudget(), Is: newBudget(), BenefitPays: benefits(was.Rulebook, is.Rulebook),
	}
	a, b := was.NewAssessment(), is.NewAssessment()
	for _, x := range population {
		was.Assess(x.Was, a)
		is.Assess(x.Is, b)
		c.Was.add(a.Award)
		c.Is.add(b.Award)
		for i := range c.BenefitPays {
			n := &c.BenefitPays[i]
			n.Was += pays(was, a, n.ID)
			n.Is += pays(is, b, n.ID)
		}
		if a.Award != b.Award {
			c.effect(Effect{x, a.Award, b.Award})
		}
	}
	c.otherReadings(was, is, population)
	return c
}

func (c *Comparison) effect(e Effect) {
	c.Effects = append(c.Effects, e)
	by := big.NewInt(e.After.Min - e.Before.Min)
	switch {
	case !e.Certain():
		c.Open++
	case by.Sign() > 0:
		c.Gain.Count++
		c.Gain.Fen.Add(c.Gain.Fen, by)
	default:
		c.Lose.Count++
		c.Lose.Fen.Sub(c.Lose.Fen, by)
	}
}

func newBudget() Budget { return Budget{new(big.Int), new(big.Int)} }

func (b Budget) add(o calc.Outcome) {
	b.Least.Add(b.Least, big.NewInt(o.Min))
	b.Most.Add(b.Most, big.NewInt(o.Max))
}

// benefits lists those of either version that carry an amount.
func benefits(was, is *calc.Rulebook) (list []BenefitCount) {
	seen := map[string]bool{}
	for _, rb := range []*calc.Rulebook{is, was} {
		for i := range rb.Benefits {
			if b := &rb.Benefits[i]; b.Amount != nil && !seen[b.ID] {
				seen[b.ID] = true
				list = append(list, BenefitCount{ID: b.ID, Name: b.Name})
			}
		}
	}
	return list
}

// pays is 1 if a benefit pays the certain award, else 0.
func pays(p *calc.Program, a *calc.Assessment, id string) int {
	for _, b := range a.Pays {
		if p.Rulebook.Benefits[b].ID == id {
			return 1
		}
	}
	return 0
}
