package site

import (
	"errors"
	"iter"
	"slices"
	"strings"

	"mingce/site/markdown"
	"mingce/site/output"
	"mingce/site/page"
	"mingce/site/policy"
	"mingce/site/search"
)

// search makes the page that looks through the site, and what it looks into.
func (b *builder) search() {
	const title = "搜索"
	s := page.Search{
		Frame: b.framed("search/", title, "在本站的条文、奖补项目和问答里查找,内容只在本机查找。", page.Link{Text: title}),
		Lists: []page.Link{{Text: "政策文件", To: "policies/"}},
	}
	for _, c := range columnsOf() {
		s.Lists = append(s.Lists, page.Link{Text: c.title, To: string(c.column) + "/"})
	}
	first(&s.Frame, b.look.Inline("first-search"))
	s.Look.Classic = []page.Resource{b.look.Resource("search.classic.js")}
	b.add("search/", "search", "site.toml", output.Page, s)
}

// findable follows the texts for the sake of the search. Whether the site is
// large is known from the length of its texts, before any is read.
func (b *builder) findable() {
	all := b.all
	length := 0
	for _, e := range all.policies {
		length += e.chars * len("策")
	}
	f := follower{name: "search", digest: func(p *passing) ([]byte, error) {
		return p.write(func(dst []byte) ([]byte, error) { return searchPassing(p).Encode(dst), nil })
	}}
	f.finish = func(digests iter.Seq[[]byte]) ([]output.File, error) {
		pages := slices.Collect(digests)
		for _, p := range b.searchOthers(all) {
			pages = append(pages, p.Encode(nil))
		}
		return []output.File{searchFile("search/index.js", func() []byte { return search.Small(pages) })}, nil
	}
	if length > search.Limit {
		b.findableLarge(&f, all)
	}
	b.follow(f)
}

// findableLarge is the follower of a large site.
func (b *builder) findableLarge(f *follower, all *content) {
	d := search.NewDigester()
	f.name = "search-large"
	f.files = func(e *entry) []output.File {
		return []output.File{{Path: search.Page{Address: "policies/" + e.id + "/"}.Path(), Kind: output.Data}}
	}
	f.bodies = func(p *passing) ([][]byte, error) {
		text, err := p.write(func(dst []byte) ([]byte, error) { return searchPassing(p).Text(dst), nil })
		return [][]byte{text}, err
	}
	f.digest = func(p *passing) ([]byte, error) {
		return p.write(func(dst []byte) ([]byte, error) { return d.Digest(dst, searchPassing(p)), nil })
	}
	f.finish = func(digests iter.Seq[[]byte]) (files []output.File, err error) {
		x := search.NewIndex()
		for digest := range digests {
			err = errors.Join(err, x.Add(digest))
		}
		for _, p := range b.searchOthers(all) {
			err = errors.Join(err, x.Add(d.Digest(nil, p)))
			files = append(files, searchFile(p.Path(), func() []byte { return p.Text(nil) }))
		}
		index, wrong := x.Files()
		for _, file := range index {
			files = append(files, searchFile(file.Path, file.Body))
		}
		return files, errors.Join(err, wrong)
	}
}

func searchFile(path string, body func() []byte) output.File {
	return output.File{Path: path, Kind: output.Data, Source: path, Render: func() ([]byte, error) { return body(), nil }}
}

// searchPassing is what is found in a text that passes. It is asked for twice,
// for the index and for the text beside the page, by one goroutine.
func searchPassing(p *passing) search.Page {
	if p.found == nil {
		found := searchText(p.address, searchKind(p.address), p.title, p.words, p.headings)
		if p.policy != nil {
			found = searchPolicy(p.doc, p.address, p.title)
		}
		p.found = &found
	}
	return *p.found
}

// searchOthers is what is found besides the texts: the decision sheets, the
// benefits and the pages.
func (b *builder) searchOthers(all *content) (out []search.Page) {
	for _, e := range all.policies {
		if e.rules != nil {
			out = append(out, searchSheet(e, summary(e)))
			out = append(out, searchCards(e, summary(e))...)
		}
	}
	for _, w := range all.pages {
		text, _ := w.page.Render(markdown.Options{}) // its problems are said where its page is made
		out = append(out, searchText(w.id+"/", "网页", w.page.Title.Value, text.Words, text.Headings))
	}
	return out
}

// searchKind is what a page is, by the column it stands in.
func searchKind(address string) string {
	column, _, _ := strings.Cut(address, "/")
	switch column {
	case "notices":
		return "公示"
	case "directory":
		return "名录"
	}
	for _, c := range columnsOf() {
		if string(c.column) == column {
			return c.title
		}
	}
	return "网页"
}

// searchText is what is found in a text with headings: every block under the
// heading it stands below.
func searchText(address, kind, title, words string, headings []markdown.Heading) search.Page {
	p := search.Page{Address: address, Kind: kind, Title: title}
	under := search.Entry{}
	for line := range strings.SplitSeq(words, "\n") {
		if len(headings) > 0 && strings.TrimSpace(line) == strings.TrimSpace(headings[0].Text) {
			under = search.Entry{ID: headings[0].ID, Title: headings[0].Text}
			headings = headings[1:]
			p.Entries = append(p.Entries, under)
			continue
		}
		if line == "" {
			continue
		}
		if last := len(p.Entries) - 1; last >= 0 && p.Entries[last].ID == under.ID {
			p.Entries[last].Text = strings.TrimSpace(p.Entries[last].Text + "\n" + line)
		} else {
			under.Text = line
			p.Entries = append(p.Entries, under)
		}
	}
	return p
}

// searchPolicy is what is found in the text of a document: every line under
// the name of its clause.
func searchPolicy(doc *policy.Document, address, title string) search.Page {
	p := search.Page{Address: address, Kind: "政策原文", Title: title}
	count := 2
	for c := range doc.Clauses() {
		count += 1 + len(c.Paragraphs)
	}
	p.Entries = append(make([]search.Entry, 0, count), search.Entry{Text: lines(doc.Head, policy.Title)})
	for c := range doc.Clauses() {
		name := strings.TrimSpace(c.Ref + " " + strings.TrimRight(c.Heading, "。:："))
		p.Entries = append(p.Entries, search.Entry{ID: c.ID, Title: name, Text: c.Text})
		for _, l := range c.Paragraphs {
			p.Entries = append(p.Entries, search.Entry{ID: l.ID, Title: name, Text: l.Text})
		}
	}
	p.Entries = append(p.Entries, search.Entry{Text: lines(doc.Tail, "")})
	return p
}

// lines joins lines, but those of one role.
func lines(from []policy.Paragraph, but policy.Role) string {
	var b strings.Builder
	size := 0
	for i := range from {
		size += len(from[i].Text) + 1
	}
	b.Grow(size)
	for _, l := range from {
		if l.Role != but {
			b.WriteString(l.Text)
			b.WriteByte('\n')
		}
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// searchSheet is what is found on the decision sheet of a policy: what it asks.
func searchSheet(e entry, d page.Doc) search.Page {
	p := search.Page{Address: d.Sheet, Kind: "奖补自测", Title: d.Number + " 测一测能拿多少"}
	for _, q := range e.rules.Inputs {
		p.Entries = append(p.Entries, search.Entry{ID: "q-" + q.ID, Title: q.Short, Text: q.Question + q.Help})
	}
	return p
}

// searchCards is what is found on the pages of the benefits of a policy.
func searchCards(e entry, d page.Doc) (out []search.Page) {
	conditions := map[string]string{}
	for _, c := range e.rules.Conditions {
		conditions[c.ID] = c.Words
	}
	for _, v := range e.rules.Benefits {
		p := search.Page{Address: d.Card(v.ID), Kind: "奖补项目", Title: v.Name}
		p.Entries = append(p.Entries, search.Entry{Text: v.Who + "\n" + v.Gives})
		for _, id := range v.Needs {
			p.Entries = append(p.Entries, search.Entry{Title: "条件", Text: conditions[id]})
		}
		out = append(out, p)
	}
	return out
}
