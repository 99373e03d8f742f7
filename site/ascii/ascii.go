// Package ascii finds what must be escaped in Chinese text. Whatever form text
// is written in, all marks of it are ASCII, and nearly nothing of the text is:
// so eight bytes are looked at together, and single ones only where there is a
// character of ASCII.
//
//	for i := ascii.Next(s, 0); i < len(s); i = ascii.Next(s, i+1) {
//		switch s[i] {
//		case '<': …
//		}
//	}
package ascii

// Next is where the first character of ASCII stands from a place on; the
// length of the text where there is none.
func Next(s string, from int) int {
	const high = 0x8080808080808080
	i := from
	for ; i+8 <= len(s); i += 8 {
		w := s[i : i+8]
		x := uint64(w[0]) | uint64(w[1])<<8 | uint64(w[2])<<16 | uint64(w[3])<<24 |
			uint64(w[4])<<32 | uint64(w[5])<<40 | uint64(w[6])<<48 | uint64(w[7])<<56
		if x&high != high {
			break
		}
	}
	for ; i < len(s); i++ {
		if s[i] < 0x80 {
			break
		}
	}
	return i
}
