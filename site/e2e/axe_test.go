package e2e

import (
	"cmp"
	"os"
	"path"
	"path/filepath"
	"strings"
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

// looks are the ways in which every page is shown to axe.
func looks() []look {
	return []look{
		{name: "light"}, {name: "dark", theme: "dark"}, {name: "360 px", width: 360}, {name: "360 px, dark", width: 360, theme: "dark"},
		{name: "for the elderly", chosen: map[string]string{"elder": "on"}}, {name: "for the elderly, 360 px", width: 360, chosen: map[string]string{"elder": "on"}},
		{name: "huge type", chosen: map[string]string{"size": "huge"}},
	}
}

// A look is a way to see a page.
type look struct {
	name, theme string
	width       int64
	chosen      map[string]string
}

// Every page is accessible in every look.
func TestPagesAreAccessible(t *testing.T) {
	s := serve(t)
	for _, l := range looks() {
		t.Run(l.name, func(t *testing.T) {
			p := open(t, s)
			p.theme(cmp.Or(l.theme, "light"))
			p.screen(cmp.Or(l.width, 1280), 740)
			if l.chosen != nil {
				p.choose(l.chosen)
			}
			for _, at := range s.kinds() {
				p.visit(at)
				p.tolerateMissing(at)
				require.Empty(t, p.axe(), at)
			}
		})
	}
}

// kinds are the addresses of pages, of those of one kind only the first two.
func (s *server) kinds() (out []string) {
	seen := map[string]int{}
	for _, at := range s.pages() {
		if at == gallery {
			continue
		}
		kind := ""
		if parts := strings.Split(at, "/"); len(parts) > 3 {
			kind = path.Join(parts[0], parts[2])
		} else {
			kind = parts[0]
		}
		if seen[kind]++; seen[kind] <= 2 {
			out = append(out, at)
		}
	}
	return out
}

// The gate itself notices what it should.
func TestAxeFinds(t *testing.T) {
	p := open(t, serve(t))
	p.visit("about/")
	p.eval(`document.querySelector("main").insertAdjacentHTML("beforeend", "<button></button>")`)
	require.Len(t, p.axe(), 1)
}
