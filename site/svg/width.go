package svg

import (
	"strings"
	"unicode"
)

// Width is how wide a line comes out at a size, in the unit of the size: never
// less than in the fonts of Chinese systems, at most a little more.
func Width(line string, size float64) float64 {
	sum := 0.0
	for _, r := range line {
		sum += advance(r)
	}
	return sum * size
}

// advance is the width of a character in ems.
func advance(r rune) float64 {
	switch {
	case r == ' ':
		return 0.34
	case r >= '0' && r <= '9':
		return 0.62
	case strings.ContainsRune("mwMW%@", r):
		return 0.96
	case r >= 'A' && r <= 'Z':
		return 0.74
	case strings.ContainsRune("iljtfrI.,:;!|'()[]{}-", r):
		return 0.40
	case r < 0x2000:
		return 0.62
	case unicode.Is(unicode.Mn, r):
		return 0
	}
	return 1 // Chinese, and the marks that are as wide in Chinese fonts: “” … — 〔〕
}
