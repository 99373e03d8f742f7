// Package table reads the tables that an office keeps beside a page, CSV as
// its spreadsheet saves it, and writes them for others to download.
//
//	名称,奖补项目,金额(万元)
//	某某电子商务有限公司,企业做大做强奖励,40
//
// The first line names the columns. The file is UTF-8, with or without byte
// order mark, or GB18030, as Excel saves it in China. Every line has as many
// cells as the first; lines without any word are left out.
package table

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"

	"mingce/site/problem"
)

// A Table is a table as written.
type Table struct {
	File   string
	Header []Cell
	Rows   [][]Cell
}

// A Cell is one cell, without blanks around it.
type Cell struct {
	Text string
	Pos  problem.Pos
}

// MostRows is what a page can bear.
const MostRows = 5000

// Parse reads a table and finds every problem in it.
func Parse(file string, src []byte) (*Table, problem.List) {
	t := &Table{File: file}
	var problems problem.List
	text, ok := decode(src)
	if !ok {
		problems.Add(problem.Pos{File: file}, "认不出这个文件的编码", "在表格软件里另存为“CSV UTF-8(逗号分隔)”")
		return t, problems
	}
	in := csv.NewReader(bytes.NewReader(text))
	in.FieldsPerRecord = -1
	lines := bytes.Split(text, []byte("\n"))
	for {
		record, err := in.Read()
		if err == io.EOF {
			break
		}
		if wrong, ok := errors.AsType[*csv.ParseError](err); ok {
			problems.Add(problem.Pos{File: file, Line: wrong.Line, Col: 1, Width: 1}, "这一行不是 CSV", "引号要成对;格子里有逗号或换行时,用引号括起来")
			return t, problems
		}
		t.record(record, func(i int) problem.Pos {
			line, col := in.FieldPos(i)
			before := lines[line-1][:min(col-1, len(lines[line-1]))]
			return problem.Pos{File: file, Line: line, Col: utf8.RuneCount(before) + 1, Width: max(utf8.RuneCountInString(record[i]), 1)}
		}, &problems)
	}
	switch {
	case t.Header == nil:
		problems.Add(problem.Pos{File: file, Line: 1, Col: 1, Width: 1}, "表是空的", "第一行写各列的名称,下面一行一条")
	case len(t.Rows) > MostRows:
		problems.Add(t.Rows[MostRows][0].Pos, fmt.Sprintf("超过%d行", MostRows), "分成几份公布")
	}
	return t, problems
}

// decode brings a file to UTF-8 with line ends of one character.
func decode(src []byte) ([]byte, bool) {
	src = bytes.TrimPrefix(src, []byte("\ufeff"))
	if !utf8.Valid(src) {
		out, err := simplifiedchinese.GB18030.NewDecoder().Bytes(src)
		if err != nil || bytes.ContainsRune(out, utf8.RuneError) {
			return nil, false
		}
		src = out
	}
	return bytes.ReplaceAll(src, []byte("\r\n"), []byte("\n")), true
}

// record takes one line.
func (t *Table) record(record []string, pos func(int) problem.Pos, problems *problem.List) {
	cells := make([]Cell, len(record))
	blank := true
	for i, text := range record {
		cells[i] = Cell{strings.TrimSpace(text), pos(i)}
		blank = blank && cells[i].Text == ""
	}
	switch {
	case blank:
	case t.Header == nil:
		t.Header = cells
		for i, c := range cells {
			same := func(o Cell) bool { return o.Text == c.Text }
			if c.Text == "" {
				problems.Add(c.Pos, "这一列没有名称", "在第一行写上列名,或删去这一列")
			} else if slices.ContainsFunc(cells[:i], same) {
				problems.Add(c.Pos, "“"+c.Text+"”有两列", "改名或删去一列")
			}
		}
	case len(cells) != len(t.Header):
		problems.Add(cells[0].Pos, fmt.Sprintf("这一行有%d格,表头有%d格", len(cells), len(t.Header)), "核对逗号;格子里有逗号时,用引号括起来")
	default:
		t.Rows = append(t.Rows, cells)
	}
}

// CSV is the table for download: UTF-8 with a byte order mark, so that a
// spreadsheet shows Chinese, and no cell that it would take for a formula.
func (t *Table) CSV() []byte {
	var b bytes.Buffer
	b.WriteString("\ufeff")
	w := csv.NewWriter(&b)
	w.UseCRLF = true
	for _, row := range append([][]Cell{t.Header}, t.Rows...) {
		record := make([]string, len(row))
		for i, c := range row {
			record[i] = Safe(c.Text)
		}
		_ = w.Write(record) // a buffer takes all
	}
	w.Flush()
	return b.Bytes()
}

// Safe is a cell that no spreadsheet runs: one that begins like a formula gets
// an apostrophe before it. A plain number stays a number.
func Safe(cell string) string {
	if cell == "" || !strings.ContainsRune("=+-@\t\r\uff1d\uff0b\uff0d\uff20", []rune(cell)[0]) {
		return cell
	}
	if strings.Trim(cell[1:], "0123456789.,") == "" && len(cell) > 1 && (cell[0] == '-' || cell[0] == '+') {
		return cell
	}
	return "'" + cell
}
