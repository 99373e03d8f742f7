package amount

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"mingce/calc"
)

func TestParseDate(t *testing.T) {
	want := calc.Day(2015, 11, 30)
	for _, text := range []string{"2015-11-30", "2015年11月30日", "2015/11/30", "2015.11.30", " 2015 年 11 月 30 日", "2015-11-30"} {
		got, err := Parse(calc.Date, "", text)
		require.NoError(t, err, text)
		require.Equal(t, want, got, text)
	}
	leap, err := Parse(calc.Date, "", "2024-2-29")
	require.NoError(t, err)
	require.Equal(t, "2024年2月29日", Format(calc.Date, "", leap))
	for text, why := range map[string]string{
		"":             "这里没有写日期",
		"昨天":           "“昨天”不是日期",
		"15-11-30":     "“15-11-30”不是日期",
		"2015-11":      "“2015-11”不是日期",
		"2015年11月":     "“2015年11月”不是日期",
		"2015-11/30":   "“2015-11/30”不是日期",
		"2015-+1-30":   "“2015-+1-30”不是日期",
		"2015-11-31":   "“2015-11-31”这一天不存在",
		"2023年2月29日":   "“2023年2月29日”这一天不存在",
		"1900-02-29":   "“1900-02-29”这一天不存在",
		"2015-00-10":   "“2015-00-10”这一天不存在",
		"2015-13-10":   "“2015-13-10”这一天不存在",
		"2015年11月30日前": "“2015年11月30日前”不是日期",
	} {
		_, err := Parse(calc.Date, "", text)
		require.EqualError(t, err, why+";写成如2015-11-30或2015年11月30日")
	}
}

// Every day of the calendar is written and read back, and no other is.
func TestDatesAreThoseOfTheCalendar(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		year, month, day := rapid.IntRange(1000, 9999).Draw(t, "year"), rapid.IntRange(0, 13).Draw(t, "month"), rapid.IntRange(0, 32).Draw(t, "day")
		v, err := Parse(calc.Date, "", time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC).Format("2006")+"年"+itoa(month)+"月"+itoa(day)+"日")
		d := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
		exists := d.Month() == time.Month(month) && d.Day() == day && d.Year() == year
		require.Equal(t, exists, err == nil)
		if exists {
			require.Equal(t, d.Format("2006年1月2日"), Format(calc.Date, "", v))
		}
	})
}

func itoa(n int) string { return Format(calc.Count, "", int64(n)) }

func TestSpansAndRates(t *testing.T) {
	holdParsed(t, []parsed{
		{calc.Span, "3年", calc.MonthSpan(36)},
		{calc.Span, "三年", calc.MonthSpan(36)},
		{calc.Span, "36个月", calc.MonthSpan(36)},
		{calc.Span, "一年半", calc.MonthSpan(18)},
		{calc.Rate, "6.3893元", 63_893},
		{calc.Rate, "7元", 70_000},
		{calc.Rate, "7.1", 71_000},
	})
	_, err := Parse(calc.Span, "", "90天")
	require.EqualError(t, err, "“90天”不是整月;写成如3年、36个月或1年6个月")
	_, err = Parse(calc.Rate, "", "6.38931元")
	require.EqualError(t, err, "“6.38931元”小数太多,只能精确到万分之一元;写成如6.3893元")
	require.Equal(t, "36个月", Format(calc.Span, "", calc.MonthSpan(36)))
	require.Equal(t, "35个月又30天", Format(calc.Span, "", calc.MonthSpan(36)-1))
	require.Equal(t, "-12天", Format(calc.Span, "", -12))
	require.Equal(t, "6.3893元", Format(calc.Rate, "", 63_893))
	require.Equal(t, "7元", Format(calc.Rate, "", 70_000))
}

func TestForeignMoney(t *testing.T) {
	v, err := ParseWritten(calc.Money, "美元", "150万美元")
	require.NoError(t, err)
	require.Equal(t, int64(150*wan), v)
	require.Equal(t, "150万美元", Format(calc.Money, "美元", v))
	require.Equal(t, "0.50美元", Format(calc.Money, "美元", 50))
	_, err = ParseWritten(calc.Money, "美元", "150万元")
	require.EqualError(t, err, "“150万元”里的“元”不是金额的单位;写成如40万美元、1亿2000万美元或199999999.99美元")
}
