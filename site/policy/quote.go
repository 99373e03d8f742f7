package policy

import (
	"strings"
	"unicode/utf8"

	"mingce/site/problem"
)

// A Match is a place where a quote stands.
type Match struct {
	problem.Pos     // in the policy's file
	Start, End  int // as bytes of the clause's Words
}

// Locate finds every place where quote stands in the clause's own words,
// whatever the width of its characters; overlapping places too. A quote does
// not go across paragraphs.
func (d *Document) Locate(idOrRef, quote string) []Match {
	c, ok := d.Clause(idOrRef)
	if !ok {
		return nil
	}
	return c.Locate(quote)
}

// Locate is [Document.Locate] within this clause.
func (c *Clause) Locate(quote string) []Match {
	want := []rune(Fold(quote))
	if len(want) == 0 {
		return nil
	}
	var found []Match
	before := 0 // bytes of Words before the paragraph
	for i, text := range strings.Split(c.Words(), "\n") {
		pos := c.Pos
		pos.Col = c.lead + 1
		if i > 0 {
			pos = c.Paragraphs[i-1].Pos
		}
		folded := Fold(text)
		for _, at := range places(folded, string(want)) {
			chars := utf8.RuneCountInString(folded[:at])
			start, end := byteOf(text, chars), byteOf(text, chars+len(want))
			here := problem.Pos{File: pos.File, Line: pos.Line, Col: pos.Col + chars, Width: len(want)}
			found = append(found, Match{here, before + start, before + end})
		}
		before += len(text) + 1
	}
	return found
}

// places are the offsets at which part stands in s.
func places(s, part string) []int {
	var found []int
	for from := 0; ; {
		i := strings.Index(s[from:], part)
		if i < 0 {
			return found
		}
		found = append(found, from+i)
		_, size := utf8.DecodeRuneInString(s[from+i:])
		from += i + size
	}
}

// byteOf is the offset of a character of s.
func byteOf(s string, char int) int {
	for i := range s {
		if char == 0 {
			return i
		}
		char--
	}
	return len(s)
}

// Nearest is the stretch of the clause's words most like quote, for a hint:
// “该条写的是“一次性奖励40万元””. It goes from one punctuation mark to another
// and is empty when nothing is alike.
func (c *Clause) Nearest(quote string) string {
	want := []rune(Fold(quote))
	if len(want) == 0 || len(want) > 1000 {
		return ""
	}
	best, bestCost := "", (len(want)*3+4)/5
	for text := range strings.SplitSeq(c.Words(), "\n") {
		runes := []rune(text)
		start, end, cost := closestStretch(want, []rune(Fold(text)))
		if cost < bestCost {
			start, end = whole(runes, start, end)
			best, bestCost = string(runes[start:end]), cost
		}
	}
	return best
}

// closestStretch finds the stretch of text with the least edit distance to
// want (Sellers' algorithm).
func closestStretch(want, text []rune) (start, end, cost int) {
	costs, starts := make([]int, len(want)+1), make([]int, len(want)+1)
	for i := range costs {
		costs[i] = i
	}
	cost = len(want)
	for j, t := range text {
		diagonal, diagonalStart := costs[0], starts[0]
		starts[0] = j + 1
		for i, w := range want {
			step, from := diagonal, diagonalStart
			if w != t {
				step++
			}
			if costs[i+1]+1 < step {
				step, from = costs[i+1]+1, starts[i+1]
			}
			if costs[i]+1 < step {
				step, from = costs[i]+1, starts[i]
			}
			diagonal, diagonalStart = costs[i+1], starts[i+1]
			costs[i+1], starts[i+1] = step, from
		}
		if last := costs[len(want)]; last < cost {
			start, end, cost = starts[len(want)], j+1, last
		}
	}
	return start, end, cost
}

// whole widens a stretch to the punctuation around it, and drops that at its
// ends.
func whole(text []rune, start, end int) (int, int) {
	const stops = ",。;:!?"
	stop := func(r rune) bool { return strings.ContainsRune(stops, []rune(Fold(string(r)))[0]) }
	for start < end && stop(text[start]) {
		start++
	}
	for end > start && stop(text[end-1]) {
		end--
	}
	for start > 0 && !stop(text[start-1]) {
		start--
	}
	for end < len(text) && !stop(text[end]) {
		end++
	}
	return start, end
}
