package page

import (
	"html/template"

	"mingce/site/toml"
)

// A Column is one page of a list: the articles of a column, or the documents.
type Column struct {
	Frame
	Heading string
	Lead    string // what the list holds
	Empty   string // what it says while it holds nothing
	Rows    []Row
	Facets  []Facet
	Pager   Pager
}

// A Row is one entry of a list.
type Row struct {
	Title, To string
	Date      Day
	Notes     []string // what else is known, shortly: 文号, 来源
	Summary   string
	Under     []Link // questions within it
	Ways      []Link // into it
	Tags      []Link
}

// A Day is a date, for machines and for readers.
type Day struct {
	ISO, Words string
}

// DayOf is a date as pages show it; empty for none.
func DayOf(d toml.Date) Day {
	if d.IsZero() {
		return Day{}
	}
	return Day{d.String(), DateWords(d)}
}

// An Article is a page of a column.
type Article struct {
	Frame
	Heading  string
	Own      string // that it is this site's own word; empty for an authority's
	Until    string // 有效期至…; empty without
	Over     bool   // it is over on the day the build was given
	Date     Day
	Notes    []string
	Document *Named // what it explains
	Video    *Link
	Body     template.HTML
	Groups   []Gathered // what a topic gathers
	Tags     []Link
	Newer    *Link
	Older    *Link
}

// A Named is a document as others name it.
type Named struct {
	Title, Number string
	To            string
}

// A Gathered is links under a heading.
type Gathered struct {
	Name  string
	Links []Link
}

// A Roll is a notice, or a list of enterprises or parks.
type Roll struct {
	Frame
	Heading   string
	Date      Day
	Notes     []string
	Document  *Named
	Period    *Period
	Body      template.HTML
	Sums      *Sums
	Table     Table
	Download  string // address of the table
	Size      string // of the download
	Objection []Fact // how to object
	Newer     *Link
	Older     *Link
}

// A Period is the days of a notice.
type Period struct {
	Begin, End Day
	Days       int
}

// Sums is what a notice grants.
type Sums struct {
	Lines  int
	Total  string
	Shares []ShareRow
}

// A ShareRow is the sum of one benefit.
type ShareRow struct {
	Name  string
	Count int
	Sum   string
}

// A Table is a table that readers may sort.
type Table struct {
	Caption string
	Head    []string
	Numeric []bool // which columns are set and sorted as numbers
	Rows    [][]TableCell
}

// A TableCell is one cell. Key is what it is sorted by; empty: its text.
type TableCell struct {
	Text, Key string
}
