package check

import (
	"bytes"
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"mingce/site/output"
	"mingce/site/problem"
)

// A reader goes through one page from its first byte to its last.
type reader struct {
	output.File
	base    string
	once    func(string) string
	report  Report
	ids     []place
	refs    []reference // to ids of the page, which may come later
	within  []place     // where links lead within the page
	links   []link
	metas   [][]byte // names of those that are there
	lang    bool
	hidden  bool // within style or script, whose text is not for people
	title   bool // within it
	heading heading
	ranks   ranks
}

// A place is an id of the page, as written in it.
type place struct {
	hash uint64
	id   []byte
}

// A reference is an attribute that names an id of the page.
type reference struct {
	place
	attribute string
}

// Page reads one page.
func (c *Checker) Page(f output.File, body []byte) *Report {
	p := &reader{File: f, base: c.base, once: c.once}
	s := &scanner{body: body}
	for {
		switch s.next() {
		case end:
			p.end()
			report := p.report // a pointer into p would keep all of it
			return &report
		case opening:
			p.open(s)
		case closing:
			p.close(s.name)
		case text:
			p.text(s.words)
		}
	}
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
func (p *reader) open(s *scanner) {
	switch s.name {
	case "html":
		p.lang = s.attr("lang") == "zh-CN"
	case "meta":
		p.meta(s)
	case "title":
		p.title = true
	case "style":
		p.hidden = true
	case "h1", "h2", "h3", "h4", "h5", "h6":
		p.heading = heading{rank: int(s.name[1] - '0')}
	case "a", "area":
		p.link(s.raw("href"))
	case "link":
		if rel := s.attr("rel"); rel == "stylesheet" || rel == "icon" || rel == "modulepreload" || rel == "manifest" {
			p.resource(s.attr("href"))
		}
	case "script", "img", "source", "iframe", "video", "audio":
		p.media(s)
	}
	for i := range s.attrs {
		p.attribute(&s.attrs[i])
	}
}

// attribute looks at an attribute that any element may have.
func (p *reader) attribute(a *attribute) {
	switch string(a.key) {
	case "id":
		if id := bare(a.value); len(id) > 0 {
			p.ids = append(p.ids, place{hash(id), id})
		}
	case "data-module", "data-worker", "data-workbooks": // what scripts load
		p.resource(plain(a.value))
	case "aria-labelledby", "aria-describedby", "for", "aria-controls":
		for id := range bytes.FieldsSeq(bare(a.value)) {
			p.refs = append(p.refs, reference{place{hash(id), id}, string(a.key)})
		}
	}
}

func (p *reader) media(s *scanner) {
	p.hidden = s.name == "script"
	if src := s.attr("src"); src != "" {
		p.resource(src)
	}
	if s.name == "img" && !s.has("alt") {
		p.say("给图片写上文字说明", "有图片没有文字说明")
	}
}

// close ends what open began.
func (p *reader) close(name string) {
	switch name {
	case "title":
		p.title = false
	case "style", "script":
		p.hidden = false
	case "h1", "h2", "h3", "h4", "h5", "h6":
		p.headed()
	}
}

// text looks at words.
func (p *reader) text(words []byte) {
	if p.hidden {
		return
	}
	if p.title && len(bytes.TrimSpace(words)) > 0 {
		p.metas = append(p.metas, []byte("title"))
	}
	if p.heading.rank > 0 {
		p.heading.text = append(p.heading.text, words...)
	}
	if bytes.Contains(words, []byte("**")) && bytes.Contains(mask.ReplaceAll(words, nil), []byte("**")) {
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
	slices.SortFunc(p.ids, func(a, b place) int { return cmp.Compare(a.hash, b.hash) })
	p.report.IDs = make([]uint32, 0, len(p.ids))
	for i := 0; i < len(p.ids); {
		n := 1
		for i+n < len(p.ids) && p.ids[i+n].hash == p.ids[i].hash {
			n++
		}
		if n > 1 {
			p.add("id “%s”用了 %d 次", p.ids[i].id, n)
		}
		p.report.IDs = append(p.report.IDs, uint32(p.ids[i].hash))
		i += n
	}
	slices.Sort(p.report.IDs)
	var dead []uint64 // said once
	for _, l := range p.within {
		if !p.report.holds(l.hash) && !slices.Contains(dead, l.hash) {
			dead = append(dead, l.hash)
			p.report.Problems = append(p.report.Problems, link{href: "#" + string(l.id)}.nowhere(p.File))
		}
	}
	for _, r := range p.refs {
		if !p.report.holds(r.hash) {
			p.add("%s 指向的 id “%s”不存在", r.attribute, r.id)
		}
	}
	p.settle()
	p.report.Problems.Sort()
}

// holds reports whether the page has an id.
func (r *Report) holds(id uint64) bool {
	_, ok := slices.BinarySearch(r.IDs, uint32(id))
	return ok
}

// settle keeps each link to another page once. Those within the page have been
// looked at then.
func (p *reader) settle() {
	slices.SortFunc(p.links, func(a, b link) int { return strings.Compare(a.href, b.href) })
	folder := p.Path[:strings.LastIndexByte(p.Path, '/')+1]
	var common, own []byte
	for _, l := range slices.Compact(p.links) {
		switch {
		case l.to == p.Path:
			if l.fragment != 0 && !p.report.holds(l.fragment) {
				p.report.Problems = append(p.report.Problems, l.nowhere(p.File))
			}
		case folder != "" && strings.HasPrefix(l.to, folder):
			own = l.line(own)
		default:
			common = l.line(common)
		}
	}
	p.report.Common, p.report.Own = p.once(string(common)), string(own)
}

// line appends the link as a report has it.
func (l link) line(dst []byte) []byte {
	sign := byte('-')
	if l.loaded {
		sign = '+'
	}
	return append(append(append(dst, sign), l.href...), '\n')
}

// hash is the same for the same text in every run of the program (FNV-1a).
func hash[T string | []byte](text T) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(text) {
		h = (h ^ uint64(text[i])) * 1099511628211
	}
	return max(h, 1)
}

// mask is a number with stars for its middle: 138****1234.
var mask = regexp.MustCompile(`[0-9]\*{3,}[0-9Xx]|\*{4,}[0-9]`)
