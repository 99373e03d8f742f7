package site

import (
	"slices"
	"strings"

	"mingce/site/feed"
	"mingce/site/output"
	"mingce/site/page"
	"mingce/site/toml"
)

// feedSite is what feeds say of the site.
func (b *builder) feedSite() feed.Site {
	return feed.Site{Name: b.conf.Name.Value, Base: b.conf.BaseURL.Value}
}

// tell puts something into the feed of its column and that of the site.
// column is the address of the column: "news/".
func (b *builder) tell(column string, e feed.Entry) {
	if b.told == nil {
		b.told = map[string][]feed.Entry{}
	}
	b.told[column] = append(b.told[column], e)
}

// feeds makes the feeds: of every column something was told of, and of all.
func (b *builder) feeds(all *content, docs []page.Doc) {
	for i, e := range all.policies {
		b.tell("policies/", policyNews(e, docs[i]))
	}
	for _, a := range all.articles {
		n := feed.Entry{Address: a.Address(), Title: a.Title.Value, Author: a.Source.Value, Updated: dayOf(a.Date), Summary: a.Summary.Value}
		for _, t := range a.Tags {
			n.Subject = append(n.Subject, t.Value)
		}
		b.tell(string(a.Column)+"/", n)
	}
	var everything []feed.Entry
	for _, column := range slices.Sorted(keys(b.told)) {
		name := b.columnName(column)
		b.feed(feed.Feed{Address: column + "atom.xml", Page: column, Title: b.conf.Name.Value + " " + name, Entries: b.told[column]})
		everything = append(everything, b.told[column]...)
	}
	b.feed(feed.Feed{Address: "atom.xml", Title: b.conf.Name.Value, Entries: everything})
	b.machine("robots.txt", func() ([]byte, error) { return b.feedSite().Robots(), nil })
}

func keys(m map[string][]feed.Entry) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for k := range m {
			if !yield(k) {
				return
			}
		}
	}
}

// columnName is what a column is called.
func (b *builder) columnName(column string) string {
	if column == policiesRow {
		return "政策文件"
	}
	for _, c := range columnsOf() {
		if string(c.column)+"/" == column {
			return c.title
		}
	}
	return strings.Trim(column, "/")
}

// feed publishes a feed, if there is anything in it.
func (b *builder) feed(f feed.Feed) {
	f.Author = b.publisher()
	if body, ok := b.feedSite().Atom(f); ok {
		b.plain(f.Address, string(body))
	}
}

// policyNews is a policy in a feed.
func policyNews(e entry, d page.Doc) feed.Entry {
	m := e.doc.Meta
	n := feed.Entry{
		Address: d.Address, Title: d.Title, Author: d.Issuer, Updated: dayOf(m.Signed), Issued: dayOf(m.Signed), Summary: d.Number,
	}
	if m.Published.Set {
		n.Updated = dayOf(m.Published)
	}
	for _, v := range e.versions {
		n.Updated = max(n.Updated, v.Day)
	}
	for _, k := range m.Keywords {
		n.Subject = append(n.Subject, k.Value)
	}
	return n
}

func dayOf(d toml.At[toml.Date]) string { return d.Value.String() }

// sitemap lists every page. Without an address of the site there is none: the
// protocol has absolute addresses only. It comes last.
func (b *builder) sitemap(all *content) {
	days := map[string]string{}
	for _, e := range all.policies {
		days["policies/"+e.id+"/"] = policyNews(e, page.Doc{}).Updated
	}
	for _, a := range all.articles {
		days[a.Address()] = dayOf(a.Date)
	}
	var places []feed.Place
	add := func(f output.File) {
		address, ok := strings.CutSuffix(f.Path, "index.html")
		if ok && f.Kind.IsPage() && address != "gallery/" {
			places = append(places, feed.Place{Address: address, Day: days[address]})
		}
	}
	for _, f := range b.files {
		add(f)
	}
	for _, u := range b.units {
		for _, f := range u.Files {
			add(f)
		}
	}
	slices.SortFunc(places, func(a, b feed.Place) int { return strings.Compare(a.Address, b.Address) })
	for _, f := range b.feedSite().Sitemaps(places) {
		b.plain(f.Path, string(f.Body))
	}
}
