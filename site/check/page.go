package check

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"golang.org/x/net/html"

	"mingce/site/output"
	"mingce/site/problem"
)

// A reader goes through one page from its first byte to its last.
type reader struct {
	output.File
	base    string
	report  Report
	ids     map[string]int
	refs    []reference // to ids of the page, which may come later
	links   map[Link]bool
	metas   map[string]bool // name → filled
	lang    bool
	hidden  string // style or script, whose text is not for people
	title   bool   // within it
	heading heading
	ranks   ranks
}

// A reference is an attribute that names ids of the page.
type reference struct{ attribute, id string }

// Page reads one page.
func (c *Checker) Page(f output.File, body []byte) *Report {
	p := &reader{File: f, base: c.base, ids: map[string]int{}, links: map[Link]bool{}, metas: map[string]bool{}}
	z := html.NewTokenizer(bytes.NewReader(body))
	for {
		switch z.Next() {
		case html.ErrorToken:
			p.end()
			return &p.report
		case html.StartTagToken, html.SelfClosingTagToken:
			p.open(readElement(z))
		case html.EndTagToken:
			name, _ := z.TagName()
			p.close(string(name))
		case html.TextToken:
			p.text(z.Text())
		}
	}
}

// An element is a start tag with what of it is looked at.
type element struct {
	name  string
	attrs map[string]string
}

func readElement(z *html.Tokenizer) element {
	name, more := z.TagName()
	e := element{name: string(name)}
	for more {
		var key, value []byte
		key, value, more = z.TagAttr()
		if e.attrs == nil {
			e.attrs = make(map[string]string, 4)
		}
		if _, twice := e.attrs[string(key)]; !twice {
			e.attrs[string(key)] = string(value)
		}
	}
	return e
}

// add reports a problem of the program's own: there is no line, for the file
// is not one that people write.
func (p *reader) add(format string, args ...any) {
	p.report.Problems.Add(problem.Pos{File: p.Path}, fmt.Sprintf(format, args...), ours)
}

// say reports a problem of what people wrote.
func (p *reader) say(hint, format string, args ...any) {
	p.report.Problems.Add(problem.Pos{File: p.Source}, "页面 /"+Address(p.Path)+" "+fmt.Sprintf(format, args...), hint)
}

// open looks at what an element refers to.
func (p *reader) open(e element) {
	if id := e.attrs["id"]; id != "" {
		p.ids[id]++
	}
	switch e.name {
	case "html":
		p.lang = e.attrs["lang"] == "zh-CN"
	case "meta":
		p.meta(e)
	case "title":
		p.title = true
	case "style":
		p.hidden = e.name
	case "h1", "h2", "h3", "h4", "h5", "h6":
		p.heading = heading{rank: int(e.name[1] - '0')}
	case "a", "area":
		p.link(e.attrs["href"])
	case "link":
		if rel := e.attrs["rel"]; rel == "stylesheet" || rel == "icon" || rel == "modulepreload" || rel == "manifest" {
			p.resource(e.attrs["href"])
		}
	case "script", "img", "source", "iframe", "video", "audio":
		p.media(e)
	}
	if module := e.attrs["data-module"]; module != "" {
		p.resource(module)
	}
	for _, name := range [...]string{"aria-labelledby", "aria-describedby", "for", "aria-controls"} {
		for id := range strings.FieldsSeq(e.attrs[name]) {
			p.refs = append(p.refs, reference{name, id})
		}
	}
}

func (p *reader) media(e element) {
	if e.name == "script" {
		p.hidden = e.name
	}
	if src := e.attrs["src"]; src != "" {
		p.resource(src)
	}
	if _, has := e.attrs["alt"]; e.name == "img" && !has {
		p.say("给图片写上文字说明", "有图片没有文字说明")
	}
}

// close ends what open began.
func (p *reader) close(name string) {
	switch name {
	case "title":
		p.title = false
	case p.hidden:
		p.hidden = ""
	case "h1", "h2", "h3", "h4", "h5", "h6":
		p.headed()
	}
}

// text looks at words.
func (p *reader) text(words []byte) {
	if p.hidden != "" {
		return
	}
	if p.title && len(bytes.TrimSpace(words)) > 0 {
		p.metas["title"] = true
	}
	if p.heading.rank > 0 {
		p.heading.text.Write(words)
	}
	if bytes.Contains(words, []byte("**")) {
		p.say("去掉 **,或把加粗的起止挪到标点以外", "留下了没有生效的 **")
	}
}

// end says what only the whole page tells.
func (p *reader) end() {
	if !p.lang {
		p.add("页面没有写明语言")
	}
	p.required()
	if p.ranks.first != 1 {
		p.say("每页只有一个最大的标题", "有 %d 个一级标题", p.ranks.first)
	}
	for id, n := range p.ids {
		if n > 1 {
			p.add("id “%s”用了 %d 次", id, n)
		}
		p.report.IDs = append(p.report.IDs, hash(id))
	}
	slices.Sort(p.report.IDs)
	for _, r := range p.refs {
		if p.ids[r.id] == 0 {
			p.add("%s 指向的 id “%s”不存在", r.attribute, r.id)
		}
	}
	for l := range p.links {
		p.report.Links = append(p.report.Links, l)
	}
	slices.SortFunc(p.report.Links, func(a, b Link) int { return strings.Compare(a.Href, b.Href) })
	p.report.Problems.Sort()
}

// hash is the same for the same text in every run of the program (FNV-1a).
func hash(text string) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(text) {
		h = (h ^ uint64(text[i])) * 1099511628211
	}
	return max(h, 1)
}
