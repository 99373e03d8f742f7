// Package measure runs one implementation of the policy on the case file:
// checks it, times it warm, or answers once in a fresh process.
package measure

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"slices"
	"syscall"
	"time"

	"mingce/bench/engines/cases"
)

// An Engine is one implementation, ready to answer about the cases it was
// made for. Turning cases into the implementation's own form of input is not
// timed.
type Engine struct {
	// Answer is the award in 分 of the i-th case and the index of the benefit
	// that pays it, −1 for none.
	Answer func(i int) (award int64, pays int)
	// Pass answers about every case and adds up Sum.
	Pass func() int64
	// AwardAlone is set where it is not said which benefit pays: pays is 0.
	AwardAlone bool
}

// Sum is what one answer adds to the sum of a pass.
func Sum(award int64, pays int) int64 { return award + int64(pays) }

// samples of at least sampleTime make one measurement; their median counts. A
// rate is per second of processor time, which other work on the machine disturbs
// less than the clock.
const (
	samples    = 7
	sampleTime = 150 * time.Millisecond
)

// Main is the main function of an implementation. With check it compares every
// answer, with warm it prints evaluations a second and the peak memory, with
// cold it answers about the first case only.
func Main(open func([]cases.Case) Engine) {
	file := flag.String("cases", "engines/build/cases.json", "case file")
	flag.Parse()
	start := time.Now()
	list, err := cases.Read(*file)
	if err != nil {
		fail(err)
	}
	e := open(list)
	if e.AwardAlone {
		for i := range list {
			list[i].Pays = 0
		}
	}
	switch flag.Arg(0) {
	case "check":
		check(e, list)
	case "warm":
		report(warm(e, list))
	case "cold":
		award, pays := e.Answer(0)
		report(map[string]any{"ms": float64(time.Since(start).Microseconds()) / 1000, "award": award, "pays": pays})
	default:
		fail("check, warm or cold?")
	}
}

func check(e Engine, list []cases.Case) {
	for i, c := range list {
		if award, pays := e.Answer(i); award != c.Award || pays != c.Pays {
			fail(fmt.Sprintf("case %d: %d by %d, the text gives %d by %d", i, award, pays, c.Award, c.Pays))
		}
	}
	report(map[string]any{"agree": len(list)})
}

func warm(e Engine, list []cases.Case) map[string]any {
	want := int64(0)
	for _, c := range list {
		want += Sum(c.Award, c.Pays)
	}
	rates := make([]float64, samples+1)
	for i := range rates {
		n := 0
		start, used := time.Now(), usage().spent
		for time.Since(start) < sampleTime {
			if got := e.Pass(); got != want {
				fail(fmt.Sprintf("sum %d, not %d", got, want))
			}
			n += len(list)
		}
		rates[i] = float64(n) / (usage().spent - used).Seconds()
	}
	rates = rates[1:] // the first one warmed up
	slices.Sort(rates)
	return map[string]any{"rate": rates[samples/2], "rss": usage().peak}
}

// A use is what the process has used so far.
type use struct {
	spent time.Duration // processor time, of all threads
	peak  float64       // memory, MB
}

func usage() use {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		fail(err)
	}
	return use{time.Duration(u.Utime.Nano() + u.Stime.Nano()), float64(u.Maxrss) / 1024}
}

func report(v any) {
	if err := json.NewEncoder(os.Stdout).Encode(v); err != nil {
		fail(err)
	}
}

func fail(v any) {
	fmt.Fprintln(os.Stderr, v)
	os.Exit(1)
}
