package e2e

import (
	"encoding/json"
	"math/rand/v2"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/require"
)

// Whatever lies in the storage of the device or stands in the fragment, the
// page answers, nothing of it becomes markup, and nothing goes wrong.
func TestHostileStorageAndFragments(t *testing.T) {
	p := open(t, serve(t))
	p.visit("about/")
	r := rand.New(rand.NewPCG(4, 23))
	for i := range 30 {
		p.eval(`(localStorage.clear(), localStorage.setItem("mingce/qzf-2015-23", $0), localStorage.setItem("mingce", $1))`, hostile(r, 0), hostile(r, 2))
		fragment := ""
		if i%3 > 0 {
			fragment = "#" + []string{"", "~rules=", "q-turnover", "x="}[r.IntN(4)] + scrawl(r)
		}
		p.do(chromedp.Navigate("about:blank"), chromedp.Navigate(p.s.at(sheetPage)+fragment))
		p.bring()
		p.eval(`e2e.until(() => "ready" in e2e.form().dataset)`)
		require.Empty(t, get[[]string](p, `[...document.querySelectorAll("main :is(img, script:not(#book), iframe, svg, i, [onerror], [onload])")].map((e) => e.outerHTML.slice(0, 200))`))
		require.NotEqual(t, "—", get[string](p, `document.querySelector(".figure").textContent`), "it does not answer")
		require.Equal(t, 1, get[int](p, `document.querySelectorAll("main").length`))
		require.Empty(t, p.take(), "storage %s, fragment %q", get[string](p, `localStorage.getItem("mingce/qzf-2015-23") ?? ""`), fragment)
		p.visit("about/")
	}
}

// hostile is a JSON text that looks like a kept state, more or less, or is
// broken; deeper it is but a part of one.
func hostile(r *rand.Rand, depth int) string {
	ids := []string{"answers", "readings", "version", "keep", "view", "turnover", "applicant", "legal_person", "once-for-all", "__proto__", "constructor", "<i>id</i>"}
	var value func(depth int) any
	value = func(depth int) any {
		switch r.IntN(9) {
		case 0:
			return nil
		case 1:
			return r.Float64() * 1e300
		case 2:
			return r.IntN(2) == 0
		case 3:
			return []any{value(depth + 1), scrawl(r)}
		case 4, 5:
			if depth < 4 {
				out := map[string]any{}
				for range 1 + r.IntN(5) {
					out[ids[r.IntN(len(ids))]] = value(depth + 1)
				}
				return out
			}
		case 6:
			return []string{"enterprise", "zone", "true", "?", "2.5亿", "zones-may-repeat"}[r.IntN(6)]
		}
		return scrawl(r)
	}
	state := map[string]any{"version": value(3), "answers": map[string]any{}, "readings": value(depth)}
	for range 4 {
		state["answers"].(map[string]any)[ids[r.IntN(len(ids))]] = value(depth + 1)
	}
	text, err := json.Marshal(state)
	if err != nil {
		return err.Error()
	}
	if r.IntN(4) == 0 {
		return string(text[:r.IntN(len(text))])
	}
	return string(text)
}

// scrawl is text that would be markup, a script or an address, if anyone let it.
func scrawl(r *rand.Rand) string {
	pieces := []string{
		`<img src=x onerror=alert(1)>`, `</script><script>alert(1)</script>`, `"><svg onload=alert(1)>`, `javascript:alert(1)`, `{{.}}`, `${1}`, `%E0%A4%A`,
		`'`, `"`, `\`, "\u2028", "壹亿", "\u202e", `&lt;b&gt;`, `<i>`, "9999999999999999999999",
	}
	out := ""
	for range 1 + r.IntN(4) {
		out += pieces[r.IntN(len(pieces))]
	}
	return out
}
