package search

import (
	_ "embed"
)

// initials.txt holds the first letter of the pinyin of every character from
// U+4E00 to U+9FA5, as a test derives it from mozillazg/go-pinyin: the most
// common reading where there are several.
//
//go:embed initials.txt
var initialsTable string

// Initials is the first letters of the pinyin of a title, character by
// character: Latin letters and digits stand for themselves, and what has no
// letter is a space. 大庆市A股 → dqsag.
func Initials(title string) string {
	out := make([]byte, 0, len(title)/3+1)
	for _, r := range title {
		switch {
		case r >= 0x4e00 && r < 0x4e00+rune(len(initialsTable)):
			out = append(out, initialsTable[r-0x4e00])
		case r < 0x80 && isWord(byte(r)):
			out = append(out, byte(r))
		case r >= 'A' && r <= 'Z':
			out = append(out, byte(r)+'a'-'A')
		default:
			out = append(out, ' ')
		}
	}
	return string(out)
}

// triples counts every three letters in a row, and the last two, as words that
// begin with ~, which no word of a text does.
func (b *bag) triples(initials string) {
	row := make([]byte, 0, len(initials))
	for i := range len(initials) {
		if initials[i] != ' ' {
			row = append(row, initials[i])
		}
	}
	for i := 0; i+2 <= len(row); i++ {
		b.add(wordPair(append([]byte{'~'}, row[i:min(i+3, len(row))]...), 0))
	}
}
