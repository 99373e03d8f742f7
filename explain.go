package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"mingce/site"
	"mingce/site/answer"
	"mingce/site/explain"
)

// explainAll prints why each applicant, one a line, gets what it gets.
func explainAll(_ context.Context, e env, args []string) int {
	f, dir := flags("explain")
	id := f.String("policy", "", "")
	asJSON := f.Bool("json", false, "")
	readings := alternatives{}
	f.Var(readings, "reading", "")
	day := f.String("date", "", "")
	rest, status, ok := e.parse(f, args, 1)
	if !ok {
		return status
	}
	p, status := e.computable(*dir, *id, *day)
	if p == nil {
		return status
	}
	dec, err := answer.NewDecoder(p.Program, readings)
	if err != nil {
		return e.misuse("%s", err)
	}
	in, status := e.applicants(rest)
	if in == nil {
		return status
	}
	defer in.Close()
	show := func(line int, tree explain.Tree) error {
		_, err := fmt.Fprintf(e.out, "第%d行\n%s\n", line, tree.Text(clauseNames(p)))
		return err
	}
	if *asJSON {
		enc := json.NewEncoder(e.out)
		enc.SetEscapeHTML(false)
		show = func(line int, tree explain.Tree) error {
			return enc.Encode(numbered{line, tree})
		}
	}
	return e.explain(p, dec, in, show)
}

// computable loads a policy that has rules, as they are on a day.
func (e env) computable(dir, id, day string) (*site.Policy, int) {
	_, p, status := e.policyAt(dir, id, day)
	if p != nil && p.Program == nil {
		return nil, e.misuse("政策 %s 没有 rules.toml,不能测算", p.ID)
	}
	return p, status
}

// A numbered tree is what --json prints for a line.
type numbered struct {
	Line int `json:"line"`
	explain.Tree
}

// explain shows one tree for each line; a bad line says so in its place.
func (e env) explain(p *site.Policy, dec *answer.Decoder, in io.Reader, show func(int, explain.Tree) error) int {
	bad, a, s := 0, p.Program.NewAssessment(), p.Program.NewSituation()
	r := bufio.NewReader(in)
	for line := 1; ; line++ {
		text, end := r.ReadBytes('\n')
		if end != nil && !errors.Is(end, io.EOF) {
			return e.fail("读写中断:%s", end)
		}
		if text = bytes.TrimPrefix(bytes.TrimSpace(text), []byte("\ufeff")); len(text) > 0 {
			var err error
			if s, err = dec.Decode(text, s); err != nil {
				bad++
				fmt.Fprintf(e.err, "第%d行不能测算:%s\n", line, err)
			} else {
				p.Program.Assess(s, a)
				if err := show(line, explain.Explain(p.Program, s, a)); err != nil {
					return e.fail("读写中断:%s", err)
				}
			}
		}
		if end != nil {
			break
		}
	}
	if bad > 0 {
		return e.fail("有%d行不能测算", bad)
	}
	return done
}

// clauseNames says a clause as people write it.
func clauseNames(p *site.Policy) func(string) string {
	return func(id string) string {
		if c, ok := p.Document.Clause(id); ok {
			return c.Ref
		}
		return id
	}
}
