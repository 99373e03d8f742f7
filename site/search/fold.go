package search

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold brings text to the form that is compared: compatibility forms and width
// (１亿 → 1亿, Ⅰ → i, ㎡ → m2), case, and the shapes of brackets, quotes and
// dashes do not matter. A blank stays, as one space, between two Latin letters
// or digits; elsewhere it goes.
func Fold(s string) string {
	return string(newFolder().fold(nil, s))
}

// A folder folds; it remembers how single characters do.
type folder struct {
	*often
	seen map[rune]string // the others
}

// often is how characters fold of which there are many.
type often struct {
	marks [2][256]string // U+3000 to U+30FF and U+FF00 to U+FFFF
	ascii [128]string
}

var tables = sync.OnceValue(func() *often {
	f := &often{}
	for i := range 256 {
		f.marks[0][i], f.marks[1][i] = foldChar(0x3000+rune(i)), foldChar(0xff00+rune(i))
	}
	for i := range f.ascii {
		f.ascii[i] = foldChar(rune(i))
	}
	return f
})

func newFolder() *folder { return &folder{tables(), map[rune]string{}} }

// fold appends the folded text to dst.
func (f *folder) fold(dst []byte, s string) []byte {
	from := len(dst)
	blank := false
	put := func(c byte) {
		if blank && isWord(c) && len(dst) > from && isWord(dst[len(dst)-1]) {
			dst = append(dst, ' ')
		}
		blank = false
		dst = append(dst, c)
	}
	for i := 0; i < len(s); {
		c := s[i]
		switch {
		case c >= 0xe5 && c <= 0xe9 && i+2 < len(s): // nearly all: three bytes, U+5000 to U+9FFF
			blank = false
			dst = append(dst, c, s[i+1], s[i+2])
			i += 3
		case isWord(c):
			put(c)
			i++
		case c >= 'A' && c <= 'Z':
			put(c + 'a' - 'A')
			i++
		case c < utf8.RuneSelf && len(f.ascii[c]) == 1 && f.ascii[c] != " ": // a mark
			blank = false
			dst = append(dst, f.ascii[c]...)
			i++
		default:
			r, size := utf8.DecodeRuneInString(s[i:])
			i += size
			to := f.char(r)
			if to == " " {
				blank = true
				continue
			}
			for k := range len(to) {
				put(to[k]) // bytes of longer characters are no word bytes
			}
		}
	}
	return dst
}

// char folds one character; " " stands for a blank, "" for what vanishes.
func (f *folder) char(r rune) string {
	switch {
	case r < 0x80:
		return f.ascii[r]
	case r>>8 == 0x30:
		return f.marks[0][r&0xff]
	case r>>8 == 0xff:
		return f.marks[1][r&0xff]
	}
	if to, ok := f.seen[r]; ok {
		return to
	}
	to := foldChar(r)
	f.seen[r] = to
	return to
}

func foldChar(r rune) string {
	if same, ok := alike(r); ok {
		return same
	}
	if unicode.IsSpace(r) {
		return " "
	}
	if unicode.IsControl(r) || unicode.Is(unicode.Cf, r) {
		return ""
	}
	var b strings.Builder
	for _, c := range strings.ToLower(norm.NFKC.String(string(r))) {
		if same, ok := alike(c); ok {
			b.WriteString(same)
		} else if !unicode.IsSpace(c) {
			b.WriteRune(c)
		}
	}
	return b.String()
}

// alike is the one shape for marks that people type as they can: 〔2015〕 is
// searched as (2015) or [2015].
func alike(r rune) (string, bool) {
	switch r {
	case '(', '[', '{', '〔', '【', '〖', '〈', '《', '<', '﹝', '（', '［':
		return "(", true
	case ')', ']', '}', '〕', '】', '〗', '〉', '》', '>', '﹞', '）', '］':
		return ")", true
	case '"', '\'', '“', '”', '‘', '’', '「', '」', '『', '』':
		return "\"", true
	case '-', '‐', '‑', '‒', '–', '—', '―', '−', '~', '～':
		return "-", true
	}
	return "", false
}

// isWord reports a byte of a Latin word or a number, folded.
func isWord(c byte) bool { return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' }
