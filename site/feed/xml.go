package feed

import (
	"encoding/xml"
	"strings"
)

// A writer writes XML.
type writer struct{ b []byte }

func (w *writer) raw(s string) { w.b = append(w.b, s...) }

// leaf is an element with text alone.
func (w *writer) leaf(name, text string) {
	w.raw("<" + name + ">" + escape(text) + "</" + name + ">\n")
}

// empty is an element without content; attributes are names and values in
// turn.
func (w *writer) empty(name string, attributes ...string) {
	w.raw("<" + name)
	for i := 0; i+1 < len(attributes); i += 2 {
		w.raw(" " + attributes[i] + `="` + escape(attributes[i+1]) + `"`)
	}
	w.raw("/>\n")
}

func (w *writer) author(name string) {
	w.raw("<author>")
	w.leaf("name", name)
	w.raw("</author>\n")
}

func escape(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a builder takes everything
	return b.String()
}
