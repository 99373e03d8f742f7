package answer

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/go-json-experiment/json/jsontext"

	"mingce/calc"
	"mingce/site/problem"
)

// A Decoder reads situations of one program. It is for one goroutine.
type Decoder struct {
	p      *calc.Program
	inputs map[string]int
	base   calc.Situation // everything unknown, readings as chosen
	line   bytes.Reader
	json   *jsontext.Decoder
	given  []uint64 // one bit per input: those read from the line at hand
}

// NewDecoder returns a decoder; readings maps a reading's id to the
// alternative it is to be taken as.
func NewDecoder(p *calc.Program, readings map[string]string) (*Decoder, error) {
	d := &Decoder{p: p, inputs: map[string]int{}, base: p.NewSituation(), given: make([]uint64, len(p.Rulebook.Inputs)/64+1), json: jsontext.NewDecoder(bytes.NewReader(nil))}
	for i := range p.Rulebook.Inputs {
		d.inputs[p.Rulebook.Inputs[i].ID] = i
	}
	for id, alternative := range readings {
		if err := d.take(id, alternative); err != nil {
			return nil, err
		}
	}
	return d, nil
}

// take turns a reading to one of its alternatives.
func (d *Decoder) take(id, alternative string) error {
	for i := range d.p.Rulebook.Readings {
		r := &d.p.Rulebook.Readings[i]
		if r.ID != id {
			continue
		}
		var known []string
		for k, o := range r.Alternatives {
			if o.ID == alternative {
				d.base[len(d.p.Rulebook.Inputs)+i] = int64(k + 1)
				return nil
			}
			known = append(known, o.ID)
		}
		if len(known) == 0 {
			return fmt.Errorf("解释口径 %s 没有其他读法", id)
		}
		return fmt.Errorf("解释口径 %s 没有 %q 这种读法;可选:%s", id, alternative, strings.Join(known, "、"))
	}
	return fmt.Errorf("没有 %q 这个解释口径", id)
}

// Decode reads one line into s, which becomes as long as a situation of the
// program. The error names the field, its value and what is allowed.
func (d *Decoder) Decode(line []byte, s calc.Situation) (calc.Situation, error) {
	s = append(s[:0], d.base...)
	clear(d.given)
	return s, d.object(line, s)
}

// object reads the line's one object.
func (d *Decoder) object(line []byte, s calc.Situation) error {
	d.line.Reset(line)
	d.json.Reset(&d.line, jsontext.AllowDuplicateNames(true)) // a key given twice is said in our words
	if t, err := d.json.ReadToken(); err != nil {
		return broken(err)
	} else if t.Kind() != '{' {
		return errors.New("not a JSON object")
	}
	for d.json.PeekKind() != '}' {
		if err := d.field(s); err != nil {
			return err
		}
	}
	if _, err := d.json.ReadToken(); err != nil {
		return broken(err)
	}
	if _, err := d.json.ReadToken(); err != io.EOF {
		return errors.New("more than one value on the line")
	}
	return nil
}

// field reads one key and its value.
func (d *Decoder) field(s calc.Situation) error {
	t, err := d.json.ReadToken()
	if err != nil {
		return broken(err)
	}
	key := t.String()
	i, ok := d.inputs[key]
	if !ok {
		return d.unknown(key)
	}
	if d.given[i/64]>>(i%64)&1 != 0 {
		return fmt.Errorf("%s: given twice", key)
	}
	d.given[i/64] |= 1 << (i % 64)
	if t, err = d.json.ReadToken(); err != nil {
		return broken(err)
	}
	if t.Kind() == 'n' {
		return nil
	}
	v, err := value(&d.p.Rulebook.Inputs[i], t)
	if err != nil {
		return fmt.Errorf("%s: %w", key, err)
	}
	s[i] = v
	return nil
}

// unknown says that a key is not an input, and which may have been meant.
func (d *Decoder) unknown(key string) error {
	var known []string
	for i := range d.p.Rulebook.Inputs {
		known = append(known, d.p.Rulebook.Inputs[i].ID)
	}
	if near, ok := problem.Closest(key, known); ok {
		return fmt.Errorf("unknown key %s, did you mean %q?", shorten(string(quote(key))), near)
	}
	return fmt.Errorf("unknown key %s", shorten(string(quote(key))))
}

// broken says where JSON stops being JSON.
func broken(err error) error {
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return errors.New("broken JSON: the line ends too early")
	}
	if syntax, ok := errors.AsType[*jsontext.SyntacticError](err); ok {
		return fmt.Errorf("broken JSON at byte %d: %s", syntax.ByteOffset, syntax.Err)
	}
	return fmt.Errorf("broken JSON: %s", err)
}

// value turns a JSON value into that of an input.
func value(in *calc.Input, t jsontext.Token) (int64, error) {
	switch in.Kind {
	case calc.Bool:
		switch t.Kind() {
		case 't':
			return 1, nil
		case 'f':
			return 0, nil
		}
		return 0, fmt.Errorf("%s is not true or false", show(t))
	case calc.Choice:
		return option(in, t)
	case calc.Date:
		return date(in, t)
	}
	if t.Kind() != '0' {
		return 0, fmt.Errorf("%s is not a number", show(t))
	}
	return measured(in, t.String())
}

// option is the index of the option named.
func option(in *calc.Input, t jsontext.Token) (int64, error) {
	var known []string
	for i, o := range in.Options {
		if t.Kind() == '"' && t.String() == o.ID {
			return int64(i), nil
		}
		known = append(known, o.ID)
	}
	return 0, fmt.Errorf("%s is not one of %s", show(t), strings.Join(known, ", "))
}

// dateForm is how a date is written.
const dateForm = "2006-01-02"

// date reads a day and holds it against the input's range.
func date(in *calc.Input, t jsontext.Token) (int64, error) {
	text := t.String()
	day, err := time.Parse(dateForm, text)
	if err != nil || t.Kind() != '"' {
		return 0, fmt.Errorf("%s is not a date like \"2015-11-30\"", show(t))
	}
	switch v := calc.Day(day.Year(), int(day.Month()), day.Day()); {
	case v < in.Min:
		return 0, fmt.Errorf("%s is before %s", text, dayText(in.Min))
	case v > in.Max:
		return 0, fmt.Errorf("%s is after %s", text, dayText(in.Max))
	default:
		return v, nil
	}
}

// dayText writes the day that calc.Day gave v for.
func dayText(v int64) string {
	return fmt.Sprintf("%04d-%02d-%02d", v/31/12, v/31%12+1, v%31+1)
}

// measured reads a number exactly and holds it against the input's range.
func measured(in *calc.Input, text string) (int64, error) {
	scale := in.Kind.Scale()
	v, err := exact(text, scale)
	negative := text[0] == '-'
	text = shorten(text)
	switch {
	case errors.Is(err, errTooFine) && scale == 1:
		return 0, fmt.Errorf("%s is not a whole number", text)
	case errors.Is(err, errTooFine):
		return 0, fmt.Errorf("%s has more than %s decimals", text, map[int64]string{100: "two", 10_000: "four"}[scale])
	case errors.Is(err, errTooLarge) && negative, err == nil && v < in.Min:
		return 0, fmt.Errorf("%s is below %s", text, plain(in.Min, scale))
	case err != nil, v > in.Max:
		return 0, fmt.Errorf("%s is above %s", text, plain(in.Max, scale))
	}
	return v, nil
}

// show writes a JSON value for a message, shortened if it is long.
func show(t jsontext.Token) string {
	switch t.Kind() {
	case '{':
		return "an object"
	case '[':
		return "a list"
	case '"':
		return shorten(string(quote(t.String())))
	}
	return shorten(t.String())
}

// shorten keeps a message readable whatever was sent.
func shorten(s string) string {
	if r := []rune(s); len(r) > 60 {
		return string(r[:60]) + "…"
	}
	return s
}
