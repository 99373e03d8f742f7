package templates

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"mingce/site/page"
	"mingce/site/policy"
)

func frame() page.Frame {
	return page.Frame{
		Address: "policies/x/", Root: "../../", Title: "题", Description: "说明",
		Crumbs: []page.Link{{Text: "首页"}, {Text: "政策文件", To: "policies/"}, {Text: "题"}},
		Site:   &page.Site{Name: "明策", Menu: []page.Link{{Text: "政策文件", To: "policies/"}}},
		Look:   page.Look{Inline: "a{color:red}", Policy: "default-src 'none'", Late: []page.Resource{{Path: "assets/a.css", Integrity: "sha256-x"}}},
	}
}

func render(t *testing.T, name string, view any) string {
	t.Helper()
	set, err := Load()
	require.NoError(t, err)
	body, err := set.Render(name, view)
	require.NoError(t, err)
	return string(body)
}

func TestLayoutLeadsBack(t *testing.T) {
	got := render(t, "missing", page.Missing{Frame: frame()})
	for _, want := range []string{
		`<!DOCTYPE html>`, `<html lang="zh-CN">`, `<a class="skip vh" href="#main">`, `<title>题 - 明策</title>`,
		`<a class="name" href="../../">`, `<a href="../../policies/" aria-current="true">`, `<span aria-current="page">题</span>`,
		`<link rel="stylesheet" href="../../assets/a.css" integrity="sha256-x">`, `<style>a{color:red}</style>`,
	} {
		require.Contains(t, got, want)
	}
	require.NotContains(t, got, "canonical")
	require.NotContains(t, got, "\n<p", "no blank between the lines of a template")
}

func TestClauseIsStructure(t *testing.T) {
	p := page.Policy{Frame: frame(), Titles: []string{"某市人民政府", "关于某事的意见"}, Parts: []page.Clause{{
		ID: "c1", Ref: "一", Rank: 2, Strong: "一、总体要求",
		Children: []page.Clause{{
			ID: "c1-1", Ref: "一(一)", Strong: "(一)甲。", Text: "乙<丙>",
			Paragraphs: []page.Line{{ID: "c1-1-p2", Text: "丁", Role: policy.Body}},
			Grants:     []page.Link{{Text: "奖励", To: "policies/x/calculator/#b"}},
		}},
	}}}
	got := render(t, "policy", p)
	want := `<section id="c1"><h2>一、总体要求<a class="p" href="#c1" aria-label="一的链接"></a></h2>` +
		`<div id="c1-1" class="clause"><p><b>(一)甲。</b>乙&lt;丙&gt;<a class="p" href="#c1-1" aria-label="一(一)的链接"></a></p>` +
		`<aside class="m" role="note" aria-label="一(一)的相关奖补"><b>相关奖补</b><a href="calculator/#b">奖励</a></aside>` +
		`<p id="c1-1-p2">丁</p></div></section>`
	require.Contains(t, got, want)
}

func TestHostileWordsStayWords(t *testing.T) {
	h := page.Home{Frame: frame(), Heading: `<script>x</script>`, Sentence: `"><img src=x>`}
	h.Title = `</title><script>`
	got := render(t, "home", h)
	require.NotContains(t, strings.ReplaceAll(got, `<script type="module"`, ""), "<script")
	require.NotContains(t, got, "<img")
}

func TestKeepSetsOurWords(t *testing.T) {
	for text, want := range map[string]string{
		"年交易额1亿元以上,不足2亿元": `年交易额<span class="n">1亿元</span>以上` + "\uff0c" + `不足<span class="n">2亿元</span>`,
		"满1年;1000人":       `满<span class="n">1年</span>` + "\uff1b" + `<span class="n">1000人</span>`,
		"5000平方米":         `<span class="n">5000平方米</span>`,
		"三(二)1":           `三(二)1`,
		"是吗?":             "是吗\uff1f",
		"a<b":             "a&lt;b",
	} {
		require.Equal(t, want, string(keep(text)), text)
	}
}
