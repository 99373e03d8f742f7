package site

import (
	"errors"
	"html/template"

	"mingce/site/akn"
	"mingce/site/jsonld"
	"mingce/site/opendata"
	"mingce/site/output"
	"mingce/site/page"
	"mingce/site/policy"
)

// A format is a form in which the text of a policy can be had.
type format struct{ kind, ext, name, media string }

func formats() []format {
	return []format{
		{"txt", ".txt", "纯文本", "text/plain"},
		{"md", ".md", "Markdown", "text/markdown"},
		{"json", ".json", "JSON", "application/json"},
		{"akn", ".akn.xml", "Akoma Ntoso", "application/xml"},
	}
}

// file is where a format of a policy stands.
func (f format) file(id string) string { return "policies/" + id + "/" + id + f.ext }

// downloads makes the files of every policy.
func (b *builder) downloads() {
	b.follow(follower{
		name: "downloads",
		files: func(e *entry) (files []output.File) {
			for _, f := range formats() {
				files = append(files, output.File{Path: f.file(e.id), Kind: output.Data})
			}
			return files
		},
		bodies: func(p *passing) ([][]byte, error) {
			source := akn.Source{
				ID: p.policy.id, Document: p.doc, Kind: jsonld.Kind(p.title), Publisher: b.publisher(), Address: b.absolute(p.address),
			}
			text, err1 := p.write(func(dst []byte) ([]byte, error) { return opendata.Text(dst, p.doc), nil })
			md, err2 := p.write(func(dst []byte) ([]byte, error) { return opendata.Markdown(dst, p.doc), nil })
			data, err3 := p.write(func(dst []byte) ([]byte, error) { return opendata.Document(dst, p.policy.id, p.doc) })
			xml, err4 := p.write(func(dst []byte) ([]byte, error) { return akn.Encode(dst, source), nil })
			return [][]byte{text, md, data, xml}, errors.Join(err1, err2, err3, err4)
		},
	})
}

// publisher is who answers for the site; without one, its name.
func (b *builder) publisher() string {
	if host := b.conf.Publisher.Host.Value; host != "" {
		return host
	}
	return b.conf.Name.Value
}

// downloadLinks are the files of a policy, for its page.
func downloadLinks(id string) (links []page.Link) {
	for _, f := range formats() {
		links = append(links, page.Link{Text: f.name, To: f.file(id)})
	}
	return links
}

// linked is what a page says of its document to machines.
func (b *builder) linked(id, address string, doc *policy.Document) (template.JS, error) {
	s := jsonld.Source{Document: doc, Address: b.absolute(address)}
	for _, f := range formats() {
		s.Formats = append(s.Formats, jsonld.Format{Address: b.absolute(address) + id + f.ext, Type: f.media})
	}
	body, err := jsonld.Encode(s)
	return template.JS(body), err
}
