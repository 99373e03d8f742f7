package main

import (
	"context"
	"fmt"
	"strings"

	"mingce/site/policy"
)

// clauses lists the clauses of a policy, or prints one with all below it.
func clauses(_ context.Context, e env, args []string) int {
	f, dir := flags("clauses")
	id := f.String("policy", "", "")
	rest, status, ok := e.parse(f, args, 1)
	if !ok {
		return status
	}
	_, p, status := e.policy(*dir, *id)
	if p == nil {
		return status
	}
	if len(rest) == 0 {
		for c := range p.Document.Clauses() {
			fmt.Fprintf(e.out, "%-10s %s%s%s\n", c.ID, strings.Repeat("  ", depth(c)), c.Label+c.Gap, opening(c))
		}
		return done
	}
	c, found := p.Document.Clause(rest[0])
	if !found {
		return e.misuse("没有 %q 这一条;写编号(c3-2-1)或条号(三(二)1),运行 mingce clauses 查看全部", rest[0])
	}
	e.clause(c)
	return done
}

// clause prints a clause and all below it, each with its id.
func (e env) clause(c *policy.Clause) {
	fmt.Fprintf(e.out, "%s  %s\n%s%s\n", c.ID, c.Ref, c.Label+c.Gap, c.Words())
	for _, child := range c.Children {
		fmt.Fprintln(e.out)
		e.clause(child)
	}
}

func depth(c *policy.Clause) int { return len(c.Path()) - 1 }

// opening is a clause's heading, or the start of its text.
func opening(c *policy.Clause) string {
	if c.Heading != "" {
		return c.Heading
	}
	words, _, _ := strings.Cut(c.Words(), "\n")
	if r := []rune(words); len(r) > 30 {
		return string(r[:30]) + "…"
	}
	return words
}
