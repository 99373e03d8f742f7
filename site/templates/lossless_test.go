package templates

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"
	"pgregory.net/rapid"

	"mingce/site/page"
	"mingce/site/policy"
	"mingce/site/terms"
)

// front is a front matter that any text may follow.
const front = "+++\ntitle = \"题\"\nnumber = \"某政发〔2024〕7号\"\nissuer = \"某局、某市\"\nsigned = 2024-03-01\nvalidity = \"in_force\"\n+++\n"

// officialLine is a line as official documents have them, or nearly so.
func officialLine() *rapid.Generator[string] {
	blank := rapid.SampledFrom([]string{"", "", " ", "\u3000", "\u3000\u3000", "\t"})
	mark := rapid.SampledFrom([]string{
		"", "一、", "二、", "三 、", "(一)", "（二）", "( 三 )", "1.", "2、", "１．", "(1)", "（２）", "第一条", "第二条", "第三条规定的",
		"第一章", "第二章", "第一节", "第一章规定的奖励。", "附件", "附件:", "附件1:", "〇、", "第", "3.5亿元",
	})
	words := rapid.SampledFrom([]string{
		"", "总则", "支持范围。", "对企业给予奖励:", "每人1000元;", "互联网+", "<b>甲</b>&amp;", "a < b > c & \"d\" 'e'", "甲 乙\u3000丙", "。", "甲。乙。",
		"{{.}}", "<script>alert(1)</script>", strings.Repeat("很长的一句话", 9) + "。",
	})
	whole := rapid.SampledFrom([]string{
		"题", "某局", "某市", "某政发〔2024〕7号", "某市人民政府令第3号", "2024年3月1日", "二〇二四年三月一日", "(此件公开发布)", "各县、区:", "附件:1.申请表", "2.承诺书",
	})
	return rapid.OneOf(
		rapid.Map(rapid.Custom(func(t *rapid.T) [4]string {
			return [4]string{blank.Draw(t, "before"), mark.Draw(t, "mark"), blank.Draw(t, "gap"), words.Draw(t, "words")}
		}), func(p [4]string) string { return p[0] + p[1] + p[2] + p[3] }),
		whole,
	)
}

// No line of a document is lost on its page, moved, or written otherwise,
// whatever the lines are and whatever is wrong with them.
func TestNoLineIsLost(t *testing.T) {
	set, err := Load()
	require.NoError(t, err)
	marker := terms.NewMarker([]terms.Term{{ID: "i", Word: "互联网+"}})
	rapid.Check(t, func(rt *rapid.T) {
		lines := rapid.SliceOfN(officialLine(), 1, 25).Draw(rt, "lines")
		doc, _ := policy.Parse("policy.md", []byte(front+strings.Join(lines, "\n")+"\n"))
		p := page.Policy{Frame: frame()}
		p.FillText(doc, nil, marker)
		body, err := set.Render("policy", p)
		require.NoError(rt, err)

		var want []string
		for _, l := range lines {
			if l = strings.TrimSpace(l); l != "" {
				want = append(want, l)
			}
		}
		require.Equal(rt, strings.Join(want, ""), official(rt, string(body)))
	})
}

// official is the text of the article of a page, without what is ours.
func official(t require.TestingT, body string) string {
	root, err := html.Parse(strings.NewReader(body))
	require.NoError(t, err)
	var b strings.Builder
	var walk func(n *html.Node, inside bool)
	walk = func(n *html.Node, inside bool) {
		inside = inside || n.Data == "article" && n.Type == html.ElementNode
		if n.Type == html.ElementNode && n.Data == "aside" {
			return
		}
		if n.Type == html.TextNode && inside {
			b.WriteString(n.Data)
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c, inside)
		}
	}
	walk(root, false)
	return b.String()
}
