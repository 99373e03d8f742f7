package toml

import (
	"bytes"
	"slices"
	"sort"
	"unicode/utf8"

	"github.com/pelletier/go-toml/v2/unstable"

	"mingce/site/problem"
)

// A place turns byte offsets of one source into positions for people.
type place struct {
	file   string
	src    []byte
	starts []int // offset of every line
	last   *mark
}

// A mark is the place looked up last: the next one nearly always lies behind
// it on the same line, which may be megabytes long.
type mark struct{ line, offset, col int }

func newPlace(file string, src []byte) place {
	src = slices.Clip(bytes.TrimPrefix(src, []byte("\ufeff")))
	starts := []int{0}
	for i, c := range src {
		if c == '\n' {
			starts = append(starts, i+1)
		}
	}
	return place{file, src, starts, &mark{line: -1}}
}

// pos is the position of src[start:end], cut at the end of its first line.
func (p place) pos(start, end int) problem.Pos {
	start = min(max(start, 0), len(p.src))
	end = min(max(end, start), len(p.src))
	line := sort.SearchInts(p.starts, start+1) - 1
	if i := bytes.IndexAny(p.src[start:end], "\r\n"); i >= 0 {
		end = start + i
	}
	return problem.Pos{
		File: p.file, Line: line + 1,
		Col:   p.col(line, start),
		Width: max(utf8.RuneCount(p.src[start:end]), 1),
	}
}

// col is the column of an offset on a line, counted in characters from 1.
func (p place) col(line, offset int) int {
	m := p.last
	if m.line != line || m.offset > offset {
		*m = mark{line, p.starts[line], 1}
	}
	*m = mark{line, offset, m.col + utf8.RuneCount(p.src[m.offset:offset])}
	return m.col
}

// headerPos widens the extent of a header's keys to its brackets.
func (p place) headerPos(start, end int) problem.Pos {
	for start > 0 && bytes.IndexByte([]byte("[ \t"), p.src[start-1]) >= 0 {
		start--
	}
	for p.src[start] != '[' {
		start++
	}
	for end < len(p.src) && bytes.IndexByte([]byte("] \t"), p.src[end]) >= 0 {
		end++
	}
	return p.pos(start, start+len(bytes.TrimRight(p.src[start:end], " \t")))
}

// skipEquals goes from the end of a key to the beginning of its value.
func (p place) skipEquals(at int) int {
	for at < len(p.src) && bytes.IndexByte([]byte("= \t"), p.src[at]) >= 0 {
		at++
	}
	return at
}

// skipGap goes over what may stand between the items of a list: blanks, line
// ends, commas and comments.
func (p place) skipGap(at int) int {
	for at < len(p.src) {
		switch p.src[at] {
		case ' ', '\t', '\r', '\n', ',':
			at++
		case '#':
			for at < len(p.src) && p.src[at] != '\n' {
				at++
			}
		default:
			return at
		}
	}
	return at
}

// end is where a list item that begins at start ends.
func (p place) end(v *unstable.Node, start int) int {
	switch v.Kind {
	case unstable.Array:
		at := start + 1
		it := v.Children()
		for it.Next() {
			at = p.end(it.Node(), p.skipGap(at))
		}
		return p.skipGap(at) + 1
	case unstable.InlineTable:
		at := start + 1
		it := v.Children()
		for it.Next() {
			at = int(it.Node().Raw.Offset + it.Node().Raw.Length)
		}
		return p.skipGap(at) + 1
	}
	return int(v.Raw.Offset + v.Raw.Length)
}

// invalid is the offset of the first byte that is not UTF-8.
func invalid(src []byte) (int, bool) {
	if utf8.Valid(src) {
		return 0, false
	}
	at := 0
	for {
		r, n := utf8.DecodeRune(src[at:])
		if r == utf8.RuneError && n <= 1 {
			return at, true
		}
		at += n
	}
}
