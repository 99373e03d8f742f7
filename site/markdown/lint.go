package markdown

import (
	"bytes"
	"regexp"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

const noHTML = "改用 Markdown;书名用《》,不用 < 和 >"

// lint finds what would disappear, or turn into something that was not meant.
func (r *rendering) lint(tree ast.Node) {
	_ = ast.Walk(tree, func(n ast.Node, enter bool) (ast.WalkStatus, error) {
		if !enter {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.HTMLBlock:
			r.add(n.Lines().At(0).Start, "这里写了 HTML", noHTML)
		case *ast.RawHTML:
			r.add(n.Segments.At(0).Start, "这里写了 HTML", noHTML)
		case *ast.Emphasis:
			r.formula(n)
		case *ast.FencedCodeBlock:
			r.info(n)
		case *east.TableRow:
			r.row(n)
		}
		r.left(n)
		return ast.WalkContinue, nil
	})
}

// left finds marks that stayed as they were typed. Pieces of text that touch
// are looked at as one, since a run may have been used in part.
func (r *rendering) left(parent ast.Node) {
	var run []byte
	start := 0
	flush := func() {
		r.marks(run, start)
		run = nil
	}
	for c := parent.FirstChild(); c != nil; c = c.NextSibling() {
		t, ok := c.(*ast.Text)
		if !ok {
			flush()
			continue
		}
		if run == nil {
			start = t.Segment.Start
		}
		run = append(run, shown(t, r.body)...)
		if t.SoftLineBreak() || t.HardLineBreak() {
			flush()
		}
	}
	flush()
}

func (r *rendering) marks(run []byte, start int) {
	at := func(i int) int { // exact where nothing is escaped before it
		return start + i
	}
	for i := 0; i < len(run); i++ {
		n := 0
		for i+n < len(run) && run[i+n] == '*' {
			n++
		}
		if n >= 2 && !masked(last(run[:i]), n, following(run, i+n)) {
			r.add(at(i), "这里的 ** 没有变成加粗", "加粗的起止各写一次 **,里侧不留空格;不加粗就去掉,遮住的字写成 ××")
		}
		i += n
	}
	if i := bytes.Index(run, []byte("~~")); i >= 0 {
		r.add(at(i), "这里的 ~~ 没有变成删除线", "删除线的起止各写一次 ~~,里侧不留空格;不用就去掉")
	}
	if m := reference.FindIndex(run); m != nil {
		r.add(at(m[0]), "这里不支持这种链接写法", "写成 [文字](地址)")
	}
	if m := note.FindIndex(run); m != nil {
		r.add(at(m[0]), "这个脚注没有写内容", "另起一行写 [^1]: 脚注的内容")
	}
}

var (
	reference = regexp.MustCompile(`\]\[[^\]]*\]`)
	note      = regexp.MustCompile(`\[\^[^\]]+\]`)
)

// formula finds italics that are two multiplication signs.
func (r *rendering) formula(n *ast.Emphasis) {
	at := position(n.FirstChild(), r.body) - 1
	if n.Level != 1 || at < 0 || at >= len(r.body) || r.body[at] != '*' {
		return
	}
	end := n
	stop := at + 1
	if t, ok := end.LastChild().(*ast.Text); ok {
		stop = t.Segment.Stop
	}
	before, after := last(r.body[:at]), following(r.body, min(stop+1, len(r.body)))
	start := lineStart(r.body, at)
	line := r.body[start:]
	if i := bytes.IndexByte(line, '\n'); i >= 0 {
		line = line[:i]
	}
	if word(before) && word(after) && bytes.ContainsFunc(line, cjk) {
		r.add(at, "两个 * 之间的字会变成斜体,星号不见了", "乘号写成 ×,遮住的字写成 ×;要强调就写 **")
	}
}

func word(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r) || r == ')' || r == '\uff09' || r == '(' || r == '\uff08')
}

// info finds words behind the marks of a code block, which no page shows.
func (r *rendering) info(n *ast.FencedCodeBlock) {
	if n.Info == nil {
		return
	}
	if text := n.Info.Segment.Value(r.body); bytes.ContainsAny(text, " \t") || bytes.ContainsFunc(text, cjk) {
		r.add(n.Info.Segment.Start, "``` 后面的文字不会显示", "把文字写到下一行")
	}
}

// row finds cells beyond the last column, which no page shows.
func (r *rendering) row(n *east.TableRow) {
	at := n.Pos()
	if at < 0 {
		return
	}
	line := r.body[at:]
	if i := bytes.IndexByte(line, '\n'); i >= 0 {
		line = line[:i]
	}
	trimmed := bytes.TrimSpace(line)
	trimmed = bytes.TrimPrefix(trimmed, []byte("|"))
	if bytes.HasSuffix(trimmed, []byte("|")) && !bytes.HasSuffix(trimmed, []byte(`\|`)) {
		trimmed = trimmed[:len(trimmed)-1]
	}
	cells := bytes.Count(trimmed, []byte("|")) - bytes.Count(trimmed, []byte(`\|`)) + 1
	if cells > n.ChildCount() {
		r.add(lineStart(r.body, at), "这一行的格数比表头多,多出的文字不会显示", "核对竖线;格子里的竖线写成 \\|")
	}
}

var noteMark = regexp.MustCompile(`(?m)^[ >\t]*\[\^([^\]\n]+)\]:`)

// footnotes finds those whose words would not be shown.
func (r *rendering) footnotes(tree ast.Node) {
	kept := map[string]int{}
	var code [][2]int
	_ = ast.Walk(tree, func(n ast.Node, enter bool) (ast.WalkStatus, error) {
		switch n := n.(type) {
		case *east.Footnote:
			if enter {
				kept[string(n.Ref)]++
			}
		case *ast.FencedCodeBlock:
			if l := n.Lines(); enter && l.Len() > 0 {
				code = append(code, [2]int{l.At(0).Start, l.At(l.Len() - 1).Stop})
			}
		}
		return ast.WalkContinue, nil
	})
	for _, m := range noteMark.FindAllSubmatchIndex(r.body, -1) {
		inside := false
		for _, c := range code {
			inside = inside || m[2] >= c[0] && m[2] < c[1]
		}
		label := string(r.body[m[2]:m[3]])
		if kept[label]--; kept[label] < 0 && !inside {
			r.add(m[2]-2, "脚注 [^"+label+"] 没有用到,或写了两次,它的文字不会显示", "在正文里写 [^"+label+"],或删去这一条")
		}
	}
}
