package table

import (
	"encoding/csv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding/simplifiedchinese"
	"pgregory.net/rapid"
)

func TestTablesAsSpreadsheetsSaveThem(t *testing.T) {
	const text = "名称,金额\n甲公司,40\n\n,\n\"乙,公司\",60\n"
	gbk, err := simplifiedchinese.GB18030.NewEncoder().Bytes([]byte(text))
	require.NoError(t, err)
	for name, src := range map[string][]byte{
		"utf-8": []byte(text), "mark": []byte("\ufeff" + text), "windows": []byte(strings.ReplaceAll(text, "\n", "\r\n")), "gb18030": gbk,
	} {
		got, problems := Parse("x.csv", src)
		require.NoError(t, problems.Err(), name)
		require.Len(t, got.Rows, 2, name)
		require.Equal(t, "乙,公司", got.Rows[1][0].Text, name)
		require.Equal(t, [2]int{5, 1}, [2]int{got.Rows[1][0].Pos.Line, got.Rows[1][0].Pos.Col}, name)
		require.Equal(t, [2]int{2, 5}, [2]int{got.Rows[0][1].Pos.Line, got.Rows[0][1].Pos.Col}, name)
	}
}

func TestNothingDownloadedIsAFormula(t *testing.T) {
	for cell, want := range map[string]string{
		"=1+1": "'=1+1", "+cmd|x": "'+cmd|x", "-5": "-5", "-1,000.5": "-1,000.5", "-2+3": "'-2+3", "@x": "'@x", "\tx": "'\tx",
		"=1": "'=1", "甲": "甲", "": "", "-": "'-", "40万元": "40万元",
	} {
		require.Equal(t, want, Safe(cell), cell)
	}
}

// What is downloaded is what was written, but for the apostrophes.
func TestDownloadReadsBack(t *testing.T) {
	cell := rapid.StringMatching(`[甲乙=+@a0-9,"\n ;-]{0,6}`)
	rapid.Check(t, func(rt *rapid.T) {
		tab := &Table{Header: []Cell{{Text: "甲"}, {Text: "乙"}}}
		for range rapid.IntRange(0, 5).Draw(rt, "rows") {
			tab.Rows = append(tab.Rows, []Cell{{Text: "x" + cell.Draw(rt, "a")}, {Text: cell.Draw(rt, "b")}})
		}
		body := string(tab.CSV())
		require.True(rt, strings.HasPrefix(body, "\ufeff"))
		records, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(body, "\ufeff"))).ReadAll()
		require.NoError(rt, err)
		require.Len(rt, records, 1+len(tab.Rows))
		for i, row := range tab.Rows {
			for k, c := range row {
				got := records[i+1][k]
				require.Equal(rt, strings.ReplaceAll(Safe(c.Text), "\r\n", "\n"), got)
				require.False(rt, got != "" && strings.ContainsRune("=@", rune(got[0])))
			}
		}
	})
}

func FuzzParse(f *testing.F) {
	f.Add([]byte("a,b\n\"1\n"))
	f.Add([]byte("\xff\xfe"))
	f.Fuzz(func(t *testing.T, src []byte) {
		tab, problems := Parse("x.csv", src)
		for _, p := range problems {
			require.NotEmpty(t, p.Hint)
		}
		for _, row := range tab.Rows {
			require.Len(t, row, len(tab.Header))
		}
	})
}
