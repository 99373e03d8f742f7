package markdown

import (
	"bytes"
	"html/template"
	"strings"
	"unicode"
	"unicode/utf8"

	"mingce/site/problem"
	"mingce/site/toml"
)

// A Text is a page as written: its front matter read, its body not yet.
type Text struct {
	file  string
	body  []byte
	first int // the line of the file that body starts on
}

// Open reads the front matter of a page into the struct front points to and
// keeps the body for [Text.Render].
func Open(file string, src []byte, front any) (*Text, problem.List) {
	var problems problem.List
	t := &Text{file: file}
	above, body, first, ok := split(string(src))
	if !ok {
		problems.Add(problem.Pos{File: file, Line: 1}, "开头没有页面信息",
			"第一行写 +++,下面写 title 等,再用一行 +++ 结束,然后是正文")
		return t, problems
	}
	t.body, t.first = []byte(body), first
	for _, found := range toml.Decode(file, []byte(above), front) {
		found.Line = max(found.Line, 1)
		problems = append(problems, found)
	}
	return t, problems
}

// split parts the front matter from the text. The front keeps an empty first
// line, so that its positions are those of the file.
func split(src string) (front, body string, first int, ok bool) {
	src = strings.ReplaceAll(strings.TrimPrefix(src, "\ufeff"), "\r\n", "\n")
	rest, ok := strings.CutPrefix(src, "+++\n")
	if !ok {
		return "", "", 0, false
	}
	front, body, ok = strings.Cut("\n"+rest, "\n+++\n")
	if !ok {
		if front, ok = strings.CutSuffix("\n"+rest, "\n+++"); !ok {
			return "", "", 0, false
		}
	}
	return front, body, strings.Count(front, "\n") + 3, true
}

// pos is the place in the file of a byte of the body.
func (t *Text) pos(at int) problem.Pos {
	before := t.body[:min(max(at, 0), len(t.body))]
	line := bytes.LastIndexByte(before, '\n') + 1
	return problem.Pos{
		File: t.file, Line: t.first + bytes.Count(before, []byte("\n")),
		Col: utf8.RuneCount(before[line:]) + 1, Width: 1,
	}
}

// unreadable finds bytes that a page would lose or change without a word.
func (t *Text) unreadable(problems *problem.List) {
	for at := 0; at < len(t.body); {
		r, n := utf8.DecodeRune(t.body[at:])
		switch {
		case r == utf8.RuneError && n <= 1:
			problems.Add(t.pos(at), "这里有不是 UTF-8 编码的字符", "把文件另存为 UTF-8 编码")
			return
		case unicode.IsControl(r) && r != '\n' && r != '\t':
			problems.Add(t.pos(at), "这里有看不见的控制字符", "删去它;多半是从别的程序复制时带进来的")
			return
		}
		at += n
	}
}

// A Page is a page of pages/: a title, a description and a body.
type Page struct {
	Front
	*Text
}

// A Front is what stands above the text of a [Page].
type Front struct {
	Title       toml.At[string] `toml:"title,required"`
	Description toml.At[string] `toml:"description,required"`

	Aliases []toml.At[string] `toml:"aliases"` // addresses that the page had before
}

// Parse reads the source of a page and finds every problem in it.
func Parse(file string, src []byte) (*Page, problem.List) {
	p := &Page{}
	var problems problem.List
	p.Text, problems = Open(file, src, &p.Front)
	if p.body != nil {
		_, found := p.Render(Options{})
		problems = append(problems, found...)
	}
	problems.Sort()
	return p, problems
}

// HTML renders the page for a place from which root leads to the first page.
func (p *Page) HTML(root string) (template.HTML, error) {
	r, problems := p.Render(Options{Root: root})
	return r.HTML, problems.Err()
}
