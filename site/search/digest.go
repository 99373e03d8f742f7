package search

import (
	"encoding/binary"
	"errors"
	"hash/crc32"
	"slices"
	"sync"
)

// A Digester digests pages, on as many processors as ask it.
type Digester struct{ pool sync.Pool }

// NewDigester returns a digester.
func NewDigester() *Digester {
	return &Digester{sync.Pool{New: func() any { return &work{fold: newFolder(), page: newTable()} }}}
}

// work is what digesting needs, used again and again.
type work struct {
	fold   *folder
	page   *table
	buffer []byte
	keys   []weighed
	spare  []weighed
}

// weighed is a key of a page and how much it weighs there.
type weighed struct {
	key    key
	weight uint32
}

// Digest appends what the index of a large site needs of a page: its address, a
// checksum of its text, and its keys, in their order.
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
	for i := 0; i < len(w.keys); {
		n := 1
		for i+n < len(w.keys) && w.keys[i+n].key.sameGroup(w.keys[i].key) {
			n++
		}
		group := w.keys[i].key.groupNumber()
		b = binary.AppendUvarint(b, group-last)
		b = binary.AppendUvarint(b, uint64(n))
		last = group
		next := uint64(0)
		for _, k := range w.keys[i : i+n] {
			at := k.key.itemNumber()
			b = binary.AppendUvarint(b, (at-next)<<2|uint64(k.weight))
			next = at
		}
		i += n
	}
	return b
}

// count counts the keys of a page.
func (w *work) count(p Page) {
	fold := func(s string) []byte {
		w.buffer = w.fold.fold(w.buffer[:0], s)
		return w.buffer
	}
	const inTitle = 10 // a pair in the title of a page weighs the most
	w.page.clear()
	w.page.pairs(fold(p.Title), inTitle)
	w.page.triples(Initials(p.Title))
	for _, e := range p.Entries {
		w.page.pairs(fold(e.Title), 1)
		w.page.pairs(fold(e.Text), 1)
	}
	w.keys = w.keys[:0]
	for _, i := range w.page.used {
		s := w.page.slots[i]
		w.keys = append(w.keys, weighed{s.key, weight(s.count)})
	}
	w.sort()
}

// sort puts the keys in their order: by their digits, the last first, since
// there are thousands and the digits are few.
func (w *work) sort() {
	w.spare = slices.Grow(w.spare[:0], len(w.keys))[:len(w.keys)]
	for shift := 0; shift < 64; shift += 11 {
		var places [1 << 11]uint32
		for _, k := range w.keys {
			places[uint64(k.key)>>shift&0x7ff]++
		}
		if slices.Contains(places[:], uint32(len(w.keys))) {
			continue // one digit for all
		}
		at := uint32(0)
		for i, n := range places {
			places[i], at = at, at+n
		}
		for _, k := range w.keys {
			d := uint64(k.key) >> shift & 0x7ff
			w.spare[places[d]] = k
			places[d]++
		}
		w.keys, w.spare = w.spare, w.keys
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
