package gov

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"

	"mingce/site/output"
	"mingce/site/problem"
)

// A Page is a page as built.
type Page struct {
	Address string // as visitors see it: "/policies/"
	Kind    output.Kind
	HTML    []byte
}

// placeholder is what people leave where a text was to come.
var placeholder = regexp.MustCompile(`TODO|FIXME|待填(?:[^写]|$)|待补充|待完善|占位|[Ll]orem ipsum|[Xx]{3,}|[×Ⅹ]{3,}|【[^】\n]{0,10}填[^】\n]{0,10}】|测试(?:标题|内容|文章)`)

// nothing are values that a program wrote where it had none.
func nothing() []string { return []string{"null", "undefined", "nil", "none", "NaN", "false", "无"} }

var (
	siteCode = regexp.MustCompile(`^([0-9]{10}|bm[0-9]{8})$`)
	pubDate  = regexp.MustCompile(`^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01]) ([01][0-9]|2[0-3]):[0-5][0-9]$`)
	host     = regexp.MustCompile(`^[A-Za-z0-9.-]+$`)
)

// required are the tags of a kind of page (annex 网页设计规范 of 国办发〔2017〕47号).
func required(k output.Kind) []string {
	site := []string{"SiteName", "SiteDomain", "SiteIDCode"}
	column := append(slices.Clone(site), "ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType")
	switch k {
	case output.Column:
		return column
	case output.Article, output.Policy:
		return append(column, "ArticleTitle", "PubDate", "ContentSource")
	case output.NotFound:
		return nil
	}
	return site
}

// A where is the pages on which something was found.
type where struct {
	first string
	count int
}

// tags inspects the tags of every page.
func (o *Findings) tags(pages func(yield func(Page) bool)) {
	found := map[[2]string]*where{}
	say := func(p Page, text, hint string) {
		w := found[[2]string{text, hint}]
		if w == nil {
			w = &where{first: p.Address}
			found[[2]string{text, hint}] = w
		}
		w.count++
		w.first = min(w.first, p.Address)
	}
	for p := range pages {
		metas := metasOf(p.HTML)
		for _, name := range required(p.Kind) {
			if strings.TrimSpace(metas[name]) == "" {
				say(p, "缺少 meta 标签 "+name, missing(name))
			}
		}
		values(p, metas, say)
	}
	for what, w := range found {
		text := fmt.Sprintf("%s:%d个页面,如 %s", what[0], w.count, w.first)
		o.Errors.Add(problem.Pos{}, text, what[1])
	}
}

// missing says where the value of a tag comes from.
func missing(name string) string {
	switch name {
	case "SiteDomain":
		return "在 site.toml 里写 base_url"
	case "SiteIDCode":
		return "在 site.toml 的 [publisher] 里写 site_code"
	case "PubDate":
		return "在文件开头写 published(政策)或 date(文章)"
	}
	return "补上这一项;是程序生成的,就告诉维护者"
}

// values inspects what the tags hold.
func values(p Page, metas map[string]string, say func(Page, string, string)) {
	for name, value := range metas {
		if strings.ToLower(name) != name && slices.Contains(nothing(), strings.TrimSpace(value)) {
			say(p, fmt.Sprintf("meta 标签 %s 的值是“%s”", name, value), "写上真实的值")
		}
	}
	if v := metas["SiteDomain"]; v != "" && !host.MatchString(v) {
		say(p, "SiteDomain 写的是“"+v+"”", "只写域名,不写 https:// 和路径")
	}
	if v := metas["SiteIDCode"]; v != "" && !siteCode.MatchString(v) {
		say(p, "SiteIDCode 写的是“"+v+"”", "网站标识码是10位数字(部委为 bm 加8位数字)")
	}
	if v := metas["PubDate"]; v != "" && !pubDate.MatchString(v) {
		say(p, "PubDate 写的是“"+v+"”", "写成 2015-11-30 09:00 这样,24小时制")
	}
}

// metasOf reads the tags of the head.
func metasOf(page []byte) map[string]string {
	metas := map[string]string{}
	z := html.NewTokenizer(bytes.NewReader(page))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return metas
		case html.EndTagToken:
			if name, _ := z.TagName(); string(name) == "head" {
				return metas
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			if t := z.Token(); t.Data == "meta" {
				var name, content string
				for _, a := range t.Attr {
					switch a.Key {
					case "name":
						name = a.Val
					case "content":
						content = a.Val
					}
				}
				if name != "" {
					metas[name] = content
				}
			}
		}
	}
}

// position is the place of some bytes of a source.
func position(s Source, start, end int) problem.Pos {
	line := bytes.LastIndexByte(s.Text[:start], '\n') + 1
	return problem.Pos{
		File: s.File, Line: bytes.Count(s.Text[:start], []byte("\n")) + 1,
		Col: utf8.RuneCount(s.Text[line:start]) + 1, Width: utf8.RuneCount(s.Text[start:end]),
	}
}
