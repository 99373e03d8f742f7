// Command generate writes what all implementations share: the case file, one
// case alone, ten times as many cases, and the policy's WebAssembly module with
// the order of its tables.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"time"

	"mingce/bench/engines/cases"
	"mingce/bench/engines/rulebook"
	"mingce/calc"
	"mingce/wasm"
)

// A shape is what a reader of the module's tables must know.
type shape struct {
	Inputs   []input `json:"inputs"`
	Readings int     `json:"readings"`
	Benefits []int   `json:"benefits"` // places of the compared benefits
}

type input struct {
	ID      string   `json:"id"`
	Least   int64    `json:"least"`
	Options []string `json:"options,omitempty"`
}

func main() {
	seed := flag.Uint64("seed", 20151130, "seed of the cases")
	n := flag.Int("n", 2000, "number of cases")
	folder := flag.String("policy", "../content/policies/qzf-2015-23", "folder of the policy")
	into := flag.String("into", "engines/build", "folder to write to")
	flag.Parse()
	must(os.MkdirAll(*into, 0o755))
	list := cases.Generate(*seed, *n)
	paid := slices.IndexFunc(list, func(c cases.Case) bool { return c.Pays >= 0 })
	write(*into, "cases.json", list)
	write(*into, "many.json", cases.Generate(*seed+1, 10**n))
	write(*into, "first.json", list[paid:paid+1])
	full := load(*folder)
	cut, err := rulebook.Amounts(full)
	must(err)
	for name, p := range map[string]*calc.Program{"policy": full, "amounts": cut} {
		must(os.WriteFile(filepath.Join(*into, name+".wasm"), wasm.Compile(p), 0o644))
		write(*into, name+".json", shapeOf(p))
	}
	census(list)
	steps(*folder)
}

func load(folder string) *calc.Program {
	p, err := rulebook.Load(folder)
	must(err)
	return p
}

func shapeOf(p *calc.Program) shape {
	s := shape{Readings: len(p.Rulebook.Readings), Benefits: rulebook.Payers(p)}
	for _, in := range p.Rulebook.Inputs {
		x := input{ID: in.ID, Least: in.Min}
		for _, o := range in.Options {
			x.Options = append(x.Options, o.ID)
		}
		s.Inputs = append(s.Inputs, x)
	}
	return s
}

// census tells how the cases are spread.
func census(list []cases.Case) {
	count := map[int]int{}
	for _, c := range list {
		count[c.Pays]++
	}
	fmt.Fprintf(os.Stderr, "%d cases: %d without award", len(list), count[-1])
	for i, id := range cases.Benefits {
		fmt.Fprintf(os.Stderr, ", %s %d", id, count[i])
	}
	fmt.Fprintln(os.Stderr)
}

// steps tells how long it takes from the files to the module, in a process
// that has done it before.
func steps(folder string) {
	var whole []time.Duration
	for range 21 {
		start := time.Now()
		wasm.Compile(load(folder))
		whole = append(whole, time.Since(start))
	}
	slices.Sort(whole)
	fmt.Fprintf(os.Stderr, "load, verify and compile the policy to a module: median %v, %v to %v\n", whole[10], whole[0], whole[20])
}

func write(folder, name string, v any) {
	text, err := json.Marshal(v)
	must(err)
	must(os.WriteFile(filepath.Join(folder, name), append(text, '\n'), 0o644))
}

func must(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
