package markdown

import (
	"bytes"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"

	"mingce/site/problem"
)

// lint finds what a page may not hold: raw HTML, a second first heading, and
// emphasis that Markdown does not see as such.
func (p *Page) lint(problems *problem.List) {
	tree := engine().Parser().Parse(text.NewReader(p.body))
	add := func(at int, what, hint string) { problems.Add(p.pos(at), what, hint) }
	_ = ast.Walk(tree, func(n ast.Node, enter bool) (ast.WalkStatus, error) {
		if !enter {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.HTMLBlock:
			add(n.Lines().At(0).Start, "这里写了 HTML", "改用 Markdown;书名用《》,不用 < 和 >")
		case *ast.RawHTML:
			add(n.Segments.At(0).Start, "这里写了 HTML", "改用 Markdown;书名用《》,不用 < 和 >")
		case *ast.Heading:
			if n.Level == 1 {
				add(n.Lines().At(0).Start, "正文里用了一级标题", "标题写在开头的 title 里,正文从 ## 开始")
			}
		case *ast.Text:
			if i := bytes.Index(n.Segment.Value(p.body), []byte("**")); i >= 0 {
				add(n.Segment.Start+i, "这里的 ** 没有变成加粗", "去掉 **,或把加粗的起止挪到标点以外")
			}
		}
		return ast.WalkContinue, nil
	})
}

// pos is the place in the file of a byte of the body.
func (p *Page) pos(at int) problem.Pos {
	before := p.body[:at]
	line := bytes.LastIndexByte(before, '\n') + 1
	return problem.Pos{
		File: p.file, Line: p.first + bytes.Count(before, []byte("\n")),
		Col: utf8.RuneCount(before[line:]) + 1, Width: 1,
	}
}
