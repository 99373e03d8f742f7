package markdown

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"
)

// plain is the words in a node, as readers see them; line ends are kept.
func plain(n ast.Node, source []byte) string {
	var b strings.Builder
	_ = ast.Walk(n, func(n ast.Node, enter bool) (ast.WalkStatus, error) {
		if !enter {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Text:
			b.Write(shown(n, source))
			if n.SoftLineBreak() || n.HardLineBreak() {
				b.WriteByte('\n')
			}
		case *ast.String:
			b.Write(n.Value)
		case *ast.AutoLink:
			b.Write(n.Label(source))
		}
		return ast.WalkContinue, nil
	})
	return b.String()
}

// blocks is the words of a page, one block a line.
func blocks(tree ast.Node, source []byte) string {
	var lines []string
	_ = ast.Walk(tree, func(n ast.Node, enter bool) (ast.WalkStatus, error) {
		if !enter || n.Type() != ast.TypeBlock {
			return ast.WalkContinue, nil
		}
		if code, ok := n.(*ast.FencedCodeBlock); ok {
			lines = append(lines, string(code.Lines().Value(source)))
		}
		if c := n.FirstChild(); c != nil && c.Type() == ast.TypeInline {
			lines = append(lines, strings.ReplaceAll(plain(n, source), "\n", ""))
			return ast.WalkSkipChildren, nil
		}
		return ast.WalkContinue, nil
	})
	return strings.Join(lines, "\n")
}

// shown is a text without its escapes and entities.
func shown(n *ast.Text, source []byte) []byte {
	value := n.Segment.Value(source)
	if n.IsRaw() {
		return value
	}
	return util.UnescapePunctuations(util.ResolveEntityNames(util.ResolveNumericReferences(value)))
}

// position is where a node begins in the source, as far as it is known.
func position(n ast.Node, source []byte) int {
	for c := n; c != nil; c = c.FirstChild() {
		switch c := c.(type) {
		case *ast.Text:
			at := c.Segment.Start
			if _, ok := n.(*ast.Text); ok {
				return at
			}
			// a link or an image begins at the bracket before its words
			for at > 0 && source[at-1] != '\n' && source[at] != '[' {
				at--
			}
			return at
		case *ast.CodeBlock, *ast.FencedCodeBlock, *ast.Paragraph, *ast.TextBlock, *ast.Heading:
			if c.Lines().Len() > 0 {
				return c.Lines().At(0).Start
			}
		}
	}
	if at := n.Pos(); at > 0 {
		return at
	}
	for p := n.Parent(); p != nil; p = p.Parent() {
		if p.Type() == ast.TypeBlock && p.Lines() != nil && p.Lines().Len() > 0 {
			return p.Lines().At(0).Start
		}
	}
	return 0
}

func last(s []byte) rune {
	r, _ := utf8.DecodeLastRune(s)
	return r
}

func decimal(n int) []byte { return []byte(strconv.Itoa(n)) }

// lineStart is where the line of a byte begins.
func lineStart(source []byte, at int) int {
	return bytes.LastIndexByte(source[:min(max(at, 0), len(source))], '\n') + 1
}
