package search

import (
	"strings"
	"unicode/utf8"

	"github.com/go-json-experiment/json/jsontext"
)

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

// Text is the file at Path.
func (p Page) Text() []byte { return call(p.Address, p.Encode()) }

// Encode writes a page as [address, kind, title, initials, [[id, title, text], …]].
func (p Page) Encode() []byte {
	size := 64 + len(p.Address) + 2*len(p.Title)
	for _, e := range p.Entries {
		size += len(e.ID) + len(e.Title) + len(e.Text) + 12
	}
	b := make([]byte, 0, size+size/16)
	b = append(b, '[')
	for _, s := range []string{p.Address, p.Kind, p.Title, Initials(p.Title)} {
		b = append(quote(b, s), ',')
	}
	b = append(b, '[')
	for i, e := range p.Entries {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(b, '[')
		b = append(quote(b, e.ID), ',')
		b = append(quote(b, e.Title), ',')
		b = append(quote(b, e.Text), ']')
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

// quote appends s as a JSON string, which is also one of JavaScript. Bytes
// that are not UTF-8 become U+FFFD.
func quote(dst []byte, s string) []byte {
	plain := utf8.ValidString(s)
	for i := 0; plain && i < len(s); i++ {
		plain = s[i] >= ' ' && s[i] != '"' && s[i] != '\\'
	}
	if plain {
		return append(append(append(dst, '"'), s...), '"')
	}
	dst, err := jsontext.AppendQuote(dst, strings.ToValidUTF8(s, "\ufffd"))
	if err != nil {
		panic(err) // unreachable: the text is valid now
	}
	return dst
}

// call is the script that hands over a value.
func call(name string, value []byte) []byte {
	b := make([]byte, 0, len(value)+len(name)+24)
	b = append(b, "mingceSearch("...)
	b = append(quote(b, name), ',')
	b = append(b, value...)
	return append(b, ')')
}
