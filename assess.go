package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"mingce/site"
	"mingce/site/answer"
	"mingce/site/policy"
	"mingce/site/toml"
)

// alternatives collects --reading ID=ALTERNATIVE, which may be repeated.
type alternatives map[string]string

func (a alternatives) String() string { return "" }

func (a alternatives) Set(text string) error {
	id, alternative, ok := strings.Cut(text, "=")
	if !ok {
		return errors.New("要写成 口径=读法,例如 startup-within-highest=startup-apart")
	}
	if _, twice := a[id]; twice {
		return fmt.Errorf("%s 写了两次", id)
	}
	a[id] = alternative
	return nil
}

// assess answers applicants, one a line.
func assess(_ context.Context, e env, args []string) int {
	f, dir := flags("assess")
	id := f.String("policy", "", "")
	explain := f.Bool("explain", false, "")
	table := f.String("csv", "", "")
	readings := alternatives{}
	f.Var(readings, "reading", "")
	day := f.String("date", "", "")
	rest, status, ok := e.parse(f, args, 1)
	if !ok {
		return status
	}
	switch {
	case *table != "" && len(rest) > 0:
		return e.misuse("--csv 后面已经写了表格,多了 %s", rest[0])
	case *table != "" && *explain:
		return e.misuse("--csv 不能和 --explain 一起用;结果表里已经写明每项的情况")
	}
	p, status := e.computable(*dir, *id, *day)
	if p == nil {
		return status
	}
	if *table != "" {
		return e.assessTable(p, readings, *table)
	}
	in, status := e.applicants(rest)
	if in == nil {
		return status
	}
	defer in.Close()
	return e.answer(answer.Job{Program: p.Program, Readings: readings, Explain: *explain}, in)
}

// applicants opens the file named, or standard input for none and for “-”.
func (e env) applicants(rest []string) (io.ReadCloser, int) {
	if len(rest) == 0 || rest[0] == "-" {
		return io.NopCloser(e.in), done
	}
	file, err := os.Open(rest[0])
	if err != nil {
		return nil, e.misuse("打不开文件 %s", rest[0])
	}
	if info, err := file.Stat(); err == nil && info.IsDir() {
		file.Close()
		return nil, e.misuse("%s 是一个文件夹,请写文件的名称", rest[0])
	}
	return file, done
}

func (e env) answer(j answer.Job, in io.Reader) int {
	if _, err := answer.NewDecoder(j.Program, j.Readings); err != nil {
		return e.misuse("%s", err)
	}
	bad, err := j.Run(in, e.out)
	switch {
	case err != nil:
		return e.fail("读写中断:%s", err)
	case bad > 0:
		return e.fail("有%d行不能测算,原因写在各行的 error 里", bad)
	}
	return done
}

// policy loads the policy named, or the only one there is.
func (e env) policy(dir, id string) (source, *site.Policy, int) { return e.policyAt(dir, id, "") }

// policyAt loads the version of its rules that is in force on a day, or the
// latest.
func (e env) policyAt(dir, id, date string) (source, *site.Policy, int) {
	day, ok := toml.ParseDate(date)
	if date != "" && !ok {
		return source{}, nil, e.misuse("--date 要写成 2015-11-30 这样的日期,不能是 %q", date)
	}
	c, ok := e.open(dir)
	if !ok {
		return c, nil, wrongUse
	}
	ids := site.IDs(c)
	switch {
	case len(ids) == 0:
		return c, nil, e.misuse("%s 里没有政策文件(policies/编号/policy.md)", c.name)
	case id == "" && len(ids) > 1:
		return c, nil, e.misuse("有%d份政策,请用 --policy 指定一份:%s", len(ids), strings.Join(ids, "、"))
	case id == "":
		id = ids[0]
	}
	for _, known := range ids {
		if known == id {
			p, problems := site.LoadAt(c, c.name, id, day)
			if len(problems) > 0 {
				return c, nil, e.print(c, problems)
			}
			if first, what := firstDay(p.Document); date != "" && day.Before(first) {
				return c, nil, e.misuse("--date %s 在这份文件%s(%s)之前,那时还没有这些规则", day, what, first)
			}
			return c, p, done
		}
	}
	return c, nil, e.misuse("没有 %q 这份政策;现有:%s", id, strings.Join(ids, "、"))
}

// firstDay is the day before which a policy cannot answer, and what happened
// on it.
func firstDay(d *policy.Document) (toml.Date, string) {
	if d.Meta.InForce.Set {
		return d.Meta.InForce.Value, "施行"
	}
	return d.Meta.Signed.Value, "成文"
}
