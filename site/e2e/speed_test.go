package e2e

import (
	"bytes"
	"flag"
	"fmt"
	"net/http"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

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
// (562 ms a request, 1.44 Mbit/s) with a processor four times slower than this
// one:
//
//	go test ./site/e2e -run SlowPhone -measure -v
//
// The browser slows a processor down by keeping it busy, also while the page
// has nothing to do. So there is one tab at a time, closed before the next one
// opens, and nothing else should run: the load that the machine has besides is
// printed. Nothing is held to the figures, which are those of the machine.
func TestCalculatorOnASlowPhone(t *testing.T) {
	if !*measure {
		t.Skip("no -measure")
	}
	s := serve(t)
	s.compressed(t)
	for _, view := range []string{"flow", "sheet"} {
		for _, rate := range []float64{4, 1} {
			t.Run(fmt.Sprintf("First/%s/%v", view, rate), func(t *testing.T) { firsts(t, s, view, rate) })
			t.Run(fmt.Sprintf("Keys/%s/%v", view, rate), func(t *testing.T) { keystrokes(t, s, view, rate) })
		}
	}
	total, code := s.firstVisit(t)
	t.Logf("a first visit loads %d bytes, %d of them script (brotli 11)", total, code)
}

// A first is when things were there for the first time, in ms since the
// navigation; of the processor, in ms of its time until the result.
type first struct {
	Html, Loaded, Painted, Result, Shown float64
	busy, script, layout                 float64
}

// firsts loads the calculator again and again.
func firsts(t *testing.T, s *server, view string, rate float64) {
	var all []first
	for range 7 {
		t.Run("", func(t *testing.T) { // closes the tab at its end
			p := s.phone(t, view, rate)
			call(p, performance.Enable, performance.EnableParams{TimeDomain: performance.EnableTimeDomainThreadTicks})
			p.do(chromedp.Navigate(s.at(sheetPage)))
			f := get[first](p, `first`)
			of := map[string]float64{}
			for _, m := range call(p, performance.GetMetrics, cdp.Empty{}).Metrics {
				of[m.Name] = m.Value * 1000
			}
			f.busy, f.script, f.layout = of["TaskDuration"], of["ScriptDuration"], of["LayoutDuration"]+of["RecalcStyleDuration"]
			all = append(all, f)
		})
	}
	say := func(what string, of func(first) float64) string {
		var ms []float64
		for _, f := range all {
			ms = append(ms, of(f))
		}
		return what + " " + spread(ms)
	}
	t.Logf("%s, processor %v times slower, ms after the HTML: %s; %s; %s; %s", view, rate,
		say("all loaded", func(f first) float64 { return f.Loaded - f.Html }), say("first paint", func(f first) float64 { return f.Painted - f.Html }),
		say("first result, laid out", func(f first) float64 { return f.Result - f.Html }), say("and painted", func(f first) float64 { return f.Shown - f.Html }))
	t.Logf("%s, processor %v times slower, ms of the main thread until then: %s; %s; %s; load %s", view, rate, say("in all", func(f first) float64 { return f.busy }),
		say("script", func(f first) float64 { return f.script }), say("style and layout", func(f first) float64 { return f.layout }), load())
}

// keystrokes types into the field that most depends on, with all else answered.
func keystrokes(t *testing.T, s *server, view string, rate float64) {
	p := s.phone(t, view, 1)
	p.do(chromedp.Navigate(s.at(sheetPage)))
	p.bring()
	p.eval(`e2e.until(() => "ready" in e2e.form().dataset)`)
	p.eval(`e2e.fill($0)`, map[string]string{
		"applicant": "enterprise", "registered_in_city": "true", "taxed_in_city": "true", "statistics_in_city": "true", "legal_person": "true",
		"ecommerce_business": "true", "logistics_business": "false", "violation_within_3_years": "false", "already_awarded": "false", "platform_kind": "none",
	})
	if view == "flow" {
		p.eval(`e2e.form().requestSubmit()`)
		require.Equal(t, "turnover", get[string](p, `e2e.asked()`))
	}
	p.eval(`document.querySelector("[name=turnover]").focus()`)
	time.Sleep(time.Second)
	plain := get[float64](p, `loop()`)
	p.eval(`keys.length = frames.length = 0`)
	call(p, emulation.SetCPUThrottlingRate, emulation.SetCPUThrottlingRateParams{Rate: rate})
	slower := get[float64](p, `loop()`) / plain
	for _, key := range strings.Split("12345678901\b\b\b\b\b\b\b\b\b\b23456789012\b\b\b\b\b\b\b\b\b\b", "") {
		p.press(key)
		time.Sleep(250 * time.Millisecond)
	}
	took, frames := get[[]float64](p, `keys`), get[[]float64](p, `frames`)
	require.Len(t, took, 42)
	t.Logf("%s, processor %v times slower (a loop: %.1f times), ms from a keystroke to the result laid out: %s, the first five %.1f; to its frame, waiting for it included: %s; load %s",
		view, rate, slower, spread(took[5:]), took[:5], spread(frames[5:]), load())
}

// phone opens a tab that is a slow phone with its stop watches.
func (s *server) phone(t *testing.T, view string, rate float64) *tab {
	t.Helper()
	p := open(t, s)
	p.screen(360, 740)
	call(p, network.EmulateNetworkConditionsByRule, network.EmulateNetworkConditionsByRuleParams{
		MatchedNetworkConditions: []*network.Conditions{{Latency: 562, DownloadThroughput: 1.44e6 / 8, UploadThroughput: 0.675e6 / 8}},
	})
	call(p, emulation.SetCPUThrottlingRate, emulation.SetCPUThrottlingRateParams{Rate: rate})
	call(p, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: fmt.Sprintf(watches, view)})
	time.Sleep(time.Second) // a tab has things to do when it opens
	return p
}

// watches are the stop watches, in the page. They change nothing of when the
// page does what, but that a layout is forced where it would come next.
const watches = `
	localStorage.setItem("mingce", '{"view":%q}');
	globalThis.keys = [];
	globalThis.frames = [];
	const framed = (f) => requestAnimationFrame(() => {
		const { port1, port2 } = new MessageChannel();
		port1.onmessage = () => f(performance.now());
		port2.postMessage(0);
	});
	globalThis.loop = () => {
		const best = [];
		for (let k = 0; k < 9; k++) {
			const from = performance.now();
			let x = 1;
			for (let i = 0; i < 1e7; i++) x = Math.imul(x, 48271) ^ (x >>> 3);
			best.push(performance.now() - from + (x === 0.5));
		}
		return best.sort((a, b) => a - b)[4];
	};
	let begun;
	addEventListener("beforeinput", () => (begun = performance.now()), true);
	addEventListener("input", () => {
		const from = begun;
		document.body.offsetHeight;
		keys.push(performance.now() - from);
		framed((now) => frames.push(now - from));
	});
	globalThis.first = new Promise((done) => addEventListener("DOMContentLoaded", () => {
		const e = document.getElementById("result");
		const shown = () => {
			document.body.offsetHeight;
			const Result = performance.now();
			framed((Shown) => setTimeout(() => done({
				Html: performance.getEntriesByType("navigation")[0].responseEnd,
				Loaded: Math.max(...performance.getEntriesByType("resource").filter((r) => r.responseEnd < Result).map((r) => r.responseEnd)),
				Painted: performance.getEntriesByType("paint")[0].startTime, Result, Shown,
			}), 100));
		};
		if (!e) return;
		if (e.dataset.status) return shown();
		new MutationObserver((_, o) => (o.disconnect(), shown())).observe(e, { attributeFilter: ["data-status"] });
	}));`

// spread is the median of some figures, with the best and the worst.
func spread(of []float64) string {
	slices.Sort(of)
	return fmt.Sprintf("%.4g (%.4g to %.4g)", of[len(of)/2], of[0], of[len(of)-1])
}

// load is what the machine has to do, besides this too, where it says so.
func load() string {
	text, err := os.ReadFile("/proc/loadavg")
	if err != nil {
		return "unknown"
	}
	return strings.Fields(string(text))[0]
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
