package growth_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"syscall"
	"testing"

	"mingce/bench/engines/rulebook"
	"mingce/bench/growth"
	"mingce/calc"
	"mingce/calc/calctest"
	"mingce/site/policy"
	"mingce/wasm"
)

var sizes = []int{10, 100, 1000}

// each runs a benchmark on the real policy and on the generated ones.
func each(b *testing.B, run func(b *testing.B, text, rules []byte)) {
	const folder = "../../content/policies/qzf-2015-23/"
	b.Run("policy", func(b *testing.B) { run(b, read(b, folder+"policy.md"), read(b, folder+"rules.toml")) })
	for _, n := range sizes {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			p := growth.Generate(n)
			run(b, p.Text, p.Rules)
		})
	}
}

// loop runs the benchmark and reports the processor time of one run beside the
// clock's: cpu-ns/op is what to compare on a machine that others use too.
func loop(b *testing.B, run func(i int)) {
	used, n := spent(b), 0
	for b.Loop() {
		run(n)
		n++
	}
	b.ReportMetric(float64(spent(b)-used)/float64(n), "cpu-ns/op")
}

func spent(b *testing.B) int64 {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		b.Fatal(err)
	}
	return u.Utime.Nano() + u.Stime.Nano()
}

func read(b *testing.B, file string) []byte {
	text, err := os.ReadFile(file)
	if err != nil {
		b.Fatal(err)
	}
	return text
}

func verify(b *testing.B, text, rules []byte) *calc.Rulebook {
	b.Helper()
	book, err := rulebook.Verify(text, rules)
	if err != nil {
		b.Fatal(err)
	}
	return book
}

func compile(b *testing.B, text, rules []byte) *calc.Program {
	b.Helper()
	p, err := calc.Compile(verify(b, text, rules))
	if err != nil {
		b.Fatal(err)
	}
	return p
}

// BenchmarkParse reads the text alone.
func BenchmarkParse(b *testing.B) {
	each(b, func(b *testing.B, text, _ []byte) {
		loop(b, func(int) { policy.Parse("policy.md", text) })
	})
}

// BenchmarkVerify reads text and rules and holds the rules to the text.
func BenchmarkVerify(b *testing.B) {
	each(b, func(b *testing.B, text, rules []byte) {
		loop(b, func(int) { verify(b, text, rules) })
	})
}

// BenchmarkCompile makes the program of a rulebook.
func BenchmarkCompile(b *testing.B) {
	each(b, func(b *testing.B, text, rules []byte) {
		book := verify(b, text, rules)
		loop(b, func(int) {
			if _, err := calc.Compile(book); err != nil {
				b.Fatal(err)
			}
		})
	})
}

// BenchmarkModule emits the module and states its size, raw and in brotli 11.
func BenchmarkModule(b *testing.B) {
	each(b, func(b *testing.B, text, rules []byte) {
		p := compile(b, text, rules)
		var module []byte
		loop(b, func(int) { module = wasm.Compile(p) })
		b.ReportMetric(float64(len(module)), "bytes")
		b.ReportMetric(float64(brotli11(b, module)), "br-bytes")
	})
}

// BenchmarkAll is everything from the files to the module.
func BenchmarkAll(b *testing.B) {
	each(b, func(b *testing.B, text, rules []byte) {
		loop(b, func(int) { wasm.Compile(compile(b, text, rules)) })
	})
}

// BenchmarkComplete assesses random applicants of whom everything is known.
func BenchmarkComplete(b *testing.B) { assess(b, 0) }

// BenchmarkHalf assesses random applicants of whom half is known.
func BenchmarkHalf(b *testing.B) { assess(b, 2) }

// BenchmarkNothing assesses an applicant of whom nothing is known.
func BenchmarkNothing(b *testing.B) { assess(b, 1) }

func assess(b *testing.B, unknown int) {
	each(b, func(b *testing.B, text, rules []byte) {
		p := compile(b, text, rules)
		r := rand.New(rand.NewPCG(1, 1))
		cases := make([]calc.Situation, 256)
		for i := range cases {
			cases[i] = calctest.Near(r, p, unknown)
		}
		a := p.NewAssessment()
		b.ReportAllocs()
		loop(b, func(i int) { p.Assess(cases[i&255], a) })
	})
}
