package assets

import (
	"fmt"
	"math/rand/v2"
	"net/url"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

type sums struct{ Min, Max string }

// A carried is what a link says.
type carried struct {
	Version  string            `json:"version"`
	Award    *sums             `json:"award"`
	Answers  map[string]string `json:"answers"`
	Readings map[string]string `json:"readings"`
	Spoilt   []string          `json:"spoilt"`
}

// A sent is a state of the page, and what it came to.
type sent struct {
	Version  string            `json:"version"`
	Award    map[string]int    `json:"award"`
	Answers  map[string]string `json:"answers"`
	Readings map[string]string `json:"readings"`
}

// An entered is one answer, to be written as JSON.
type entered struct {
	Question struct {
		Kind  string `json:"kind"`
		Scale int64  `json:"scale"`
	} `json:"question"`
	Raw   string `json:"raw"`
	Value string `json:"value"`
}

func enteredAs(kind string, scale int64, raw string, value int64) entered {
	e := entered{Raw: raw, Value: strconv.FormatInt(value, 10)}
	e.Question.Kind, e.Question.Scale = kind, scale
	return e
}

// A letter is what the driver in testdata is asked.
type letter struct {
	Links   []string  `json:"links"`
	States  []sent    `json:"states"`
	Answers []entered `json:"answers"`
}

type reply struct {
	Read   []*carried
	Values []string
	Made   []struct {
		Hash string
		Link carried
	}
}

func post(t *testing.T, l letter) reply {
	t.Helper()
	l.Links, l.States, l.Answers = append([]string{}, l.Links...), append([]sent{}, l.States...), append([]entered{}, l.Answers...)
	return run[reply](t, []string{"link", "contract"}, "testdata/link.mjs", l)
}

// Whatever is in an answer, a link carries it there and back, in the letters
// of an address.
func TestLinksCarryAnswers(t *testing.T) {
	states := []sent{
		{"1f0a9b2c", map[string]int{"min": 0, "max": 200000000}, map[string]string{"applicant": "enterprise", "turnover": "2.5亿", "violation": "?"},
			map[string]string{"startup-within-highest": "startup-apart"}},
		{"", map[string]int{"min": 0, "max": 0}, map[string]string{"a&b=c#d": "100% “是”<b>", "__proto__": "x"}, map[string]string{}},
	}
	for i, got := range post(t, letter{States: states}).Made {
		require.Equal(t, states[i].Version, got.Link.Version)
		require.Equal(t, states[i].Answers, got.Link.Answers)
		require.Equal(t, states[i].Readings, got.Link.Readings)
		require.Empty(t, got.Link.Spoilt)
		require.Equal(t, &sums{strconv.Itoa(states[i].Award["min"]), strconv.Itoa(states[i].Award["max"])}, got.Link.Award)
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
		Version: "ab", Answers: map[string]string{"turnover": "1"}, Readings: map[string]string{"x": "y"},
		Spoilt: []string{"turnover=2", "%E0%A4%A=1", "=3", "nonsense"},
	}, got[5])
	require.Len(t, got[6].Spoilt, 1)
	require.Empty(t, got[6].Answers)
}

// Answers are handed on in the units and names of mingce assess, exactly.
func TestAnswersInTheContract(t *testing.T) {
	l := letter{Answers: []entered{
		enteredAs("money", 100, "2.5亿", 25000000000), enteredAs("money", 100, "", 25000000005), enteredAs("money", 100, "", 50),
		enteredAs("money", 100, "", 0), enteredAs("money", 100, "", 999999999999999), enteredAs("percent", 100, "", 3050),
		enteredAs("count", 1, "", 1000), enteredAs("bool", 1, "true", 1), enteredAs("bool", 1, "false", 0),
		enteredAs("choice", 1, "zone", 1), enteredAs("date", 1, "", (2015*12+10)*31+29), enteredAs("date", 1, "", (2016*12+1)*31+28),
		enteredAs("rate", 10000, "", 71234),
	}}
	require.Equal(t, []string{
		"250000000", "250000000.05", "0.5", "0", "9999999999999.99", "30.5", "1000", "true", "false", `"zone"`,
		`"2015-11-30"`, `"2016-02-29"`, "7.1234",
	}, post(t, l).Values)

	r := rand.New(rand.NewPCG(1, 2))
	var fen []int64
	var many []entered
	for range 2000 {
		fen = append(fen, r.Int64N(1e15+1))
		many = append(many, enteredAs("money", 100, "", fen[len(fen)-1]))
	}
	for i, text := range post(t, letter{Answers: many}).Values {
		exact := fmt.Sprintf("%d.%02d", fen[i]/100, fen[i]%100)
		require.Equal(t, strings.TrimSuffix(strings.TrimRight(exact, "0"), "."), text)
	}
}
