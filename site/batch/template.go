package batch

import (
	"slices"

	"mingce/calc"
	"mingce/site/amount"
)

// Template is a table to fill in: the heading in plain words, one worked
// example, marked as such so that it is never answered, and an empty row.
func (b *Book) Template(example calc.Situation) []byte {
	heading, row := []string{b.Words.Name[0]}, []string{b.Words.Example}
	for i, in := range b.Inputs {
		heading = append(heading, b.Title(i))
		row = append(row, in.write(example[i]))
	}
	out := appendRow([]byte("\ufeff"), heading...)
	out = appendRow(out, row...)
	return appendRow(out, make([]string, len(heading))...)
}

// Title is the heading of an input's column in the template, with how it is
// answered.
func (b *Book) Title(i int) string {
	in := b.Inputs[i]
	switch {
	case in.Kind == "bool":
		return in.Short + "(是否)"
	case in.Kind == "percent":
		return in.Short + "(%)"
	case len(in.Units) > 0 && in.Units[0] != "":
		return in.Short + "(" + in.Units[0] + ")"
	}
	return in.Short
}

// write is a value as a row of the template has it.
func (in *Input) write(v int64) string {
	switch {
	case v == calc.Unknown:
		return ""
	case in.Kind == "choice":
		return in.Offers[v]
	}
	return amount.Format(in.of.Kind, in.of.Unit, v)
}

// Example is the situation to show how the table is filled in: of those given,
// the one that knows most.
func (b *Book) Example(of []calc.Situation) calc.Situation {
	known := func(s calc.Situation) (n int) {
		for _, v := range s[:len(b.Inputs)] {
			if v != calc.Unknown {
				n++
			}
		}
		return n
	}
	if len(of) == 0 {
		empty := make(calc.Situation, b.Given)
		for i := range b.Inputs {
			empty[i] = calc.Unknown
		}
		return empty
	}
	return slices.MaxFunc(of, func(x, y calc.Situation) int { return known(x) - known(y) })
}
