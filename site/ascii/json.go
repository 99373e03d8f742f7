package ascii

import (
	"strings"
	"unicode/utf8"

	"github.com/go-json-experiment/json/jsontext"
)

// JSON appends s as a string of JSON, which is also one of JavaScript. Bytes
// that are not UTF-8 become U+FFFD.
func JSON(dst []byte, s string) []byte {
	if Plain(s) {
		return append(append(append(dst, '"'), s...), '"')
	}
	dst, err := jsontext.AppendQuote(dst, strings.ToValidUTF8(s, "\ufffd"))
	if err != nil {
		panic(err) // unreachable: the text is valid now
	}
	return dst
}

// Plain reports whether s is valid and JSON has it as it stands.
func Plain(s string) bool {
	for i := 0; i < len(s); {
		switch c := s[i]; {
		case c > 0xe0 && c < 0xf0 && c != 0xed && i+2 < len(s) && s[i+1]>>6 == 2 && s[i+2]>>6 == 2: // nearly all
			i += 3
		case c < utf8.RuneSelf:
			if c < ' ' || c == '"' || c == '\\' {
				return false
			}
			i++
		default:
			r, size := utf8.DecodeRuneInString(s[i:])
			if r == utf8.RuneError && size == 1 {
				return false
			}
			i += size
		}
	}
	return true
}
