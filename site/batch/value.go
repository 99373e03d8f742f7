package batch

import (
	"slices"
	"strings"
	"unicode/utf8"

	"mingce/calc"
	"mingce/site/amount"
)

// value reads a cell as the value of an input. said is what is wrong with it.
func (b *Book) value(c Column, cell string) (v int64, said *Said) {
	in := &b.Inputs[c.Role]
	folded := Value(cell)
	if slices.Contains(b.Words.Unknown, folded) {
		return calc.Unknown, nil
	}
	refuse := func(key string, parts ...string) (int64, *Said) {
		s := b.Say[key].With(append([]string{shorten(strings.TrimSpace(cell))}, parts...)...)
		return 0, &s
	}
	switch in.Kind {
	case "bool":
		switch {
		case slices.Contains(b.Words.Yes, folded):
			return 1, nil
		case slices.Contains(b.Words.No, folded):
			return 0, nil
		}
		return refuse("bool")
	case "choice":
		for i, ways := range in.Options {
			if slices.Contains(ways, folded) {
				return int64(i), nil
			}
		}
		return refuse("option", strings.Join(in.Offers, "、"))
	}
	return b.quantity(in, c.Unit, cell, refuse)
}

// quantity reads a cell that measures something. A bare number is in the unit
// of its heading.
func (b *Book) quantity(in *Input, unit int, cell string, refuse func(string, ...string) (int64, *Said)) (int64, *Said) {
	text := strings.TrimPrefix(strings.TrimSpace(cell), "'")
	parse := amount.Parse
	switch bare := number(text); {
	case in.Kind == "date":
	case bare && unit > 0:
		text += in.Units[unit]
	case unit > 0 && in.Units[unit] != "":
		parse = amount.ParseWritten
	}
	v, err := parse(in.of.Kind, in.of.Unit, text)
	switch {
	case err != nil:
		if _, bare := amount.Parse(in.of.Kind, in.of.Unit, text); bare == nil {
			return refuse("unit", in.Units[unit], in.Spelling.Example)
		}
		return refuse("quantity", in.Spelling.Name, in.Spelling.Example)
	case in.Kind == "percent" && unit == 0 && v > 0 && v <= in.Scale && number(text):
		return refuse("percent")
	case v < int64(in.Min) || v > int64(in.Max):
		return refuse("limits", in.Least, in.Most)
	}
	return v, nil
}

// number reports whether a cell is a number without a unit.
func number(text string) bool {
	text = Value(text)
	return text != "" && strings.Trim(text, "0123456789.,-") == ""
}

// shorten keeps a message readable whatever was written.
func shorten(s string) string {
	const most = 40
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	return string([]rune(s)[:most]) + "…"
}
