package explain

import (
	"bufio"
	"encoding/json"
	"flag"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"mingce/calc"
	"mingce/calc/calctest"
	"mingce/site/answer"
	"mingce/site/policy"
	"mingce/site/rulefile"
)

var update = flag.Bool("update", false, "write what is explained into the golden files")

const folder = "../../content/policies/qzf-2015-23/"

func load(t *testing.T) (*policy.Document, *calc.Program) {
	t.Helper()
	text, err := os.ReadFile(folder + "policy.md")
	require.NoError(t, err)
	doc, problems := policy.Parse("policy.md", text)
	require.Empty(t, problems)
	rules, err := os.ReadFile(folder + "rules.toml")
	require.NoError(t, err)
	rb, problems := rulefile.Load("qzf-2015-23/rules.toml", rules, doc)
	require.Empty(t, problems)
	p, err := calc.Compile(rb)
	require.NoError(t, err)
	return doc, p
}

type situation struct {
	Name     string
	Readings map[string]string
	Given    json.RawMessage
}

func situations(t *testing.T) (list []situation) {
	t.Helper()
	f, err := os.Open("testdata/situations.jsonl")
	require.NoError(t, err)
	defer f.Close()
	for lines := bufio.NewScanner(f); lines.Scan(); {
		var s situation
		require.NoError(t, json.Unmarshal(lines.Bytes(), &s))
		list = append(list, s)
	}
	return list
}

// Each situation is explained as its golden file says; these were read
// against the text of the policy by a person.
func TestGolden(t *testing.T) {
	doc, p := load(t)
	ref := func(id string) string {
		c, ok := doc.Clause(id)
		require.True(t, ok, id)
		return c.Ref
	}
	for _, c := range situations(t) {
		t.Run(c.Name, func(t *testing.T) {
			dec, err := answer.NewDecoder(p, c.Readings)
			require.NoError(t, err)
			s, err := dec.Decode(c.Given, nil)
			require.NoError(t, err)
			a := p.NewAssessment()
			p.Assess(s, a)
			got := Explain(p, s, a).Text(ref)
			file := "testdata/" + c.Name + ".txt"
			if *update {
				require.NoError(t, os.WriteFile(file, []byte(got), 0o644))
			}
			want, err := os.ReadFile(file)
			require.NoError(t, err)
			require.Equal(t, string(want), got)
		})
	}
}

// What the words come to is what the engine pays, for every form of amount and
// every derived quantity of random rulebooks.
func TestWordsPayWhatTheEnginePays(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 1))
	paid := 0
	for range 600 {
		rb := calctest.Rulebook(r, calctest.Small{Inputs: 5, Conditions: 4, Benefits: 4, Caps: true, Derived: 2})
		p, err := calc.Compile(rb)
		require.NoError(t, err)
		for range 4 {
			s := calctest.Situation(r, rb, r.IntN(2))
			a := p.NewAssessment()
			p.Assess(s, a)
			tree := Explain(p, s, a)
			require.Len(t, tree.Benefits, len(rb.Benefits))
			told := tellerOf(p, s, a)
			for b := range rb.Benefits {
				out := a.Benefits[b]
				if rb.Benefits[b].Amount == nil || out.Status != calc.Eligible {
					continue
				}
				step, pay := told.amount(&rb.Benefits[b], rb.Benefits[b].Amount, out)
				if step.State != Open {
					require.Equal(t, []int64{out.Min, out.Max}, []int64{pay, pay}, "%s: %+v", step.Words, rb.Benefits[b].Amount)
					paid++
				}
			}
		}
	}
	require.Greater(t, paid, 500)
}

// The state of a condition is the engine's, and its facts never contradict it.
func TestConditionsSayWhatTheEngineSays(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 2))
	states := map[State]int{}
	for range 500 {
		rb := calctest.Rulebook(r, calctest.Small{Inputs: 5, Conditions: 5, Benefits: 2, Derived: 2})
		p, err := calc.Compile(rb)
		require.NoError(t, err)
		s := calctest.Situation(r, rb, 2)
		a := p.NewAssessment()
		p.Assess(s, a)
		told := tellerOf(p, s, a)
		for k := range rb.Conditions {
			states[told.condition(k).State]++
			if found := told.test(&rb.Conditions[k].Test); found.truth != calc.Open {
				require.Equal(t, a.Truth(k), found.truth)
			}
		}
	}
	require.Greater(t, min(states[Met], states[Failed], states[Open]), 100)
}

// Where not everything could be tried, the words and the JSON say so, and only
// there.
func TestInexactIsSaid(t *testing.T) {
	_, p := load(t)
	s, a := p.NewSituation(), p.NewAssessment()
	const words = "没有填的太多,没有全部试完:实际的范围可能更小,要问的也可能更少"
	for _, limit := range []int{p.Limit, 0} {
		p.Limit = limit
		p.Assess(s, a)
		line := string(answer.NewEncoder(p, false).Append(nil, 1, s, a))
		if limit > 0 {
			require.Empty(t, Explain(p, s, a).Note)
			require.NotContains(t, line, "exact\"")
			continue
		}
		require.Equal(t, words, Explain(p, s, a).Note)
		require.Contains(t, Explain(p, s, a).Text(strings.ToUpper), "\n  "+words+"\n")
		require.Contains(t, line, `],"exact":false}`)
	}
}
