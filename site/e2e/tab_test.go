package e2e

import (
	"context"
	"embed"
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/audits"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	cdppage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/require"
)

//go:embed js/*.js
var scripts embed.FS

// patience is how long one step of a test may take.
const patience = 60 * time.Second

// A tab is one page of the browser, watched.
type tab struct {
	*watch
	t   testing.TB
	s   *server
	ctx context.Context
}

// open opens an empty tab of a desktop, light, for the site of s. Its browser
// has no service workers: what a page asks for is asked of the server.
func open(t testing.TB, s *server) *tab {
	t.Helper()
	p := openWorking(t, s)
	call(p, cdppage.AddScriptToEvaluateOnNewDocument, cdppage.AddScriptToEvaluateOnNewDocumentParams{Source: "delete Navigator.prototype.serviceWorker"})
	return p
}

// openWorking is open with the site's service worker.
func openWorking(t testing.TB, s *server) *tab {
	t.Helper()
	w := &watch{origin: s.URL}
	ctx, cancel := chromedp.NewContext(browser(t), chromedp.WithNewBrowserContext(), chromedp.WithListener(w.event))
	p := &tab{watch: w, t: t, s: s, ctx: ctx}
	t.Cleanup(cancel)
	require.NoError(t, chromedp.Do(ctx)) // opens it
	call(p, audits.Enable, cdp.Empty{})
	p.screen(1280, 800)
	p.theme("light")
	t.Cleanup(func() {
		if !t.Failed() {
			p.eval("0") // whatever was on its way has now arrived
		}
		require.Empty(t, p.take(), "went wrong in the page")
	})
	return p
}

// do runs steps within a time limit.
func (p *tab) do(steps ...chromedp.Action[chromedp.Void]) {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	require.NoError(p.t, chromedp.Do(ctx, steps...))
}

// call runs a command of the protocol.
func call[P, R any](p *tab, cmd cdp.Command[P, R], params P) R {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	r, err := chromedp.Call(ctx, cmd, params)
	require.NoError(p.t, err)
	return r
}

// get evaluates an expression in the page; args are the JSON values $0, $1 ….
func get[T any](p *tab, expression string, args ...any) T {
	p.t.Helper()
	for i, a := range args {
		text, err := json.Marshal(a)
		require.NoError(p.t, err)
		expression = strings.ReplaceAll(expression, "$"+string(rune('0'+i)), string(text))
	}
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	v, err := chromedp.Run(ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	require.NoError(p.t, err, "%.200s", expression)
	return v
}

// eval evaluates an expression for what it does.
func (p *tab) eval(expression string, args ...any) {
	p.t.Helper()
	get[bool](p, "(async () => (await ("+expression+"), true))()", args...)
}

// screen gives the tab a size; up to 500 px it is a phone.
func (p *tab) screen(width, height int64) {
	p.t.Helper()
	call(p, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{
		Width: width, Height: height, DeviceScaleFactor: 1, Mobile: width <= 500, ScreenWidth: width, ScreenHeight: height,
	})
}

// theme is light or dark.
func (p *tab) theme(name string) {
	p.t.Helper()
	call(p, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: name}},
	})
}

// visit loads a page of the site and brings the e2e object along.
func (p *tab) visit(page string) {
	p.t.Helper()
	p.visitAddress(p.s.at(page))
}

// visitAddress is visit for a full address.
func (p *tab) visitAddress(address string) {
	p.t.Helper()
	p.do(chromedp.Navigate(address))
	p.bring()
}

// bring gives the page the e2e object.
func (p *tab) bring() {
	p.t.Helper()
	entries, err := scripts.ReadDir("js")
	require.NoError(p.t, err)
	for _, e := range entries {
		text, err := scripts.ReadFile("js/" + e.Name())
		require.NoError(p.t, err)
		p.eval(`(() => {` + string(text) + `})()`)
	}
}

// sheet loads the calculator, empty and as the whole sheet, and waits until it
// answers. What one question at a time is like, the stories tell.
func (p *tab) sheet() {
	p.t.Helper()
	p.visit("about/")
	p.eval(`(localStorage.clear(), localStorage.setItem("mingce", '{"view":"sheet"}'))`)
	p.visit(sheetPage)
	p.eval(`e2e.until(() => "ready" in e2e.form().dataset)`)
}

// press types keys as a person does.
func (p *tab) press(keys string) {
	p.t.Helper()
	p.do(chromedp.KeyEvent(keys))
}

// tolerateMissing forgets the browser's own note that a page is not there, if
// it is not; nothing else may have gone wrong.
func (p *tab) tolerateMissing(page string) {
	p.t.Helper()
	if page != missing {
		return
	}
	p.eval("0")
	faults := p.take()
	require.Len(p.t, faults, 1)
	require.Contains(p.t, faults[0], "404")
}
