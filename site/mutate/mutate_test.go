package mutate

import (
	"math/rand/v2"
	"os"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"mingce/calc"
	"mingce/calc/calctest"
	"mingce/site/policy"
	"mingce/site/rulefile"
)

const folder = "../../content/policies/qzf-2015-23/"

func load(t testing.TB) (*calc.Rulebook, []rulefile.Case) {
	t.Helper()
	read := func(name string) []byte {
		text, err := os.ReadFile(folder + name)
		require.NoError(t, err)
		return text
	}
	doc, problems := policy.Parse("policy.md", read("policy.md"))
	require.Empty(t, problems)
	rb, problems := rulefile.Load("qzf-2015-23/rules.toml", read("rules.toml"), doc)
	require.Empty(t, problems)
	cases, problems := rulefile.LoadCases("cases.toml", read("cases.toml"), rb)
	require.Empty(t, problems)
	return rb, cases
}

// The cases of the first policy notice every change to its rules.
func TestEveryMutantIsKilled(t *testing.T) {
	rb, cases := load(t)
	r, err := Run(rb, cases)
	require.NoError(t, err)
	for _, m := range r.Survivors {
		t.Errorf("no case notices: %s %s: %s → %s", m.Clause, m.Rule, m.Before, m.After)
	}
	require.Greater(t, r.Killed, 380)
	seen := map[string]bool{}
	for _, m := range Mutants(rb) {
		words := m.Rule + m.Before + " → " + m.After
		require.NotEqual(t, m.Before, m.After, m.Rule)
		require.False(t, seen[words], words)
		seen[words] = true
	}
}

// A case left out is missed: the mutants that only it noticed are named.
func TestSurvivorsAreNamed(t *testing.T) {
	rb, cases := load(t)
	for _, c := range []struct {
		without []string
		rule    string
		want    []string
	}{
		{[]string{"平台:经营13个月"}, "条件“经营满1年”", nil},
		{[]string{"平台:经营11个月", "口径:平台只经营11个月"}, "条件“经营满1年”", []string{
			"依据口径“‘以上’包括本数,‘不足’不包括本数” → 不依据它", "经营时间满1年 → 经营时间满11个月",
		}},
		{[]string{"年交易额2亿元"}, "电子商务企业做大做强奖励", []string{"第2档2亿元以上 → 200000000.01元以上"}},
		{
			[]string{"个人不以法人资格为条件,县(区)仍不是企业"}, "条件“申报主体是企业(个人只在“个人不以法人资格为条件”的口径下计入)”",
			[]string{
				"按另一种读法“个人不以法人资格为条件”,且申报主体是“个人” → 按另一种读法“个人不以法人资格为条件”",
				"申报主体是“个人” → 申报主体不是“企业”",
			},
		},
	} {
		left := slices.DeleteFunc(slices.Clone(cases), func(k rulefile.Case) bool { return slices.Contains(c.without, k.Name) })
		require.Len(t, left, len(cases)-len(c.without), c.without)
		r, err := Run(rb, left)
		require.NoError(t, err)
		var got []string
		for _, m := range r.Survivors {
			if m.Rule == c.rule {
				got = append(got, m.Before+" → "+m.After)
			}
		}
		require.Equal(t, c.want, got, c.without)
	}
}

// How an amount is spread over the years is changed in every way, and a case
// that states the years notices; the readings that rules rest on likewise.
func TestInstalmentsAndReadings(t *testing.T) {
	rb := &calc.Rulebook{
		Inputs:     []calc.Input{{ID: "i", Kind: calc.Bool}},
		Readings:   []calc.Reading{{ID: "r", Text: "如此"}, {ID: "always", Text: "总是"}},
		Always:     []string{"always"},
		Conditions: []calc.Condition{{ID: "c", Words: "是", Readings: []string{"r"}, Test: calc.Test{Op: calc.OpOneOf, Input: "i", Values: []int64{1}}}},
		Benefits: []calc.Benefit{{ID: "b", Name: "奖励", Needs: []string{"c"}, Amount: &calc.Amount{
			Fixed: 1000_00, Instalments: []calc.Instalment{{Year: 1, Percent: 60_00}, {Year: 2, Percent: 40_00}},
		}}},
		Combination: calc.Combination{Group: calc.Group{Members: []string{"b"}}},
	}
	k := rulefile.Case{Name: "是", Situation: calc.Situation{1, 0, 0}, Min: 1000_00, Max: 1000_00, Pays: []int{0}}
	no := rulefile.Case{Name: "否", Situation: calc.Situation{0, 0, 0}}
	survivors := func(cases ...rulefile.Case) (list []string) {
		r, err := Run(rb, cases)
		require.NoError(t, err)
		for _, m := range r.Survivors {
			list = append(list, m.Before+" → "+m.After)
		}
		return list
	}
	spread := []string{
		"第1年60%,第2年40% → 第1年59.99%,第2年40.01%",
		"第1年60%,第2年40% → 第1年60.01%,第2年39.99%",
		"第1年60%,第2年40% → 第2年100%",
		"第1年60%,第2年40% → 第2年60%,第3年40%",
		"第1年60%,第2年40% → 第1年60%,第3年40%",
		"第1年60%,第2年40% → 一次付清",
	}
	rests := []string{"依据口径“如此” → 不依据它", "依据口径“总是” → 不依据它"}
	require.ElementsMatch(t, append(rests, spread...), survivors(k, no))
	k.Instalments = []rulefile.Spread{{Benefit: 0, Years: []rulefile.YearPay{{Year: 1, Pay: 600_00}, {Year: 2, Pay: 400_00}}}}
	require.ElementsMatch(t, rests, survivors(k, no))
	no.RestsOn = []int{0, 1}
	require.Empty(t, survivors(k, no))
}

// A rulebook that does not stand its own cases is not mutated.
func TestCasesMustStand(t *testing.T) {
	rb, cases := load(t)
	cases[3].Max++
	_, err := Run(rb, cases)
	require.EqualError(t, err, "案例“"+cases[3].Name+"”与规则不符,先运行 mingce check")
}

// Nothing of the rulebook is changed by trying its mutants.
func TestMutantsLeaveTheRulebookAlone(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 1))
	for range 50 {
		rb := calctest.Rulebook(r, calctest.Small{Inputs: 4, Conditions: 4, Benefits: 3, Caps: true, Derived: 1})
		before := clone(rb)
		for _, m := range Mutants(rb) {
			m.Of(rb)
			require.Equal(t, before, rb, "%s: %s → %s", m.Rule, m.Before, m.After)
		}
	}
}

// A proof holds: what is proved the same answers every complete situation the
// same, under every reading.
func TestSameIsProved(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 2))
	proved, apart := 0, 0
	for range 30 {
		rb := calctest.Rulebook(r, calctest.Small{Inputs: 3, Conditions: 4, Benefits: 3, Caps: true, Derived: 1})
		p, err := calc.Compile(rb)
		require.NoError(t, err)
		for _, m := range Mutants(rb) {
			q, err := calc.Compile(m.Of(rb))
			if err != nil {
				continue
			}
			differ := differs(p, q)
			if Same(p, q) {
				proved++
				require.False(t, differ, "%s: %s → %s", m.Rule, m.Before, m.After)
			} else if differ {
				apart++
			}
		}
	}
	require.Greater(t, proved, 30)
	require.Greater(t, apart, 300)
}

// differs tries every complete situation.
func differs(p, q *calc.Program) bool {
	a, b := p.NewAssessment(), q.NewAssessment()
	s := p.NewSituation()
	var every func(slot int) bool
	every = func(slot int) bool {
		if slot == len(s) {
			p.Assess(s, a)
			q.Assess(s, b)
			return a.Award != b.Award || !slices.Equal(a.Benefits, b.Benefits) || a.Readings != b.Readings
		}
		for v := p.Slots[slot].Min; v <= p.Slots[slot].Max; v++ {
			s[slot] = v
			if every(slot + 1) {
				return true
			}
		}
		return false
	}
	return every(0)
}
