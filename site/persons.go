package site

import (
	"bytes"
	"unicode/utf8"

	"mingce/site/personal"
	"mingce/site/problem"
	"mingce/site/toml"
)

// A Contact is an office that may be called: its line may stand on any page.
type Contact struct {
	Office toml.At[string] `toml:"office,required"` // who answers
	Phone  toml.At[string] `toml:"phone,required"`
}

// offices are the lines of site.toml that name telephones of offices.
func (c *Config) offices() []string {
	lines := []string{c.Publisher.Contact.Value}
	for _, k := range c.Contacts {
		lines = append(lines, k.Phone.Value)
	}
	return lines
}

// persons finds numbers of persons in a file of the content. In site.toml the
// telephones are those of offices.
func (c *content) persons(name string, text []byte) {
	found := personal.In(text)
	if len(found) == 0 {
		return
	}
	allowed := personal.Allowed(c.conf.offices())
	for _, f := range found {
		phone := f.Kind == personal.Mobile || f.Kind == personal.Phone
		if phone && (name == "site.toml" || allowed(string(text[f.Start:f.End]))) {
			continue
		}
		c.problems.Add(c.spot(name, text, f.Start, f.End), "这里有"+f.Kind.String(), f.Kind.Hint())
	}
}

// spot is the place of some bytes of a file.
func (c *content) spot(name string, text []byte, start, end int) problem.Pos {
	line := bytes.LastIndexByte(text[:start], '\n') + 1
	pos := c.place(name)
	pos.Line = bytes.Count(text[:start], []byte("\n")) + 1
	pos.Col = utf8.RuneCount(bytes.TrimPrefix(text[line:start], []byte("\ufeff"))) + 1
	pos.Width = utf8.RuneCount(text[start:end])
	return pos
}
