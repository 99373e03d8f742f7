// Package rulebook loads the policy as the product does and translates the
// case file into its situations.
package rulebook

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"

	"mingce/bench/engines/cases"
	"mingce/calc"
	"mingce/site/policy"
	"mingce/site/rulefile"
)

// Load reads the text and the rules in a folder, holds the rules to the text,
// and compiles them.
func Load(folder string) (*calc.Program, error) {
	text, err := os.ReadFile(filepath.Join(folder, "policy.md"))
	if err != nil {
		return nil, err
	}
	rules, err := os.ReadFile(filepath.Join(folder, "rules.toml"))
	if err != nil {
		return nil, err
	}
	book, err := Verify(text, rules)
	if err != nil {
		return nil, err
	}
	return calc.Compile(book)
}

// Verify reads rules and holds them to the text.
func Verify(text, rules []byte) (*calc.Rulebook, error) {
	doc, found := policy.Parse("policy.md", text)
	if err := found.Err(); err != nil {
		return nil, err
	}
	book, found := rulefile.Load("rules.toml", rules, doc)
	return book, found.Err()
}

// Amounts is the rulebook without the benefits that carry no amount, and
// without the conditions and inputs that only those need: what the other
// implementations know of the policy.
func Amounts(p *calc.Program) (*calc.Program, error) {
	book := *p.Rulebook
	needed := map[string]bool{}
	var keep func(t *calc.Test)
	keep = func(t *calc.Test) {
		needed[t.Input] = true
		for i := range t.Of {
			keep(&t.Of[i])
		}
	}
	book.Benefits = slices.DeleteFunc(slices.Clone(book.Benefits), func(b calc.Benefit) bool { return b.Amount == nil })
	for _, b := range book.Benefits {
		needed[b.Amount.Input] = true
	}
	book.Conditions = slices.DeleteFunc(slices.Clone(book.Conditions), func(k calc.Condition) bool {
		used := slices.ContainsFunc(book.Benefits, func(b calc.Benefit) bool { return slices.Contains(b.Needs, k.ID) })
		if used {
			keep(&k.Test)
		}
		return !used
	})
	book.Inputs = slices.DeleteFunc(slices.Clone(book.Inputs), func(in calc.Input) bool { return !needed[in.ID] })
	return calc.Compile(&book)
}

// Situations translates cases. What the case file does not know of, because no
// amount hangs on it, is answered by no, none or the least value.
func Situations(p *calc.Program, list []cases.Case) ([]calc.Situation, error) {
	all := make([]calc.Situation, len(list))
	for i := range list {
		text, err := json.Marshal(&list[i])
		if err != nil {
			return nil, err
		}
		var fields map[string]any
		if err := json.Unmarshal(text, &fields); err != nil {
			return nil, err
		}
		s := p.NewSituation()
		for k := range p.Rulebook.Inputs {
			s[k] = value(&p.Rulebook.Inputs[k], fields[p.Rulebook.Inputs[k].ID])
		}
		all[i] = s
	}
	return all, nil
}

// value translates one field, nil for one that the case does not have.
func value(in *calc.Input, v any) calc.Value {
	switch v := v.(type) {
	case bool:
		if v {
			return 1
		}
		return 0
	case string:
		return int64(slices.IndexFunc(in.Options, func(o calc.Option) bool { return o.ID == v }))
	case float64:
		return int64(v)
	}
	return in.Min
}

// Payers are the places of the compared benefits in the program.
func Payers(p *calc.Program) (at []int) {
	for _, id := range cases.Benefits {
		at = append(at, slices.IndexFunc(p.Rulebook.Benefits, func(b calc.Benefit) bool { return b.ID == id }))
	}
	return at
}
