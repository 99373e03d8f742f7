package main

import (
	"io"

	"mingce/site"
	"mingce/site/answer"
	"mingce/site/batch"
	"mingce/site/problem"
)

// fewest is up to how many problems of a table are shown with their lines.
const fewest = 100

// assessTable answers the rows of a table, CSV in, CSV out. What is wrong with
// the table as a whole leaves nothing written; what is wrong with a row stands
// in the row.
func (e env) assessTable(p *site.Policy, readings alternatives, file string) int {
	dec, err := answer.NewDecoder(p.Program, readings)
	if err != nil {
		return e.misuse("%s", err)
	}
	base, err := dec.Decode([]byte("{}"), nil)
	if err != nil {
		return e.fail("%s", err)
	}
	in, status := e.applicants([]string{file})
	if in == nil {
		return status
	}
	defer in.Close()
	text, err := io.ReadAll(in)
	if err != nil {
		return e.fail("读不完 %s:%s", file, err)
	}
	book := batch.Of(p.Program, p.Document.Meta.Number.Value, p.Version)
	t, notes, wrong := book.Read(file, text)
	if len(wrong) > 0 {
		wrong.Sort()
		wrong.Print(e.err, nil)
		return e.fail("%s,没有测算", wrong.Summary())
	}
	notes.Print(e.err, nil)
	n, wrong, err := batch.Job{Program: p.Program, Book: book, Base: base}.Run(file, t, e.out)
	if err != nil {
		return e.fail("写不完结果:%s", err)
	}
	if n.Wrong > 0 {
		e.rows(t, wrong)
		return e.fail("%d行中有%d行没有测算,原因也写在结果的“%s”一列", n.Rows, n.Wrong, book.Say["errors"].Text)
	}
	return done
}

// rows shows what is wrong with the rows of a table, if they are few with the
// lines meant.
func (e env) rows(t *batch.Table, wrong problem.List) {
	lines := func(string) []byte { return t.Text() }
	if len(wrong) > fewest {
		lines = nil
	}
	wrong.Print(e.err, lines)
}
