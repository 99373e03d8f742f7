package roll

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"mingce/site/amount"
	"mingce/site/toml"
)

// manual is the example of the package doc.
func manual(t *testing.T) string {
	t.Helper()
	src, err := os.ReadFile("roll.go")
	require.NoError(t, err)
	found := regexp.MustCompile(`(?s)//\t\+\+\+\n.*?正文……\n`).FindString(string(src))
	require.NotEmpty(t, found)
	return strings.ReplaceAll(strings.ReplaceAll(found, "//\t", ""), "//\n", "\n")
}

func notice(t *testing.T, rows string) *Roll {
	t.Helper()
	r, problems := Parse(true, "x", "x.md", []byte(manual(t)), "x.csv", []byte(rows))
	require.NoError(t, problems.Err())
	return r
}

func TestManualIsANotice(t *testing.T) {
	r := notice(t, "名称,奖补项目,金额(万元)\n甲公司,研发奖励,40\n乙公司,研发奖励,0.5\n丙公司,招工奖励,12\n")
	require.Equal(t, 7, r.Days())
	require.NoError(t, r.Reckon([]string{"招工奖励", "研发奖励"}).Err())
	require.Equal(t, Sums{
		Lines: []int64{40_000_000, 500_000, 12_000_000}, Total: 52_500_000,
		Shares: []Share{{"研发奖励", 2, 40_500_000}, {"招工奖励", 1, 12_000_000}},
	}, r.Sums)
}

func TestAmountsInAllTheirForms(t *testing.T) {
	for head, cells := range map[string]map[string]int64{
		"金额":        {"40万元": 40_000_000, "1,234.56元": 123_456, "壹拾万元": 10_000_000},
		"金额(元)":     {"40": 4_000, "1,234.56": 123_456},
		"拟奖补金额(万元)": {"0.000001": 1, "40": 40_000_000},
	} {
		for cell, want := range cells {
			r := notice(t, "企业名称,项目,"+head+"\n甲,乙,\""+cell+"\"\n")
			require.NoError(t, r.Reckon(nil).Err(), head+cell)
			require.Equal(t, want, r.Sums.Total, head+cell)
		}
	}
}

func TestRowsThatAreRefused(t *testing.T) {
	for rows, text := range map[string]string{
		"名称,奖补项目\n甲,乙\n":               "没有金额这一列",
		"名称,单位,奖补项目,金额\n":              "有两列都像是名称",
		"名称,奖补项目,金额\n甲,乙,四十\n":         "四十",
		"名称,奖补项目,金额(元)\n甲,乙,40万元\n":    "不是数",
		"名称,奖补项目,金额(元)\n甲,乙,-5\n":      "不是数",
		"名称,奖补项目,金额(元)\n甲,乙,0.001\n":   "0.001",
		"名称,奖补项目,金额(元)\n甲,研发奖,5\n":     "没有“研发奖”这一项",
		"名称,奖补项目,金额(元)\n,研发奖励,5\n":     "没有写是谁",
		"名称,名称,金额(元)\n甲,研发奖励,5\n":      "有两列",
		"名称,奖补项目,金额(元)\n甲,研发奖励,5,,,\n": "6格",
		"": "表是空的",
	} {
		r, problems := Parse(true, "x", "x.md", []byte(manual(t)), "x.csv", []byte(rows))
		if !strings.Contains(rows, "甲,乙") {
			problems = append(problems, r.Reckon([]string{"研发奖励"})...)
		} else {
			problems = append(problems, r.Reckon(nil)...)
		}
		said := false
		for _, p := range problems {
			said = said || strings.Contains(p.Text, text)
			require.NotEmpty(t, p.Hint)
		}
		require.True(t, said, "%s: %v", rows, problems)
	}
}

// The total is the sum of what is written, to the cent.
func TestTotalIsExact(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		amounts := rapid.SliceOfN(rapid.Int64Range(1, 1e15), 1, 50).Draw(rt, "amounts")
		var rows strings.Builder
		rows.WriteString("名称,奖补项目,金额\n")
		var want int64
		for _, fen := range amounts {
			rows.WriteString("甲,乙," + amount.FormatYuan(fen) + "\n")
			want += fen
		}
		r := notice(t, rows.String())
		require.NoError(rt, r.Reckon(nil).Err())
		require.Equal(rt, want, r.Sums.Total)
		require.Equal(rt, []Share{{"乙", len(amounts), want}}, r.Sums.Shares)
	})
}

func TestPublishWaitsForItsDay(t *testing.T) {
	day, _ := toml.ParseDate("2024-05-06")
	r := &Roll{}
	require.True(t, r.Published(toml.Date{}))
	r.Facts.Publish = toml.At[toml.Date]{Value: day, Set: true}
	require.False(t, r.Published(toml.Date{}))
	require.True(t, r.Published(day))
	r.Facts.Draft = true
	require.False(t, r.Published(day))
}
