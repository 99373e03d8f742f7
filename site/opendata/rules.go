package opendata

import (
	"github.com/go-json-experiment/json/jsontext"

	"mingce/calc"
	"mingce/site/explain/phrase"
)

// cited is the words a rule stands on.
type cited struct {
	Clause string `json:"clause,omitzero"`
	Quote  string `json:"quote,omitzero"`
}

func cite(c calc.Citation) cited { return cited{c.Clause, c.Quote} }

type option struct {
	ID   string `json:"id"`
	Text string `json:"text"`
}

type input struct {
	ID       string         `json:"id"`
	Kind     string         `json:"kind"`
	Unit     string         `json:"unit,omitzero"`
	Question string         `json:"question"`
	Help     string         `json:"help,omitzero"`
	Short    string         `json:"short"`
	Group    string         `json:"group,omitzero"`
	By       string         `json:"by,omitzero"`
	Min      jsontext.Value `json:"min,omitzero"`
	Max      jsontext.Value `json:"max,omitzero"`
	Options  []option       `json:"options,omitempty"`
	cited
	Readings []string `json:"readings,omitempty"`
}

type derived struct {
	ID    string `json:"id"`
	Short string `json:"short"`
	How   string `json:"how"`
	Of    string `json:"of"`
	From  string `json:"by"`
	cited
}

type reading struct {
	ID      string `json:"id"`
	Text    string `json:"text"`
	Basis   string `json:"basis"`
	Settled bool   `json:"settled"`
	cited
	Alternatives []option `json:"alternatives,omitempty"`
}

type condition struct {
	ID    string `json:"id"`
	Words string `json:"words"`
	cited
	By        string   `json:"by,omitzero"`
	Principle string   `json:"principle,omitzero"`
	Test      test     `json:"test"`
	Readings  []string `json:"readings,omitempty"`
}

// Rules writes a rulebook as JSON. version names it as its pages do.
func Rules(rb *calc.Rulebook, version string) ([]byte, error) {
	w := ruleWriter{phrase.New(rb)}
	v := struct {
		Policy     string      `json:"policy"`
		Version    string      `json:"version"`
		From       string      `json:"from,omitzero"`  // first day of this version
		Until      string      `json:"until,omitzero"` // last day
		Inputs     []input     `json:"inputs"`
		Derived    []derived   `json:"derived"`
		Readings   []reading   `json:"readings"`
		Conditions []condition `json:"conditions"`
		Benefits   []benefit   `json:"benefits"`
		Combined   combined    `json:"combination"`
		Always     []string    `json:"always"`
		NotCoded   []notCoded  `json:"not_coded"`
	}{Policy: rb.ID, Version: version, From: rb.InForce.From, Until: rb.InForce.Until, Always: rb.Always, Combined: w.combined(rb.Combination)}
	for i := range rb.Inputs {
		v.Inputs = append(v.Inputs, w.input(&rb.Inputs[i]))
	}
	for _, d := range rb.Derived {
		how := [...]string{"difference", "ratio", "growth", "product"}[d.How]
		v.Derived = append(v.Derived, derived{d.ID, d.Short, how, d.Of, d.By, cite(d.Cite)})
	}
	for _, r := range rb.Readings {
		v.Readings = append(v.Readings, reading{r.ID, r.Text, r.Basis, r.Settled, cite(r.Cite), options(r.Alternatives)})
	}
	for _, c := range rb.Conditions {
		v.Conditions = append(v.Conditions, condition{c.ID, c.Words, cite(c.Cite), c.By, c.Principle, w.test(c.Test), c.Readings})
	}
	for i := range rb.Benefits {
		v.Benefits = append(v.Benefits, w.benefit(&rb.Benefits[i]))
	}
	for _, n := range rb.NotCoded {
		v.NotCoded = append(v.NotCoded, notCoded{cite(n.Cite), n.Reason})
	}
	return encode(v)
}

type notCoded struct {
	cited
	Reason string `json:"reason"`
}

// A ruleWriter knows how the quantities of a rulebook are measured.
type ruleWriter struct{ book *phrase.Book }

// measured writes a value of an input or a derived quantity.
func (w ruleWriter) measured(id string, v int64) jsontext.Value {
	m := w.book.Measure(id)
	return value(m.Kind, m.Options, v)
}

func (w ruleWriter) input(in *calc.Input) input {
	out := input{
		ID: in.ID, Kind: kindName(in.Kind), Unit: unit(in.Kind, in.Unit), Question: in.Question, Help: in.Help,
		Short: in.Short, Group: in.Group, By: in.By, Options: options(in.Options), cited: cite(in.Cite), Readings: in.Readings,
	}
	if in.Kind.Numeric() {
		out.Min, out.Max = value(in.Kind, nil, in.Min), value(in.Kind, nil, in.Max)
	}
	return out
}

func options(from []calc.Option) (out []option) {
	for _, o := range from {
		out = append(out, option(o))
	}
	return out
}

// test is what decides a condition.
type test struct {
	Op          string           `json:"op"` // bound, one_of, reading, all, any, not, at_least
	Input       string           `json:"input,omitzero"`
	Side        string           `json:"side,omitzero"` // at_least, over, at_most, under
	Value       jsontext.Value   `json:"value,omitzero"`
	Values      []jsontext.Value `json:"values,omitempty"`
	Reading     string           `json:"reading,omitzero"`
	Alternative string           `json:"alternative,omitzero"`
	N           int              `json:"n,omitzero"`
	Of          []test           `json:"of,omitempty"`
}

func (w ruleWriter) test(t calc.Test) test {
	out := test{Op: [...]string{"bound", "one_of", "reading", "all", "any", "not", "at_least"}[t.Op], N: t.N}
	switch t.Op {
	case calc.OpBound:
		out.Input, out.Side = t.Input, [...]string{"at_least", "over", "at_most", "under"}[t.Bound.Side]
		out.Value = w.measured(t.Input, t.Bound.At)
	case calc.OpOneOf:
		out.Input = t.Input
		for _, v := range t.Values {
			out.Values = append(out.Values, w.measured(t.Input, v))
		}
	case calc.OpReading:
		out.Reading, out.Alternative = t.Reading, t.Alternative
	}
	for _, of := range t.Of {
		out.Of = append(out.Of, w.test(of))
	}
	return out
}
