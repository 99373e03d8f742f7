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
	require.Contains(t, html, `<h2>怎样计算</h2>`)
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
		"inline html": {"第一段\n\n中文<b>粗</b>\n", 7, 3, "HTML"},
		"html block":  {"<div>\n", 5, 1, "HTML"},
		"heading":     {"# 标题\n", 5, 3, "一级标题"},
		"emphasis":    {"年交易额**1亿元以上(含1亿元)**的\n", 5, 5, "**"},
	} {
		_, problems := Parse("about.md", []byte(front+c.body))
		require.NotEmpty(t, problems, name)
		require.Equal(t, [2]int{c.line, c.col}, [2]int{problems[0].Line, problems[0].Col}, name)
		require.Contains(t, problems[0].Text, c.text, name)
	}
}

func TestFrontMatterIsRequired(t *testing.T) {
	_, problems := Parse("about.md", []byte("正文"))
	require.Len(t, problems, 1)
	_, problems = Parse("about.md", []byte("+++\ntitel = \"x\"\ndescription = \"y\"\n+++\n"))
	require.Len(t, problems, 2, "title is missing, titel is unknown")
	require.Equal(t, 2, problems[1].Line)
}

func FuzzParse(f *testing.F) {
	f.Add(front + "# <b>**x**</b>\n")
	f.Add("+++\n+++\n\n<!--")
	f.Fuzz(func(t *testing.T, src string) {
		p, problems := Parse("x.md", []byte(src))
		if len(problems) == 0 {
			_, err := p.HTML("../")
			require.NoError(t, err)
		}
	})
}
