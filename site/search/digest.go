package search

import (
	"encoding/binary"
	"errors"
	"hash/crc32"
	"sync"
)

// A Digester digests pages, on as many processors as ask it.
type Digester struct{ pool sync.Pool }

// NewDigester returns a digester.
func NewDigester() *Digester {
	return &Digester{sync.Pool{New: func() any { return &work{fold: newFolder()} }}}
}

// work is what digesting needs, used again and again.
type work struct {
	fold   *folder
	buffer []byte
	pairs  bag
}

// Digest appends what the index of a large site needs of a page: its address,
// a checksum of its text, and its keys, in their order.
//
//	length of the address, address, checksum
//	for each group: distance from the last, number of items
//		for each item: distance from the last · 4 + weight
func (d *Digester) Digest(dst []byte, p Page) []byte {
	w := d.pool.Get().(*work)
	defer d.pool.Put(w)
	w.count(p)
	b := binary.AppendUvarint(dst, uint64(len(p.Address)))
	b = append(b, p.Address...)
	b = binary.LittleEndian.AppendUint32(b, p.sum())
	last := uint64(0)
	keys := w.pairs.sorted()
	for i := 0; i < len(keys); {
		n := 1
		for i+n < len(keys) && keys[i+n].key.sameGroup(keys[i].key) {
			n++
		}
		group := keys[i].key.groupNumber()
		b = binary.AppendUvarint(b, group-last)
		b = binary.AppendUvarint(b, uint64(n))
		last = group
		next := uint64(0)
		for _, k := range keys[i : i+n] {
			at := k.key.itemNumber()
			b = binary.AppendUvarint(b, (at-next)<<2|uint64(weight(k.count)))
			next = at
		}
		i += n
	}
	return b
}

// count puts the keys of a page into the bag.
func (w *work) count(p Page) {
	fold := func(s string) []byte {
		w.buffer = w.fold.fold(w.buffer[:0], s)
		return w.buffer
	}
	const inTitle = 10 // a pair in the title of a page weighs the most
	w.pairs.empty()
	w.pairs.triples(Initials(p.Title))
	title := fold(p.Title)
	for range inTitle {
		w.pairs.pairs(title)
	}
	for _, e := range p.Entries {
		w.pairs.pairs(fold(e.Title))
		w.pairs.pairs(fold(e.Text))
	}
}

// sum is a checksum of what is written of a page.
func (p Page) sum() uint32 {
	sum, table := uint32(0), castagnoli()
	var buffer [1024]byte
	add := func(s string) { // piece by piece, without a copy on the heap
		for len(s) > 0 {
			n := copy(buffer[:], s)
			sum, s = crc32.Update(sum, table, buffer[:n]), s[n:]
		}
	}
	for _, s := range []string{p.Address, p.Kind, p.Title} {
		add(s)
	}
	for _, e := range p.Entries {
		add(e.ID)
		add(e.Title)
		add(e.Text)
	}
	return sum
}

func castagnoli() *crc32.Table { return crc32.MakeTable(crc32.Castagnoli) }

var errDigest = errors.New("not a digest of this version")

// A reader goes through a digest.
type reader struct {
	rest []byte
	err  error
}

func (r *reader) number() uint64 {
	n, size := binary.Uvarint(r.rest)
	if size <= 0 {
		r.rest, r.err = nil, errDigest
		return 0
	}
	r.rest = r.rest[size:]
	return n
}

func (r *reader) bytes(n uint64) []byte {
	if n > uint64(len(r.rest)) {
		r.rest, r.err = nil, errDigest
		return nil
	}
	b := r.rest[:n]
	r.rest = r.rest[n:]
	return b
}
