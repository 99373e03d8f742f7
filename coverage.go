package main

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"mingce/site/coverage"
)

// showCoverage prints the text of a policy with the rules that stand on its
// words in place: the clauses that rules cite, or one with all below it.
func showCoverage(_ context.Context, e env, args []string) int {
	f, dir := flags("coverage")
	id := f.String("policy", "", "")
	rest, status, ok := e.parse(f, args, 1)
	if !ok {
		return status
	}
	_, p, status := e.policy(*dir, *id)
	if p == nil {
		return status
	}
	if p.Program == nil {
		return e.misuse("政策 %s 没有 rules.toml,没有规则可以对照", p.ID)
	}
	clauses := coverage.Of(p.Document, p.Program.Rulebook)
	if len(rest) == 0 {
		clauses = slices.DeleteFunc(clauses, func(c coverage.Clause) bool { return !c.Cited() })
	} else {
		c, found := p.Document.Clause(rest[0])
		if !found {
			return e.misuse("没有 %q 这一条;写编号(c3-2-1)或条号(三(二)1),运行 mingce clauses 查看全部", rest[0])
		}
		clauses = slices.DeleteFunc(clauses, func(o coverage.Clause) bool {
			return o.ID != c.ID && !strings.HasPrefix(o.ID, c.ID+"-")
		})
	}
	var total coverage.Sum
	for i := range clauses {
		printCoverage(e.out, &clauses[i])
		total.Add(clauses[i].Sum)
	}
	fmt.Fprintf(e.out, "合计 %s\n", sumWords(total))
	return done
}

// printCoverage prints one clause, a sentence a line, and what stands on it.
func printCoverage(w io.Writer, c *coverage.Clause) {
	fmt.Fprintf(w, "%s  %s  %s\n", c.ID, c.Ref, sumWords(c.Sum))
	for _, s := range c.Sentences {
		fmt.Fprintf(w, "  [%s] ", s.State)
		for _, st := range s.Stretches {
			printStretch(w, &st)
		}
		fmt.Fprintln(w)
	}
	fmt.Fprintln(w)
}

// printStretch prints words, in brackets with what quotes them.
func printStretch(w io.Writer, s *coverage.Stretch) {
	var names []string
	for _, r := range s.Rules {
		names = append(names, r.String())
	}
	if s.Reason != "" {
		names = append(names, "不写进规则:"+s.Reason)
	}
	if len(names) == 0 {
		fmt.Fprint(w, s.Text)
		return
	}
	fmt.Fprintf(w, "【%s】{%s}", s.Text, strings.Join(names, ";"))
}

func sumWords(s coverage.Sum) string {
	return fmt.Sprintf("有规则%d句%d字,已说明%d句%d字,未用到%d句%d字",
		s.Covered.Sentences, s.Covered.Characters, s.Explained.Sentences, s.Explained.Characters,
		s.Uncovered.Sentences, s.Uncovered.Characters)
}
