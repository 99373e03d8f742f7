package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"

	"mingce/site"
	"mingce/site/dev"
	"mingce/site/output"
	"mingce/site/problem"
	"mingce/site/publish"
	"mingce/site/toml"
)

// A basePath is where on its host the site will live: / or /zc/.
type basePath struct{ path string }

func baseFlag(f *flag.FlagSet) *basePath {
	b := &basePath{"/"}
	f.Var(b, "base-path", "")
	return b
}

func (b *basePath) String() string { return b.path }

func (b *basePath) Set(text string) error {
	for _, r := range text {
		if r > '~' || r <= ' ' || strings.ContainsRune("\"%<>\\^`{|}?#", r) {
			return errors.New("写成 / 或 /zc/ 这样")
		}
	}
	b.path = text
	return nil
}

// A day is a date on the command line.
type day struct{ toml.Date }

func dateFlag(f *flag.FlagSet) *day {
	d := &day{}
	f.Var(d, "date", "")
	return d
}

func (d *day) String() string { return d.Date.String() }

func (d *day) Set(text string) (err error) {
	date, ok := toml.ParseDate(text)
	if !ok {
		err = errors.New("写成 2015-11-30 这样")
	}
	d.Date = date
	return err
}

// build writes the site.
func build(_ context.Context, e env, args []string) int {
	f, dir := flags("build")
	out := f.String("out", "dist", "")
	fresh := f.Bool("fresh", false, "")
	compress := f.Bool("compress", false, "")
	release := f.Bool("release", false, "")
	base, day := baseFlag(f), dateFlag(f)
	if _, status, ok := e.parse(f, args, 0); !ok {
		return status
	}
	c, ok := e.open(*dir)
	if !ok {
		return wrongUse
	}
	if holdsUs(*out) {
		return e.misuse("网站不能写到当前所在的文件夹:整个文件夹会被换掉。写一个它下面的文件夹,如 --out dist")
	}
	debug.SetGCPercent(800) // below the limit memory is cheaper than tidying up: a sixth of the processor time
	debug.SetMemoryLimit(memory(0))
	last := publish.Recall(*out)
	built, found := site.Build(c, site.Options{ContentName: c.name, BasePath: base.path, Date: day.Date, Release: *release, Cache: kept(*out)})
	if len(found) > 0 {
		return e.print(c, found)
	}
	debug.SetMemoryLimit(memory(len(built.Units)))
	found, err := publish.Write(built, publish.Options{Dir: *out, Fresh: *fresh, Compress: *compress || *release, Recalled: last})
	if len(found) > 0 {
		return e.print(c, found)
	}
	switch {
	case errors.Is(err, output.ErrForeign):
		return e.misuse("%s 里有别的文件,不会覆盖。请换一个文件夹,或先清空它", *out)
	case err != nil:
		return e.fail("没有写成:%s。原来的网站没有改动", err)
	}
	if folder := kept(*out); folder != "" && !*fresh {
		if err := site.Keep(folder); err != nil {
			return e.fail("%s", err)
		}
	}
	fmt.Fprintf(e.out, "网站已写到 %s\n", *out)
	return done
}

// memory is how much a build of many units may take before it tidies up more
// often: a soft limit, which grows with what must be known of every unit.
func memory(units int) int64 { return 100<<20 + int64(units)*12<<10 }

// kept is where what a build may take over from the last one is, "" before
// there was one: a build that fails leaves nothing behind.
func kept(out string) string {
	folder, err := output.CacheFolder(out)
	if err != nil {
		return ""
	}
	if _, err := os.Stat(folder); err != nil {
		return ""
	}
	return folder
}

// holdsUs reports whether dir is the current folder or one that holds it. The
// folder of a site is replaced as a whole, and we would be left in the old one.
func holdsUs(dir string) bool {
	here, err := os.Getwd()
	if err != nil {
		return true
	}
	there, err := filepath.Abs(dir)
	if err != nil {
		return true
	}
	rest, err := filepath.Rel(there, here)
	return err == nil && filepath.IsLocal(rest)
}

// checkAll says everything that is wrong with the content and the site.
func checkAll(_ context.Context, e env, args []string) int {
	f, dir := flags("check")
	base, day, gov := baseFlag(f), dateFlag(f), f.Bool("gov", false, "")
	if _, status, ok := e.parse(f, args, 0); !ok {
		return status
	}
	c, ok := e.open(*dir)
	if !ok {
		return wrongUse
	}
	built, found := site.Build(c, site.Options{ContentName: c.name, BasePath: base.path, Date: day.Date})
	if len(found) == 0 {
		found = publish.Check(built)
	}
	if len(found) > 0 {
		return e.print(c, found)
	}
	if *gov {
		return e.inspect(c, site.Options{ContentName: c.name, BasePath: base.path, Date: day.Date})
	}
	fmt.Fprintln(e.out, "没有发现问题")
	return e.warn(c)
}

// inspect says what an inspection of government websites would.
func (e env) inspect(c source, opts site.Options) int {
	found, problems := site.Inspect(c, opts)
	if len(problems) > 0 {
		return e.print(c, problems)
	}
	status := done
	for _, l := range []struct {
		title string
		list  problem.List
	}{{"错误", found.Errors}, {"提醒", found.Warnings}} {
		if len(l.list) > 0 {
			fmt.Fprintf(e.out, "%s(%d处):\n", l.title, len(l.list))
			l.list.Print(e.out, c.text)
		}
	}
	if opts.Date.IsZero() {
		fmt.Fprintln(e.out, "没有给 --date,没有检查更新是否及时")
	}
	switch {
	case len(found.Errors) > 0:
		status = 1
	case len(found.Warnings) == 0:
		fmt.Fprintln(e.out, "按政府网站检查的要求,没有发现问题")
	}
	return status
}

// warn shows what is allowed, but looks like a mistake.
func (e env) warn(c source) int {
	for _, id := range site.IDs(c) {
		if list := site.Warnings(c, c.name, id); len(list) > 0 {
			fmt.Fprintln(e.out, "提醒(不影响发布):")
			list.Print(e.out, c.text)
		}
	}
	return done
}

// serve shows the site on this machine until it is interrupted.
func serve(ctx context.Context, e env, args []string) int {
	f, dir := flags("serve")
	port := f.Int("port", 8080, "")
	base, day := baseFlag(f), dateFlag(f)
	if _, status, ok := e.parse(f, args, 0); !ok {
		return status
	}
	if *port < 1 || *port > 65535 {
		return e.misuse("端口 %d 不能用,写 1 到 65535 之间的数", *port)
	}
	c, ok := e.open(*dir)
	if !ok {
		return wrongUse
	}
	checked := &publish.Preview{}
	err := dev.Serve(ctx, dev.Options{
		Build: func() (*output.Site, problem.List) {
			built, found := site.Build(c, site.Options{ContentName: c.name, BasePath: base.path, Date: day.Date})
			if len(found) > 0 {
				return nil, found
			}
			if found = checked.Check(built); len(found) > 0 {
				return nil, found
			}
			return built, nil
		},
		Source: c.text, Watch: c.dir, Port: *port, Out: e.out,
	})
	if err != nil {
		return e.fail("预览中断:%s", err)
	}
	return done
}
