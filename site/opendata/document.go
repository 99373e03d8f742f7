package opendata

import (
	"bytes"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"mingce/site/ascii"
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

// Document appends facts and text as JSON: the lines before the clauses, the
// clauses in the order of the text, each naming the one it stands in, and the
// lines after them. It is laid out as encode does.
//
//	"head":    [{"role", "text"}]
//	"clauses": [{"id", "parent", "ref", "label", "heading", "text", "paragraphs": [{"id", "text"}]}]
//	"tail":    [{"role", "text"}]
func Document(dst []byte, id string, d *policy.Document) ([]byte, error) {
	facts, err := encode(FactsOf(id, d.Meta))
	if err != nil {
		return dst, err
	}
	w := writer{append(dst, bytes.TrimSuffix(facts, []byte("\n}\n"))...)}
	w.list(",\n ", "head", "  ", d.Head, false)
	w.b = append(w.b, ",\n \"clauses\": ["...)
	empty := true
	for c := range d.Clauses() {
		if !empty {
			w.b = append(w.b, ',')
		}
		empty = false
		w.clause(c)
	}
	w.end(empty, "\n ]")
	w.list(",\n ", "tail", "  ", d.Tail, false)
	return append(w.b, "\n}\n"...), nil
}

// A writer writes JSON in lines.
type writer struct{ b []byte }

// clause writes one numbered place.
func (w *writer) clause(c *policy.Clause) {
	const next = ",\n   "
	w.b = append(w.b, "\n  {"...)
	w.field("\n   ", "id", c.ID)
	if c.Parent != nil {
		w.field(next, "parent", c.Parent.ID)
	}
	w.field(next, "ref", c.Ref)
	w.field(next, "label", c.Mark())
	if c.Heading != "" {
		w.field(next, "heading", c.Heading)
	}
	if c.Text != "" {
		w.field(next, "text", c.Text)
	}
	if len(c.Paragraphs) > 0 {
		w.list(next, "paragraphs", "    ", c.Paragraphs, true)
	}
	w.b = append(w.b, "\n  }"...)
}

// field writes a name and its text.
func (w *writer) field(before, name, text string) {
	w.name(before, name)
	w.b = ascii.JSON(w.b, text)
}

func (w *writer) name(before, name string) {
	w.b = append(append(append(append(w.b, before...), '"'), name...), "\": "...)
}

// list writes lines: within a clause with their ids, else with their roles.
func (w *writer) list(before, name, indent string, lines []policy.Paragraph, inside bool) {
	w.name(before, name)
	w.b = append(w.b, '[')
	for i, l := range lines {
		if i > 0 {
			w.b = append(w.b, ',')
		}
		w.b = append(append(append(w.b, '\n'), indent...), "{\n "...)
		w.b = append(w.b, indent...)
		if inside {
			w.field("", "id", l.ID)
		} else {
			w.field("", "role", string(l.Role))
		}
		w.b = append(append(w.b, ",\n "...), indent...)
		w.field("", "text", l.Text)
		w.b = append(append(append(w.b, '\n'), indent...), '}')
	}
	w.end(len(lines) == 0, "\n"+indent[1:]+"]")
}

// end ends a list; an empty one has no line of its own.
func (w *writer) end(empty bool, as string) {
	if empty {
		as = "]"
	}
	w.b = append(w.b, as...)
}

// encode writes a value as people can read it.
func encode(v any) ([]byte, error) {
	b, err := json.Marshal(v, jsontext.WithIndent(" "), json.Deterministic(true))
	return append(b, '\n'), err
}

// Text appends the official text as a file.
func Text(dst []byte, d *policy.Document) []byte { return append(d.AppendText(dst), '\n') }

// Markdown appends the text with its title and headings marked. The marks of
// clauses stay text: 1. never becomes a list.
func Markdown(dst []byte, d *policy.Document) []byte {
	put := func(mark, text string) { dst = append(plain(append(dst, mark...), text), "\n\n"...) }
	for _, l := range d.Head {
		if l.Role == policy.Title {
			put("# ", l.Text)
		} else {
			put("", l.Text)
		}
	}
	for c := range d.Clauses() {
		if c.Heading != "" && c.Text == "" {
			put("######"[:min(c.Depth()+1, 6)]+" ", c.Line())
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
	return dst
}

// plain appends a text so that Markdown reads no marks into it. All marks are
// ASCII.
func plain(b []byte, text string) []byte {
	from, digits := 0, 0 // digits: as many as the text begins with
	for digits < len(text) && text[digits] >= '0' && text[digits] <= '9' {
		digits++
	}
	for i := ascii.Next(text, 0); i < len(text); i = ascii.Next(text, i+1) {
		mark := false
		switch text[i] {
		case '\\', '`', '*', '_', '[', ']', '<', '>', '#', '|', '~', '&':
			mark = true
		case '.', ')':
			mark = i == digits && i > 0 // 1. would begin a list
		case '-', '+':
			mark = i == 0
		}
		if mark {
			b = append(append(b, text[from:i]...), '\\')
			from = i
		}
	}
	return append(b, text[from:]...)
}
