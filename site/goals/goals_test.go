package goals

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
	all := strings.Join(lines, "")
	text, rest, ok := strings.Cut(all, "clause = ")
	require.True(t, ok)
	doc, problems := policy.Parse("policy.md", []byte(strings.TrimSpace(text)+"\n"))
	require.NoError(t, problems.Err())
	return doc, "clause = " + rest
}

func TestManual(t *testing.T) {
	doc, src := manual(t)
	g, problems := Load("goals.toml", []byte(src), doc)
	require.NoError(t, problems.Err())
	require.Equal(t, "2027年", g.By)
	require.Len(t, g.Aims, 1)
	require.Len(t, g.Groups, 3)
	rate, jobs, graduates := g.Groups[0].Targets[0], g.Groups[1].Targets[0], g.Groups[1].Targets[1]
	require.Equal(t, "90%以上", rate.Says())
	require.Equal(t, Figure{"90%", "%", 9000}, rate.Figure)
	require.Equal(t, "超过5万人", jobs.Says())
	require.Equal(t, "1万人", graduates.Says())
	require.Equal(t, Figure{"8000人", "人", 800_000}, graduates.Reached[0].Figure)
}

// Whatever is copied wrongly is told, at its place.
func TestMistakesAreTold(t *testing.T) {
	doc, src := manual(t)
	for _, c := range []struct{ old, new, want string }{
		{`value = "90%"`, `value = "95%"`, "引文里没有“95%”"},
		{`value = "90%"`, `value = "0%"`, "引文里没有“0%”"},
		{`bound = "超过"`, `bound = "以上"`, "引文写的是“超过”"},
		{`bound = "超过"`, ``, "引文在这个数旁边写着“超过”"},
		{`quote = "建设3个市级基地"`, `quote = "建设4个市级基地"`, "没有这句引文"},
		{`quote = "新增就业超过5万人"`, `quote = "新增就业超过5万人,其中高校毕业生1万人"`, "引文里的“1万”没有写进这个目标"},
		{`name = "市级基地"`, `name = "5个市级基地"`, "引文里没有“5”"},
		{`value = "8000人"`, `value = "8000家"`, "目标的单位是“人”"},
		{`value = "8000人"`, `value = "八千人"`, "不是一个带单位的数"},
		{`year = 2025`, `year = 25`, "年份不对"},
		{`url = "https://www.example.gov.cn/tjgb/2025.html"`, `url = "javascript:alert(1)"`, "网址不对"},
		{`source = "某市2025年国民经济和社会发展统计公报"`, `source = " "`, "没有写出处"},
		{"[[group.target]]\nname = \"市级基地\"\nvalue = \"3个\"\nquote = \"建设3个市级基地\"\n", "", "下面没有目标"},
		{"[[group]]\nname = \"基地\"\n\n[[group.target]]\nname = \"市级基地\"\nvalue = \"3个\"\nquote = \"建设3个市级基地\"\n", "", "第一条里的“3”不在任何目标里"},
		{`by = "2027年"`, `by = "2026年"`, "引文里没有“2026年”"},
		{`clause = "第一条"`, `clause = "第九条"`, "没有“第九条”这一条"},
		{`name = "就业"`, `nam = "就业"`, "没有 nam 这个键"},
	} {
		require.Contains(t, src, c.old)
		_, problems := Load("goals.toml", []byte(strings.Replace(src, c.old, c.new, 1)), doc)
		require.NotEmpty(t, problems, c.new)
		require.Contains(t, problems.Err().Error(), c.want)
		for _, p := range problems {
			require.NotZero(t, p.Line, p.Text)
		}
	}
}

func FuzzLoad(f *testing.F) {
	doc, src := manual(f)
	f.Add([]byte(src))
	f.Fuzz(func(t *testing.T, src []byte) {
		g, problems := Load("goals.toml", src, doc)
		if len(problems) > 0 {
			return
		}
		for _, group := range g.Groups {
			for _, target := range group.Targets {
				require.Contains(t, policy.Fold(target.Cite.Quote), policy.Fold(target.Figure.Words))
			}
		}
	})
}
