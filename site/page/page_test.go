package page

import (
	"testing"

	"github.com/stretchr/testify/require"

	"mingce/calc"
	"mingce/site/policy"
	"mingce/site/terms"
)

func document(t *testing.T) *policy.Document {
	t.Helper()
	src := "+++\ntitle = \"某市人民政府关于某事的意见\"\nnumber = \"某政发〔2020〕1号\"\nissuer = \"某市人民政府\"\n" +
		"signed = 2020-01-02\nvalidity = \"in_force\"\n+++\n\n某市人民政府关于某事的意见\n某政发〔2020〕1号\n各单位:\n为了某事,提出意见。\n" +
		"一、支持\n(一)对象。\n企业。\n1.奖励。年交易额1亿元以上的,奖励40万元。\n某市人民政府\n2020年1月2日\n"
	d, problems := policy.Parse("policy.md", []byte(src))
	require.NoError(t, problems.Err())
	return d
}

func rules() *calc.Rulebook {
	cite := calc.Citation{Clause: "c1-1-1", Quote: "奖励40万元"}
	return &calc.Rulebook{
		Inputs: []calc.Input{
			{ID: "a", Kind: calc.Bool, Group: "甲", Question: "是吗?"},
			{ID: "b", Kind: calc.Money, Max: calc.MaxValue, Group: "乙", Question: "多少?", Short: "年交易额"},
			{ID: "c", Kind: calc.Choice, Group: "甲", Options: []calc.Option{{ID: "x", Text: "某"}}},
		},
		Conditions: []calc.Condition{{ID: "k", Words: "是", Cite: cite, Principle: "一票否决", Test: calc.Test{Op: calc.OpOneOf, Input: "a", Values: []int64{1}}}},
		Benefits: []calc.Benefit{
			{ID: "t", Name: "档", Cite: cite, Needs: []string{"k"}, Amount: &calc.Amount{Input: "b", Tiers: []calc.Tier{
				{From: 10_000_000_000, Under: 20_000_000_000, Pay: 40_000_000, Cite: cite},
				{From: 20_000_000_000, Under: calc.NoLimit, Pay: 60_000_000, Cite: cite},
			}}},
			{ID: "s", Cite: cite, Amount: &calc.Amount{Input: "b", Share: &calc.Share{Num: 1, Den: 5, Cap: 200_000_000}}},
			{ID: "f", Cite: cite, Amount: &calc.Amount{Fixed: 100_000_000}},
			{ID: "n", Cite: cite},
		},
		Combination: calc.Combination{Principle: "就高", Cite: calc.Citation{Clause: "c1-1"}},
	}
}

func TestTextIsLaidOut(t *testing.T) {
	var p Policy
	p.FillText(document(t), map[string][]Link{"c1-1-1": {{Text: "档"}}}, terms.NewMarker(nil))
	require.Equal(t, []string{"某市人民政府", "关于某事的意见"}, p.Titles)
	require.True(t, p.Issued)
	require.Equal(t, "某政发〔2020〕1号", p.Number)
	require.Equal(t, []Entry{{ID: "c1", Text: "一、支持", Under: []Entry{{ID: "c1-1", Text: "(一)对象。"}}}}, p.Contents)
	item := p.Parts[0].Children[0].Children[0]
	require.Equal(t, Clause{
		ID: "c1-1-1", Ref: "一(一)1", Strong: "1.奖励。", Text: "年交易额1亿元以上的,奖励40万元。",
		Children: []Clause{}, Grants: []Link{{Text: "档"}},
	}, item)
	require.Len(t, p.Tail, 2)
	require.True(t, p.Tail[0].Own())
}

func TestBoxSaysWhatIsUnknown(t *testing.T) {
	var p Policy
	p.FillBox(document(t).Meta)
	got := map[string]string{}
	for _, f := range p.Box {
		got[f.Label] = f.Value
	}
	require.Equal(t, map[string]string{
		"发文机关": "某市人民政府", "成文日期": "2020年1月2日", "标题": "某市人民政府关于某事的意见", "发文字号": "某政发〔2020〕1号",
		"发布日期": Absent, "施行日期": Absent, "有效性": "现行有效",
	}, got)
}

func TestSheetIsLaidOut(t *testing.T) {
	var c Calculator
	p, err := calc.Compile(rules())
	require.NoError(t, err)
	c.FillSheet(p, document(t), "policies/x/")
	require.Equal(t, []string{"甲", "乙"}, []string{c.Groups[0].Name, c.Groups[1].Name})
	require.Equal(t, []int{0, 2}, []int{c.Groups[0].Questions[0].Index, c.Groups[0].Questions[1].Index})
	require.Equal(t, []Option{{Value: "x", Text: "某"}, {Value: "?", Text: "不知道"}}, c.Groups[0].Questions[1].Options)
	tiers := c.Benefits[0].Amount.Tiers
	require.Equal(t, "1亿元以上、不足2亿元", tiers[0].Words)
	require.Equal(t, "2亿元以上", tiers[1].Words)
	require.Equal(t, "60万元", tiers[1].Pay)
	require.Equal(t, Cite{Ref: "一(一)1", Address: "policies/x/#c1-1-1", Quote: "奖励40万元"}, tiers[0].Cite)
	require.Nil(t, c.Benefits[3].Amount)
	require.Equal(t, []string{"就高", "一票否决"}, []string{c.Principles[0].Name, c.Principles[1].Name})
	require.Equal(t, "0", c.Principles[1].Condition)
}

func TestMostIsTheMostOneCanGet(t *testing.T) {
	b := rules().Benefits
	require.Equal(t, []string{"60万元", "200万元", "100万元"}, []string{Most(b[0].Amount), Most(b[1].Amount), Most(b[2].Amount)})
}

func TestPartsAddUp(t *testing.T) {
	fixed := calc.Amount{Fixed: 100}
	sum := &calc.Amount{Parts: []calc.Amount{fixed, {Options: []calc.OptionPay{{Option: "x", Pay: 300}}}}}
	require.Equal(t, "4元", Most(sum))
	sum.Cap = 200
	require.Equal(t, "2元", Most(sum))
	require.Equal(t, "按比例", Most(&calc.Amount{Share: &calc.Share{Cap: calc.NoLimit}}))
}

func TestAddressesAreRelative(t *testing.T) {
	require.Equal(t, "../../", RootOf("policies/x/"))
	require.Equal(t, "./", Frame{}.To(""))
	require.Equal(t, "../a/#b", Frame{Root: "../"}.To("a/#b"))
	f := Frame{Address: "policies/x/", Root: "../../"}
	require.Equal(t, "benefits/y/#z", f.To("policies/x/benefits/y/#z"))
	require.Equal(t, "#c1", f.To("policies/x/#c1"))
	require.Equal(t, "./", f.To("policies/x/"))
	require.Equal(t, "../../policies/", f.To("policies/"))
	require.Equal(t, "/policies/x/y", Frame{Address: "policies/x/", Root: "/"}.To("policies/x/y"), "a page without a fixed place")
	require.True(t, f.Current("policies/"))
	require.False(t, f.Current("about/"))
}

func TestGrantsLeadFromClauseToBenefit(t *testing.T) {
	g := Grants(rules(), Doc{Address: "p/", Sheet: "s/"})
	require.Len(t, g["c1-1-1"], 4)
	require.Equal(t, Link{"档", "p/benefits/t/"}, g["c1-1-1"][0])
	require.Equal(t, Link{"奖励原则", "s/#principles"}, g["c1-1"][0])
}

func TestPeriodsAreSaid(t *testing.T) {
	for want, p := range map[string]calc.Period{
		"":               {},
		"自2016年1月1日起施行":  {From: "2016-01-01"},
		"施行至2015年12月31日": {Until: "2015-12-31"},
		"自2016年1月1日起施行,至2016年12月31日止": {From: "2016-01-01", Until: "2016-12-31"},
	} {
		require.Equal(t, want, During(p))
	}
}
