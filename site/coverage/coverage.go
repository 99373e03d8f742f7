// Package coverage shows, for reviewers, which words of a policy its rules
// stand on: every clause sentence by sentence, each sentence cut into
// stretches, each stretch with the rules that quote it or with the reason why
// none does.
//
//	for _, c := range coverage.Of(doc, rb) {
//		fmt.Println(c.Ref, c.Sum.Uncovered.Sentences)
//	}
//
// A sentence goes up to a full stop or a semicolon. It is covered when a rule
// quotes some of it, explained when words of it are listed as not coded. What
// a question or a reading quotes is shown, but covers nothing: asking is not
// yet granting. A heading is no sentence unless a rule quotes it.
package coverage

import (
	"mingce/calc"
	"mingce/site/policy"
)

// A State says how much of a stretch or sentence the rules account for.
type State uint8

// The states. Heading is a clause's heading that no rule quotes.
const (
	Uncovered State = iota
	Explained
	Covered
	Heading
)

// String is the state in plain Chinese.
func (s State) String() string {
	switch s {
	case Covered:
		return "有规则"
	case Explained:
		return "已说明"
	case Heading:
		return "标题"
	}
	return "未用到"
}

// A Clause is the text of one clause, sentence by sentence.
type Clause struct {
	ID, Ref, Label string
	Depth          int // how many clauses it stands in
	Sentences      []Sentence
	Sum            Sum
}

// Cited reports whether any rule stands on the clause.
func (c *Clause) Cited() bool { return c.Sum.Covered.Sentences > 0 }

// A Sentence is stretches one after another; together they are its text.
type Sentence struct {
	State     State
	Stretches []Stretch
	Paragraph int // 0 for the clause's first line
}

// Text is the sentence as it stands.
func (s *Sentence) Text() string {
	var text string
	for _, st := range s.Stretches {
		text += st.Text
	}
	return text
}

// A Stretch is words that the same rules quote.
type Stretch struct {
	State  State
	Text   string
	Rules  []Rule // in the order of the rulebook
	Reason string // why it is not coded, if it is not
}

// A Kind says what sort of rule quotes a stretch.
type Kind uint8

// The kinds of rules. Input, Quantity and Reading cover nothing.
const (
	Benefit Kind = iota
	Condition
	Amount
	Combination
	Input
	Quantity
	Reading
)

// String is the kind in plain Chinese.
func (k Kind) String() string {
	return [...]string{"项目", "条件", "金额", "合并", "问题", "数量", "口径"}[k]
}

// covers reports whether a quote of the kind is a use of the words.
func (k Kind) covers() bool { return k <= Combination }

// A Rule is one that quotes a stretch: its kind, its id, and of an amount the
// part that does, such as 第2档.
type Rule struct {
	Kind Kind
	ID   string
	Part string
}

// String is the rule as reviewers name it: 条件 hired, 金额 research 第2档.
func (r Rule) String() string {
	s := r.Kind.String() + " " + r.ID
	if r.Part != "" {
		s += " " + r.Part
	}
	return s
}

// A Count is how much there is of one state; punctuation marks are not
// counted.
type Count struct{ Characters, Sentences int }

// A Sum counts characters and sentences by state. Headings count as neither.
type Sum struct{ Covered, Explained, Uncovered Count }

// of is the count of a state, nil for headings.
func (s *Sum) of(state State) *Count {
	switch state {
	case Covered:
		return &s.Covered
	case Explained:
		return &s.Explained
	case Uncovered:
		return &s.Uncovered
	}
	return nil
}

// Add counts another sum in.
func (s *Sum) Add(o Sum) {
	for _, state := range []State{Covered, Explained, Uncovered} {
		s.of(state).Characters += o.of(state).Characters
		s.of(state).Sentences += o.of(state).Sentences
	}
}

// Of cuts every clause of a document by the quotes of its rulebook.
func Of(doc *policy.Document, rb *calc.Rulebook) []Clause {
	by := quotes(doc, rb)
	var all []Clause
	for c := range doc.Clauses() {
		all = append(all, cut(c, by[c.ID]))
	}
	return all
}
