package main

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"mingce/calc"
	"mingce/site"
	"mingce/site/diff"
	"mingce/site/policy"
	"mingce/site/problem"
	"mingce/site/rulefile"
	"mingce/site/toml"
)

// diffRules says what changed between two versions of a policy's rules, and
// what that means to a population.
func diffRules(_ context.Context, e env, args []string) int {
	f, _ := flags("diff")
	population := f.String("population", "", "")
	readings := alternatives{}
	f.Var(readings, "reading", "")
	rest, status, ok := e.parse(f, args, 2)
	if !ok {
		return status
	}
	if len(rest) != 2 {
		return e.misuse("要写两份规则,例如:mingce diff 旧文件夹 新文件夹;同一份规则的两个时间,写成 文件夹@2015-11-30")
	}
	was, status := e.version(rest[0])
	if was == nil {
		return status
	}
	is, status := e.version(rest[1])
	if is == nil {
		return status
	}
	changes := diff.Changes(was.Program.Rulebook, is.Program.Rulebook)
	ref, before := clauseNames(is), clauseNames(was)
	either := func(clause string) string {
		if words := ref(clause); words != clause {
			return words
		}
		return before(clause)
	}
	if err := diff.WriteChanges(e.out, changes, either); err != nil {
		return e.fail("写不出来:%s", err)
	}
	if *population == "" {
		if len(readings) > 0 {
			return e.misuse("--reading 只用于申报人名单,要和 --population 一起写")
		}
		return done
	}
	return e.compare(was.Program, is.Program, *population, readings)
}

func (e env) compare(was, is *calc.Program, file string, readings map[string]string) int {
	text, err := os.ReadFile(file)
	if err != nil {
		return e.misuse("打不开文件 %s", file)
	}
	if err := diff.Take(was, is, readings); err != nil {
		return e.misuse("%s", err)
	}
	people, found := diff.Read(file, strings.EqualFold(filepath.Ext(file), ".csv"), text, was, is, readings)
	if len(found) > 0 {
		return e.print(source{os.DirFS(filepath.Dir(file)), filepath.ToSlash(filepath.Dir(file)), filepath.Dir(file)}, found)
	}
	if err := diff.Compare(was, is, people).Write(e.out); err != nil {
		return e.fail("写不出来:%s", err)
	}
	return done
}

// version reads one version of a policy: its folder or its rules.toml, the
// latest version or, after an @, that of a day.
func (e env) version(place string) (*site.Policy, int) {
	dir, on, dated := strings.Cut(place, "@")
	day, valid := toml.Date{}, true
	if dated {
		day, valid = toml.ParseDate(on)
	}
	if !valid {
		return nil, e.misuse("“%s”不是日期,写成如2015-11-30", on)
	}
	if filepath.Base(dir) == "rules.toml" {
		dir = filepath.Dir(dir)
	}
	c := source{os.DirFS(dir), filepath.ToSlash(filepath.Clean(dir)), dir}
	p, found, missing := readVersion(c, day)
	switch {
	case missing != "":
		return nil, e.misuse("%s 里没有 %s", dir, missing)
	case len(found) > 0:
		return nil, e.print(c, found)
	}
	return p, done
}

// readVersion reads the text and the rules of a folder.
func readVersion(c source, day toml.Date) (p *site.Policy, found problem.List, missing string) {
	var text [2][]byte
	for i, name := range []string{"policy.md", "rules.toml"} {
		var err error
		if text[i], err = fs.ReadFile(c, name); err != nil {
			return nil, nil, name
		}
	}
	doc, found := policy.Parse(c.name+"/policy.md", text[0])
	if len(found) > 0 {
		return nil, found, ""
	}
	rb, found := rulefile.LoadAt(c.name+"/rules.toml", text[1], doc, day)
	if len(found) > 0 {
		return nil, found, ""
	}
	program, err := calc.Compile(rb)
	if err != nil {
		found.Add(problem.Pos{File: c.name + "/rules.toml"}, err.Error(), "改正这条规则")
		return nil, found, ""
	}
	return &site.Policy{ID: rb.ID, Document: doc, Program: program}, nil, ""
}
