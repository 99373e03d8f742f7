package mutate

import (
	"slices"
	"strings"

	"mingce/calc"
	"mingce/site/explain/phrase"
)

// instalments changes how an amount is spread over the years; together they
// stay the whole of it.
func (m *maker) instalments(a *calc.Amount, find finder[calc.Amount]) {
	list := a.Instalments
	replace := func(with []calc.Instalment, otherwise string) {
		words := phrase.Instalments(with)
		if words == "" {
			words = otherwise
		}
		m.add(phrase.Instalments(list), words, func(rb *calc.Rulebook) { find(rb).Instalments = with })
	}
	for i := range list {
		if i+1 < len(list) {
			for _, by := range []int64{-1, 1} {
				with := slices.Clone(list)
				with[i].Percent += by
				with[i+1].Percent -= by
				replace(with, "")
			}
			with := slices.Delete(slices.Clone(list), i, i+1)
			with[i].Percent += list[i].Percent
			replace(with, "")
		}
		with := slices.Clone(list)
		for k := i; k < len(with); k++ {
			with[k].Year++
		}
		replace(with, "")
	}
	if len(list) > 0 {
		replace(nil, "一次付清")
	}
}

// rests leaves out one reading at a time that a rule rests on.
func (m *maker) rests(ids []string, find finder[[]string]) {
	for i, id := range ids {
		m.add("依据"+strings.TrimPrefix(m.book.Reading(id, ""), "按采用的"), "不依据它", func(rb *calc.Rulebook) {
			*find(rb) = slices.Delete(slices.Clone(*find(rb)), i, i+1)
		})
	}
}

// always leaves out a reading that every answer rests on.
func (m *maker) always() {
	m.at("每一个测算结果", "")
	m.rests(m.rb.Always, func(rb *calc.Rulebook) *[]string { return &rb.Always })
}
