package batch

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"mingce/calc"
	"mingce/site/problem"
)

// A Job answers the rows of a table.
type Job struct {
	Program *calc.Program
	Book    *Book          // of the program
	Base    calc.Situation // everything unknown, readings as chosen; nil for all as the rules take them
}

// A Tally is what became of the rows.
type Tally struct {
	Rows, Wrong, Examples int
}

// Run writes the table with its answers to w. Problems are those of the rows,
// which the file of the name holds.
func (j Job) Run(name string, t *Table, w io.Writer) (n Tally, wrong problem.List, err error) {
	r := &run{Job: j, t: t, name: name, a: j.Program.NewAssessment(), s: j.Program.NewSituation()}
	copy(r.s, j.Base)
	r.turn()
	r.out = append(r.out, "\ufeff"...)
	r.head()
	for _, row := range t.Rows {
		if r.example(row) {
			n.Examples++
			continue
		}
		n.Rows++
		if said := r.read(row); len(said) > 0 {
			n.Wrong++
			r.refused(row, said)
		} else {
			j.Program.Assess(r.s, r.a)
			r.answer(row)
		}
		if len(r.out) > 1<<16 {
			if _, err := w.Write(r.out); err != nil {
				return n, r.wrong, err
			}
			r.out = r.out[:0]
		}
	}
	_, err = w.Write(r.out)
	return n, r.wrong, err
}

// A run is a job under way.
type run struct {
	Job
	t       *Table
	name    string
	s       calc.Situation
	a       *calc.Assessment
	version string
	cells   []string
	out     []byte
	wrong   problem.List
}

// turn says beside the version which readings are taken otherwise.
func (r *run) turn() {
	var turned []string
	for i, reading := range r.Program.Rulebook.Readings {
		if k := r.s[len(r.Program.Rulebook.Inputs)+i]; k > 0 {
			turned = append(turned, reading.Alternatives[k-1].Text)
		}
	}
	if r.version = r.Book.Version; len(turned) > 0 {
		r.version = r.Book.Say["turned"].With(r.version, strings.Join(turned, ";")).Text
	}
}

func (r *run) say(key string) string { return r.Book.Say[key].Text }

// head writes the heading.
func (r *run) head() {
	cells := r.cells[:0]
	for _, c := range r.t.Columns {
		cells = append(cells, c.Heading)
	}
	for _, key := range []string{"status", "min", "max", "pays", "missing", "errors"} {
		cells = append(cells, r.say(key))
	}
	for _, b := range r.Book.Benefits {
		cells = append(cells, b.Name)
	}
	r.out = appendRow(r.out, append(cells, r.say("version"))...)
}

// example reports whether a row only shows how to write.
func (r *run) example(row Row) bool {
	for i, c := range r.t.Columns {
		if c.Role == Named && i < len(row.Cells) && strings.HasPrefix(Value(row.Cells[i]), r.Book.Words.Example) {
			return true
		}
	}
	return false
}

// read reads the row into the situation, and says all that is wrong with it.
func (r *run) read(row Row) (said []string) {
	for i := range r.Program.Rulebook.Inputs {
		r.s[i] = calc.Unknown
	}
	bad := func(i int, s Said) {
		key, heading := "lettered", ""
		if i < len(r.t.Columns) && r.t.Columns[i].Heading != "" {
			key, heading = "column", r.t.Columns[i].Heading
		}
		full := r.Book.Say[key].With(heading, Letter(i), s.Text)
		r.wrong.Add(r.t.place(r.name, row, i), full.Text, s.Hint)
		full.Hint = s.Hint
		said = append(said, full.String())
	}
	if n := len(r.t.Columns); len(row.Cells) > n && strings.TrimSpace(strings.Join(row.Cells[n:], "")) != "" {
		bad(n, r.Book.Say["extra"].With(strconv.Itoa(len(row.Cells)), strconv.Itoa(n)))
		return said
	}
	for i, cell := range row.Cells[:min(len(row.Cells), len(r.t.Columns))] {
		c := r.t.Columns[i]
		switch {
		case c.Role >= 0:
			v, wrong := r.Book.value(c, cell)
			if wrong != nil {
				bad(i, *wrong)
				continue
			}
			r.s[c.Role] = v
		case strings.TrimSpace(c.Heading) == "" && strings.TrimSpace(cell) != "":
			bad(i, r.Book.Say["headless"].With(shorten(strings.TrimSpace(cell))))
		}
	}
	return said
}

// carried begins a row of the result with the cells as they came.
func (r *run) carried(row Row) []string {
	cells := append(r.cells[:0], row.Cells[:min(len(row.Cells), len(r.t.Columns))]...)
	for len(cells) < len(r.t.Columns) {
		cells = append(cells, "")
	}
	return cells
}

// refused writes a row with a mistake.
func (r *run) refused(row Row, said []string) {
	cells := append(r.carried(row), r.say("wrong"), "", "", "", "", strings.Join(said, ";"))
	for range r.Book.Benefits {
		cells = append(cells, "")
	}
	r.cells = append(cells, r.version)
	r.out = appendRow(r.out, r.cells...)
}

// answer writes a row with its assessment.
func (r *run) answer(row Row) {
	a := r.a
	var pays, missing []string
	for _, k := range a.Pays {
		pays = append(pays, r.Book.Benefits[k].Name)
	}
	for _, i := range a.Questions {
		missing = append(missing, r.Book.Inputs[i].Short)
	}
	cells := append(r.carried(row), r.say(a.Award.Status.String()), yuan(a.Award.Min), yuan(a.Award.Max),
		strings.Join(pays, "、"), strings.Join(missing, "、"), "")
	for i, o := range a.Benefits {
		cells = append(cells, r.benefit(i, o))
	}
	r.cells = append(cells, r.version)
	r.out = appendRow(r.out, r.cells...)
}

// benefit says what a benefit comes to, in yuan where it carries an amount.
func (r *run) benefit(i int, o calc.Outcome) string {
	amount := r.Book.Benefits[i].Amount
	switch {
	case o.Status == calc.Ineligible:
		return r.say("denied")
	case amount && o.Min != o.Max:
		return r.Book.Say["range"].With(yuan(o.Min), yuan(o.Max)).Text
	case amount && o.Status == calc.Eligible:
		return yuan(o.Min)
	case o.Status == calc.Eligible:
		return r.say("granted")
	}
	return r.say("open")
}

// yuan writes 分 as a plain number of yuan.
func yuan(fen int64) string {
	whole, rest := strconv.FormatInt(fen/100, 10), fen%100
	if rest == 0 {
		return whole
	}
	return whole + strings.TrimSuffix(fmt.Sprintf(".%02d", rest), "0")
}
