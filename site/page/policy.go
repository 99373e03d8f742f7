package page

import (
	"strings"

	"mingce/site/policy"
)

// A Policy is the page of the full text.
type Policy struct {
	Frame
	Titles   []string // parts between which the title may break
	Number   string
	Box      []Fact
	Head     []Line
	Parts    []Clause
	Tail     []Line
	Contents []Entry
	Sheet    string // address of the calculator; empty without rules
	Ways     []Link // other pages on the policy
	Rules    string // address of the list of rules; empty without
	Coverage string // address of the text with its rules marked
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
	Paragraphs []Line
	Children   []Clause
	Grants     []Link // the benefits that stand on this clause
}

// An Entry is one line of the contents.
type Entry struct {
	ID, Text string
	Under    []Entry
}

// FillText lays out a document. grants says which benefits stand on a clause.
func (p *Policy) FillText(d *policy.Document, grants map[string][]Link) {
	for _, l := range d.Head {
		switch l.Role {
		case policy.Title:
			p.Titles = append(p.Titles, titleLines(l.Text, d.Meta.Issuer.Value)...)
		case policy.Number:
			p.Number = l.Text
		default:
			p.Head = append(p.Head, Line{ID: l.ID, Text: l.Text, Role: l.Role})
		}
	}
	for _, l := range d.Tail {
		p.Tail = append(p.Tail, Line{ID: l.ID, Text: l.Text, Role: l.Role})
	}
	p.Parts = clauses(d.Parts, 2, grants)
	p.Contents = contents(p.Parts)
}

// titleLines parts a title where it may break: after who issued it.
func titleLines(title, issuer string) []string {
	rest, ok := strings.CutPrefix(title, issuer)
	if !ok || rest == "" || issuer == "" {
		return []string{title}
	}
	return []string{issuer, rest}
}

// clauses lays out clauses of one depth; rank is that of their headings.
func clauses(from []*policy.Clause, rank int, grants map[string][]Link) []Clause {
	out := make([]Clause, 0, len(from))
	for _, c := range from {
		v := Clause{ID: c.ID, Ref: c.Ref, Strong: c.Label + c.Heading, Text: c.Text, Grants: grants[c.ID]}
		if c.Text == "" && rank <= 3 && (c.Level == policy.Part || c.Level == policy.Section) {
			v.Rank = rank
		}
		for _, p := range c.Paragraphs {
			v.Paragraphs = append(v.Paragraphs, Line{ID: p.ID, Text: p.Text, Role: p.Role})
		}
		v.Children = clauses(c.Children, rank+1, grants)
		out = append(out, v)
	}
	return out
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
