package problem

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// String is the problem on one line: “file:line:col: text”. Parts of the
// place that are not known are left out.
func (p Problem) String() string {
	switch {
	case p.File == "":
		return p.Text
	case p.Line == 0:
		return fmt.Sprintf("%s: %s", p.File, p.Text)
	case p.Col == 0:
		return fmt.Sprintf("%s:%d: %s", p.File, p.Line, p.Text)
	}
	return fmt.Sprintf("%s:%d:%d: %s", p.File, p.Line, p.Col, p.Text)
}

// Print writes every problem for a person at a terminal: its place and text,
// the line meant with carets under the words meant, and what to do.
//
//	rules.toml:2:9: 没有 tuern 这个键
//	    2 | tuern = 1
//	      | ^^^^^
//	      提示:是否想写 turnover?
//
// The function source gives the content of a file, or nil when it is not to
// be had; the line is then left out.
//
// Of very many the first are printed, and how many there are besides.
func (l List) Print(w io.Writer, source func(file string) []byte) {
	var out strings.Builder
	lines := &lineSource{source, map[string][][]byte{}}
	for _, p := range l[:min(len(l), mostPrinted)] {
		p.print(&out, lines)
	}
	if more := len(l) - mostPrinted; more > 0 {
		fmt.Fprintf(&out, "另有%d处问题没有列出;先改正上面的\n", more)
	}
	_, _ = io.WriteString(w, out.String())
}

// mostPrinted is more problems than anybody reads at once.
const mostPrinted = 1000

// A lineSource reads every file once.
type lineSource struct {
	read  func(file string) []byte
	lines map[string][][]byte
}

func (s *lineSource) line(file string, n int) (string, bool) {
	if n < 1 || s.read == nil {
		return "", false
	}
	lines, known := s.lines[file]
	if !known {
		if src := s.read(file); src != nil {
			lines = bytes.Split(bytes.TrimPrefix(src, []byte("\ufeff")), []byte("\n"))
		}
		s.lines[file] = lines
	}
	if n > len(lines) {
		return "", false
	}
	return string(bytes.TrimSuffix(lines[n-1], []byte("\r"))), true
}

// wide is the length in characters from which on only part of a line is shown.
const wide = 400

// around cuts a long line to what stands around a column.
func around(line string, col int) (string, int) {
	if len(line) <= wide {
		return line, col
	}
	// As many bytes before and behind, cut between characters.
	at := 0
	for n := 1; n < col && at < len(line); n++ {
		_, size := utf8.DecodeRuneInString(line[at:])
		at += size
	}
	from, to := max(0, at-wide/4), min(len(line), at+wide/2)
	for from > 0 && !utf8.RuneStart(line[from]) {
		from--
	}
	for to < len(line) && !utf8.RuneStart(line[to]) {
		to++
	}
	part := line[from:to]
	col = utf8.RuneCountInString(line[from:at]) + 1
	if from > 0 {
		part, col = "…"+part, col+1
	}
	if to < len(line) {
		part += "…"
	}
	return part, col
}

func (p Problem) print(out *strings.Builder, source *lineSource) {
	fmt.Fprintln(out, p.String())
	indent := "  "
	if line, ok := source.line(p.File, p.Line); ok {
		indent = "      "
		line, col := around(line, p.Col)
		v := look(line, col, min(p.Width, wide/2))
		fmt.Fprintf(out, "%5d | %s\n", p.Line, v.text)
		if v.carets != "" {
			fmt.Fprintf(out, "      | %s\n", v.carets)
		}
	}
	if p.Hint != "" {
		fmt.Fprintf(out, "%s提示:%s\n", indent, p.Hint)
	}
}

// Summary says how many problems there are, in a line: “共3处问题”.
func (l List) Summary() string { return fmt.Sprintf("共%d处问题", len(l)) }

// Error is every problem on a line of its own, and the summary.
func (l List) Error() string {
	var out strings.Builder
	for _, p := range l {
		fmt.Fprintln(&out, p.String())
	}
	return out.String() + l.Summary()
}

// Err is the list as an error, nil when it is empty.
func (l List) Err() error {
	if len(l) == 0 {
		return nil
	}
	return l
}
