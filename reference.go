package main

import (
	"context"
	"errors"
	"fmt"

	"mingce/site/explain/reference"
	"mingce/site/output"
)

// writeReference writes a page on every rule of a policy.
func writeReference(_ context.Context, e env, args []string) int {
	f, dir := flags("doc")
	id := f.String("policy", "", "")
	out := f.String("out", "", "")
	if _, status, ok := e.parse(f, args, 0); !ok {
		return status
	}
	if *out == "" {
		return e.misuse("用 --out 指定写到哪个文件夹")
	}
	c, p, status := e.policy(*dir, *id)
	if p == nil {
		return status
	}
	if p.Program == nil {
		return e.misuse("政策 %s 没有 rules.toml,没有规则可写", p.ID)
	}
	cases, ok := e.cases(c, p)
	if !ok {
		return problems
	}
	pages := reference.Pages(p.Program, cases)
	files := []output.File{{Path: "index.md", Render: output.Bytes([]byte(reference.Index(p.Document.Meta.Title.Value, pages)))}}
	for _, page := range pages {
		files = append(files, output.File{Path: page.Path(), Render: output.Bytes([]byte(page.Markdown(clauseNames(p))))})
	}
	written, found := output.New("/", files)
	if len(found) > 0 {
		return e.print(c, found)
	}
	switch err := written.Write(*out); {
	case errors.Is(err, output.ErrForeign):
		return e.misuse("%s 里有别的文件,不会覆盖。请换一个文件夹,或先清空它", *out)
	case err != nil:
		return e.fail("没有写成:%s。原来的文件没有改动", err)
	}
	fmt.Fprintf(e.out, "%d条规则的说明已写到 %s\n", len(pages), *out)
	return done
}
