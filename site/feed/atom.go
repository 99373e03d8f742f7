package feed

import (
	"crypto/sha1"
	"encoding/hex"
	"net/url"
	"slices"
	"strings"
)

// A Site is what all feeds of a site share.
type Site struct {
	Name string
	Base string // absolute, with a slash at the end; "" while the site has no address
}

// A Feed is one Atom feed.
type Feed struct {
	Address string // of the feed, relative to the site: "policies/atom.xml"
	Page    string // of the page it follows: "policies/"
	Title   string
	Author  string // of entries that name none
	Entries []Entry
}

// An Entry is one thing in a feed.
type Entry struct {
	Address string // of its page, relative to the site; names it
	Version string // of what the entry tells, if a page has several: "2015-11-30"
	Title   string
	Author  string
	Updated string // a day: 2015-11-30
	Issued  string // a day, if it is another
	Summary string
	Subject []string // categories
}

// Most is how many entries a feed holds: the latest.
const Most = 100

// Atom writes a feed; ok is false if it has no entry, since a feed must say
// when it was last changed.
func (s Site) Atom(f Feed) (body []byte, ok bool) {
	entries := slices.Clone(f.Entries)
	slices.SortStableFunc(entries, func(a, b Entry) int { return strings.Compare(b.Updated, a.Updated) })
	if len(entries) == 0 {
		return nil, false
	}
	entries = entries[:min(len(entries), Most)]
	w := &writer{}
	w.raw(`<?xml version="1.0" encoding="UTF-8"?>` + "\n" + `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">` + "\n")
	w.leaf("id", s.id(f.Address, ""))
	w.leaf("title", f.Title)
	w.leaf("updated", moment(entries[0].Updated))
	w.author(f.Author)
	w.empty("link", "rel", "self", "type", "application/atom+xml", "href", s.to(f.Address, f.Address))
	w.empty("link", "rel", "alternate", "type", "text/html", "href", s.to(f.Address, f.Page))
	w.leaf("generator", "mingce")
	for _, e := range entries {
		s.entry(w, f, e)
	}
	w.raw("</feed>\n")
	return w.b, true
}

func (s Site) entry(w *writer, f Feed, e Entry) {
	w.raw("<entry>\n")
	w.leaf("id", s.id(e.Address, e.Version))
	w.leaf("title", e.Title)
	w.leaf("updated", moment(e.Updated))
	if e.Issued != "" {
		w.leaf("published", moment(e.Issued))
	}
	if e.Author != "" && e.Author != f.Author {
		w.author(e.Author)
	}
	w.empty("link", "rel", "alternate", "type", "text/html", "href", s.to(f.Address, e.Address))
	for _, c := range e.Subject {
		w.empty("category", "term", c)
	}
	if e.Summary != "" {
		w.leaf("summary", e.Summary)
	}
	w.raw("</entry>\n")
}

// moment is a day as a moment: its beginning at Beijing.
func moment(day string) string { return day + "T00:00:00+08:00" }

// to is how the file at from writes the address of another.
func (s Site) to(from, address string) string {
	if s.Base != "" {
		return s.Base + address
	}
	if way := strings.Repeat("../", strings.Count(from, "/")) + address; way != "" {
		return way
	}
	return "./"
}

// id names an address for good.
func (s Site) id(address, version string) string {
	if version != "" {
		version = "#" + version
	}
	if u, err := url.Parse(s.Base); err == nil && u.Host != "" {
		return "tag:" + u.Hostname() + ",2026:" + u.EscapedPath() + address + version
	}
	return "urn:uuid:" + uuid("mingce/"+address+version)
}

// uuid is a version 5 UUID of a name, in the namespace of URLs.
func uuid(name string) string {
	space := []byte{0x6b, 0xa7, 0xb8, 0x11, 0x9d, 0xad, 0x11, 0xd1, 0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30, 0xc8}
	sum := sha1.Sum(append(space, name...))
	sum[6], sum[8] = sum[6]&0x0f|0x50, sum[8]&0x3f|0x80
	h := hex.EncodeToString(sum[:16])
	return h[:8] + "-" + h[8:12] + "-" + h[12:16] + "-" + h[16:20] + "-" + h[20:]
}
