package e2e

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// The pages on data and versions are accessible and fit a phone.
func TestDataPagesAreAccessible(t *testing.T) {
	s := serve(t)
	for _, theme := range []string{"light", "dark"} {
		p := open(t, s)
		p.theme(theme)
		for _, width := range []int64{1280, 360} {
			p.screen(width, 740)
			for _, page := range []string{"data/", textPage + "changes/"} {
				p.visit(page)
				require.Empty(t, p.axe(), "%s at %d px: %s", theme, width, page)
				require.Empty(t, get[[]string](p, `e2e.overflow()`), page)
				require.Empty(t, get[[]string](p, `e2e.small()`), page)
			}
		}
	}
}

// What the page tells machines is data: it is there, it can be read, and the
// strict policy of the page has nothing to say against it.
func TestLinkedDataIsNotRun(t *testing.T) {
	p := open(t, serve(t))
	p.visit(textPage)
	require.Equal(t, "Legislation", get[string](p, `JSON.parse(document.querySelector("script[type='application/ld+json']").textContent)["@type"]`))
	p.eval("0")
	require.Empty(t, p.take())
}
