package departments

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
	text, rest, ok := strings.Cut(strings.Join(lines, ""), "clause = ")
	require.True(t, ok)
	doc, problems := policy.Parse("policy.md", []byte(strings.TrimSpace(text)+"\n"))
	require.NoError(t, problems.Err())
	return doc, "clause = " + rest
}

func TestManual(t *testing.T) {
	doc, src := manual(t)
	d, problems := Load("departments.toml", []byte(src), doc)
	require.NoError(t, problems.Err())
	require.Equal(t, "a2", d.Clause)
	require.Equal(t, []string{"市国税局", "市地税局"}, d.Duties[1].Of)
	require.Equal(t, []string{"tax", "money"}, d.Duties[1].Subjects)
	require.Equal(t, Subject{"money", "资金", []string{"a1"}}, d.Subjects[0])
	require.Equal(t, "组长由市长担任", d.Posts[0].Cite.Quote)
}

func TestMistakesAreTold(t *testing.T) {
	doc, src := manual(t)
	for _, c := range []struct{ old, new, want string }{
		{`of = ["市财政局"]`, `of = ["市财务局"]`, "这一行写的是“市财政局”"},
		{`of = ["市国税局", "市地税局"]`, `of = ["市国税局"]`, "这一行写的是“市国税局、市地税局”"},
		{"[[duty]]\nof = [\"市财政局\"]\nsubjects = [\"money\"]\nquote = \"负责资金\"\n", "", "“市财政局:负责资金”不在任何职责里"},
		{`quote = "负责落实税收优惠;负责宣传"`, `quote = "负责落实税收优惠"`, "“负责宣传”不在任何职责里"},
		{`quote = "负责资金"`, `quote = "市财政局:负责资金"`, "不在冒号后面"},
		{`subjects = ["money"]`, `subjects = ["mony"]`, "没有 mony 这个主题"},
		{`subjects = ["money"]`, `subjects = []`, "没有写这项职责归在哪里"},
		{`subjects = ["tax", "money"]`, `subjects = ["money"]`, "没有职责归在“税收”下面"},
		{`clauses = ["第一条"]`, `clauses = ["第八条"]`, "没有“第八条”这一条"},
		{`quote = "组长由市长担任"`, `quote = "组长由副市长担任"`, "没有这句引文"},
	} {
		require.Contains(t, src, c.old)
		_, problems := Load("departments.toml", []byte(strings.Replace(src, c.old, c.new, 1)), doc)
		require.NotEmpty(t, problems, c.new)
		require.Contains(t, problems.Err().Error(), c.want)
	}
}

func FuzzLoad(f *testing.F) {
	doc, src := manual(f)
	f.Add([]byte(src))
	f.Fuzz(func(t *testing.T, src []byte) {
		d, problems := Load("departments.toml", src, doc)
		if len(problems) > 0 {
			return
		}
		for _, duty := range d.Duties {
			require.Contains(t, policy.Fold(doc.Text()), policy.Fold(duty.Cite.Quote))
		}
	})
}
