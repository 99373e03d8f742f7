package templates

import (
	"bytes"
	"html/template"
	"reflect"
	"slices"
	"strings"
	"sync"

	"mingce/site/page"
)

// The text of a policy is some hundred lines and clauses, each of which takes
// html/template ten steps: two thirds of the time of a build of many policies.
// Nearly all of them differ in their words alone. So the parts "line" and
// "clause" are run once for every shape that occurs, with marks in the place
// of the words, and what comes out is a form to fill in.
//
// The templates remain the only place that says how a part looks, and their
// escaping remains what it is: a mark holds every character that is escaped,
// and where it comes out as anything but text or a quoted attribute, or the
// part turns out to depend on something else than the words, there is no form
// and the template itself is run.

// forms are the parts of a set as forms to fill in.
type forms struct {
	set *Set
	by  sync.Map // key → *form, nil where there is none
}

// A form is what a part writes between the words.
type form struct{ pieces []piece }

// A piece is fixed text and what comes after it.
type piece struct {
	text string
	then slot
}

// A slot is what is filled in.
type slot uint8

const (
	nothing slot = iota
	theID
	theRef
	theStrong
	theText
	theParagraphs
	theChildren
)

// A key is all that decides about the shape of a part: for lines their role,
// for clauses the rank, and what of the rest is there at all.
type key struct {
	part  string
	role  string
	rank  int
	filed [6]bool
}

// Marks that stand for words. The first is a plain word, as ids are.
const (
	markID     = "zqidqz"
	special    = `<"&'>+`
	markRef    = "zqrefqz" + special
	markStrong = "zqstrongqz" + special
	markText   = "zqtextqz" + special
)

// lines writes lines of a policy.
func (f *forms) lines(of any, lines []page.Line) (template.HTML, error) {
	b := f.set.buffer()
	defer f.set.buffers.Put(b)
	for i := range lines {
		if err := f.line(b, of, &lines[i]); err != nil {
			return "", err
		}
	}
	return template.HTML(b.String()), nil
}

// clauses writes clauses of a policy with all that is under them.
func (f *forms) clauses(of any, clauses []page.Clause) (template.HTML, error) {
	b := f.set.buffer()
	defer f.set.buffers.Put(b)
	for i := range clauses {
		if err := f.clause(b, of, &clauses[i]); err != nil {
			return "", err
		}
	}
	return template.HTML(b.String()), nil
}

func (f *forms) line(b *bytes.Buffer, of any, l *page.Line) error {
	k := key{part: "line", role: string(l.Role), filed: [6]bool{l.ID != "", l.Text != ""}}
	form := f.form(k, func() *form { return f.lineForm(*l) })
	if form == nil || !plain(l.ID) || !only(l, "ID", "Text", "Role") {
		return f.set.parts.ExecuteTemplate(b, "line", scoped{of, *l})
	}
	for _, p := range form.pieces {
		b.WriteString(p.text)
		switch p.then {
		case theID:
			b.WriteString(l.ID)
		case theText:
			escape(b, l.Text)
		}
	}
	return nil
}

func (f *forms) clause(b *bytes.Buffer, of any, c *page.Clause) error {
	k := key{part: "clause", rank: c.Rank, filed: [6]bool{
		c.ID != "", c.Ref != "", c.Strong != "", c.Text != "", len(c.Paragraphs) > 0, len(c.Children) > 0,
	}}
	form := f.form(k, func() *form { return f.clauseForm(*c) })
	if form == nil || !plain(c.ID) || !only(c, "ID", "Ref", "Rank", "Strong", "Text", "Paragraphs", "Children") {
		return f.set.parts.ExecuteTemplate(b, "clause", scoped{of, *c})
	}
	for _, p := range form.pieces {
		b.WriteString(p.text)
		if err := f.fill(b, of, c, p.then); err != nil {
			return err
		}
	}
	return nil
}

func (f *forms) fill(b *bytes.Buffer, of any, c *page.Clause, s slot) (err error) {
	switch s {
	case theID:
		b.WriteString(c.ID)
	case theRef:
		escape(b, c.Ref)
	case theStrong:
		escape(b, c.Strong)
	case theText:
		escape(b, c.Text)
	case theParagraphs:
		for i := 0; i < len(c.Paragraphs) && err == nil; i++ {
			err = f.line(b, of, &c.Paragraphs[i])
		}
	case theChildren:
		for i := 0; i < len(c.Children) && err == nil; i++ {
			err = f.clause(b, of, &c.Children[i])
		}
	}
	return err
}

// form is the form of a shape, made the first time it occurs.
func (f *forms) form(k key, make func() *form) *form {
	if found, ok := f.by.Load(k); ok {
		return found.(*form)
	}
	found, _ := f.by.LoadOrStore(k, make())
	return found.(*form)
}

// plain reports whether an id is written alike in every place of a page.
func plain(id string) bool {
	for i := range len(id) {
		if c := id[i]; (c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-' && c != '_' {
			return false
		}
	}
	return true
}

// only reports whether of a struct no other than these fields is set.
func only(to any, names ...string) bool {
	v := reflect.ValueOf(to).Elem()
	if v.NumField() <= len(names) {
		return true
	}
	t := v.Type()
	for i := range v.NumField() {
		if !v.Field(i).IsZero() && !slices.Contains(names, t.Field(i).Name) {
			return false
		}
	}
	return true
}

// escape writes words as html/template does, in text and in attributes.
func escape(b *bytes.Buffer, words string) {
	from := 0
	for i := range len(words) {
		var to string
		switch words[i] {
		case '<':
			to = "&lt;"
		case '>':
			to = "&gt;"
		case '&':
			to = "&amp;"
		case '"':
			to = "&#34;"
		case '\'':
			to = "&#39;"
		case '+':
			to = "&#43;"
		case 0:
			to = "\ufffd"
		default:
			continue
		}
		b.WriteString(words[from:i])
		b.WriteString(to)
		from = i + 1
	}
	b.WriteString(words[from:])
}

// lineForm makes the form of a line.
func (f *forms) lineForm(like page.Line) *form {
	mark(&like.ID, markID)
	mark(&like.Text, markText)
	text, ok := f.same("line", like)
	if !ok {
		return nil
	}
	return cut(text, nil)
}

// clauseForm makes the form of a clause. What is under it is found again by
// writing it alone; two of a kind must stand side by side.
func (f *forms) clauseForm(like page.Clause) *form {
	line := page.Line{ID: "zqlineqz", Text: "zqlineqz", Role: "body"}
	child := page.Clause{ID: "zqchildqz", Strong: "zqchildqz"}
	mark(&like.ID, markID)
	mark(&like.Ref, markRef)
	mark(&like.Strong, markStrong)
	mark(&like.Text, markText)
	if len(like.Paragraphs) > 0 {
		like.Paragraphs = []page.Line{line, line}
	}
	if len(like.Children) > 0 {
		like.Children = []page.Clause{child, child}
	}
	whole, ok := f.same("clause", like)
	oneLine, ok1 := f.same("line", line)
	oneChild, ok2 := f.same("clause", child)
	if !ok || !ok1 || !ok2 {
		return nil
	}
	found := map[string]slot{}
	if len(like.Paragraphs) > 0 {
		found[oneLine+oneLine] = theParagraphs
	}
	if len(like.Children) > 0 {
		found[oneChild+oneChild] = theChildren
	}
	return cut(whole, found)
}

func mark(field *string, with string) {
	if *field != "" {
		*field = with
	}
}

func (f *forms) alone(part string, it any) (string, bool) {
	var b bytes.Buffer
	err := f.set.parts.ExecuteTemplate(&b, part, it)
	return b.String(), err == nil
}

// same writes a part in two pages, and holds that it is the same in both.
func (f *forms) same(part string, it any) (string, bool) {
	one, ok1 := f.alone(part, scoped{page.Policy{}, it})
	two, ok2 := f.alone(part, scoped{page.Policy{Frame: page.Frame{Address: "zq/", Root: "../zq/", Title: "zq"}}, it})
	return one, ok1 && ok2 && one == two
}

// cut cuts what a part wrote at the marks. There is no form when a mark is
// left that came out in another way.
func cut(text string, found map[string]slot) *form {
	marks := map[string]slot{markID: theID}
	for of, s := range map[string]slot{markRef: theRef, markStrong: theStrong, markText: theText} {
		var b bytes.Buffer
		escape(&b, of)
		marks[b.String()] = s
	}
	for of, s := range found {
		marks[of] = s
	}
	f := &form{}
	for {
		at, which := len(text), ""
		for of := range marks {
			if i := strings.Index(text, of); i >= 0 && (i < at || i == at && len(of) > len(which)) {
				at, which = i, of
			}
		}
		if strings.Contains(text[:at], "zq") || strings.Contains(text[:at], "qz") {
			return nil
		}
		f.pieces = append(f.pieces, piece{text[:at], marks[which]})
		if which == "" {
			return f
		}
		text = text[at+len(which):]
	}
}
