package e2e

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// tool reads a file of the test tools, which come from npm.
func tool(t testing.TB, name string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("tools", "node_modules", filepath.FromSlash(name)))
	require.NoError(t, err, "the test tools are missing: run npm ci in site/e2e/tools, or ./test.sh")
	return string(text)
}

// axe returns what axe-core finds wrong with the page as it stands, each with
// the element and the reason; except are rules that do not apply.
func (p *tab) axe(except ...string) []string {
	p.t.Helper()
	if !get[bool](p, `"axe" in globalThis`) {
		p.eval(`(() => {` + tool(p.t, "axe-core/axe.min.js") + `})()`)
	}
	rules := map[string]any{}
	for _, id := range except {
		rules[id] = map[string]bool{"enabled": false}
	}
	return get[[]string](p, `axe.run({ resultTypes: ["violations"], rules: $0 }).then((r) => r.violations.flatMap((v) =>
		v.nodes.map((n) => v.id + ": " + n.target.join(" ") + ": " + n.failureSummary.replace(/\s+/g, " "))))`, rules)
}

const gallery = "gallery/"

// Every part in every example is accessible, light and dark, wide and narrow,
// and runs without an error. Only here does a page have two menus.
func TestPartsAreAccessible(t *testing.T) {
	s := serve(t)
	for _, theme := range []string{"light", "dark"} {
		p := open(t, s)
		p.theme(theme)
		for _, width := range []int64{1280, 360} {
			p.screen(width, 740)
			p.visit(gallery)
			require.Empty(t, p.axe("landmark-unique"), "%s at %d px", theme, width)
		}
	}
}

// The gate itself notices what it should.
func TestAxeFinds(t *testing.T) {
	p := open(t, serve(t))
	p.visit("about/")
	p.eval(`document.querySelector("main").insertAdjacentHTML("beforeend", "<button></button>")`)
	require.Len(t, p.axe(), 1)
}
