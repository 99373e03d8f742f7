package problem

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/width"
)

// columns is how much of a source line is shown, in terminal columns, so that
// with its gutter it fits into 80.
const columns = 72

// lead is how many columns stay visible before the words meant.
const lead = 24

// A view is a source line as shown, and the caret line under it.
type view struct{ text, carets string }

// look renders a line with carets under n characters from col on. A line too
// long for the terminal is cut to a window around them, with … at the cuts.
func look(line string, col, n int) view {
	runes := []rune(strings.ToValidUTF8(line, "\ufffd"))
	for i, r := range runes {
		if unicode.IsControl(r) && r != '\t' {
			runes[i] = '\ufffd'
		}
	}
	from := min(max(col-1, 0), len(runes))
	to := min(from+max(n, 1), len(runes))
	if cells(runes) > columns {
		runes, from, to = window(runes, from, to)
	}
	if col < 1 {
		return view{text: string(runes)}
	}
	return view{string(runes), pad(runes[:from]) + carets(runes[from:to])}
}

// window cuts runes down to at most columns around from, and says where from
// and to are then.
func window(runes []rune, from, to int) ([]rune, int, int) {
	start, budget := from, lead
	for start > 0 && budget >= cell(runes[start-1]) {
		start--
		budget -= cell(runes[start])
	}
	if start > 0 && start < from {
		start++ // room for the …
	}
	end, budget := start, columns-2
	for end < len(runes) && budget >= cell(runes[end]) {
		budget -= cell(runes[end])
		end++
	}
	for end == len(runes) && start > 0 && budget >= cell(runes[start-1]) {
		start--
		budget -= cell(runes[start])
	}
	shown := slices.Clone(runes[start:end])
	from, to = from-start, min(to, end)-start
	if start > 0 {
		shown, from, to = slices.Insert(shown, 0, '…'), from+1, to+1
	}
	if end < len(runes) {
		shown = append(shown, '…')
	}
	return shown, from, to
}

// pad is blank text exactly as wide as runes in any terminal or editor font:
// an ideographic space under each wide character.
func pad(runes []rune) string {
	var b strings.Builder
	for _, r := range runes {
		switch {
		case r == '\t':
			b.WriteByte('\t')
		case cell(r) == 2:
			b.WriteRune('\u3000')
		case cell(r) == 1:
			b.WriteByte(' ')
		}
	}
	return b.String()
}

func carets(runes []rune) string { return strings.Repeat("^", max(cells(runes), 1)) }

func cells(runes []rune) int {
	n := 0
	for _, r := range runes {
		n += cell(r)
	}
	return n
}

// cell is how many terminal columns a character takes.
func cell(r rune) int {
	if unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf) {
		return 0
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	}
	return 1
}
