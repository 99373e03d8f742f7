package rulefile

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
)

// An entry of testdata/problems.txt.
type entry struct {
	name     string
	old, new []string
	problems []string // text and hint
	again    []bool   // at the place of the problem before
}

func entries(src string) []entry {
	var all []entry
	for line := range strings.SplitSeq(src, "\n") {
		kind, rest, _ := strings.Cut(line, " ")
		rest = strings.ReplaceAll(rest, `\n`, "\n")
		switch {
		case kind == "==":
			all = append(all, entry{name: rest})
		case len(all) == 0:
		case kind == "-":
			e := &all[len(all)-1]
			e.old = append(e.old, rest)
		case kind == "+":
			e := &all[len(all)-1]
			e.new = append(e.new, rest)
		case kind == "!" || kind == "!=":
			e := &all[len(all)-1]
			e.problems = append(e.problems, rest)
			e.again = append(e.again, kind == "!=")
		case kind == "?":
			e := &all[len(all)-1]
			e.problems[len(e.problems)-1] += "\n" + rest
		}
	}
	return all
}

// unmark takes « » out of src and returns where they stood, as
// line:column+width.
func unmark(src string) (plain string, marks []string) {
	line, col := 1, 1
	var b strings.Builder
	var open []int // marks not yet closed, by index, and their columns
	var from []int
	for _, r := range src {
		switch r {
		case '«':
			open, from, marks = append(open, len(marks)), append(from, col), append(marks, "")
		case '»':
			last := len(open) - 1
			marks[open[last]] = fmt.Sprintf("%d:%d+%d", line, from[last], col-from[last])
			open, from = open[:last], from[:last]
		case '\n':
			line, col = line+1, 1
			b.WriteRune(r)
		default:
			col++
			b.WriteRune(r)
		}
	}
	return b.String(), marks
}

// Every mistake in the example is told at its place, with what to do.
func TestProblems(t *testing.T) {
	src, err := os.ReadFile("testdata/problems.txt")
	require.NoError(t, err)
	holdEntries(t, readManual(t), string(src))
}

// holdEntries makes every mistake of a file in an example.
func holdEntries(t *testing.T, m manual, file string) {
	doc := m.document(t)
	for _, e := range entries(file) {
		t.Run(e.name, func(t *testing.T) {
			src := m.rules
			for i := range e.old {
				require.Equal(t, 1, strings.Count(src, e.old[i]), "%q", e.old[i])
				src = strings.Replace(src, e.old[i], e.new[i], 1)
			}
			src, marks := unmark(src)
			require.True(t, utf8.ValidString(src))
			rb, problems := Load("content/policies/demo/rules.toml", []byte(src), doc)
			require.Nil(t, rb)
			var want, got []string
			place := -1
			for i, p := range e.problems {
				if !e.again[i] {
					place++
				}
				require.Less(t, place, len(marks), "no mark for %q", p)
				want = append(want, marks[place]+" "+p)
			}
			for _, p := range problems {
				got = append(got, fmt.Sprintf("%d:%d+%d %s\n%s", p.Line, p.Col, p.Width, p.Text, p.Hint))
			}
			require.Equal(t, strings.Join(want, "\n"), strings.Join(got, "\n"))
		})
	}
}
