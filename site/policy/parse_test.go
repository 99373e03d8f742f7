package policy_test

import (
	"bufio"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"mingce/site/policy"
)

// examples are the policies in the package doc.
func examples(t testing.TB) []string {
	t.Helper()
	f, err := os.Open("doc.go")
	require.NoError(t, err)
	defer f.Close()
	var found []string
	var current strings.Builder
	for lines := bufio.NewScanner(f); lines.Scan(); {
		line, code := strings.CutPrefix(lines.Text(), "//\t")
		if code {
			current.WriteString(line + "\n")
			continue
		}
		if strings.HasPrefix(current.String(), "+++") {
			found = append(found, current.String())
		}
		current.Reset()
	}
	require.Len(t, found, 3)
	return found
}

func TestExamplesOfTheManualLoad(t *testing.T) {
	parts, articles := examples(t)[0], examples(t)[1]
	doc, problems := policy.Parse("policy.md", []byte(parts))
	require.Empty(t, problems)
	require.Equal(t, []string{"c1", "c2", "c2-1", "c2-1-1", "c2-1-1-1", "c2-1-1-2"}, ids(doc))
	require.Equal(t, body(parts), doc.Text())
	sub, ok := doc.Clause("二(一)1(2)")
	require.True(t, ok)
	require.Equal(t, "最高不超过10万元。", sub.Words())
	require.Len(t, sub.Path(), 4)

	doc, problems = policy.Parse("policy.md", []byte(articles))
	require.Empty(t, problems)
	require.Equal(t, []string{"a1", "a2", "a2-1", "a2-2", "a3"}, ids(doc))
	require.Equal(t, body(articles), doc.Text())
	require.Len(t, doc.Find(policy.Annex), 4)
	require.Len(t, doc.Find(policy.Signature), 2)
	require.Len(t, doc.Find(policy.Note), 1)
	a3, ok := doc.Clause("第三条")
	require.True(t, ok)
	require.Equal(t, "本办法自发布之日起施行。", a3.Words())
}

// Articles count through chapters and divisions, which are headings alone; a
// signature under the title ends nothing.
func TestChaptersAreStructure(t *testing.T) {
	text := examples(t)[2]
	doc, problems := policy.Parse("policy.md", []byte(text))
	require.Empty(t, problems)
	require.Equal(t, []string{"ch1", "a1", "ch2", "ch2-s1", "a2", "a2-1", "a2-2", "ch2-s2", "a3", "ch3", "a4"}, ids(doc))
	require.Equal(t, body(text), doc.Text())
	require.Empty(t, doc.Tail)
	require.Len(t, doc.Find(policy.Signature), 1)
	require.Len(t, doc.Find(policy.Signed), 1)

	for ref, want := range map[string]struct{ id, heading, words string }{
		"第二章":    {"ch2", "促进措施", "促进措施"},
		"第二章第一节": {"ch2-s1", "奖励", "奖励"},
		"第三条":    {"a3", "", "市商务局提供服务。"},
		"第二条(二)": {"a2-2", "", "第一章规定的其他情形。"},
	} {
		c, ok := doc.Clause(ref)
		require.True(t, ok, ref)
		require.Equal(t, want.id, c.ID)
		require.Equal(t, ref, c.Ref)
		require.Equal(t, want.heading, c.Heading)
		require.Equal(t, want.words, c.Words())
	}
	a3, _ := doc.Clause("a3")
	require.Equal(t, "\u3000", a3.Gap)
	require.Len(t, a3.Path(), 3, "chapter, division, article")
}

// A line that speaks of a chapter is text, and a chapter left out is found.
func TestChaptersAreTold(t *testing.T) {
	text := examples(t)[2]
	text = strings.Replace(text, "第二节　服务\n", "第二章规定的奖励由市财政承担。\n第九章的规定\n第二节　服务\n", 1)
	doc, problems := policy.Parse("policy.md", []byte(text))
	require.Empty(t, problems)
	last, _ := doc.Clause("a2-2")
	require.Len(t, last.Paragraphs, 2)

	_, problems = policy.Parse("policy.md", []byte(strings.Replace(text, "第三章　附则", "第四章　附则", 1)))
	require.Len(t, problems, 1)
	require.Equal(t, "policy.md:24:1: 编号不连续:这里应当是 第三章,写的是 第四章", problems[0].String())
}

func ids(doc *policy.Document) []string {
	var ids []string
	for c := range doc.Clauses() {
		ids = append(ids, c.ID)
	}
	return ids
}

// body is what stands under the front matter, without blank lines.
func body(src string) string {
	_, after, _ := strings.Cut(src, "\n+++\n")
	return solid(after)
}

// solid drops blank lines and Windows line ends.
func solid(text string) string {
	var kept []string
	for line := range strings.SplitSeq(text, "\n") {
		if line = strings.TrimSuffix(line, "\r"); strings.TrimSpace(line) != "" {
			kept = append(kept, line)
		}
	}
	return strings.Join(kept, "\n")
}

const front = `+++
title = "题"
number = "某政发〔2024〕7号"
issuer = "某市人民政府"
signed = 2024-03-01
validity = "in_force"
+++
题
`

func TestNumberingProblems(t *testing.T) {
	for name, c := range map[string]struct{ text, ids, want string }{
		"in order":        {"一、甲\n二、乙", "c1 c2", ""},
		"full-width":      {"一、甲\n\uff08一\uff09乙\n\uff11\uff0e丙\n\uff08\uff11\uff09丁", "c1 c1-1 c1-1-1 c1-1-1-1", ""},
		"other marks":     {"一、甲\n( 一 )乙\n1、丙\n10万元\n3.5亿元", "c1 c1-1 c1-1-1", ""},
		"skipped":         {"一、甲\n三、乙", "c1 c3", "policy.md:10:1: 编号不连续:这里应当是 二、,写的是 三、"},
		"repeated":        {"一、甲\n(一)乙\n(一)丙\n(二)丁", "c1 c1-1 c1-1_2 c1-2", "policy.md:11:1: 编号 (一) 重复,第10行已经有过"},
		"does not begin":  {"一、甲\n(二)乙", "c1 c1-2", "policy.md:10:1: 编号不连续:这里应当是 (一),写的是 (二)"},
		"item in part":    {"一、甲\n1.乙\n2.丙", "c1 c1-0-1 c1-0-2", "policy.md:10:1: 编号 1. 的上一级缺少 (一)"},
		"item alone":      {"3.乙", "c0-0-3", "policy.md:9:1: 编号 3. 的上一级缺少 (一)"},
		"section alone":   {"(一)乙", "c0-1", "policy.md:9:1: 编号 (一) 的上一级缺少 一、或第一条"},
		"article skipped": {"第一条 甲\n第三条 乙", "a1 a3", "policy.md:10:1: 编号不连续:这里应当是 第二条,写的是 第三条"},
		"article in text": {"第一条 甲\n第九条规定的除外。\n第二条乙", "a1 a2", ""},
		"large numbers":   {"第一条 甲\n第一百零三条 乙", "a1 a103", "policy.md:10:1: 编号不连续:这里应当是 第二条,写的是 第一百零三条"},
	} {
		t.Run(name, func(t *testing.T) {
			src := front + c.text + "\n"
			doc, problems := policy.Parse("policy.md", []byte(src))
			require.Equal(t, strings.Fields(c.ids), ids(doc))
			require.Equal(t, body(src), doc.Text())
			if c.want == "" {
				require.Empty(t, problems)
				return
			}
			require.Len(t, problems, 1)
			require.Equal(t, c.want, problems[0].String())
			require.Contains(t, problems[0].Hint, "irregular")
		})
	}
}

func TestIrregularNumbersOfTheOfficialTextCanStand(t *testing.T) {
	src := strings.Replace(front, "+++\n题", "irregular = [\"c3\", \"c9\"]\n+++\n题", 1) + "一、甲\n三、乙\n"
	_, problems := policy.Parse("policy.md", []byte(src))
	require.Equal(t, "policy.md:7:20: c9 的编号没有问题,或没有这一条\n共1处问题", problems.Error())
}

func TestFrontMatterProblems(t *testing.T) {
	for name, c := range map[string]struct{ old, new, want, hint string }{
		"square brackets": {"〔2024〕7号\"", "[2024]7号\"", "policy.md:3:10: 发文字号的写法不对", "六角括号"},
		"leading zero":    {"〔2024〕7号\"", "〔2024〕07号\"", "policy.md:3:10: 发文字号的写法不对", "不加 0"},
		"第":               {"〔2024〕7号\"", "〔2024〕第7号\"", "policy.md:3:10: 发文字号的写法不对", "不加“第”字"},
		"other number":    {"〔2024〕7号\"", "〔2024〕8号\"", "policy.md:9:1: 正文的发文字号与 number 不一致", "第3行"},
		"other title":     {"title = \"题\"", "title = \"问题\"", "policy.md:8:1: 正文的标题与 title 不一致", "问题"},
		"other date":      {"signed = 2024-03-01", "signed = 2024-03-02", "policy.md:12:1: 正文的成文日期与 signed 不一致", "2024-03-02"},
		"no such date":    {"2024年3月1日", "2024年2月30日", "policy.md:12:1: 没有2024年2月30日这一天", "对照"},
		"published early": {"validity", "published = 2024-02-29\nvalidity", "policy.md:6:13: 发布日期早于成文日期", "2024-03-01"},
		"validity":        {"\"in_force\"", "\"现行有效\"", "policy.md:6:12: 没有“现行有效”这种有效性", "in_force(现行有效)"},
		"no reason":       {"\"in_force\"", "\"unknown\"", "policy.md:6:12: 有效性写了 unknown,没有写原因", "validity_note"},
		"empty":           {"\"某市人民政府\"", "\" \"", "policy.md:4:10: 这里是空的", "删去"},
		"missing":         {"validity = \"in_force\"\n", "", "policy.md:1: 缺少 validity", "加一行"},
		"unknown key":     {"validity", "subjct = \"x\"\nvalidity", "policy.md:6:1: 没有 subjct 这个键", "subject"},
		"no front matter": {"+++\ntitle", "title", "policy.md:1: 开头没有文件信息", "+++"},
	} {
		t.Run(name, func(t *testing.T) {
			src := front + "某政发〔2024〕7号\n一、甲\n某市人民政府\n2024年3月1日"
			_, problems := policy.Parse("policy.md", []byte(src))
			require.Empty(t, problems)
			_, problems = policy.Parse("policy.md", []byte(strings.Replace(src, c.old, c.new, 1)))
			require.NotEmpty(t, problems)
			require.Equal(t, c.want, problems[0].String(), "%v", problems)
			require.Contains(t, problems[0].Hint, c.hint)
		})
	}
}

func TestDatesInChineseNumerals(t *testing.T) {
	src := strings.Replace(front, "2024-03-01", "2024-12-31", 1) + "一、甲\n某市人民政府\n二〇二四年十二月三十一日\n"
	doc, problems := policy.Parse("policy.md", []byte(src))
	require.Empty(t, problems)
	require.Len(t, doc.Find(policy.Signed), 1)
}

func FuzzParse(f *testing.F) {
	for _, e := range examples(f) {
		f.Add(e)
	}
	f.Add(front + "一、甲\n(一)乙。丙\n1、丁\n10.戊\n\u3000\uff081\uff09己\n三、庚\n附件:\n某市人民政府\n二〇二四年三月一日\n(完)")
	f.Add("+++\n+++\n第九十九条规定\n(一)\n1.\n\xff\xfe1.a\r\n")
	f.Fuzz(func(t *testing.T, src string) {
		policy.Parse("policy.md", []byte(src))
		doc, problems := policy.Parse("policy.md", []byte(front+src))
		require.Equal(t, body(front+src), doc.Text())
		for c := range doc.Clauses() {
			found, ok := doc.Clause(c.ID)
			require.True(t, ok)
			require.Same(t, c, found)
			for _, m := range c.Locate(c.Heading + c.Text) {
				require.LessOrEqual(t, m.End, len(c.Words()))
			}
			c.Nearest(c.Words())
		}
		for _, p := range problems {
			require.NotEmpty(t, p.Hint, p.Text)
		}
	})
}
