package page

import "html/template"

// A Gallery shows every example of every interface part.
type Gallery struct {
	Frame
	Parts []Shown
}

// A Shown is one part with its examples.
type Shown struct {
	Name, Use string
	Examples  []Shot
}

// A Shot is one example, rendered by the part's own template.
type Shot struct {
	Name string
	Body template.HTML
}

// A Still is the page around an example: its links lead nowhere, so that an
// example may name addresses that this site does not have.
type Still struct {
	Address string
}

// To is the top of the page, whatever the address.
func (Still) To(string) string { return "#main" }

// Current reports that no menu entry leads here.
func (Still) Current(string) bool { return false }
