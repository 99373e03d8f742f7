package search

import (
	"encoding/binary"
	"slices"
	"unicode/utf8"
)

// A run is what some pages that follow each other add to the index: for every
// key that occurs in one, in the order of keys, the pages it occurs in.
//
// The keys of a page are in order already. So a run is made group by group:
// of every page the items that it has of the group are taken, and what is
// touched meanwhile, the lists of one group, stays within reach of the
// processor. Looking up a list for each of millions of keys would not.
type run struct {
	keys  []key
	lists []postings
	chars []byte // of all lists but their first pages
}

// postings are the pages of one key within a run.
type postings struct {
	first, last uint32 // pages
	weight      uint32 // of the first
	end         uint32 // of its characters in those of the run
}

// A merger makes runs, one after the other.
type merger struct {
	cursors []cursor
	place   [1 << 16]uint32 // of an item in lists, plus one
	rare    map[uint32]uint32
	lists   []growing
	chars   []byte // room for those of a run
}

// A cursor goes through the groups of a digest.
type cursor struct {
	digest []byte
	at     int
	page   uint32
	group  uint64
	items  uint64 // of the group, not yet read
	bad    bool
}

// growing is the list of an item while its group is made.
type growing struct {
	item uint32
	postings
	chars []byte
}

// none comes after all groups.
const none = ^uint64(0)

// number reads a number; after the end it is 0, and bad is set.
func (c *cursor) number() uint64 {
	if c.at < len(c.digest) && c.digest[c.at] < 0x80 { // most
		c.at++
		return uint64(c.digest[c.at-1])
	}
	n, size := binary.Uvarint(c.digest[c.at:])
	if size <= 0 {
		c.bad, c.at = true, len(c.digest)
		return 0
	}
	c.at += size
	return n
}

// next goes on to the next group.
func (c *cursor) next() {
	if c.at == len(c.digest) {
		c.group = none
		return
	}
	c.group += c.number()
	if c.items = c.number(); c.bad {
		c.group = none
	}
}

// run makes a run of digests without their heads, of pages from a number on.
func (m *merger) run(digests [][]byte, from uint32) (*run, error) {
	m.cursors = m.cursors[:0]
	for i, d := range digests {
		c := cursor{digest: d, page: from + uint32(i)}
		c.next()
		m.cursors = append(m.cursors, c)
	}
	out := &run{chars: m.chars[:0]}
	for {
		group := none
		for i := range m.cursors {
			group = min(group, m.cursors[i].group)
		}
		if group == none {
			break
		}
		for i := range m.cursors {
			if c := &m.cursors[i]; c.group == group {
				m.take(c)
				c.next()
			}
		}
		out.add(group, m.sorted())
	}
	for i := range m.cursors {
		if m.cursors[i].bad {
			return nil, errDigest
		}
	}
	m.chars = out.chars
	out.keys, out.lists, out.chars = slices.Clone(out.keys), slices.Clone(out.lists), slices.Clone(out.chars)
	return out, nil
}

// take takes the items of a page's group.
func (m *merger) take(c *cursor) {
	item := uint64(0)
	for ; c.items > 0 && !c.bad; c.items-- {
		n := c.number()
		item += n >> 2
		l := m.list(uint32(item & 0x1fffff))
		if weight := uint32(n & 3); l.first == unset {
			l.first, l.weight = c.page, weight
		} else {
			l.chars = appendPage(l.chars, (c.page-l.last-1)<<2|weight)
		}
		l.last = c.page
	}
}

const unset = ^uint32(0)

// list finds the list of an item.
func (m *merger) list(item uint32) *growing {
	at := uint32(0)
	if item < uint32(len(m.place)) {
		at = m.place[item]
	} else {
		at = m.rare[item]
	}
	if at > 0 {
		return &m.lists[at-1]
	}
	if len(m.lists) < cap(m.lists) {
		m.lists = m.lists[:len(m.lists)+1] // with the room that an earlier list has left
	} else {
		m.lists = append(m.lists, growing{})
	}
	l := &m.lists[len(m.lists)-1]
	l.item, l.first, l.chars = item, unset, l.chars[:0]
	if item < uint32(len(m.place)) {
		m.place[item] = uint32(len(m.lists))
	} else {
		m.rare[item] = uint32(len(m.lists))
	}
	return l
}

// sorted ends a group: its lists in the order of items. They are gone when the
// next group begins.
func (m *merger) sorted() []growing {
	for i := range m.lists {
		if item := m.lists[i].item; item < uint32(len(m.place)) {
			m.place[item] = 0
		}
	}
	clear(m.rare)
	slices.SortFunc(m.lists, func(a, b growing) int { return int(a.item) - int(b.item) })
	done := m.lists
	m.lists = m.lists[:0]
	return done
}

// add adds the lists of a group.
func (r *run) add(group uint64, lists []growing) {
	for i := range lists {
		l := &lists[i]
		r.chars = append(r.chars, l.chars...)
		l.end = uint32(len(r.chars))
		r.keys = append(r.keys, newKey(group, uint64(l.item)))
		r.lists = append(r.lists, l.postings)
	}
}

// A head is how far a run has been read.
type head struct {
	*run
	at int
}

// begins reports whether a key comes next.
func (h *head) begins(with key) bool { return h.at < len(h.keys) && h.keys[h.at] == with }

// least is the key that comes next in any run; ok is false after the last.
func least(heads []head) (k key, ok bool) {
	for i := range heads {
		if h := &heads[i]; h.at < len(h.keys) && (!ok || h.keys[h.at] < k) {
			k, ok = h.keys[h.at], true
		}
	}
	return k, ok
}

// from is where the characters of the key that comes next begin.
func (h *head) from() uint32 {
	if h.at == 0 {
		return 0
	}
	return h.lists[h.at-1].end
}

// size is how many bytes take appends.
func (h *head) size(after uint32) int {
	var first [utf8.UTFMax]byte
	l := h.lists[h.at]
	return len(appendPage(first[:0], (l.first-after)<<2|l.weight)) + int(l.end-h.from())
}

// take appends the pages of the key that comes next, after a page, and returns
// the one after its last.
func (h *head) take(dst []byte, after uint32) ([]byte, uint32) {
	l, from := h.lists[h.at], h.from()
	h.at++
	dst = appendPage(dst, (l.first-after)<<2|l.weight)
	return append(dst, h.chars[from:l.end]...), l.last + 1
}

// appendPage writes a number as one character, from '#' on, without those that
// part the lists or need escaping: \, the controls and the surrogates.
func appendPage(dst []byte, n uint32) []byte {
	c := n + '#'
	if c < '\\' { // most
		return append(dst, byte(c))
	}
	c++
	if c >= 0x7f {
		c += 0xa1 - 0x7f
	}
	if c >= 0xd800 {
		c += 0x800
	}
	return utf8.AppendRune(dst, rune(c))
}

// parted parts a digest: the address, the checksum, the keys.
func parted(digest []byte) (address string, sum, keys []byte, err error) {
	r := reader{rest: digest}
	address = string(r.bytes(r.number()))
	sum = r.bytes(4)
	return address, sum, r.rest, r.err
}
