package answer

import (
	"strconv"

	"mingce/calc"
)

// An Encoder writes assessments of one program.
type Encoder struct {
	p       *calc.Program
	explain bool
	quoted  map[string][]byte // JSON of the rulebook's own strings
}

// NewEncoder returns an encoder; explain adds conditions and nearest changes.
func NewEncoder(p *calc.Program, explain bool) *Encoder {
	return &Encoder{p: p, explain: explain, quoted: map[string][]byte{}}
}

// text appends a JSON string. The rulebook's strings repeat on every line, so
// each is quoted once.
func (e *Encoder) text(b []byte, s string) []byte {
	q, ok := e.quoted[s]
	if !ok {
		q = quote(s)
		e.quoted[s] = q
	}
	return append(b, q...)
}

// Append appends the answer for situation s, on the line numbered line.
func (e *Encoder) Append(b []byte, line int, s calc.Situation, a *calc.Assessment) []byte {
	rb := e.p.Rulebook
	b = append(b, `{"line":`...)
	b = strconv.AppendInt(b, int64(line), 10)
	b = append(b, `,"award":{`...)
	b = e.outcome(b, a.Award, true)
	b = append(b, `,"benefits":[`...)
	for i, k := range a.Pays {
		b = e.text(comma(b, i), rb.Benefits[k].ID)
	}
	b = append(b, `]},"benefits":[`...)
	for i := range rb.Benefits {
		b = e.benefit(comma(b, i), i, s, a)
	}
	b = append(b, `],"questions":[`...)
	for i, q := range a.Questions {
		b = e.text(comma(b, i), rb.Inputs[q].ID)
	}
	b = append(b, `],"interpretations":[`...)
	n := 0
	for i := range rb.Readings {
		if a.Readings>>i&1 != 0 {
			b = e.text(comma(b, n), rb.Readings[i].ID)
			n++
		}
	}
	return append(b, "]}\n"...)
}

// AppendError appends the answer to a bad line.
func (e *Encoder) AppendError(b []byte, line int, err error) []byte {
	b = append(b, `{"line":`...)
	b = strconv.AppendInt(b, int64(line), 10)
	b = append(b, `,"error":`...)
	b = append(b, quote(err.Error())...)
	return append(b, "}\n"...)
}

func comma(b []byte, i int) []byte {
	if i > 0 {
		return append(b, ',')
	}
	return b
}

func (e *Encoder) outcome(b []byte, o calc.Outcome, amount bool) []byte {
	b = append(b, `"status":"`...)
	b = append(b, o.Status.String()...)
	if !amount {
		return append(b, `","min":null,"max":null`...)
	}
	b = appendNumber(append(b, `","min":`...), o.Min, calc.Money.Scale())
	return appendNumber(append(b, `,"max":`...), o.Max, calc.Money.Scale())
}

func (e *Encoder) benefit(b []byte, i int, s calc.Situation, a *calc.Assessment) []byte {
	ben := &e.p.Rulebook.Benefits[i]
	b = e.text(append(b, `{"id":`...), ben.ID)
	b = e.outcome(append(b, ','), a.Benefits[i], ben.Amount != nil)
	if !e.explain {
		return append(b, '}')
	}
	b = append(b, `,"conditions":[`...)
	for n, k := range e.p.Benefits[i].Needs {
		b = e.condition(comma(b, n), k, a.Truth(k))
	}
	b = append(b, `],"nearest":`...)
	return append(e.nearest(b, i, s), '}')
}

func (e *Encoder) condition(b []byte, k int, t calc.Truth) []byte {
	c := &e.p.Rulebook.Conditions[k]
	b = e.text(append(b, `{"id":`...), c.ID)
	b = append(b, `,"holds":`...)
	b = append(b, [...]string{"false", "true", "null"}[t]...)
	b = e.text(append(b, `,"clause":`...), c.Cite.Clause)
	b = e.text(append(b, `,"quote":`...), c.Cite.Quote)
	return append(e.text(append(b, `,"text":`...), c.Words), '}')
}

func (e *Encoder) nearest(b []byte, i int, s calc.Situation) []byte {
	c, ok := e.p.Nearest(s, i)
	if !ok {
		return append(b, "null"...)
	}
	in := &e.p.Rulebook.Inputs[c.Input]
	b = e.text(append(b, `{"input":`...), in.ID)
	b = appendNumber(append(b, `,"from":`...), c.From, in.Kind.Scale())
	b = appendNumber(append(b, `,"to":`...), c.To, in.Kind.Scale())
	b = appendNumber(append(b, `,"amount":`...), c.Min, calc.Money.Scale())
	return append(b, '}')
}
