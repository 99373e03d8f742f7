package phrase

import (
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"mingce/calc"
	"mingce/site/amount"
)

func counted(k calc.Kind) string {
	if k == calc.Count {
		return "人"
	}
	return ""
}

func TestQuantity(t *testing.T) {
	for _, c := range []struct {
		kind calc.Kind
		v    int64
		want string
	}{
		{calc.Money, 25_000_000_000, "2.5亿元"},
		{calc.Money, 12_500_000_000, "1.25亿元"},
		{calc.Money, 12_340_000_000, "12340万元"}, // 1.234亿 has a decimal too many
		{calc.Money, 60_000_000, "60万元"},
		{calc.Money, 1_234_500, "12345元"},
		{calc.Money, 1_230_000, "1.23万元"},
		{calc.Money, 19_999_999_999, "199999999.99元"},
		{calc.Money, 1_000_000_000_000_000, "10万亿元"},
		{calc.Money, 1, "0.01元"},
		{calc.Money, 50, "0.5元"},
		{calc.Money, 0, "0元"},
		{calc.Money, -60_000_000, "-60万元"},
		{calc.Area, 999_999, "9999.99平方米"},
		{calc.Area, 1_000_000, "1万平方米"},
		{calc.Percent, 2_999, "29.99%"},
		{calc.Percent, 3_000, "30%"},
		{calc.Count, 12_000, "1.2万人"},
		{calc.Count, 999, "999人"},
		{calc.Months, 12, "1年"},
		{calc.Months, 18, "1年6个月"},
		{calc.Months, 11, "11个月"},
		{calc.Months, 0, "0个月"},
		{calc.Span, calc.MonthSpan(36), "3年"},
		{calc.Span, calc.MonthSpan(35) + 30, "35个月又30天"},
		{calc.Date, calc.Day(2015, 11, 30), "2015年11月30日"},
		{calc.Rate, 71_234, "7.1234元"},
		{calc.Bool, 1, "是"},
	} {
		require.Equal(t, c.want, Quantity(c.kind, counted(c.kind), c.v))
	}
}

// Nothing is rounded: what is said is read back as the same value.
func TestQuantityIsExact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		k := rapid.SampledFrom([]calc.Kind{calc.Money, calc.Area, calc.Count, calc.Percent, calc.Months}).Draw(t, "kind")
		v := rapid.Int64Range(0, 1_000_000).Draw(t, "digits") * rapid.SampledFrom([]int64{1, 100, 10_000, 1_000_000, 1_000_000_000}).Draw(t, "scale")
		if k == calc.Months {
			v %= 12_000
		}
		got, err := amount.Parse(k, counted(k), Quantity(k, counted(k), v))
		require.NoError(t, err)
		require.Equal(t, v, got)
	})
}

func book() *Book {
	return New(&calc.Rulebook{
		Inputs: []calc.Input{
			{ID: "turnover", Kind: calc.Money, Short: "年交易额"},
			{ID: "before", Kind: calc.Money, Short: "上年交易额"},
			{ID: "months", Kind: calc.Months, Short: "经营时间"},
			{ID: "opened", Kind: calc.Date, Short: "开业日期"},
			{ID: "listed", Kind: calc.Bool, Short: "已上市"},
			{ID: "who", Kind: calc.Choice, Short: "申报主体", Options: []calc.Option{{ID: "e", Text: "企业"}, {ID: "z", Text: "县(区)"}, {ID: "i", Text: "个人"}}},
		},
		Derived:  []calc.Derived{{ID: "growth", Short: "增长率", How: calc.Growth, Of: "turnover", By: "before"}},
		Readings: []calc.Reading{{ID: "r", Text: "“企业”不含个人", Alternatives: []calc.Option{{ID: "all", Text: "含个人"}}}},
		Benefits: []calc.Benefit{{ID: "a", Name: "甲奖"}, {ID: "b", Name: "乙奖"}, {ID: "c", Name: "丙奖"}},
	})
}

func TestTest(t *testing.T) {
	bound := func(id string, side calc.Side, at int64) calc.Test {
		return calc.Test{Input: id, Bound: calc.Bound{Side: side, At: at}}
	}
	one := func(id string, v ...int64) calc.Test { return calc.Test{Op: calc.OpOneOf, Input: id, Values: v} }
	const yi = 10_000_000_000
	for want, x := range map[string]calc.Test{
		"年交易额1亿元以上":               bound("turnover", calc.AtLeast, yi),
		"年交易额超过1亿元":               bound("turnover", calc.Over, yi),
		"年交易额1亿元以下":               bound("turnover", calc.AtMost, yi),
		"年交易额不足1亿元":               bound("turnover", calc.Under, yi),
		"经营时间满1年":                 bound("months", calc.AtLeast, 12),
		"经营时间不满1年":                bound("months", calc.Under, 12),
		"开业日期2015年1月1日或以后":        bound("opened", calc.AtLeast, calc.Day(2015, 1, 1)),
		"增长率10%以上":                bound("growth", calc.AtLeast, 1000),
		"已上市:是":                   one("listed", 1),
		"申报主体是“企业”":               one("who", 0),
		"申报主体不是“县(区)”":            one("who", 0, 2),
		"按另一种读法“含个人”":             {Op: calc.OpReading, Reading: "r", Alternative: "all"},
		"按采用的口径“‘企业’不含个人”":        {Op: calc.OpReading, Reading: "r"},
		"并非:已上市:是":                {Op: calc.OpNot, Of: []calc.Test{one("listed", 1)}},
		"经营时间满1年,且已上市:是":          {Op: calc.OpAll, Of: []calc.Test{bound("months", calc.AtLeast, 12), one("listed", 1)}},
		"至少1项:经营时间满1年、已上市:是":      {Op: calc.OpAtLeast, N: 1, Of: []calc.Test{bound("months", calc.AtLeast, 12), one("listed", 1)}},
		"已上市:是,或(经营时间满1年,且已上市:否)": {Op: calc.OpAny, Of: []calc.Test{one("listed", 1), {Op: calc.OpAll, Of: []calc.Test{bound("months", calc.AtLeast, 12), one("listed", 0)}}}},
	} {
		require.Equal(t, want, book().Test(&x))
	}
}

func TestAmount(t *testing.T) {
	const wan = 1_000_000
	for _, c := range []struct {
		amount calc.Amount
		want   []string
	}{
		{calc.Amount{Fixed: 40 * wan}, []string{"40万元"}},
		{calc.Amount{Input: "turnover", Tiers: []calc.Tier{{From: 0, Under: 100 * wan, Pay: wan}, {From: 100 * wan, Under: 200 * wan, Pay: 2 * wan}, {From: 200 * wan, Under: calc.NoLimit, Pay: 3 * wan}}},
			[]string{"年交易额不足100万元:1万元", "年交易额100万元以上、不足200万元:2万元", "年交易额200万元以上:3万元"}},
		{calc.Amount{Input: "turnover", Share: &calc.Share{Num: 1, Den: 5, Above: 50 * wan, Floor: wan, Cap: 200 * wan}},
			[]string{"年交易额超过50万元的部分的20%,不低于1万元,最高不超过200万元"}},
		{calc.Amount{Input: "turnover", Share: &calc.Share{Num: 1, Den: 3, Cap: calc.NoLimit}}, []string{"年交易额的3分之1"}},
		{calc.Amount{Input: "turnover", Step: &calc.Step{Every: 100 * wan, Pay: wan, Cap: 5 * wan}}, []string{"年交易额每满100万元,1万元,最高不超过5万元"}},
		{calc.Amount{Input: "turnover", Bands: []calc.Band{{From: 0, Num: 1, Den: 10}, {From: 100 * wan, Num: 1, Den: 20}}},
			[]string{"年交易额0元至100万元的部分的10%", "年交易额超过100万元的部分的5%"}},
		{calc.Amount{Input: "who", Options: []calc.OptionPay{{Option: "e", Pay: wan}}}, []string{"申报主体是“企业”:1万元"}},
		{calc.Amount{Parts: []calc.Amount{{Fixed: wan}, {Fixed: 2 * wan}}, Cap: 2 * wan}, []string{"1万元", "2万元", "以上各项相加,最高不超过2万元"}},
		{calc.Amount{Fixed: wan, Instalments: []calc.Instalment{{Year: 1, Percent: 6000}, {Year: 2, Percent: 4000}}}, []string{"1万元", "分年拨付:第1年60%,第2年40%"}},
	} {
		require.Equal(t, c.want, book().Amount(&c.amount))
	}
}

func TestGroup(t *testing.T) {
	g := calc.Group{Sum: true, Cap: 100_000_000, Members: []string{"a"}, Groups: []calc.Group{{Members: []string{"b", "c"}}}}
	require.Equal(t, "甲奖、(乙奖、丙奖中取最高一项)相加,最高不超过100万元", book().Group(&g))
}

func TestRange(t *testing.T) {
	require.Equal(t, "0至200万元", Range(0, 200_000_000))
	require.Equal(t, "60万元至200万元", Range(60_000_000, 200_000_000))
	require.Equal(t, "60万元", Range(60_000_000, 60_000_000))
}
