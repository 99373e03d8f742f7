package e2e

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"mingce/calc"
	"mingce/site/explain"
)

// A wording is what the sheet says about an applicant, sentence by sentence.
type wording struct {
	Award      string     `json:"award"`
	Why        []string   `json:"why"` // the principles that decided
	Changes    []string   `json:"changes"`
	Others     []string   `json:"others"` // the award under other readings
	Turned     int        `json:"turned"` // readings not taken as the rules take them
	Conditions []string   `json:"conditions"`
	Benefits   []string   `json:"benefits"`
	Amounts    [][]string `json:"amounts"`
	Nears      []string   `json:"nears"`
}

// explained is what explain says, as the sheet has to say it.
func (x subject) explained(s calc.Situation) wording {
	a := x.program.NewAssessment()
	x.program.Assess(s, a)
	tree := explain.Explain(x.program, s, a)
	out := wording{
		Award: tree.Award.Words, Changes: said(tree.Changes), Others: []string{}, Why: []string{},
		Conditions: make([]string, len(x.rules.Conditions)),
	}
	for _, step := range tree.Principles {
		if len(x.principles(a)) > 0 && (step.ID != "" || x.principles(a)[0] == step.Title) {
			out.Why = append(out.Why, step.Words)
		}
	}
	for _, r := range tree.Readings {
		out.Others = append(out.Others, said(r.Steps)...)
	}
	for _, v := range s[len(x.rules.Inputs):] {
		if v != 0 {
			out.Turned++
		}
	}
	for b, step := range tree.Benefits {
		amount, near, needs := []string{}, "", x.program.Benefits[b].Needs
		for _, k := range step.Steps {
			switch k.Kind {
			case explain.Condition:
				out.Conditions[needs[0]], needs = k.Words, needs[1:]
			case explain.Amount:
				amount = append(append(amount, k.Words), said(k.Steps)...)
			case explain.Change:
				near = k.Words
			}
		}
		if o := a.Benefits[b]; o.Min < o.Max && len(amount) == 1 {
			amount = []string{} // still open: the sheet asks for it
		}
		out.Benefits, out.Amounts, out.Nears = append(out.Benefits, step.Words), append(out.Amounts, amount), append(out.Nears, near)
	}
	return out
}

func said(steps []explain.Step) []string {
	out := []string{}
	for _, s := range steps {
		out = append(out, s.Words)
	}
	return out
}

// squeezed is the wording without the width of marks and the space between.
func (w wording) squeezed() wording {
	each := func(list []string) []string {
		out := make([]string, len(list))
		for i, s := range list {
			out[i] = squeeze(s)
		}
		return out
	}
	w.Award, w.Why, w.Changes, w.Others = squeeze(w.Award), each(w.Why), each(w.Changes), each(w.Others)
	w.Conditions, w.Benefits, w.Nears = each(w.Conditions), each(w.Benefits), each(w.Nears)
	for i := range w.Amounts {
		w.Amounts[i] = each(w.Amounts[i])
	}
	return w
}

// The sheet says what explain says, sentence by sentence, where it belongs:
// for every fifth worked case, those under other readings by turning the
// switches of the page.
func TestSheetExplains(t *testing.T) {
	x, p := daqing(t), open(t, serve(t))
	p.sheet()
	n, turned := 0, 0
	for i, c := range x.cases {
		if i%5 != 0 && x.plain(c.Situation) {
			continue
		}
		readings := map[string]int64{}
		for k, r := range x.rules.Readings {
			readings[r.ID] = c.Situation[len(x.rules.Inputs)+k]
		}
		p.eval(`(e2e.fill($0), e2e.read($1))`, x.answers(c.Situation), readings)
		want, got := x.explained(c.Situation).squeezed(), get[wording](p, `e2e.told()`).squeezed()
		require.Equal(t, want, got, c.Name)
		n++
		turned += min(1, got.Turned)
	}
	require.Greater(t, min(n, turned*10), 20)
	t.Logf("%d situations, %d of them under another reading", n, turned)
}

// Without script the readings are text; with it they are switches, and where
// another reading is taken the result says so beside the figure.
func TestReadingsAreSwitches(t *testing.T) {
	x, p := daqing(t), open(t, serve(t))
	p.screen(360, 740)
	p.sheet()
	require.False(t, get[bool](p, `e2e.visible(document.querySelector(".turned"))`))
	for _, r := range x.rules.Readings {
		turns := !r.Settled && len(r.Alternatives) > 0
		require.Equal(t, turns, get[bool](p, `!!document.querySelector("input[name='r-" + $0 + "']")`, r.ID), r.ID)
		if !turns {
			continue
		}
		p.eval(`e2e.read({[$0]: 1})`, r.ID)
		shown := get[string](p, `document.querySelector(".turned").innerText`)
		require.Contains(t, squeeze(shown), squeeze(strings.TrimRight(r.Alternatives[0].Text, "。")), r.ID)
		require.Contains(t, shown, "以主管部门的解释为准")
		p.eval(`document.getElementById("result").dataset.open = ""`)
		require.Empty(t, get[[]string](p, `e2e.overflow()`), r.ID)
		require.Empty(t, get[[]string](p, `e2e.small()`), r.ID)
		p.eval(`e2e.form().reset()`)
		p.eval(`e2e.until(() => document.querySelector(".turned").hidden)`)
	}
}
