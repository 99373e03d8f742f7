package page

import (
	"fmt"
	"slices"
	"strings"

	"mingce/calc"
	"mingce/site/explain/phrase"
)

// Who lists the inputs that say who the applicant is and what they do, in the
// rules' order: the first input, and each further one to choose of whose
// answers one closes at least two of the amounts that the applicant could
// still get, and leaves another open. Whoever answers these first is asked
// nothing that is for others.
func Who(p *calc.Program) (who []int) {
	rules := p.Rulebook
	if len(rules.Inputs) == 0 || rules.Inputs[0].Kind.Numeric() {
		return nil
	}
	who = []int{0}
	for i := range rules.Inputs {
		if in := rules.Inputs[i]; i > 0 && !in.Kind.Numeric() && in.By == "" && divides(p, i) {
			who = append(who, i)
		}
	}
	return who
}

// divides reports whether the input tells kinds of applicants apart.
func divides(p *calc.Program, i int) bool {
	s, a := p.NewSituation(), p.NewAssessment()
	for first := range answers(&p.Rulebook.Inputs[0]) {
		s[0], s[i] = first, calc.Unknown
		p.Assess(s, a)
		before := payable(a)
		for v := range answers(&p.Rulebook.Inputs[i]) {
			s[i] = v
			p.Assess(s, a)
			if after := payable(a); after > 0 && before-after >= 2 {
				return true
			}
		}
	}
	return false
}

// answers is how many answers an input to choose has.
func answers(in *calc.Input) int64 {
	if in.Kind == calc.Bool {
		return 2
	}
	return int64(len(in.Options))
}

// payable counts the benefits that can still pay something.
func payable(a *calc.Assessment) (n int) {
	for _, b := range a.Benefits {
		if b.Max > 0 {
			n++
		}
	}
	return n
}

// notes says beside each answer to the first question what it leads to.
func (s sheet) notes(q *Question) {
	a := s.program.NewAssessment()
	for k := range s.rules.Inputs[0].Options {
		situation := s.program.NewSituation()
		situation[0] = int64(k)
		s.program.Assess(situation, a)
		q.Options[k].Note = leads(a)
	}
}

// leads says what someone can get: 4项奖补,最高200万元;另有5项优惠.
func leads(a *calc.Assessment) string {
	paid, free := payable(a), 0
	for _, b := range a.Benefits {
		if b.Max == 0 && b.Status != calc.Ineligible {
			free++
		}
	}
	var parts []string
	if paid > 0 {
		parts = append(parts, fmt.Sprintf("%d项奖补,最高%s", paid, phrase.Yuan(a.Award.Max)))
	}
	if free > 0 {
		also := map[bool]string{true: "另有"}[paid > 0]
		parts = append(parts, fmt.Sprintf("%s%d项优惠,没有金额", also, free))
	}
	return strings.Join(parts, ";")
}

// decides names the benefits that hang on an input, if they are few.
func (s sheet) decides(i int) string {
	var names []string
	for b := range s.rules.Benefits {
		if slices.Contains(s.hangs(b), i) {
			names = append(names, s.rules.Benefits[b].Name)
		}
	}
	if len(names) > 3 {
		return fmt.Sprintf("%s等%d项", names[0], len(names))
	}
	return strings.Join(names, "、")
}

// hangs lists the inputs that a benefit hangs on.
func (s sheet) hangs(b int) (inputs []int) {
	code := &s.program.Benefits[b]
	var leaves func(node int)
	leaves = func(node int) {
		n := &s.program.Nodes[node]
		if n.Op == calc.Within || n.Op == calc.Among {
			inputs = append(inputs, s.program.Inputs(n.Slot)...)
		}
		for _, k := range n.Kids {
			leaves(k)
		}
	}
	for _, k := range code.Needs {
		leaves(s.program.Conditions[k].Node)
	}
	for _, part := range code.Parts {
		if part.Slot >= 0 {
			inputs = append(inputs, s.program.Inputs(part.Slot)...)
		}
	}
	return inputs
}
