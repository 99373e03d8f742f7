package batch

import (
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"mingce/site/problem"
)

// A Table is a table as read.
type Table struct {
	Encoding string
	Comma    rune
	Titles   int // the line of the heading, where titles come before it; else 0
	Columns  []Column
	Rows     []Row
	text     string
}

// A Row is one row that holds something.
type Row struct {
	Line  int // 1-based, where it begins
	Cells []string
	from  int // where it begins in the text, or blank lines before it
}

// top is how many rows may come before the heading, itself included.
const top = 10

// Read reads the table of a file, which problems call name. All that is wrong
// with it as a table is said at once, and there is then no table; notes are
// what the reader may want to know.
func (b *Book) Read(name string, file []byte) (t *Table, notes, wrong problem.List) {
	text, encoding, fault := b.Decode(file)
	if fault != nil {
		fault.File = name
		return nil, nil, problem.List{*fault}
	}
	t = &Table{Encoding: encoding, text: text}
	var at int
	if t.Comma, at = b.comma(text); t.Comma == 0 {
		wrong.Add(problem.Pos{File: name}, b.Say["header"].Text, b.Say["header"].With(b.examples()).Hint)
		return nil, nil, wrong
	}
	rows, fault := b.rows(text, t.Comma, -1)
	if fault != nil {
		fault.File = name
		return nil, nil, problem.List{*fault}
	}
	heading := rows[at]
	if at > 0 {
		t.Titles = heading.Line
	}
	t.Columns = b.Columns(heading.Cells)
	for _, row := range rows[at+1:] {
		if slices.ContainsFunc(row.Cells, func(s string) bool { return strings.TrimSpace(s) != "" }) {
			t.Rows = append(t.Rows, row)
		}
	}
	notes, wrong = b.judge(name, t, heading)
	if len(wrong) > 0 {
		return nil, nil, wrong
	}
	return t, notes, nil
}

// comma finds what parts the cells, and which row is the heading: those that
// make most headings known, of several the first.
func (b *Book) comma(text string) (comma rune, at int) {
	most := 0
	for _, c := range []rune{',', ';', '\t'} {
		rows, _ := b.rows(text, c, top)
		for i, row := range rows {
			if n := b.known(row.Cells); n > most {
				most, comma, at = n, c, i
			}
		}
	}
	return comma, at
}

// reader reads rows of text.
func reader(text string, comma rune) *csv.Reader {
	in := csv.NewReader(strings.NewReader(text))
	in.Comma, in.FieldsPerRecord = comma, -1
	return in
}

// rows reads up to most rows; all, if it is negative.
func (b *Book) rows(text string, comma rune, most int) (rows []Row, fault *problem.Problem) {
	in, from := reader(text, comma), 0
	for most < 0 || len(rows) < most {
		cells, err := in.Read()
		if err == io.EOF {
			break
		}
		if broken, ok := errors.AsType[*csv.ParseError](err); ok {
			said := b.Say["quote"]
			return rows, &problem.Problem{Pos: problem.Pos{Line: broken.StartLine}, Text: said.Text, Hint: said.Hint}
		}
		line, _ := in.FieldPos(0)
		rows = append(rows, Row{line, cells, from})
		from = int(in.InputOffset())
	}
	return rows, nil
}

// judge says what is wrong with the heading, and what a reader should know.
func (b *Book) judge(name string, t *Table, heading Row) (notes, wrong problem.List) {
	first := map[Role]string{}
	for i, c := range t.Columns {
		pos := t.place(name, heading, i)
		said, other := Said{}, first[c.Role]
		switch near, ok := b.near(c.Heading); {
		case c.Role == Carried && strings.TrimSpace(c.Heading) == "", c.Role == Named:
			continue
		case c.Role == Carried && ok:
			said = b.Say["near"].With(c.Heading, near)
		case c.Role == Carried:
			said = b.Say["unused"].With(c.Heading)
		case other != "":
			said = b.Say["twice"].With(other, c.Heading)
			wrong.Add(pos, said.Text, said.Hint)
			continue
		default:
			first[c.Role] = c.Heading
			continue
		}
		notes.Add(pos, said.Text, said.Hint)
	}
	if t.Titles > 0 {
		notes.Add(problem.Pos{File: name, Line: t.Titles}, b.Say["titles"].With(strconv.Itoa(t.Titles)).Text, "")
	}
	if len(t.Rows) == 0 {
		wrong.Add(problem.Pos{File: name}, b.Say["empties"].Text, b.Say["empties"].Hint)
	}
	return notes, wrong
}

// place is where a cell stands. The row is read once more: places are wanted
// of few rows, and would cost more than the cells of all.
func (t *Table) place(name string, row Row, i int) problem.Pos {
	in := reader(t.text[row.from:], t.Comma)
	if _, err := in.Read(); err != nil || i >= len(row.Cells) {
		return problem.Pos{File: name, Line: row.Line}
	}
	first, _ := in.FieldPos(0)
	line, at := in.FieldPos(i)
	rest := t.text[row.from:]
	for range line - 1 {
		_, rest, _ = strings.Cut(rest, "\n")
	}
	return problem.Pos{
		File: name, Line: row.Line + line - first, Col: 1 + utf8.RuneCountInString(rest[:min(at-1, len(rest))]),
		Width: max(1, utf8.RuneCountInString(row.Cells[i])),
	}
}

// Text is the table as text, for problems to show the lines they are about.
func (t *Table) Text() []byte { return []byte(t.text) }

// examples are three headings, to say what one looks like.
func (b *Book) examples() string {
	var names []string
	for _, in := range b.Inputs[:min(3, len(b.Inputs))] {
		names = append(names, "“"+in.Short+"”")
	}
	return strings.Join(names, "")
}
