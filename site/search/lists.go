package search

import "unicode/utf8"

// lists holds, for every key, the pages it occurs in: an open hash table of
// keys, and for each the characters of its list, written as they will be read.
type lists struct {
	index []uint32 // place in all, plus one; 0 is free
	all   []list
	shift uint
}

// A list is the pages of one key.
type list struct {
	key   key
	next  uint32 // the first page that could follow
	pages []byte
}

func newLists() lists {
	const bits = 16
	return lists{index: make([]uint32, 1<<bits), shift: 64 - bits}
}

// add appends a page to the list of a key. Pages come in ascending order.
func (l *lists) add(k key, page, weight uint32) {
	at := l.at(k)
	at.pages = appendPage(at.pages, (page-at.next)<<2|weight)
	at.next = page + 1
}

// at finds the list of a key, or begins it.
func (l *lists) at(k key) *list {
	if len(l.all) >= len(l.index)*3/4 {
		l.grow()
	}
	mask := uint64(len(l.index) - 1)
	for i := scatter(k) >> l.shift; ; i = (i + 1) & mask {
		n := l.index[i]
		if n == 0 {
			l.all = append(l.all, list{key: k})
			l.index[i] = uint32(len(l.all))
			return &l.all[len(l.all)-1]
		}
		if l.all[n-1].key == k {
			return &l.all[n-1]
		}
	}
}

func (l *lists) grow() {
	l.index, l.shift = make([]uint32, 2*len(l.index)), l.shift-1
	mask := uint64(len(l.index) - 1)
	for n := range l.all {
		i := scatter(l.all[n].key) >> l.shift
		for l.index[i] != 0 {
			i = (i + 1) & mask
		}
		l.index[i] = uint32(n + 1)
	}
}

// appendPage writes a number as one character, from '#' on, without those that
// part the lists or need escaping: \, the controls and the surrogates.
func appendPage(dst []byte, n uint32) []byte {
	c := n + '#'
	if c >= '\\' {
		c++
	}
	if c >= 0x7f {
		c += 0xa1 - 0x7f
	}
	if c >= 0xd800 {
		c += 0x800
	}
	return utf8.AppendRune(dst, rune(c))
}
