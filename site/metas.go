package site

import (
	"net/url"
	"strings"

	"mingce/site/page"
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

// article adds the tags of a document. PubDate is the day it was published,
// which is not the day it was signed; unknown, the tag is left out.
func article(f *page.Frame, e entry) {
	m := e.doc.Meta
	f.AddMeta("ArticleTitle", m.Title.Value)
	if d := m.Published.Value; !d.IsZero() {
		f.AddMeta("PubDate", d.String()+" 00:00")
	}
	f.AddMeta("ContentSource", m.Issuer.Value)
	var keywords []string
	for _, k := range m.Keywords {
		keywords = append(keywords, k.Value)
	}
	f.AddMeta("Keywords", strings.Join(keywords, ","))
	f.AddMeta("Author", m.Issuer.Value)
	f.AddMeta("Url", f.Canonical)
}
