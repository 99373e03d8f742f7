package markdown

import (
	"bytes"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
)

// toClause is a link to a clause of a document.
var toClause = regexp.MustCompile(`^(?:\.\./|/)*policies/([a-z0-9-]+)/#([a-z0-9_-]+)$`)

// quotes lists the quotations that name their clause.
func (r *rendering) quotes(tree ast.Node) {
	under := -1
	_ = ast.Walk(tree, func(n ast.Node, enter bool) (ast.WalkStatus, error) {
		if !enter {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Heading:
			under++
		case *ast.Link:
			if m := toClause.FindSubmatch(n.Destination); m != nil {
				r.quote(n, string(m[1]), string(m[2]), under)
			}
		}
		return ast.WalkContinue, nil
	})
}

// quote takes the words quoted right before a link, or the block quotation
// that the link ends.
func (r *rendering) quote(link *ast.Link, policy, clause string, under int) {
	at := position(link, r.body)
	q := Quote{Policy: policy, Clause: clause, Under: under}
	if block := quotation(link); block != nil && link.NextSibling() == nil {
		words := plain(block, r.body)
		q.Words = strings.TrimSpace(strings.TrimSuffix(words, plain(link, r.body)))
		q.Words = strings.TrimRight(q.Words, "\uff08( \u3000")
		if p := block.FirstChild(); p != nil {
			at = position(p, r.body)
		}
	} else {
		q.Words, at = quoted(r.body, at)
	}
	if q.Words == "" {
		return
	}
	q.Pos = r.pos(at)
	q.Pos.Width = utf8.RuneCountInString(strings.SplitN(q.Words, "\n", 2)[0])
	r.out.Quotes = append(r.out.Quotes, q)
}

// quotation is the block > a link stands in.
func quotation(n ast.Node) ast.Node {
	for p := n.Parent(); p != nil; p = p.Parent() {
		if p.Kind() == ast.KindBlockquote {
			return p
		}
	}
	return nil
}

// quoted is what stands in “ ” right before a byte of the body, with at most
// an opening bracket between.
func quoted(body []byte, at int) (string, int) {
	line := body[lineStart(body, at):at]
	line = bytes.TrimRight(line, " (\uff08[")
	line, ok := bytes.CutSuffix(line, []byte("”"))
	if !ok {
		return "", 0
	}
	depth := 1
	for i := len(line); i > 0; {
		c, n := utf8.DecodeLastRune(line[:i])
		i -= n
		switch c {
		case '”':
			depth++
		case '“':
			if depth--; depth == 0 {
				start := i + len("“")
				words := strings.NewReplacer("**", "", "\\", "").Replace(string(line[start:]))
				return words, lineStart(body, at) + start
			}
		}
	}
	return "", 0
}
