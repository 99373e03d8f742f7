package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"

	"mingce/site"
	"mingce/site/mutate"
	"mingce/site/rulefile"
)

// mutateRules says which mistakes in the rules no worked case would notice.
func mutateRules(_ context.Context, e env, args []string) int {
	f, dir := flags("mutate")
	id := f.String("policy", "", "")
	if _, status, ok := e.parse(f, args, 0); !ok {
		return status
	}
	c, p, status := e.policy(*dir, *id)
	if p == nil {
		return status
	}
	if p.Program == nil {
		return e.misuse("政策 %s 没有 rules.toml,没有可以改动的规则", p.ID)
	}
	cases, ok := e.cases(c, p)
	switch {
	case !ok:
		return problems
	case len(cases) == 0:
		return e.fail("政策 %s 没有案例(cases.toml):没有案例,就发现不了任何改动", p.ID)
	}
	report, err := mutate.Run(p.Program.Rulebook, cases)
	if err != nil {
		return e.fail("%s", err)
	}
	return e.mutants(p, report, len(cases))
}

// cases reads the worked cases of a policy; it may have none.
func (e env) cases(c source, p *site.Policy) (cases []rulefile.Case, ok bool) {
	name := "policies/" + p.ID + "/cases.toml"
	text, err := fs.ReadFile(c, name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, true
	}
	if err != nil {
		e.fail("读不出 %s/%s", c.name, name)
		return nil, false
	}
	cases, found := rulefile.LoadCases(c.name+"/"+name, text, p.Program.Rulebook)
	if len(found) > 0 {
		e.print(c, found)
		return nil, false
	}
	return cases, true
}

func (e env) mutants(p *site.Policy, r mutate.Report, cases int) int {
	ref := clauseNames(p)
	for _, m := range r.Survivors {
		fmt.Fprintf(e.out, "没有案例能发现:%s %s:%s → %s\n", ref(m.Clause), m.Rule, m.Before, m.After)
	}
	tried := r.Killed + len(r.Same) + len(r.Survivors)
	fmt.Fprintf(e.out, "%d个案例;改动规则%d处,案例发现%d处,%d处已证明与原规则等价,没有发现%d处(另有%d处改成的规则不成立,未计)\n",
		cases, tried, r.Killed, len(r.Same), len(r.Survivors), r.Refused)
	if len(r.Survivors) > 0 {
		return e.fail("在 cases.toml 里为每一处没有发现的改动补一个案例,奖补按原文算出")
	}
	return done
}
