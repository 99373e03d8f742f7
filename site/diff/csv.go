package diff

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"mingce/calc"
	"mingce/site/amount"
)

func (r *reader) csv(text []byte) {
	in := csv.NewReader(bytes.NewReader(text))
	in.FieldsPerRecord = -1
	header, err := in.Read()
	if err != nil {
		r.bad(1, "第一行写问题的编号,用逗号分开", "没有表头")
		return
	}
	for i, id := range header {
		header[i] = strings.TrimSpace(id)
		old, fresh := r.input(header[i])
		switch {
		case header[i] == nameColumn:
		case old == nil && fresh == nil:
			r.bad(1, r.hint(header[i]), "没有“%s”这个问题", header[i])
		case slices.Contains(header[:i], header[i]):
			r.bad(1, "删去一列", "“%s”有两列", header[i])
		}
	}
	if len(r.problems) > 0 {
		return
	}
	for {
		record, err := in.Read()
		if err == io.EOF {
			return
		}
		if parse, ok := errors.AsType[*csv.ParseError](err); ok {
			r.bad(parse.Line, "引号要成对;格子里有逗号时用引号括起来", "这一行不是 CSV")
			return
		}
		line, _ := in.FieldPos(0)
		if len(record) > len(header) {
			r.bad(line, "核对逗号;金额里有逗号时用引号括起来", "这一行有%d格,表头只有%d格", len(record), len(header))
			continue
		}
		r.record(line, header, record)
	}
}

// record reads the cells of one line.
func (r *reader) record(line int, header, record []string) {
	a := Applicant{Line: line, Was: r.blank(r.was), Is: r.blank(r.is)}
	before, blank := len(r.problems), true
	for i, text := range record {
		text = strings.TrimSpace(text)
		if blank = blank && text == ""; text == "" {
			continue
		}
		if header[i] == nameColumn {
			a.Name = text
			continue
		}
		for _, side := range []struct {
			p *calc.Program
			s calc.Situation
		}{{r.is, a.Is}, {r.was, a.Was}} {
			if in := find(side.p, header[i]); in != nil && len(r.problems) == before {
				r.cell(line, header[i], text, side.p, side.s, in)
			}
		}
	}
	if !blank && len(r.problems) == before {
		r.out = append(r.out, a)
	}
}

func (r *reader) cell(line int, id, text string, p *calc.Program, s calc.Situation, in *calc.Input) {
	v, err := value(in, text)
	switch {
	case err != nil:
		r.bad(line, "", "%s:%s", id, err)
		return
	case in.Kind.Numeric() && (v < in.Min || v > in.Max):
		r.bad(line, "范围是"+amount.Format(in.Kind, in.Unit, in.Min)+"到"+amount.Format(in.Kind, in.Unit, in.Max), "%s:“%s”不在范围内", id, text)
		return
	}
	for i := range p.Rulebook.Inputs {
		if &p.Rulebook.Inputs[i] == in {
			s[i] = v
		}
	}
}

// value reads a cell as people write it.
func value(in *calc.Input, text string) (int64, error) {
	switch in.Kind {
	case calc.Bool:
		switch strings.ToLower(text) {
		case "true", "是", "1":
			return 1, nil
		case "false", "否", "0":
			return 0, nil
		}
		return 0, fmt.Errorf("“%s”不是“是”或“否”", text)
	case calc.Choice:
		var known []string
		for i, o := range in.Options {
			if text == o.ID || text == o.Text {
				return int64(i), nil
			}
			known = append(known, o.Text)
		}
		return 0, fmt.Errorf("“%s”不是选项;可以写:%s", text, "“"+strings.Join(known, "”“")+"”")
	}
	return amount.Parse(in.Kind, in.Unit, text)
}
