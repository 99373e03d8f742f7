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

// Once something has been answered, the calculator needs no network: with the
// server gone and the connection cut it answers as before and asks for nothing.
func TestAnswersWithoutNetwork(t *testing.T) {
	x, s := daqing(t), serve(t)
	p := open(t, s)
	p.sheet()
	p.eval(`e2e.fill({ applicant: "zone" })`)
	p.eval(`e2e.told()`)
	call(p, network.EmulateNetworkConditionsByRule, network.EmulateNetworkConditionsByRuleParams{
		MatchedNetworkConditions: []*network.Conditions{{Offline: true, DownloadThroughput: -1, UploadThroughput: -1}},
	})
	call(p, network.OverrideNetworkState, network.OverrideNetworkStateParams{Offline: true, DownloadThroughput: -1, UploadThroughput: -1})
	require.False(t, get[bool](p, `navigator.onLine`))
	require.False(t, get[bool](p, `fetch(location.href).then(() => true, () => false)`), "the network is not cut")
	p.take() // what that attempt left on the console
	s.Close()
	requests, served := len(p.asked()), s.count.Load()
	for _, c := range x.cases[:40] {
		if x.plain(c.Situation) {
			require.Equal(t, x.expected(c.Situation), get[answer](p, `(e2e.fill($0), e2e.says())`, x.answers(c.Situation)), c.Name)
		}
	}
	p.eval(`e2e.form().querySelector("button[type=reset]").click()`)
	p.eval(`e2e.until(async () => !(await e2e.says()).answered.length)`)
	require.Equal(t, x.expected(x.program.NewSituation()), get[answer](p, `e2e.says()`))
	require.Equal(t, requests, len(p.asked()), "asked the network: %v", p.asked()[min(requests, len(p.asked())):])
	require.Equal(t, served, s.count.Load())
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
