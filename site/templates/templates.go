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
	"io/fs"
	"regexp"
	"strings"
	"sync"

	"mingce/site/page"
	"mingce/site/parts"
)

//go:embed *.html
var files embed.FS

// A Set is the templates of every kind of page.
type Set struct {
	byName map[string]*template.Template
	parts  *template.Template // each under its name, without a page

	buffers sync.Pool // of *bytes.Buffer, to be grown once
}

// buffer is an empty buffer.
func (s *Set) buffer() *bytes.Buffer {
	b, ok := s.buffers.Get().(*bytes.Buffer)
	if !ok {
		b = &bytes.Buffer{}
	}
	b.Reset()
	return b
}

// breaks is what separates the lines of a template file.
var breaks = regexp.MustCompile(`\s*\n\s*`)

// layout is the template that every page is rendered with.
const layout = "layout.html"

// Load reads the templates: every file beside layout.html is a kind of page,
// and every part can be used in all of them.
func Load() (*Set, error) {
	set := &Set{byName: map[string]*template.Template{}}
	f := &forms{set: set}
	base := template.New("layout").Funcs(funcs()).Funcs(template.FuncMap{"lines": f.lines, "clauses": f.clauses})
	if err := parse(base, files, layout); err != nil {
		return nil, err
	}
	for _, p := range parts.Table() {
		if err := parse(base, parts.Files(), p.Name+"/"+p.Name+".html"); err != nil {
			return nil, err
		}
	}
	entries, err := files.ReadDir(".")
	if err != nil {
		return nil, err
	}
	if set.parts, err = base.Clone(); err != nil {
		return nil, err
	}
	for _, e := range entries {
		if e.Name() == layout {
			continue
		}
		t, err := base.Clone()
		if err == nil {
			err = parse(t, files, e.Name())
		}
		if err != nil {
			return nil, err
		}
		set.byName[strings.TrimSuffix(e.Name(), ".html")] = t
	}
	return set, nil
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
func (s *Set) Render(name string, page any) ([]byte, error) {
	t, ok := s.byName[name]
	if !ok {
		return nil, fmt.Errorf("no template %q", name)
	}
	b := s.buffer()
	defer s.buffers.Put(b)
	b.WriteString("<!DOCTYPE html>\n")
	if err := t.Execute(b, page); err != nil {
		return nil, err
	}
	b.WriteByte('\n')
	return bytes.Clone(b.Bytes()), nil
}

// Part renders one interface part as it stands in the gallery.
func (s *Set) Part(name string, it any) (template.HTML, error) {
	var b bytes.Buffer
	if err := s.parts.ExecuteTemplate(&b, name, scoped{Page: page.Still{}, It: it}); err != nil {
		return "", err
	}
	return template.HTML(b.String()), nil
}
