package e2e

import (
	"encoding/json"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/network"
	cdppage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/require"

	"mingce/site"
)

// installed waits until the service worker has the core whole and answers.
func (p *tab) installed() {
	p.t.Helper()
	p.eval(`e2e.until(() => navigator.serviceWorker.controller?.state === "activated")`)
}

// versions lists the versions of the core that the browser holds.
func (p *tab) versions() []string {
	p.t.Helper()
	return get[[]string](p, `caches.keys().then((all) => all.filter((name) => name.includes(" core ")))`)
}

// Once the core is there it answers without the server, below a base path too:
// the pages of the core as they are, another page that was seen, and for all
// else a page that says so.
func TestCoreWorksOffline(t *testing.T) {
	for _, base := range []string{"/", "/zc/"} {
		t.Run(base, func(t *testing.T) {
			out, problems := site.Build(os.DirFS("../../content"), site.Options{BasePath: base})
			require.NoError(t, problems.Err())
			s := serveSite(t, out)
			p := openWorking(t, s)
			p.visit("")
			p.installed()
			seen, unseen := textPage+"rules/", textPage+"coverage/"
			p.visit(seen)
			require.Empty(t, p.take())
			s.Close()
			for _, page := range []string{"", "policies/", textPage, "about/", "accessibility/", batchPage, seen} {
				p.visit(page)
				require.NotContains(t, get[string](p, `document.querySelector("h1").textContent`), "没有网络", page)
			}
			p.sheet()
			x := daqing(t)
			c := x.awarded(t)
			p.eval(`e2e.fill($0)`, x.answers(c.Situation))
			require.Equal(t, x.expected(c.Situation).Figure, get[string](p, `document.querySelector(".figure").textContent`))
			p.take() // what could not be reached is not at fault
			p.visit(unseen)
			require.Equal(t, "现在没有网络", get[string](p, `document.querySelector("h1").textContent`))
			p.take()
			require.Empty(t, get[[]string](p, `caches.keys().then(async (all) => {
				const found = [];
				for (const name of all) for (const r of await (await caches.open(name)).keys()) if (new URL(r.url).origin !== location.origin) found.push(r.url);
				return found;
			})`))
		})
	}
}

// Search works without the server for someone who has been on the first page
// alone.
func TestSearchWorksOffline(t *testing.T) {
	s := serve(t)
	p := openWorking(t, s)
	p.visit("")
	p.installed()
	p.cut()
	s.Close()
	p.visit("search/#q=冷链")
	p.eval(`e2e.until(() => document.querySelector("#results a"))`)
	require.Contains(t, get[string](p, `document.getElementById("results").innerText`), "冷链")
	require.Empty(t, p.take())
}

// A new version takes over only when all of it is there. One with a file
// missing, and one whose server goes away, leave the version before as it was;
// the next whole one arrives, and what is older than the one before is removed.
func TestUpdateIsWholeOrNot(t *testing.T) {
	s := serve(t)
	p := openWorking(t, s)
	p.visit("about/")
	p.installed()
	first := p.versions()
	require.Len(t, first, 1)

	edition := func(words string) *site.Output {
		dir := t.TempDir()
		require.NoError(t, os.CopyFS(dir, os.DirFS("../../content")))
		page := filepath.Join(dir, "pages", "about.md")
		text, err := os.ReadFile(page)
		require.NoError(t, err)
		require.NoError(t, os.WriteFile(page, append(text, []byte("\n\n"+words+"\n")...), 0o644))
		out, problems := site.Build(os.DirFS(dir), site.Options{})
		require.NoError(t, problems.Err())
		return out
	}
	update := func() { p.eval(`navigator.serviceWorker.getRegistration().then((r) => r.update()).catch(() => {})`) }
	settled := func() {
		p.eval(`e2e.until(async () => { const r = await navigator.serviceWorker.getRegistration(); return !r.installing && !r.waiting; })`)
		p.eval(`navigator.serviceWorker.getRegistration().then((r) => new Promise((go) => { const look = () => (r.installing || r.waiting ? setTimeout(look, 20) : go()); look(); }))`)
	}
	says := func() string { p.visit("about/"); return get[string](p, `document.querySelector("main").textContent`) }

	s.out = edition("第二版的话。")
	s.extra["about/"] = func(w http.ResponseWriter, _ *http.Request) { http.NotFound(w, nil) }
	update()
	settled()
	require.Equal(t, first, p.versions())
	require.NotContains(t, says(), "第二版的话")

	s.extra["about/"] = func(w http.ResponseWriter, _ *http.Request) { panic(http.ErrAbortHandler) }
	update()
	settled()
	require.Equal(t, first, p.versions())
	require.NotContains(t, says(), "第二版的话")

	delete(s.extra, "about/")
	update()
	p.eval(`caches.keys().then(() => e2e.until(() => document.querySelector(".fresh:not([hidden])")))`)
	require.Contains(t, says(), "第二版的话")
	require.Len(t, p.versions(), 2, "the version before stays for pages that are open")

	s.out = edition("第三版的话。")
	update()
	p.eval(`e2e.until(() => document.querySelector(".fresh:not([hidden])"))`)
	require.Contains(t, says(), "第三版的话")
	require.Len(t, p.versions(), 2)
	require.NotContains(t, p.versions(), first[0])
	p.take()
}

// A browser finds the site worth installing: a name, icons of the sizes it
// asks for that are what they say, and a start within the site.
func TestSiteIsInstallable(t *testing.T) {
	s := serve(t)
	text, err := s.out.ReadFile("app.webmanifest")
	require.NoError(t, err)
	var app struct {
		Name, Display string
		Start         string `json:"start_url"`
		Icons         []struct{ Src, Sizes, Purpose string }
	}
	require.NoError(t, json.Unmarshal(text, &app))
	require.Equal(t, "standalone", app.Display)
	require.NotEmpty(t, app.Name)
	sizes := map[string]bool{}
	for _, i := range app.Icons {
		_, err := s.out.ReadFile(i.Src)
		require.NoError(t, err)
		sizes[i.Sizes+" "+i.Purpose] = true
	}
	require.Subset(t, sizes, map[string]bool{"192x192 any": true, "512x512 any": true, "512x512 maskable": true})
	p := openWorking(t, s)
	p.visit("")
	p.installed()
	for _, e := range call(p, cdppage.GetInstallabilityErrors, cdp.Empty{}).InstallabilityErrors {
		require.Equal(t, "in-incognito", e.ErrorID, "%v", e.ErrorArguments) // every tab of a test has a browser to itself
	}
}

// The one file opens from a disk, with no server and no network, answers as the
// page does, leads from a condition to its clause, and prints.
func TestOneFileFromDisk(t *testing.T) {
	x, s := daqing(t), serve(t)
	body, err := s.out.ReadFile("offline.html")
	require.NoError(t, err)
	require.LessOrEqual(t, len(body), 120_000)
	file := filepath.Join(t.TempDir(), "离线.html")
	require.NoError(t, os.WriteFile(file, body, 0o644))
	p := open(t, s)
	s.Close()
	p.origin = "file://"
	call(p, network.EmulateNetworkConditionsByRule, network.EmulateNetworkConditionsByRuleParams{
		MatchedNetworkConditions: []*network.Conditions{{Offline: true, DownloadThroughput: -1, UploadThroughput: -1}},
	})
	p.do(chromedp.Navigate("file://" + file))
	p.bring()
	p.eval(`e2e.until(() => document.querySelector("form.sheet") && "ready" in e2e.form().dataset)`)
	for _, c := range x.cases[:30] {
		if x.plain(c.Situation) {
			p.eval(`e2e.fill($0)`, x.answers(c.Situation))
			require.Equal(t, x.expected(c.Situation).Figure, get[string](p, `document.querySelector(".figure").textContent`), c.Name)
		}
	}
	for _, line := range strings.Split(x.doc.Text(), "\n") {
		require.Contains(t, squeeze(get[string](p, `document.querySelector("#text").textContent`)), squeeze(line))
	}
	require.Empty(t, get[[]string](p, `[...document.querySelectorAll("a[href]")].filter((a) => a.getAttribute("href").startsWith("#") ? !document.getElementById(decodeURIComponent(a.hash.slice(1))) : !a.href.startsWith("https://")).map((a) => a.outerHTML)`), "links that lead nowhere")
	p.eval(`(document.querySelector("[data-later=whatif]").click(), e2e.until(() => document.querySelector(".whatif svg, .plot svg, figure svg")))`)
	text := p.print()
	for _, in := range x.rules.Inputs {
		require.Contains(t, text, squeeze(in.Question))
	}
	for _, asked := range p.asked() {
		require.False(t, strings.HasPrefix(asked, "http"), asked)
	}
}
