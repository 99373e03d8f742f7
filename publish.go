package main

import (
	"context"
	"fmt"

	"mingce/site"
)

// build writes the site.
func build(_ context.Context, e env, args []string) int {
	f, dir := flags("build")
	out := f.String("out", "dist", "")
	base := f.String("base-path", "/", "")
	if _, status, ok := e.parse(f, args, 0); !ok {
		return status
	}
	c, ok := e.open(*dir)
	if !ok {
		return wrongUse
	}
	built, found := site.Build(c, site.Options{ContentName: c.name, BasePath: *base})
	if len(found) > 0 {
		return e.print(c, found)
	}
	if err := built.Write(*out); err != nil {
		return e.fail("没有写成:%s。原来的网站没有改动", err)
	}
	fmt.Fprintf(e.out, "网站已写到 %s\n", *out)
	return done
}

// check says everything that is wrong with the content and the site.
func check(_ context.Context, e env, args []string) int {
	f, dir := flags("check")
	if _, status, ok := e.parse(f, args, 0); !ok {
		return status
	}
	c, ok := e.open(*dir)
	if !ok {
		return wrongUse
	}
	_, found := site.Build(c, site.Options{ContentName: c.name})
	if len(found) > 0 {
		return e.print(c, found)
	}
	fmt.Fprintln(e.out, "没有发现问题")
	return done
}

// serve shows the site on this machine.
func serve(ctx context.Context, e env, args []string) int {
	return e.misuse("尚未接好")
}
