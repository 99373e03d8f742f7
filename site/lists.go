package site

import (
	"fmt"
	"strconv"

	"mingce/site/division"
	"mingce/site/output"
	"mingce/site/page"
	"mingce/site/toml"
)

// A shelf is a list that is published on static pages: all of it, page by
// page, and once more for every year and subject.
type shelf struct {
	address        string // "news/"
	title, about   string
	empty          string // what it says while it holds nothing
	source         string
	years, subject string // what the two facets are called
	items          []shelved
}

// A shelved is one entry of a shelf.
type shelved struct {
	row     page.Row
	day     toml.Date
	subject string // the word; empty for none
}

// shelf publishes a list.
func (b *builder) shelf(s shelf) {
	years := division.By(s.items, true, func(i shelved) (string, string, bool) {
		return strconv.Itoa(i.day.Year), strconv.Itoa(i.day.Year) + "年", !i.day.IsZero()
	})
	subjects := division.By(s.items, false, func(i shelved) (string, string, bool) {
		id := termID(b.conf.Subjects, i.subject)
		return id, i.subject, id != ""
	})
	facets := func(current string) []page.Facet {
		var out []page.Facet
		for _, f := range []struct {
			name, folder string
			groups       []division.Group[shelved]
		}{{s.years, "years/", years}, {s.subject, "subjects/", subjects}} {
			if len(f.groups) < 2 {
				continue // nothing to choose
			}
			all := page.Value{Text: "全部", To: s.address, Count: len(s.items), Current: current == s.address}
			choices := []page.Value{all}
			for _, g := range f.groups {
				to := s.address + f.folder + g.ID + "/"
				choices = append(choices, page.Value{Text: g.Name, To: to, Count: len(g.Items), Current: current == to})
			}
			out = append(out, page.Facet{Name: f.name, Values: choices})
		}
		return out
	}
	b.shelve(s, s.address, s.title, s.items, facets)
	for _, g := range years {
		b.shelve(s, s.address+"years/"+g.ID+"/", g.Name, g.Items, facets)
	}
	for _, g := range subjects {
		b.shelve(s, s.address+"subjects/"+g.ID+"/", g.Name, g.Items, facets)
	}
}

// shelve publishes the pages of a list, or of a part of it.
func (b *builder) shelve(s shelf, address, name string, items []shelved, facets func(string) []page.Facet) {
	for _, p := range division.Pages(items) {
		at := division.Address(address, p.Number)
		title, trail := s.title, []page.Link{{Text: s.title}}
		if address != s.address {
			title, trail = s.title+":"+name, []page.Link{{Text: s.title, To: s.address}, {Text: name}}
		}
		v := page.Column{Heading: title, Lead: s.about, Empty: s.empty, Facets: facets(address),
			Pager: page.Pager{Number: p.Number, Pages: p.Of}}
		if p.Number > 1 {
			title += fmt.Sprintf("(第%d页)", p.Number)
			v.Pager.Before = division.Address(address, p.Number-1)
		}
		if p.Number < p.Of {
			v.Pager.After = division.Address(address, p.Number+1)
		}
		v.Frame = b.framed(at, title, s.about, trail...)
		column(&v.Frame, s.title, s.about)
		for _, i := range p.Items {
			v.Rows = append(v.Rows, i.row)
		}
		b.add(at, "column", s.source, output.Column, v).Length = 100 * len(v.Rows)
	}
}
