package search

import (
	"unicode"
	"unicode/utf8"
)

// A key is a pair the index knows: two characters that follow each other, a
// character and the first letter of the word after it, a character that
// nothing follows, a word, or a word and the character after it. Its order is that of the text "group item" in a browser, which compares
// UTF-16 units.
//
//	word:  0 | up to 5 bytes of the word (40 bits) | 0 (2 bits) | next character (21 bits)
//	other: 1 | character (21 bits) | 0 (21 bits) | next character (21 bits)
type key uint64

const (
	han     key = 1 << 63
	longest     = 5 // bytes of a word that count
)

// pair is the key of a character and the one after it; 0 for none.
func pair(a, b rune) key { return han | key(order(a))<<42 | key(order(b)) }

// wordPair is the key of a word and the character after it; 0 for none.
func wordPair(word []byte, next rune) key {
	var k key
	for i := range longest {
		k <<= 8
		if i < len(word) {
			k |= key(word[i])
		}
	}
	return k<<23 | key(order(next))
}

// order maps characters to numbers in the order of UTF-16; 0 to 0.
func order(r rune) uint32 {
	switch {
	case r < 0xd800:
		return uint32(r)
	case r > 0xffff:
		return uint32(r) - 0x10000 + 0xd800
	}
	return uint32(r) - 0xe000 + 0x10d800
}

// character is the inverse of order.
func character(n uint32) rune {
	switch {
	case n < 0xd800:
		return rune(n)
	case n < 0x10d800:
		return rune(n - 0xd800 + 0x10000)
	}
	return rune(n - 0x10d800 + 0xe000)
}

// group appends the first half of the key as a shard writes it.
func (k key) group(dst []byte) []byte {
	if k&han != 0 {
		return utf8.AppendRune(dst, character(uint32(k>>42)&0x1fffff))
	}
	for shift := 55; shift >= 23; shift -= 8 {
		if c := byte(k >> shift); c != 0 {
			dst = append(dst, c)
		}
	}
	return dst
}

// item appends the second half: the next character, or # for none.
func (k key) item(dst []byte) []byte {
	if n := uint32(k & 0x1fffff); n != 0 {
		return utf8.AppendRune(dst, character(n))
	}
	return append(dst, '#')
}

// groupNumber and itemNumber are the halves of a key, in the order of keys.
func (k key) groupNumber() uint64 {
	if k&han != 0 {
		return 1<<40 | uint64(k>>42)&0x1fffff
	}
	return uint64(k >> 23)
}

func (k key) itemNumber() uint64 { return uint64(k & 0x1fffff) }

// newKey puts the halves together again.
func newKey(group, item uint64) key {
	if group>>40 != 0 {
		return han | key(group&0x1fffff)<<42 | key(item&0x1fffff)
	}
	return key(group)<<23 | key(item&0x1fffff)
}

// sameGroup reports whether two keys share their group.
func (k key) sameGroup(other key) bool {
	if k&han != other&han {
		return false
	}
	if k&han != 0 {
		return k>>42 == other>>42
	}
	return k>>23 == other>>23
}

// pairs puts in every key of folded text.
func (b *bag) pairs(s []byte) {
	var prev rune   // the character just before, 0 for none
	var word []byte // the word just before, nil for none
	flush := func(r rune) {
		switch {
		case word != nil:
			b.add(wordPair(word, 0))
			if r != 0 {
				b.add(wordPair(word, r))
			}
		case prev != 0:
			b.pair(prev, r)
		}
		prev, word = r, nil
	}
	for i := 0; i < len(s); {
		c := s[i]
		switch {
		case c >= 0xe4 && c <= 0xe9 && i+2 < len(s): // nearly all: three bytes, U+4000 to U+9FFF
			r := rune(c&0x0f)<<12 | rune(s[i+1]&0x3f)<<6 | rune(s[i+2]&0x3f)
			i += 3
			if prev != 0 && word == nil {
				b.pair(prev, r)
				prev = r
			} else {
				flush(r)
			}
		case isWord(c):
			from := i
			for i < len(s) && isWord(s[i]) {
				i++
			}
			if prev != 0 && word == nil {
				b.pair(prev, rune(c))
			}
			prev, word = 0, s[from:i]
		case c < utf8.RuneSelf:
			flush(0)
			i++
		default:
			r, size := utf8.DecodeRune(s[i:])
			i += size
			if !unicode.IsLetter(r) && !unicode.IsNumber(r) {
				r = 0
			}
			flush(r)
		}
	}
	flush(0)
}
