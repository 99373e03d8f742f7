package policy

import (
	"bytes"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"mingce/site/problem"
)

// Parse reads a policy.md. The document holds every line of the text even
// when there are problems with its numbering.
func Parse(file string, src []byte) (*Document, problem.List) {
	p := &parser{doc: &Document{File: file}}
	front, body, first := split(string(src))
	p.front(front)
	return p.text(body, first)
}

// ParseRest reads the text of a file of which [ParseFront] has read the facts,
// without a problem.
func ParseRest(front *Document, src []byte) (*Document, problem.List) {
	p := &parser{doc: &Document{File: front.File, Meta: front.Meta}}
	p.ids = append(p.ids, front.Meta.Irregular...)
	_, body, first := split(string(src))
	return p.text(body, first)
}

// text reads the text, when the facts are known.
func (p *parser) text(body string, first int) (*Document, problem.List) {
	p.taken = map[Role]int{}
	p.lines(body, first)
	p.findEnding()
	p.head()
	p.body()
	p.tail()
	p.agree()
	p.cited()
	p.doc.Head, p.doc.Tail = slices.Clip(p.doc.Head), slices.Clip(p.doc.Tail)
	p.doc.byRef = sync.OnceValue(p.doc.refs)
	p.problems.Sort()
	return p.doc, p.problems
}

// ParseFront reads the facts of a policy.md and not its text: the document has
// a File and a Meta, no lines, and the problems are those of the front matter
// alone. It costs a fraction of [Parse], which says these problems again.
func ParseFront(file string, src []byte) (*Document, problem.List) {
	p := &parser{doc: &Document{File: file}}
	if end := bytes.Index(src[min(len(src), 8):], []byte("\n"+fence)); end >= 0 {
		// a line that begins with the fence and goes on is none: look further
		if after := src[8+end+1+len(fence):]; len(after) == 0 || after[0] == '\n' || after[0] == '\r' {
			src = src[:8+end+1+len(fence)]
		}
	}
	front, _, _ := split(string(src))
	p.front(front)
	p.problems.Sort()
	return p.doc, p.problems
}

// A parser goes through the lines of the text once, from title to date.
type parser struct {
	doc      *Document
	problems problem.List
	rest     []Paragraph      // lines not yet placed
	marks    []*mark          // those that all lines begin with, nil for none
	clauses  []Clause         // room for as many as there are marks
	open     []*Clause        // the clause being read and those around it
	last     [Subitem + 1]int // the last number of each level; articles count through
	taken    map[Role]int     // lines of each role so far
	ending   ending
	irregular
}

// split separates the front matter from the text. The front matter keeps its
// place: it begins with as many empty lines as stand before it. A file
// without front matter has front "".
func split(src string) (front, body string, firstLine int) {
	src = strings.TrimPrefix(src, "\ufeff")
	opening, rest, _ := strings.Cut(src, "\n")
	if strings.TrimRight(opening, "\r \t") != fence {
		return "", src, 1
	}
	var b strings.Builder
	b.WriteByte('\n')
	for line := 2; ; line++ {
		text, after, found := strings.Cut(rest, "\n")
		if strings.TrimRight(text, "\r \t") == fence {
			return b.String(), after, line + 1
		}
		if !found {
			return "", src, 1
		}
		b.WriteString(text + "\n")
		rest = after
	}
}

// fence encloses the front matter.
const fence = "+++"

// lines takes the text apart into paragraphs, leaving out blank lines.
func (p *parser) lines(body string, first int) {
	all := strings.Count(body, "\n") + 1
	p.rest, p.marks = make([]Paragraph, 0, all), make([]*mark, 0, all)
	number, marked := first, 0
	for line := range strings.SplitSeq(body, "\n") {
		line = strings.TrimSuffix(line, "\r")
		if text := strings.TrimSpace(line); text != "" {
			before := len(line) - len(strings.TrimLeftFunc(line, unicode.IsSpace))
			chars, odd := survey(text)
			pos := problem.Pos{File: p.doc.File, Line: number, Col: utf8.RuneCountInString(line[:before]) + 1, Width: chars}
			if odd || strings.Contains(text, "**") {
				p.legible(text, pos)
			}
			p.rest = append(p.rest, Paragraph{Text: text, Pos: pos, source: line})
			if m, ok := readMark(text); ok {
				p.marks = append(p.marks, &m)
				marked++
			} else {
				p.marks = append(p.marks, nil)
			}
		}
		number++
	}
	p.clauses = make([]Clause, 0, marked)
	p.doc.byID = make(map[string]*Clause, marked)
}

// mark is the mark of the first of the remaining lines, nil for none.
func (p *parser) mark() *mark { return p.marks[len(p.marks)-len(p.rest)] }

// survey counts characters. odd is true if a reader may not see one of them as
// it is.
func survey(text string) (chars int, odd bool) {
	for i := 0; i < len(text); chars++ {
		switch c := text[i]; {
		case c > 0xe0 && c < 0xf0 && c != 0xed && i+2 < len(text) && text[i+1]>>6 == 2 && text[i+2]>>6 == 2: // nearly all
			i += 3
		case c >= ' ' && c < 0x7f:
			i++
		default:
			r, size := utf8.DecodeRuneInString(text[i:])
			odd = odd || r == utf8.RuneError || unprintable(r)
			i += size
		}
	}
	return chars, odd
}

// legible reports what a reader could not see as it is.
func (p *parser) legible(text string, pos problem.Pos) {
	if !utf8.ValidString(text) {
		p.problems.Add(pos, "这一行有不是 UTF-8 编码的字符", "把文件另存为 UTF-8 编码")
	}
	if at := strings.Index(text, "**"); at >= 0 {
		star := pos
		star.Col, star.Width = pos.Col+utf8.RuneCountInString(text[:at]), 2
		p.problems.Add(star, "正文里有“**”", "政策正文照正式文件写,不用 Markdown 记号;删去星号")
	}
	if strings.ContainsFunc(text, unprintable) {
		p.problems.Add(pos, "这一行有看不见的控制字符", "删去它;多半是从别的程序复制时带进来的")
	}
}

// unprintable reports a character that a page would lose or change without a
// word.
func unprintable(r rune) bool { return unicode.IsControl(r) && r != '\t' }

// take moves the first n remaining lines to a role of the head or tail.
func (p *parser) take(to *[]Paragraph, n int, role Role) {
	for i := range p.rest[:n] {
		line := &p.rest[i]
		p.taken[role]++
		line.Role, line.ID = role, string(role)
		if same := p.taken[role]; same > 1 || role == Preamble || role == Annex || role == Note {
			line.ID += "-" + strconv.Itoa(same)
		}
	}
	p.move(to, n)
}

// move moves the first n remaining lines to others that stand right before
// them in the text: they stay where they are.
func (p *parser) move(to *[]Paragraph, n int) {
	if len(*to) == 0 {
		*to = p.rest[:0]
	}
	*to, p.rest = (*to)[:len(*to)+n], p.rest[n:]
}

// head takes the lines before the first numbered one.
func (p *parser) head() {
	if len(p.rest) == 0 {
		p.problems.Add(problem.Pos{File: p.doc.File}, "没有正文", "在 +++ 下面放入文件全文,一段一行,从标题到成文日期")
		return
	}
	if Fold(p.rest[0].Text) == Fold(p.doc.Meta.Number.Value) && p.doc.Meta.Number.Value != "" {
		p.take(&p.doc.Head, 1, Number)
	}
	p.take(&p.doc.Head, p.titleLines(), Title)
	addressed := false
	for len(p.rest) > 0 {
		line := p.rest[0]
		if m := p.mark(); m != nil && !(m.loose && m.number != 1) {
			return
		}
		_, dated := readDate(line.Text)
		opening := !addressed && !p.seen(Preamble)
		switch {
		case looksLikeNumber(line.Text) && !addressed:
			p.take(&p.doc.Head, 1, Number)
		case opening && strings.HasSuffix(Fold(line.Text), ":"):
			addressed = true
			p.take(&p.doc.Head, 1, Addressee)
		case p.closes():
			return
		case opening && p.isSignature(line):
			p.take(&p.doc.Head, 1, Signature)
		case opening && dated && p.seen(Signature) && !p.seen(Signed):
			p.take(&p.doc.Head, 1, Signed)
		default:
			p.take(&p.doc.Head, 1, Preamble)
		}
	}
}

// seen reports whether the head has a line of that role.
func (p *parser) seen(role Role) bool { return len(p.doc.Find(role)) > 0 }

// titleLines is how many lines the title is broken into.
func (p *parser) titleLines() int {
	joined := ""
	for i, line := range p.rest[:min(len(p.rest), 4)] {
		joined += line.Text
		if sameTitle(joined, p.doc.Meta.Title.Value) {
			return i + 1
		}
	}
	return min(len(p.rest), 1)
}

// sameTitle compares titles without regard to blanks and width.
func sameTitle(a, b string) bool {
	bare := func(s string) string { return strings.ReplaceAll(Fold(s), " ", "") }
	return bare(a) == bare(b)
}

// body takes the numbered lines and what stands under them.
func (p *parser) body() {
	for len(p.rest) > 0 && !p.closes() {
		line := &p.rest[0]
		if m := p.mark(); m != nil && !(m.loose && m.number != p.last[m.level]+1) {
			p.rest = p.rest[1:]
			p.clause(line, m)
			continue
		}
		c := p.open[len(p.open)-1]
		line.Role, line.ID = Body, c.ID+"-p"+strconv.Itoa(len(c.Paragraphs)+2)
		p.move(&c.Paragraphs, 1)
	}
	for c := range p.doc.Clauses() {
		c.settle()
	}
}
