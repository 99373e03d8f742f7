package rulefile

import (
	"testing"

	"github.com/stretchr/testify/require"

	"mingce/calc"
)

func TestFigures(t *testing.T) {
	money := func(v int64, words string) figure { return figure{kind: calc.Money, value: v, words: words} }
	bound := func(f figure, s calc.Side) figure { f.side, f.bounded = s, true; return f }
	const wan, yi = 1_000_000, 10_000_000_000
	cases := []struct {
		text string
		want []figure
	}{
		{"年交易额1亿元以上不足2亿元的,一次性奖励40万元", []figure{
			bound(money(yi, "1亿元以上"), calc.AtLeast), bound(money(2*yi, "不足2亿元"), calc.Under), money(40*wan, "40万元")}},
		{"最高不超过200万元", []figure{bound(money(200*wan, "最高不超过200万元"), calc.AtMost)}},
		{"超过三百万元", []figure{bound(money(300*wan, "超过三百万元"), calc.Over)}},
		{"达到1亿元以上", []figure{bound(money(yi, "1亿元以上"), calc.AtLeast)}},
		{"1亿元(含)以上、5亿元以下(不含5亿元)", []figure{
			bound(money(yi, "1亿元(含)以上"), calc.AtLeast), bound(money(5*yi, "5亿元以下(不含"), calc.Under), money(5*yi, "5亿元")}},
		{"经营满1年", []figure{bound(figure{kind: calc.Months, value: 12, words: "满1年"}, calc.AtLeast)}},
		{"对于三年内发生", []figure{bound(figure{kind: calc.Months, value: 36, words: "三年内"}, calc.AtMost)}},
		{"总交易额的30%以上", []figure{bound(figure{kind: calc.Percent, value: 3000, words: "30%以上"}, calc.AtLeast)}},
		{"百分之三十", []figure{{kind: calc.Percent, value: 3000, words: "百分之三十"}}},
		{"1万平方米以上、带动1000人以上", []figure{
			bound(figure{kind: calc.Area, value: 1_000_000, words: "1万平方米以上"}, calc.AtLeast),
			bound(figure{kind: calc.Count, unit: "人", value: 1000, words: "1000人以上"}, calc.AtLeast)}},
		{"(黑政发〔2014〕19号)到2020年,第1年,一次性,十分重要,两项,第三方", nil},
		{"两年半", []figure{{kind: calc.Months, value: 30, words: "两年半"}}},
	}
	for _, c := range cases {
		require.Equal(t, c.want, figures(c.text, units{counted: []string{"人"}}), c.text)
	}
}
