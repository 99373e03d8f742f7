package site

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"mingce/site/output"
	"mingce/site/page"
)

// What a list of policies takes at a time. A list that fits on one page has no
// facets either: it is read faster than it is narrowed.
const (
	perPage     = 50
	mostValues  = 60 // of one facet, those with the most documents
	policiesRow = "policies/"
)

// A slice of the policies, such as those of one year, is a list of its own.
type slice struct {
	text, address string
	docs          []page.Doc
}

// lists makes the list of all policies and, where it is long, those of every
// year, subject and keyword.
func (b *builder) lists(all *content, docs []page.Doc) {
	source := all.at(policiesRow)
	if len(docs) <= perPage {
		b.list(source, slice{"政策文件", policiesRow, docs}, nil)
		return
	}
	years, subjects, words := facet{root: "years/"}, facet{root: "subjects/"}, facet{root: "keywords/"}
	for i, e := range all.policies {
		m := e.doc.Meta
		if y := m.Signed.Value.Time().Year(); y > 1 {
			years.put(strconv.Itoa(y), strconv.Itoa(y)+"年", docs[i])
		}
		if s := m.Subject.Value; s != "" {
			subjects.put(slug(s), s, docs[i])
		}
		for _, k := range m.Keywords {
			words.put(slug(k.Value), k.Value, docs[i])
		}
	}
	years.sort(func(a, b *slice) int { return -strings.Compare(a.address, b.address) })
	subjects.sort(mostFirst)
	words.sort(mostFirst)
	facets := []page.Facet{years.shown("年份"), subjects.shown("主题分类"), words.shown("主题词")}
	facets = slices.DeleteFunc(facets, func(f page.Facet) bool { return len(f.Values) == 0 })
	b.list(source, slice{"政策文件", policiesRow, docs}, facets)
	for _, f := range []facet{years, subjects, words} {
		for _, s := range f.slices {
			b.list(source, *s, facets)
		}
	}
}

// list makes the pages of one list.
func (b *builder) list(source string, s slice, facets []page.Facet) {
	pages := max(1, (len(s.docs)+perPage-1)/perPage)
	at := func(n int) string {
		switch {
		case n < 1 || n > pages:
			return ""
		case n == 1:
			return s.address
		}
		return s.address + "list/" + strconv.Itoa(n) + "/"
	}
	for n := 1; n <= pages; n++ {
		title, about := s.text, "本站公布的政策文件目录。"
		trail := []page.Link{{Text: s.text}}
		if s.address != policiesRow {
			title, about = s.text+"的政策文件", "本站公布的政策文件:"+s.text+"。"
			trail = []page.Link{{Text: "政策文件", To: policiesRow}, {Text: s.text}}
		}
		if n > 1 {
			title += "(第" + strconv.Itoa(n) + "页)"
		}
		l := page.List{
			Frame: b.framed(at(n), title, about, trail...), Heading: s.text, Facets: current(facets, s.address),
			Docs: s.docs[(n-1)*perPage : min(n*perPage, len(s.docs))], Pager: page.Pager{Number: n, Pages: pages, Before: at(n - 1), After: at(n + 1)},
		}
		if s.address == policiesRow && n == 1 && len(s.docs) > 0 {
			l.Feed = policiesRow + "atom.xml"
		}
		column(&l.Frame, title, about)
		b.add(at(n), "list", source, output.Column, l)
	}
}

// A facet is the slices by one property, in the order of first occurrence
// until they are sorted.
type facet struct {
	root   string
	slices []*slice
	by     map[string]*slice
}

func (f *facet) put(name, text string, d page.Doc) {
	s := f.by[name]
	if s == nil {
		if f.by == nil {
			f.by = map[string]*slice{}
		}
		s = &slice{text: text, address: policiesRow + f.root + name + "/"}
		f.by[name], f.slices = s, append(f.slices, s)
	}
	if n := len(s.docs); n == 0 || s.docs[n-1].ID != d.ID { // a keyword given twice
		s.docs = append(s.docs, d)
	}
}

// sort brings the slices into order and keeps no more than fit.
func (f *facet) sort(order func(a, b *slice) int) {
	slices.SortFunc(f.slices, order)
	f.slices = f.slices[:min(len(f.slices), mostValues)]
}

func mostFirst(a, b *slice) int {
	return cmp.Or(len(b.docs)-len(a.docs), strings.Compare(a.address, b.address))
}

func (f *facet) shown(name string) page.Facet {
	out := page.Facet{Name: name}
	for _, s := range f.slices {
		out.Values = append(out.Values, page.Value{Text: s.text, Count: len(s.docs), To: s.address})
	}
	return out
}

// current marks the value whose page this is.
func current(facets []page.Facet, address string) []page.Facet {
	for i, f := range facets {
		at := slices.IndexFunc(f.Values, func(v page.Value) bool { return v.To == address })
		if at < 0 {
			continue
		}
		facets = slices.Clone(facets)
		facets[i].Values = slices.Clone(f.Values)
		facets[i].Values[at].Current = true
	}
	return facets
}

// slug is a word as part of an address and of a file name: the word itself,
// without what a system or a server would take amiss.
func slug(word string) string {
	return strings.Map(func(r rune) rune {
		if r <= ' ' || strings.ContainsRune(`/\:*?"<>|#%&+;.`, r) {
			return '-'
		}
		return r
	}, strings.TrimSpace(word))
}
