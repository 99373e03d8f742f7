package policy_test

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"mingce/site/policy"
)

const starter = "../../content/policies/qzf-2015-23/policy.md"

// load parses the starter policy, which must be without problems.
func load(t *testing.T) *policy.Document {
	t.Helper()
	src, err := os.ReadFile(starter)
	require.NoError(t, err)
	doc, problems := policy.Parse("policy.md", src)
	require.Empty(t, problems)
	return doc
}

func TestTextIsTheReceivedTextByteForByte(t *testing.T) {
	received, err := os.ReadFile("testdata/qzf-2015-23.txt")
	require.NoError(t, err)
	_, text, ok := strings.Cut(string(received), "\n") // the first line is when it was collected
	require.True(t, ok)
	require.Equal(t, text, load(t).Text())
}

func TestOutlineOfTheStarterPolicy(t *testing.T) {
	doc := load(t)
	var ids []string
	for c := range doc.Clauses() {
		ids = append(ids, c.ID)
		require.Equal(t, strings.TrimSpace(c.Label+c.Heading+c.Text), line(t, c.Pos.Line), c.ID)
	}
	require.Equal(t, strings.Fields(`
		c1 c1-1 c1-2 c1-3 c1-3-1 c1-3-2 c1-3-3 c1-3-4 c1-3-5 c1-3-6 c1-4 c1-4-1 c1-4-2 c1-4-3 c1-4-4 c1-4-5
		c2 c2-1 c2-1-1 c2-1-2 c2-1-3 c2-1-4 c2-1-5 c2-2 c2-2-1 c2-2-2 c2-2-3 c2-2-4 c2-2-5
		c2-3 c2-3-1 c2-3-2 c2-3-3 c2-4 c2-4-1 c2-4-2 c2-4-3 c2-4-4
		c3 c3-1 c3-2 c3-2-1 c3-2-2 c3-2-3 c3-2-4 c3-2-5 c3-2-6 c3-2-7 c3-2-8 c3-3 c3-3-1 c3-3-2 c3-3-3
		c4 c4-1 c4-1-1 c4-1-2 c4-1-3 c4-2 c4-3 c4-4 c4-5`), ids)
}

// line is line n of the starter policy.
func line(t *testing.T, n int) string {
	src, err := os.ReadFile(starter)
	require.NoError(t, err)
	return strings.TrimSpace(strings.Split(string(src), "\n")[n-1])
}

func TestLinesOutsideTheClauses(t *testing.T) {
	doc := load(t)
	roles := map[string]string{}
	for _, p := range append(doc.Head, doc.Tail...) {
		roles[p.ID] = string([]rune(p.Text)[:min(8, len([]rune(p.Text)))])
	}
	require.Equal(t, map[string]string{
		"title": "大庆市人民政府关", "number": "庆政发〔2015", "addressee": "各县、区人民政府",
		"preamble-1": "为进一步加快我市", "signature": "大庆市人民政府", "date": "2015年11月",
	}, roles)
	require.Equal(t, "大庆市人民政府", doc.Find(policy.Signature)[0].Text)
}

func TestHeadingsAndText(t *testing.T) {
	doc := load(t)
	for _, want := range []struct{ id, ref, label, heading, text string }{
		{"c1", "一", "一、", "总体要求", ""},
		{"c1-1", "一(一)", "(一)", "指导思想。", ""},
		{"c1-3-1", "一(三)1", "1.", "", "坚持政府引导与企业主导相结合,按照市场规律推进电子商务普及应用;"},
		{"c3-2-1", "三(二)1", "1.", "培育电子商务企业做大做强。", "对电子商务企业,年交易额1亿元以上不足2亿元的,一次性奖励40万元;" +
			"年交易额2亿元以上不足5亿元的,一次性奖励60万元;年交易额5亿元以上的,一次性奖励100万元。"},
		{"c4-5", "四(五)", "(五)", "抓好推进落实。", ""},
	} {
		c, ok := doc.Clause(want.id)
		require.True(t, ok, want.id)
		require.Equal(t, want, struct{ id, ref, label, heading, text string }{c.ID, c.Ref, c.Label, c.Heading, c.Text})
	}
	for c := range doc.Clauses() {
		require.Equal(t, strings.HasPrefix(c.ID, "c1-3-"), c.Heading == "", c.ID)
	}
}

func TestLinesWithoutNumberBelongToTheirClause(t *testing.T) {
	doc := load(t)
	c, _ := doc.Clause("四(一)2")
	require.Len(t, c.Paragraphs, 21)
	require.Equal(t, "c4-1-2-p2", c.Paragraphs[0].ID)
	require.True(t, strings.HasPrefix(c.Paragraphs[0].Text, "市政府办公室:"))
	require.Equal(t, "c4-1-2-p22", c.Paragraphs[20].ID)

	three, _ := doc.Clause("c3")
	require.Equal(t, "c3-p2", three.Paragraphs[0].ID)
	require.Equal(t, "政策支持\n"+three.Paragraphs[0].Text, three.Words())
}

func TestClauseByReference(t *testing.T) {
	doc := load(t)
	for _, name := range []string{
		"c3-2-1", "C3-2-1", "三(二)1", "三(二)1.", "三、(二)1.", "第三(二)1条", "三 (二) 1", "c3-2-1",
		"三\uff08二\uff091", "三\uff08二\uff09\uff11\uff0e",
	} {
		c, ok := doc.Clause(name)
		require.True(t, ok, name)
		require.Equal(t, "c3-2-1", c.ID, name)
	}
	for _, name := range []string{"", "c9", "三(二)9", "第三条", "条"} {
		_, ok := doc.Clause(name)
		require.False(t, ok, name)
	}
}

func TestLocate(t *testing.T) {
	doc := load(t)
	found := doc.Locate("c3-2-1", "一次性奖励40万元")
	require.Len(t, found, 1)
	c, _ := doc.Clause("c3-2-1")
	m := found[0]
	require.Equal(t, "一次性奖励40万元", c.Words()[m.Start:m.End])
	src := []rune(line(t, m.Line))
	require.Equal(t, "一次性奖励40万元", string(src[m.Col-1:m.Col-1+m.Width]))

	require.Len(t, doc.Locate("c3-2-1", "一次性奖励"), 3)
	require.Len(t, doc.Locate("c3-2-1", "企业\uff0c年交易额\uff11亿元"), 1, "full-width characters are the same")
	require.Empty(t, doc.Locate("c3-2-1", "一次性奖励45万元"))
	require.Empty(t, doc.Locate("c3-2", "一次性奖励40万元"), "not in the children")
	require.Empty(t, doc.Locate("c9", "一"))
	require.Empty(t, doc.Locate("c3-2-1", ""))

	found = doc.Locate("c4-1-2", "负责国内外知名电子商务企业和电子商务平台的招商引资工作")
	require.Len(t, found, 1)
	src = []rune(line(t, found[0].Line))
	require.Equal(t, "负责国内外知名", string(src[found[0].Col-1:][:7]))
}

func TestNearest(t *testing.T) {
	doc := load(t)
	for _, c := range []struct{ id, quote, want string }{
		{"c3-2-1", "一次性奖励45万元", "一次性奖励40万元"},
		{"c3-2-1", "奖励45万元", "一次性奖励40万元"},
		{"c3-2-1", "年交易额1亿元以上不足3亿元的\uff0c一次性奖励40万元", "年交易额1亿元以上不足2亿元的,一次性奖励40万元"},
		{"c3-2-2", "最高不超过300万元", "最高不超过200万元"},
		{"c3-2-1", "子女入学", ""},
		{"c3-2-1", "", ""},
	} {
		clause, _ := doc.Clause(c.id)
		require.Equal(t, c.want, clause.Nearest(c.quote), c.quote)
	}
}

func TestFoldKeepsTheNumberOfCharacters(t *testing.T) {
	s := "\uff21\uff11\uff08\uff0c\uff05\u3000“〔"
	require.Equal(t, "A1(,% “〔", policy.Fold(s))
	require.Len(t, []rune(policy.Fold(s)), len([]rune(s)))
}
