package site_test

import (
	"maps"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"

	"mingce/site"
)

func TestPolicyWithoutRulesHasNoCalculator(t *testing.T) {
	m := editable(t)
	delete(m, "policies/qzf-2015-23/rules.toml")
	delete(m, "policies/qzf-2015-23/cases.toml")
	delete(m, "policies/qzf-2015-23/guide.toml") // it says how to apply for what the rules grant
	replace(t, m, "site.toml", "[[menu]]\ntext = \"办事指南\"\nto = \"/guide/\"\n", "")
	out := build(t, m, site.Options{})
	_, ok := out.File(sheetPage)
	require.False(t, ok)
	require.NotContains(t, read(t, out, "index.html"), "calculator")
	require.NotContains(t, read(t, out, textPage), "calculator")
}

// A fault is a change to good content, and the problem it must become.
type fault struct {
	change     func(t *testing.T, m fstest.MapFS)
	file, text string
}

// settings are faults of site.toml and of addresses.
func settings() map[string]fault {
	return map[string]fault{
		"dead menu": {func(t *testing.T, m fstest.MapFS) {
			replace(t, m, "site.toml", `"/about/"`, `"/abuot/"`)
		}, "content/site.toml", "菜单指向的页面不存在"},
		"unknown home": {func(t *testing.T, m fstest.MapFS) {
			replace(t, m, "site.toml", `home = "qzf-2015-23"`, `home = "qzf-2015-32"`)
		}, "content/site.toml", "qzf-2015-32"},
		"unknown key": {func(t *testing.T, m fstest.MapFS) {
			replace(t, m, "site.toml", `heading =`, `headign =`)
		}, "content/site.toml", "heading"},
		"neither publisher nor notice": {func(t *testing.T, m fstest.MapFS) {
			replace(t, m, "site.toml", `demo = `, `# `)
		}, "content/site.toml", "演示声明"},
		"invented code": {func(t *testing.T, m fstest.MapFS) {
			replace(t, m, "site.toml", `site_code = ""`, `site_code = "待填"`)
		}, "content/site.toml", "网站标识码"},
		"two pages at one address": {func(_ *testing.T, m fstest.MapFS) {
			m["pages/policies.md"] = m["pages/about.md"]
		}, "content/pages/policies.md", "同一个地址"},
	}
}

// writings are faults of what the office writes.
func writings() map[string]fault {
	return map[string]fault{
		"raw html": {func(t *testing.T, m fstest.MapFS) {
			replace(t, m, "pages/about.md", "## 这是什么", "<div>")
		}, "content/pages/about.md", "HTML"},
		"folder without a document": {func(_ *testing.T, m fstest.MapFS) {
			m["policies/xyz/rules.toml"] = &fstest.MapFile{}
		}, "content/policies/xyz/policy.md", "没有这个文件"},
		"name that is no address": {func(_ *testing.T, m fstest.MapFS) {
			m["pages/关于.md"] = m["pages/about.md"]
		}, "content/pages/关于.md", "不能作网址"},
		"wrong quote": {func(t *testing.T, m fstest.MapFS) {
			replace(t, m, "policies/qzf-2015-23/rules.toml", `一次性奖励40万元" }`, `一次性奖励45万元" }`)
		}, "content/policies/qzf-2015-23/rules.toml", ""},
		"case that the rules refute": {func(t *testing.T, m fstest.MapFS) {
			replace(t, m, "policies/qzf-2015-23/cases.toml", `award = "40万元"`, `award = "41万元"`)
		}, "content/policies/qzf-2015-23/cases.toml", "规则算出40万元"},
		"no site.toml": {func(_ *testing.T, m fstest.MapFS) { delete(m, "site.toml") }, "content/site.toml", "没有这个文件"},
	}
}

func TestProblemsStopTheBuild(t *testing.T) {
	faults := settings()
	maps.Copy(faults, writings())
	for name, c := range faults {
		t.Run(name, func(t *testing.T) {
			m := editable(t)
			c.change(t, m)
			out, problems := site.Build(m, site.Options{})
			require.Nil(t, out)
			require.NotEmpty(t, problems)
			said := false
			for _, p := range problems {
				said = said || p.File == c.file && strings.Contains(p.Text, c.text)
				require.NotEmpty(t, p.Hint, p.Text)
			}
			require.True(t, said, "%v", problems)
		})
	}
}

func TestBadBasePath(t *testing.T) {
	for _, bad := range []string{"/a b/", "/../x/", "/a?b/", "/zc/../"} {
		_, problems := site.Build(content(), site.Options{BasePath: bad})
		require.NotEmpty(t, problems, bad)
	}
}
