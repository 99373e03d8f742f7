package check

import (
	"bytes"

	"golang.org/x/net/html"
)

// A scanner goes through a page tag by tag. The tokenizer of x/net/html does
// the same and takes four times as long, which is as long as making the page;
// this one leaves out what is for pages with mistakes in their markup, and a
// test holds the two to each other on every page of the site.
type scanner struct {
	body     []byte
	at       int
	verbatim string // the element whose content is no markup: script, style, title, textarea

	name  string // of the tag
	attrs []attribute
	words []byte // of a text, as written
}

// An attribute of a start tag, its value as written.
type attribute struct{ key, value []byte }

// A token is what next has come to.
type token uint8

const (
	end token = iota
	text
	opening
	closing
)

// next goes on to the next token.
func (s *scanner) next() token {
	for s.at < len(s.body) {
		from := s.at
		tag := s.tag()
		if tag > from {
			s.at, s.words = tag, s.body[from:tag]
			return text
		}
		switch c := s.body[s.at+1]; {
		case c == '!' || c == '?' || c == '/' && !letter(s.body[s.at+2]):
			s.skip()
		case c == '/':
			s.verbatim = ""
			s.at += 2
			s.name = s.word()
			s.after('>')
			return closing
		default:
			s.at++
			s.name = s.word()
			s.attributes()
			switch s.name {
			case "script", "style", "title", "textarea":
				s.verbatim = s.name
			}
			return opening
		}
	}
	return end
}

// tag is where the next tag begins, or the end of the page.
func (s *scanner) tag() int {
	for i := s.at; ; i++ {
		next := bytes.IndexByte(s.body[i:], '<')
		if next < 0 {
			return len(s.body)
		}
		i += next
		rest := s.body[i+1:]
		switch {
		case len(rest) == 0:
			return len(s.body)
		case s.verbatim != "":
			if rest[0] == '/' && bytes.EqualFold(rest[1:min(len(rest), 1+len(s.verbatim))], []byte(s.verbatim)) {
				return i
			}
		case letter(rest[0]), rest[0] == '!', rest[0] == '?', rest[0] == '/' && len(rest) > 1:
			return i
		}
	}
}

func letter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }

// skip goes over a comment or a doctype.
func (s *scanner) skip() {
	if bytes.HasPrefix(s.body[s.at:], []byte("<!--")) {
		i := bytes.Index(s.body[s.at+4:], []byte("-->"))
		if i < 0 {
			s.at = len(s.body)
			return
		}
		s.at += 4 + i + 3
		return
	}
	s.after('>')
}

// after goes on behind the next c.
func (s *scanner) after(c byte) {
	i := bytes.IndexByte(s.body[s.at:], c)
	if i < 0 {
		s.at = len(s.body)
		return
	}
	s.at += i + 1
}

// word reads a name in lower case.
func (s *scanner) word() string {
	from := s.at
	for s.at < len(s.body) && !blank(s.body[s.at]) && s.body[s.at] != '>' && s.body[s.at] != '/' {
		s.at++
	}
	return lower(s.body[from:s.at])
}

func blank(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' }

// lower is a name as a string, without a copy for those that occur most.
func lower(name []byte) string {
	for _, often := range [...]string{"p", "a", "div", "b", "li", "h3", "section", "span", "ol", "meta", "dt", "dd", "h2", "ul", "button", "link", "script"} {
		if string(name) == often {
			return often
		}
	}
	return string(bytes.ToLower(name))
}

// attributes reads up to the end of a start tag.
func (s *scanner) attributes() {
	s.attrs = s.attrs[:0]
	for s.at < len(s.body) {
		c := s.body[s.at]
		switch {
		case c == '>':
			s.at++
			return
		case blank(c) || c == '/':
			s.at++
		default:
			s.attribute()
		}
	}
}

func (s *scanner) attribute() {
	from := s.at
	for s.at++; s.at < len(s.body); s.at++ {
		if c := s.body[s.at]; blank(c) || c == '=' || c == '>' || c == '/' {
			break
		}
	}
	a := attribute{key: s.body[from:s.at]}
	for s.at < len(s.body) && blank(s.body[s.at]) {
		s.at++
	}
	if s.at < len(s.body) && s.body[s.at] == '=' {
		s.at++
		a.value = s.value()
	}
	s.attrs = append(s.attrs, a)
}

func (s *scanner) value() []byte {
	for s.at < len(s.body) && blank(s.body[s.at]) {
		s.at++
	}
	if s.at == len(s.body) {
		return nil
	}
	if quote := s.body[s.at]; quote == '"' || quote == '\'' {
		from := s.at + 1
		s.at = from
		s.after(quote)
		if s.at == len(s.body) && s.body[s.at-1] != quote {
			return s.body[from:]
		}
		return s.body[from : s.at-1]
	}
	from := s.at
	for s.at < len(s.body) && !blank(s.body[s.at]) && s.body[s.at] != '>' {
		s.at++
	}
	return s.body[from:s.at]
}

// raw is the value of an attribute as written, nil where there is none.
func (s *scanner) raw(name string) []byte {
	for i := range s.attrs {
		if a := &s.attrs[i]; string(a.key) == name || len(a.key) == len(name) && bytes.EqualFold(a.key, []byte(name)) {
			return a.value
		}
	}
	return nil
}

// attr is the value of an attribute, "" where there is none.
func (s *scanner) attr(name string) string { return plain(s.raw(name)) }

// has reports whether there is an attribute.
func (s *scanner) has(name string) bool {
	for _, a := range s.attrs {
		if bytes.EqualFold(a.key, []byte(name)) {
			return true
		}
	}
	return false
}

// bare is plain without a copy where there is nothing to escape.
func bare(value []byte) []byte {
	if bytes.IndexByte(value, '&') < 0 {
		return value
	}
	return []byte(plain(value))
}

// plain is a text without the escapes of HTML.
func plain(value []byte) string {
	if bytes.IndexByte(value, '&') < 0 {
		return string(value)
	}
	return html.UnescapeString(string(value))
}
