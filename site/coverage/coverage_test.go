package coverage

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"mingce/calc"
	"mingce/site/policy"
	"mingce/site/rulefile"
)

const folder = "../../content/policies/qzf-2015-23/"

func published(t *testing.T) (*policy.Document, *calc.Rulebook) {
	text, err := os.ReadFile(folder + "policy.md")
	require.NoError(t, err)
	doc, problems := policy.Parse("policy.md", text)
	require.Empty(t, problems)
	rules, err := os.ReadFile(folder + "rules.toml")
	require.NoError(t, err)
	rb, problems := rulefile.Load("qzf-2015-23/rules.toml", rules, doc)
	require.Empty(t, problems)
	return doc, rb
}

func find(t *testing.T, all []Clause, id string) *Clause {
	i := slices.IndexFunc(all, func(c Clause) bool { return c.ID == id })
	require.GreaterOrEqual(t, i, 0, id)
	return &all[i]
}

// Nothing of what the policy grants, to whom and how often, is left out
// silently.
func TestEverySentenceIsAccountedFor(t *testing.T) {
	all := Of(published(t))
	for _, id := range strings.Fields("c3-1 c3-2-1 c3-2-2 c3-2-3 c3-2-4 c3-2-5 c3-2-6 c3-2-7 c3-2-8 c3-3-3") {
		c := find(t, all, id)
		require.Zero(t, c.Sum.Uncovered.Sentences, id)
		require.Positive(t, c.Sum.Covered.Sentences, id)
		for _, s := range c.Sentences {
			require.NotEqual(t, Uncovered, s.State, s.Text())
		}
	}
}

// The stretches of every clause together are its words, and every character
// counts once.
func TestStretchesAreTheText(t *testing.T) {
	doc, rb := published(t)
	all := Of(doc, rb)
	for i := range all {
		c, ok := doc.Clause(all[i].ID)
		require.True(t, ok)
		lines := make([]string, len(strings.Split(c.Words(), "\n")))
		counted := 0
		for _, s := range all[i].Sentences {
			lines[s.Paragraph] += s.Text()
			if s.State != Heading {
				counted += characters(s.Text())
			}
		}
		require.Equal(t, c.Words(), strings.Join(lines, "\n"), c.ID)
		sum := all[i].Sum
		require.Equal(t, counted, sum.Covered.Characters+sum.Explained.Characters+sum.Uncovered.Characters, c.ID)
	}
}

// A tier is shown on its words, with the condition and the question that quote
// part of them.
func TestStretchesNameTheirRules(t *testing.T) {
	doc, rb := published(t)
	var got []string
	for _, s := range find(t, Of(doc, rb), "c3-2-1").Sentences {
		for _, st := range s.Stretches {
			var names []string
			for _, r := range st.Rules {
				names = append(names, r.String())
			}
			got = append(got, st.Text+" | "+strings.Join(names, ", "))
		}
	}
	require.Equal(t, []string{
		"培育电子商务企业做大做强 | 项目 enterprise-growth",
		"。 | ",
		"对电子商务企业, | ",
		"年交易额1亿元以上 | 金额 enterprise-growth 第1档, 条件 enterprise-growth-floor, 问题 turnover",
		"不足2亿元的,一次性奖励40万元 | 金额 enterprise-growth 第1档",
		"; | ",
		"年交易额2亿元以上不足5亿元的,一次性奖励60万元 | 金额 enterprise-growth 第2档",
		"; | ",
		"年交易额5亿元以上的,一次性奖励100万元 | 金额 enterprise-growth 第3档",
		"。 | ",
	}, got)
}

// What no rule stands on is said to be so, and what is explained says why.
func TestStates(t *testing.T) {
	doc, rb := published(t)
	all := Of(doc, rb)
	require.Equal(t, Heading, find(t, all, "c3-3-2").Sentences[0].State)
	require.Equal(t, Uncovered, find(t, all, "c3-3-2").Sentences[1].State)
	require.False(t, find(t, all, "c3-3-2").Cited())
	last := find(t, all, "c3-2-5").Sentences[2]
	require.Equal(t, Explained, last.State)
	require.Equal(t, rb.NotCoded[1].Reason, last.Stretches[0].Reason)

	// A question alone covers nothing.
	asked := &calc.Rulebook{Inputs: []calc.Input{{ID: "x", Cite: calc.Citation{Clause: "c3-3-2", Quote: "追回全部补助资金"}}}}
	c := find(t, Of(doc, asked), "c3-3-2")
	require.Zero(t, c.Sum.Covered)
	require.True(t, slices.ContainsFunc(c.Sentences, func(s Sentence) bool {
		return slices.ContainsFunc(s.Stretches, func(st Stretch) bool { return len(st.Rules) == 1 && st.Rules[0].Kind == Input })
	}))
}

func TestSentences(t *testing.T) {
	cases := map[string][]string{
		"":         nil,
		"一。二;三;四":  {"一。", "二;", "三;", "四"},
		"说“好。”再说。": {"说“好。”", "再说。"},
		"(见附件。)下文": {"(见附件。)", "下文"},
		"甲。。乙":     {"甲。", "。", "乙"},
	}
	for text, want := range cases {
		require.Equal(t, want, sentences(text, false, 0), text)
	}
	require.Equal(t, []string{"标题", "正文。"}, sentences("标题正文。", true, len("标题")))
}
