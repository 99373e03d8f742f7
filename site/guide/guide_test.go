package guide

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"mingce/site/policy"
)

// manual is the example of the package doc: the text and the file.
func manual(t testing.TB) (*policy.Document, string) {
	t.Helper()
	src, err := os.ReadFile("doc.go")
	require.NoError(t, err)
	var lines []string
	for line := range strings.Lines(string(src)) {
		if code, ok := strings.CutPrefix(line, "//\t"); ok {
			lines = append(lines, code)
		} else if strings.TrimSpace(line) == "//" {
			lines = append(lines, "\n")
		}
	}
	text, rest, ok := strings.Cut(strings.Join(lines, ""), "[[route]]")
	require.True(t, ok)
	doc, problems := policy.Parse("policy.md", []byte(strings.TrimSpace(text)+"\n"))
	require.NoError(t, problems.Err())
	return doc, "[[route]]" + rest
}

var benefits = []string{"jobs", "tax"}

func TestManual(t *testing.T) {
	doc, src := manual(t)
	g, problems := Load("guide.toml", []byte(src), doc, benefits)
	require.NoError(t, problems.Err())
	r := g.Route("jobs")
	require.NotNil(t, r)
	require.Equal(t, []string{"自主申报", "初审", "研究决定"}, []string{r.Steps[0].Name, r.Steps[1].Name, r.Steps[2].Name})
	require.Nil(t, g.Route("tax"))
	require.Equal(t, "税务局", g.Other("tax").By)
	require.Nil(t, g.Other("jobs"))
	require.Equal(t, "骗取资金的,全部追回", g.Rules[0].Cite.Quote)
}

func TestMistakesAreTold(t *testing.T) {
	doc, src := manual(t)
	for _, c := range []struct{ old, new, want string }{
		{`by = "区政府"`, `by = "县政府"`, "引文里没有“县政府”"},
		{`name = "初审"`, `name = "预审"`, "引文里没有“预审”"},
		{`quote = "报市政府研究决定"`, `quote = "报省政府研究决定"`, "没有这句引文"},
		{`benefits = ["jobs"]`, `benefits = ["job"]`, "没有 job 这个项目"},
		{`benefits = ["jobs"]`, `benefits = []`, "没有写项目 jobs 怎样申报"},
		{`benefits = ["tax"]`, `benefits = ["tax", "jobs"]`, "jobs 已经写在别处"},
		{"clause = \"第一条\"\nquote = \"经税务局批准\"\n", "", "写了由谁决定,没有引文"},
		{`note = "文件没有列出申报材料"`, `note = "材料一式3份"`, "写了“3”,没有引文"},
		{`name = "骗取的追回"`, `name = "骗取的追回2倍"`, "引文里没有“2”"},
	} {
		require.Contains(t, src, c.old)
		_, problems := Load("guide.toml", []byte(strings.Replace(src, c.old, c.new, 1)), doc, benefits)
		require.NotEmpty(t, problems, c.new)
		require.Contains(t, problems.Err().Error(), c.want)
	}
}

func FuzzLoad(f *testing.F) {
	doc, src := manual(f)
	f.Add([]byte(src))
	f.Fuzz(func(t *testing.T, src []byte) {
		g, problems := Load("guide.toml", src, doc, benefits)
		if len(problems) > 0 {
			return
		}
		for _, id := range benefits {
			require.True(t, (g.Route(id) == nil) != (g.Other(id) == nil), id)
		}
	})
}
