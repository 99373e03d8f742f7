package article

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"mingce/site/markdown"
	"mingce/site/toml"
)

func TestManualIsAnArticle(t *testing.T) {
	src, err := os.ReadFile("doc.go")
	require.NoError(t, err)
	found := regexp.MustCompile(`(?s)//\t\+\+\+\n.*?正文……\n`).FindString(string(src))
	a, problems := Parse(Interpretations, "who", "who.md", []byte(strings.ReplaceAll(strings.ReplaceAll(found, "//\t", ""), "//\n", "\n")))
	require.NoError(t, problems.Err())
	require.Equal(t, "interpretations/who/", a.Address())
	require.Equal(t, "某政发〔2024〕7号", a.Interprets.Value)
	require.True(t, a.Has("就业补贴"))
	require.False(t, a.Own())
	r, problems := a.Text.Render(markdown.Options{})
	require.NoError(t, problems.Err())
	require.NoError(t, a.Check(r).Err())
}

const common = "+++\ntitle = \"题\"\ndate = 2024-05-06\nsource = \"某局\"\nsummary = \"话\"\n"

func TestFrontMattersThatAreRefused(t *testing.T) {
	for name, c := range map[string]struct {
		column Column
		more   string
		text   string
	}{
		"key of another column": {News, "kind = \"文字\"\n", "没有 kind 这个键"},
		"no document":           {Interpretations, "kind = \"文字\"\n", "缺少 interprets"},
		"unknown kind":          {Interpretations, "interprets = \"x\"\nkind = \"长图\"\n", "长图"},
		"video without address": {Interpretations, "interprets = \"x\"\nkind = \"视频\"\n", "没有写视频的地址"},
		"address of no video":   {Interpretations, "interprets = \"x\"\nkind = \"文字\"\nvideo = \"https://a.cn/v\"\n", "不是视频解读"},
		"insecure video":        {Interpretations, "interprets = \"x\"\nkind = \"视频\"\nvideo = \"http://a.cn/v\"\n", "视频的地址不对"},
		"over before it began":  {News, "expires = 2024-05-05\n", "有效期早于日期"},
	} {
		_, problems := Parse(c.column, "x", "x.md", []byte(common+c.more+"+++\n"))
		require.Len(t, problems, 1, name)
		require.Contains(t, problems[0].Text, c.text, name)
	}
}

func TestAQuestionHasItsIDAndItsQuote(t *testing.T) {
	for body, want := range map[string][]string{
		"## 甲? {#a}\n\n“乙”([一](/policies/x/#c1))。\n": nil,
		"## 甲?\n\n“乙”([一](/policies/x/#c1))。\n":      {"没有编号"},
		"## 甲? {#a}\n\n乙。\n":                         {"没有引用原文"},
		"## 甲? {#a}\n\n参见[一](/policies/x/#c1)。\n":    {"没有引用原文"},
		"乙。\n": {"没有问题"},
	} {
		a, problems := Parse(FAQ, "x", "x.md", []byte(common+"about = \"x\"\n+++\n"+body))
		require.NoError(t, problems.Err())
		r, problems := a.Text.Render(markdown.Options{})
		require.NoError(t, problems.Err())
		found := a.Check(r)
		require.Len(t, found, len(want), body)
		for i := range want {
			require.Contains(t, found[i].Text, want[i], body)
		}
	}
}

func TestPublished(t *testing.T) {
	day := func(s string) toml.Date { d, _ := toml.ParseDate(s); return d }
	a := &Article{}
	require.True(t, a.Published(toml.Date{}))
	a.Publish = toml.At[toml.Date]{Value: day("2026-01-02"), Set: true}
	require.False(t, a.Published(toml.Date{}), "no day is given: it waits")
	require.False(t, a.Published(day("2026-01-01")))
	require.True(t, a.Published(day("2026-01-02")))
	a.Draft = true
	require.False(t, a.Published(day("2026-01-02")))
}
