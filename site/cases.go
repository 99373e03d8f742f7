package site

import (
	"fmt"
	"slices"

	"mingce/calc"
	"mingce/site/amount"
	"mingce/site/problem"
	"mingce/site/rulefile"
)

// cases tries the worked cases of a policy: what was worked out by hand from
// the text must be what the rules answer.
func (c *content) cases(e *entry, dir string) {
	const name = "cases.toml"
	if !c.has(dir + name) {
		return
	}
	text, ok := c.file(dir + name)
	if !ok {
		return
	}
	cases, found := rulefile.LoadCases(c.at(dir+name), text, e.rules)
	*c.problems = append(*c.problems, found...)
	if len(found) > 0 {
		return
	}
	e.cases = cases
	a := e.program.NewAssessment()
	for _, k := range cases {
		e.program.Assess(k.Situation, a)
		c.compare(e.rules, k, a)
	}
}

const unequal = "核对案例和规则:哪一个与原文不符,就改哪一个"

// compare reports where an answer is not what a case states.
func (c *content) compare(rules *calc.Rulebook, k rulefile.Case, a *calc.Assessment) {
	say := func(format string, args ...any) {
		c.problems.Add(k.Pos, "案例“"+k.Name+"”"+fmt.Sprintf(format, args...), unequal)
	}
	if a.Award.Min != k.Min || a.Award.Max != k.Max {
		say("写的是%s,规则算出%s", between(k.Min, k.Max), between(a.Award.Min, a.Award.Max))
		return
	}
	if k.Pays != nil && !slices.Equal(k.Pays, a.Pays) {
		say("的给付项目与规则算出的不同")
	}
	if k.Asks != nil && !slices.Equal(k.Asks, a.Questions) {
		say("还要问的问题与规则得出的不同")
	}
	for _, s := range k.States {
		if got := a.Benefits[s.Benefit].Status; got != s.Status {
			say("中 %s 写的是 %s,规则得出 %s", rules.Benefits[s.Benefit].ID, s.Status, got)
		}
	}
}

func between(least, most int64) string {
	if least == most {
		return amount.FormatYuan(least)
	}
	return amount.FormatYuan(least) + "至" + amount.FormatYuan(most)
}

// place is where a problem of a whole file is.
func (c *content) place(name string) problem.Pos { return problem.Pos{File: c.at(name)} }
