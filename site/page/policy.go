package page

import (
	"html/template"
	"strings"

	"mingce/site/policy"
	"mingce/site/terms"
)

// A Policy is the page of the full text.
type Policy struct {
	Frame
	Titles    []string // parts between which the title may break
	Issued    bool     // the first of them is who issued the document
	Above     string   // the number, where it stands above the title
	Number    string   // the number, where it stands below it
	Box       []Fact
	Head      []Line
	Parts     []Clause
	Tail      []Line
	Contents  []Entry
	Sheet     string  // address of the calculator; empty without rules
	Ways      []Link  // other pages on the policy
	Rules     string  // address of the list of rules; empty without
	Coverage  string  // address of the text with its rules marked
	Notice    *Notice // nil while it holds as it stands
	Related   []Relation
	Toolbar   Toolbar
	Downloads []Link      // the text in other formats
	Linked    template.JS // what machines are told of the document
}

// A Fact is one entry of the metadata box.
type Fact struct {
	Label, Value string
	Absent       bool // the document does not say
	Wide         bool // takes a row of its own
}

// A Line is one line of the text.
type Line struct {
	ID, Text string
	Words    Words // the text with its terms marked; nil without any
	Role     policy.Role
}

// Own reports whether the line is laid out by what it is.
func (l Line) Own() bool {
	return l.Role == policy.Signature || l.Role == policy.Signed || l.Role == policy.Addressee
}

// A Clause is one numbered place of the text.
type Clause struct {
	ID, Ref    string
	Rank       int    // 2 and 3: a heading of that rank; 0: the heading runs into the text
	Strong     string // number and heading, as they stand in the text
	Text       string
	Words      Words // the text with its terms marked; nil without any
	Paragraphs []Line
	Children   []Clause
	Grants     []Link // the benefits that stand on this clause
}

// An Entry is one line of the contents.
type Entry struct {
	ID, Text string
	Under    []Entry
}

// A texter lays out text: grants says which benefits stand on a clause, and the
// marker which words are explained.
type texter struct {
	grants map[string][]Link
	marker *terms.Marker
}

// FillText lays out a document. grants says which benefits stand on a clause,
// marker which words are explained.
func (p *Policy) FillText(d *policy.Document, grants map[string][]Link, marker *terms.Marker) {
	t := texter{grants, marker}
	for _, l := range d.Head {
		switch l.Role {
		case policy.Title:
			lines := titleLines(l.Text, d.Meta.Issuer.Value)
			p.Issued = p.Issued || len(p.Titles) == 0 && len(lines) > 1 && lines[0] == d.Meta.Issuer.Value
			p.Titles = append(p.Titles, lines...)
		case policy.Number:
			switch {
			case len(p.Titles) == 0 && p.Above == "":
				p.Above = l.Text
			case len(p.Head) == 0 && p.Number == "":
				p.Number = l.Text
			default:
				p.Head = append(p.Head, t.line(l, map[string]bool{}))
			}
		default:
			p.Head = append(p.Head, t.line(l, map[string]bool{}))
		}
	}
	for _, l := range d.Tail {
		p.Tail = append(p.Tail, t.line(l, map[string]bool{}))
	}
	p.Parts = t.clauses(d.Parts, 2)
	p.Contents = contents(p.Parts)
}

// titleLines parts a title where it may break: after who issued it, before a
// further aim, and after 的. No part is shorter than four characters, and in
// none does a line break while it fits.
func titleLines(title, issuer string) []string {
	rest, ok := strings.CutPrefix(title, issuer)
	if !ok || rest == "" || issuer == "" {
		return phrases(title)
	}
	return append([]string{issuer}, phrases(rest)...)
}

// aim reports whether a text begins with a word with which titles name one aim
// after another.
func aim(text string) bool {
	for _, word := range [...]string{
		"促进", "推进", "推动", "加快", "加强", "支持", "鼓励", "进一步", "深化", "规范", "做好", "落实", "完善", "实施", "印发", "转发",
		"修改", "废止", "扶持", "培育",
	} {
		if strings.HasPrefix(text, word) {
			return true
		}
	}
	return false
}

// phrases parts words of a title.
func phrases(title string) (out []string) {
	runes, from := []rune(title), 0
	for at := 1; at < len(runes); at++ {
		may := at-from > 4 && aim(string(runes[at:min(at+3, len(runes))])) || runes[at-1] == '的'
		if may && at-from >= 4 && len(runes)-at >= 4 {
			out, from = append(out, string(runes[from:at])), at
		}
	}
	return append(out, string(runes[from:]))
}

// clauses lays out clauses of one depth; rank is that of their headings.
func (t texter) clauses(from []*policy.Clause, rank int) []Clause {
	out := make([]Clause, 0, len(from))
	for _, c := range from {
		seen := map[string]bool{}
		v := Clause{ID: c.ID, Ref: c.Ref, Strong: c.Label + c.Gap + c.Heading, Text: c.Text, Grants: t.grants[c.ID]}
		if c.Text == "" && rank <= 3 && c.Level != policy.Article && c.Level <= policy.Section {
			v.Rank = rank
		}
		v.Words = t.marker.Mark(c.Text, seen)
		for _, p := range c.Paragraphs {
			v.Paragraphs = append(v.Paragraphs, t.line(p, seen))
		}
		v.Children = t.clauses(c.Children, rank+1)
		out = append(out, v)
	}
	return out
}

func (t texter) line(p policy.Paragraph, seen map[string]bool) Line {
	return Line{ID: p.ID, Text: p.Text, Words: t.marker.Mark(p.Text, seen), Role: p.Role}
}

// contents lists the headings.
func contents(from []Clause) []Entry {
	var out []Entry
	for _, c := range from {
		if c.Rank > 0 {
			out = append(out, Entry{ID: c.ID, Text: c.Strong, Under: contents(c.Children)})
		}
	}
	return out
}
