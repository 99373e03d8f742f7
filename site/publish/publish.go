// Package publish makes a site: every unit is made, checked and written once,
// on all processors, and then forgotten.
//
//	units of the site ─▶ same inputs as before? ─▶ taken over as they are
//	                       └▶ make ─▶ check the page ─▶ write beside the folder
//	digests of all ─▶ late files ─▶ check ─▶ write
//	all links from page to page, budgets ─▶ problems? ─▶ nothing was written
//	                                    └▶ none ─▶ the folder is swapped in
//
// The outcome does not depend on the order in which units are made, nor on
// what is taken over: problems are sorted, digests and the manifest are in the
// order of addresses, and the bytes are those of a build from nothing.
package publish

import (
	"crypto/sha256"
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"mingce/site/check"
	"mingce/site/fingerprint"
	"mingce/site/output"
	"mingce/site/parallel"
	"mingce/site/problem"
)

// Options says how a site is written.
type Options struct {
	Dir      string // the folder
	Fresh    bool   // make everything anew, and keep nothing for the next time
	Compress bool   // write .br and .gz beside every text, for servers to send

	// Recalled is what Recall returned for the folder, if it was called.
	Recalled *Recalled
}

// Write makes, checks and writes a site to a folder, whole or, with any
// problem or error, not at all.
func Write(site *output.Site, opts Options) (problem.List, error) {
	r := newRun(site)
	r.opts = opts
	folder, err := output.CacheFolder(opts.Dir)
	if err != nil {
		return nil, err
	}
	if c := opts.Recalled.cache(folder); !opts.Fresh && r.known {
		if unlock, ok := c.lock(); ok {
			defer unlock()
			r.cache = c
			if s, err := openSpool(filepath.Join(folder, "digests")); err == nil { // else they stay in memory
				r.spool = s
				defer func() { _ = s.remove() }() // or the next run empties it
			}
		}
	}
	if r.stage, err = output.Begin(opts.Dir, r.past()); err != nil {
		return nil, err
	}
	problems, err := r.all()
	if len(problems) > 0 || err != nil {
		return problems, errors.Join(err, r.stage.Abort())
	}
	if err := r.stage.Commit(); err != nil || r.cache == nil {
		return nil, err
	}
	return nil, r.cache.save(r.records, r.packs, r.spool)
}

// Check makes and checks a site and writes nothing.
func Check(site *output.Site) problem.List { return (&Preview{}).Check(site) }

// A Preview checks a site again and again while its content changes: what was
// good and has not changed is not looked at twice.
type Preview struct{ good map[fingerprint.Sum]*record }

// Check is the package's Check. The late files of the site are made then.
func (p *Preview) Check(site *output.Site) problem.List {
	r := newRun(site)
	r.cache = &cache{units: p.good}
	problems, err := r.all()
	if err != nil {
		problems = append(problems, check.Failed(output.File{}, err))
	}
	p.good = r.records
	return problems
}

// A run is one pass over a site.
type run struct {
	site    *output.Site
	opts    Options
	checker *check.Checker
	scale   check.Scale
	stage   *output.Stage // nil: nothing is written
	cache   *cache        // nil: nothing is taken over
	program fingerprint.Sum
	known   bool // program is

	digests [][]digest // of every unit
	spool   *spool     // where they are
	reports reports

	mu       sync.Mutex
	records  map[fingerprint.Sum]*record
	packs    map[[sha256.Size]byte]packed
	problems problem.List
	partial  bool // not every page was made
	failed   error
}

func newRun(site *output.Site) *run {
	r := &run{
		site: site, checker: check.New(site.BasePath), records: map[fingerprint.Sum]*record{}, packs: map[[sha256.Size]byte]packed{},
		digests: make([][]digest, len(site.Units)), reports: reports{by: map[string]*check.Report{}},
	}
	r.program, r.known = fingerprint.Program()
	return r
}

func (r *run) past() *output.Past {
	if r.cache == nil {
		return nil
	}
	return &r.cache.past
}

// all makes everything. An error is one of writing.
func (r *run) all() (problem.List, error) {
	parallel.Do(len(r.site.Units), r.unit)
	files := r.site.Files()
	if !r.partial && r.failed == nil {
		files = append(files[:len(files):len(files)], r.lates()...)
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

// unit makes one unit, or takes over what was made of it before.
func (r *run) unit(i int) {
	u := &r.site.Units[i]
	key, cached := r.key(u)
	if rec, ok := r.reuse(key); cached && ok {
		r.digests[i] = rec.digests
		r.note(key, rec)
		return
	}
	made, err := u.Make()
	if err != nil {
		r.lack(problem.List{check.Failed(u.Files[0], err)})
		return
	}
	if len(made.Problems) > 0 {
		r.lack(made.Problems)
		return
	}
	r.digests[i] = r.keep(made.Digests)
	rec := &record{digests: r.digests[i]}
	for k, body := range made.Bodies {
		rec.files = append(rec.files, r.file(u.Files[k], body)...)
	}
	if made.Done != nil {
		made.Done()
	}
	if cached && rec.good() {
		r.note(key, rec)
	}
}

// lates makes the files that depend on all units.
func (r *run) lates() (files []output.File) {
	for k := range r.site.Lates {
		files = append(files, r.late(&r.site.Lates[k], r.pick(k))...)
	}
	slices.SortStableFunc(files, func(a, b output.File) int { return strings.Compare(a.Path, b.Path) })
	r.add(r.site.Clashes(files))
	if r.stage == nil {
		r.site.Finished(files)
	}
	return files
}

func (r *run) late(l *output.Late, digests []digest) (files []output.File) {
	key, cached := r.lateKey(l, digests)
	if rec, ok := r.reuse(key); cached && ok && r.stage != nil {
		r.note(key, rec)
		for _, f := range rec.files {
			files = append(files, output.File{Path: f.path, Kind: f.kind})
		}
		return files
	}
	files, err := l.Make(r.bodies(digests))
	if err != nil {
		r.lack(problem.List{check.Failed(output.File{Path: l.Name}, err)})
		return nil
	}
	written := make([][]kept, len(files))
	parallel.Do(len(files), func(i int) {
		body, err := files[i].Render()
		if err != nil {
			r.lack(problem.List{check.Failed(files[i], err)})
			return
		}
		written[i] = r.file(files[i], body)
	})
	if cached {
		r.note(key, &record{files: slices.Concat(written...)})
	}
	return files
}

// file checks and writes one file, and its compressed forms.
func (r *run) file(f output.File, body []byte) []kept {
	k := kept{path: f.Path, kind: f.Kind, sum: sha256.Sum256(body)}
	r.scale.Weigh(f, body)
	if f.Kind.IsPage() {
		k.report = r.checker.Page(f, body)
		r.add(k.report.Problems)
		r.reports.set(f.Path, k.report)
	}
	r.write(f.Path, body, k.sum)
	return append([]kept{k}, r.pack(f, body, k.sum)...)
}

// fail notes an error of writing.
func (r *run) fail(err error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.failed = errors.Join(r.failed, err)
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
