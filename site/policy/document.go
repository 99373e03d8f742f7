package policy

import (
	"iter"
	"strings"

	"mingce/site/problem"
)

// A Document is an official document: what is known about it, and every line
// of its text, in order.
type Document struct {
	File  string
	Meta  Meta
	Head  []Paragraph // title, number, addressee, preamble
	Parts []*Clause   // the outermost numbered places, each with what is under it
	Tail  []Paragraph // signature, date, annexes and notes

	byID  map[string]*Clause
	byRef func() map[string]*Clause // by key of Ref; few documents are asked
}

// A Role says what a line outside the numbered clauses is.
type Role string

// The roles of lines, as recognised from their form and the front matter.
const (
	Title     Role = "title"     // 标题
	Number    Role = "number"    // 发文字号
	Addressee Role = "addressee" // 主送机关
	Preamble  Role = "preamble"  // 导语
	Body      Role = "body"      // a paragraph of a clause
	Signature Role = "signature" // 落款
	Signed    Role = "date"      // 成文日期
	Annex     Role = "annex"     // 附件, 附件说明 and what stands in them
	Note      Role = "note"      // 附注 in parentheses, such as (此件公开发布)
)

// A Paragraph is one line of the text.
type Paragraph struct {
	ID   string // stable: "c4-1-2-p2", "title", "preamble-1"
	Role Role
	Text string // without blanks around it
	Pos  problem.Pos

	source string // the line exactly as received
}

// A Level is the rank of a clause in the official numbering.
type Level int

// The levels, outermost first. Part and Article share a rank: a document is
// divided into the one or the other. Chapters and divisions may stand around
// either, and only have a heading.
const (
	Chapter  Level = iota // 第一章
	Division              // 第一节
	Part                  // 一、
	Article               // 第一条
	Section               // (一)
	Item                  // 1.
	Subitem               // (1)
)

// rank orders levels by nesting: parts and articles have 1, chapters -1.
func (l Level) rank() int {
	if l >= Article {
		return int(l - Part)
	}
	return int(l-Part) + 1
}

// headed reports that clauses of the level are a heading for others.
func (l Level) headed() bool { return l == Chapter || l == Division }

// A Clause is a numbered place in the text.
type Clause struct {
	ID         string // "c3-2-1", "a3": from the numbers alone, never from the wording
	Ref        string // as people write it: 三(二)1, 第三条
	Label      string // the mark as it stands in the text: 一、 (一) 1. (1) 第三条
	Gap        string // blanks between the mark and what follows it; most often none
	Level      Level
	Number     int         // the number in the mark
	Heading    string      // empty when the clause has none
	Text       string      // the rest of its first line
	Paragraphs []Paragraph // its further lines, ids from …-p2 on
	Children   []*Clause
	Parent     *Clause     // nil for the outermost
	Pos        problem.Pos // of its first line, from the mark on

	source string // the first line exactly as received
	lead   int    // characters of source before the heading or text
}

// Clauses yields every clause in the order of the text.
func (d *Document) Clauses() iter.Seq[*Clause] {
	return func(yield func(*Clause) bool) { walk(d.Parts, yield) }
}

func walk(clauses []*Clause, yield func(*Clause) bool) bool {
	for _, c := range clauses {
		if !yield(c) || !walk(c.Children, yield) {
			return false
		}
	}
	return true
}

// Text is the official text exactly as received, one paragraph a line.
func (d *Document) Text() string { return string(d.AppendText(nil)) }

// AppendText appends the text.
func (d *Document) AppendText(dst []byte) []byte {
	from := len(dst)
	line := func(source string) {
		if len(dst) > from {
			dst = append(dst, '\n')
		}
		dst = append(dst, source...)
	}
	lines := func(of []Paragraph) {
		for i := range of {
			line(of[i].source)
		}
	}
	lines(d.Head)
	for c := range d.Clauses() {
		line(c.source)
		lines(c.Paragraphs)
	}
	lines(d.Tail)
	return dst
}

// Find returns the lines of the head or tail that have a role.
func (d *Document) Find(role Role) []Paragraph {
	var found []Paragraph
	for _, ps := range [][]Paragraph{d.Head, d.Tail} {
		for _, p := range ps {
			if p.Role == role {
				found = append(found, p)
			}
		}
	}
	return found
}

// Clause finds a clause by id (c3-2-1, a3) or by reference as people write it
// (三(二)1, 三、(二)1., 第三条), in full- or half-width characters.
func (d *Document) Clause(idOrRef string) (*Clause, bool) {
	k := key(idOrRef)
	c, ok := d.byID[k]
	if !ok && d.byRef != nil {
		c, ok = d.byRef()[k]
	}
	return c, ok
}

// refs is the clauses by their references; of those with the same the first.
func (d *Document) refs() map[string]*Clause {
	found := make(map[string]*Clause, len(d.byID))
	for c := range d.Clauses() {
		if k := key(c.Ref); found[k] == nil {
			found[k] = c
		}
	}
	return found
}

// key brings an id or a reference to the form it is looked up by.
func key(idOrRef string) string {
	s := strings.Map(func(r rune) rune {
		switch r {
		case ' ', '\t', '、', '.', '。':
			return -1
		}
		return r
	}, strings.ToLower(Fold(idOrRef)))
	// 第三(二)1条 is a way to speak of 三(二)1; 第三条 is an article.
	if inner, ok := strings.CutPrefix(s, "第"); ok && strings.Contains(inner, "(") {
		if inner, ok = strings.CutSuffix(inner, "条"); ok {
			return inner
		}
	}
	return s
}

// Words is the clause's own text without its mark: heading and text, then
// each further paragraph on a line of its own. What stands in the clauses
// under it is not included.
func (c *Clause) Words() string {
	var b strings.Builder
	b.WriteString(c.Heading + c.Text)
	for _, p := range c.Paragraphs {
		b.WriteString("\n" + p.Text)
	}
	return b.String()
}

// Line is the first line of the clause as received, from its mark on, without
// blanks around it.
func (c *Clause) Line() string { return strings.TrimSpace(c.source) }

// Mark is the number of the clause with what stands between it and the text.
func (c *Clause) Mark() string {
	line := c.Line()
	if end := len(line) - len(c.Heading) - len(c.Text); end >= 0 && line[end:end+len(c.Heading)] == c.Heading && line[end+len(c.Heading):] == c.Text {
		return line[:end]
	}
	return line
}

// Depth is how many clauses the clause and those it stands in are.
func (c *Clause) Depth() (n int) {
	for ; c != nil; c = c.Parent {
		n++
	}
	return n
}

// Path is the clause and those it stands in, outermost first.
func (c *Clause) Path() []*Clause {
	if c.Parent == nil {
		return []*Clause{c}
	}
	return append(c.Parent.Path(), c)
}
