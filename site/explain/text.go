package explain

import "strings"

// Text prints the tree for a terminal, one step a line, indented. ref says a
// clause as people write it, 三(二)1 for c3-2-1. A benefit that is ruled out is
// printed with what rules it out alone.
func (t Tree) Text(ref func(clause string) string) string {
	w := writer{ref: ref}
	w.line(0, "", t.Award)
	if t.Note != "" {
		w.b.WriteString("  " + t.Note + "\n")
	}
	for _, s := range t.Principles {
		w.line(1, "", s)
	}
	for _, s := range t.Changes {
		w.line(1, "", s)
	}
	for _, s := range t.Benefits {
		w.benefit(s)
	}
	w.section("还要问", t.Questions)
	w.section("依据的解释口径", t.Readings)
	return w.b.String()
}

type writer struct {
	b   strings.Builder
	ref func(string) string
}

// mark is the word before a step for its state.
func mark(s State) string {
	return map[State]string{Met: "[符合] ", Failed: "[不符合] ", Open: "[未填] ", Authority: "[待认定] "}[s]
}

func (w *writer) benefit(s Step) {
	w.line(0, "", s)
	for _, k := range s.Steps {
		switch {
		case s.State == Failed && k.Kind == Condition && k.State != Failed:
		case k.Kind == Condition:
			w.line(1, mark(k.State), k)
		case k.Kind == Amount:
			w.amount(1, k)
		default:
			w.line(1, "", k)
		}
	}
}

func (w *writer) amount(depth int, s Step) {
	w.line(depth, "数额:", s)
	for _, k := range s.Steps {
		w.amount(depth+1, k)
	}
}

func (w *writer) section(title string, steps []Step) {
	if len(steps) == 0 {
		return
	}
	w.b.WriteString(title + "\n")
	for _, s := range steps {
		w.line(1, "", s)
		for _, k := range s.Steps {
			w.line(2, "", k)
		}
	}
}

// line writes a step: its title, what it means, where it stands. The quote
// follows where something hangs on its words.
func (w *writer) line(depth int, lead string, s Step) {
	w.b.WriteString(strings.Repeat("  ", depth) + lead)
	parts := []string{s.Title, s.Words}
	if s.Title == "" || s.Kind == Principle {
		parts = []string{s.Words}
	}
	words := strings.TrimSuffix(strings.Join(parts, ":"), ":")
	w.b.WriteString(words)
	if s.Clause != "" {
		w.b.WriteString(" 〔" + w.ref(s.Clause))
		if s.Quote != "" && (s.State != Met || s.Kind == Amount || s.Kind == Principle) {
			w.b.WriteString(":" + s.Quote)
		}
		w.b.WriteString("〕")
	}
	w.b.WriteString("\n")
}
