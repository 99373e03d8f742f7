package problem_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"mingce/site/problem"
)

func printed(l problem.List, src string) string {
	var b strings.Builder
	l.Print(&b, func(string) []byte { return []byte(src) })
	return b.String()
}

func at(line, col, width int) problem.Pos {
	return problem.Pos{File: "rules.toml", Line: line, Col: col, Width: width}
}

func TestPrintPutsCaretsUnderChinese(t *testing.T) {
	for name, c := range map[string]struct {
		pos  problem.Pos
		src  string
		want []string
	}{
		"narrow before wide": {at(2, 9, 30-12), "id = \"a\"\nquote = \"年交易额1亿元以上…奖励45万元\"\n", []string{
			"rules.toml:2:9: 没有这句引文",
			"    2 | quote = \"年交易额1亿元以上…奖励45万元\"",
			"      |         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
			"      提示:看看原文", "",
		}},
		"wide before": {at(1, 4, 2), "一、a总体b", []string{
			"rules.toml:1:4: 没有这句引文",
			"    1 | 一、a总体b",
			"      | \u3000\u3000 ^^^^",
			"      提示:看看原文", "",
		}},
		"tabs stay": {at(1, 3, 1), "\t年b\r\n", []string{
			"rules.toml:1:3: 没有这句引文",
			"    1 | \t年b",
			"      | \t\u3000^",
			"      提示:看看原文", "",
		}},
		"after the line's end": {at(1, 4, 5), "abc", []string{
			"rules.toml:1:4: 没有这句引文",
			"    1 | abc",
			"      |    ^",
			"      提示:看看原文", "",
		}},
		"byte order mark": {at(1, 1, 1), "\ufeffabc", []string{
			"rules.toml:1:1: 没有这句引文",
			"    1 | abc",
			"      | ^",
			"      提示:看看原文", "",
		}},
	} {
		t.Run(name, func(t *testing.T) {
			var l problem.List
			l.Add(c.pos, "没有这句引文", "看看原文")
			require.Equal(t, strings.Join(c.want, "\n"), printed(l, c.src))
		})
	}
}

func TestPrintWithoutAPlaceOnTheLine(t *testing.T) {
	for name, c := range map[string]struct {
		pos  problem.Pos
		src  string
		want []string
	}{
		"whole line": {at(1, 0, 0), "a\x1bbc", []string{
			"rules.toml:1: 没有这句引文",
			"    1 | a\ufffdbc",
			"      提示:看看原文", "",
		}},
		"whole file": {at(0, 0, 0), "abc", []string{
			"rules.toml: 没有这句引文",
			"  提示:看看原文", "",
		}},
		"line beyond the file": {at(7, 1, 1), "abc", []string{
			"rules.toml:7:1: 没有这句引文",
			"  提示:看看原文", "",
		}},
	} {
		t.Run(name, func(t *testing.T) {
			var l problem.List
			l.Add(c.pos, "没有这句引文", "看看原文")
			require.Equal(t, strings.Join(c.want, "\n"), printed(l, c.src))
		})
	}
}

func TestPrintWindowsLongLines(t *testing.T) {
	long := strings.Repeat("年交易额", 30) + "奖励45万元" + strings.Repeat("的一次性", 30)
	var l problem.List
	l.Add(at(1, 121, 6), "没有这句引文", "")
	require.Equal(t, strings.Join([]string{
		"rules.toml:1:121: 没有这句引文",
		"    1 | …交易额年交易额年交易额奖励45万元的一次性的一次性的一次性的一次性的一次…",
		"      |  \u3000\u3000\u3000\u3000\u3000\u3000\u3000\u3000\u3000\u3000\u3000^^^^^^^^^^",
		"",
	}, "\n"), printed(l, long))
}

func TestPrintNeverExceedsTheTerminal(t *testing.T) {
	long := strings.Repeat("年a额", 60)
	for col := 1; col <= 181; col++ {
		for _, width := range []int{1, 10, 300} {
			var l problem.List
			l.Add(at(1, col, width), "x", "")
			lines := strings.Split(printed(l, long), "\n")
			require.LessOrEqual(t, cells(lines[1]), 80, "col %d", col)
			require.LessOrEqual(t, cells(lines[2]), 80, "col %d", col)
			require.Contains(t, lines[2], "^")
		}
	}
}

func cells(s string) int {
	n := 0
	for _, r := range s {
		if n++; r >= '\u3000' {
			n++
		}
	}
	return n
}

func TestErrorAndSummary(t *testing.T) {
	var l problem.List
	require.NoError(t, l.Err())
	require.Equal(t, "", printed(l, ""))
	l.Add(at(1, 2, 1), "坏", "")
	l.Add(problem.Pos{}, "没有文件", "")
	l.Add(problem.Pos{}, "没有文件", "")
	l.Sort()
	require.EqualError(t, l.Err(), "没有文件\nrules.toml:1:2: 坏\n共2处问题")
	require.Equal(t, "共2处问题", l.Summary())
	l.Print(&strings.Builder{}, nil)
}

func TestClosest(t *testing.T) {
	known := []string{"area", "turnover", "投资额", "turnout"}
	for written, want := range map[string]string{"tuern": "turnout", "turnovr": "turnover", "aera": "area", "投资": "投资额", "zz": "", "": ""} {
		got, ok := problem.Closest(written, known)
		require.Equal(t, want, got, written)
		require.Equal(t, want != "", ok)
	}
}
