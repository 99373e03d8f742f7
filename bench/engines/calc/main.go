// Command calc is the policy as the product's own rulebook, answered by
// calc.Program.Assess: not only the award but the status and range of every
// benefit, all that pay, and the readings the answer rests on.
//
// With -amounts the rulebook is cut to what the other implementations know:
// the six benefits with an amount. With -award it gives the award alone, by
// AwardOf, and with -batch by a Batch, from columns of answers.
package main

import (
	"flag"
	"slices"

	"mingce/bench/engines/cases"
	"mingce/bench/engines/measure"
	"mingce/bench/engines/rulebook"
	"mingce/calc"
)

func main() {
	folder := flag.String("policy", "../content/policies/qzf-2015-23", "folder of the policy")
	alone := flag.Bool("award", false, "the award alone, case by case")
	batch := flag.Bool("batch", false, "the award alone, all cases at once")
	amounts := flag.Bool("amounts", false, "only the benefits with an amount")
	measure.Main(func(list []cases.Case) measure.Engine {
		p := must(rulebook.Load(*folder))
		if *amounts {
			p = must(rulebook.Amounts(p))
		}
		all := must(rulebook.Situations(p, list))
		switch {
		case *alone:
			return awards(p, all)
		case *batch:
			return batched(p, all)
		}
		return engine(p, all)
	})
}

func awards(p *calc.Program, all []calc.Situation) measure.Engine {
	award := func(s calc.Situation) int64 {
		v, ok := p.AwardOf(s)
		if !ok {
			panic("no award")
		}
		return v
	}
	return measure.Engine{
		AwardAlone: true,
		Answer:     func(i int) (int64, int) { return award(all[i]), 0 },
		Pass: func() (sum int64) {
			for _, s := range all {
				sum += award(s)
			}
			return sum
		},
	}
}

func batched(p *calc.Program, all []calc.Situation) measure.Engine {
	columns := make([][]calc.Value, len(p.Rulebook.Inputs))
	for i := range columns {
		for _, s := range all {
			columns[i] = append(columns[i], s[i])
		}
	}
	b, to := p.NewBatch(p.NewSituation()), make([]int64, len(all))
	return measure.Engine{
		AwardAlone: true,
		Answer: func(i int) (int64, int) {
			b.Awards(columns, to)
			return to[i], 0
		},
		Pass: func() (sum int64) {
			b.Awards(columns, to)
			for _, v := range to {
				sum += v
			}
			return sum
		},
	}
}

func engine(p *calc.Program, all []calc.Situation) measure.Engine {
	a := p.NewAssessment()
	place := make([]int, len(p.Benefits)) // in the common order, by benefit
	for i := range place {
		place[i] = slices.Index(rulebook.Payers(p), i)
	}
	assess := func(s calc.Situation) (award int64, pays int) {
		p.Assess(s, a)
		if len(a.Pays) == 0 {
			return a.Award.Min, -1
		}
		return a.Award.Min, place[a.Pays[0]]
	}
	return measure.Engine{
		Answer: func(i int) (int64, int) { return assess(all[i]) },
		Pass: func() (sum int64) {
			for _, s := range all {
				sum += measure.Sum(assess(s))
			}
			return sum
		},
	}
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}
