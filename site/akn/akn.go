package akn

import (
	"strconv"
	"strings"

	"mingce/site/ascii"
	"mingce/site/policy"
)

// A Source is a document and what its own text does not say.
type Source struct {
	ID        string // of the policy, "qzf-2015-23"
	Document  *policy.Document
	Kind      string // what the document is: 指导意见; 文件 if empty
	Publisher string // who publishes the site
	Address   string // absolute, of its page; "" while the site has none
}

// Namespace is that of Akoma Ntoso 3.0.
const Namespace = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"

// Encode appends the document as XML.
func Encode(dst []byte, s Source) []byte {
	w := &writer{b: dst}
	kind := s.Kind
	if kind == "" {
		kind = "文件"
	}
	w.raw(`<?xml version="1.0" encoding="UTF-8"?>` + "\n" + `<akomaNtoso xmlns="` + Namespace + `">` + "\n")
	w.open("statement", "name", kind)
	w.meta(s)
	w.preface(s.Document.Head)
	w.open("mainBody")
	for _, c := range s.Document.Parts {
		w.clause(c, "")
	}
	if len(s.Document.Parts) == 0 {
		w.lines(preamble(s.Document.Head))
	}
	w.close("mainBody")
	if len(s.Document.Tail) > 0 {
		w.open("conclusions")
		w.lines(s.Document.Tail)
		w.close("conclusions")
	}
	w.close("statement")
	w.raw("</akomaNtoso>\n")
	return w.b
}

// preface writes what stands before the clauses.
func (w *writer) preface(head []policy.Paragraph) {
	w.open("preface")
	for _, l := range head {
		switch l.Role {
		case policy.Title:
			w.line(l, "docTitle")
		case policy.Number:
			w.line(l, "docNumber")
		}
	}
	w.close("preface")
	if rest := preamble(head); len(rest) > 0 {
		w.open("preamble")
		w.lines(rest)
		w.close("preamble")
	}
}

// preamble is the addressee and the preamble.
func preamble(head []policy.Paragraph) (out []policy.Paragraph) {
	for _, l := range head {
		if l.Role != policy.Title && l.Role != policy.Number {
			out = append(out, l)
		}
	}
	return out
}

// lines writes lines outside the clauses.
func (w *writer) lines(from []policy.Paragraph) {
	for _, l := range from {
		inline := ""
		switch l.Role {
		case policy.Signature:
			inline = "signature"
		}
		w.line(l, inline)
	}
}

// line writes one line, within an inline element that says what it is.
func (w *writer) line(l policy.Paragraph, inline string) {
	w.open("p", "class", string(l.Role))
	if inline != "" {
		w.raw("<" + inline + ">")
	}
	w.text(l.Text)
	if inline != "" {
		w.raw("</" + inline + ">")
	}
	w.close("p")
}

// clause writes a clause and what stands under it. under is the eId of what
// it stands in.
func (w *writer) clause(c *policy.Clause, under string) {
	element, id := names(c)
	if under != "" {
		id = under + "__" + id
	}
	w.open(element, "eId", id, "wId", c.ID)
	w.leaf("num", c.Mark())
	if c.Heading != "" {
		w.leaf("heading", c.Heading)
	}
	inside, text := "content", c.Text != "" || len(c.Paragraphs) > 0
	if len(c.Children) > 0 {
		inside = "intro"
	} else {
		text = true
	}
	if text {
		w.start(inside, nil)
		w.raw(` eId="`)
		w.raw(id)
		w.raw("__")
		w.raw(inside)
		w.raw(`">`)
		if c.Text != "" || len(c.Paragraphs) == 0 {
			w.leaf("p", c.Text, "class", "run-in")
		}
		for _, l := range c.Paragraphs {
			w.leaf("p", l.Text, "wId", l.ID)
		}
		w.close(inside)
	}
	for _, k := range c.Children {
		w.clause(k, id)
	}
	w.close(element)
}

// names are the element of a clause and the last part of its eId.
func names(c *policy.Clause) (element, id string) {
	short := ""
	switch c.Level {
	case policy.Chapter:
		element, short = "chapter", "chp"
	case policy.Division:
		element, short = "division", "dvs"
	case policy.Article:
		element, short = "article", "art"
	case policy.Part:
		element, short = "section", "sec"
	case policy.Section:
		element, short = "subsection", "subsec"
	case policy.Item:
		element, short = "paragraph", "para"
	case policy.Subitem:
		element, short = "subparagraph", "subpara"
	}
	id = short + "_" + strconv.Itoa(c.Number)
	if _, again, ok := strings.Cut(c.ID, "_"); ok { // c3-2-1_2: the number comes twice
		id += "-" + again[strings.LastIndex(again, "_")+1:]
	}
	return element, id
}

// A writer writes XML.
type writer struct{ b []byte }

func (w *writer) raw(s string) { w.b = append(w.b, s...) }

// open begins an element; attributes are names and values in turn.
func (w *writer) open(name string, attributes ...string) {
	w.start(name, attributes)
	w.raw(">")
}

func (w *writer) start(name string, attributes []string) {
	w.raw("<")
	w.raw(name)
	for i := 0; i+1 < len(attributes); i += 2 {
		w.raw(" ")
		w.raw(attributes[i])
		w.raw(`="`)
		w.text(attributes[i+1])
		w.raw(`"`)
	}
}

// close ends an element and its line, but within a line of text.
func (w *writer) close(name string) {
	w.raw("</")
	w.raw(name)
	w.raw(">\n")
}

// empty is an element without content.
func (w *writer) empty(name string, attributes ...string) {
	w.start(name, attributes)
	w.raw("/>\n")
}

// leaf is an element with text alone.
func (w *writer) leaf(name, text string, attributes ...string) {
	w.open(name, attributes...)
	w.text(text)
	w.close(name)
}

// text writes text so that a parser reads the same characters. What must be
// written otherwise is ASCII, but for two characters that XML cannot hold.
func (w *writer) text(s string) {
	if strings.Contains(s, "\uffff"[:2]) { // how both begin
		s = strings.NewReplacer("\ufffe", "\ufffd", "\uffff", "\ufffd").Replace(s)
	}
	from := 0
	for i := ascii.Next(s, 0); i < len(s); i = ascii.Next(s, i+1) {
		to := ""
		switch c := s[i]; {
		case c == '&':
			to = "&amp;"
		case c == '<':
			to = "&lt;"
		case c == '>':
			to = "&gt;"
		case c == '"':
			to = "&quot;"
		case c == '\t':
			to = "&#9;"
		case c < ' ':
			to = "\ufffd" // the loader refuses it before
		default:
			continue
		}
		w.raw(s[from:i])
		w.raw(to)
		from = i + 1
	}
	w.raw(s[from:])
}
