package site

import (
	"mingce/site/opendata"
	"mingce/site/output"
	"mingce/site/page"
)

// data makes the files that anybody may use further, and the page that says
// what is in them.
func (b *builder) data(all *content, docs []page.Doc) {
	const title = "开放数据"
	d := page.Data{Frame: b.framed("data/", title, "政策文件、规则和案例的数据文件,格式公开,可以自由使用。", page.Link{Text: title})}
	files := map[string]string{"documents": "data/documents.csv"}
	listed := make([]opendata.Listed, len(all.policies))
	for i, e := range all.policies {
		listed[i] = b.listed(e, docs[i])
		if e.rules == nil {
			continue
		}
		rules, cases := docs[i].Address+"rules.json", docs[i].Address+"cases.json"
		b.machine(rules, func() ([]byte, error) { return opendata.Rules(e.rules, e.version) })
		one := page.DataSet{Doc: docs[i], Version: e.version, Rules: rules}
		if len(e.cases) > 0 {
			b.machine(cases, func() ([]byte, error) { return opendata.Cases(e.rules, e.version, e.cases) })
			one.Cases, one.Count = cases, len(e.cases)
		}
		d.Sets = append(d.Sets, one)
	}
	if len(docs) > 0 {
		d.Example = downloadLinks(docs[0].ID)
		files["feed"] = "atom.xml"
	}
	d.Count, d.Sitemap = len(docs), b.conf.BaseURL.Value != ""
	b.machine("data/index.json", func() ([]byte, error) {
		return opendata.Index(b.conf.Name.Value, b.conf.BaseURL.Value, listed, files)
	})
	b.machine("data/documents.csv", func() ([]byte, error) { return opendata.CSV(listed) })
	d.Look.Early = []page.Resource{b.look.Resource("rules.css")}
	b.add("data/", "data", "site.toml", output.Page, d)
}

// listed is a policy in the index.
func (b *builder) listed(e entry, d page.Doc) opendata.Listed {
	l := opendata.Listed{Facts: opendata.FactsOf(e.id, e.doc.Meta), Files: map[string]string{"html": d.Address}}
	for _, f := range formats() {
		l.Files[f.kind] = f.file(e.id)
	}
	if e.rules != nil {
		l.Files["rules"] = d.Address + "rules.json"
		if len(e.cases) > 0 {
			l.Files["cases"] = d.Address + "cases.json"
		}
	}
	return l
}

// machine publishes a file for machines.
func (b *builder) machine(path string, render func() ([]byte, error)) {
	b.files = append(b.files, output.File{Path: path, Kind: output.Data, Source: path, Render: render})
}
