// Package templates turns pages into HTML. One file per kind of page, over
// layout.html; html/template escapes every value for the place it stands in.
//
// The files are written in lines for people to read. Line breaks and the
// indentation after them are dropped when they are loaded, so that no blank
// appears between Chinese words; a blank that is meant stands inside a line.
package templates

import (
	"bytes"
	"embed"
	"fmt"
	"html/template"
	"io"
	"io/fs"
	"regexp"
	"strings"
	"sync"

	"mingce/site/page"
	"mingce/site/parts"
	"mingce/site/templates/compiled"
)

//go:embed *.html
var files embed.FS

// A Set is the templates of every kind of page. A kind is read when the first
// page of it is made.
type Set struct {
	base   func() (*template.Template, error) // every part under its name, without a page
	alone  func() (*template.Template, error) // a copy of it that may be run
	byName map[string]*kind
}

// A kind is the template of a kind of page.
type kind struct {
	load func() (*template.Template, error)
	once sync.Once
	fast *compiled.Template // nil before the first page, or where there is none
}

// breaks is what separates the lines of a template file.
var breaks = regexp.MustCompile(`\s*\n\s*`)

// layout is the template that every page is rendered with.
const layout = "layout.html"

// Load lists the templates: every file beside layout.html is a kind of page,
// and every part can be used in all of them.
func Load() (*Set, error) {
	entries, err := files.ReadDir(".")
	if err != nil {
		return nil, err
	}
	set := &Set{base: sync.OnceValues(base), byName: map[string]*kind{}}
	set.alone = sync.OnceValues(func() (*template.Template, error) {
		b, err := set.base()
		if err != nil {
			return nil, err
		}
		return b.Clone() // what has run cannot be cloned
	})
	for _, e := range entries {
		if e.Name() != layout {
			set.byName[strings.TrimSuffix(e.Name(), ".html")] = &kind{load: sync.OnceValues(func() (*template.Template, error) { return set.load(e.Name()) })}
		}
	}
	return set, nil
}

// base reads the layout and every part.
func base() (*template.Template, error) {
	t := template.New("layout").Funcs(funcs())
	if err := parse(t, files, layout); err != nil {
		return nil, err
	}
	for _, p := range parts.Table() {
		if err := parse(t, parts.Files(), p.Name+"/"+p.Name+".html"); err != nil {
			return nil, err
		}
	}
	return t, nil
}

// load reads a kind of page.
func (s *Set) load(name string) (*template.Template, error) {
	b, err := s.base()
	if err != nil {
		return nil, err
	}
	t, err := b.Clone()
	if err == nil {
		err = parse(t, files, name)
	}
	return t, err
}

// parse adds a file to a template.
func parse(to *template.Template, from fs.FS, name string) error {
	text, err := fs.ReadFile(from, name)
	if err != nil {
		return err
	}
	if _, err := to.Parse(compact(text)); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}

func compact(text []byte) string { return string(breaks.ReplaceAll(text, nil)) }

// Render renders a page with the template of a name.
func (s *Set) Render(name string, page any) ([]byte, error) { return s.Append(nil, name, page) }

// Append appends a page rendered with the template of a name. The first page
// of a kind is made by html/template, which decides then how words are escaped
// in each place; the others by what is compiled of that.
func (s *Set) Append(dst []byte, name string, page any) ([]byte, error) {
	k, ok := s.byName[name]
	if !ok {
		return nil, fmt.Errorf("no template %q", name)
	}
	t, err := k.load()
	if err != nil {
		return nil, err
	}
	dst = append(dst, "<!DOCTYPE html>\n"...)
	k.once.Do(func() {
		if t.Execute(io.Discard, page) == nil { // else there is an error to be returned below
			k.fast, _ = compiled.New(t, funcs(), methods())
		}
	})
	if k.fast != nil {
		if dst, ok = k.fast.Append(dst, page); ok {
			return append(dst, '\n'), nil
		}
	}
	b := bytes.NewBuffer(dst)
	if err := t.Execute(b, page); err != nil {
		return nil, err
	}
	return append(b.Bytes(), '\n'), nil
}

// Part renders one interface part as it stands in the gallery.
func (s *Set) Part(name string, it any) (template.HTML, error) {
	t, err := s.alone()
	if err != nil {
		return "", err
	}
	var b bytes.Buffer
	if err := t.ExecuteTemplate(&b, name, compiled.NewPair(page.Still{}, it)); err != nil {
		return "", err
	}
	return template.HTML(b.String()), nil
}
