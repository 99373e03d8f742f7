package markdown

import (
	"testing"

	"github.com/stretchr/testify/require"
)

const front = "+++\ntitle = \"关于\"\ndescription = \"说明\"\n+++\n"

func TestPageIsRendered(t *testing.T) {
	p, problems := Parse("about.md", []byte(front+"\n## 怎样计算\n\n看[原文](/policies/)和[首页](/)。\n\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n"))
	require.Empty(t, problems)
	require.Equal(t, "关于", p.Title.Value)
	html, err := p.HTML("../")
	require.NoError(t, err)
	require.Contains(t, html, `<h2 id="s1">怎样计算<a class="p"`)
	require.Contains(t, html, `<a href="../policies/">原文</a>`)
	require.Contains(t, html, `<a href="../">首页</a>`)
	require.Contains(t, html, `<table>`)
}

func TestProblemsPointAtTheirPlace(t *testing.T) {
	for name, c := range map[string]struct {
		body      string
		line, col int
		text      string
	}{
		"inline html":         {"第一段\n\n中文<b>粗</b>\n", 7, 3, "HTML"},
		"html block":          {"<div>\n", 5, 1, "HTML"},
		"comment":             {"<!-- 甲 -->\n", 5, 1, "HTML"},
		"heading":             {"# 标题\n", 5, 3, "一级标题"},
		"skipped rank":        {"### 标题\n", 5, 5, "跳了级"},
		"empty heading":       {"##\n", 5, 1, "标题是空的"},
		"heading by a line":   {"这是一段话\n---\n", 5, 1, "会变成标题"},
		"id":                  {"## 标题 {#申报}\n", 5, 9, "不能作网址"},
		"id twice":            {"## 甲 {#a}\n\n## 乙 {#a}\n", 7, 4, "用了两次"},
		"emphasis":            {"年交易额**1亿元\n", 5, 5, "**"},
		"emphasis with blank": {"奖励** 40万元 **的\n", 5, 3, "**"},
		"masked names":        {"张**、李**的\n", 5, 2, "**"},
		"stars in a cell":     {"| 甲 |\n|---|\n| 乙** |\n", 7, 4, "**"},
		"strike":              {"~~甲\n", 5, 1, "~~"},
		"formula":             {"单价*数量*年限\n", 5, 3, "两个 *"},
		"cells":               {"| 甲 |\n|---|\n| 乙 | 丙 |\n", 7, 1, "格数"},
		"footnote unused":     {"甲\n\n[^1]: 乙\n", 7, 1, "没有用到"},
		"footnote unwritten":  {"甲[^1]\n", 5, 2, "没有写内容"},
		"footnote twice":      {"甲[^1]\n\n[^1]: 乙\n\n[^1]: 丙\n", 9, 1, "写了两次"},
		"link by reference":   {"[甲][1]\n", 5, 3, "链接写法"},
		"link to script":      {"[甲](javascript:alert)\n", 5, 1, "javascript"},
		"link nowhere":        {"[甲]()\n", 5, 1, "没有写地址"},
		"image":               {"![甲](a.png)\n", 5, 2, "不能放图片"},
		"code info":           {"```甲 乙\n丙\n```\n", 5, 4, "不会显示"},
		"not utf-8":           {"甲\xff\n", 5, 2, "UTF-8"},
		"control":             {"甲\x00\n", 5, 2, "控制字符"},
	} {
		_, problems := Parse("about.md", []byte(front+c.body))
		require.NotEmpty(t, problems, name)
		require.Equal(t, [2]int{c.line, c.col}, [2]int{problems[0].Line, problems[0].Col}, "%s: %v", name, problems)
		require.Contains(t, problems[0].Text, c.text, name)
		require.NotEmpty(t, problems[0].Hint, name)
	}
}

func TestFrontMatterIsRequired(t *testing.T) {
	_, problems := Parse("about.md", []byte("正文"))
	require.Len(t, problems, 1)
	_, problems = Parse("about.md", []byte("+++\ntitel = \"x\"\ndescription = \"y\"\n+++\n"))
	require.Len(t, problems, 2, "title is missing, titel is unknown")
	require.Equal(t, 2, problems[1].Line)
	_, problems = Parse("about.md", []byte("+++\ntitle = \"x\"\ndescription = \"y\"\n+++"))
	require.Empty(t, problems, "a page may be empty")
}
