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
	for i := Next(s, 0); i < len(s); i = Next(s, i+1) {
		if c := s[i]; c < ' ' || c == '"' || c == '\\' {
			return false
		}
	}
	return utf8.ValidString(s)
}
