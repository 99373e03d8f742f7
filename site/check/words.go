package check

import (
	"bytes"
	"slices"
	"strings"

	"mingce/site/output"
)

// meta notes a tag of the head.
func (p *reader) meta(s *scanner) {
	if !s.has("content") {
		return
	}
	name := bare(s.raw("name"))
	if name == nil {
		name = bare(s.raw("http-equiv"))
	}
	p.metas = append(p.metas, name)
	if len(bytes.TrimSpace(bare(s.raw("content")))) == 0 {
		p.add("meta 标签 %s 是空的", name)
	}
}

// required holds that the tags are there that a kind of page must have.
func (p *reader) required() {
	for _, name := range required(p.Kind) {
		if !slices.ContainsFunc(p.metas, func(is []byte) bool { return string(is) == name }) {
			p.add("缺少 meta 标签 %s", name)
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
	case output.Article:
		names = append(names, "ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType", "ArticleTitle", "PubDate", "ContentSource")
	case output.Policy:
		names = append(names, "ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType", "ArticleTitle", "ContentSource")
	}
	return names
}

// A heading is one that is being read; rank 0 for none.
type heading struct {
	rank int
	text []byte // as written
}

// ranks are what is known of the headings so far.
type ranks struct {
	last  int
	first int // how many of rank 1
}

// headed checks a heading that was read: no rank is left out before it, and
// it is not empty.
func (p *reader) headed() {
	rank, text := p.heading.rank, plain(p.heading.text)
	p.heading = heading{}
	if rank == 0 {
		return
	}
	if rank == 1 {
		p.ranks.first++
	}
	if rank > p.ranks.last+1 {
		p.say("标题逐级写,不跳级", "的标题“%s”跳了级", text)
	}
	if strings.TrimSpace(text) == "" {
		p.say("写上标题的文字", "有空的标题")
	}
	p.ranks.last = rank
}
