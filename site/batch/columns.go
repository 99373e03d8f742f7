package batch

import "mingce/site/problem"

// A Role is what a column of a table is taken for.
type Role int

const (
	Carried Role = -1 - iota // taken along, and nothing else
	Named                    // it names the applicant
)

// A Column is one column of a table. Role is the index of an input, or one of
// the above; Unit is an index into the input's Units.
type Column struct {
	Heading string
	Role    Role
	Unit    int
}

// A head is what a heading means.
type head struct {
	role Role
	unit int
}

// headings lists every heading that is known, folded: the names of the inputs,
// each with the units it may carry. What two inputs share means neither.
func (b *Book) headings() map[string]head {
	heads, shared := map[string]head{}, map[string]bool{}
	add := func(name string, h head) {
		if old, taken := heads[name]; taken && old.role != h.role {
			shared[name] = true
		} else if !taken {
			heads[name] = h
		}
	}
	for i, in := range b.Inputs {
		for _, name := range in.Names {
			add(name, head{Role(i), 0})
			for k, unit := range in.Units {
				unit = Heading(unit)
				add(name+unit, head{Role(i), k})
				for _, word := range b.Words.Between {
					add(name+word+unit, head{Role(i), k})
				}
			}
			if in.Kind == "bool" {
				for _, word := range b.Words.Before {
					add(word+name, head{Role(i), 0})
					add(name+word, head{Role(i), 0})
				}
			}
		}
	}
	for name := range shared {
		delete(heads, name)
	}
	for _, name := range b.Words.Name {
		add(name, head{Named, 0})
	}
	return heads
}

// column says what a heading is taken for.
func (b *Book) column(heading string) Column {
	h, ok := b.heads[Heading(heading)]
	if !ok {
		return Column{heading, Carried, 0}
	}
	return Column{heading, h.role, h.unit}
}

// Columns says what the cells of a heading are taken for. The first that may
// name the applicant does.
func (b *Book) Columns(headings []string) []Column {
	columns, named := make([]Column, len(headings)), false
	for i, h := range headings {
		columns[i] = b.column(h)
		if columns[i].Role == Named {
			if named {
				columns[i].Role = Carried
			}
			named = true
		}
	}
	return columns
}

// known is how many of the cells name an input.
func (b *Book) known(cells []string) (n int) {
	for _, c := range cells {
		if b.column(c).Role >= 0 {
			n++
		}
	}
	return n
}

// Letter is the name of the i-th column in a spreadsheet: A, Z, AA.
func Letter(i int) string {
	if i < 26 {
		return string(rune('A' + i))
	}
	return Letter(i/26-1) + string(rune('A'+i%26))
}

// near is the short name that a heading was perhaps meant for.
func (b *Book) near(heading string) (string, bool) {
	var known []string
	for _, in := range b.Inputs {
		known = append(known, in.Short)
	}
	return problem.Closest(heading, known)
}
