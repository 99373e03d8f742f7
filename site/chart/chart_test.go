package chart

import (
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"mingce/calc"
	"mingce/site/explain/phrase"
	"mingce/site/svg"
)

var update = flag.Bool("update", false, "write the pictures into testdata")

const (
	wan = 1_000_000    // 万元 in 分
	yi  = 10_000 * wan // 亿元
	all = 100_000 * yi // more than anybody has
)

func money(name string) Axis { return Axis{Name: name, Say: phrase.Yuan} }

// amounts are one of each form that is measured.
func amounts() map[string]*calc.Amount {
	return map[string]*calc.Amount{
		"tiers": {Tiers: []calc.Tier{ // 三(二)4
			{From: 1000 * wan, Under: 2000 * wan, Pay: 20 * wan}, {From: 2000 * wan, Under: 5000 * wan, Pay: 40 * wan},
			{From: 5000 * wan, Under: yi, Pay: 60 * wan}, {From: yi, Under: calc.NoLimit, Pay: 100 * wan},
		}},
		"share":   {Share: &calc.Share{Num: 1, Den: 5, Cap: 200 * wan}}, // 三(二)2
		"above":   {Share: &calc.Share{Num: 1, Den: 50, Above: 1000 * wan, Floor: wan, Cap: 50 * wan}},
		"endless": {Share: &calc.Share{Num: 1, Den: 10, Cap: calc.NoLimit}},
		"step":    {Step: &calc.Step{Every: 100 * wan, Pay: 2 * wan, Cap: 11 * wan}},
		"bands":   {Bands: []calc.Band{{From: 0, Num: 1, Den: 10}, {From: 100 * wan, Num: 1, Den: 20}}},
		"ending":  {Tiers: []calc.Tier{{From: 100 * wan, Under: 300 * wan, Pay: 5 * wan}}},
	}
}

// The pictures as they are: to be looked at when they change.
func TestPictures(t *testing.T) {
	for name, a := range amounts() {
		a.Input = "x"
		got := Steps("c", "奖补", money("年交易额"), money("奖补"), Of(a, 0, all)) + "\n"
		golden(t, name, got)
	}
	golden(t, "bars", Bars("c", "级别", []Bar{{"国家级", "50万元", 50 * wan, 0}, {"省级", "20万元", 20 * wan, 0}})+"\n")
	golden(t, "whole", Bars("c", "应用率", []Bar{{"规模以上企业电子商务应用率", "90%以上", 9000, 10000}})+"\n")
	golden(t, "dots", Dots("c", "示范", []Bar{{"国家级示范企业", "1个", 1, 0}, {"省级示范企业", "5个", 5, 0}})+"\n")
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name+".svg")
	if *update {
		require.NoError(t, os.WriteFile(file, []byte(got), 0o644))
	}
	want, err := os.ReadFile(file)
	require.NoError(t, err)
	require.Equal(t, string(want), got, name)
}

// The corners worked out by hand from the forms.
func TestCornersAreTheThresholds(t *testing.T) {
	for name, want := range map[string][]Piece{
		"share": {{From: 0, To: 1000*wan - 1, At: 0, End: 200*wan - 1}, {From: 1000 * wan, To: all, At: 200 * wan, End: 200 * wan}},
		"above": {
			{From: 0, To: 1000 * wan, At: 0, End: 0}, {From: 1000*wan + 1, To: 1050*wan - 1, At: wan, End: wan},
			{From: 1050 * wan, To: 3500*wan - 1, At: wan, End: 50*wan - 1}, {From: 3500 * wan, To: all, At: 50 * wan, End: 50 * wan},
		},
		"bands":  {{From: 0, To: 100*wan - 1, At: 0, End: 10*wan - 1}, {From: 100 * wan, To: all, At: 10 * wan, End: 10*wan + (all-100*wan)/20}},
		"ending": {{From: 0, To: 100*wan - 1}, {From: 100 * wan, To: 300*wan - 1, At: 5 * wan, End: 5 * wan}, {From: 300 * wan, To: all}},
		"step": {
			{From: 0, To: 100*wan - 1}, {From: 100 * wan, To: 200*wan - 1, At: 2 * wan, End: 2 * wan},
			{From: 200 * wan, To: 300*wan - 1, At: 4 * wan, End: 4 * wan}, {From: 300 * wan, To: 400*wan - 1, At: 6 * wan, End: 6 * wan},
			{From: 400 * wan, To: 500*wan - 1, At: 8 * wan, End: 8 * wan}, {From: 500 * wan, To: 600*wan - 1, At: 10 * wan, End: 10 * wan},
			{From: 600 * wan, To: all, At: 11 * wan, End: 11 * wan},
		},
	} {
		var got []Piece
		for _, p := range Of(amounts()[name], 0, all).Pieces {
			p.Note = ""
			got = append(got, p)
		}
		require.Equal(t, want, got, name)
	}
}

var (
	text   = regexp.MustCompile(`<text class="label[^"]*" x="([^"]*)" y="([^"]*)"( text-anchor="end")?>([^<]*)</text>`)
	line   = regexp.MustCompile(`<path class="grid" d="M(\S+) (\S+)L(\S+) (\S+)"/>`)
	curve  = regexp.MustCompile(`<path class="curve" d="([^"]*)"/>`)
	corner = regexp.MustCompile(`[MLHV][^MLHV]*`)
	frame  = regexp.MustCompile(`viewBox="0 0 (\S+) (\S+)"`)
)

// A box is where a label stands.
type box struct {
	words                    string
	left, right, top, bottom float64
}

func boxes(t require.TestingT, picture string) (out []box) {
	for _, m := range text.FindAllStringSubmatch(picture, -1) {
		x, y, wide := number(t, m[1]), number(t, m[2]), svg.Width(m[4], letter)
		if m[3] != "" {
			x -= wide
		}
		out = append(out, box{m[4], x, x + wide, y - letter*.8, y + letter*.1})
	}
	return out
}

func number(t require.TestingT, s string) float64 {
	v, err := strconv.ParseFloat(s, 64)
	require.NoError(t, err)
	return v
}

// vertices are the corners of the curve as drawn.
func vertices(t require.TestingT, picture string) (out [][2]float64) {
	at := [2]float64{}
	for _, s := range corner.FindAllString(curve.FindStringSubmatch(picture)[1], -1) {
		numbers := strings.Fields(s[1:])
		switch s[0] {
		case 'H':
			at[0] = number(t, numbers[0])
		case 'V':
			at[1] = number(t, numbers[0])
		default:
			at = [2]float64{number(t, numbers[0]), number(t, numbers[1])}
		}
		out = append(out, at)
	}
	return out
}

// tiers draws any ascending tiers.
func tiers(t *rapid.T) *calc.Amount {
	n := rapid.IntRange(1, 12).Draw(t, "n")
	a := &calc.Amount{Input: "x"}
	from := int64(0)
	for i := range n {
		from += rapid.Int64Range(1, 9_000).Draw(t, "step") * rapid.SampledFrom([]int64{wan, 100 * wan, yi}).Draw(t, "scale")
		if i > 0 {
			a.Tiers[i-1].Under = from
		}
		a.Tiers = append(a.Tiers, calc.Tier{From: from, Under: calc.NoLimit, Pay: rapid.Int64Range(0, 900).Draw(t, "pay") * wan})
	}
	return a
}

// Whatever the tiers: no label touches another or leaves the picture, no line
// to a label passes another label, and every threshold is a corner.
func TestLabelsNeverOverlap(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := Of(tiers(t), 0, 1<<60)
		picture := Steps("c", "奖补", money("年交易额"), money("奖补"), c)
		size := frame.FindStringSubmatch(picture)
		list := boxes(t, picture)
		for i, a := range list {
			require.True(t, a.left >= 0 && a.right <= wide+1 && a.top >= 0 && a.bottom <= number(t, size[2]), "%v leaves the picture", a)
			for _, b := range list[i+1:] {
				apart := a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top
				require.True(t, apart, "%v and %v overlap", a, b)
			}
		}
		for _, m := range line.FindAllStringSubmatch(picture, -1) {
			x, top, bottom := number(t, m[1]), number(t, m[2]), number(t, m[4])
			if m[1] != m[3] {
				continue
			}
			for _, b := range list {
				require.False(t, x > b.left && x < b.right && top < b.bottom && bottom > b.top, "a line passes %v", b)
			}
		}
		corners := vertices(t, picture)
		p := plan(money("年交易额"), money("奖补"), c)
		for i, s := range c.Pieces[1:] {
			for _, pay := range []int64{c.Pieces[i].End, s.At} {
				want := [2]float64{number(t, svg.N(p.px(s.From))), number(t, svg.N(p.py(pay)))}
				require.True(t, slices.Contains(corners, want), "%v is no corner of %v", want, corners)
			}
		}
	})
}

func TestRowsSayTheWholeCurve(t *testing.T) {
	x, y := money("投资"), money("补助")
	require.Equal(t, []Row{{"不足1000万元", "投资的20%"}, {"1000万元以上", "200万元"}}, Rows(x, y, Of(amounts()["share"], 0, all)))
	require.Equal(t, []Row{{"不足100万元", "没有"}, {"100万元以上，不足300万元", "5万元"}, {"300万元以上", "没有"}}, Rows(x, y, Of(amounts()["ending"], 0, all)))
	require.Equal(t, []Row{{"不足100万元", "投资的10%"}, {"100万元以上", "10万元，另加超过100万元部分的5%"}}, Rows(x, y, Of(amounts()["bands"], 0, all)))
	require.Equal(t, []Row{
		{"1000万元以下", "没有"}, {"超过1000万元，不足1050万元", "1万元"},
		{"1050万元以上，不足3500万元", "1万元，另加超过1050万元部分的2%"}, {"3500万元以上", "50万元"},
	}, Rows(x, y, Of(amounts()["above"], 0, all)))
	require.Empty(t, Of(&calc.Amount{Fixed: 1}, 0, all).Pieces)
}

// More steps than can be drawn are left to the words.
func TestEndlessStepsAreCutAndSaid(t *testing.T) {
	c := Of(&calc.Amount{Step: &calc.Step{Every: 10, Pay: wan, Cap: calc.NoLimit}}, 0, 1_000_000)
	require.True(t, c.Open)
	require.Len(t, c.Pieces, most+1)
	rows := Rows(Axis{"人数", func(v int64) string { return strconv.FormatInt(v, 10) + "人" }}, money("奖补"), c)
	require.Equal(t, "依此类推", rows[len(rows)-1].Pays)
}
