package check

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/andybalholm/brotli"

	"mingce/site/output"
	"mingce/site/parallel"
	"mingce/site/problem"
)

// budget is how many bytes a file may weigh after brotli 11.
func budget(f output.File) (limit int, ok bool) {
	switch {
	case f.Path == "search/index.js":
		return 160_000, true // a small site whole, or where the shards of a large one begin
	case f.Kind == output.Policy:
		// 14.5 KB for a text of 8 700 characters; longer texts in proportion
		return max(14_500, f.Length*5/3), true
	case f.Kind == output.Calculator:
		// 16 KB for rules of 24 000 characters; more rules in proportion
		return max(16_000, f.Length*2/3), true
	case f.Kind.IsPage():
		// pages that grow with a text or its rules say by how much
		return max(14_500, f.Length*17/10), true
	case f.Kind == output.Data:
		return 0, false // for machines, or asked for by name
	case strings.HasSuffix(f.Path, ".wasm"):
		return 6_000, true
	case strings.HasSuffix(f.Path, ".js"):
		if strings.Contains(f.Path, "/calculator.") {
			return 12_000, true
		}
		if strings.Contains(f.Path, "-worker.") {
			return 7_000, true // fetched once somebody hands in a list; with the 5 KB of its page as much as the calculator may have
		}
		return 6_000, true
	case strings.HasSuffix(f.Path, ".css"):
		return 6_000, true
	}
	return 0, false
}

// heaviest is how many files of each kind are put on the scale: brotli 11
// costs 60 ms a page, a hundred times all else. The budgets are about what the
// program adds to a text, which is much the same in all pages of a kind, so
// those that are largest for their limit stand for the others.
const heaviest = 6

// A Scale finds what weighs too much. It may be used from many goroutines.
type Scale struct {
	mu  sync.Mutex
	top map[output.Kind][]weight // the heaviest of each kind, heaviest first
}

// A weight is a file on the scale.
type weight struct {
	path  string
	limit int
	body  []byte
}

// load is how heavy a file is for its limit, before compression.
func (w weight) load() float64 { return float64(len(w.body)) / float64(w.limit) }

// Weigh puts a file on the scale, which keeps a copy of body if it is among the
// heaviest so far.
func (s *Scale) Weigh(f output.File, body []byte) {
	limit, ok := budget(f)
	if !ok || len(body) <= limit {
		return
	}
	w := weight{f.Path, limit, body}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.top == nil {
		s.top = map[output.Kind][]weight{}
	}
	list := s.top[f.Kind]
	// what is even is told apart by its path, so that the order of coming does
	// not decide who stays
	at, _ := slices.BinarySearchFunc(list, w, func(a, b weight) int {
		return cmp.Or(-cmp.Compare(a.load(), b.load()), strings.Compare(a.path, b.path))
	})
	if f.Kind != output.Asset && at >= heaviest {
		return
	}
	w.body = bytes.Clone(body)
	list = slices.Insert(list, at, w)
	if f.Kind != output.Asset && len(list) > heaviest {
		list = list[:heaviest]
	}
	s.top[f.Kind] = list
}

// Problems are the files on the scale that exceed their budget.
func (s *Scale) Problems() (problems problem.List) {
	var all []weight
	for _, list := range s.top {
		all = append(all, list...)
	}
	found := make([]problem.List, len(all))
	var presses sync.Pool
	parallel.Do(len(all), func(i int) {
		p, ok := presses.Get().(*press)
		if !ok {
			p = &press{fast: brotli.NewWriterLevel(nil, 5)}
		}
		defer presses.Put(p)
		w := all[i]
		if size := p.size(w.body, w.limit); size > w.limit {
			found[i].Add(problem.Pos{File: w.path}, fmt.Sprintf("压缩后 %d 字节,超过上限 %d 字节", size, w.limit), ours)
		}
	})
	return slices.Concat(found...)
}

// A press compresses one file after the other.
type press struct {
	fast *brotli.Writer
	out  bytes.Buffer
}

// size is the length of body after brotli 11, as servers send it; after a
// faster and weaker brotli where that is within the limit already.
func (p *press) size(body []byte, limit int) int {
	if size := p.through(p.fast, body); size <= limit {
		return size
	}
	// a window of 256 KB holds any page, and takes 2 MB to search, not 32
	return p.through(brotli.NewWriterOptions(nil, brotli.WriterOptions{Quality: brotli.BestCompression, LGWin: 18}), body)
}

func (p *press) through(w *brotli.Writer, body []byte) int {
	p.out.Reset()
	w.Reset(&p.out)
	if _, err := w.Write(body); err != nil {
		return len(body) // unreachable: a buffer takes everything
	}
	if err := w.Close(); err != nil {
		return len(body)
	}
	return p.out.Len()
}
