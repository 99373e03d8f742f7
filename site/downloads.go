package site

import (
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
			data, err := opendata.Document(p.policy.id, p.doc)
			return [][]byte{opendata.Text(p.doc), opendata.Markdown(p.doc), data, akn.Encode(akn.Source{
				ID: p.policy.id, Document: p.doc, Kind: jsonld.Kind(p.title), Publisher: b.publisher(), Address: b.absolute(p.address),
			})}, err
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
