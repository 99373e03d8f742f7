package cite

import (
	"testing"

	"github.com/stretchr/testify/require"

	"mingce/calc"
	"mingce/site/policy"
	"mingce/site/problem"
	"mingce/site/toml"
)

func document(t *testing.T) *policy.Document {
	t.Helper()
	doc, problems := policy.Parse("policy.md", []byte("+++\ntitle = \"某市办法\"\nnumber = \"某政规〔2024〕1号\"\nissuer = \"某市\"\nsigned = 2024-05-06\nvalidity = \"in_force\"\n+++\n"+
		"某市办法\n某政规〔2024〕1号\n第一条 到2020年,企业达到40家,培训5万人次,企业增加。\n第二条 由某局负责。\n某市\n2024年5月6日\n"))
	require.NoError(t, problems.Err())
	return doc
}

func at(s string) toml.At[string] {
	return toml.At[string]{Value: s, Set: true, Pos: problem.Pos{File: "x.toml", Line: 1}}
}

func TestHoldFindsTheWordsOnce(t *testing.T) {
	var problems problem.List
	h := New(document(t), &problems)
	first := at("第一条")
	require.Equal(t, calc.Citation{Clause: "a1", Quote: "企业达到40家"}, h.Hold(Source{Quote: at("企业达到40家")}, first), "of either width")
	require.Equal(t, calc.Citation{Clause: "a2", Quote: "由某局负责"}, h.Hold(Source{Clause: at("第二条"), Quote: at("由某局负责")}, first))
	require.Empty(t, problems)
	require.Equal(t, []string{"到2020年,", ",培训5万人次,企业增加。"}, h.Unquoted(clause(t, h, "第一条")))

	for _, c := range []struct {
		s    Source
		want string
	}{
		{Source{Quote: at("企业")}, "出现了2次"},
		{Source{Quote: at("企业达到45家")}, "没有这句引文"},
		{Source{Clause: at("第三条"), Quote: at("企业")}, "没有“第三条”这一条"},
	} {
		problems = nil
		require.Zero(t, h.Hold(c.s, first))
		require.Len(t, problems, 1)
		require.Contains(t, problems[0].Text, c.want)
	}
	problems = nil
	h.Hold(Source{Quote: at("企业")}, toml.At[string]{})
	require.Contains(t, problems[0].Text, "没有条号")
}

func clause(t *testing.T, h *Holder, ref string) *policy.Clause {
	t.Helper()
	c, ok := h.Clause(at(ref))
	require.True(t, ok)
	return c
}

func TestOurFiguresAreTheirs(t *testing.T) {
	var problems problem.List
	h := New(document(t), &problems)
	s := Source{Quote: at("年交易额超过1亿元的4家,占90%")}
	h.Agree(s, at("超过1亿元的4家"), at("90%"))
	h.Within(s, at("年交易额"))
	require.Empty(t, problems)
	h.Agree(s, at("1亿5"), at("40家"), at("9%"))
	require.Len(t, problems, 3)
	h.Within(s, at("交易"+"总额"))
	require.Len(t, problems, 4)
	require.Equal(t, []string{"5000万", "7", "30%", "1,000", "0.5"}, Figures("5000万元7家30%1,000人0.5"))
}
