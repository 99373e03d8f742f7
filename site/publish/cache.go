package publish

import (
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"os"
	"path/filepath"

	"mingce/site/check"
	"mingce/site/fingerprint"
	"mingce/site/output"
)

// A cache is what earlier builds of a folder left, in a folder beside it:
//
//	.dist.mingce.cache/index   what was made of which inputs, and where it is
//	.dist.mingce.cache/spare/  the site before the last one, see output.Stage
//	.dist.mingce.cache/look    styles and scripts, see package assets
//
// A unit is known by the fingerprint of all its inputs and of this program; a
// file is used only if it is, by number, size and time, the very file that was
// written. What does not fit is made anew: a cache that is old, damaged or
// gone costs time and nothing else.
type cache struct {
	dir   string
	units map[fingerprint.Sum]*record
	packs map[[sha256.Size]byte]packed // by the sum of what was compressed
	past  output.Past
}

// A record is what was made of a unit.
type record struct {
	files   []kept
	digests []digest
}

// A kept is one file of a record.
type kept struct {
	path   string
	sum    [sha256.Size]byte
	kind   output.Kind
	report *check.Report // of a page
}

// good reports whether no page of a record had a problem.
func (rec *record) good() bool {
	for _, f := range rec.files {
		if f.report != nil && len(f.report.Problems) > 0 {
			return false
		}
	}
	return true
}

// format changes whenever the form of the index does.
const format = "mingce cache 6\n"

// openCache reads the cache of a folder; one that cannot be used is empty.
func openCache(dir string) *cache {
	c := &cache{dir: dir, units: map[fingerprint.Sum]*record{}}
	c.past.Folder = dir
	text, err := os.ReadFile(c.index())
	if err != nil {
		return c
	}
	if !c.decode(text) {
		c.units, c.packs, c.past = map[fingerprint.Sum]*record{}, nil, output.Past{}
	}
	c.past.Folder = dir
	return c
}

// castagnoli is the polynomial that processors know.
func castagnoli() *crc32.Table { return crc32.MakeTable(crc32.Castagnoli) }

// A Recalled is a cache that is being read.
type Recalled struct {
	folder string
	read   chan *cache
}

// Recall begins to read what earlier builds of a folder left, while the site
// is put together.
func Recall(dir string) *Recalled {
	folder, err := output.CacheFolder(dir)
	if err != nil {
		return nil // Write says so
	}
	r := &Recalled{folder, make(chan *cache, 1)}
	go func() { r.read <- openCache(folder) }()
	return r
}

// cache is the cache of a folder: what was recalled, else read now.
func (r *Recalled) cache(folder string) *cache {
	if r == nil || r.folder != folder {
		return openCache(folder)
	}
	return <-r.read
}

func (c *cache) index() string { return filepath.Join(c.dir, "index") }

// decode reads an index; what it has read is good if it returns true.
func (c *cache) decode(text []byte) bool {
	end := len(text) - crc32.Size
	if end < len(format) || string(text[:len(format)]) != format {
		return false
	}
	if crc32.Checksum(text[:end], castagnoli()) != binary.BigEndian.Uint32(text[end:]) {
		return false
	}
	d := &decoder{buf: text[len(format):end], same: map[string]string{}}
	c.past = output.Past{Last: d.tree(), Spare: d.tree()}
	for range d.count() {
		key := d.sum()
		c.units[key] = d.record()
	}
	n := d.count()
	c.packs = make(map[[sha256.Size]byte]packed, n)
	for range n {
		key := d.sum()
		c.packs[key] = packed{d.sum(), d.sum()}
	}
	return !d.bad && len(d.buf) == 0
}

// save writes what is now known. The records are those of this build alone;
// what was compressed is remembered as long as units that have it are.
func (c *cache) save(units map[fingerprint.Sum]*record, packs map[[sha256.Size]byte]packed, s *spool) error {
	f, err := os.Create(c.index() + ".new")
	if err != nil {
		return err
	}
	e := &encoder{to: f, hash: crc32.New(castagnoli())}
	e.buf = append(e.buf, format...)
	e.tree(&c.past.Last)
	e.tree(&c.past.Spare)
	e.number(uint64(len(units)))
	for key, r := range units {
		e.sum(key)
		e.record(r, s)
		e.flush(64 << 10)
	}
	for _, r := range units {
		for _, f := range r.files {
			if p, ok := c.packs[f.sum]; ok {
				packs[f.sum] = p
			}
		}
	}
	e.number(uint64(len(packs)))
	for key, p := range packs {
		e.sum(key)
		e.sum(p.br)
		e.sum(p.gz)
	}
	e.flush(0)
	_, last := f.Write(e.hash.Sum(nil))
	if err := errors.Join(e.err, last, f.Close()); err != nil {
		return err
	}
	return os.Rename(c.index()+".new", c.index())
}

// lock takes the cache for this run; ok is false while another has it.
func (c *cache) lock() (unlock func(), ok bool) {
	if err := os.MkdirAll(c.dir, 0o755); err != nil {
		return nil, false
	}
	return output.Lock(filepath.Join(c.dir, "lock"))
}

// key is what a unit is known by; ok is false where it must be made anew.
func (r *run) key(u *output.Unit) (fingerprint.Sum, bool) {
	if u.Inputs == nil || !r.known {
		return fingerprint.Sum{}, false
	}
	type announced struct {
		Path, Source string
		Kind         output.Kind
		Length       int
	}
	files := make([]announced, len(u.Files))
	for i, f := range u.Files {
		files[i] = announced{f.Path, f.Source, f.Kind, f.Length}
	}
	return fingerprint.Of([]any{r.program, r.opts.Compress, r.site.BasePath, files, u.Inputs()})
}

// lateKey is what a late of the site is known by.
func (r *run) lateKey(l *output.Late, digests []digest) (fingerprint.Sum, bool) {
	if l.Inputs == nil || !r.known {
		return fingerprint.Sum{}, false
	}
	sums := make([][sha256.Size]byte, len(digests))
	for i, d := range digests {
		sums[i] = d.sum
	}
	return fingerprint.Of([]any{r.program, r.opts.Compress, r.site.BasePath, l.Name, l.Inputs(), sums})
}

// reuse takes over what was made of a unit before, if all of it is still there.
func (r *run) reuse(key fingerprint.Sum) (*record, bool) {
	if r.cache == nil {
		return nil, false
	}
	rec, ok := r.cache.units[key]
	if !ok {
		return nil, false
	}
	for _, f := range rec.files {
		if r.stage != nil && !r.stage.Keep(f.path, f.sum) {
			return nil, false
		}
	}
	for _, f := range rec.files {
		if f.report != nil {
			r.reports.set(f.path, f.report)
		}
	}
	return rec, true
}

// note keeps what was made of a unit for the next build.
func (r *run) note(key fingerprint.Sum, rec *record) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.records[key] = rec
}
