// Package problem is how everything that reads files written by people says
// what is wrong with them: where, what, and what to do, in plain Chinese.
package problem

import (
	"cmp"
	"slices"
)

// A Pos is a place in a file of the content folder.
type Pos struct {
	File  string // slash-separated, as the user would name it
	Line  int    // 1-based; 0 when the problem is about the file as a whole
	Col   int    // 1-based, in characters (not bytes)
	Width int    // how many characters are meant; at least 1 when Col is set
}

// A Problem is one thing that must be mended before anything is published.
type Problem struct {
	Pos
	Text string // what is wrong
	Hint string // what to do; may be empty
}

// A List collects every problem found, so that all are said at once.
type List []Problem

// Add appends a problem.
func (l *List) Add(at Pos, text, hint string) {
	*l = append(*l, Problem{Pos: at, Text: text, Hint: hint})
}

// Sort orders the list by file, line and column and drops exact repetitions.
func (l *List) Sort() {
	slices.SortStableFunc(*l, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line),
			cmp.Compare(a.Col, b.Col), cmp.Compare(a.Text, b.Text))
	})
	*l = slices.Compact(*l)
}
