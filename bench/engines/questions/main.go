// Command questions counts how many questions the policy's own rulebook asks
// until the award is settled: of every case of the case file nothing is known
// at first, the first question of Assess is answered, and so on. An award
// settled otherwise than the oracle's ends the run.
//
// engines/js/questions.js does the same with publicodes, on the same cases.
package main

import (
	"flag"
	"fmt"
	"os"
	"slices"

	"mingce/bench/engines/cases"
	"mingce/bench/engines/rulebook"
	"mingce/calc"
)

func main() {
	folder := flag.String("policy", "../content/policies/qzf-2015-23", "folder of the policy")
	file := flag.String("cases", "engines/build/cases.json", "the case file")
	flag.Parse()
	list, err := cases.Read(*file)
	stop(err)
	p, err := rulebook.Load(*folder)
	stop(err)
	all, err := rulebook.Situations(p, list)
	stop(err)
	asked := make([]int, len(list))
	for i, s := range all {
		n, award := settle(p, s)
		if award != list[i].Award {
			stop(fmt.Errorf("case %d: settled on %d, the text gives %d", i, award, list[i].Award))
		}
		asked[i] = n
	}
	report("mingce", asked[:min(200, len(asked))])
	report("mingce", asked)
}

// settle asks until nothing more need be asked.
func settle(p *calc.Program, full calc.Situation) (n int, award int64) {
	s, a := p.NewSituation(), p.NewAssessment()
	for {
		p.Assess(s, a)
		if len(a.Questions) == 0 {
			if a.Award.Min != a.Award.Max {
				stop(fmt.Errorf("nothing to ask, and not settled: %v", a.Award))
			}
			return n, a.Award.Min
		}
		s[a.Questions[0]] = full[a.Questions[0]]
		n++
	}
}

func report(name string, asked []int) {
	sorted := slices.Sorted(slices.Values(asked))
	sum := 0
	for _, n := range sorted {
		sum += n
	}
	fmt.Printf("%-10s %5d cases: mean %.2f, median %d, most %d\n", name, len(sorted),
		float64(sum)/float64(len(sorted)), sorted[len(sorted)/2], sorted[len(sorted)-1])
}

func stop(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
