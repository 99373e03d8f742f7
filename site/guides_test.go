package site_test

import (
	"io/fs"
	"os"
	"path"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"

	"mingce/site"
	"mingce/site/check"
	"mingce/site/policy"
)

// shows reads a page as people see it: its words without markup.
func shows(t *testing.T, out *site.Output, name string) string {
	t.Helper()
	root, err := html.Parse(strings.NewReader(read(t, out, name)))
	require.NoError(t, err)
	var b strings.Builder
	for n := range root.Descendants() {
		if n.Type == html.TextNode && n.Parent.Data != "style" {
			b.WriteString(n.Data)
		}
	}
	return b.String()
}

// text is the policy as issued.
func text(t *testing.T) *policy.Document {
	t.Helper()
	src, err := fs.ReadFile(content(), "policies/qzf-2015-23/policy.md")
	require.NoError(t, err)
	doc, problems := policy.Parse("policy.md", src)
	require.NoError(t, problems.Err())
	return doc
}

// Every figure of 一(二) is a target of the page, and nothing is said to have
// been reached.
func TestGoalsShowEveryFigureOfTheText(t *testing.T) {
	page := shows(t, build(t, content(), site.Options{}), "goals/index.html")
	c, _ := text(t).Clause("一(二)")
	figures := regexp.MustCompile(`[0-9]+[万亿]*(?:%|元|家|个|人次|人|年)`).FindAllString(c.Words(), -1)
	require.Len(t, figures, 20)
	for _, f := range figures {
		require.True(t, strings.Contains(page, f), f)
	}
	require.Contains(t, page, "超过450亿元")
	require.Contains(t, page, "90%以上")
	require.Contains(t, page, "文件发布后的实际完成情况，本站未见公布。")
}

// Every department line of 四(一)2 is on the page, word for word, and who stands
// before the colon.
func TestDepartmentsShowEveryLineOfTheText(t *testing.T) {
	page := shows(t, build(t, content(), site.Options{}), "departments/index.html")
	c, _ := text(t).Clause("四(一)2")
	lines := 0
	for _, p := range c.Paragraphs {
		who, does, ok := strings.Cut(p.Text, ":")
		require.True(t, ok, p.Text)
		lines++
		require.True(t, strings.Contains(page, who), who)
		for part := range strings.SplitSeq(strings.TrimSuffix(does, "。"), ";") {
			require.True(t, strings.Contains(page, part), part)
		}
	}
	require.Equal(t, 21, lines)
}

// The route of an enterprise has four stations, that of a zone no 初审; both
// end with 市政府; what the text does not say is said not to be there.
func TestGuideShowsTheRoutes(t *testing.T) {
	out := build(t, content(), site.Options{})
	page := read(t, out, "guide/index.html")
	routes := regexp.MustCompile(`<ol class="route">(.*?)</ol>`).FindAllStringSubmatch(page, -1)
	require.Len(t, routes, 2)
	names := regexp.MustCompile(`<b>([^<]*)</b>`)
	var got [2][]string
	for i, r := range routes {
		for _, m := range names.FindAllStringSubmatch(r[1], -1) {
			got[i] = append(got[i], m[1])
		}
	}
	require.Equal(t, [2][]string{{"自主申报", "初审", "审议", "研究决定"}, {"审议", "研究决定"}}, got)
	words := shows(t, out, "guide/index.html")
	for _, w := range []string{"文件没有列出申报材料", "对违反规定的,追回全部补助资金", "要全部用于电子商务发展建设中"} {
		require.True(t, strings.Contains(words, w), w)
	}
	require.Contains(t, shows(t, out, cards+"cold-chain/index.html"), "自主申报")
	require.NotContains(t, shows(t, out, cards+"park-startup/index.html"), "初审县")
	require.Contains(t, shows(t, out, cards+"tax-relief/index.html"), "由地税部门批准")
}

// Without the files there are no such pages, and no link to them.
func TestPagesBesideThePolicyAreOptional(t *testing.T) {
	m := editable(t)
	for _, f := range []string{"goals", "departments", "guide"} {
		delete(m, "policies/qzf-2015-23/"+f+".toml")
	}
	replace(t, m, "site.toml", "[[menu]]\ntext = \"办事指南\"\nto = \"/guide/\"\n", "")
	out := build(t, m, site.Options{})
	require.NoError(t, check.Site(out).Err())
	for _, f := range []string{"goals", "departments", "guide"} {
		_, ok := out.File(f + "/index.html")
		require.False(t, ok, f)
	}
	require.Contains(t, shows(t, out, cards+"cold-chain/index.html"), "文件没有列出申报材料")
}

// Two policies stand on one page, each under its own number.
func TestPagesHoldSeveralPolicies(t *testing.T) {
	m := editable(t)
	dir := os.DirFS("../content/policies/qzf-2015-23")
	names, err := fs.Glob(dir, "*")
	require.NoError(t, err)
	for _, name := range names {
		body, err := fs.ReadFile(dir, name)
		require.NoError(t, err)
		m[path.Join("policies/second", name)] = &fstest.MapFile{Data: body}
	}
	out := build(t, m, site.Options{})
	require.NoError(t, check.Site(out).Err())
	for _, f := range []string{"goals", "departments", "guide"} {
		page := read(t, out, f+"/index.html")
		require.Contains(t, page, `id="second"`, f)
		require.Contains(t, page, `id="qzf-2015-23"`, f)
	}
}
