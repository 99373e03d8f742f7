package e2e

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/stretchr/testify/require"
)

// choose has the tab open every page as a reader who chose this before.
func (p *tab) choose(view map[string]string) {
	p.t.Helper()
	text, err := json.Marshal(view)
	require.NoError(p.t, err)
	source, err := json.Marshal(string(text))
	require.NoError(p.t, err)
	call(p, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{
		Source: `if (location.origin !== "null") localStorage.setItem("view", ` + string(source) + `)`,
	})
}

// The version for the elderly, on every kind of page: type of 24 px, contrast of 7 to
// 1, targets of 60 px, nothing wider than the screen.
func TestElderVersion(t *testing.T) {
	s := serve(t)
	for _, theme := range []string{"light", "dark"} {
		p := open(t, s)
		p.theme(theme)
		p.choose(map[string]string{"elder": "on"})
		for _, at := range s.kinds() {
			for _, width := range []int64{360, 1280} {
				p.screen(width, 740)
				p.visit(at)
				p.tolerateMissing(at)
				require.Equal(t, "24px", get[string](p, `getComputedStyle(document.documentElement).fontSize`), at)
				require.Empty(t, get[[]string](p, `e2e.faint(7)`), "%s at %d px, %s", at, width, theme)
				require.Empty(t, get[[]string](p, `e2e.overflow()`), "%s at %d px", at, width)
				if width == 360 && !strings.Contains(at, "/rules/") && !strings.HasSuffix(at, "/coverage/") { // those are for reviewers
					require.Empty(t, get[[]string](p, `e2e.small(60)`), at)
				}
			}
		}
	}
}

// Type of 30 px fits on a phone, on every kind of page.
func TestHugeTypeFits(t *testing.T) {
	s := serve(t)
	p := open(t, s)
	p.choose(map[string]string{"size": "huge"})
	for _, width := range []int64{360, 768, 1280} {
		p.screen(width, 740)
		for _, at := range s.kinds() {
			p.visit(at)
			p.tolerateMissing(at)
			require.Equal(t, "30px", get[string](p, `getComputedStyle(document.documentElement).fontSize`), at)
			require.Empty(t, get[[]string](p, `e2e.overflow()`), "%s at %d px", at, width)
		}
	}
}

// What is chosen holds at once, on the next page, and until it is taken back.
func TestChoiceIsKept(t *testing.T) {
	p := open(t, serve(t))
	p.visit("")
	size := `getComputedStyle(document.documentElement).fontSize`
	ground := `getComputedStyle(document.documentElement).backgroundColor`
	require.Equal(t, "18px", get[string](p, size))
	p.eval(`document.querySelector(".set summary").click()`)
	p.eval(`document.querySelector("[data-set='size=large']").click()`)
	p.eval(`document.querySelector("[data-set='theme=dark']").click()`)
	p.eval(`e2e.until(() => ` + size + ` === "22px")`)
	require.Equal(t, "rgb(22, 21, 20)", get[string](p, ground))
	require.Equal(t, "true", get[string](p, `document.querySelector("[data-set='size=large']").getAttribute("aria-pressed")`))
	p.visit(textPage)
	require.Equal(t, "22px", get[string](p, size))
	require.Equal(t, "rgb(22, 21, 20)", get[string](p, ground))
	p.eval(`document.querySelector("[data-set='size=']").click()`)
	p.eval(`document.querySelector("[data-set='theme=']").click()`)
	require.Equal(t, "18px", get[string](p, size))
	require.Equal(t, "rgb(255, 255, 255)", get[string](p, ground))
}

// What somebody else put into the storage does no harm.
func TestHostileChoiceIsIgnored(t *testing.T) {
	for _, kept := range []string{`"x"`, `null`, `{"size":"\"><script>","theme":7,"__proto__":{"elder":"on"}}`, `{`} {
		p := open(t, serve(t))
		source, err := json.Marshal(kept)
		require.NoError(t, err)
		call(p, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{
			Source: `if (location.origin !== "null") localStorage.setItem("view", ` + string(source) + `)`,
		})
		p.visit("about/")
		require.Equal(t, "18px", get[string](p, `getComputedStyle(document.documentElement).fontSize`), kept)
		p.eval(`document.querySelector("[data-set='elder=on']").click()`)
		p.eval(`e2e.until(() => getComputedStyle(document.documentElement).fontSize === "24px")`)
	}
}

// voice is a browser that speaks as fast as it is asked to, and notes what.
const voice = `window.said = [];
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
Object.defineProperty(window, "speechSynthesis", { value: {
	getVoices: () => [{ lang: "en-US" }, { lang: "zh-CN", name: "中文" }], pause() {}, resume() {}, cancel() { this.now = null; },
	speak(u) { said.push([u.text, u.lang, u.voice?.name]); this.now = u; }, next() { this.now?.onend(); },
} });`

// Reading aloud goes paragraph by paragraph, marks the one it reads, says the
// document's own words and nothing between, and stops when told.
func TestReadAloud(t *testing.T) {
	x, p := daqing(t), open(t, serve(t))
	call(p, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: voice})
	p.visit(textPage)
	p.eval(`document.querySelector("main [data-speak]").click()`)
	p.eval(`e2e.until(() => said.length > 0)`)
	require.Equal(t, "朗读", get[string](p, `document.querySelector(".speaker").getAttribute("aria-label")`))
	p.eval(`(() => { for (let i = 0; i < 2000 && document.querySelector(".speaker"); i++) {
		if (!document.querySelector("[data-speaking]")) throw new Error("nothing is marked");
		speechSynthesis.next();
	} })()`)
	said := get[string](p, `said.map((s) => s[0]).join("")`)
	for c := range x.doc.Clauses() {
		require.Contains(t, squeeze(said), squeeze(c.Label+c.Heading+c.Text))
	}
	require.NotContains(t, said, "¶")
	require.Equal(t, []string{"zh-CN", "中文"}, get[[]string](p, `said[0].slice(1)`))
	require.Zero(t, get[int](p, `document.querySelectorAll(".speaker, [data-speaking]").length`), "it ends by itself")
	p.eval(`document.querySelector("main [data-speak]").click()`)
	p.eval(`e2e.until(() => document.querySelector(".speaker"))`)
	p.eval(`Array.from(document.querySelectorAll(".speaker button")).find((b) => b.textContent === "停止").click()`)
	require.Zero(t, get[int](p, `document.querySelectorAll(".speaker, [data-speaking]").length`))
}

// Where the browser cannot speak, nothing offers it.
func TestNoVoiceNoButton(t *testing.T) {
	p := open(t, serve(t))
	call(p, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: `delete Object.getPrototypeOf(window).speechSynthesis; delete window.speechSynthesis;
		delete Window.prototype.speechSynthesis`})
	p.visit(textPage)
	require.False(t, get[bool](p, `Array.from(document.querySelectorAll("[data-speak]")).some((e) => e.checkVisibility())`))
	require.True(t, get[bool](p, `document.querySelector(".set").checkVisibility()`))
}
