package problem

import (
	"bytes"
	"fmt"
	"io"
	"strings"
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
func (l List) Print(w io.Writer, source func(file string) []byte) {
	var out strings.Builder
	for _, p := range l {
		p.print(&out, source)
	}
	_, _ = io.WriteString(w, out.String())
}

func (p Problem) print(out *strings.Builder, source func(string) []byte) {
	fmt.Fprintln(out, p.String())
	indent := "  "
	if line, ok := p.sourceLine(source); ok {
		indent = "      "
		v := look(line, p.Col, p.Width)
		fmt.Fprintf(out, "%5d | %s\n", p.Line, v.text)
		if v.carets != "" {
			fmt.Fprintf(out, "      | %s\n", v.carets)
		}
	}
	if p.Hint != "" {
		fmt.Fprintf(out, "%s提示:%s\n", indent, p.Hint)
	}
}

// sourceLine is the line the problem is on, without its line end.
func (p Problem) sourceLine(source func(string) []byte) (string, bool) {
	if p.Line < 1 || source == nil {
		return "", false
	}
	src := bytes.TrimPrefix(source(p.File), []byte("\ufeff"))
	if src == nil {
		return "", false
	}
	for range p.Line - 1 {
		_, rest, found := bytes.Cut(src, []byte("\n"))
		if !found {
			return "", false
		}
		src = rest
	}
	line, _, _ := bytes.Cut(src, []byte("\n"))
	return string(bytes.TrimSuffix(line, []byte("\r"))), true
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
