package coverage

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"mingce/site/policy"
)

// cut cuts a clause into sentences, and these where a quote begins or ends.
func cut(c *policy.Clause, by []quote) Clause {
	out := Clause{ID: c.ID, Ref: c.Ref, Label: c.Label, Depth: len(c.Path()) - 1}
	offset := 0
	for paragraph, text := range strings.Split(c.Words(), "\n") {
		for _, s := range sentences(text, paragraph == 0, len(c.Heading)) {
			sentence := Sentence{Paragraph: paragraph, Stretches: stretches(s, offset, by)}
			sentence.State = stateOf(sentence.Stretches)
			heading := paragraph == 0 && offset+len(s) <= len(c.Heading)
			if heading && sentence.State != Covered {
				sentence.State = Heading
				for i := range sentence.Stretches {
					sentence.Stretches[i].State = Heading
				}
			}
			out.Sentences = append(out.Sentences, sentence)
			out.Sum.count(&sentence)
			offset += len(s)
		}
		offset++ // the line end
	}
	return out
}

// sentences cuts a paragraph behind each full stop and semicolon, with the
// marks that close it, and behind the heading.
func sentences(text string, first bool, heading int) (all []string) {
	const stops, closing = "。;;", "”』」))》"
	start := 0
	for i, r := range text {
		end := i + utf8.RuneLen(r)
		if i < start || !strings.ContainsRune(stops, r) && !(first && end == heading) {
			continue
		}
		for end < len(text) {
			next, size := utf8.DecodeRuneInString(text[end:])
			if !strings.ContainsRune(closing, next) {
				break
			}
			end += size
		}
		all = append(all, text[start:end])
		start = end
	}
	if start < len(text) {
		all = append(all, text[start:])
	}
	return all
}

// stretches cuts a sentence that begins at offset where a quote begins or
// ends.
func stretches(text string, offset int, by []quote) (all []Stretch) {
	edges := []int{0, len(text)}
	for _, q := range by {
		for _, at := range []int{q.start - offset, q.end - offset} {
			if at > 0 && at < len(text) {
				edges = append(edges, at)
			}
		}
	}
	slices.Sort(edges)
	edges = slices.Compact(edges)
	for i := 1; i < len(edges); i++ {
		s := Stretch{Text: text[edges[i-1]:edges[i]]}
		from, to := offset+edges[i-1], offset+edges[i]
		for _, q := range by {
			if q.start > from || to > q.end {
				continue
			}
			if q.reason != "" {
				s.Reason, s.State = q.reason, max(s.State, Explained)
				continue
			}
			s.Rules = append(s.Rules, q.rule)
			if q.rule.Kind.covers() {
				s.State = Covered
			}
		}
		all = append(all, s)
	}
	return all
}

// stateOf is the best state of a sentence's stretches.
func stateOf(all []Stretch) (state State) {
	for _, s := range all {
		state = max(state, s.State)
	}
	return state
}

func (s *Sum) count(sentence *Sentence) {
	if n := s.of(sentence.State); n != nil {
		n.Sentences++
	}
	for _, st := range sentence.Stretches {
		if n := s.of(st.State); n != nil {
			n.Characters += characters(st.Text)
		}
	}
}

// characters counts those of a text that are no punctuation marks.
func characters(text string) (n int) {
	for _, r := range text {
		if !unicode.IsPunct(r) {
			n++
		}
	}
	return n
}
