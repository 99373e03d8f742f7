// Package terms explains words of documents that readers may not know. The
// office writes them into terms.toml, once for the whole site:
//
//	[[term]]
//	id = "b2c"
//	word = "B2C"
//	also = ["企业对个人"]
//	means = "企业在网上向个人消费者出售商品或者服务。"
//
//	id     names it in the address /terms/#b2c: lower-case letters, digits, hyphens
//	word   as it stands in documents, character for character
//	also   other ways to write it; may be missing
//	means  what it means, in plain words, in at most 120 characters
//
// In a document the word is marked the first time it occurs in a clause. The
// text stays as it is: a mark is put around characters, none is added. Latin
// letters and digits count as a word only where no other stands beside them;
// of words that overlap, the longer is marked.
package terms

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"mingce/site/problem"
	"mingce/site/toml"
)

// A Term is a word and what it means.
type Term struct {
	ID, Word, Means string
	Also            []string
}

// Longest is how many characters an explanation may have: more belongs on a
// page of its own.
const Longest = 120

type file struct {
	Term []struct {
		ID    toml.At[string]   `toml:"id,required"`
		Word  toml.At[string]   `toml:"word,required"`
		Also  []toml.At[string] `toml:"also"`
		Means toml.At[string]   `toml:"means,required"`
	} `toml:"term"`
}

var id = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

// Load reads terms.toml.
func Load(name string, text []byte) ([]Term, problem.List) {
	var f file
	problems := toml.Decode(name, text, &f)
	ids, words := map[string]bool{}, map[string]bool{}
	var out []Term
	for _, t := range f.Term {
		if t.ID.Set && !id.MatchString(t.ID.Value) {
			problems.Add(t.ID.Pos, "id 的写法不对", "用小写字母、数字和连字符,如 \"b2c\"")
		} else if t.ID.Set && ids[t.ID.Value] {
			problems.Add(t.ID.Pos, "id “"+t.ID.Value+"”用了两次", "给其中一个另起一个")
		}
		ids[t.ID.Value] = true
		n := Term{ID: t.ID.Value, Word: t.Word.Value, Means: strings.TrimSpace(t.Means.Value)}
		for _, w := range append([]toml.At[string]{t.Word}, t.Also...) {
			switch {
			case !w.Set:
			case utf8.RuneCountInString(w.Value) < 2 || strings.TrimSpace(w.Value) != w.Value:
				problems.Add(w.Pos, "要解释的词太短,或者前后有空格", "照文件中的写法写,至少两个字,前后不留空格")
			case words[w.Value]:
				problems.Add(w.Pos, "“"+w.Value+"”解释了两次", "留下一处")
			}
			words[w.Value] = true
		}
		for _, w := range t.Also {
			n.Also = append(n.Also, w.Value)
		}
		if k := utf8.RuneCountInString(n.Means); t.Means.Set && (k == 0 || k > Longest) {
			problems.Add(t.Means.Pos, fmt.Sprintf("解释有%d个字", k), fmt.Sprintf("写一两句话,1至%d个字", Longest))
		}
		out = append(out, n)
	}
	problems.Sort()
	return out, problems
}

// A Run is a stretch of text, explained or not.
type Run struct {
	Text string
	Term string // the id of the term; empty for other text
}

// A Marker marks terms in texts.
type Marker struct {
	words []word // longer ones first
}

type word struct{ text, id string }

// NewMarker prepares to mark terms.
func NewMarker(list []Term) *Marker {
	m := &Marker{}
	for _, t := range list {
		for _, w := range append([]string{t.Word}, t.Also...) {
			m.words = append(m.words, word{w, t.ID})
		}
	}
	slices.SortStableFunc(m.words, func(a, b word) int { return len(b.text) - len(a.text) })
	return m
}

// A place is where a word stands in a text.
type place struct {
	start, end int
	id         string
}

// Mark cuts a text into runs, nil where nothing is to be marked. seen are the
// terms already marked in this clause; they are not marked again. Joined, the
// runs are the text.
func (m *Marker) Mark(text string, seen map[string]bool) []Run {
	var found []place
	for _, w := range m.words {
		if seen[w.id] {
			continue
		}
		if p, ok := w.in(text, found); ok {
			seen[w.id] = true
			found = append(found, p)
		}
	}
	if found == nil {
		return nil
	}
	slices.SortFunc(found, func(a, b place) int { return a.start - b.start })
	var out []Run
	from := 0
	for _, p := range found {
		if p.start > from {
			out = append(out, Run{Text: text[from:p.start]})
		}
		out = append(out, Run{text[p.start:p.end], p.id})
		from = p.end
	}
	if from < len(text) {
		out = append(out, Run{Text: text[from:]})
	}
	return out
}

// in finds the first place where a word stands by itself, apart from those
// taken.
func (w word) in(text string, taken []place) (place, bool) {
	for at := 0; ; {
		i := strings.Index(text[at:], w.text)
		if i < 0 {
			return place{}, false
		}
		start, end := at+i, at+i+len(w.text)
		overlaps := func(p place) bool { return start < p.end && p.start < end }
		if apart(text, start, end) && !slices.ContainsFunc(taken, overlaps) {
			return place{start, end, w.id}, true
		}
		at = end
	}
}

// apart reports whether a word of latin letters or digits is one by itself.
func apart(text string, start, end int) bool {
	return !(start > 0 && latin(text[start-1]) && latin(text[start])) &&
		!(end < len(text) && latin(text[end-1]) && latin(text[end]))
}

func latin(b byte) bool {
	return 'a' <= b && b <= 'z' || 'A' <= b && b <= 'Z' || '0' <= b && b <= '9'
}
