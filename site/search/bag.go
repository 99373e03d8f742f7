package search

import (
	"cmp"
	"slices"
)

// A bag holds the keys of a page, each as often as it occurs, and counts them
// by sorting: nearly all are two characters below U+D800, which make 32 bits,
// and of those there are ten thousand in a page.
type bag struct {
	common []uint32
	spare  []uint32
	others []key
	counts []counted
}

// counted is a key and how often it occurs.
type counted struct {
	key   key
	count uint32
}

func (b *bag) empty() { b.common, b.others = b.common[:0], b.others[:0] }

// add puts in a key.
func (b *bag) add(k key) { b.others = append(b.others, k) }

// pair puts in a character and the one after it, 0 for none.
func (b *bag) pair(first, next rune) {
	if max(first, next) < 0xd800 {
		b.common = append(b.common, uint32(first)<<16|uint32(next))
		return
	}
	b.add(pair(first, next))
}

// sorted counts what is in the bag, in the order of keys: words come before
// characters.
func (b *bag) sorted() []counted {
	b.sort()
	slices.Sort(b.others)
	b.counts = b.counts[:0]
	rest := b.others
	for len(rest) > 0 && rest[0] < han {
		rest = b.count(rest[0], rest)
	}
	for i := 0; i < len(b.common); {
		c := b.common[i]
		k := han | key(c>>16)<<42 | key(c&0xffff)
		for len(rest) > 0 && rest[0] < k {
			rest = b.count(rest[0], rest)
		}
		n := i + 1
		for n < len(b.common) && b.common[n] == c {
			n++
		}
		b.counts = append(b.counts, counted{k, uint32(n - i)})
		i = n
	}
	for len(rest) > 0 {
		rest = b.count(rest[0], rest)
	}
	return b.counts
}

// count counts the key that a sorted list begins with, and returns the rest.
func (b *bag) count(k key, list []key) []key {
	n, _ := slices.BinarySearchFunc(list, k, func(a, k key) int { return cmp.Or(cmp.Compare(a, k), -1) })
	b.counts = append(b.counts, counted{k, uint32(n)})
	return list[n:]
}

// sort sorts the pairs by their digits, of eleven bits, the last first.
func (b *bag) sort() {
	b.spare = slices.Grow(b.spare[:0], len(b.common))[:len(b.common)]
	from, to := b.common, b.spare
	var all [3][1 << 11]uint32
	for _, k := range from {
		all[0][k&0x7ff]++
		all[1][k>>11&0x7ff]++
		all[2][k>>22]++
	}
	for n := range all {
		places, at := &all[n], uint32(0)
		for i, n := range places {
			places[i], at = at, at+n
		}
		shift := 11 * n
		for _, k := range from {
			place := &places[k>>shift&0x7ff]
			to[*place] = k
			*place++
		}
		from, to = to, from
	}
	b.common, b.spare = from, to
}

// weight says in two bits how often a key occurs.
func weight(count uint32) uint32 {
	switch {
	case count >= 10:
		return 3
	case count >= 4:
		return 2
	case count >= 2:
		return 1
	}
	return 0
}
