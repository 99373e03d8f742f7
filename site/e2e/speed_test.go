package e2e

import (
	"bytes"
	"flag"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/performance"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/require"
)

var measure = flag.Bool("measure", false, "measure the calculator on a slow phone, and print the figures")

// TestCalculatorOnASlowPhone prints how long the calculator takes on Slow 4G
// (562 ms, 1.44 Mbit/s) with a processor four times slower than this one:
//
//	go test ./site/e2e -run SlowPhone -measure -v
//
// Nothing is held to the figures, which are those of the machine and of what
// else it does.
func TestCalculatorOnASlowPhone(t *testing.T) {
	if !*measure {
		t.Skip("no -measure")
	}
	s := serve(t)
	s.compressed(t)
	for _, view := range []string{"flow", "sheet"} {
		var firsts, styles []float64
		for range 5 {
			p := open(t, s)
			p.screen(360, 740)
			p.slow(view)
			p.do(chromedp.Navigate(s.at(sheetPage)))
			got := get[struct{ Html, Result, Painted float64 }](p, `first()`)
			firsts, styles = append(firsts, got.Result-got.Html), append(styles, got.Painted-got.Html)
		}
		slices.Sort(firsts)
		slices.Sort(styles)
		t.Logf("%s: first result %.0f ms after the HTML (of 5: best %.0f, worst %.0f); first paint %.0f ms", view, firsts[2], firsts[0], firsts[4], styles[2])
	}
	for _, view := range []string{"flow", "sheet"} {
		p := open(t, s)
		p.screen(360, 740)
		p.slow(view)
		p.do(chromedp.Navigate(s.at(sheetPage)))
		p.bring()
		p.eval(`e2e.until(() => "ready" in e2e.form().dataset)`)
		p.eval(`e2e.fill($0)`, map[string]string{
			"applicant": "enterprise", "registered_in_city": "true", "taxed_in_city": "true", "statistics_in_city": "true", "legal_person": "true",
			"ecommerce_business": "true", "logistics_business": "false", "violation_within_3_years": "false", "already_awarded": "false", "platform_kind": "none",
		})
		if view == "flow" {
			p.eval(`e2e.form().requestSubmit()`)
			p.eval(`history.pushState({}, "")`)
		}
		p.eval(`(document.querySelector("[name=turnover]").closest(".q").dataset.now = "", document.querySelector("[name=turnover]").focus())`)
		p.eval(`keys.length = 0`)
		for _, key := range strings.Split("12345678901\b\b\b\b\b\b\b\b\b\b", "") {
			p.press(key)
			p.eval(`new Promise((done) => setTimeout(done, 300))`)
		}
		took := get[[]float64](p, `keys`)
		require.Len(t, took, 21)
		took = took[1:] // the first one compiles
		slices.Sort(took)
		t.Logf("%s: a keystroke to the result laid out: best %.1f ms, median %.1f ms, worst %.1f ms of %d", view, took[0], took[len(took)/2], took[len(took)-1], len(took))
	}
	for _, view := range []string{"flow", "sheet"} {
		t.Log(view + ": " + s.work(t, view))
	}
	total, code := s.firstVisit(t)
	t.Logf("a first visit loads %d bytes, %d of them script (brotli 11)", total, code)
}

// work says how much of the processor the first result takes, and when the
// network alone has brought all it needs: what a busy machine does not blur.
func (s *server) work(t testing.TB, view string) string {
	var busy, script, layout, loaded []float64
	for range 5 {
		p := open(t, s)
		p.screen(360, 740)
		p.slow(view)
		call(p, emulation.SetCPUThrottlingRate, emulation.SetCPUThrottlingRateParams{Rate: 1})
		call(p, performance.Enable, performance.EnableParams{TimeDomain: performance.EnableTimeDomainThreadTicks})
		p.do(chromedp.Navigate(s.at(sheetPage)))
		get[struct{ Html float64 }](p, `first()`)
		of := map[string]float64{}
		for _, m := range call(p, performance.GetMetrics, cdp.Empty{}).Metrics {
			of[m.Name] = m.Value * 1000
		}
		busy, script = append(busy, of["TaskDuration"]), append(script, of["ScriptDuration"])
		layout = append(layout, of["LayoutDuration"]+of["RecalcStyleDuration"])
		loaded = append(loaded, get[float64](p, `Math.max(...performance.getEntriesByType("resource").map((e) => e.responseEnd)) - performance.getEntriesByType("navigation")[0].responseEnd`))
	}
	for _, list := range [][]float64{busy, script, layout, loaded} {
		slices.Sort(list)
	}
	return fmt.Sprintf("processor time to the first result, not slowed: %.0f ms (script %.0f, style and layout %.0f); all loaded %.0f ms after the HTML (medians of 5)",
		busy[2], script[2], layout[2], loaded[2])
}

// slow makes the tab a slow phone with its stop watches.
func (p *tab) slow(view string) {
	p.t.Helper()
	call(p, network.EmulateNetworkConditionsByRule, network.EmulateNetworkConditionsByRuleParams{
		MatchedNetworkConditions: []*network.Conditions{{Latency: 562, DownloadThroughput: 1.44e6 / 8, UploadThroughput: 0.675e6 / 8}},
	})
	call(p, emulation.SetCPUThrottlingRate, emulation.SetCPUThrottlingRateParams{Rate: 4})
	call(p, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: fmt.Sprintf(`
		localStorage.setItem("mingce", '{"view":%q}');
		globalThis.keys = [];
		let begun;
		addEventListener("beforeinput", () => (begun = performance.now()), true);
		addEventListener("input", () => (document.body.offsetHeight, keys.push(performance.now() - begun)));
		globalThis.first = () => new Promise((done) => {
			const look = () => {
				const e = document.getElementById("result");
				if (!e?.dataset.status) return setTimeout(look, 1);
				document.body.offsetHeight;
				const result = globalThis.shown ??= performance.now();
				const [nav] = performance.getEntriesByType("navigation");
				const painted = performance.getEntriesByType("paint")[0]?.startTime;
				if (!painted) return setTimeout(look, 20);
				done({ html: nav.responseEnd, result, painted });
			};
			look();
		});
		new MutationObserver((_, o) => { if (document.getElementById("result")?.dataset.status) { document.body.offsetHeight; globalThis.shown ??= performance.now(); o.disconnect(); } })
			.observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-status"] });
	`, view)})
}

// compressed serves every text of the site as it is published: with brotli.
func (s *server) compressed(t testing.TB) {
	for _, f := range s.out.Files() {
		body, err := s.out.ReadFile(f.Path)
		require.NoError(t, err)
		small := packed(body)
		s.extra[strings.TrimSuffix(f.Path, "index.html")] = func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", contentType(f.Path))
			w.Header().Set("Content-Encoding", "br")
			_, _ = w.Write(small)
		}
	}
}

func packed(body []byte) []byte {
	var b bytes.Buffer
	w := brotli.NewWriterLevel(&b, brotli.BestCompression)
	_, _ = w.Write(body)
	_ = w.Close()
	return b.Bytes()
}

// firstVisit is what a first visit to the calculator loads, in bytes of brotli 11.
func (s *server) firstVisit(t testing.TB) (total, code int) {
	t.Helper()
	p := open(t, s)
	p.visit(sheetPage)
	p.eval(`e2e.until(() => "ready" in e2e.form().dataset)`)
	asked := slices.Sorted(slices.Values(p.asked()))
	require.Equal(t, slices.Compact(slices.Clone(asked)), asked, "asked for twice")
	for _, url := range asked {
		name := strings.TrimPrefix(url, s.at(""))
		if name == url {
			continue
		}
		if name == sheetPage {
			name += "index.html"
		}
		body, err := s.out.ReadFile(name)
		require.NoError(t, err, url)
		n := len(packed(body))
		total += n
		if strings.HasSuffix(name, ".js") {
			code += n
		}
	}
	return total, code
}

// What a first visit to the calculator loads, all of it, is at most 40 KB, and
// its script at most 12 KB (brotli 11).
func TestFirstVisitIsLight(t *testing.T) {
	total, code := serve(t).firstVisit(t)
	require.LessOrEqual(t, total, 40_000)
	require.LessOrEqual(t, code, 12_000)
}
