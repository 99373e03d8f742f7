package versions

import (
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"mingce/site/policy"
)

const front = "+++\ntitle = \"某办法\"\nnumber = \"某政规〔2024〕1号\"\nissuer = \"某市\"\nsigned = 2024-05-06\nvalidity = \"in_force\"\n+++\n"

func document(t *testing.T, body string) *policy.Document {
	t.Helper()
	doc, problems := policy.Parse("policy.md", []byte(front+"某办法\n"+body+"\n某市\n2024年5月6日\n"))
	require.NoError(t, problems.Err())
	return doc
}

func TestCompare(t *testing.T) {
	was := document(t, "第一条 为规范补贴,制定本办法。\n第二条 每人1000元。\n第三条 由市财政局负责。\n第四条 施行。")
	is := document(t, "第一条 为规范补贴,制定本办法。\n第二条 每人1500元。\n(一)按月发。\n第三条 由市财政局负责。\n第四条 施行。\n第五条 解释。")
	require.Equal(t, []Change{
		{"a2", "第二条", "第二条 每人1000元。", "第二条 每人1500元。"},
		{"a2-1", "第二条(一)", "", "(一)按月发。"},
		{"a5", "第五条", "", "第五条 解释。"},
	}, Compare(was, is))
	require.Equal(t, []Change{
		{"a2", "第二条", "第二条 每人1500元。", "第二条 每人1000元。"},
		{"a2-1", "第二条(一)", "(一)按月发。", ""},
		{"a5", "第五条", "第五条 解释。", ""},
	}, Compare(is, was))
	require.Empty(t, Compare(is, is))
}

func TestWords(t *testing.T) {
	require.Equal(t, []Piece{{"每人1", Both}, {"0", Old}, {"5", New}, {"00元。", Both}}, Words("每人1000元。", "每人1500元。"))
	require.Equal(t, []Piece{{"新", New}}, Words("", "新"))
	require.Empty(t, Words("", ""))
}

// Whatever the texts, the pieces make both again.
func TestWordsAreWhole(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOf(rapid.SampledFrom([]rune("甲乙丙1。")))
		was, is := text.Draw(t, "was"), text.Draw(t, "is")
		old, now := "", ""
		for _, p := range Words(was, is) {
			if p.In != New {
				old += p.Text
			}
			if p.In != Old {
				now += p.Text
			}
		}
		require.Equal(t, was, old)
		require.Equal(t, is, now)
	})
}
