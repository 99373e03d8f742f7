package publish

import (
	"encoding/binary"
	"errors"
	"hash"
	"io"

	"mingce/site/check"
	"mingce/site/output"
)

// The cache is written in a form of its own: numbers as varints, texts with
// their length before them, everything in one order. It is read in
// milliseconds, and of a damaged one nothing is believed.

type encoder struct {
	buf  []byte // not yet written
	to   io.Writer
	hash hash.Hash // of all that was written
	err  error
}

// flush writes what was encoded, if it is more than some bytes.
func (e *encoder) flush(over int) {
	if len(e.buf) <= over {
		return
	}
	e.hash.Write(e.buf)
	if e.err == nil {
		_, e.err = e.to.Write(e.buf)
	}
	e.buf = e.buf[:0]
}

func (e *encoder) number(n uint64) { e.buf = binary.AppendUvarint(e.buf, n) }

func (e *encoder) text(s string) {
	e.number(uint64(len(s)))
	e.buf = append(e.buf, s...)
}

func (e *encoder) sum(s [32]byte) { e.buf = append(e.buf, s[:]...) }

func (e *encoder) record(r *record, s *spool) {
	e.number(uint64(len(r.files)))
	for _, f := range r.files {
		e.text(f.path)
		e.sum(f.sum)
		e.number(uint64(f.kind))
		e.report(f.report)
	}
	e.number(uint64(len(r.digests)))
	for _, d := range r.digests {
		body, err := s.get(d)
		e.err = errors.Join(e.err, err)
		e.sum(d.sum)
		e.number(uint64(len(body)))
		e.buf = append(e.buf, body...)
	}
}

func (e *encoder) report(r *check.Report) {
	if r == nil {
		e.number(0)
		return
	}
	e.number(1)
	e.number(uint64(len(r.IDs)))
	for _, id := range r.IDs {
		e.buf = binary.LittleEndian.AppendUint32(e.buf, id)
	}
	e.text(r.Common)
	e.text(r.Own)
}

func (e *encoder) tree(t *output.Tree) {
	e.number(uint64(len(t.Files)))
	for path, s := range t.Files {
		e.text(path)
		e.sum(s.Sum)
		e.number(uint64(s.Size))
		e.number(uint64(s.Time))
		e.number(s.Number)
	}
	e.number(uint64(len(t.Folders)))
	for path, at := range t.Folders {
		e.text(path)
		e.number(uint64(at))
	}
}

// A decoder reads what an encoder wrote. After the end, or where a length
// cannot be right, bad is set and everything it returns is zero.
type decoder struct {
	buf  []byte
	bad  bool
	same map[string]string // texts that occur again and again, once
}

func (d *decoder) number() uint64 {
	n, size := binary.Uvarint(d.buf)
	if size <= 0 {
		d.bad, d.buf = true, nil
		return 0
	}
	d.buf = d.buf[size:]
	return n
}

// count is a number of things that follow, each of at least one byte.
func (d *decoder) count() int {
	n := d.number()
	if n > uint64(len(d.buf)) {
		d.bad, d.buf = true, nil
		return 0
	}
	return int(n)
}

func (d *decoder) raw(n int) []byte {
	if n > len(d.buf) {
		d.bad, d.buf = true, nil
		return make([]byte, n)
	}
	out := d.buf[:n]
	d.buf = d.buf[n:]
	return out
}

// shared is a text of which one copy is kept.
func (d *decoder) shared() string {
	raw := d.raw(d.count())
	if s, ok := d.same[string(raw)]; ok {
		return s
	}
	s := string(raw)
	d.same[s] = s
	return s
}

func (d *decoder) sum() (s [32]byte) {
	copy(s[:], d.raw(len(s)))
	return s
}

func (d *decoder) record() *record {
	r := &record{}
	for range d.count() {
		r.files = append(r.files, kept{path: d.shared(), sum: d.sum(), kind: output.Kind(d.number()), report: d.report()})
	}
	for range d.count() {
		old := digest{sum: d.sum(), body: d.raw(d.count())}
		old.size = len(old.body)
		r.digests = append(r.digests, old)
	}
	return r
}

func (d *decoder) report() *check.Report {
	if d.number() == 0 {
		return nil
	}
	r := &check.Report{}
	if n := d.count(); n > 0 {
		r.IDs = make([]uint32, n)
		for i := range r.IDs {
			r.IDs[i] = binary.LittleEndian.Uint32(d.raw(4))
		}
	}
	r.Common, r.Own = d.shared(), string(d.raw(d.count()))
	return r
}

func (d *decoder) tree() output.Tree {
	t := output.Tree{Files: map[string]output.Stamp{}, Folders: map[string]int64{}}
	for range d.count() {
		path := d.shared()
		t.Files[path] = output.Stamp{Sum: d.sum(), Size: int64(d.number()), Time: int64(d.number()), Number: d.number()}
	}
	for range d.count() {
		path := d.shared()
		t.Folders[path] = int64(d.number())
	}
	return t
}
