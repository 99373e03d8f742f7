package svg

import (
	"fmt"
	"strconv"
	"strings"
)

// A Picture is an SVG being written.
type Picture struct {
	wide   float64
	class  string
	id     string
	title  string
	desc   string
	attr   string
	body   []byte
	height float64
}

// New begins a picture. id is unique in the page it will stand in; title and
// desc say to those who cannot see it what it is and what it shows.
func New(wide, height float64, class, id, title, desc string) *Picture {
	return &Picture{wide: wide, height: height, class: class, id: id, title: title, desc: desc}
}

// Attr adds attributes to the picture as a whole, each a name and its value.
func (p *Picture) Attr(pairs ...string) { p.attr += attributes(pairs) }

// Height sets how high the picture is, once that is known.
func (p *Picture) Height(height float64) { p.height = height }

// Line draws a straight line.
func (p *Picture) Line(x1, y1, x2, y2 float64, class string, attr ...string) {
	p.body = fmt.Appendf(p.body, `<path class="%s" d="M%s %sL%s %s"%s/>`, class, N(x1), N(y1), N(x2), N(y2), attributes(attr))
}

// Path draws along d, in the language of SVG paths.
func (p *Picture) Path(d, class string, attr ...string) {
	p.body = fmt.Appendf(p.body, `<path class="%s" d="%s"%s/>`, class, Escape(d), attributes(attr))
}

// Rect draws a rectangle.
func (p *Picture) Rect(x, y, wide, high float64, class string, attr ...string) {
	p.body = fmt.Appendf(p.body, `<rect class="%s" x="%s" y="%s" width="%s" height="%s"%s/>`, class, N(x), N(y), N(wide), N(high), attributes(attr))
}

// Dot draws a disc.
func (p *Picture) Dot(x, y, r float64, class string, attr ...string) {
	p.body = fmt.Appendf(p.body, `<circle class="%s" cx="%s" cy="%s" r="%s"%s/>`, class, N(x), N(y), N(r), attributes(attr))
}

// Text sets one line, from its base line's point; text-anchor may be given as
// an attribute.
func (p *Picture) Text(x, y float64, line, class string, attr ...string) {
	p.body = fmt.Appendf(p.body, `<text class="%s" x="%s" y="%s"%s>%s</text>`, class, N(x), N(y), attributes(attr), Escape(line))
}

// Raw adds elements written elsewhere in this program.
func (p *Picture) Raw(elements string) { p.body = append(p.body, elements...) }

// Mark is a place in the picture, for [Picture.RectAt].
func (p *Picture) Mark() int { return len(p.body) }

// RectAt draws a rectangle under everything drawn since a mark: the ground of
// words whose height is known only when they are set.
func (p *Picture) RectAt(mark int, x, y, wide, high float64, class string, attr ...string) {
	above := append([]byte{}, p.body[mark:]...)
	p.body = p.body[:mark]
	p.Rect(x, y, wide, high, class, attr...)
	p.body = append(p.body, above...)
}

// String is the finished element, for a page of HTML.
func (p *Picture) String() string {
	return fmt.Sprintf(`<svg class="%s" viewBox="0 0 %s %s" role="img" aria-labelledby="%s-t %s-d"%s>`, p.class, N(p.wide), N(p.height), p.id, p.id, p.attr) +
		fmt.Sprintf(`<title id="%s-t">%s</title><desc id="%s-d">%s</desc>`, p.id, Escape(p.title), p.id, Escape(p.desc)) +
		string(p.body) + "</svg>"
}

func attributes(pairs []string) string {
	var b strings.Builder
	for i := 0; i+1 < len(pairs); i += 2 {
		fmt.Fprintf(&b, ` %s="%s"`, pairs[i], Escape(pairs[i+1]))
	}
	return b.String()
}

// N writes a coordinate with at most one decimal, the same on every machine.
func N(v float64) string {
	s := strconv.FormatFloat(v, 'f', 1, 64)
	if s = strings.TrimSuffix(s, ".0"); s == "-0" {
		return "0"
	}
	return s
}

// Escape writes text so that it stays text in an element or an attribute.
func Escape(s string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "'", "&#39;").Replace(s)
}
