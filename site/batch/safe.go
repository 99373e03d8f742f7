package batch

import (
	"regexp"
	"strings"
)

// acts is what makes a spreadsheet take a cell for a formula, the full-width
// forms too, or makes what follows begin a new cell.
const acts = "=+-@\uff1d\uff0b\uff0d\uff20\t\r\n"

// blanks is what may stand before a formula without being seen.
var blanks = regexp.MustCompile(`^[\p{Z}\p{Cc}\p{Cf}]+`)

// plain is a number that a spreadsheet may read as one.
var plain = regexp.MustCompile(`^[+-]?[0-9]+(\.[0-9]+)?$`)

// code is a row of digits that a spreadsheet would spoil: the zeros before it,
// and what is beyond fifteen digits, would be lost.
var code = regexp.MustCompile(`^(0[0-9]+|[0-9]{16,})$`)

// Safe is a cell as it may be opened in a spreadsheet: what would act as a
// formula, and a code whose digits would be lost, has an apostrophe before it.
// Plain numbers stay numbers.
func Safe(cell string) string {
	switch {
	case code.MatchString(cell), begins(cell):
		return "'" + cell
	case plain.MatchString(cell):
		return cell
	case begins(blanks.ReplaceAllString(cell, "")):
		return "'" + cell
	}
	return cell
}

// begins reports whether a cell begins with what acts, and is no number.
func begins(cell string) bool {
	for _, r := range cell {
		return strings.ContainsRune(acts, r) && !plain.MatchString(cell)
	}
	return false
}

// appendRow appends one row of CSV as RFC 4180 writes it, every cell made safe.
func appendRow(b []byte, cells ...string) []byte {
	for i, cell := range cells {
		if i > 0 {
			b = append(b, ',')
		}
		cell = Safe(cell)
		if !strings.ContainsAny(cell, "\",;\t\r\n") {
			b = append(b, cell...)
			continue
		}
		b = append(b, '"')
		b = append(b, strings.ReplaceAll(cell, `"`, `""`)...)
		b = append(b, '"')
	}
	return append(b, '\r', '\n')
}
