package check

import (
	"fmt"
	"net/url"
	"path"
	"slices"
	"strings"

	"mingce/site/output"
	"mingce/site/problem"
)

// link notes where a link leads. One to a place of the page itself is looked
// at as soon as the page is read.
func (p *reader) link(href string) {
	if id, ok := strings.CutPrefix(href, "#"); ok && id != "" && !strings.Contains(id, "%") {
		p.links[Link{Href: href, To: p.Path, Fragment: hash(id)}] = true
		return
	}
	u, err := url.Parse(href)
	switch {
	case err != nil || href == "":
		p.say("改正这个链接", "的链接“%s”写得不对", href)
		return
	case u.Scheme != "" || u.Host != "":
		return // another site: not ours to promise
	}
	l := Link{Href: href, To: p.resolve(u)}
	if u.Fragment != "" {
		l.Fragment = hash(u.Fragment)
	}
	p.links[l] = true
}

// resource notes what a page loads.
func (p *reader) resource(src string) {
	u, err := url.Parse(src)
	if err != nil || u.Scheme != "" || u.Host != "" {
		p.report.Problems.Add(problem.Pos{File: p.Path}, fmt.Sprintf("页面从别处载入“%s”", src), "页面只能使用本站的文件")
		return
	}
	p.links[Link{Href: src, To: p.resolve(u), Loaded: true}] = true
}

// resolve finds the path that an address in a page stands for; "" where it
// leaves the site.
func (p *reader) resolve(u *url.URL) string {
	if u.Path == "" {
		return p.Path
	}
	at := path.Join(path.Dir(p.Path), u.Path)
	if strings.HasPrefix(u.Path, "/") {
		rest, ok := strings.CutPrefix(u.Path, p.base)
		if !ok {
			return ""
		}
		at = path.Clean("/" + rest)[1:]
	}
	if strings.HasSuffix(u.Path, "/") || at == "." || at == "" {
		at = strings.TrimPrefix(path.Join(at, "index.html"), "./")
	}
	if strings.HasPrefix(at, "../") {
		return ""
	}
	return at
}

// Links checks what pages ask of one another, when all have been read. files
// are those of the whole site; reports are by path.
func (c *Checker) Links(files []output.File, reports map[string]*Report) problem.List {
	exists := make(map[string]bool, len(files))
	for _, f := range files {
		exists[f.Path] = true
	}
	var problems problem.List
	for _, f := range files {
		r, ok := reports[f.Path]
		if !ok {
			continue
		}
		for _, l := range r.Links {
			if text, hint, at := l.wrong(f, exists, reports); text != "" {
				problems.Add(problem.Pos{File: at}, text, hint)
			}
		}
	}
	return problems
}

// wrong says what is wrong with a link of a page, "" for nothing, and of which
// file it is a problem.
func (l Link) wrong(f output.File, exists map[string]bool, reports map[string]*Report) (text, hint, at string) {
	switch {
	case !exists[l.To] && l.Loaded:
		return fmt.Sprintf("页面载入的“%s”不存在", l.Href), ours, f.Path
	case !exists[l.To]:
		return fmt.Sprintf("页面 /%s 的链接“%s”没有对应的页面", Address(f.Path), l.Href), "改成已有的地址,或去掉链接", f.Source
	case l.Fragment == 0:
		return "", "", ""
	}
	to, ok := reports[l.To]
	if !ok {
		return "", "", "" // a picture, a download: places in it are its own
	}
	if _, ok := slices.BinarySearch(to.IDs, l.Fragment); !ok {
		return fmt.Sprintf("页面 /%s 的链接“%s”指向的位置不存在", Address(f.Path), l.Href), "核对 # 后面的名称", f.Source
	}
	return "", "", ""
}
