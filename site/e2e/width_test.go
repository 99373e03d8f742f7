package e2e

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"
)

// No page is wider than the screen, from the narrowest phone to a desk, with
// the calculator empty, answered and full of mistakes.
func TestNothingOverflows(t *testing.T) {
	x, s := daqing(t), serve(t)
	for _, width := range []int64{320, 360, 768, 1280} {
		t.Run(fmt.Sprint(width), func(t *testing.T) {
			p := open(t, s)
			p.screen(width, 740)
			for _, page := range s.pages() {
				p.visit(page)
				p.tolerateMissing(page)
				require.Empty(t, get[[]string](p, `e2e.overflow()`), page)
			}
			p.visit(textPage)
			p.eval(`document.querySelector("#c3-2-1 .p").click()`)
			require.Empty(t, get[[]string](p, `e2e.overflow()`), "a clause that is cited")
			p.sheet()
			for _, at := range x.states(t) {
				p.eval(`e2e.fill($0)`, at.answers)
				require.Empty(t, get[[]string](p, `e2e.overflow()`), "calculator, %s", at.name)
			}
		})
	}
}

// A finger needs 44 px: every control and every link that stands alone.
func TestTargetsAreLargeEnough(t *testing.T) {
	x, s := daqing(t), serve(t)
	p := open(t, s)
	p.screen(360, 740)
	p.sheet()
	for _, at := range x.states(t) {
		p.eval(`e2e.fill($0)`, at.answers)
		for _, fold := range []bool{false, true} {
			p.eval(`document.querySelectorAll("details").forEach((e) => (e.open = $0))`, fold)
			require.Empty(t, get[[]string](p, `e2e.small()`), "calculator, %s", at.name)
		}
	}
}

// A state is a main state of the sheet: answers given after those before.
type state struct {
	name    string
	answers map[string]string
}

func (x subject) states(t testing.TB) []state {
	t.Helper()
	wrong := map[string]string{}
	for _, in := range x.rules.Inputs {
		if in.Kind.Numeric() {
			wrong[in.ID] = "这不是一个数"
		}
	}
	return []state{
		{"award", x.answers(x.awarded(t).Situation)},
		{"wide range", map[string]string{
			"applicant": "enterprise", "turnover": "250000000.05", "platform_kind": "cross_border_platform", "platform_months": "13",
			"platform_turnover": "999999999.99", "platform_investment": "1234567.89",
		}},
		{"mistakes", wrong},
	}
}
