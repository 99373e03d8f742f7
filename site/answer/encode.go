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
	b = append(b, ']')
	if !a.Exact {
		b = append(b, `,"exact":false`...)
	}
	if e.explain {
		b = append(e.change(append(b, `,"nearest":`...), s, e.p.NearestAward), `,"alternatives":[`...)
		b = append(e.alternatives(b, s), ']')
	}
	return append(b, "}\n"...)
}

// alternatives appends, for each reading that is not settled, the award under
// every other way to take it, where that is another award.
func (e *Encoder) alternatives(b []byte, s calc.Situation) []byte {
	for i, other := range e.p.Alternatives(s) {
		r := &e.p.Rulebook.Readings[other.Slot-len(e.p.Rulebook.Inputs)]
		id := "" // the reading as taken, where the situation has another
		if other.To > 0 {
			id = r.Alternatives[other.To-1].ID
		}
		b = e.text(append(comma(b, i), `{"reading":`...), r.ID)
		b = e.text(append(b, `,"alternative":`...), id)
		b = append(e.outcome(append(b, `,"award":{`...), other.Award, true), "}}"...)
	}
	return b
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
	return append(e.change(b, s, func(s calc.Situation) (calc.Change, bool) { return e.p.Nearest(s, i) }), '}')
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

// change appends the nearest change that nearest finds, or null.
func (e *Encoder) change(b []byte, s calc.Situation, nearest func(calc.Situation) (calc.Change, bool)) []byte {
	c, ok := nearest(s)
	if !ok {
		return append(b, "null"...)
	}
	in := &e.p.Rulebook.Inputs[c.Input]
	b = e.text(append(b, `{"input":`...), in.ID)
	b = appendValue(append(b, `,"from":`...), in, c.From)
	b = appendValue(append(b, `,"to":`...), in, c.To)
	b = appendNumber(append(b, `,"amount":`...), c.Min, calc.Money.Scale())
	return append(b, '}')
}

// appendValue appends a measured value as a line in would give it.
func appendValue(b []byte, in *calc.Input, v int64) []byte {
	if in.Kind == calc.Date {
		return append(append(append(b, '"'), dayText(v)...), '"')
	}
	return appendNumber(b, v, in.Kind.Scale())
}
