package single

import (
	"bytes"
	"fmt"
	"net/url"
	"path"
	"strings"

	"golang.org/x/net/html"
)

// A maker makes one file.
type maker struct {
	Source
	ids   map[string]bool
	twice []string
}

// loaded gathers what a page loads: its styles as one, and its scripts, those
// on demand first, the page's own last.
func (m *maker) loaded(page *html.Node) (styles []byte, scripts [][]byte, err error) {
	styles = inline(page)
	var own []byte
	for n := range page.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		if _, online := attr(n, "data-online"); online {
			continue
		}
		href, _ := attr(n, "href")
		src, linked := attr(n, "src")
		kind, _ := attr(n, "type")
		linked = linked && kind == "module" // what else stands in the head is about the frame of the page
		rel, _ := attr(n, "rel")
		at := href
		if linked {
			at = src
		}
		if !(n.Data == "link" && rel == "stylesheet") && !(n.Data == "script" && linked) {
			continue
		}
		body, ok := m.File(m.resolve(m.Sheet.Address, at))
		if !ok {
			return nil, nil, fmt.Errorf("single: %s loads %s, which is not there", m.Sheet.Address, at)
		}
		if n.Data == "link" {
			styles = append(styles, body...)
		} else {
			own = append(own, body...)
		}
	}
	for n := range page.Descendants() {
		for i := range n.Attr {
			held, ok := m.Held[m.resolve(m.Sheet.Address, n.Attr[i].Val)]
			if !ok || !strings.HasPrefix(n.Attr[i].Key, "data-") {
				continue
			}
			n.Attr[i].Val = held.Name
			if !contains(scripts, held.Script) {
				scripts = append(scripts, held.Script)
			}
		}
	}
	return styles, append(scripts, own), nil
}

// settle makes a part of a page at home in the file: what only works online is
// taken out, links lead into the file or out to the published site.
func (m *maker) settle(part *html.Node, address string) {
	var gone, dead []*html.Node
	for n := range part.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		if _, online := attr(n, "data-online"); online || n.Data == "noscript" || beside(n) {
			gone = append(gone, n)
			continue
		}
		if id, ok := attr(n, "id"); ok {
			if m.ids[id] {
				m.twice = append(m.twice, id)
			}
			m.ids[id] = true
		}
		if href, ok := attr(n, "href"); ok && n.Data == "a" {
			if to := m.lead(address, href); to != "" {
				set(n, "href", to)
			} else {
				dead = append(dead, n)
			}
		}
	}
	for _, n := range gone {
		if n.Parent != nil {
			n.Parent.RemoveChild(n)
		}
	}
	for _, n := range dead {
		unlink(n)
	}
}

// beside reports whether an element stands beside the text of a clause: the
// mark that copies its address, and what leads to other pages.
func beside(n *html.Node) bool {
	class, _ := attr(n, "class")
	return n.Data == "a" && class == "p" || n.Data == "aside" && class == "m"
}

// lead is where a link of a page leads in the file; empty for nowhere.
func (m *maker) lead(address, href string) string {
	u, err := url.Parse(href)
	if err != nil || u.Scheme != "" || u.Host != "" {
		return href
	}
	if u.Path == "" {
		return href
	}
	at := m.resolve(address, u.Path)
	switch {
	case at == m.Sheet.Address || at == m.Text.Address:
		if u.Fragment != "" {
			return "#" + u.Fragment
		}
		return map[bool]string{true: "#main", false: "#text"}[at == m.Sheet.Address]
	case m.BaseURL != "":
		if u.Fragment != "" {
			at += "#" + u.Fragment
		}
		return m.BaseURL + at
	}
	return ""
}

// resolve is the place in the site of an address written in a page.
func (m *maker) resolve(address, href string) string {
	at := path.Join("/"+address, href)
	if strings.HasPrefix(href, "/") {
		at = href
	}
	if strings.HasSuffix(href, "/") && at != "/" {
		at += "/"
	}
	return strings.TrimPrefix(at, "/")
}

// unlink leaves the words of a link; a line that is nothing but the link goes
// as a whole.
func unlink(a *html.Node) {
	parent := a.Parent
	if parent == nil {
		return
	}
	if (parent.Data == "li" || parent.Data == "p") && parent.FirstChild == a && parent.LastChild == a && parent.Parent != nil {
		parent.Parent.RemoveChild(parent)
		return
	}
	for c := a.FirstChild; c != nil; c = a.FirstChild {
		a.RemoveChild(c)
		parent.InsertBefore(c, a)
	}
	parent.RemoveChild(a)
}

func find(n *html.Node, name string) *html.Node {
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && d.Data == name {
			return d
		}
	}
	return nil
}

// inline is the style written into a page.
func inline(page *html.Node) []byte {
	if style := find(page, "style"); style != nil && style.FirstChild != nil {
		return []byte(style.FirstChild.Data)
	}
	return nil
}

func attr(n *html.Node, name string) (string, bool) {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val, true
		}
	}
	return "", false
}

func set(n *html.Node, name, value string) {
	for i := range n.Attr {
		if n.Attr[i].Key == name {
			n.Attr[i].Val = value
		}
	}
}

func render(n *html.Node) []byte {
	var b bytes.Buffer
	if html.Render(&b, n) != nil {
		return nil // unreachable: a buffer takes everything
	}
	return b.Bytes()
}

func contains(list [][]byte, body []byte) bool {
	for _, b := range list {
		if bytes.Equal(b, body) {
			return true
		}
	}
	return false
}
