// Package cite holds what the office writes about a policy, in goals.toml,
// departments.toml and guide.toml, to the words of the policy.
//
// Every statement has a [Source]: the clause as people write it and the words
// it stands on, which must stand in that clause exactly once. A [Holder] looks
// them up and remembers which words of which clause were quoted, so that a
// loader can say what was left out. Figures that the office writes in words of
// its own must stand in the quote.
//
//	h := cite.New(doc, &problems)
//	at := h.Hold(source, fallback)      // where it stands, or a problem
//	h.Agree(source, name, note)         // no figure of ours that the text has not
//	h.Unquoted(clause)                  // what nothing stands on
package cite

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"mingce/calc"
	"mingce/site/policy"
	"mingce/site/problem"
	"mingce/site/toml"
)

// A Source is what a statement stands on. The clause may be left out where the
// file names one for all.
type Source struct {
	Clause toml.At[string] `toml:"clause"`
	Quote  toml.At[string] `toml:"quote,required"`
}

// A Holder holds statements to one document.
type Holder struct {
	doc      *policy.Document
	problems *problem.List
	quoted   map[string][]Span // by clause id
}

// New returns a holder that adds what is wrong to problems.
func New(doc *policy.Document, problems *problem.List) *Holder {
	return &Holder{doc: doc, problems: problems, quoted: map[string][]Span{}}
}

// Clause finds the clause a value names.
func (h *Holder) Clause(ref toml.At[string]) (*policy.Clause, bool) {
	if !ref.Set {
		return nil, false
	}
	c, ok := h.doc.Clause(ref.Value)
	if !ok {
		*h.problems = append(*h.problems, NoClause(h.doc, ref))
	}
	return c, ok
}

// NoClause is the problem of a value that names no clause of the document.
func NoClause(doc *policy.Document, ref toml.At[string]) problem.Problem {
	var refs []string
	for c := range doc.Clauses() {
		refs = append(refs, c.Ref)
	}
	hint := "写成正式的条号,如三(二)1;运行 mingce clauses 查看全部"
	if near, found := problem.Closest(ref.Value, refs); found {
		hint = "是否想写 " + near + "?运行 mingce clauses 查看全部"
	}
	return problem.Problem{Pos: ref.Pos, Text: "文件里没有“" + ref.Value + "”这一条", Hint: hint}
}

// NoQuoteClause is the problem of a quote without a clause.
func NoQuoteClause(quote toml.At[string]) problem.Problem {
	return problem.Problem{Pos: quote.Pos, Text: "有引文,没有条号", Hint: "加一行 clause,如 clause = \"三(二)1\""}
}

// A Span is bytes of a clause's Words.
type Span struct{ Start, End int }

// Find looks a quote up in a clause. It must stand there exactly once; else
// there is a problem, and astray says that it stands there nowhere.
func Find(c *policy.Clause, quote toml.At[string]) (at Span, wrong *problem.Problem, astray bool) {
	found := c.Locate(quote.Value)
	switch n := len(found); n {
	case 1:
		return Span{found[0].Start, found[0].End}, nil, false
	case 0:
		hint := "照抄原文;运行 mingce clauses " + c.ID + " 查看全文"
		if near := c.Nearest(quote.Value); near != "" {
			hint = fmt.Sprintf("该条写的是“%s”;运行 mingce clauses %s 查看全文", near, c.ID)
		}
		return at, &problem.Problem{Pos: quote.Pos, Text: Named(c) + "中没有这句引文", Hint: hint}, true
	default:
		text := fmt.Sprintf("这句引文在%s中出现了%d次", Named(c), n)
		return at, &problem.Problem{Pos: quote.Pos, Text: text, Hint: "引得长一些,使它只指一处"}, false
	}
}

// Named is how a sentence speaks of a clause: 第三(二)1条, 第三条.
func Named(c *policy.Clause) string {
	if strings.HasPrefix(c.Ref, "第") {
		return c.Ref
	}
	return "第" + c.Ref + "条"
}

// Hold looks up the words of a source, in its own clause or else in fallback.
// The citation is zero when they do not stand there exactly once.
func (h *Holder) Hold(s Source, fallback toml.At[string]) calc.Citation {
	ref := s.Clause
	if !ref.Set {
		ref = fallback
	}
	if !ref.Set {
		if s.Quote.Set {
			*h.problems = append(*h.problems, NoQuoteClause(s.Quote))
		}
		return calc.Citation{}
	}
	c, ok := h.Clause(ref)
	if !ok || !s.Quote.Set {
		return calc.Citation{}
	}
	at, wrong, _ := Find(c, s.Quote)
	if wrong != nil {
		*h.problems = append(*h.problems, *wrong)
		return calc.Citation{}
	}
	h.quoted[c.ID] = append(h.quoted[c.ID], at)
	return calc.Citation{Clause: c.ID, Quote: s.Quote.Value}
}

// figure is a number as it is written, with its scale and percent sign.
var figure = regexp.MustCompile(`[0-9]+(?:[.,][0-9]+)*[万亿千百]*%?`)

// Figures lists the figures in words, as they are written, in half-width
// characters.
func Figures(words string) []string { return figure.FindAllString(policy.Fold(words), -1) }

// Agree holds words of our own to the quote: they may not have a figure that
// the quote has not.
func (h *Holder) Agree(s Source, ours ...toml.At[string]) {
	if !s.Quote.Set {
		return
	}
	theirs := Figures(s.Quote.Value)
	for _, w := range ours {
		for _, f := range Figures(w.Value) {
			if !slices.Contains(theirs, f) {
				h.problems.Add(w.Pos, "引文里没有“"+f+"”", "与引文写成一样;引文以原文为准")
			}
		}
	}
}

// Within holds words of our own to be words of the quote.
func (h *Holder) Within(s Source, ours toml.At[string]) {
	if ours.Set && s.Quote.Set && !strings.Contains(policy.Fold(s.Quote.Value), policy.Fold(ours.Value)) {
		h.problems.Add(ours.Pos, "引文里没有“"+ours.Value+"”", "照引文里的字写,或把引文引得长一些")
	}
}

// Unquoted is what of a clause's own words no source stands on, stretch by
// stretch, in order.
func (h *Holder) Unquoted(c *policy.Clause) (left []string) {
	words := c.Words()
	at := slices.SortedFunc(slices.Values(h.quoted[c.ID]), func(a, b Span) int { return a.Start - b.Start })
	from := 0
	add := func(to int) {
		if to > from {
			left = append(left, words[from:to])
		}
	}
	for _, s := range at {
		add(s.Start)
		from = max(from, s.End)
	}
	add(len(words))
	return left
}

// Short is the beginning of words, for a message.
func Short(words string) string {
	words = strings.Trim(words, " \n,.;:\uff0c。\uff1b\uff1a、")
	if utf8.RuneCountInString(words) <= 20 {
		return words
	}
	return string([]rune(words)[:20]) + "…"
}
