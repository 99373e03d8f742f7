// Package page holds what every kind of page shows, as plain values: one
// struct per kind of page, made from the documents and rulebooks, rendered by
// package templates. Nothing here knows HTML, files or the address of the
// folder the site is written to.
package page

import (
	"html/template"
	"strings"
)

// A Frame is what every page has around its own part.
type Frame struct {
	Address     string // of the page, relative to the site: "policies/", "" for the first page
	Root        string // from the page to the first page: "../", or an absolute path where the page has no fixed place
	Title       string
	Description string
	Crumbs      []Link // from the first page to this one, this one without an address
	Metas       []Meta
	Feed        string // address of the feed that follows the page; may be empty
	Canonical   string // absolute; empty while the site has no address of its own
	Site        *Site
	Look        Look
}

// A Site is what is said of the whole site on every page.
type Site struct {
	Name       string
	Menu       []Link
	Demo       string // the notice of a site without a real publisher; empty else
	Identities []Identity
	Settings   []Setting // how a reader may want the pages
	Speak      string    // address of the script that reads a page aloud
}

// An Identity is one line of the footer: 主办单位, ICP备案号 and the like.
type Identity struct {
	Label, Value string
	URL          string // where it can be verified; may be empty
}

// A Setting is one thing a reader may choose about every page. The choice is
// kept on the reader's own device.
type Setting struct {
	Name, Key string
	Options   []Option // the first, with an empty value, is what holds without a choice
}

// Settings are all there are; the styles of view.css know their values.
func Settings() []Setting {
	return []Setting{
		{"字号", "size", []Option{{Value: "", Text: "标准"}, {Value: "large", Text: "大"}, {Value: "huge", Text: "特大"}}},
		{"颜色", "theme", []Option{{Value: "", Text: "跟随系统"}, {Value: "light", Text: "浅色"}, {Value: "dark", Text: "深色"}}},
		{"对比度", "contrast", []Option{{Value: "", Text: "标准"}, {Value: "high", Text: "高"}}},
	}
}

// A Link is a text and the address it leads to, relative to the site.
type Link struct {
	Text, To string
}

// A Meta is one tag of the guideline for government websites.
type Meta struct {
	Name, Content string
}

// A Look is the styles and scripts of a page.
type Look struct {
	Icon   Resource
	View   Resource     // the script that applies what the reader chose, before the page is painted
	Chosen Resource     // the style that it loads if there is something to apply
	Inline template.CSS // the first screen
	Policy string       // the Content-Security-Policy that allows just this
	Early  []Resource   // styles without which the page would jump
	Late   []Resource   // styles of what lies below the first screen
	Script []Resource
	Worker Resource   // the script that makes pages work without a network; empty for none
	Fetch  []Resource // what the script asks for at once: its loading need not wait for it
	// Classic are scripts of a page that also works when opened from a disk:
	// neither modules nor held to a checksum, both of which need a server.
	Classic []Resource
}

// A Resource is a file that a page loads, held to its content.
type Resource struct {
	Path      string // relative to the site
	Integrity string
}

// To is the address of a place of the site, as written in this page: the
// shortest way for what lies beside the page or below it.
func (f Frame) To(address string) string {
	to := f.Root + address
	if below, ok := strings.CutPrefix(address, f.Address); ok && f.Address != "" && strings.HasPrefix(f.Root, "../") {
		to = below
	}
	if to == "" {
		return "./"
	}
	return to
}

// Current reports whether a menu entry leads to this page or one above it.
func (f Frame) Current(address string) bool {
	return address == f.Address || address != "" && strings.HasPrefix(f.Address, address)
}

// RootOf is the way from the page at an address back to the first page.
func RootOf(address string) string {
	return strings.Repeat("../", strings.Count(address, "/"))
}

// AddMeta adds a tag where its value is known: never empty, never invented.
func (f *Frame) AddMeta(name, content string) {
	if content != "" {
		f.Metas = append(f.Metas, Meta{name, content})
	}
}
