// Command measure builds the same documents with mingce and with Hugo, in
// turn, and prints a table: wall time, processor time and peak memory.
//
//	measure -mingce BIN -hugo BIN -corpus DIR -theme DIR -rounds 7
//
// A clean build starts without output and without cache. A changed build
// follows on a built site, after one figure of one document has changed, in a
// fresh process.
package main

import (
	"cmp"
	"flag"
	"fmt"
	"io/fs"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"time"
)

func main() {
	b := bench{}
	flag.StringVar(&b.mingce, "mingce", "", "the program")
	flag.StringVar(&b.hugo, "hugo", "", "the other")
	flag.StringVar(&b.corpus, "corpus", "", "what generate wrote")
	flag.StringVar(&b.theme, "theme", "hugo", "the site of Hugo without its content")
	flag.IntVar(&b.rounds, "rounds", 7, "how often each")
	flag.Parse()
	work, err := os.MkdirTemp(filepath.Dir(b.corpus), "measure")
	if err == nil {
		b.work = work
		err = b.run()
		_ = os.RemoveAll(work)
	}
	if err != nil {
		log.Fatal(err)
	}
}

type bench struct {
	mingce, hugo, corpus, theme, work string
	rounds                            int
}

// A cost is what one run took.
type cost struct {
	wall, cpu time.Duration
	rss       int64 // KB
}

func (b *bench) run() error {
	dist, other := filepath.Join(b.work, "dist"), filepath.Join(b.work, "public")
	clean := func() error {
		return cmp.Or(os.RemoveAll(dist), os.RemoveAll(filepath.Join(b.work, ".dist.mingce.cache")), os.RemoveAll(other))
	}
	ours := []string{b.mingce, "build", "--content", filepath.Join(b.corpus, "mingce"), "--out", dist}
	theirs := []string{b.hugo, "--quiet", "--noBuildLock", "-s", b.theme, "-c", filepath.Join(b.corpus, "hugo"), "-d", other}
	var rows [4][]cost
	for round := range b.rounds + 1 { // the first warms the disk and does not count
		if err := clean(); err != nil {
			return err
		}
		steps := []struct {
			args   []string
			change string
		}{{ours, ""}, {theirs, ""}, {ours, "mingce/policies/d00000/policy.md"}, {theirs, "hugo/zc/d00000.md"}}
		for i, s := range steps {
			if s.change != "" {
				if err := change(filepath.Join(b.corpus, s.change), round); err != nil {
					return err
				}
			}
			c, err := measure(s.args)
			if err != nil {
				return err
			}
			if round > 0 {
				rows[i] = append(rows[i], c)
			}
		}
	}
	// once more on a site that has a spare: how it is day by day
	var daily []cost
	for round := range b.rounds {
		if err := change(filepath.Join(b.corpus, "mingce/policies/d00000/policy.md"), round); err != nil {
			return err
		}
		c, err := measure(ours)
		if err != nil {
			return err
		}
		daily = append(daily, c)
	}
	b.table(rows, daily, dist, other)
	return nil
}

// change gives a document another figure.
func change(name string, round int) error {
	text, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	s := string(text)
	at := strings.LastIndex(s, "一次性告知")
	if at < 0 {
		at = strings.LastIndex(s, "考核")
	}
	if at < 0 {
		return fmt.Errorf("%s: nothing to change", name)
	}
	s = s[:at] + strings.Repeat("再", 1+round%2) + s[at:]
	return os.WriteFile(name, []byte(s), 0o644)
}

func measure(args []string) (cost, error) {
	cmd := exec.Command(args[0], args[1:]...)
	cmd.Stderr = os.Stderr
	start := time.Now()
	err := cmd.Run()
	c := cost{wall: time.Since(start)}
	if state := cmd.ProcessState; state != nil {
		c.cpu = state.UserTime() + state.SystemTime()
		if u, ok := state.SysUsage().(*syscall.Rusage); ok {
			c.rss = u.Maxrss
		}
	}
	return c, err
}

func (b *bench) table(rows [4][]cost, daily []cost, dist, other string) {
	fmt.Println("| | wall s (least to most) | CPU s | peak RSS MB | files |")
	fmt.Println("|---|---:|---:|---:|---:|")
	row("mingce, clean", rows[0], files(dist))
	row("Hugo, clean", rows[1], files(other))
	row("mingce, one changed, first time", rows[2], 0)
	row("mingce, one changed, day by day", daily, 0)
	row("Hugo, one changed", rows[3], 0)
	ratio := median(rows[0]).wall.Seconds() / median(rows[1]).wall.Seconds()
	fmt.Printf("\nmingce takes %.2f of the time of Hugo, and %.2f of its processor time.\n", ratio,
		median(rows[0]).cpu.Seconds()/median(rows[1]).cpu.Seconds())
}

func row(name string, costs []cost, count int) {
	m := median(costs)
	least := slices.MinFunc(costs, func(a, b cost) int { return cmp.Compare(a.wall, b.wall) })
	most := slices.MaxFunc(costs, func(a, b cost) int { return cmp.Compare(a.wall, b.wall) })
	n := "–"
	if count > 0 {
		n = fmt.Sprint(count)
	}
	fmt.Printf("| %s | %.3f (%.3f to %.3f) | %.2f | %d | %s |\n", name, m.wall.Seconds(), least.wall.Seconds(), most.wall.Seconds(),
		m.cpu.Seconds(), m.rss/1024, n)
}

// median is the cost in the middle, each part by itself.
func median(costs []cost) (m cost) {
	by := func(of func(c cost) int64) int64 {
		var list []int64
		for _, c := range costs {
			list = append(list, of(c))
		}
		slices.Sort(list)
		return list[len(list)/2]
	}
	m.wall = time.Duration(by(func(c cost) int64 { return int64(c.wall) }))
	m.cpu = time.Duration(by(func(c cost) int64 { return int64(c.cpu) }))
	m.rss = by(func(c cost) int64 { return c.rss })
	return m
}

func files(dir string) (n int) {
	_ = filepath.WalkDir(dir, func(_ string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			n++
		}
		return nil
	})
	return n
}
