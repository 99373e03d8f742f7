// Package jsonld describes a document in the words of schema.org, as a page
// carries it for machines: a Legislation, with its headed clauses as parts.
//
// schema.org speaks of legislation in a wide sense; what kind of document it
// is, a 指导意见 or a 办法, legislationType says. Whether it is in force is said
// only where the document says so: a validity that is unknown is left out.
package jsonld

import (
	"bytes"
	"slices"
	"strings"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"mingce/site/ascii"
	"mingce/site/policy"
)

// A Source is a document and where it stands.
type Source struct {
	Document *policy.Document
	Address  string // absolute, of its page; "" while the site has none
	Formats  []Format
}

// A Format is one file of the document.
type Format struct {
	Address string // absolute or relative to the page
	Type    string // a media type
}

type organization struct {
	Type string `json:"@type"`
	Name string `json:"name"`
}

type encoding struct {
	Type   string `json:"@type"`
	URL    string `json:"contentUrl"`
	Format string `json:"encodingFormat"`
	Value  string `json:"legislationLegalValue"`
}

type legislation struct {
	Context    string         `json:"@context"`
	Type       string         `json:"@type"`
	ID         string         `json:"@id,omitzero"`
	Name       string         `json:"name"`
	Identifier string         `json:"legislationIdentifier"`
	Kind       string         `json:"legislationType,omitzero"`
	Date       string         `json:"legislationDate"`
	Published  string         `json:"datePublished,omitzero"`
	InForce    string         `json:"legislationDateOfApplicability,omitzero"`
	PassedBy   []organization `json:"legislationPassedBy"`
	LegalForce string         `json:"legislationLegalForce,omitzero"`
	Language   string         `json:"inLanguage"`
	Keywords   []string       `json:"keywords,omitempty"`
	Encodings  []encoding     `json:"encoding,omitempty"`
}

// Encode writes the description as JSON that may stand in a script element.
func Encode(s Source) ([]byte, error) {
	m := s.Document.Meta
	l := legislation{
		Context: "https://schema.org", Type: "Legislation", ID: s.Address, Name: m.Title.Value, Identifier: m.Number.Value,
		Kind: Kind(m.Title.Value), Date: m.Signed.Value.String(), LegalForce: force(m.Validity.Value), Language: "zh-CN",
	}
	if m.Published.Set {
		l.Published = m.Published.Value.String()
	}
	if m.InForce.Set {
		l.InForce = m.InForce.Value.String()
	}
	for name := range strings.SplitSeq(m.Issuer.Value, "、") {
		l.PassedBy = append(l.PassedBy, organization{"GovernmentOrganization", name})
	}
	for _, k := range m.Keywords {
		l.Keywords = append(l.Keywords, k.Value)
	}
	for _, f := range s.Formats {
		l.Encodings = append(l.Encodings, encoding{"LegislationObject", f.Address, f.Type, "https://schema.org/UnofficialLegalValue"})
	}
	out, err := json.Marshal(l, jsontext.EscapeForHTML(true), json.Deterministic(true))
	if err != nil {
		return nil, err
	}
	return append(parts(slices.Grow(out[:len(out)-1], 12<<10), s), '}'), nil
}

// parts appends the headed clauses, of which there may be hundreds.
func parts(dst []byte, s Source) []byte {
	before := `,"hasPart":[{"@type":"Legislation","@id":`
	id := bytes.TrimSuffix(quoted(nil, s.Address+"#"), []byte{'"'})
	for c := range s.Document.Clauses() {
		if c.Heading == "" {
			continue
		}
		dst = append(append(append(append(dst, before...), id...), c.ID...), `","name":`...)
		dst = append(quoted(dst, strings.TrimRight(c.Heading, "。")), '}')
		before = `,{"@type":"Legislation","@id":`
	}
	if before[1] == '{' {
		dst = append(dst, ']')
	}
	return dst
}

// quoted appends a text as JSON that may stand in a script element.
func quoted(dst []byte, text string) []byte {
	if ascii.Plain(text) && !strings.ContainsAny(text, "<>&") {
		return ascii.JSON(dst, text)
	}
	b, err := json.Marshal(strings.ToValidUTF8(text, "\ufffd"), jsontext.EscapeForHTML(true))
	if err != nil {
		panic(err) // unreachable: the text is valid now
	}
	return append(dst, b...)
}

// force is the legal force as schema.org names it; "" where it is unknown. A
// document that was amended is in force, as amended.
func force(v policy.Validity) string {
	switch v {
	case policy.InForce, policy.Amended:
		return "https://schema.org/InForce"
	case policy.Expired, policy.Repealed:
		return "https://schema.org/NotInForce"
	}
	return ""
}

// Kind is the kind of a document by the end of its title; "" if it is none of
// those that are common.
func Kind(title string) string {
	title, _, _ = strings.Cut(policy.Fold(title), "(")
	for _, kind := range []string{
		"指导意见", "实施意见", "意见", "实施办法", "管理办法", "办法", "实施细则", "细则", "规定", "条例", "实施方案", "方案",
		"通知", "决定", "通告", "公告", "措施", "规划", "计划", "批复", "决议", "命令",
	} {
		if strings.HasSuffix(title, kind) {
			return kind
		}
	}
	return ""
}
