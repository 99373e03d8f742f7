// Package personal finds what may not be published of a person: identity
// numbers, telephone numbers and bank accounts, in any text.
//
// [Find] is exact where a number carries a proof of itself, and careful where
// it does not:
//
//   - identity numbers (GB 11643): 18 characters with a province, a day that
//     exists and the check character of ISO 7064 MOD 11-2; 15 digits of the
//     first generation with a province and a day. A unified social credit
//     code of an enterprise (GB 32100, 18 characters, its own check character)
//     is not one.
//   - mobile numbers: 11 digits from 130 on, with +86 before or grouped by
//     blanks and hyphens, but not an amount (13800000000元, 13800000000.00).
//   - fixed telephones: an area code and seven or eight digits, 0459-1234567;
//     without area code where 电话, 联系 or the like stands before.
//   - bank cards: 16 to 19 digits that pass Luhn's check and begin as cards
//     do; any 9 to 30 digits where 账号, 卡号 or 开户行 stands before.
//
// Digits may be of full width. A mask ends a number: 138****1234 and
// 2306**********123X are no findings. Document numbers, dates and amounts are
// none either.
//
// What an office has published of itself is allowed: see [Allowed].
package personal

import (
	"bytes"
	"encoding/binary"
	"regexp"
	"strings"
	"unicode/utf8"
)

// A Kind is a kind of personal number.
type Kind uint8

// The kinds.
const (
	Identity Kind = iota // 身份证号
	Mobile               // 手机号
	Phone                // 固定电话
	Account              // 银行账号
)

// String names the kind in plain Chinese.
func (k Kind) String() string {
	return [...]string{"身份证号", "手机号", "固定电话号码", "银行账号"}[k]
}

// Hint says what to write instead.
func (k Kind) Hint() string {
	return [...]string{
		"不能公布;删去,或只留前4位和后4位,如 2306**********123X",
		"不能公布个人的号码;删去,或遮住中间4位,如 138****1234;单位的办公电话写进 site.toml 的 [[contact]] 后可以公布",
		"不能公布个人的号码;删去,或遮住几位,如 0459-****567;单位的办公电话写进 site.toml 的 [[contact]] 后可以公布",
		"不能公布;删去,或只留后4位,如 ************1234",
	}[k]
}

// A Finding is one number found in a text.
type Finding struct {
	Kind       Kind
	Start, End int // bytes of the text
}

// number is a stretch of digits with at most one blank or hyphen between, as
// people group them; the last character may be the X of an identity number.
var number = regexp.MustCompile(`\+?[(]?[0-9](?:[ \-)]{0,2}[0-9])*[Xx]?`)

// Find lists what a text holds, in order. Findings do not overlap. A number
// and what is said of it stand on one line, so only lines with many digits are
// looked at any closer.
func Find(text string) []Finding { return In([]byte(text)) }

// In is Find for a text that is no string.
func In(text []byte) (out []Finding) {
	from := 0
	for line := range bytes.Lines(text) {
		if dense(line) && !dated(line) {
			for _, f := range find(string(line)) {
				out = append(out, Finding{f.Kind, from + f.Start, from + f.End})
			}
		}
		from += len(line)
	}
	return out
}

// dated reports whether a line is a key with a date, signed = 2015-11-30: the
// head of every document has some.
func dated(line []byte) bool {
	key, value, ok := bytes.Cut(bytes.TrimRight(line, "\r\n"), []byte(" = "))
	if !ok || len(value) != len("2015-11-30") || bytes.ContainsAny(key, "0123456789") {
		return false
	}
	for i, c := range value {
		if hyphen := i == 4 || i == 7; hyphen != (c == '-') || !hyphen && (c < '0' || c > '9') {
			return false
		}
	}
	return true
}

// find lists what a line holds.
func find(line string) []Finding {
	folded, back := fold(line)
	var out []Finding
	for _, m := range number.FindAllStringIndex(folded, -1) {
		if m[1]-m[0] < 7 {
			continue
		}
		p := place{text: folded, start: m[0], end: m[1]}
		if folded[p.start] == '(' && !strings.Contains(folded[p.start:p.end], ")") {
			p.start++ // the bracket of a sentence, not of an area code
		}
		if !p.apart() {
			continue
		}
		for _, f := range p.find() {
			out = append(out, Finding{f.Kind, back(f.Start), back(f.End)})
		}
	}
	return out
}

// dense reports whether seven digits stand close together anywhere: in most
// texts none do, and a look at every byte is all they cost.
func dense(text []byte) bool {
	count, gap := 0, 0
	for i := 0; i < len(text); i++ {
		c := text[i]
		if c >= 0x80 && i+8 <= len(text) && foreign(binary.LittleEndian.Uint64(text[i:])) {
			count, gap, i = 0, 0, i+7
			continue
		}
		if c > 0xe0 && c < 0xef { // most of Chinese
			count, gap, i = 0, 0, i+2
			continue
		}
		if c == 0xef && i+2 < len(text) && text[i+1] == 0xbc { // the full width
			i += 2
			if c = text[i] - 0x60; text[i] < 0x90 {
				c = ' '
			}
		}
		switch {
		case c >= '0' && c <= '9':
			if count, gap = count+1, 0; count >= 7 {
				return true
			}
		case gap < 2 && (c == ' ' || c == '-' || c == ')'):
			gap++
		default:
			count, gap = 0, 0
		}
	}
	return false
}

// foreign reports whether of eight bytes none is ASCII, nor the first of a
// character of full width.
func foreign(x uint64) bool {
	const high, low = 0x8080808080808080, 0x0101010101010101
	wide := x ^ 0xefefefefefefefef // 0 where that is
	return x&high == high && (wide-low)&^wide&high == 0
}

// Allowed are the numbers that an office has published of itself: the
// telephones in the lines given, compared by their digits.
func Allowed(lines []string) func(number string) bool {
	known := map[string]bool{}
	for _, line := range lines {
		for _, f := range Find("电话" + line) {
			known[digits(("电话" + line)[f.Start:f.End])] = true
		}
	}
	return func(number string) bool { return known[digits(number)] }
}

// fold makes digits, letters and marks of the full width narrow. back turns a
// place in the result into one in the text.
func fold(text string) (folded string, back func(int) int) {
	if !strings.ContainsFunc(text, full) {
		return text, func(i int) int { return i }
	}
	var b strings.Builder
	places := make([]int, 0, len(text)+1)
	for i, r := range text {
		if full(r) {
			r -= 0xfee0
		}
		n, _ := b.WriteRune(r)
		if r == utf8.RuneError {
			n = utf8.RuneLen(r)
		}
		for range n {
			places = append(places, i)
		}
	}
	places = append(places, len(text))
	return b.String(), func(i int) int { return places[i] }
}

func full(r rune) bool { return r >= '\uff01' && r <= '\uff5e' }

// digits is a number without what groups it, and without +86.
func digits(s string) string {
	folded, _ := fold(s)
	s = strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r == 'X' || r == 'x' {
			return r
		}
		return -1
	}, folded)
	if len(s) == 13 && strings.HasPrefix(s, "861") {
		s = s[2:]
	}
	return s
}
