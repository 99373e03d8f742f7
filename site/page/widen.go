package page

import (
	"regexp"
	"strings"
)

// narrow is a half-width mark after a Chinese word, with what follows.
var narrow = regexp.MustCompile(`([\p{Han}”》)%〕])([,;:?!])($|[0-9\p{Han}“《(])`)

var wide = strings.NewReplacer(",", "\uff0c", ";", "\uff1b", ":", "\uff1a", "?", "\uff1f", "!", "\uff01")

// Widen sets words of ours: a narrow mark between Chinese words becomes the
// full-width one. Words of the document never come here.
func Widen(text string) string {
	if !strings.ContainsAny(text, ",;:?!") {
		return text
	}
	return narrow.ReplaceAllStringFunc(text, wide.Replace)
}
