package diff

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"

	"mingce/calc"
	"mingce/site/answer"
	"mingce/site/problem"
)

// An Applicant is one of a population, as each version sees it.
type Applicant struct {
	Line    int
	Name    string // from the column 申报人; may be empty
	Was, Is calc.Situation
}

// nameColumn is the column that names the applicant.
const nameColumn = "申报人"

// Read reads a population: CSV if csvFile is set, else JSON Lines. Every bad
// line is a problem; file is how problems name it. Each version takes those of
// the readings, alternatives by reading, that it knows; see [Take].
func Read(file string, csvFile bool, text []byte, was, is *calc.Program, readings map[string]string) ([]Applicant, problem.List) {
	r := &reader{file: file, was: was, is: is, readings: readings}
	text = bytes.TrimPrefix(text, []byte("\ufeff"))
	if csvFile {
		r.csv(text)
	} else {
		r.jsonLines(text)
	}
	if len(r.out)+len(r.problems) == 0 {
		r.problems.Add(problem.Pos{File: file}, "没有申报人", "每行写一个申报人")
	}
	return r.out, r.problems
}

// Take reports a reading that neither version can take so.
func Take(was, is *calc.Program, readings map[string]string) error {
	for id, alternative := range readings {
		one := map[string]string{id: alternative}
		if len(known(was, one))+len(known(is, one)) > 0 {
			continue
		}
		_, err := answer.NewDecoder(is, one)
		return err
	}
	return nil
}

// known are the readings that a version can take so.
func known(p *calc.Program, readings map[string]string) map[string]string {
	mine := map[string]string{}
	for id, alternative := range readings {
		if _, err := answer.NewDecoder(p, map[string]string{id: alternative}); err == nil {
			mine[id] = alternative
		}
	}
	return mine
}

// blank is a situation of which only the readings are known.
func (r *reader) blank(p *calc.Program) calc.Situation {
	s := p.NewSituation()
	for id, alternative := range known(p, r.readings) {
		for i := range p.Rulebook.Readings {
			rd := &p.Rulebook.Readings[i]
			if rd.ID == id {
				k := slices.IndexFunc(rd.Alternatives, func(o calc.Option) bool { return o.ID == alternative })
				s[len(p.Rulebook.Inputs)+i] = int64(k + 1)
			}
		}
	}
	return s
}

type reader struct {
	file     string
	was, is  *calc.Program
	readings map[string]string
	out      []Applicant
	problems problem.List
}

func (r *reader) bad(line int, hint, format string, args ...any) {
	r.problems.Add(problem.Pos{File: r.file, Line: line}, fmt.Sprintf(format, args...), hint)
}

// input finds an input in either version; nil where there is none.
func (r *reader) input(id string) (was, is *calc.Input) { return find(r.was, id), find(r.is, id) }

func find(p *calc.Program, id string) *calc.Input {
	for i := range p.Rulebook.Inputs {
		if in := &p.Rulebook.Inputs[i]; in.ID == id {
			return in
		}
	}
	return nil
}

// hint names the input that was probably meant.
func (r *reader) hint(id string) string {
	var known []string
	for _, p := range []*calc.Program{r.is, r.was} {
		for i := range p.Rulebook.Inputs {
			known = append(known, p.Rulebook.Inputs[i].ID)
		}
	}
	if near, ok := problem.Closest(id, known); ok {
		return "是否想写 " + near + "?"
	}
	return "写新旧规则里问题的编号"
}

func (r *reader) jsonLines(text []byte) {
	was, err := answer.NewDecoder(r.was, known(r.was, r.readings))
	is, err2 := answer.NewDecoder(r.is, known(r.is, r.readings))
	if err = errors.Join(err, err2); err != nil {
		r.bad(0, "", "%s", err)
		return
	}
	for n, line := range bytes.Split(text, []byte("\n")) {
		if len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		a, err := r.applicant(line, was, is)
		if err != nil {
			r.bad(n+1, "改正这一行", "%s", err)
			continue
		}
		a.Line = n + 1
		r.out = append(r.out, a)
	}
}

// applicant reads one object twice: each version gets the keys it knows.
func (r *reader) applicant(line []byte, was, is *answer.Decoder) (a Applicant, err error) {
	dec := json.NewDecoder(bytes.NewReader(line))
	if t, err := dec.Token(); err != nil || t != json.Delim('{') {
		return a, errors.New("不是一个 JSON 对象")
	}
	before, after := []byte("{"), []byte("{")
	for dec.More() {
		key, err := dec.Token()
		var value json.RawMessage
		if err == nil {
			err = dec.Decode(&value)
		}
		if err != nil {
			return a, errors.New("JSON 写得不对")
		}
		id, _ := key.(string)
		old, fresh := r.input(id)
		if old == nil && fresh == nil {
			return a, fmt.Errorf("没有 %s 这个问题,%s", id, r.hint(id))
		}
		if old != nil {
			before = member(before, id, value)
		}
		if fresh != nil {
			after = member(after, id, value)
		}
	}
	if _, err := dec.Token(); err != nil {
		return a, errors.New("JSON 没有写完")
	}
	if _, err := dec.Token(); err != io.EOF {
		return a, errors.New("一行只写一个 JSON 对象")
	}
	if a.Was, err = was.Decode(append(before, '}'), nil); err != nil {
		return a, err
	}
	a.Is, err = is.Decode(append(after, '}'), nil)
	return a, err
}

func member(b []byte, id string, value json.RawMessage) []byte {
	if len(b) > 1 {
		b = append(b, ',')
	}
	return append(append(append(append(b, '"'), id...), '"', ':'), value...)
}
