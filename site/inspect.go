package site

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"mingce/site/article"
	"mingce/site/gov"
	"mingce/site/problem"
	"mingce/site/toml"
)

// Inspect builds the site and inspects it as a government website. With
// problems there is nothing to inspect.
func Inspect(content fs.FS, opts Options) (gov.Findings, problem.List) {
	out, problems := Build(content, opts)
	if len(problems) > 0 {
		return gov.Findings{}, problems
	}
	all := read(content, opts.ContentName, opts.Date, &problems)
	return gov.Inspect(all.inspected(), func(yield func(gov.Page) bool) {
		for _, f := range out.Files() {
			if !f.Kind.IsPage() {
				continue
			}
			body, err := out.ReadFile(f.Path)
			if err != nil {
				continue // check has said so
			}
			if !yield(gov.Page{Address: "/" + strings.TrimSuffix(f.Path, "index.html"), Kind: f.Kind, HTML: body}) {
				return
			}
		}
	}), nil
}

// inspected is what an inspection wants to know besides the pages.
func (c *content) inspected() gov.Facts {
	p, conf := c.conf.Publisher, c.place("site.toml")
	f := gov.Facts{Today: c.today, Waiting: c.waiting}
	for _, i := range []struct {
		name string
		at   toml.At[string]
	}{
		{"主办单位", p.Host}, {"网站标识码", p.SiteCode}, {"ICP备案号", p.ICP}, {"公安机关备案号", p.Police}, {"联系方式", p.Contact}, {"网站地址", c.conf.BaseURL},
	} {
		pos := i.at.Pos
		if !i.at.Set {
			pos = conf
		}
		f.Identities = append(f.Identities, gov.Identity{Name: i.name, Set: i.at.Value != "", Pos: pos})
	}
	f.Columns = c.govColumns()
	for _, e := range c.policies {
		m := e.doc.Meta
		f.Documents = append(f.Documents, gov.Document{
			Pos: m.Number.Pos, Number: m.Number.Value, Dated: m.Published.Set,
			Interpreted: slices.ContainsFunc(c.articles, func(a *article.Article) bool { return a.Interprets.Value == m.Number.Value }),
		})
	}
	f.Sources = c.sources()
	return f
}

// govColumns are the columns of the site.
func (c *content) govColumns() []gov.Column {
	columns := []gov.Column{{Title: "政策文件", Source: "policies"}}
	for _, e := range c.policies {
		day := e.doc.Meta.Published.Value
		if day.IsZero() {
			day = e.doc.Meta.Signed.Value // the one its page shows
		}
		columns[0].Grow(day)
	}
	for _, of := range columnsOf() {
		k := gov.Column{Title: of.title, Source: string(of.column), News: of.column == article.News}
		for _, a := range c.articles {
			if a.Column == of.column {
				k.Grow(a.Date.Value)
			}
		}
		columns = append(columns, k)
	}
	for _, notice := range []bool{true, false} {
		k := gov.Column{Title: "名录", Source: path.Clean(rollFolder(notice))}
		if notice {
			k.Title = "公示"
		}
		for _, r := range c.lists {
			if r.Notice == notice {
				k.Grow(r.Facts.Date.Value)
			}
		}
		columns = append(columns, k)
	}
	for i := range columns {
		k := &columns[i]
		k.Menu = slices.ContainsFunc(c.conf.Menu, func(m MenuEntry) bool { return m.To.Value == "/"+k.Source+"/" })
		k.Source = c.at(k.Source)
	}
	return columns
}

// sources are the files that the office writes, but for official texts.
func (c *content) sources() (out []gov.Source) {
	_ = fs.WalkDir(c.fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Base(name) == "policy.md" || !slices.Contains([]string{".md", ".csv", ".toml"}, path.Ext(name)) {
			return nil
		}
		if text, err := fs.ReadFile(c.fsys, name); err == nil {
			out = append(out, gov.Source{File: c.at(name), Text: text})
		}
		return nil
	})
	return out
}
