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
	"mingce/site/problem"
)

// budget is how many bytes a file may weigh after brotli 11.
func budget(f output.File) (limit int, ok bool) {
	switch {
	case f.Kind == output.Policy:
		// 14.5 KB for a text of 8 500 characters; longer texts in proportion
		return max(14_500, f.Length*17/10), true
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

// Weigh puts a file on the scale, which keeps body if it is among the
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
	list = slices.Insert(list, at, w)
	if f.Kind != output.Asset && len(list) > heaviest {
		list = list[:heaviest]
	}
	s.top[f.Kind] = list
}

// Problems are the files on the scale that exceed their budget.
func (s *Scale) Problems() (problems problem.List) {
	for _, list := range s.top {
		for _, w := range list {
			if p, over := Over(w.path, w.limit, compressed(w.body, w.limit)); over {
				problems = append(problems, p)
			}
		}
	}
	return problems
}

// Over is the problem of a file whose size after compression is above its
// limit.
func Over(path string, limit, size int) (problem.Problem, bool) {
	if size <= limit {
		return problem.Problem{}, false
	}
	return problem.Problem{Pos: problem.Pos{File: path}, Text: fmt.Sprintf("压缩后 %d 字节,超过上限 %d 字节", size, limit), Hint: ours}, true
}

// compressed is the length of body after brotli 11, as servers send it; after
// a faster and weaker brotli where that is within the limit already.
func compressed(body []byte, limit int) int {
	if size := brotliSize(body, 5); size <= limit {
		return size
	}
	return brotliSize(body, brotli.BestCompression)
}

func brotliSize(body []byte, level int) int {
	var b bytes.Buffer
	w := brotli.NewWriterLevel(&b, level)
	if _, err := w.Write(body); err != nil {
		return len(body)
	}
	if err := w.Close(); err != nil {
		return len(body)
	}
	return b.Len()
}
