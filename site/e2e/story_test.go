package e2e

import (
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/require"

	"mingce/site"
)

// TestStories plays every story of testdata: what a person does on the
// calculator and what they then see. doc.go lists the words.
func TestStories(t *testing.T) {
	names, err := filepath.Glob("testdata/*.txt")
	require.NoError(t, err)
	require.NotEmpty(t, names)
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txt"), func(t *testing.T) {
			text, err := os.ReadFile(name)
			require.NoError(t, err)
			p := &player{t: t, s: serve(t), page: sheetPage, width: 1280, height: 800, theme: "light", scale: 1}
			for i, line := range strings.Split(string(text), "\n") {
				line = strings.TrimSpace(line)
				if line == "" || strings.HasPrefix(line, "#") {
					continue
				}
				word, rest, _ := strings.Cut(line, " ")
				p.at = fmt.Sprintf("%s:%d: %s", name, i+1, line)
				p.step(word, strings.TrimSpace(rest))
			}
			require.NotNil(t, p.tab, "the story never opens the page")
			p.end()
		})
	}
}

// A player plays one story.
type player struct {
	t             *testing.T
	s             *server
	page          string // of the calculator
	tab           *tab
	at            string // the line that is played
	width, height int64
	theme         string
	scale         float64 // of the text
	noScript      bool
	expects       []string // faults that the story brings about
}

// A move is what one word of a story does, given the rest of its line.
type move func(p *player, rest string)

// moves are the words of a story.
func moves() map[string]move {
	return map[string]move{
		"town": (*player).town, "screen": (*player).screen, "theme": func(p *player, rest string) { p.theme = rest }, "text": (*player).text,
		"media":   (*player).media,
		"without": (*player).without, "expect": func(p *player, rest string) { p.expects = append(p.expects, rest) },
		"store": (*player).store, "open": (*player).open, "reload": func(p *player, _ string) { p.again(chromedp.Reload()) },
		"back": (*player).back, "tap": (*player).tap, "choose": (*player).choose, "type": (*player).write, "press": (*player).press,
		"wait": (*player).wait, "drag": (*player).drag, "swipe": (*player).swipe, "offline": (*player).offline, "run": func(p *player, rest string) { p.tab.eval(rest) },
		"see": seen(true), "miss": seen(false), "asked": shows("asked"), "focus": (*player).focus,
		"figure": shows("figure"), "errors": shows("errors"), "result": shows("result"), "review": shows("review"), "progress": shows("progress"),
		"live": shows("live"), "chart": shows("chart"), "table": shows("table"), "title": shows("title"),
		"line": (*player).line, "kept": (*player).kept, "clean": (*player).clean, "accessible": (*player).accessible, "picture": (*player).picture,
	}
}

func (p *player) step(word, rest string) {
	p.t.Helper()
	move, ok := moves()[word]
	require.True(p.t, ok, "%s: no such word", p.at)
	move(p, rest)
}

// town tells of another policy: the town of testdata, of which this program
// knows nothing.
func (p *player) town(string) {
	out, problems := site.Build(os.DirFS("../../testdata/town"), site.Options{})
	require.NoError(p.t, problems.Err())
	p.s, p.page = serveSite(p.t, out), "policies/hzf-2024-8/calculator/"
}

func (p *player) screen(rest string) {
	width, height, _ := strings.Cut(rest, "x")
	p.width, p.height = number(p.t, width), number(p.t, height)
	if p.tab != nil {
		p.tab.screen(p.width, p.height)
	}
}

func number(t *testing.T, s string) int64 {
	n, err := strconv.ParseInt(s, 10, 64)
	require.NoError(t, err)
	return n
}

// media sets a feature of the media: forced-colors active.
func (p *player) media(rest string) {
	name, value, _ := strings.Cut(rest, " ")
	p.begin()
	call(p.tab, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: name, Value: value}}})
}

// text makes all text larger, as a browser's settings do.
func (p *player) text(rest string) {
	p.scale = float64(number(p.t, strings.TrimSuffix(rest, "%"))) / 100
}

// without lets something fail: script, code (the script's file), module,
// storage, later (modules loaded on demand).
func (p *player) without(what string) {
	if what == "script" {
		p.noScript = true
		return
	}
	pattern := map[string]string{"code": `^assets/calculator\.[0-9a-f]+\.js$`, "module": `\.wasm$`, "later": `^assets/later-`}[what]
	require.NotEmpty(p.t, pattern, p.at)
	for _, f := range p.s.out.Files() {
		if regexp.MustCompile(pattern).MatchString(f.Path) {
			p.s.extra[f.Path] = http.NotFound
		}
	}
}

// store puts a text into the storage of the device, before the page is opened.
func (p *player) store(rest string) {
	key, value, _ := strings.Cut(rest, " ")
	p.begin()
	p.tab.visit("about/")
	p.tab.eval(`localStorage.setItem($0, $1)`, key, value)
}

func (p *player) begin() {
	if p.tab != nil {
		return
	}
	p.tab = open(p.t, p.s)
	p.tab.screen(p.width, p.height)
	p.tab.theme(p.theme)
	if p.noScript {
		call(p.tab, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	}
}

// open opens the calculator, with a fragment if one is given.
func (p *player) open(rest string) {
	p.begin()
	p.again(chromedp.Navigate(p.s.at(p.page) + rest))
}

// again loads the page and waits until it answers, or says that it cannot.
func (p *player) again(load chromedp.Action[chromedp.Void]) {
	p.tab.do(load)
	p.tab.bring()
	if !p.noScript {
		p.tab.eval(`e2e.until(() => ["ready", "broken"].some((k) => k in e2e.form().dataset) || $0)`, len(p.expects) > 0)
	}
	if p.scale != 1 {
		p.tab.eval(`document.documentElement.style.setProperty("font-size", $0 + "%", "important")`, 112.5*p.scale)
	}
}

func (p *player) back(string) {
	p.tab.eval(`new Promise((done) => (addEventListener("popstate", () => setTimeout(done), { once: true }), history.back()))`)
}

// tap presses with a finger, or a mouse, what is called so.
func (p *player) tap(rest string) { p.touch(`e2e.place($0)`, rest) }

func (p *player) touch(place string, args ...any) {
	p.t.Helper()
	at := get[[]float64](p.tab, place, args...)
	p.tab.do(chromedp.MouseClickXY(at[0], at[1]))
}

// choose taps an option of a question; one at a time, the next one follows.
func (p *player) choose(rest string) {
	id, text, _ := strings.Cut(rest, " ")
	p.touch(`e2e.place($1, $0)`, id, text)
	p.tab.eval(`e2e.until(() => e2e.form().dataset.view !== "flow" || !e2e.asked().split(" ").includes($0))`, id)
}

// type taps the field of a question and types over what is in it.
func (p *player) write(rest string) {
	id, text, _ := strings.Cut(rest, " ")
	p.touch(`e2e.field($0)`, id)
	p.tab.eval(`e2e.field($0)`, id)
	p.tab.press(text)
}

// press presses keys by name, one after the other; Tab*3 presses three times,
// and "words" types them.
func (p *player) press(rest string) {
	names := map[string]string{
		"Tab": kb.Tab, "Enter": kb.Enter, "Space": " ", "Escape": kb.Escape, "Left": kb.ArrowLeft, "Right": kb.ArrowRight,
		"Up": kb.ArrowUp, "Down": kb.ArrowDown, "PageUp": kb.PageUp, "PageDown": kb.PageDown, "Home": kb.Home, "End": kb.End,
		"Backspace": kb.Backspace,
	}
	for _, key := range strings.Fields(rest) {
		name, times, many := strings.Cut(key, "*")
		n := int64(1)
		if many {
			n = number(p.t, times)
		}
		text, ok := names[name]
		switch {
		case strings.HasPrefix(key, `"`):
			p.tab.press(strings.Trim(key, `"`))
			continue
		case name == "Shift+Tab":
			p.tab.do(chromedp.KeyEvent(kb.Tab, chromedp.KeyModifiers(chromedp.ModifierShift)))
			continue
		}
		require.True(p.t, ok, "%s: no such key: %s", p.at, name)
		for range n {
			p.tab.press(text)
		}
	}
}

// offline cuts the network and stops the server.
func (p *player) offline(string) {
	p.tab.cut()
	p.s.Close()
}

// wait waits so many milliseconds; only for what the page itself leaves to time.
func (p *player) wait(rest string) { time.Sleep(time.Duration(number(p.t, rest)) * time.Millisecond) }

// seen is a word that looks for words anywhere in the main part.
func seen(is bool) move {
	return func(p *player, rest string) {
		p.t.Helper()
		p.soon(rest, is, func() string { return get[string](p.tab, `e2e.seen()`) })
	}
}

// shows is a word that looks for words in a part; without words the part must
// be empty or gone. The parts that hold one thing must be just that.
func shows(part string) move {
	return func(p *player, rest string) {
		p.t.Helper()
		ask := `e2e.part($0)`
		if part == "asked" {
			ask = `(0, $0, e2e.asked())`
		}
		look := func() string { return get[string](p.tab, ask, part) }
		if rest == "" || part == "figure" || part == "asked" {
			require.Eventually(p.t, func() bool { return look() == squeeze(rest) || rest == "" && look() == "" }, 5*time.Second, 20*time.Millisecond,
				"%s: there is %q", p.at, look())
			return
		}
		p.soon(rest, true, look)
	}
}

// soon waits a little for words to come or to go.
func (p *player) soon(words string, come bool, look func() string) {
	p.t.Helper()
	var last string
	for end := time.Now().Add(5 * time.Second); ; time.Sleep(20 * time.Millisecond) {
		last = look()
		if strings.Contains(last, squeeze(words)) == come {
			return
		}
		if time.Now().After(end) {
			require.Fail(p.t, p.at, "there is %.600q", last)
		}
	}
}

func (p *player) focus(rest string) {
	p.t.Helper()
	p.soon(rest, true, func() string { return get[string](p.tab, `e2e.focus()`) })
}

// line looks at the line of a benefit: line ID STATE [AMOUNT] [取].
func (p *player) line(rest string) {
	p.t.Helper()
	f := strings.Fields(rest)
	got := get[struct {
		State, Pay string
		Taken      bool
	}](p.tab, `e2e.line($0)`, f[0])
	want := strings.TrimSpace(got.State + " " + got.Pay + map[bool]string{true: " 取"}[got.Taken])
	require.Equal(p.t, strings.Join(f[1:], " "), want, p.at)
}

// kept looks at what a field holds: kept ID WORDS.
func (p *player) kept(rest string) {
	p.t.Helper()
	id, text, _ := strings.Cut(rest, " ")
	require.Equal(p.t, text, get[string](p.tab, `e2e.form().elements[$0].value`, id), p.at)
}

// accessible means that axe finds no violation.
func (p *player) accessible(string) {
	p.t.Helper()
	if p.noScript { // axe itself is one
		call(p.tab, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: false})
		defer call(p.tab, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	}
	require.Empty(p.t, p.tab.axe(), p.at)
}

// clean means that nothing overflows, every target is large enough, all words
// can be read, and axe finds no violation.
func (p *player) clean(string) {
	p.t.Helper()
	require.Empty(p.t, get[[]string](p.tab, `e2e.overflow()`), p.at)
	require.Empty(p.t, get[[]string](p.tab, `e2e.small()`), p.at)
	require.Empty(p.t, get[[]string](p.tab, `e2e.faint(4.5)`), p.at)
	p.accessible("")
}

// picture writes what one sees to the folder of -pictures, if there is one:
// picture NAME, or picture NAME full for the whole page.
func (p *player) picture(rest string) {
	if *pictures == "" {
		return
	}
	name, full, _ := strings.Cut(rest, " ")
	look := chromedp.CaptureScreenshot()
	if full != "" {
		look = chromedp.FullScreenshot(100)
	}
	require.NoError(p.t, os.MkdirAll(*pictures, 0o755))
	b, err := chromedp.Run(p.tab.ctx, look)
	require.NoError(p.t, err, p.at)
	save(p.t, name, b)
}

// end forgets the faults that the story expects, and those alone.
func (p *player) end() {
	if len(p.expects) == 0 {
		return
	}
	p.tab.eval("0")
	for _, fault := range p.tab.take() {
		found := false
		for _, e := range p.expects {
			found = found || strings.Contains(fault, e)
		}
		require.True(p.t, found, "went wrong in the page: %s", fault)
	}
}
