package e2e

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/require"
)

// A stop is where the focus is.
type stop struct {
	Key     string // what has it: one key for a whole group of options
	Name    string
	Visible bool // by an outline of at least 2 px
	Inside  bool // and on the screen, covered by nothing
}

// With the tab key alone one comes past everything there is to use, in the
// order of the page, and always sees where one is.
func TestEverythingIsReachedByTab(t *testing.T) {
	for _, at := range []struct {
		page  string
		width int64
	}{{sheetPage, 1280}, {sheetPage, 360}, {textPage, 1280}, {textPage, 360}, {"", 1280}} {
		t.Run(fmt.Sprintf("%d px %s", at.width, at.page), func(t *testing.T) {
			p := open(t, serve(t))
			p.screen(at.width, 740)
			if at.page == sheetPage {
				p.sheet()
			} else {
				p.visit(at.page)
			}
			want := get[[]string](p, `e2e.stops()`)
			var got []string
			for range want {
				p.press(kb.Tab)
				s := get[stop](p, `e2e.focused()`)
				require.True(t, s.Visible, "no visible focus: %s", s.Name)
				require.True(t, s.Inside, "the focus is off the screen or covered: %s", s.Name)
				got = append(got, s.Key)
			}
			require.Equal(t, want, got)
		})
	}
}

// The first key press offers to skip the header; what follows is in the main part.
func TestSkipLink(t *testing.T) {
	s := serve(t)
	for _, page := range s.pages() {
		p := open(t, s)
		p.visit(page)
		p.tolerateMissing(page)
		p.press(kb.Tab)
		require.Equal(t, "#main", get[string](p, `document.activeElement.hash`), page)
		require.True(t, get[stop](p, `e2e.focused()`).Visible, page)
		p.press(kb.Enter)
		p.press(kb.Tab)
		where := get[string](p, `document.activeElement.closest("main") ? "main" : document.activeElement.closest("footer") && !document.querySelector("main a, main input") ? "main" : e2e.name(document.activeElement)`)
		require.Equal(t, "main", where, page)
	}
}

// Someone without a mouse answers the sheet: options by space and arrows,
// numbers by typing, the next question by Enter and by its button.
func TestAnswerByKeyboard(t *testing.T) {
	x, p := daqing(t), open(t, serve(t))
	p.sheet()
	p.tabTo("applicant")
	p.press(" ")
	p.press(kb.Tab + " ") // 工商注册在我市:是
	p.press(kb.Tab + " " + kb.ArrowDown)
	require.Equal(t, []string{"applicant", "registered_in_city", "taxed_in_city"}, get[answer](p, `e2e.says()`).Answered)
	require.Equal(t, "false", get[string](p, `e2e.form().elements.taxed_in_city.value`))
	p.press(kb.ArrowUp)
	require.Equal(t, "true", get[string](p, `e2e.form().elements.taxed_in_city.value`))
	p.tabTo("turnover")
	p.press("250000000" + kb.Enter)
	s := x.program.NewSituation()
	for id, v := range map[string]int64{"applicant": 0, "registered_in_city": 1, "taxed_in_city": 1, "turnover": 25_000_000_000} {
		s[x.input(t, id)] = v
	}
	require.Equal(t, x.expected(s), get[answer](p, `e2e.says()`))
	next := x.expected(s).Questions[0]
	require.Equal(t, next, get[string](p, `document.activeElement.name`), "Enter leads to the next question")
	require.True(t, get[stop](p, `e2e.focused()`).Inside)
	p.tabTo("下一个问题")
	p.press(kb.Enter)
	require.Equal(t, next, get[string](p, `document.activeElement.name`), "the button leads to the next question")
	require.True(t, get[stop](p, `e2e.focused()`).Visible, "after the button the focus is seen")
	require.True(t, get[bool](p, `new URL(location.href).search === ""`), "an answer came into the address")
	p.tabTo("重新开始")
	p.press(" ")
	p.eval(`e2e.until(async () => !(await e2e.says()).answered.length)`)
}

// tabTo presses Tab until the focus is on a question or a button.
func (p *tab) tabTo(name string) {
	p.t.Helper()
	for range 200 {
		p.press(kb.Tab)
		if strings.Contains(get[string](p, `document.activeElement === document.body ? "" : [document.activeElement.name, document.activeElement.textContent].join(" ")`), name) {
			return
		}
	}
	require.Fail(p.t, "never reached", name)
}

// input is the place of an input in a situation.
func (x subject) input(t testing.TB, id string) int {
	t.Helper()
	for i, in := range x.rules.Inputs {
		if in.ID == id {
			return i
		}
	}
	require.Fail(t, "no such input", id)
	return 0
}
