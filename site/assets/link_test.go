package assets

import (
	"math/rand/v2"
	"net/url"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"
)

type sums struct{ Min, Max string }

// A carried is what a link says.
type carried struct {
	Version  string      `json:"version"`
	Award    *sums       `json:"award"`
	Answers  [][2]string `json:"answers"`
	Readings [][2]string `json:"readings"`
	Spoilt   []string    `json:"spoilt"`
}

type asked struct {
	Kind    string   `json:"kind"`
	Scale   int64    `json:"scale"`
	Min     int64    `json:"min"`
	Max     int64    `json:"max"`
	Options []string `json:"options"`
}

type given struct {
	Question asked  `json:"question"`
	Value    string `json:"value"`
}

type sent struct {
	Version  string         `json:"version"`
	Award    map[string]int `json:"award"`
	Answers  [][2]string    `json:"answers"`
	Readings [][2]string    `json:"readings"`
}

type letters struct {
	Read    []*carried
	Words   []string
	Back    []*string
	Hostile []*string
	Made    []struct {
		Hash string
		Link carried
	}
}

// A letter is what the driver in testdata is asked.
type letter struct {
	Links   []string `json:"links"`
	Cells   []given  `json:"cells"`
	Made    []sent   `json:"made"`
	Hostile []given  `json:"hostile"`
}

func post(t *testing.T, l letter) letters {
	t.Helper()
	l.Links, l.Cells = append([]string{}, l.Links...), append([]given{}, l.Cells...)
	l.Made, l.Hostile = append([]sent{}, l.Made...), append([]given{}, l.Hostile...)
	return run[letters](t, []string{"link"}, "testdata/link.mjs", l)
}

// Whatever is in an answer, a link carries it there and back, in the letters
// of an address.
func TestLinksCarryAnswers(t *testing.T) {
	made := []sent{
		{"1f0a9b2c", map[string]int{"min": 0, "max": 200000000}, [][2]string{{"applicant", "enterprise"}, {"turnover", "250000000.05"}},
			[][2]string{{"startup-within-highest", "startup-apart"}}},
		{"", map[string]int{"min": 0, "max": 0}, [][2]string{{"a&b=c#d", "100% “是”<b>"}}, [][2]string{}},
	}
	for i, got := range post(t, letter{Made: made}).Made {
		require.Equal(t, made[i].Version, got.Link.Version)
		require.Equal(t, made[i].Answers, got.Link.Answers)
		require.Equal(t, made[i].Readings, got.Link.Readings)
		require.Empty(t, got.Link.Spoilt)
		require.Equal(t, &sums{strconv.Itoa(made[i].Award["min"]), strconv.Itoa(made[i].Award["max"])}, got.Link.Award)
		u, err := url.Parse("https://www.example.gov.cn/zc/" + got.Hash)
		require.NoError(t, err)
		require.Empty(t, u.RawQuery, "nothing that a server would be sent")
		require.Regexp(t, `^#[A-Za-z0-9~._%&=()!*'-]+$`, got.Hash)
	}
}

// What is no link of ours is none; what in a link is no pair, or comes twice,
// is named and not guessed at.
func TestLinksAreReadAsTheyStand(t *testing.T) {
	got := post(t, letter{Links: []string{
		"", "#q-turnover", "#enterprise-growth", "#benefit=cold-chain", "#turnover=1",
		"#~rules=ab&turnover=1&turnover=2&%E0%A4%A=1&=3&nonsense&&~award=oops&~r.x=y",
		"#~rules=" + string(make([]byte, 9000)),
	}}).Read
	for _, none := range got[:5] {
		require.Nil(t, none)
	}
	require.Equal(t, &carried{
		Version: "ab", Answers: [][2]string{{"turnover", "1"}}, Readings: [][2]string{{"x", "y"}},
		Spoilt: []string{"turnover=2", "%E0%A4%A=1", "=3", "nonsense"},
	}, got[5])
	require.Len(t, got[6].Spoilt, 1)
	require.Empty(t, got[6].Answers)
}

// Every answer has a word, in the units and names of mingce assess, and the
// word means that answer again.
func TestWordsOfAnswers(t *testing.T) {
	money := asked{Kind: "money", Scale: 100, Max: 1e15}
	date := asked{Kind: "date", Scale: 1, Max: 9999 * 12 * 31}
	for _, c := range []struct {
		asked
		cell int64
		want string
	}{
		{money, 25000000000, "250000000"}, {money, 25000000005, "250000000.05"}, {money, 50, "0.5"}, {money, 0, "0"}, {money, 1e15, "10000000000000"},
		{asked{Kind: "percent", Scale: 100, Max: 10000}, 3050, "30.5"},
		{asked{Kind: "count", Scale: 1, Max: 1e8}, 1000, "1000"},
		{asked{Kind: "bool", Scale: 1, Max: 1}, 1, "yes"}, {asked{Kind: "bool", Scale: 1, Max: 1}, 0, "no"},
		{asked{Kind: "choice", Scale: 1, Max: 1, Options: []string{"enterprise", "zone"}}, 1, "zone"},
		{date, (2015*12+10)*31 + 29, "2015-11-30"}, {date, (2016*12+1)*31 + 28, "2016-02-29"},
	} {
		got := post(t, letter{Cells: []given{{c.asked, strconv.FormatInt(c.cell, 10)}}})
		require.Equal(t, []string{c.want}, got.Words)
		require.Equal(t, strconv.FormatInt(c.cell, 10), *got.Back[0], c.want)
	}
	r := rand.New(rand.NewPCG(1, 2))
	var cells []given
	for range 500 {
		cells = append(cells, given{money, strconv.FormatInt(r.Int64N(money.Max+1), 10)})
	}
	for i, back := range post(t, letter{Cells: cells}).Back {
		require.Equal(t, cells[i].Value, *back)
	}
}

// A word that the question does not take stands for no answer.
func TestHostileWordsAreNoAnswers(t *testing.T) {
	money := asked{Kind: "money", Scale: 100, Max: 1e15}
	yes := asked{Kind: "bool", Scale: 1, Max: 1}
	date := asked{Kind: "date", Scale: 1, Max: 9999 * 12 * 31}
	choice := asked{Kind: "choice", Scale: 1, Max: 1, Options: []string{"enterprise", "zone"}}
	l := letter{}
	for q, words := range map[*asked][]string{
		&money:  {"", "-5", "+5", "1e3", "1.005", "1,000", "10000000000000.01", "99999999999999999999", "0x10", "1亿", " 1", "1.", "NaN"},
		&yes:    {"", "true", "1", "YES", "toString"},
		&date:   {"2015-02-30", "2015-13-01", "15-11-30", "2015-11-30T00", "0000-00-00"},
		&choice: {"", "0", "Enterprise", "constructor"},
	} {
		for _, w := range words {
			l.Hostile = append(l.Hostile, given{*q, w})
		}
	}
	for i, got := range post(t, l).Hostile {
		require.Nil(t, got, "%+v", l.Hostile[i])
	}
}
