// Package output is the website as built: every file under its address, and
// how it gets onto a disk — whole, or not at all.
//
// A file is rendered when it is read, never kept: a site of ten thousand
// documents costs the memory of its metadata. Reading a file twice gives the
// same bytes.
//
// What is made in one go, a document's page and its downloads, is a [Unit].
// What can be made only when every unit has been, a search index, is a [Late].
package output

import (
	"iter"

	"mingce/site/problem"
)

// A Kind says what a file is, for those who check or serve it.
type Kind uint8

const (
	Asset      Kind = iota // named by its content, loaded by pages
	Data                   // for machines, or to download: feeds, documents as data
	Page                   // an ordinary page
	Home                   // the first page
	Column                 // a list of pages
	Article                // what an office or this site has written, with a date
	Policy                 // the full text of a policy
	Calculator             // the decision sheet of a policy
	NotFound               // what a server shows for a wrong address
)

// IsPage reports whether the file is HTML.
func (k Kind) IsPage() bool { return k >= Page }

// A File is one file of the site.
type File struct {
	Path   string // slash-separated, relative: "policies/index.html"
	Kind   Kind
	Length int    // characters of source text, where a budget grows with it
	Source string // the content file it comes from, for problems

	Render func() ([]byte, error) // makes it; in a unit, [New] sets it
	Inputs func() any             // all that Render depends on, besides this program; nil: it is made anew in each build
}

// A Unit is files that are made in one go.
type Unit struct {
	Files  []File
	Inputs func() any // as of a File, for all of them
	Make   func() (*Made, error)
}

// Made is what came of a unit.
type Made struct {
	Bodies   [][]byte // one for each of its Files
	Digests  [][]byte // one for each Late of the site, nil where there is nothing to say
	Problems problem.List

	// Done may be called, once, when nothing of Bodies and Digests is needed any
	// more: their memory is then used for other units. nil: there is nothing to do.
	Done func()
}

// A Late is files that depend on what was made of all units. Make is given
// the digests that the units have for it, in the order of the units; each is
// read when it is its turn.
type Late struct {
	Name   string     // for the cache, and for problems
	Inputs func() any // what else they depend on; nil: they are made anew in each build
	Make   func(digests iter.Seq[[]byte]) ([]File, error)
}

// Bytes is the Render of a file that exists already.
func Bytes(body []byte) func() ([]byte, error) {
	return func() ([]byte, error) { return body, nil }
}
