// Package parts holds the pieces that pages are put together from: one folder
// each, with everything that makes the piece.
//
//	parts/cite/
//	  cite.html       {{define "cite"}}: how it looks, given {Page, It}
//	  cite.css        its style, in @layer parts; may be missing
//	  cite.js         what a script adds, for every one on the page; may be missing
//	  examples.json   what it may be given: [{"name": "引文", "it": {"Ref": "三(二)1", …}}, …]
//	  examples.golden the examples as HTML, written by go test ./site/templates -update
//
// A template is called with (scope PAGE VALUE): .It is the value, .Page.To is
// how an address of the site is written on this page. A style or script is
// taken in by a file of site/assets that names it: @import "parts/cite/cite.css".
//
// The examples feed the gallery page, the golden files and the browser tests.
// They are decoded strictly into the type that [Table] names, so that a part
// and what it is given cannot drift apart. Addresses in an example lead
// nowhere; ids must differ from those of all other examples.
//
// A new part is a folder and a line in Table.
package parts

import (
	"embed"
	"fmt"
	"io/fs"
	"reflect"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

//go:embed */*.html */*.css */*.js */*.json
var files embed.FS

// Files returns the folders of all parts: "cite/cite.html".
func Files() fs.FS { return files }

// A Part is one piece of the interface.
type Part struct {
	Name string     // of the folder, the template and the files
	Use  string     // what it is for, in the reader's words
	it   func() any // a pointer to a new value of the type it shows
}

// An Example is one value a part may be given.
type Example struct {
	Name string // what is particular about it
	It   any
}

// Has reports whether the part has a file with this extension: ".css".
func (p Part) Has(ext string) bool {
	_, err := fs.Stat(files, p.Name+"/"+p.Name+ext)
	return err == nil
}

// Examples reads the examples of a part. The error names the file.
func (p Part) Examples() ([]Example, error) {
	name := p.Name + "/examples.json"
	text, err := files.ReadFile(name)
	if err != nil {
		return nil, err
	}
	out, err := decode(text, p.it)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return out, nil
}

// decode reads examples of a type; a key that the type does not have is an
// error.
func decode(text []byte, it func() any) ([]Example, error) {
	var list []struct {
		Name string         `json:"name"`
		It   jsontext.Value `json:"it"`
	}
	if err := json.Unmarshal(text, &list, json.RejectUnknownMembers(true)); err != nil {
		return nil, err
	}
	out := make([]Example, len(list))
	for i, e := range list {
		v := it()
		if err := json.Unmarshal(e.It, v, json.RejectUnknownMembers(true)); err != nil {
			return nil, fmt.Errorf("%s: %w", e.Name, err)
		}
		out[i] = Example{e.Name, reflect.ValueOf(v).Elem().Interface()}
	}
	return out, nil
}
