package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
)

// written are the characters of RFC 3986, less the brackets of IPv6 and *,
// which is ours.
const written = "-._~:/?#@!$&'()+,;=%"

// addresses turns every bare http:// or https:// into a link. It may follow a
// Chinese character directly, and ends before the first character that no
// address holds, so before Chinese punctuation. (An inline parser would not
// do: goldmark asks for one only at blanks and punctuation.)
func (r *rendering) addresses(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		t, ok := c.(*ast.Text)
		if !ok {
			if k := c.Kind(); k != ast.KindLink && k != ast.KindImage && k != ast.KindCodeSpan {
				r.addresses(c)
			}
			continue
		}
		join(n, t)
		if from, to, ok := bareAddress(t.Segment.Value(r.body)); ok {
			c = split3(n, t, from, to)
		}
	}
}

// join takes the texts that follow t without a gap into it: a run of
// delimiters that came to nothing leaves pieces.
func join(parent ast.Node, t *ast.Text) {
	for {
		next, ok := t.NextSibling().(*ast.Text)
		if !ok || t.SoftLineBreak() || t.HardLineBreak() || t.IsRaw() != next.IsRaw() || t.Segment.Stop != next.Segment.Start {
			return
		}
		t.Segment = t.Segment.WithStop(next.Segment.Stop)
		t.SetSoftLineBreak(next.SoftLineBreak())
		t.SetHardLineBreak(next.HardLineBreak())
		parent.RemoveChild(parent, next)
	}
}

// split3 makes the bytes from, to of a text a link, and returns it. What
// follows it becomes the next text.
func split3(parent ast.Node, t *ast.Text, from, to int) ast.Node {
	start, stop := t.Segment.Start, t.Segment.Stop
	link := ast.NewAutoLink(ast.AutoLinkURL, ast.NewTextSegment(text.NewSegment(start+from, start+to)))
	rest := ast.NewTextSegment(text.NewSegment(start+to, stop))
	rest.SetSoftLineBreak(t.SoftLineBreak())
	rest.SetHardLineBreak(t.HardLineBreak())
	t.Segment = t.Segment.WithStop(start + from)
	t.SetSoftLineBreak(false)
	t.SetHardLineBreak(false)
	parent.InsertAfter(parent, t, link)
	parent.InsertAfter(parent, link, rest)
	return link
}

// bareAddress finds the first address in a text.
func bareAddress(s []byte) (from, to int, ok bool) {
	for at := 0; ; {
		i := bytes.Index(s[at:], []byte("http"))
		if i < 0 {
			return 0, 0, false
		}
		from = at + i
		at = from + len("http")
		scheme := len("http://")
		if bytes.HasPrefix(s[from:], []byte("https://")) {
			scheme++
		} else if !bytes.HasPrefix(s[from:], []byte("http://")) {
			continue
		}
		if from > 0 && alnum(s[from-1]) {
			continue
		}
		to = from + scheme
		for to < len(s) && (alnum(s[to]) || strings.IndexByte(written, s[to]) >= 0) {
			to++
		}
		to = from + trimmed(s[from:to])
		if to > from+scheme && alnum(s[from+scheme]) {
			return from, to, true
		}
	}
}

// trimmed is the length of an address without the punctuation of the sentence
// it stands in, and without a bracket that was opened before it.
func trimmed(s []byte) int {
	for n := len(s); n > 0; n-- {
		switch c := s[n-1]; {
		case strings.IndexByte(".,;:!?'", c) >= 0:
		case c == ')' && bytes.Count(s[:n], []byte(")")) > bytes.Count(s[:n], []byte("(")):
		default:
			return n
		}
	}
	return 0
}

func alnum(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
}
