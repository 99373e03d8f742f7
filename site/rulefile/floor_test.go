package rulefile

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"mingce/calc"
)

func findCondition(rb *calc.Rulebook, id string) *calc.Condition {
	i := slices.IndexFunc(rb.Conditions, func(c calc.Condition) bool { return c.ID == id })
	if i < 0 {
		return nil
	}
	return &rb.Conditions[i]
}

// Who does not reach the first tier is not eligible: the loader says so as a
// condition, last in the benefit, that quotes the words of the bound alone.
func TestFirstTierIsACondition(t *testing.T) {
	rb := rulebook(t)
	cases := []struct{ benefit, words, clause, quote string }{
		{"enterprise-growth", "年交易额在1亿元以上", "c3-2-1", "年交易额1亿元以上"},
		{"park-assessment", "园区年交易额在5亿元以上", "c3-2-3", "年交易额5亿元以上"},
		{"logistics-growth", "电子商务物流年交易额在1000万元以上", "c3-2-4", "电子商务物流年交易额1000万元以上"},
	}
	for _, want := range cases {
		c := findCondition(rb, want.benefit+"-floor")
		require.NotNil(t, c, want.benefit)
		require.Equal(t, want.words, c.Words)
		require.Equal(t, calc.Citation{Clause: want.clause, Quote: want.quote}, c.Cite)
		require.Equal(t, []string{"inclusive-thresholds"}, c.Readings)
		i := slices.IndexFunc(rb.Benefits, func(b calc.Benefit) bool { return b.ID == want.benefit })
		require.Equal(t, c.ID, rb.Benefits[i].Needs[len(rb.Benefits[i].Needs)-1])
	}
	require.Nil(t, findCondition(rb, "cold-chain-floor"))
}

// A last tier that ends is a condition too, once the quote says where.
func TestLastTierMayEnd(t *testing.T) {
	m := readManual(t)
	const old = `{ at_least = "500万元", pay = "20万元", quote = "500万元以上的,奖励20万元" },`
	src := strings.Replace(m.rules, old, "", 1)
	src = strings.Replace(src, "8万元或20万元", "8万元", 1)
	src += "[[not_coded]]\nclause = \"第三条\"\nquote = \"500万元以上的,奖励20万元\"\nreason = \"另行规定\"\n"
	rb, problems := Load("demo/rules.toml", []byte(src), m.document(t))
	require.Empty(t, problems)
	c := findCondition(rb, "research-ceiling")
	require.NotNil(t, c)
	require.Equal(t, "年研发投入不足500万元", c.Words)
	require.Equal(t, "100万元以上不足500万元", c.Cite.Quote)
}

// The id of such a condition is taken.
func TestFloorIdIsTaken(t *testing.T) {
	m := readManual(t)
	src := strings.ReplaceAll(m.rules, "condition.floor", "condition.research-floor")
	src = strings.ReplaceAll(src, `"credit", "floor"`, `"credit", "research-floor"`)
	_, problems := Load("demo/rules.toml", []byte(src), m.document(t))
	require.Len(t, problems, 1)
	require.Equal(t, "条件 research-floor 的名称留给这个项目的分档界限", problems[0].Text)
}
