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
	"regexp"
)

//go:embed *.html
var files embed.FS

// A Set is the templates of every kind of page.
type Set struct {
	byName map[string]*template.Template
}

// breaks is what separates the lines of a template file.
var breaks = regexp.MustCompile(`\s*\n\s*`)

// Load reads the templates.
func Load() (*Set, error) {
	layout, err := files.ReadFile("layout.html")
	if err != nil {
		return nil, err
	}
	parts, err := files.ReadFile("parts.html")
	if err != nil {
		return nil, err
	}
	base, err := template.New("layout").Funcs(funcs()).Parse(compact(layout) + compact(parts))
	if err != nil {
		return nil, err
	}
	set := &Set{byName: map[string]*template.Template{}}
	for _, name := range []string{"home", "list", "policy", "calculator", "rules", "rule", "coverage", "text", "missing"} {
		text, err := files.ReadFile(name + ".html")
		if err != nil {
			return nil, err
		}
		t, err := base.Clone()
		if err == nil {
			_, err = t.Parse(compact(text))
		}
		if err != nil {
			return nil, fmt.Errorf("template %s: %w", name, err)
		}
		set.byName[name] = t
	}
	return set, nil
}

func compact(text []byte) string { return string(breaks.ReplaceAll(text, nil)) }

// Render renders a page with the template of a name.
func (s *Set) Render(name string, page any) ([]byte, error) {
	t, ok := s.byName[name]
	if !ok {
		return nil, fmt.Errorf("no template %q", name)
	}
	var b bytes.Buffer
	b.WriteString("<!DOCTYPE html>\n")
	if err := t.Execute(&b, page); err != nil {
		return nil, err
	}
	b.WriteByte('\n')
	return b.Bytes(), nil
}
