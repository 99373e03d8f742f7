package e2e

import (
	"context"
	"net/http"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/require"
)

// cut cuts the connection of a tab.
func (p *tab) cut() {
	p.t.Helper()
	call(p, network.EmulateNetworkConditionsByRule, network.EmulateNetworkConditionsByRuleParams{
		MatchedNetworkConditions: []*network.Conditions{{Offline: true, DownloadThroughput: -1, UploadThroughput: -1}},
	})
	call(p, network.OverrideNetworkState, network.OverrideNetworkStateParams{Offline: true, DownloadThroughput: -1, UploadThroughput: -1})
}

// Once loaded, the calculator needs no network: with the server gone and the
// connection cut at once it answers as before. All it still asks for is what
// would change the answer, which it says it could not; nothing else.
func TestAnswersWithoutNetwork(t *testing.T) {
	x, s := daqing(t), serve(t)
	p := open(t, s)
	p.sheet()
	p.cut()
	require.False(t, get[bool](p, `navigator.onLine`))
	require.False(t, get[bool](p, `fetch(location.href).then(() => true, () => false)`), "the network is not cut")
	p.take() // what that attempt left on the console
	s.Close()
	requests, served := len(p.asked()), s.count.Load()
	p.eval(`e2e.fill({ applicant: "zone" })`)
	p.eval(`e2e.told()`)
	require.Contains(t, get[string](p, `document.querySelector(".more").textContent`), "“怎样能更多”没有载入成功")
	for _, c := range x.cases[:40] {
		if x.plain(c.Situation) {
			require.Equal(t, x.expected(c.Situation), get[answer](p, `(e2e.fill($0), e2e.says())`, x.answers(c.Situation)), c.Name)
		}
	}
	p.eval(`e2e.form().querySelector("button[type=reset]").click()`)
	p.eval(`e2e.until(async () => !(await e2e.says()).answered.length)`)
	require.Equal(t, x.expected(x.program.NewSituation()), get[answer](p, `e2e.says()`))
	for _, asked := range p.asked()[requests:] {
		require.Contains(t, asked, "/assets/later-otherwise.", "asked the network")
	}
	require.Equal(t, served, s.count.Load())
	for _, fault := range p.take() {
		require.Contains(t, fault, "later-otherwise.")
	}
}

// With the service worker, which has fetched the whole core after the first
// visit, everything works with the server gone: what would change the answer,
// the chart, the link with its code, the printed sheet.
func TestEverythingWithoutNetwork(t *testing.T) {
	s := serve(t)
	p := openWorking(t, s)
	p.visit(sheetPage)
	p.installed()
	p.cut()
	s.Close()
	p.sheet()
	p.eval(`(window.print = () => { window.printed = document.body.textContent; }, navigator.clipboard.writeText = async (text) => { window.copied = text; })`)
	p.eval(`e2e.fill($0)`, map[string]string{"applicant": "enterprise", "registered_in_city": "true", "taxed_in_city": "true", "statistics_in_city": "true",
		"legal_person": "true", "ecommerce_business": "true", "logistics_business": "false", "violation_within_3_years": "false", "already_awarded": "false", "platform_kind": "none", "turnover": "180000000"})
	p.eval(`e2e.told()`)
	require.Contains(t, get[string](p, `document.querySelector(".more").textContent`), "年交易额再增加2000万元，奖补由40万元升至60万元")
	p.eval(`(document.querySelector("[data-later]").click(), e2e.until(() => document.querySelector(".chart .own")))`)
	p.eval(`(document.querySelector("[data-tool=link]").click(), e2e.until(() => window.copied && document.querySelector(".handed svg")))`)
	p.eval(`(document.querySelector("[data-tool=print]").click(), e2e.until(() => window.printed))`)
	require.Contains(t, get[string](p, `window.printed`), "奖补自测单")
	require.Empty(t, p.take())
}

// The whole visit, over every page, asks for nothing but the site's own files,
// each of which is there.
func TestLoadsOnlyItsOwnFiles(t *testing.T) {
	s := serve(t)
	p := open(t, s)
	for _, page := range s.pages() {
		ctx, cancel := context.WithTimeout(p.ctx, patience)
		response, err := chromedp.RunResponse(ctx, chromedp.Navigate(s.at(page)))
		cancel()
		require.NoError(t, err)
		require.Equal(t, page == missing, response.Status == http.StatusNotFound, "%s: %d", page, response.Status)
		p.tolerateMissing(page)
		require.Empty(t, p.take(), page)
	}
}

// Without script the sheet is all there, to read and to print, and shows no
// control that would do nothing.
func TestSheetWithoutScript(t *testing.T) {
	x, p := daqing(t), open(t, serve(t))
	call(p, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	p.visit(sheetPage)
	require.False(t, get[bool](p, `"script" in document.documentElement.dataset`), "the script runs")
	shown := squeeze(get[string](p, `e2e.words(document.querySelector("main"))`))
	for _, in := range x.rules.Inputs {
		require.Contains(t, shown, squeeze(in.Question))
		require.Contains(t, shown, squeeze(in.Help))
	}
	for _, c := range x.rules.Conditions {
		require.Contains(t, shown, squeeze(c.Words))
	}
	for _, quote := range x.quotes() {
		require.Contains(t, shown, squeeze(quote))
	}
	for _, r := range x.rules.Readings {
		require.Contains(t, shown, squeeze(r.Text))
		require.Contains(t, shown, squeeze(r.Basis))
	}
	require.Empty(t, get[[]string](p, `e2e.uncited()`), "conditions without a link to their clause")
	require.Empty(t, get[[]string](p, `e2e.controls()`), "controls that do nothing without script")
	require.Empty(t, get[[]string](p, `[...document.querySelectorAll(".result, .tools, .words")].filter(e2e.visible).map(e2e.name)`))
	require.Contains(t, shown, squeeze("没有启用脚本"))
}
