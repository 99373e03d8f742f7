package assets

import (
	"math/rand/v2"
	"os"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"mingce/calc"
	"mingce/calc/calctest"
	"mingce/site/explain"
	"mingce/site/explain/phrase"
	"mingce/site/explain/wording"
	"mingce/site/policy"
	"mingce/site/rulefile"
	"mingce/wasm"
)

// A told is what the script, or explain, says of one situation.
type told struct {
	Award      string   `json:"award"`
	Principles []spoken `json:"principles"`
	Conditions []spoken `json:"conditions"`
	Benefits   []struct {
		State, Words string
		Amount       []string
	} `json:"benefits"`
	Otherwise struct {
		Changes, Benefits []string
		Readings          [][]string
	} `json:"otherwise"`
}

type spoken struct{ State, Words string }

// A job is what the driver in testdata is asked.
type job struct {
	Module     []byte         `json:"module"` // base64 in JSON
	Book       *wording.Book  `json:"book"`
	Shape      map[string]int `json:"shape"`
	Situations [][]string     `json:"situations"`
}

type subject struct {
	program    *calc.Program
	situations []calc.Situation
}

func (s subject) job() job {
	rb := s.program.Rulebook
	j := job{Module: wasm.Compile(s.program), Book: wording.Of(s.program), Shape: map[string]int{
		"readings": len(rb.Readings), "benefits": len(rb.Benefits), "conditions": len(rb.Conditions),
	}}
	for _, from := range s.situations {
		var cells []string
		for _, v := range from {
			cells = append(cells, strconv.FormatInt(v, 10))
		}
		j.Situations = append(j.Situations, cells)
	}
	return j
}

// node runs the driver over the scripts as the site bundles them.
func node(t *testing.T, jobs []job, quantities [][]string) (trees []told, said []string) {
	t.Helper()
	answer := run[struct {
		Trees      []told
		Quantities []string
	}](t, []string{"explain", "otherwise", "module", "quantity"}, "testdata/explain.mjs",
		map[string]any{"jobs": append([]job{}, jobs...), "quantities": append([][]string{}, quantities...)})
	return answer.Trees, answer.Quantities
}

// compare holds what the script says to what explain says, word for word.
func (s subject) compare(t *testing.T, got []told) {
	t.Helper()
	a := s.program.NewAssessment()
	for i, situation := range s.situations {
		s.program.Assess(situation, a)
		tree, page := explain.Explain(s.program, situation, a), got[i]
		require.Equal(t, tree.Award.Words, page.Award, situation)
		require.Equal(t, words(tree.Principles), wordsOf(page.Principles), situation)
		for b, want := range tree.Benefits {
			s.benefit(t, want, page, b, situation)
		}
		require.Equal(t, words(tree.Changes), append([]string{}, page.Otherwise.Changes...), situation)
		s.readings(t, tree.Readings, page.Otherwise.Readings)
	}
}

func (s subject) benefit(t *testing.T, want explain.Step, page told, b int, at calc.Situation) {
	t.Helper()
	got := page.Benefits[b]
	require.Equal(t, []string{string(want.State), want.Words}, []string{got.State, got.Words}, at)
	amount, change, needs := []string{}, "", s.program.Benefits[b].Needs
	for _, k := range want.Steps {
		switch k.Kind {
		case explain.Condition:
			c := page.Conditions[needs[0]]
			needs = needs[1:]
			require.Equal(t, []string{string(k.State), k.Words}, []string{c.State, c.Words}, at)
		case explain.Amount:
			amount = append(append(amount, k.Words), words(k.Steps)...)
		case explain.Change:
			change = k.Words
		}
	}
	require.Equal(t, amount, append([]string{}, got.Amount...), at)
	require.Equal(t, change, page.Otherwise.Benefits[b], at)
}

func (s subject) readings(t *testing.T, want []explain.Step, got [][]string) {
	t.Helper()
	for i, r := range s.program.Rulebook.Readings {
		under := []string{}
		for _, step := range want {
			if step.ID == r.ID {
				under = words(step.Steps)
			}
		}
		require.Equal(t, under, append([]string{}, got[i]...), r.ID)
	}
}

func words(steps []explain.Step) []string {
	out := []string{}
	for _, s := range steps {
		out = append(out, s.Words)
	}
	return out
}

func wordsOf(list []spoken) []string {
	out := []string{}
	for _, s := range list {
		out = append(out, s.Words)
	}
	return out
}

// The script explains as explain does: the first policy in random situations
// around its bounds, under random readings, and random rulebooks with every
// form of amount, test, group and derived quantity.
func TestScriptExplainsAsExplainDoes(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	subjects := []subject{{program: daqing(t)}}
	for i := range 600 {
		s := calctest.Near(r, subjects[0].program, []int{0, 3, 8}[i%3])
		for k, rd := range subjects[0].program.Rulebook.Readings {
			s[len(subjects[0].program.Rulebook.Inputs)+k] = r.Int64N(int64(len(rd.Alternatives) + 1))
		}
		subjects[0].situations = append(subjects[0].situations, s)
	}
	for range 150 {
		p := random(t, r)
		s := subject{program: p}
		for i := range 4 {
			s.situations = append(s.situations, calctest.Situation(r, p.Rulebook, i))
		}
		subjects = append(subjects, s)
	}
	var jobs []job
	for _, s := range subjects {
		jobs = append(jobs, s.job())
	}
	trees, _ := node(t, jobs, nil)
	for _, s := range subjects {
		s.compare(t, trees[:len(s.situations)])
		trees = trees[len(s.situations):]
	}
}

func daqing(t testing.TB) *calc.Program {
	t.Helper()
	const folder = "../../content/policies/qzf-2015-23/"
	text, err := os.ReadFile(folder + "policy.md")
	require.NoError(t, err)
	doc, problems := policy.Parse("policy.md", text)
	require.Empty(t, problems)
	text, err = os.ReadFile(folder + "rules.toml")
	require.NoError(t, err)
	rb, problems := rulefile.Load("rules.toml", text, doc)
	require.Empty(t, problems)
	p, err := calc.Compile(rb)
	require.NoError(t, err)
	return p
}

// random is a random rulebook with words.
func random(t *testing.T, r *rand.Rand) *calc.Program {
	t.Helper()
	rb := calctest.Rulebook(r, calctest.Small{Inputs: 5, Conditions: 4, Benefits: 4, Caps: true, Derived: 2})
	for i := range rb.Inputs {
		in := &rb.Inputs[i]
		in.Short = "量" + in.ID
		if r.IntN(4) == 0 {
			in.By = "某局"
		}
		for k := range in.Options {
			in.Options[k].Text = "选" + in.Options[k].ID
		}
	}
	for i := range rb.Derived {
		rb.Derived[i].Short = "差" + rb.Derived[i].ID
	}
	for i := range rb.Benefits {
		b := &rb.Benefits[i]
		b.Name, b.Gives = "项"+b.ID, []string{"补助", "奖励"}[r.IntN(2)]
		if b.Amount != nil && r.IntN(3) == 0 {
			b.Amount.Instalments = []calc.Instalment{{Year: 1, Percent: 6000}, {Year: 2, Percent: 4000}}
		}
	}
	for i := range rb.Conditions {
		if r.IntN(3) == 0 {
			rb.Conditions[i].Principle = "否决"
		}
		if r.IntN(3) == 0 {
			rb.Conditions[i].By = "某办"
		}
	}
	p, err := calc.Compile(rb)
	require.NoError(t, err)
	return p
}

// Quantities are said alike, digit by digit.
func TestScriptSaysQuantitiesAsPhraseDoes(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	var ask [][]string
	var want []string
	for i := range 20_000 {
		k := calc.Money + calc.Kind(r.IntN(int(calc.Span-calc.Money)+1))
		v := r.Int64N([]int64{100, 1e5, 1e9, 1e15}[i%4]) * []int64{1, 1, 100, 1}[r.IntN(4)]
		if i%3 == 0 {
			v = v / 1_000_000 * 1_000_000
		}
		switch k {
		case calc.Date:
			v = calc.Day(1900+r.IntN(200), 1+r.IntN(12), 1+r.IntN(28))
		case calc.Span, calc.Months, calc.Count:
			v %= 1e13
		case calc.Money:
			v *= []int64{1, -1}[r.IntN(2)]
		}
		unit := map[calc.Kind][]string{calc.Count: {"人", "家"}, calc.Money: {"", "美元"}}[k]
		word := append(unit, "")[r.IntN(len(unit)+1)]
		ask = append(ask, []string{wording.KindName(k), word, strconv.FormatInt(v, 10)})
		want = append(want, phrase.Quantity(k, word, v))
	}
	_, got := node(t, nil, ask)
	require.Equal(t, want, got)
}
