package svg

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func TestLinesBreakAsChineseAsks(t *testing.T) {
	for _, c := range []struct {
		words string
		width float64 // in characters
		want  []string
	}{
		{"对符合条件的企业，只奖励一次", 8, []string{"对符合条件的企", "业，只奖励一次"}}, // no line begins with a comma
		{"年交易额1亿元以上", 6, []string{"年交易额", "1亿元以上"}},           // a figure keeps its unit
		{"按实际投资的20%补助", 7, []string{"按实际投资的", "20%补助"}},       // also with a sign
		{"属于《办法》", 3, []string{"属于", "《办", "法》"}},             // marks that open go along
		{"甲乙丙丁戊己庚", 6, []string{"甲乙丙丁戊", "己庚"}},               // nobody stands alone
		{"甲乙丙丁戊己。", 6, []string{"甲乙丙丁", "戊己。"}},               // nor with a full stop
		{"O2O模式B2B", 4, []string{"O2O模", "式B2B"}},             // words of Latin letters stay whole
		{"建筑面积1万平方米以上", 7, []string{"建筑面积", "1万平方米以上"}},       // long units too
		{"一\n二", 9, []string{"一", "二"}},
		{"", 9, []string{""}},
	} {
		require.Equal(t, c.want, Wrap(c.words, 10, c.width*10), c.words)
	}
}

// Whatever is wrapped: every character is still there, in order, and no line
// is too wide unless it is one piece that cannot be broken; no line begins
// with a mark that closes or ends with one that opens.
func TestWrappingKeepsItsPromises(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.StringOfN(rapid.RuneFrom([]rune("年交易额以上补助，。；（）“”《》123456789.%亿万元家ab")), 1, 60, -1).Draw(t, "words")
		width := rapid.Float64Range(60, 300).Draw(t, "width")
		lines := Wrap(words, 10, width)
		require.Equal(t, words, strings.Join(lines, ""))
		for i, line := range lines {
			require.True(t, Width(line, 10) <= width || len(atoms(line)) == 1, "%q is wider than %v", line, width)
			first, _ := utf8.DecodeRuneInString(line)
			last, _ := utf8.DecodeLastRuneInString(line)
			require.False(t, i > 0 && strings.ContainsRune(closing, first), "%q begins a line", first)
			require.False(t, i < len(lines)-1 && strings.ContainsRune(opening, last), "%q ends a line", last)
		}
	})
}

func TestTitlesAreBalanced(t *testing.T) {
	require.Equal(t, []string{"关于加快电子商务发展促", "进全民创业的指导意见"}, Balance("关于加快电子商务发展促进全民创业的指导意见", 10, 150))
	require.Equal(t, []string{"奖励"}, Balance("奖励", 10, 150))
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.StringOfN(rapid.RuneFrom([]rune("年交易额，“”1万元")), 1, 40, -1).Draw(t, "words")
		width := rapid.Float64Range(60, 300).Draw(t, "width")
		require.Len(t, Balance(words, 10, width), len(Wrap(words, 10, width)))
		require.Equal(t, words, strings.Join(Balance(words, 10, width), ""))
	})
}

func TestWhateverIsWrittenStaysText(t *testing.T) {
	hostile := `"><script>alert(1)</script>&<!--'`
	p := New(10, 10, "x", "a", hostile, hostile)
	p.Text(0, 0, hostile, "label", "data-x", hostile)
	require.NotContains(t, p.String(), "<script")
	d := xml.NewDecoder(strings.NewReader(p.String()))
	found := 0
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		require.NoError(t, err)
		if words, ok := token.(xml.CharData); ok {
			require.Equal(t, hostile, string(words))
			found++
		}
	}
	require.Equal(t, 3, found)
}

func TestCoordinatesAreShort(t *testing.T) {
	for v, want := range map[float64]string{1: "1", 1.25: "1.2", 0.04: "0", -0.04: "0", -3.5: "-3.5", 100: "100"} {
		require.Equal(t, want, N(v))
	}
}

// A title breaks between its phrases, and within one only where it must.
func TestPhrasesStayWhole(t *testing.T) {
	title := []string{"关于加快电子商务发展", "促进全民创业的", "指导意见"}
	require.Equal(t, []string{"关于加快电子商务发展", "促进全民创业的指导意见"}, Phrases(title, 50, 570))
	require.Equal(t, []string{"关于加快电子商务发展", "促进全民创业的", "指导意见"}, Phrases(title, 50, 500))
	require.Equal(t, []string{"关于加快", "电子商务", "发展", "促进全民", "创业的", "指导意见"}, Phrases(title, 50, 200))
	require.Equal(t, strings.Join(title, ""), strings.Join(Phrases(title, 50, 60), ""))
}
