package rulefile

import (
	"bytes"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"mingce/site/policy"
	"mingce/site/problem"
)

// A sentence added to a clause that rules cite must be coded or explained.
func TestTheWholeClauseIsHeld(t *testing.T) {
	m := readManual(t)
	const end = "奖励5万元。"
	for added, items := range map[string][]string{
		"没有数字的话。":             nil,
		"每家企业另补2万元。":          {"2万元"},
		"超过50人的,奖励提高10%。":     {"超过50人", "10%"},
		"奖励期限不超过三年。":          {"不超过三年"},
		"同一集团最多3家申报。":         {"3"},
		"招用期不满两季度的,不予奖励。":     {"不满"},
		"详见〔2024〕9号。":         {"2024", "9"},
		"申报材料不足的,补正。以上由市局解释。": {"不足", "以上"},
	} {
		doc, problems := policy.Parse("demo/policy.md", []byte(strings.Replace(m.policy, end, end+added, 1)))
		require.Empty(t, problems)
		_, problems = Load("demo/rules.toml", []byte(m.rules), doc)
		var got []string
		for _, p := range problems {
			require.Equal(t, "demo/policy.md", p.File)
			require.Equal(t, 12, p.Line)
			got = append(got, p.Text)
		}
		var want []string
		for _, item := range items {
			want = append(want, fmt.Sprintf("第二条的“%s”没有规则用到", item))
		}
		require.ElementsMatch(t, want, got, added)

		excuse := fmt.Sprintf("[[not_coded]]\nclause = \"第二条\"\nquote = %q\nreason = \"另行规定\"\n", strings.TrimSuffix(added, "。"))
		rb, problems := Load("demo/rules.toml", []byte(m.rules+excuse), doc)
		require.Empty(t, problems, added)
		require.Len(t, rb.NotCoded, 1)
	}
}

// Words of a clause that no rule cites need no excuse.
func TestNotCodedOfAnUncitedClause(t *testing.T) {
	rules := string(rules(t)) + "[[not_coded]]\nclause = \"三(三)2\"\nquote = \"追回全部补助资金\"\nreason = \"罚则\"\n"
	_, problems := Load(rulesFile, []byte(rules), document(t))
	require.Len(t, problems, 1)
	require.Equal(t, "没有规则引用第三(三)2条,不必说明", problems[0].Text)
	require.Equal(t, strings.Count(rules, "\n")-2, problems[0].Line)
}

// A figure or bound word changed in the text is told where a rule quotes it.
func TestChangedTextIsToldWhereItIsQuoted(t *testing.T) {
	src, err := os.ReadFile(folder + "policy.md")
	require.NoError(t, err)
	lines := strings.Split(string(rules(t)), "\n")
	from := bytes.Index(src, []byte("\n(二)支持内容和标准。"))
	to := bytes.Index(src, []byte("\n5.支持“全民创业"))
	changes := map[string]string{"以上": "超过", "不足": "不超过", "最高不超过": "不低于", "满1年": "超过1年", "40万元": "45万元", "5000平方米": "4000平方米"}
	tried := 0
	for old, now := range changes {
		for _, at := range regexp.MustCompile(old).FindAllIndex(src[from:to], -1) {
			i := from + at[0]
			changed := slices.Replace(slices.Clone(src), i, i+len(old), []byte(now)...)
			_, problems := Load(rulesFile, rules(t), parse(t, changed))
			told := slices.ContainsFunc(problems, func(p problem.Problem) bool {
				return p.File == rulesFile && strings.Contains(lines[p.Line-1], old)
			})
			require.True(t, told, "%s: %s", old, src[i-10:i+20])
			tried++
		}
	}
	require.Greater(t, tried, 25)
}
