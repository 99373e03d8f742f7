package site

import (
	"path"
	"regexp"
	"strings"

	"mingce/site/output"
	"mingce/site/page"
	"mingce/site/toml"
)

// An alias is an address that a page had before.
type alias struct {
	from, to string // relative to the site: "zcwj/2015/23.html", "policies/x/"
}

// oldAddress is what an old address may look like: a folder or an .html file.
var oldAddress = regexp.MustCompile(`^/[\p{Han}A-Za-z0-9._~/-]*[\p{Han}A-Za-z0-9_~-](/|\.html?)$`)

// moved makes a page that leads on at every old address, for hosts that do not
// read _redirects. It comes after all other pages: none of them may be there.
func (b *builder) moved(all *content) {
	taken := map[string]bool{}
	for _, f := range b.files {
		taken[f.Path] = true
	}
	for _, u := range b.units {
		for _, f := range u.Files {
			taken[f.Path] = true
		}
	}
	for _, e := range all.policies {
		b.movedTo(all, e.doc.Meta.Title.Value, "policies/"+e.id+"/", e.doc.Meta.Aliases, taken)
	}
	for _, w := range all.pages {
		b.movedTo(all, w.page.Title.Value, w.id+"/", w.page.Aliases, taken)
	}
	for _, a := range all.articles {
		b.movedTo(all, a.Title.Value, a.Address(), a.Aliases, taken)
	}
	for _, r := range all.lists {
		b.movedTo(all, r.Facts.Title.Value, rollAddress(r), r.Facts.Aliases, taken)
	}
}

// movedTo makes the pages at the old addresses of one page.
func (b *builder) movedTo(all *content, title, to string, old []toml.At[string], taken map[string]bool) {
	for _, a := range old {
		if !oldAddress.MatchString(a.Value) || path.Clean(a.Value) != strings.TrimSuffix(a.Value, "/") {
			all.problems.Add(a.Pos, "旧地址的写法不对", "写这个页面以前在本站的地址,如 /zcwj/2015/23.html 或 /zcwj/2015-23/")
			continue
		}
		from := strings.TrimPrefix(a.Value, "/")
		file := from
		if strings.HasSuffix(from, "/") {
			file += "index.html"
		}
		if taken[file] {
			all.problems.Add(a.Pos, "旧地址 "+a.Value+" 上已经有页面", "一个地址只能引向一处;核对这一行,或删去它")
			continue
		}
		taken[file] = true
		b.aliases = append(b.aliases, alias{from, to})
		m := page.Moved{Frame: b.framed(from, title, "这个页面换了地址。", page.Link{Text: title}), Now: to}
		m.Root, m.Crumbs = page.RootOf(file), nil
		if m.Canonical != "" {
			m.Canonical = b.conf.BaseURL.Value + to
		}
		m.AddMeta("robots", "noindex")
		view := m
		b.files = append(b.files, output.File{
			Path: file, Kind: output.Page, Source: a.Pos.File,
			Render: func() ([]byte, error) { return b.set.Render("moved", view) },
			Inputs: func() any { return view },
		})
	}
}
