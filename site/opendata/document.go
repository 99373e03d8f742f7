package opendata

import (
	"strings"
	"unicode/utf8"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"mingce/site/policy"
	"mingce/site/toml"
)

// Facts are what is known of a document besides its text.
type Facts struct {
	ID           string   `json:"id"`
	Title        string   `json:"title"`
	Number       string   `json:"number"`
	Issuer       string   `json:"issuer"`
	Signed       string   `json:"signed"` // 成文日期
	Published    string   `json:"published,omitzero"`
	InForce      string   `json:"in_force,omitzero"`
	IndexNumber  string   `json:"index_number,omitzero"`
	Subject      string   `json:"subject,omitzero"`
	Keywords     []string `json:"keywords,omitempty"`
	Validity     string   `json:"validity"` // in_force, amended, expired, repealed, unknown
	ValidityNote string   `json:"validity_note,omitzero"`
}

// FactsOf reads the facts of a document.
func FactsOf(id string, m policy.Meta) Facts {
	f := Facts{
		ID: id, Title: m.Title.Value, Number: m.Number.Value, Issuer: m.Issuer.Value,
		Signed: day(m.Signed), Published: day(m.Published), InForce: day(m.InForce),
		IndexNumber: m.IndexNumber.Value, Subject: m.Subject.Value,
		Validity: string(m.Validity.Value), ValidityNote: m.ValidityNote.Value,
	}
	for _, k := range m.Keywords {
		f.Keywords = append(f.Keywords, k.Value)
	}
	return f
}

func day(d toml.At[toml.Date]) string {
	if d.Value.IsZero() {
		return ""
	}
	return d.Value.String()
}

// line is one line of a text as JSON.
type line struct {
	ID   string `json:"id,omitzero"`
	Role string `json:"role,omitzero"`
	Text string `json:"text"`
}

// clause is one numbered place as JSON.
type clause struct {
	ID         string `json:"id"`
	Parent     string `json:"parent,omitzero"`
	Ref        string `json:"ref"`
	Label      string `json:"label"`
	Heading    string `json:"heading,omitzero"`
	Text       string `json:"text,omitzero"`
	Paragraphs []line `json:"paragraphs,omitempty"`
}

// Document writes facts and text as JSON: the lines before the clauses, the
// clauses in the order of the text, each naming the one it stands in, and the
// lines after them.
func Document(id string, d *policy.Document) ([]byte, error) {
	v := struct {
		Facts
		Head    []line   `json:"head"`
		Clauses []clause `json:"clauses"`
		Tail    []line   `json:"tail"`
	}{Facts: FactsOf(id, d.Meta), Head: lines(d.Head, false), Tail: lines(d.Tail, false)}
	for c := range d.Clauses() {
		k := clause{
			ID: c.ID, Ref: c.Ref, Heading: c.Heading, Text: c.Text, Paragraphs: lines(c.Paragraphs, true),
			Label: strings.TrimSuffix(c.Line(), c.Heading+c.Text),
		}
		if c.Parent != nil {
			k.Parent = c.Parent.ID
		}
		v.Clauses = append(v.Clauses, k)
	}
	return encode(v)
}

func lines(from []policy.Paragraph, inside bool) []line {
	out := make([]line, 0, len(from))
	for _, p := range from {
		l := line{Text: p.Text}
		if inside {
			l.ID = p.ID
		} else {
			l.Role = string(p.Role)
		}
		out = append(out, l)
	}
	return out
}

// encode writes a value as people can read it.
func encode(v any) ([]byte, error) {
	b, err := json.Marshal(v, jsontext.WithIndent(" "), json.Deterministic(true))
	return append(b, '\n'), err
}

// Text is the official text as a file.
func Text(d *policy.Document) []byte { return append([]byte(d.Text()), '\n') }

// Markdown writes the text with its title and headings marked. The marks of
// clauses stay text: 1. never becomes a list.
func Markdown(d *policy.Document) []byte {
	b := make([]byte, 0, 40<<10)
	put := func(mark, text string) { b = append(plain(append(b, mark...), text), "\n\n"...) }
	for _, l := range d.Head {
		if l.Role == policy.Title {
			put("# ", l.Text)
		} else {
			put("", l.Text)
		}
	}
	for c := range d.Clauses() {
		depth := len(c.Path())
		if c.Heading != "" && c.Text == "" {
			put(strings.Repeat("#", min(depth+1, 6))+" ", c.Line())
		} else {
			put("", c.Line())
		}
		for _, l := range c.Paragraphs {
			put("", l.Text)
		}
	}
	for _, l := range d.Tail {
		put("", l.Text)
	}
	return b
}

// plain appends a text so that Markdown reads no marks into it. All marks are
// ASCII.
func plain(b []byte, text string) []byte {
	from, digits := 0, true // digits: nothing but digits so far
	for i := range len(text) {
		c := text[i]
		if c >= utf8.RuneSelf { // nearly all
			digits = false
			continue
		}
		mark := false
		switch c {
		case '\\', '`', '*', '_', '[', ']', '<', '>', '#', '|', '~', '&':
			mark = true
		case '.', ')':
			mark = digits && i > 0 // 1. would begin a list
		case '-', '+':
			mark = i == 0
		}
		digits = digits && c >= '0' && c <= '9'
		if mark {
			b = append(append(b, text[from:i]...), '\\')
			from = i
		}
	}
	return append(b, text[from:]...)
}
