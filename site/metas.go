package site

import (
	"net/url"
	"strings"

	"mingce/site/page"
	"mingce/site/toml"
)

// metas adds the tags that every page carries under the guideline for
// government websites (国办发〔2017〕47号): those whose value is known.
func (b *builder) metas(f *page.Frame) {
	f.AddMeta("SiteName", b.conf.Name.Value)
	if base := b.conf.BaseURL.Value; base != "" {
		f.Canonical = base + f.Address
		if u, err := url.Parse(base); err == nil {
			f.AddMeta("SiteDomain", u.Host)
		}
	}
	f.AddMeta("SiteIDCode", b.conf.Publisher.SiteCode.Value)
}

// column adds the tags of a list and of the pages under it.
func column(f *page.Frame, name, description string) {
	f.AddMeta("ColumnName", name)
	f.AddMeta("ColumnDescription", description)
	f.AddMeta("ColumnKeywords", name)
	f.AddMeta("ColumnType", name)
}

// A writing is what the tags of an article or a document say of it.
type writing struct {
	title, source string
	published     toml.Date // the day it was published, which is not the day it was signed
	keywords      []toml.At[string]
}

// metas adds the tags of an article or a document. A day that is unknown is
// left out.
func (w writing) metas(f *page.Frame) {
	f.AddMeta("ArticleTitle", w.title)
	if !w.published.IsZero() {
		f.AddMeta("PubDate", w.published.String()+" 00:00")
	}
	f.AddMeta("ContentSource", w.source)
	var keywords []string
	for _, k := range w.keywords {
		keywords = append(keywords, k.Value)
	}
	f.AddMeta("Keywords", strings.Join(keywords, ","))
	f.AddMeta("Author", w.source)
	f.AddMeta("Url", f.Canonical)
}

// writingOf is a document as its tags say it.
func writingOf(e *entry) writing {
	m := e.doc.Meta
	return writing{m.Title.Value, m.Issuer.Value, m.Published.Value, m.Keywords}
}
