package search

import "mingce/site/ascii"

// Limit is how many bytes of text, as UTF-8, the small tier should take: about
// a third of it once compressed, 150 KB.
const Limit = 450_000

// A Page is what can be found at one address.
type Page struct {
	Address string // relative to the site: "policies/qzf-2015-23/"
	Kind    string // what it is, as readers see it: 政策原文, 奖补项目, 问答
	Title   string
	Entries []Entry
}

// An Entry is a passage that is found and shown by itself.
type Entry struct {
	ID    string // of its place in the page; "" for the page itself
	Title string // what it is called: 三(二)1 培育电子商务企业做大做强; may be empty
	Text  string
}

// Path is where the text of a page of the large tier stands.
func (p Page) Path() string { return p.Address + "search.js" }

// Text appends the file at Path.
func (p Page) Text(dst []byte) []byte {
	dst = append(ascii.JSON(append(dst, calling...), p.Address), ',')
	return append(p.Encode(dst), ')')
}

// Encode appends a page as [address, kind, title, initials, [[id, title, text], …]].
func (p Page) Encode(b []byte) []byte {
	b = append(b, '[')
	for _, s := range []string{p.Address, p.Kind, p.Title, Initials(p.Title)} {
		b = append(ascii.JSON(b, s), ',')
	}
	b = append(b, '[')
	for i, e := range p.Entries {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(b, '[')
		b = append(ascii.JSON(b, e.ID), ',')
		b = append(ascii.JSON(b, e.Title), ',')
		b = append(ascii.JSON(b, e.Text), ']')
	}
	return append(b, "]]"...)
}

// Small is the file search/index.js of a small site, from its encoded pages.
func Small(pages [][]byte) []byte {
	value := []byte(`{"pages":[`)
	for i, p := range pages {
		if i > 0 {
			value = append(value, ',')
		}
		value = append(value, p...)
	}
	return call("", append(value, "]}"...))
}

const calling = "mingceSearch("

// call is the script that hands over a value.
func call(name string, value []byte) []byte {
	b := make([]byte, 0, len(value)+len(name)+24)
	b = append(b, calling...)
	b = append(ascii.JSON(b, name), ',')
	b = append(b, value...)
	return append(b, ')')
}
