package e2e

import (
	"net/http"
	"net/http/httptest"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/require"

	"mingce/site"
	"mingce/site/publish"
	"mingce/site/search"
)

const searchPage = "search/"

// look opens the search page for a query and waits until it has answered.
func (p *tab) look(query string) {
	p.t.Helper()
	p.visit(searchPage)
	p.eval(`document.getElementById("q").focus()`)
	p.press(query)
	p.answered(query)
}

// answered waits until the page has answered a query.
func (p *tab) answered(query string) {
	p.t.Helper()
	p.eval(`e2e.until(() => decodeURIComponent(location.hash) === "#q=" + $0 && document.getElementById("found").textContent && !/正在/.test(document.getElementById("found").textContent))`, query)
}

// arrive waits until an expression holds in whatever page the tab has come to.
func (p *tab) arrive(expression string) {
	p.t.Helper()
	require.Eventually(p.t, func() bool {
		there, err := chromedp.Run(p.ctx, chromedp.Evaluate[bool](expression))
		return err == nil && there
	}, patience, 20*time.Millisecond, expression)
}

func (p *tab) status() string {
	p.t.Helper()
	return get[string](p, `document.getElementById("found").textContent`)
}

// results are the addresses of what was found, as links go.
func (p *tab) results() []string {
	p.t.Helper()
	return get[[]string](p, `Array.from(document.querySelectorAll("#results a"), (a) => a.href)`)
}

// What was typed, in whatever width and case, is found word for word in the
// clause that has it, marked, and the result leads to the clause.
func TestSearchFindsClauses(t *testing.T) {
	p := open(t, serve(t))
	for _, c := range []struct{ query, clause, marked string }{
		{"年交易额１亿元以上不足2亿元", "c3-2-1", "年交易额1亿元以上不足2亿元"},
		{"o2O", "c2-1-2", "O2O"},
		{"(黑政发[2014]19号)", "c3-2-6", "(黑政发〔2014〕19号)"},
		{"就高原则", "c3-3-3", "就高原则"},
		{"市发改委:负责", "c4-1-2-p3", "市发改委:负责"},
	} {
		p.look(c.query)
		require.Contains(t, p.results(), p.s.at(textPage+"#"+c.clause), c.query)
		marks := get[[]string](p, `Array.from(document.querySelectorAll("#results mark"), (m) => m.textContent)`)
		require.Contains(t, marks, c.marked, c.query)
		p.do(chromedp.Navigate(p.s.at(textPage + "#" + c.clause)))
		require.Contains(t, get[string](p, `document.getElementById($0).textContent`, c.clause), c.marked, "the result leads to the words")
	}
}

// Benefits and questions are found, and titles by the first letters of their
// pinyin.
func TestSearchFindsMore(t *testing.T) {
	p := open(t, serve(t))
	p.look("冷藏库")
	require.Contains(t, p.results(), p.s.at(sheetPage+"#q-cold_storage_area"))
	p.look("冷链物流")
	require.Contains(t, p.results(), p.s.at(textPage+"benefits/cold-chain/"))
	p.look("入驻率")
	require.Contains(t, p.results(), p.s.at(sheetPage+"#q-park_occupancy"))
	p.look("dzswfz")
	require.Equal(t, p.s.at(textPage), p.results()[0])
	require.Equal(t, "电子商务发展", get[string](p, `document.querySelector("#results h2 mark").textContent`))
}

// What is not there is said so; what is near is shown as near.
func TestSearchSaysWhatIsNotThere(t *testing.T) {
	p := open(t, serve(t))
	p.look("量子计算")
	require.Equal(t, "没有找到“量子计算”。换一个说法，或者少写几个字。", p.status())
	require.Empty(t, p.results())
	p.look("物流仓储奖励")
	require.Contains(t, p.status(), "没有一字不差的“物流仓储奖励”")
	require.Contains(t, p.results(), p.s.at(textPage+"#c3-2-4"))
	p.look("、。")
	require.Equal(t, "请输入文字或数字。", p.status())
}

// A query is a link: it opens, goes back and forth, and stays text however it
// is written.
func TestSearchIsALink(t *testing.T) {
	p := open(t, serve(t))
	p.visit(searchPage + "#q=" + "就高")
	p.answered("就高")
	require.Equal(t, "就高", get[string](p, `document.getElementById("q").value`))
	require.NotEmpty(t, p.results())
	p.eval(`document.querySelector("#results a").click()`)
	p.arrive(`!location.pathname.endsWith("/search/")`)
	p.eval(`history.back()`)
	p.arrive(`Boolean(document.querySelector("#results a"))`)
	p.visit("about/")
	p.visit(searchPage + "#q=" + "就高")
	p.answered("就高")
	p.eval(`location.hash = "#q=" + encodeURIComponent("一票否决")`)
	p.answered("一票否决")
	require.Contains(t, p.results(), p.s.at(textPage+"#c3-3-3"))
	for _, hostile := range []string{"#q=<img src=x onerror=alert(1)>", "#q=%", "#q=" + strings.Repeat("甲", 5000), "#" + `q="<script>`} {
		p.eval(`location.hash = $0`, hostile)
		p.eval(`new Promise((r) => setTimeout(r, 300))`)
		require.Zero(t, get[int](p, `document.querySelectorAll("main img, main script").length`), hostile)
	}
}

// Without a mouse: down into the results and along them, up again, Enter to the
// first and into it, Escape back to the field.
func TestSearchByKeyboard(t *testing.T) {
	p := open(t, serve(t))
	p.look("冷藏库")
	focus := func() string { return get[string](p, `document.activeElement.id || document.activeElement.href`) }
	p.press(kb.ArrowDown)
	require.Equal(t, p.results()[0], focus())
	require.True(t, get[stop](p, `e2e.focused()`).Visible)
	p.press(kb.ArrowDown)
	require.Equal(t, p.results()[1], focus())
	p.press(kb.ArrowUp + kb.ArrowUp)
	require.Equal(t, "q", focus())
	p.press(kb.ArrowDown + kb.Escape)
	require.Equal(t, "q", focus())
	p.press("安置富余人员" + kb.Enter) // replaces what Escape selected; words of one clause
	p.answered("安置富余人员")
	p.eval(`e2e.until(() => document.activeElement.href === document.querySelector("#results a").href)`)
	p.press(kb.ArrowDown + kb.Enter)
	p.arrive(`location.hash === "#c2-1-3"`)
}

// Without script the page says so and leads to the lists.
func TestSearchWithoutScript(t *testing.T) {
	p := open(t, serve(t))
	call(p, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	p.visit(searchPage)
	require.False(t, get[bool](p, `e2e.visible(document.getElementById("search"))`))
	require.Contains(t, get[string](p, `document.querySelector("main").innerText`), "没有启用")
	require.Contains(t, get[[]string](p, `e2e.addresses()`), p.s.at("policies/"))
}

// Once used, it needs no network.
func TestSearchWithoutNetwork(t *testing.T) {
	s := serve(t)
	p := open(t, s)
	p.look("冷藏库")
	s.Close()
	p.eval(`document.getElementById("q").select()`)
	p.press("就高原则")
	p.answered("就高原则")
	require.Contains(t, p.results(), s.at(textPage+"#c3-3-3"))
	p.eval("0")
	for _, f := range p.take() { // the browser looks for the icon when the address changes
		require.Contains(t, f, "assets/icon.")
	}
}

// disk is the site written to a folder, opened without a server.
func disk(t *testing.T) *tab {
	out, problems := built()
	require.NoError(t, problems.Err())
	return folder(t, out)
}

func folder(t *testing.T, out *site.Output) *tab {
	dir := t.TempDir() + "/site"
	problems, err := publish.Write(out, publish.Options{Dir: dir, Fresh: true})
	require.NoError(t, err)
	require.NoError(t, problems.Err())
	return open(t, &server{Server: &httptest.Server{URL: "file://" + dir}, out: out, base: "/"})
}

// Opened from a disk, the page is styled, searches, and its results open.
func TestSearchFromDisk(t *testing.T) {
	p := disk(t)
	p.s.base = "/search/index.html#q=" + "就高原则"
	p.visit("")
	p.answered("就高原则")
	faults := p.take()
	for _, f := range faults { // the site's own styles, before the script asks for them otherwise, and the worker, which a disk has no use for
		require.Regexp(t, `integrity|/register\.`, f)
	}
	require.Contains(t, p.results(), p.s.URL+"/"+textPage+"index.html#c3-3-3")
	p.eval(`e2e.until(() => getComputedStyle(document.querySelector("footer")).borderTopStyle === "solid")`)
	p.take()
	p.eval(`document.querySelector("#results a[href$='c3-3-3']").click()`)
	p.arrive(`location.pathname.endsWith("/` + textPage + `index.html") && Boolean(document.getElementById("c3-3-3"))`)
	p.do(chromedp.Navigate("about:blank"))
	p.eval("0")
	p.take() // that page is meant for a server
}

// A large site: shards are loaded for what is asked, the rest is not.
func TestSearchOfLargeSite(t *testing.T) {
	s := serve(t)
	large(s, 60)
	p := open(t, s)
	p.look("就高原则")
	require.Contains(t, p.status(), "另有 55 个页面可能有", "every document has it")
	require.Len(t, get[[]string](p, `Array.from(document.querySelectorAll("#results h2 a"), (a) => a.href)`), 5)
	p.eval(`document.querySelector("#results .more button").click()`)
	p.eval(`e2e.until(() => document.querySelectorAll("#results h2 a").length === 10)`)
	require.Equal(t, get[string](p, `document.querySelectorAll("#results h2 a")[5].href`), get[string](p, `document.activeElement.href`), "the focus goes on where one was")
	p.look("编号第37号")
	require.Equal(t, []string{s.at("policies/p-37/"), s.at("policies/p-37/#mark")}, p.results())
	asked := p.asked()
	shards := 0
	for _, a := range asked {
		if strings.Contains(a, "/search/s/") {
			shards++
		}
	}
	require.Less(t, shards, 20)
	require.Contains(t, strings.Join(asked, " "), "/policies/p-37/search.js?v=")
}

// large puts the index of n documents, each the first policy with a number of
// its own, in the place of the site's.
func large(s *server, n int) {
	out, _ := built()
	text, err := os.ReadFile("../policy/testdata/qzf-2015-23.txt")
	if err != nil || out == nil {
		panic("the first policy is missing")
	}
	put := func(path string, body []byte) {
		s.extra[path] = func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "text/javascript; charset=utf-8")
			_, _ = w.Write(body)
		}
	}
	x, d := search.NewIndex(), search.NewDigester()
	for i := range n {
		p := search.Page{Address: "policies/p-" + strconv.Itoa(i) + "/", Kind: "政策原文", Title: "某市第" + strconv.Itoa(i) + "号文件"}
		for k, line := range strings.Split(string(text), "\n") {
			p.Entries = append(p.Entries, search.Entry{ID: "l" + strconv.Itoa(k), Text: line})
		}
		p.Entries = append(p.Entries, search.Entry{ID: "mark", Text: "编号第" + strconv.Itoa(i) + "号"})
		if err := x.Add(d.Digest(nil, p)); err != nil {
			panic(err)
		}
		put(p.Path(), p.Text(nil))
	}
	files, err := x.Files()
	if err != nil {
		panic(err)
	}
	for _, f := range files {
		put(f.Path, f.Body())
	}
}

// If what it needs does not come, the page says so, and tries again.
func TestSearchWithBrokenIndex(t *testing.T) {
	s := serve(t)
	s.extra["search/index.js"] = func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNotFound) }
	p := open(t, s)
	call(p, network.SetCacheDisabled, network.SetCacheDisabledParams{CacheDisabled: true})
	p.look("就高原则")
	require.Contains(t, p.status(), "没有下载成功")
	p.eval("0")
	p.take() // the browser's own note
	delete(s.extra, "search/index.js")
	p.press(kb.Enter)
	p.eval(`e2e.until(() => document.querySelector("#results a"))`)
}

// The page is accessible, empty and with results, and fits a phone.
func TestSearchIsAccessible(t *testing.T) {
	s := serve(t)
	for _, theme := range []string{"light", "dark"} {
		p := open(t, s)
		p.theme(theme)
		for _, width := range []int64{1280, 360} {
			p.screen(width, 740)
			for _, query := range []string{"物流", "量子计算", "dzsw"} {
				p.look(query)
				require.Empty(t, p.axe(), "%s at %d px: %s", theme, width, query)
				require.Empty(t, get[[]string](p, `e2e.overflow()`), query)
				require.Empty(t, get[[]string](p, `e2e.small()`), query)
			}
		}
	}
}
