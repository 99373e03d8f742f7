package markdown

import (
	"fmt"
	"html"
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/util"
)

// caption is what the paragraph above a table begins with to be its caption.
var caption = regexp.MustCompile(`^表[0-9一二三四五六七八九十\-. ]*[:\x{ff1a} \x{3000}]`)

// wide is the number of columns from which a table scrolls within the page.
const wide = 4

// tables finds captions and marks how columns are set.
func (r *rendering) tables(tree ast.Node) {
	var all []*east.Table
	_ = ast.Walk(tree, func(n ast.Node, enter bool) (ast.WalkStatus, error) {
		if t, ok := n.(*east.Table); ok && enter {
			all = append(all, t)
		}
		return ast.WalkContinue, nil
	})
	for i, t := range all {
		label := fmt.Sprintf("表格%d", i+1)
		if p, ok := t.PreviousSibling().(*ast.Paragraph); ok {
			if words := strings.TrimSpace(plain(p, r.body)); caption.MatchString(words+" ") && !strings.Contains(words, "\n") {
				if rest, ok := strings.CutPrefix(strings.Replace(words, "\uff1a", ":", 1), "表:"); ok {
					words = strings.TrimSpace(rest)
				}
				label = words
				t.SetAttributeString("data-caption", []byte(words))
				p.Parent().RemoveChild(p.Parent(), p)
			}
		}
		t.SetAttributeString("data-label", []byte(label))
		cells(t)
	}
}

// cells marks the alignment of every cell by a class, and heads by a scope.
func cells(t *east.Table) {
	for row := t.FirstChild(); row != nil; row = row.NextSibling() {
		for c := row.FirstChild(); c != nil; c = c.NextSibling() {
			cell, ok := c.(*east.TableCell)
			if !ok {
				continue
			}
			switch cell.Alignment {
			case east.AlignRight:
				cell.SetAttributeString("class", []byte("r"))
			case east.AlignCenter:
				cell.SetAttributeString("class", []byte("c"))
			}
			if row.Kind() == east.KindTableHeader {
				cell.SetAttributeString("scope", []byte("col"))
			}
		}
	}
}

// ours renders what differs from goldmark: tables, which scroll and have a
// caption, and headings, which carry a link to themselves.
type ours struct{}

func (ours) RegisterFuncs(reg renderer.NodeRendererFuncRegisterer) {
	reg.Register(east.KindTable, table)
	reg.Register(ast.KindHeading, heading)
}

func table(w util.BufWriter, _ []byte, n ast.Node, enter bool) (ast.WalkStatus, error) {
	if !enter {
		_, _ = w.WriteString("</table></div>\n")
		return ast.WalkContinue, nil
	}
	if len(n.(*east.Table).Alignments) >= wide {
		fmt.Fprintf(w, `<div class="scroll" role="region" tabindex="0" aria-label="%s">`, attribute(n, "data-label"))
	} else {
		_, _ = w.WriteString(`<div class="scroll">`)
	}
	_, _ = w.WriteString("<table>")
	if words := attribute(n, "data-caption"); words != "" {
		fmt.Fprintf(w, "<caption>%s</caption>", words)
	}
	_ = w.WriteByte('\n')
	return ast.WalkContinue, nil
}

func heading(w util.BufWriter, _ []byte, n ast.Node, enter bool) (ast.WalkStatus, error) {
	level, id := n.(*ast.Heading).Level, attribute(n, "id")
	if enter {
		fmt.Fprintf(w, `<h%d id="%s">`, level, id)
		return ast.WalkContinue, nil
	}
	fmt.Fprintf(w, `<a class="p" href="#%s" aria-label="“%s”的链接"></a></h%d>`+"\n", id, attribute(n, "data-ref"), level)
	return ast.WalkContinue, nil
}

// attribute is an attribute we set, escaped.
func attribute(n ast.Node, name string) string {
	v, _ := n.AttributeString(name)
	b, _ := v.([]byte)
	return html.EscapeString(string(b))
}
