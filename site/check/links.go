package check

import (
	"bytes"
	"fmt"
	"net/url"
	"path"
	"strings"

	"mingce/site/output"
	"mingce/site/problem"
)

// link notes where a link leads.
func (p *reader) link(raw []byte) {
	raw = bare(raw)
	if len(raw) > 1 && raw[0] == '#' && bytes.IndexByte(raw, '%') < 0 { // most, in a long text
		p.within = append(p.within, place{hash(raw[1:]), raw[1:]})
		return
	}
	href := string(raw)
	switch l, where := p.to(href); where {
	case broken:
		p.say("改正这个链接", "的链接“%s”写得不对", href)
	case here:
		p.links = append(p.links, l)
	}
	// elsewhere: another site, not ours to promise
}

// to is where an address leads.
func (p *reader) to(href string) (link, where) {
	to, fragment, where := p.locate(href)
	l := link{href: href, to: to}
	if fragment != "" && !strings.HasPrefix(fragment, "~") { // ~ carries answers, it names no place
		l.fragment = hash(fragment)
	}
	return l, where
}

// resource notes what a page loads.
func (p *reader) resource(src string) {
	to, _, where := p.locate(src)
	if where != here {
		p.report.Problems.Add(problem.Pos{File: p.Path}, fmt.Sprintf("页面从别处载入“%s”", src), "页面只能使用本站的文件")
		return
	}
	p.links = append(p.links, link{href: src, to: to, loaded: true})
}

// A where says whose address an address is.
type where uint8

const (
	here where = iota
	elsewhere
	broken
)

// locate finds the path that an address in a page stands for, "" where it
// leaves the site, and the place in it.
func (p *reader) locate(href string) (to, fragment string, _ where) {
	if href != "" && !strings.ContainsAny(href, ":?%\\ ") && !strings.HasPrefix(href, "//") {
		to, fragment, _ = strings.Cut(href, "#") // most are as simple as that
		return p.resolve(to), fragment, here
	}
	u, err := url.Parse(href)
	switch {
	case err != nil || href == "":
		return "", "", broken
	case u.Scheme != "" || u.Host != "":
		return "", "", elsewhere
	}
	return p.resolve(u.Path), u.Fragment, here
}

// resolve finds the file that a path in a page stands for.
func (p *reader) resolve(to string) string {
	if to == "" {
		return p.Path
	}
	at := path.Join(path.Dir(p.Path), to)
	if strings.HasPrefix(to, "/") {
		rest, ok := strings.CutPrefix(to, p.base)
		if !ok {
			return ""
		}
		at = path.Clean("/" + rest)[1:]
	}
	if strings.HasSuffix(to, "/") || at == "." || at == "" {
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
	type group struct{ links, parent string }
	good := map[group]bool{} // that lead on the same way from every page of a folder's folders
	for _, f := range files {
		r, ok := reports[f.Path]
		if !ok {
			continue
		}
		var found problem.List
		p := &reader{File: f, base: c.base}
		g := group{r.Common, path.Dir(path.Dir(f.Path))}
		if !good[g] {
			found = p.dead(r.Common, exists, reports)
			good[g] = len(found) == 0
		}
		problems = append(append(problems, found...), p.dead(r.Own, exists, reports)...)
	}
	return problems
}

// dead finds the links of a page, in lines, that lead nowhere.
func (p *reader) dead(lines string, exists map[string]bool, reports map[string]*Report) (problems problem.List) {
	for line := range strings.Lines(lines) {
		if len(line) < 2 {
			continue // unreachable: each has a sign and an end
		}
		l, _ := p.to(line[1 : len(line)-1])
		if l.loaded = line[0] == '+'; l.loaded {
			l.fragment = 0
		}
		if wrong, is := l.wrong(p.File, exists, reports); is {
			problems = append(problems, wrong)
		}
	}
	return problems
}

// wrong says what is wrong with a link of a page to another.
func (l link) wrong(f output.File, exists map[string]bool, reports map[string]*Report) (problem.Problem, bool) {
	switch {
	case !exists[l.to] && l.loaded:
		return problem.Problem{Pos: problem.Pos{File: f.Path}, Text: fmt.Sprintf("页面载入的“%s”不存在", l.href), Hint: ours}, true
	case !exists[l.to]:
		return problem.Problem{
			Pos:  problem.Pos{File: f.Source},
			Text: fmt.Sprintf("页面 /%s 的链接“%s”没有对应的页面", Address(f.Path), l.href), Hint: "改成已有的地址,或去掉链接",
		}, true
	case l.fragment == 0:
		return problem.Problem{}, false
	}
	to, ok := reports[l.to] // else a picture, a download: places in it are its own
	return l.nowhere(f), ok && !to.holds(l.fragment)
}

// nowhere is the problem of a link to a place that is not in its page.
func (l link) nowhere(f output.File) problem.Problem {
	return problem.Problem{
		Pos:  problem.Pos{File: f.Source},
		Text: fmt.Sprintf("页面 /%s 的链接“%s”指向的位置不存在", Address(f.Path), l.href), Hint: "核对 # 后面的名称",
	}
}
