package reference

import (
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"mingce/calc"
	"mingce/site/policy"
	"mingce/site/rulefile"
)

const folder = "../../../content/policies/qzf-2015-23/"

func load(t *testing.T) (*policy.Document, []Page, []rulefile.Case) {
	t.Helper()
	read := func(name string) []byte {
		text, err := os.ReadFile(folder + name)
		require.NoError(t, err)
		return text
	}
	doc, problems := policy.Parse("policy.md", read("policy.md"))
	require.Empty(t, problems)
	rb, problems := rulefile.Load("qzf-2015-23/rules.toml", read("rules.toml"), doc)
	require.Empty(t, problems)
	cases, problems := rulefile.LoadCases("cases.toml", read("cases.toml"), rb)
	require.Empty(t, problems)
	p, err := calc.Compile(rb)
	require.NoError(t, err)
	return doc, Pages(p, cases), cases
}

func find(t *testing.T, pages []Page, k Kind, id string) Page {
	t.Helper()
	i := slices.IndexFunc(pages, func(p Page) bool { return p.Kind == k && p.ID == id })
	require.GreaterOrEqual(t, i, 0, id)
	return pages[i]
}

// Every link leads to a page, and every page but the index is led to by it.
func TestLinks(t *testing.T) {
	doc, pages, _ := load(t)
	ref := func(id string) string {
		c, ok := doc.Clause(id)
		require.True(t, ok, id)
		return c.Ref
	}
	files := map[string]string{"index.md": Index("政策", pages)}
	for _, p := range pages {
		require.NotContains(t, files, p.Path())
		files[p.Path()] = p.Markdown(ref)
	}
	link := regexp.MustCompile(`\]\(([^()]+\.md)\)`)
	for from, text := range files {
		found := link.FindAllStringSubmatch(text, -1)
		require.NotEmpty(t, found, from)
		for _, to := range found {
			require.Contains(t, files, path.Join(path.Dir(from), to[1]), from)
		}
	}
	for _, p := range pages {
		require.Contains(t, files["index.md"], "("+p.Path()+")")
	}
}

// Every worked case that says something of a rule stands on its page.
func TestCases(t *testing.T) {
	_, pages, cases := load(t)
	shown := map[string]bool{}
	for _, p := range pages {
		for _, c := range p.Cases {
			shown[c.Name] = true
		}
	}
	for _, c := range cases {
		if len(c.Pays)+len(c.States)+len(c.Asks) > 0 {
			require.True(t, shown[c.Name], c.Name)
		}
	}
}

func TestBenefit(t *testing.T) {
	_, pages, _ := load(t)
	p := find(t, pages, Benefit, "logistics-growth")
	require.Equal(t, []string{
		"电子商务物流年交易额1000万元以上、不足2000万元:20万元",
		"电子商务物流年交易额2000万元以上、不足5000万元:40万元",
		"电子商务物流年交易额5000万元以上、不足1亿元:60万元",
		"电子商务物流年交易额1亿元以上:100万元",
	}, p.Formula)
	require.Len(t, p.Cites, 5)
	require.Equal(t, "按什么计算", p.Links[0].Title)
	require.Equal(t, []Link{{Input, "logistics_turnover", "电子商务物流年交易额"}}, p.Links[0].To)
}

// The cases of a condition are those that it alone decides.
func TestCondition(t *testing.T) {
	_, pages, _ := load(t)
	p := find(t, pages, Condition, "platform-one-year")
	require.Equal(t, []string{"经营时间满1年"}, p.Formula)
	names := []string{}
	for _, c := range p.Cases {
		names = append(names, c.Name)
	}
	require.Contains(t, names, "平台:经营11个月")
	require.NotContains(t, names, "平台:经营12个月")
	require.NotContains(t, names, "平台:平台年交易额99999999.99元")
}

func TestMarkdown(t *testing.T) {
	p := Page{
		Kind: Condition, ID: "a", Title: "甲[1]", Facts: []Fact{{"原则", "一票*否决*"}}, Formula: []string{"年交易额<1亿元>"},
		Cites: []calc.Citation{{Clause: "c1", Quote: "原文_一"}, {Clause: "c2"}},
		Links: []Links{{"需要它的项目", []Link{{Benefit, "b", "乙"}}}}, Cases: []Case{{"名", "因为", "0元"}},
	}
	require.Equal(t, strings.Join([]string{
		`# 条件:甲\[1\]`, ``, "编号 `a` · [目录](../index.md)", ``, `- 原则:一票\*否决\*`, ``, `## 怎样判断`, ``, `- 年交易额\<1亿元>`, ``,
		`## 原文`, ``, `> 原文\_一(一)`, ``, `> (二)`, ``, `## 需要它的项目`, ``, `- [乙](../benefit/b.md)`, ``, `## 案例`, ``, `- 名:0元。因为`, ``,
	}, "\n"), p.Markdown(func(id string) string { return map[string]string{"c1": "一", "c2": "二"}[id] }))
}
