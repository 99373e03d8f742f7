package policy

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"mingce/site/problem"
	"mingce/site/toml"
)

// clause opens a new numbered place.
func (p *parser) clause(line *Paragraph, m *mark) {
	for len(p.open) > 0 && p.open[len(p.open)-1].Level.rank() >= m.level.rank() {
		p.open = p.open[:len(p.open)-1]
	}
	after := line.Text[len(m.label):]
	rest := strings.TrimLeft(after, " \t\u3000")
	p.clauses = append(p.clauses, Clause{
		Label: m.label, Gap: after[:len(after)-len(rest)], Level: m.level, Number: m.number, Text: rest,
		Pos: line.Pos, source: line.source,
		lead: line.Pos.Col - 1 + utf8.RuneCountInString(line.Text[:len(line.Text)-len(rest)]),
	})
	c := &p.clauses[len(p.clauses)-1]
	siblings := &p.doc.Parts
	if len(p.open) > 0 {
		c.Parent = p.open[len(p.open)-1]
		siblings = &c.Parent.Children
	}
	p.identify(c)
	p.inOrder(c, *siblings)
	*siblings = append(*siblings, c)
	p.open = append(p.open, c)
	p.last[m.level] = m.number
	if m.level == Chapter {
		p.last[Division] = 0
	}
}

// identify gives the clause its id and reference, made from numbers alone. A
// level left out counts as 0; a number that comes twice gets a suffix. Articles
// count through all chapters, and are spoken of without them.
func (p *parser) identify(c *Clause) {
	prefix := prefix(c.Level)
	if c.Parent != nil && c.Level != Article {
		prefix, c.Ref = c.Parent.ID+"-"+strings.TrimPrefix(prefix, "c"), c.Parent.Ref
	}
	left := max(c.Level.rank()-c.under()-1, 0)
	c.ID = prefix + strings.Repeat("0-", left) + strconv.Itoa(c.Number)
	c.Ref += ref(c.Level, c.Number)
	for id, n := c.ID, 2; p.doc.byID[c.ID] != nil; n++ {
		c.ID = fmt.Sprintf("%s_%d", id, n)
	}
	p.doc.byID[c.ID] = c
}

// prefix begins the id of a clause that stands in no other.
func prefix(l Level) string {
	switch l {
	case Chapter:
		return "ch"
	case Division:
		return "s"
	case Article:
		return "a"
	}
	return "c"
}

// under is the rank of what the clause stands in. Chapters and divisions do
// not count: what stands in them begins as if it stood alone.
func (c *Clause) under() int {
	if c.Parent == nil || c.Parent.Level.headed() {
		return 0
	}
	return c.Parent.Level.rank()
}

// inOrder holds the number of c against the one before it.
func (p *parser) inOrder(c *Clause, siblings []*Clause) {
	want := 1
	same := siblings
	if slices.ContainsFunc(siblings, func(s *Clause) bool { return s.Level != c.Level }) {
		same = slices.DeleteFunc(slices.Clone(siblings), func(s *Clause) bool { return s.Level != c.Level })
	}
	if len(same) > 0 {
		want = same[len(same)-1].Number + 1
	}
	if c.Level == Article {
		want = p.last[Article] + 1
	}
	twin := slices.IndexFunc(same, func(s *Clause) bool { return s.Number == c.Number })
	text := ""
	switch {
	case c.under() < c.Level.rank()-1 && len(same) == 0:
		text = fmt.Sprintf("编号 %s 的上一级缺少 %s", c.Label, example(c.Level-1, 1))
		if c.Level == Section {
			text = fmt.Sprintf("编号 %s 的上一级缺少 一、或第一条", c.Label)
		}
	case c.Number == want:
		return
	case twin >= 0:
		text = fmt.Sprintf("编号 %s 重复,第%d行已经有过", c.Label, same[twin].Pos.Line)
	default:
		text = fmt.Sprintf("编号不连续:这里应当是 %s,写的是 %s", example(c.Level, want), c.Label)
	}
	if p.allows(c.ID) {
		return
	}
	at := c.Pos
	at.Width = utf8.RuneCountInString(c.Label)
	p.problems.Add(at, text, fmt.Sprintf(
		"对照正式文件改正;正式文件本来如此,就在开头写 irregular = [\"%s\"]", c.ID))
}

// irregular are the clauses whose numbers are known to be out of order in the
// official text itself.
type irregular struct{ ids []toml.At[string] }

// allows reports whether id is listed, and strikes it off.
func (r *irregular) allows(id string) bool {
	i := slices.IndexFunc(r.ids, func(a toml.At[string]) bool { return a.Value == id })
	if i < 0 {
		return false
	}
	r.ids = slices.Delete(r.ids, i, i+1)
	return true
}

// unused says which listed clauses are in order.
func (r *irregular) unused(l *problem.List) {
	for _, a := range r.ids {
		l.Add(a.Pos, fmt.Sprintf("%s 的编号没有问题,或没有这一条", a.Value), "从 irregular 中删去")
	}
}

// headingLimit is how long a heading may be, in characters; a longer first
// sentence is text.
const headingLimit = 40

// settle separates the heading from the text, once it is known what stands
// under the clause.
func (c *Clause) settle() {
	c.Paragraphs = slices.Clip(c.Paragraphs)
	if c.Level.headed() {
		c.Heading, c.Text = c.Text, ""
		return
	}
	first, rest, ended := strings.Cut(c.Text, "。")
	if ended {
		first += "。"
	}
	switch {
	case c.Level == Article, len(first) > utf8.UTFMax*headingLimit, utf8.RuneCountInString(first) > headingLimit, has(first, ";", "\uff1b"):
		return
	case strings.TrimSpace(rest) != "":
		if has(first, ":", "\uff1a") {
			return
		}
	case len(c.Children) == 0 && len(c.Paragraphs) == 0:
		return
	}
	c.Heading, c.Text = first, rest
}

// has reports whether a mark of either width occurs.
func has(text, half, full string) bool {
	return strings.Contains(text, half) || strings.Contains(text, full)
}
