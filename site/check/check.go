// Package check reads the finished site as a browser and a search engine
// would, and reports what would disappoint a reader: dead links and anchors,
// ids used twice, missing or empty meta tags, headings out of order, images
// without words, pages that weigh too much, anything loaded from elsewhere,
// and marks of emphasis that were left as they were typed.
package check

import (
	"bytes"
	"fmt"
	"path"

	"golang.org/x/net/html"

	"mingce/site/output"
	"mingce/site/problem"
)

// Site checks every file of a site.
func Site(out *output.Site) problem.List {
	c := &checker{out: out, pages: map[string]*parsed{}}
	for _, f := range out.Files() {
		c.read(f)
	}
	for _, f := range out.Files() {
		if p, ok := c.pages[f.Path]; ok {
			c.page(p)
		}
	}
	c.budgets()
	c.problems.Sort()
	return c.problems
}

// A checker holds what was read so far.
type checker struct {
	out      *output.Site
	pages    map[string]*parsed
	sizes    map[string]int // after compression
	problems problem.List
}

// A parsed is one page.
type parsed struct {
	output.File
	root *html.Node
	ids  map[string]int
}

// add reports a problem of a page. There is no line: the file is not one that
// people write.
func (c *checker) add(file, hint, format string, args ...any) {
	c.problems.Add(problem.Pos{File: file}, fmt.Sprintf(format, args...), hint)
}

const ours = "这是程序生成的部分,请连同这句话告诉维护者"

// read renders and measures one file.
func (c *checker) read(f output.File) {
	body, err := c.out.ReadFile(f.Path)
	if err != nil {
		c.add(f.Path, ours, "页面生成出错:%v", err)
		return
	}
	if c.sizes == nil {
		c.sizes = map[string]int{}
	}
	c.sizes[f.Path] = compressed(body)
	if !f.Kind.IsPage() {
		return
	}
	root, err := html.Parse(bytes.NewReader(body))
	if err != nil {
		c.add(f.Path, ours, "不是完整的 HTML:%v", err)
		return
	}
	p := &parsed{File: f, root: root, ids: map[string]int{}}
	for n := range elements(root) {
		if id := attr(n, "id"); id != "" {
			p.ids[id]++
		}
	}
	c.pages[f.Path] = p
}

// page checks one page.
func (c *checker) page(p *parsed) {
	for id, n := range p.ids {
		if n > 1 {
			c.add(p.Path, ours, "id “%s”用了 %d 次", id, n)
		}
	}
	c.metas(p)
	c.headings(p)
	c.words(p)
	for n := range elements(p.root) {
		c.element(p, n)
	}
}

// element checks what one element refers to.
func (c *checker) element(p *parsed, n *html.Node) {
	switch n.Data {
	case "a":
		c.link(p, attr(n, "href"))
	case "link":
		if rel := attr(n, "rel"); rel == "stylesheet" || rel == "icon" {
			c.resource(p, attr(n, "href"))
		}
	case "script", "img", "source", "iframe", "video", "audio":
		if src := attr(n, "src"); src != "" {
			c.resource(p, src)
		}
		if n.Data == "img" && !has(n, "alt") {
			c.add(p.Source, "给图片写上文字说明", "页面 /%s 有图片没有文字说明", page(p.Path))
		}
	}
	if module := attr(n, "data-module"); module != "" {
		c.resource(p, module)
	}
	for _, name := range []string{"aria-labelledby", "aria-describedby", "for", "aria-controls"} {
		c.references(p, name, attr(n, name))
	}
}

// page is the address of a page as visitors see it.
func page(file string) string {
	if path.Base(file) == "index.html" {
		return file[:len(file)-len("index.html")]
	}
	return file
}
