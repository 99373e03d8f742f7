// Package markdown turns the pages the office writes into HTML. It is the
// only importer of goldmark.
//
// A page is Markdown under a front matter of TOML between two lines of +++:
//
//	+++
//	title = "关于本站"
//	description = "这个网站是什么,怎样计算"
//	+++
//
//	正文……
//
// Headings start at ##, since the title is the first. A link that begins with
// a slash leads to a page of the site. Raw HTML is refused: what a page needs
// beyond Markdown belongs into the program.
package markdown

import (
	"bytes"
	"html/template"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"mingce/site/problem"
	"mingce/site/toml"
)

// A Page is a page as written.
type Page struct {
	Front
	file  string
	body  []byte
	first int // the line of the file that body starts on
}

// A Front is what stands above the text.
type Front struct {
	Title       toml.At[string] `toml:"title,required"`
	Description toml.At[string] `toml:"description,required"`
}

// Parse reads the source of a page and finds every problem in it.
func Parse(file string, src []byte) (*Page, problem.List) {
	var problems problem.List
	p := &Page{file: file}
	front, body, first, ok := split(string(src))
	if !ok {
		problems.Add(problem.Pos{File: file, Line: 1}, "开头没有页面信息",
			"第一行写 +++,下面写 title 和 description,再用一行 +++ 结束,然后是正文")
		return p, problems
	}
	p.body, p.first = []byte(body), first
	for _, found := range toml.Decode(file, []byte(front), &p.Front) {
		found.Line = max(found.Line, 1)
		problems = append(problems, found)
	}
	p.lint(&problems)
	problems.Sort()
	return p, problems
}

// split parts the front matter from the text. The front keeps an empty first
// line, so that its positions are those of the file.
func split(src string) (front, body string, first int, ok bool) {
	src = strings.ReplaceAll(strings.TrimPrefix(src, "\ufeff"), "\r\n", "\n")
	rest, ok := strings.CutPrefix(src, "+++\n")
	if !ok {
		return "", "", 0, false
	}
	front, body, ok = strings.Cut(rest, "\n+++\n")
	if !ok {
		return "", "", 0, false
	}
	return "\n" + front, body, strings.Count(front, "\n") + 4, true
}

func engine() goldmark.Markdown {
	return goldmark.New(goldmark.WithExtensions(extension.Table), goldmark.WithParserOptions(parser.WithAttribute()))
}

// HTML renders the page for a place from which root leads to the first page.
func (p *Page) HTML(root string) (template.HTML, error) {
	m := engine()
	tree := m.Parser().Parse(text.NewReader(p.body))
	err := ast.Walk(tree, func(n ast.Node, enter bool) (ast.WalkStatus, error) {
		if link, ok := n.(*ast.Link); ok && enter {
			link.Destination = []byte(relative(string(link.Destination), root))
		}
		return ast.WalkContinue, nil
	})
	if err != nil {
		return "", err
	}
	var b bytes.Buffer
	err = m.Renderer().Render(&b, p.body, tree)
	return template.HTML(b.String()), err
}

func relative(to, root string) string {
	rest, ours := strings.CutPrefix(to, "/")
	switch {
	case !ours || strings.HasPrefix(to, "//"):
		return to
	case root+rest == "":
		return "./"
	}
	return root + rest
}
