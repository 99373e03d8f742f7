package page

// A List is a page of the list of policies: all of them, those of a year, of
// a subject or with a keyword.
type List struct {
	Frame
	Heading string
	Docs    []Doc
	Facets  []Facet
	Pager   Pager
}

// A Facet is one way to narrow a list.
type Facet struct {
	Name   string // 年份
	Values []Value
}

// A Value is one value of a facet, a page of its own.
type Value struct {
	Text    string
	Count   int    // of documents
	To      string // address of its page
	Current bool   // it is this page
}

// A Pager leads through a list that takes several pages.
type Pager struct {
	Number, Pages int    // this page, from 1; of how many
	Before, After string // addresses; empty at either end
}
