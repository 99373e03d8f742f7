package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"mingce/calc"
	"mingce/site"
	"mingce/site/answer"
	"mingce/site/explain"
)

// explainAll prints why each applicant, one a line, gets what it gets.
func explainAll(_ context.Context, e env, args []string) int {
	f, dir := flags("explain")
	id := f.String("policy", "", "")
	readings := alternatives{}
	f.Var(readings, "reading", "")
	rest, status, ok := e.parse(f, args, 1)
	if !ok {
		return status
	}
	p, status := e.computable(*dir, *id)
	if p == nil {
		return status
	}
	dec, err := answer.NewDecoder(p.Program, readings)
	if err != nil {
		return e.misuse("%s", err)
	}
	in := e.in
	if len(rest) == 1 && rest[0] != "-" {
		file, err := os.Open(rest[0])
		if err != nil {
			return e.misuse("打不开文件 %s", rest[0])
		}
		defer file.Close()
		in = file
	}
	return e.explain(p, dec, in)
}

// computable loads a policy that has rules.
func (e env) computable(dir, id string) (*site.Policy, int) {
	_, p, status := e.policy(dir, id)
	if p != nil && p.Program == nil {
		return nil, e.misuse("政策 %s 没有 rules.toml,不能测算", p.ID)
	}
	return p, status
}

// explain prints one tree for each line; a bad line says so in its place.
func (e env) explain(p *site.Policy, dec *answer.Decoder, in io.Reader) int {
	bad, a, s := 0, p.Program.NewAssessment(), p.Program.NewSituation()
	r := bufio.NewReader(in)
	for line := 1; ; line++ {
		text, err := r.ReadBytes('\n')
		if err != nil && !errors.Is(err, io.EOF) {
			return e.fail("读写中断:%s", err)
		}
		if text := bytes.TrimPrefix(bytes.TrimSpace(text), []byte("\ufeff")); len(text) > 0 {
			if werr := e.explainLine(p, dec, line, text, &s, a); werr != nil {
				bad++
				fmt.Fprintf(e.out, "第%d行不能测算:%s\n\n", line, werr)
			}
		}
		if err != nil {
			break
		}
	}
	if bad > 0 {
		return e.fail("有%d行不能测算,原因写在各行的位置", bad)
	}
	return done
}

func (e env) explainLine(p *site.Policy, dec *answer.Decoder, line int, text []byte, s *calc.Situation, a *calc.Assessment) (err error) {
	if *s, err = dec.Decode(text, *s); err != nil {
		return err
	}
	p.Program.Assess(*s, a)
	_, err = fmt.Fprintf(e.out, "第%d行\n%s\n", line, explain.Explain(p.Program, *s, a).Text(clauseNames(p)))
	return err
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
