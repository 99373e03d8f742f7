package site

import (
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
	for i := range cases {
		k := &cases[i]
		e.program.Assess(k.Situation, a)
		for _, amiss := range k.Amiss(e.program, a) {
			c.problems.Add(k.Pos, "案例“"+k.Name+"”"+amiss, "核对案例和规则:哪一个与原文不符,就改哪一个")
		}
	}
}

// place is where a problem of a whole file is.
func (c *content) place(name string) problem.Pos { return problem.Pos{File: c.at(name)} }
