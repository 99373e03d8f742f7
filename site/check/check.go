// Package check reads the finished site as a browser and a search engine
// would, and reports what would disappoint a reader: dead links and anchors,
// ids used twice, missing or empty meta tags, headings out of order, images
// without words, pages that weigh too much, anything loaded from elsewhere,
// and marks of emphasis that were left as they were typed.
//
// It goes with the stream: a page is read once, when it is made, and what
// other pages may ask of it is kept in a [Report]; the links from page to page
// are looked at when all have passed.
//
//	c := check.New(site.BasePath)
//	report := c.Page(file, body)       // in any order, from many goroutines
//	problems := c.Links(files, reports) // at the end
package check

import (
	"fmt"
	"iter"
	"path"
	"sync"

	"mingce/site/output"
	"mingce/site/problem"
)

// A Checker checks the pages of one site.
type Checker struct {
	base  string
	words sync.Map // texts, each kept once: pages mostly link to the same
}

// New is a checker for a site that will live under a path of its host.
func New(base string) *Checker { return &Checker{base: base} }

// once returns the copy that is kept of a text.
func (c *Checker) once(text string) string {
	kept, _ := c.words.LoadOrStore(text, text)
	return kept.(string)
}

// A Report is what is known of a page that has been read.
type Report struct {
	Problems problem.List // of the page by itself
	IDs      []uint32     // hashes of its ids, sorted
	// Common and Own are what it asks of other files, each once, sorted, as
	// addresses in lines: + before what is loaded, - before what is a way. Own
	// are those in its folder; the others are mostly those of a thousand other
	// pages.
	Common, Own string
}

// A link is a file that a page needs, and perhaps a place in it.
type link struct {
	href     string // as written
	to       string // the path of the file in the site
	fragment uint64 // hash of the id there; 0 for none
	loaded   bool   // part of the page, not a way to another
}

// Site makes and checks every file of a site, the late ones too.
func Site(out *output.Site) problem.List {
	c := New(out.BasePath)
	w := whole{c: c, reports: map[string]*Report{}}
	digests := make([][][]byte, len(out.Units))
	for i, u := range out.Units {
		made, err := u.Make()
		if err != nil {
			w.problems = append(w.problems, Failed(u.Files[0], err))
			continue
		}
		w.problems = append(w.problems, made.Problems...)
		digests[i] = made.Digests
		for k, body := range made.Bodies {
			w.see(u.Files[k], body)
		}
	}
	late, twice, err := out.Finish(func(k int) iter.Seq[[]byte] { return output.Pick(digests, k) })
	w.problems = append(w.problems, twice...)
	if err != nil {
		w.problems = append(w.problems, Failed(output.File{}, err))
	}
	for _, f := range late {
		if body, err := f.Render(); err != nil {
			w.problems = append(w.problems, Failed(f, err))
		} else {
			w.see(f, body)
		}
	}
	return w.end()
}

// A whole is a site that is checked in one go.
type whole struct {
	c        *Checker
	scale    Scale
	files    []output.File
	reports  map[string]*Report
	problems problem.List
}

func (w *whole) see(f output.File, body []byte) {
	w.files = append(w.files, f)
	w.scale.Weigh(f, body)
	if f.Kind.IsPage() {
		r := w.c.Page(f, body)
		w.reports[f.Path], w.problems = r, append(w.problems, r.Problems...)
	}
}

func (w *whole) end() problem.List {
	w.problems = append(w.problems, w.c.Links(w.files, w.reports)...)
	w.problems = append(w.problems, w.scale.Problems()...)
	w.problems.Sort()
	return w.problems
}

// Failed is the problem that a file could not be made.
func Failed(f output.File, err error) problem.Problem {
	return problem.Problem{Pos: problem.Pos{File: f.Path}, Text: fmt.Sprintf("页面生成出错:%v", err), Hint: ours}
}

const ours = "这是程序生成的部分,请连同这句话告诉维护者"

// Address is the address of a page as visitors see it.
func Address(file string) string {
	if path.Base(file) == "index.html" {
		return file[:len(file)-len("index.html")]
	}
	return file
}
