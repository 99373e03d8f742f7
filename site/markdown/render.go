package markdown

import (
	"bytes"
	"html/template"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"mingce/site/problem"
)

// Options says where a page will stand and what its images are.
type Options struct {
	Root    string                             // from the page to the first page: "../"
	Picture func(name string) (Picture, error) // reads an image of the page; nil where there are none. The error is said to the writer
}

// A Picture is an image as published.
type Picture struct {
	Address       string // relative to the site
	Width, Height int    // in pixels, as shown
}

// A Rendered is a page as HTML, and what others want to know of it.
type Rendered struct {
	HTML     template.HTML
	Words    string // the text alone, a block a line
	Headings []Heading
	Quotes   []Quote
	Pictures int
}

// A Heading is a heading of a page.
type Heading struct {
	Level    int // 2 to 6
	ID, Text string
	Given    bool // the id was written, not counted
	Pos      problem.Pos
}

// A Quote is a quotation with a link to the clause it is from.
type Quote struct {
	Policy, Clause string // the ids in the link
	Words          string
	Pos            problem.Pos
	Under          int // index of the heading it stands under, -1 above the first
}

// Render parses the body, finds every problem in it, and writes the HTML. With
// problems the HTML is not to be shown.
func (t *Text) Render(o Options) (*Rendered, problem.List) {
	r := &rendering{Text: t, Options: o, out: &Rendered{}, ids: map[string]bool{}}
	t.unreadable(&r.problems)
	if len(r.problems) > 0 {
		return r.out, r.problems
	}
	m := engine()
	tree := m.Parser().Parse(text.NewReader(t.body), parser.WithContext(parser.NewContext()))
	r.shape(tree)
	r.lint(tree)
	r.footnotes(tree)
	r.quotes(tree)
	r.problems.Sort()
	r.out.Words = blocks(tree, t.body)
	var b bytes.Buffer
	if err := m.Renderer().Render(&b, t.body, tree); err != nil {
		r.problems.Add(problem.Pos{File: t.file}, err.Error(), "这是程序自身的错误,请连同这句话告诉维护者")
	}
	r.out.HTML = template.HTML(b.String())
	return r.out, r.problems
}

// A rendering is one page on its way.
type rendering struct {
	*Text
	Options
	out      *Rendered
	problems problem.List
	ids      map[string]bool
	order    [7]int // headings seen, by level
}

// add reports a problem at a byte of the body.
func (r *rendering) add(at int, what, hint string) { r.problems.Add(r.pos(at), what, hint) }

// shape changes the tree to what the page needs: ids, addresses, captions.
func (r *rendering) shape(tree ast.Node) {
	r.addresses(tree)
	var links []*ast.Link
	var images []*ast.Image
	_ = ast.Walk(tree, func(n ast.Node, enter bool) (ast.WalkStatus, error) {
		if !enter {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Heading:
			r.heading(n)
		case *ast.Link:
			links = append(links, n)
		case *ast.Image:
			images = append(images, n)
		case *ast.Text:
			r.lineEnd(n)
		}
		return ast.WalkContinue, nil
	})
	for _, n := range links {
		r.link(n)
	}
	for _, n := range images {
		r.image(n)
	}
	r.tables(tree)
}

// lineEnd makes the end of a line beside Chinese a line end of the page: a
// blank would show between two characters, and to drop it would glue numbered
// lines together.
func (r *rendering) lineEnd(n *ast.Text) {
	if !n.SoftLineBreak() || n.HardLineBreak() {
		return
	}
	stop := n.Segment.Stop
	before := bytes.TrimRight(r.body[:stop], " \t")
	after := bytes.TrimLeft(r.body[stop:], " \t\r\n>")
	if cjk(last(before)) || cjk(following(after, 0)) {
		n.SetHardLineBreak(true)
	}
}

// link turns an address from the root of the site into one from the page.
func (r *rendering) link(n *ast.Link) {
	to := string(n.Destination)
	scheme, _, absolute := strings.Cut(to, ":")
	switch at := position(n, r.body); {
	case strings.TrimSpace(to) == "":
		r.add(at, "链接没有写地址", "写成 [文字](地址)")
	case absolute && !strings.ContainsAny(scheme, "/#?") && scheme != "https" && scheme != "http" && scheme != "mailto":
		r.add(at, "不能链接到 "+scheme+": 开头的地址", "写 https:// 开头的网址,或 / 开头的本站地址")
	case strings.TrimSpace(plain(n, r.body)) == "" && n.ChildCount() == 0:
		r.add(at, "链接没有文字", "写成 [文字](地址),文字说明链接到哪里")
	}
	n.Destination = []byte(relative(to, r.Root))
}

// image fills in what the file of an image says.
func (r *rendering) image(n *ast.Image) {
	at, name := position(n, r.body), string(n.Destination)
	if strings.TrimSpace(plain(n, r.body)) == "" {
		r.add(at, "图片没有文字说明", "写成 ![图上是什么](文件名),看不见图片的人靠它知道内容")
	}
	r.out.Pictures++
	if r.Picture == nil {
		r.add(at, "这里不能放图片", "图片放在栏目的文章里")
		return
	}
	p, err := r.Picture(name)
	if err != nil {
		what, hint, _ := strings.Cut(err.Error(), ";")
		r.add(at, what, hint)
		return
	}
	n.Destination = []byte(r.Root + p.Address)
	n.SetAttributeString("width", decimal(p.Width))
	n.SetAttributeString("height", decimal(p.Height))
	n.SetAttributeString("loading", []byte("lazy"))
	n.SetAttributeString("decoding", []byte("async"))
}

func relative(to, root string) string {
	rest, ours := strings.CutPrefix(to, "/")
	switch {
	case !ours || strings.HasPrefix(to, "//"):
		return to
	case root+rest == "":
		return "./"
	}
	return root + rest
}
