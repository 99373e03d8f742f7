package check

import (
	"strings"

	"golang.org/x/net/html"

	"mingce/site/output"
)

// metas checks the tags of the head: those a kind of page must have, and that
// none is empty.
func (c *checker) metas(p *parsed) {
	found := map[string]bool{}
	for n := range elements(p.root) {
		switch {
		case n.Data == "html" && attr(n, "lang") != "zh-CN":
			c.add(p.Path, ours, "页面没有写明语言")
		case n.Data == "title":
			found["title"] = strings.TrimSpace(text(n)) != ""
		case n.Data == "meta" && has(n, "content"):
			name := attr(n, "name") + attr(n, "http-equiv")
			found[name] = true
			if strings.TrimSpace(attr(n, "content")) == "" {
				c.add(p.Path, ours, "meta 标签 %s 是空的", name)
			}
		}
	}
	for _, name := range required(p.Kind) {
		if !found[name] {
			c.add(p.Path, ours, "缺少 meta 标签 %s", name)
		}
	}
}

// required lists the tags of a kind of page whose values are always known.
// The others of the guideline appear as soon as site.toml and the documents
// name them.
func required(k output.Kind) []string {
	names := []string{"title", "description", "viewport", "Content-Security-Policy", "SiteName"}
	switch k {
	case output.Column:
		names = append(names, "ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType")
	case output.Policy:
		names = append(names, "ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType", "ArticleTitle", "ContentSource")
	}
	return names
}

// headings checks that there is one h1 and that no rank is left out.
func (c *checker) headings(p *parsed) {
	last, first := 0, 0
	for n := range elements(p.root) {
		if len(n.Data) != 2 || n.Data[0] != 'h' || n.Data[1] < '1' || n.Data[1] > '6' {
			continue
		}
		rank := int(n.Data[1] - '0')
		if rank == 1 {
			first++
		}
		if rank > last+1 {
			c.add(p.Source, "标题逐级写,不跳级", "页面 /%s 的标题“%s”跳了级", page(p.Path), text(n))
		}
		if strings.TrimSpace(text(n)) == "" {
			c.add(p.Source, "写上标题的文字", "页面 /%s 有空的标题", page(p.Path))
		}
		last = rank
	}
	if first != 1 {
		c.add(p.Source, "每页只有一个最大的标题", "页面 /%s 有 %d 个一级标题", page(p.Path), first)
	}
}

// words checks the text itself.
func (c *checker) words(p *parsed) {
	for n := range p.root.Descendants() {
		if n.Type != html.TextNode || n.Parent.Data == "style" || n.Parent.Data == "script" {
			continue
		}
		if i := strings.Index(n.Data, "**"); i >= 0 {
			c.add(p.Source, "去掉 **,或把加粗的起止挪到标点以外", "页面 /%s 留下了没有生效的 **", page(p.Path))
		}
	}
}
