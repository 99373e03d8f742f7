// Package publish makes a site: every unit is made, checked and written once,
// on all processors, and then forgotten.
//
//	units of the site ─▶ make ─▶ check the page ─▶ write beside the folder
//	                       └▶ digests ─▶ late files ─▶ check ─▶ write
//	all links from page to page, budgets ─▶ problems? ─▶ nothing was written
//	                                    └▶ none ─▶ the folder is swapped in
//
// The outcome does not depend on the order in which units are made: problems
// are sorted, digests and the manifest are in the order of addresses.
package publish

import (
	"errors"
	"sync"

	"mingce/site/check"
	"mingce/site/output"
	"mingce/site/parallel"
	"mingce/site/problem"
)

// Write makes, checks and writes a site to a folder, whole or, with any
// problem or error, not at all.
func Write(site *output.Site, dir string) (problem.List, error) {
	stage, err := output.Begin(dir)
	if err != nil {
		return nil, err
	}
	r := newRun(site, stage.Put)
	problems, err := r.all()
	if len(problems) > 0 || err != nil {
		return problems, errors.Join(err, stage.Abort())
	}
	return nil, stage.Commit()
}

// Check makes and checks a site and writes nothing.
func Check(site *output.Site) problem.List {
	problems, err := newRun(site, func(string, []byte) error { return nil }).all()
	if err != nil {
		problems = append(problems, check.Failed(output.File{}, err))
	}
	return problems
}

// A run is one pass over a site.
type run struct {
	site    *output.Site
	checker *check.Checker
	scale   check.Scale
	put     func(path string, body []byte) error

	digests [][][]byte // of every unit
	reports reports

	mu       sync.Mutex
	problems problem.List
	partial  bool // not every page was made
	failed   error
}

func newRun(site *output.Site, put func(string, []byte) error) *run {
	return &run{
		site: site, checker: check.New(site.BasePath), put: put,
		digests: make([][][]byte, len(site.Units)), reports: reports{by: map[string]*check.Report{}},
	}
}

// all makes everything. An error is one of writing.
func (r *run) all() (problem.List, error) {
	parallel.Do(len(r.site.Units), r.unit)
	files := r.site.Files()
	if !r.partial && r.failed == nil {
		files = append(files[:len(files):len(files)], r.late()...)
	}
	if r.failed != nil {
		return nil, r.failed
	}
	if !r.partial {
		r.add(r.checker.Links(files, r.reports.by))
		r.add(r.scale.Problems())
	}
	r.problems.Sort()
	return r.problems, nil
}

// unit makes one unit.
func (r *run) unit(i int) {
	u := &r.site.Units[i]
	made, err := u.Make()
	switch {
	case err != nil:
		r.lack(problem.List{check.Failed(u.Files[0], err)})
	case len(made.Problems) > 0:
		r.lack(made.Problems)
	default:
		r.digests[i] = made.Digests
		for k, body := range made.Bodies {
			r.file(u.Files[k], body)
		}
	}
}

// late makes the files that depend on all units.
func (r *run) late() []output.File {
	files, problems, err := r.site.Finish(func(k int) [][]byte { return output.Pick(r.digests, k) })
	r.add(problems)
	if err != nil {
		r.lack(problem.List{check.Failed(output.File{}, err)})
	}
	parallel.Do(len(files), func(i int) {
		body, err := files[i].Render()
		if err != nil {
			r.lack(problem.List{check.Failed(files[i], err)})
			return
		}
		r.file(files[i], body)
	})
	return files
}

// file checks and writes one file.
func (r *run) file(f output.File, body []byte) {
	r.scale.Weigh(f, body)
	if f.Kind.IsPage() {
		report := r.checker.Page(f, body)
		r.add(report.Problems)
		r.reports.set(f.Path, report)
	}
	if err := r.put(f.Path, body); err != nil {
		r.mu.Lock()
		defer r.mu.Unlock()
		r.failed = errors.Join(r.failed, err)
	}
}

// lack reports problems for which a page could not be made.
func (r *run) lack(problems problem.List) {
	r.add(problems)
	r.mu.Lock()
	defer r.mu.Unlock()
	r.partial = true
}

func (r *run) add(problems problem.List) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.problems = append(r.problems, problems...)
}

// reports are what is known of the pages, by path.
type reports struct {
	mu sync.Mutex
	by map[string]*check.Report
}

func (r *reports) set(path string, report *check.Report) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.by[path] = report
}
