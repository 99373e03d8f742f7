package e2e

import (
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"

	"mingce/site"
)

const (
	cardPages  = textPage + "benefits/"
	glancePage = textPage + "at-a-glance/"
)

// drawn lists the pages with pictures.
func drawn(x subject) []string {
	pages := []string{glancePage, "goals/"}
	for _, b := range x.rules.Benefits {
		pages = append(pages, cardPages+b.ID+"/")
	}
	return pages
}

// Every card fits one sheet of A4, with all that it says.
func TestCardsPrintOnOneSheet(t *testing.T) {
	x, p := daqing(t), open(t, serve(t))
	for _, b := range x.rules.Benefits {
		p.visit(cardPages + b.ID + "/")
		text := p.print()
		require.Contains(t, text, squeeze(b.Name))
		for _, id := range b.Needs {
			for _, c := range x.rules.Conditions {
				if c.ID == id {
					require.Contains(t, text, squeeze(c.Words), b.ID)
				}
			}
		}
		require.Len(t, p.sheets(), 1, b.ID)
	}
}

// The button of a card opens the calculator with who applies already answered.
func TestCardOpensTheCalculator(t *testing.T) {
	p := open(t, serve(t))
	p.visit(cardPages + "park-startup/")
	p.visit(strings.TrimPrefix(get[string](p, `document.querySelector(".go .first").href`), p.s.at("")))
	p.eval(`e2e.until(() => "ready" in e2e.form().dataset && !document.querySelector(".linked").hidden)`)
	require.Contains(t, get[string](p, `document.querySelector(".linked").textContent`), "已按链接填好1项答案")
	require.Equal(t, "zone", get[string](p, `e2e.form().elements.applicant.value`))
}

// In the fonts of a real browser, too, no words of a picture leave it or touch
// others, on a phone as on a desk.
func TestPicturesKeepTheirWords(t *testing.T) {
	x, p := daqing(t), open(t, serve(t))
	for _, width := range []int64{360, 1280} {
		p.screen(width, 740)
		for _, at := range drawn(x) {
			p.visit(at)
			p.eval(`document.querySelectorAll("details").forEach((e) => (e.open = true))`)
			require.Empty(t, get[[]string](p, `e2e.crowded()`), "%s at %d px", at, width)
		}
	}
}

// Pages of pictures, tables and routes hold what axe-core asks, in both modes.
func TestCardsAreAccessible(t *testing.T) {
	x, p := daqing(t), open(t, serve(t))
	for _, theme := range []string{"light", "dark"} {
		p.theme(theme)
		for _, page := range append(drawn(x), "guide/", "departments/") {
			p.screen(360, 740)
			p.visit(page)
			p.eval(`document.querySelectorAll("details").forEach((e) => (e.open = true))`)
			require.Empty(t, p.axe(), "%s, %s", page, theme)
			require.Empty(t, get[[]string](p, `e2e.overflow()`), page)
		}
	}
}

// A saved is what a picture became as an image.
type saved struct {
	Wide, High int
	Dark       float64 // part of the image that is not paper
	Link, Says string
}

// The picture of the page becomes an image of twice its size, in the colours of
// paper even in the dark, to keep or to download; nothing is asked of anybody.
func TestPicturesAreSavedAsImages(t *testing.T) {
	p := open(t, serve(t))
	p.theme("dark")
	for _, page := range []string{glancePage, cardPages + "enterprise-growth/"} {
		p.visit(page)
		p.eval(`document.querySelectorAll("details").forEach((e) => (e.open = true))`)
		high := get[int](p, `document.querySelector(".poster").viewBox.baseVal.height`)
		p.eval(`document.querySelector(".poster-box button").click()`)
		got := get[saved](p, `e2e.savedPicture()`)
		require.Equal(t, 1500, got.Wide)
		require.InDelta(t, 2*high, got.High, 2)
		require.Greater(t, got.Dark, .02, "nothing is drawn")
		require.Less(t, got.Dark, .4, "the ground is not paper")
		require.True(t, strings.HasPrefix(got.Link, "blob:"), got.Link)
		require.Contains(t, got.Says, "图片已经生成")
	}
}

// With an address of its own the site puts codes on its pictures; without, the
// page says why there are none.
func TestCodesNeedAnAddress(t *testing.T) {
	p := open(t, serve(t))
	p.visit(glancePage)
	require.Zero(t, get[int](p, `document.querySelectorAll(".poster .code").length`))
	require.Contains(t, get[string](p, `document.querySelector(".poster-box").textContent`), "图上没有二维码")

	content := fstest.MapFS{}
	from := os.DirFS("../../content")
	require.NoError(t, fs.WalkDir(from, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		body, err := fs.ReadFile(from, name)
		content[name] = &fstest.MapFile{Data: body}
		return err
	}))
	conf := content["site.toml"]
	conf.Data = []byte(strings.Replace(string(conf.Data), `base_url = ""`, `base_url = "https://www.example.gov.cn/zc/"`, 1))
	out, problems := site.Build(content, site.Options{})
	require.NoError(t, problems.Err())
	p = open(t, serveSite(t, out))
	p.visit(glancePage)
	require.NotZero(t, get[int](p, `document.querySelectorAll(".poster .code").length`))
	require.NotContains(t, get[string](p, `document.querySelector(".poster-box").textContent`), "图上没有二维码")
}
