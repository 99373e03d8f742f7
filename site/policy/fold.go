package policy

import "strings"

// Fold makes text comparable whatever width its characters were typed in:
// full-width letters, digits and punctuation become half-width, the
// ideographic space a space. The number of characters stays the same, so that
// a place in the folded text is the same place in the original.
func Fold(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= '\uff01' && r <= '\uff5e':
			return r - 0xfee0
		case r == '\u3000':
			return ' '
		}
		return r
	}, s)
}
