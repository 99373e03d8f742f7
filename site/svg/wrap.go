package svg

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	closing = "，。、；：？！）》」』”’〕】〉…—·％%,.;:?!)]}" // no line begins with one
	opening = "（《「『“‘〔【〈([{"                   // no line ends with one
)

// quantity is a figure with its unit, and what may stand between the two.
var quantity = regexp.MustCompile(`^[0-9][0-9,.]*(?:万亿|[万亿千百])*(?:平方米|个月|人次|个百分点|美元|[元人%‰年月日家个项名倍条号])?`)

// Wrap breaks words into lines no wider than width at a size.
func Wrap(words string, size, width float64) []string {
	var lines []string
	for part := range strings.SplitSeq(words, "\n") {
		lines = append(lines, wrap(atoms(part), size, width)...)
	}
	return lines
}

// Balance is Wrap with lines about as long as each other, for a title: as
// narrow as the number of lines allows.
func Balance(words string, size, width float64) []string {
	lines := Wrap(words, size, width)
	least, most := width/float64(max(len(lines), 1))-size, width
	for most-least > size/4 {
		middle := (least + most) / 2
		if narrower := Wrap(words, size, middle); len(narrower) > len(lines) {
			least = middle
		} else {
			most, lines = middle, narrower
		}
	}
	return lines
}

// Phrases sets phrases of a title in lines that break between them, and within
// one only where it is wider than a line.
func Phrases(phrases []string, size, width float64) (lines []string) {
	line := ""
	for _, p := range phrases {
		if line != "" && Width(line+p, size) > width {
			lines, line = append(lines, Balance(line, size, width)...), ""
		}
		line += p
	}
	return append(lines, Balance(line, size, width)...)
}

func wrap(atoms []string, size, width float64) []string {
	var lines [][]string
	var line []string
	wide := 0.0
	for _, a := range atoms {
		w := Width(a, size)
		if len(line) > 0 && wide+w > width {
			lines = append(lines, line)
			line, wide = nil, 0
		}
		line, wide = append(line, a), wide+w
	}
	if len(line) > 0 || len(lines) == 0 {
		lines = append(lines, line)
	}
	lines = companion(lines, size, width)
	out := make([]string, len(lines))
	for i, l := range lines {
		out[i] = strings.TrimSpace(strings.Join(l, ""))
	}
	return out
}

// companion gives a character that would stand alone on the last line the one
// before it, where the line has room for both.
func companion(lines [][]string, size, width float64) [][]string {
	n := len(lines)
	if n < 2 || len(lines[n-1]) > 1 || letters(strings.Join(lines[n-1], "")) > 1 || len(lines[n-2]) < 3 {
		return lines
	}
	before := lines[n-2]
	moved := before[len(before)-1]
	if Width(moved+strings.Join(lines[n-1], ""), size) > width {
		return lines
	}
	lines[n-2] = before[:len(before)-1]
	lines[n-1] = append([]string{moved}, lines[n-1]...)
	return lines
}

func letters(s string) (n int) {
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			n++
		}
	}
	return n
}

// atoms cuts words into the pieces between which a line may break.
func atoms(words string) []string {
	var out []string
	glued := false // the last atom ends with an opening mark
	for words != "" {
		n := atom(words)
		piece := words[:n]
		first, _ := utf8.DecodeRuneInString(piece)
		switch {
		case len(out) > 0 && (glued || strings.ContainsRune(closing, first)):
			out[len(out)-1] += piece
		default:
			out = append(out, piece)
		}
		last, _ := utf8.DecodeLastRuneInString(piece)
		glued = strings.ContainsRune(opening, last)
		words = words[n:]
	}
	return out
}

// atom is how many bytes at the front of words stay together: a quantity, a
// word of Latin letters and figures, or one character.
func atom(words string) int {
	if m := quantity.FindString(words); m != "" {
		return len(m)
	}
	n := 0
	for _, r := range words {
		if r >= 0x2000 || !(unicode.IsLetter(r) || unicode.IsDigit(r)) {
			break
		}
		n += utf8.RuneLen(r)
	}
	if n > 0 {
		return n
	}
	_, n = utf8.DecodeRuneInString(words)
	return n
}
