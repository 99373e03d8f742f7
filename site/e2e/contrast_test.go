package e2e

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// All words can be read: contrast of at least 4.5 to 1 as the browser draws
// them, generated ones included, on every page, light and dark, wide and
// narrow, with the calculator in its main states.
func TestWordsCanBeRead(t *testing.T) {
	x, s := daqing(t), serve(t)
	for _, theme := range []string{"light", "dark"} {
		t.Run(theme, func(t *testing.T) {
			p := open(t, s)
			p.theme(theme)
			grounds := map[string]bool{}
			for _, page := range s.pages() {
				for _, width := range []int64{1280, 360} {
					p.screen(width, 740)
					p.visit(page)
					p.tolerateMissing(page)
					require.Empty(t, get[[]string](p, `e2e.faint(4.5)`), "%s at %d px", page, width)
				}
				grounds[get[string](p, `getComputedStyle(document.documentElement).backgroundColor`)] = true
			}
			require.Len(t, grounds, 1, "pages differ in their ground")
			require.Equal(t, theme == "dark", !grounds["rgb(255, 255, 255)"], "the theme is not followed")
			p.sheet()
			for _, at := range x.states(t) {
				p.eval(`e2e.fill($0)`, at.answers)
				require.Empty(t, get[[]string](p, `e2e.faint(4.5)`), "calculator, %s", at.name)
			}
		})
	}
}
