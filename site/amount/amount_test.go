package amount

import (
	"errors"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"mingce/calc"
)

const wan, yi = 10_000 * 100, 100_000_000 * 100 // in 分

// A reading of a text as a quantity.
type parsed struct {
	kind calc.Kind
	text string
	want int64
}

// countedIn is the unit the tests count in.
func countedIn(k calc.Kind) string {
	if k == calc.Count {
		return "人"
	}
	return ""
}

func holdParsed(t *testing.T, cases []parsed) {
	for _, c := range cases {
		got, err := Parse(c.kind, countedIn(c.kind), c.text)
		require.NoError(t, err, c.text)
		require.Equal(t, c.want, got, c.text)
	}
}

func TestParseMoney(t *testing.T) {
	holdParsed(t, []parsed{
		{calc.Money, "40万元", 40 * wan},
		{calc.Money, "1.2亿", 12 * yi / 10},
		{calc.Money, "12000万", 12 * yi / 10},
		{calc.Money, "120,000,000", 12 * yi / 10},
		{calc.Money, "120,000,000.00元", 12 * yi / 10},
		{calc.Money, "壹亿贰仟万元整", 12 * yi / 10},
		{calc.Money, "一亿二千万元", 12 * yi / 10},
		{calc.Money, "一点二亿元", 12 * yi / 10},
		{calc.Money, "1亿2000万元", 12 * yi / 10},
		{calc.Money, "1亿2千万", 12 * yi / 10},
		{calc.Money, "一千万", 1000 * wan},
		{calc.Money, "两千万元", 2000 * wan},
		{calc.Money, "百万元", 100 * wan},
		{calc.Money, "十万", 10 * wan},
		{calc.Money, "十五万", 15 * wan},
		{calc.Money, "10万亿元", 100_000 * yi},
		{calc.Money, "一亿零五百万", yi + 500*wan},
		{calc.Money, "一万零五元", wan + 500},
		{calc.Money, "1万500元", wan + 50_000},
		{calc.Money, "12万3456元", 12_345_600},
		{calc.Money, "199999999.99元", 2*yi - 1},
		{calc.Money, "3元5角6分", 356},
		{calc.Money, "5分", 5},
		{calc.Money, "¥ 12.50", 1250},
		{calc.Money, "人民币5000元", 500_000},
		{calc.Money, "-5元", -500},
		{calc.Money, "0", 0},
	})
}

func TestParseOtherKinds(t *testing.T) {
	holdParsed(t, []parsed{
		{calc.Area, "5000平方米", 500_000},
		{calc.Area, "1万平方米", 1_000_000},
		{calc.Area, "4999.99㎡", 499_999},
		{calc.Area, "2000 m²", 200_000},
		{calc.Area, "1.5公顷", 1_500_000},
		{calc.Percent, "30%", 3000},
		{calc.Percent, "29.99%", 2999},
		{calc.Percent, "百分之三十", 3000},
		{calc.Percent, "百分之一百", 10_000},
		{calc.Percent, "5‰", 50},
		{calc.Percent, "5个百分点", 500},
		{calc.Percent, "1.5倍", 15_000},
		{calc.Percent, "70", 7000},
		{calc.Count, "1000人", 1000},
		{calc.Count, "1万名", 10_000},
		{calc.Count, "二〇人", 20},
		{calc.Months, "1年", 12},
		{calc.Months, "12个月", 12},
		{calc.Months, "1年6个月", 18},
		{calc.Months, "一年半", 18},
		{calc.Months, "半年", 6},
		{calc.Months, "三年", 36},
		{calc.Months, "0.5年", 6},
	})
}

func TestParseRefuses(t *testing.T) {
	cases := []struct {
		kind calc.Kind
		text string
		want string
	}{
		{calc.Money, "", "这里没有写金额;写成如40万元、1亿2000万元或199999999.99元"},
		{calc.Money, "很大", "“很大”不是金额;写成如40万元、1亿2000万元或199999999.99元"},
		{calc.Money, "1.234元", "“1.234元”小数太多,只能精确到分;写成如40万元、1亿2000万元或199999999.99元"},
		{calc.Money, "100平方米", "“100平方米”里的“平方米”不是金额的单位;写成如40万元、1亿2000万元或199999999.99元"},
		{calc.Money, "约5000万元", "“约5000万元”不是准确的数;写准确的数,如40万元、1亿2000万元或199999999.99元"},
		{calc.Money, "1000多万元", "“1000多万元”不是准确的数;写准确的数,如40万元、1亿2000万元或199999999.99元"},
		{calc.Money, "12,34元", "“12,34元”的逗号位置不对;逗号每三位一个,如120,000,000;或不写逗号"},
		{calc.Money, "一万五元", "“一万五元”有两种读法;把位数写全,如一万五千或一万零五"},
		{calc.Money, "1亿5", "“1亿5”有两种读法;把位数写全,如一万五千或一万零五"},
		{calc.Money, "一千二万", "“一千二万”有两种读法;把位数写全,如一千五百或一千零五"},
		{calc.Money, "1万2亿3万", "“1万2亿3万”的数位从小到大倒着写了;从大到小写,如1亿2000万元"},
		{calc.Money, "1亿20000万", "“1亿20000万”的数位从小到大倒着写了;从大到小写,如1亿2000万元"},
		{calc.Money, "1.5亿2000万", "“1.5亿2000万”在小数后面还有数;只写一个小数,如1.25亿元"},
		{calc.Money, "1.", "“1.”的小数点后没有数字;写成如0.5,或去掉小数点"},
		{calc.Money, "99999999999999999999元", "“99999999999999999999元”太大;核对位数,写成如40万元、1亿2000万元或199999999.99元"},
		{calc.Money, "5分3元", "“5分3元”的单位从小到大倒着写了;写成如40万元、1亿2000万元或199999999.99元"},
		{calc.Area, "5亩", "“5亩”的单位亩不能准确换算;写成如5000平方米或1万平方米"},
		{calc.Months, "45天", "“45天”不是整月;写成如12个月、1年或1年6个月"},
		{calc.Months, "0.3年", "“0.3年”小数太多,只能精确到整月;写成如12个月、1年或1年6个月"},
		{calc.Count, "0.5人", "“0.5人”小数太多,只能精确到整数;写成如1000人或1万人"},
		{calc.Count, "100家", "“100家”里的“家”不是数量的单位;写成如1000人或1万人"},
		{calc.Bool, "1", "这个问题不是用数回答的;是否题写true或false,选择题写选项"},
	}
	for _, c := range cases {
		_, err := Parse(c.kind, countedIn(c.kind), c.text)
		require.EqualError(t, err, c.want, c.text)
	}
	_, err := ParseWritten(calc.Money, "", "100000")
	require.EqualError(t, err, "“100000”没有写单位;写成如40万元、1亿2000万元或199999999.99元")
}

func TestParseFraction(t *testing.T) {
	cases := map[string][2]int64{
		"20%": {1, 5}, "12.5%": {1, 8}, "百分之二十": {1, 5}, "三分之一": {1, 3},
		"1/3": {1, 3}, "千分之五": {1, 200}, "100%": {1, 1}, "5‰": {1, 200},
	}
	for text, want := range cases {
		num, den, err := ParseFraction(text)
		require.NoError(t, err, text)
		require.Equal(t, want, [2]int64{num, den}, text)
	}
	for _, text := range []string{"", "20", "1/0", "三分之", "20元"} {
		_, _, err := ParseFraction(text)
		require.Error(t, err, text)
	}
}

func TestFormatYuan(t *testing.T) {
	cases := map[int64]string{
		0:                 "0元",
		1:                 "0.01元",
		50:                "0.50元",
		40 * wan:          "40万元",
		12 * yi / 10:      "1亿2000万元",
		25 * yi:           "25亿元",
		12_345_600:        "123456元",
		2*yi - 1:          "199999999.99元",
		100_000 * yi:      "10万亿元",
		12_345*yi + 7*wan: "12345亿7万元",
		-40 * wan:         "-40万元",
		200_000_005 * 100: "200000005元",
		10_000*yi + 5*wan: "1万亿5万元",
		1000 * wan:        "1000万元",
		9_999 * wan:       "9999万元",
	}
	for fen, want := range cases {
		require.Equal(t, want, FormatYuan(fen))
	}
}

func TestFormat(t *testing.T) {
	require.Equal(t, "5000平方米", Format(calc.Area, "", 500_000))
	require.Equal(t, "4999.99平方米", Format(calc.Area, "", 499_999))
	require.Equal(t, "4999.9平方米", Format(calc.Area, "", 499_990))
	require.Equal(t, "1万平方米", Format(calc.Area, "", 1_000_000))
	require.Equal(t, "30%", Format(calc.Percent, "", 3000))
	require.Equal(t, "69.99%", Format(calc.Percent, "", 6999))
	require.Equal(t, "1000人", Format(calc.Count, "人", 1000))
	require.Equal(t, "12个月", Format(calc.Months, "", 12))
	require.Equal(t, "是", Format(calc.Bool, "", 1))
	require.Equal(t, "2", Format(calc.Choice, "", 2))
}

// What Format writes, Parse reads back, whatever the value.
func TestRoundTrip(t *testing.T) {
	kinds := []calc.Kind{calc.Money, calc.Area, calc.Percent, calc.Count, calc.Months, calc.Rate}
	rapid.Check(t, func(t *rapid.T) {
		k := rapid.SampledFrom(kinds).Draw(t, "kind")
		v := rapid.Int64Min(-1<<63+1).Draw(t, "value")
		for _, factor := range []int64{1, 100, wan, yi} {
			written := Format(k, countedIn(k), v/factor*factor)
			back, err := ParseWritten(k, countedIn(k), written)
			require.NoError(t, err, written)
			require.Equal(t, v/factor*factor, back, written)
		}
	})
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"1.2亿", "壹亿贰仟万元整", "120,000,000", "百分之三十", "1年6个月", "5000㎡", "约3元", "三分之一"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for k := calc.Bool; k <= calc.Span; k++ {
			v, err := Parse(k, countedIn(k), s)
			var said *Error
			if err != nil {
				require.True(t, errors.As(err, &said))
				require.NotEmpty(t, said.Hint)
				continue
			}
			back, err := Parse(k, countedIn(k), Format(k, countedIn(k), v))
			require.NoError(t, err)
			require.Equal(t, v, back)
		}
		if num, den, err := ParseFraction(s); err == nil {
			require.Positive(t, den, "%d/%d", num, den)
		}
	})
}
