package e2e

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/require"

	"mingce/calc"
)

// Every worked case, answered on the real page, gives what calc.Assess gives,
// in every field the page shows. One case follows the other on the same
// sheet, as by someone who changes answers. (Cases under another reading than
// the page's are in TestModuleAgrees.)
func TestEveryCaseOnThePage(t *testing.T) {
	x, p := daqing(t), open(t, serve(t))
	p.sheet()
	n := 0
	for _, c := range x.cases {
		if !x.plain(c.Situation) {
			continue
		}
		n++
		got := get[answer](p, `(e2e.fill($0), e2e.says())`, x.answers(c.Situation))
		require.Equal(t, x.expected(c.Situation), got, c.Name)
		require.Equal(t, figure(calc.Outcome{Min: c.Min, Max: c.Max}), got.Figure, c.Name)
	}
	t.Logf("%d of %d cases on the page", n, len(x.cases))
}

// The same with real keys: every tenth case or so, typed and chosen on an
// empty sheet.
func TestCasesByKeyboard(t *testing.T) {
	x, p := daqing(t), open(t, serve(t))
	n := 0
	for i, c := range x.cases {
		if i%16 != 0 || !x.plain(c.Situation) {
			continue
		}
		n++
		p.sheet()
		for k, in := range x.rules.Inputs {
			if v := c.Situation[k]; v != calc.Unknown {
				p.answer(in, v)
			}
		}
		require.Equal(t, x.expected(c.Situation), get[answer](p, `e2e.says()`), c.Name)
	}
	require.GreaterOrEqual(t, n, 12)
	t.Logf("%d cases by keyboard", n)
}

// answer gives one answer on an empty sheet with real keys: the first option
// with the space bar, the next ones with the arrow keys.
func (p *tab) answer(in calc.Input, v calc.Value) {
	p.t.Helper()
	p.eval(`e2e.form().elements[$0].length ? e2e.form().elements[$0][0].focus() : e2e.form().elements[$0].focus()`, in.ID)
	if in.Kind.Numeric() {
		p.press(typed(in, v))
		return
	}
	option := int(v)
	if in.Kind == calc.Bool {
		option = 1 - option // 是 comes first
	}
	p.press(" " + strings.Repeat(kb.ArrowDown, option))
	require.Equal(p.t, typed(in, v), get[string](p, `document.activeElement.value`), in.ID)
}
