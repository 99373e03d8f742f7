package gov

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"mingce/site/output"
	"mingce/site/problem"
	"mingce/site/toml"
)

func day(t *testing.T, s string) toml.Date {
	t.Helper()
	d, ok := toml.ParseDate(s)
	require.True(t, ok)
	return d
}

// good is the tags of an article that wants nothing.
func good() map[string]string {
	return map[string]string{
		"SiteName": "某站", "SiteDomain": "www.example.gov.cn", "SiteIDCode": "2306000000", "ColumnName": "动态", "ColumnDescription": "说明",
		"ColumnKeywords": "动态", "ColumnType": "动态", "ArticleTitle": "题", "PubDate": "2024-05-06 09:00", "ContentSource": "某局",
	}
}

func head(metas map[string]string) []byte {
	var b strings.Builder
	b.WriteString("<html><head>")
	for name, content := range metas {
		b.WriteString(`<meta name="` + name + `" content="` + content + `">`)
	}
	b.WriteString("</head><body></body></html>")
	return []byte(b.String())
}

func inspect(f Facts, pages ...Page) Findings { return Inspect(f, slices.Values(pages)) }

func texts(list problem.List) string {
	var all []string
	for _, p := range list {
		all = append(all, p.Text)
	}
	return strings.Join(all, "\n")
}

func TestTags(t *testing.T) {
	article := func(change func(map[string]string)) Page {
		m := good()
		change(m)
		return Page{"/news/1/", output.Article, head(m)}
	}
	require.Empty(t, inspect(Facts{}, article(func(map[string]string) {})).Errors)
	for want, change := range map[string]func(map[string]string){
		"缺少 meta 标签 PubDate":              func(m map[string]string) { delete(m, "PubDate") },
		"缺少 meta 标签 ColumnName":           func(m map[string]string) { m["ColumnName"] = " " },
		"ColumnName 的值是“null”":            func(m map[string]string) { m["ColumnName"] = "null" },
		"SiteDomain 写的是“https://x.cn/zc”": func(m map[string]string) { m["SiteDomain"] = "https://x.cn/zc" },
		"SiteIDCode 写的是“23060”":           func(m map[string]string) { m["SiteIDCode"] = "23060" },
		"PubDate 写的是“2024-05-06 24:00”":   func(m map[string]string) { m["PubDate"] = "2024-05-06 24:00" },
		"PubDate 写的是“2024-5-6 09:00”":     func(m map[string]string) { m["PubDate"] = "2024-5-6 09:00" },
	} {
		found := inspect(Facts{}, article(change), article(change))
		require.Contains(t, texts(found.Errors), want)
		require.Contains(t, texts(found.Errors), "2个页面", "said once")
		require.Len(t, found.Errors, 1, want)
	}
	home := good()
	for name := range home {
		if !strings.HasPrefix(name, "Site") {
			delete(home, name)
		}
	}
	require.Empty(t, inspect(Facts{}, Page{"/", output.Home, head(home)}).Errors)
	require.Len(t, inspect(Facts{}, Page{"/news/", output.Column, head(home)}).Errors, 4)
	require.Len(t, inspect(Facts{}, Page{"/p/", output.Policy, head(home)}).Errors, 7)
}

func TestColumnsOutOfDate(t *testing.T) {
	column := func(n int, last string, news, menu bool) Column {
		c := Column{Title: "栏目" + last, Source: "x", News: news, Menu: menu}
		for range n {
			c.Grow(day(t, last))
		}
		return c
	}
	today := day(t, "2026-06-15")
	for name, c := range map[string]struct {
		columns          []Column
		today            toml.Date
		errors, warnings int
	}{
		"fresh":                 {[]Column{column(1, "2026-06-01", true, true)}, today, 0, 0},
		"news a day too old":    {[]Column{column(1, "2026-05-31", true, true), column(1, "2026-06-15", false, true)}, today, 0, 1},
		"documents of May":      {[]Column{column(1, "2026-01-01", false, true), column(1, "2026-06-15", true, true)}, today, 0, 0},
		"documents of November": {[]Column{column(1, "2025-11-30", false, true), column(1, "2026-06-15", true, true)}, today, 0, 1},
		"nothing for two weeks": {[]Column{column(1, "2026-05-01", false, true)}, today, 1, 0},
		"no day given":          {[]Column{column(1, "2000-01-01", true, true)}, toml.Date{}, 0, 0},
		"empty":                 {[]Column{column(0, "", true, false)}, toml.Date{}, 0, 1},
		"empty, in the menu":    {[]Column{column(0, "", true, true)}, toml.Date{}, 1, 0},
		"five empty": {[]Column{column(0, "", true, true), column(0, "", true, true), column(0, "", true, true),
			column(0, "", true, true), column(0, "", true, true)}, toml.Date{}, 2, 0}, // the five are alike, and said once
	} {
		found := inspect(Facts{Columns: c.columns, Today: c.today})
		require.Len(t, found.Errors, c.errors, "%s: %v", name, found.Errors)
		require.GreaterOrEqual(t, c.warnings, len(found.Warnings), "%s: %v", name, found.Warnings)
		require.Equal(t, c.warnings > 0, len(found.Warnings) > 0, name)
	}
}

func TestPlaceholdersAndTheRest(t *testing.T) {
	for text, want := range map[string]string{
		"TODO": "TODO", "电话:待填。": "待填", "【请填写单位】": "【请填写单位】", "联系人XXX": "XXX", "待补充": "待补充",
		"待填写的问题": "", "庆政发〔2015〕23号": "", "138****1234": "", "xx": "",
	} {
		found := inspect(Facts{Sources: []Source{{"x.md", []byte("一\n二" + text)}}})
		if want == "" {
			require.Empty(t, found.Errors, text)
			continue
		}
		require.Len(t, found.Errors, 1, text)
		require.Contains(t, found.Errors[0].Text, strings.TrimSuffix(want, "。"))
		require.Equal(t, 2, found.Errors[0].Line)
	}
	found := inspect(Facts{
		Identities: []Identity{{Name: "主办单位"}, {Name: "网站标识码", Set: true}},
		Documents:  []Document{{Number: "甲〔2024〕1号"}, {Number: "乙〔2024〕2号", Interpreted: true, Dated: true}},
		Waiting:    []problem.Pos{{File: "x.md", Line: 3}},
	})
	require.Equal(t, "没有主办单位", texts(found.Errors))
	require.Len(t, found.Warnings, 3)
	for _, p := range slices.Concat(found.Errors, found.Warnings) {
		require.NotEmpty(t, p.Hint)
	}
}
