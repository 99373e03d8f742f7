package e2e

import (
	"bytes"
	"cmp"
	"flag"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/require"
)

var pictures = flag.String("pictures", "", "folder to write pictures of the site to")

// A shot is one picture: a page in a state, seen in a window or as a whole.
type shot struct {
	name  string
	page  string
	state string // of states, or "" for empty
	full  bool
}

// TestPictures writes pictures of the main states, to look at, into a folder
// given by -pictures; without it there is nothing to do.
func TestPictures(t *testing.T) {
	if *pictures == "" {
		t.Skip("no -pictures folder")
	}
	require.NoError(t, os.MkdirAll(*pictures, 0o755))
	s := serve(t)
	save(t, "site", readme(t, s))
	for _, look := range []struct {
		name, theme   string
		width, height int64
	}{{"wide", "light", 1280, 800}, {"wide-dark", "dark", 1280, 800}, {"phone", "light", 360, 740}, {"phone-dark", "dark", 360, 740}} {
		p := open(t, s)
		p.screen(look.width, look.height)
		p.theme(look.theme)
		for _, shot := range []shot{
			{"home", "", "", true}, {"list", "policies/", "", true}, {"about", "about/", "", true},
			{"policy", textPage, "", false}, {"clause", textPage + "#c3-2-1", "", false},
			{"sheet", sheetPage, "", false}, {"award", sheetPage, "award", false}, {"range", sheetPage, "wide range", false},
			{"mistakes", sheetPage, "mistakes", true}, {"whole-award", sheetPage, "award", true},
		} {
			p.take()
			save(t, look.name+"-"+shot.name, p.picture(shot))
		}
	}
}

// picture opens a page, brings it into a state and looks at it.
func (p *tab) picture(s shot) []byte {
	p.t.Helper()
	if s.page == sheetPage {
		p.sheet()
		for _, at := range daqing(p.t).states(p.t) {
			if at.name == s.state {
				p.eval(`e2e.fill($0)`, at.answers)
			}
		}
	} else {
		p.visit(s.page)
	}
	look := chromedp.CaptureScreenshot()
	if s.full {
		look = chromedp.FullScreenshot(100)
	}
	b, err := chromedp.Run(p.ctx, look)
	require.NoError(p.t, err)
	return b
}

// readme is the picture of the README: the first page, the policy and the
// calculator on three phones side by side.
func readme(t testing.TB, s *server) []byte {
	const width, height, gap = 400, 720, 24
	out := image.NewRGBA(image.Rect(0, 0, 3*width+4*gap, height+2*gap))
	draw.Draw(out, out.Bounds(), image.NewUniform(color.RGBA{0xe4, 0xe1, 0xdc, 0xff}), image.Point{}, draw.Src)
	p := open(t, s)
	p.screen(width, height)
	for i, page := range []string{"", textPage + "#c3-2-1", sheetPage} {
		p.visit(page)
		if page == sheetPage {
			p.eval(`e2e.until(() => "ready" in e2e.form().dataset)`)
			p.eval(`e2e.fill($0)`, map[string]string{
				"applicant": "enterprise", "registered_in_city": "true", "taxed_in_city": "true", "statistics_in_city": "true", "legal_person": "true",
				"ecommerce_business": "true", "violation_within_3_years": "false", "already_awarded": "false", "logistics_business": "false", "platform_kind": "none",
			})
			p.eval(`e2e.form().requestSubmit()`)
			p.eval(`e2e.fill({ turnover: "2.5亿" })`)
		}
		b, err := chromedp.Run(p.ctx, chromedp.CaptureScreenshot())
		require.NoError(t, err)
		view, err := png.Decode(bytes.NewReader(b))
		require.NoError(t, err)
		at := image.Rect(gap+i*(width+gap), gap, gap+i*(width+gap)+width, gap+height)
		draw.Draw(out, at, view, image.Point{}, draw.Src)
	}
	var b bytes.Buffer
	require.NoError(t, (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&b, fewColours(out)))
	return b.Bytes()
}

// fewColours keeps the 64 commonest colours of a picture, which halves its
// file.
func fewColours(of *image.RGBA) *image.Paletted {
	count := map[color.RGBA]int{}
	for y := range of.Rect.Dy() {
		for x := range of.Rect.Dx() {
			count[of.RGBAAt(x, y)]++
		}
	}
	colours := slices.SortedFunc(maps.Keys(count), func(a, b color.RGBA) int {
		return cmp.Or(count[b]-count[a], cmp.Compare(a.R, b.R), cmp.Compare(a.G, b.G), cmp.Compare(a.B, b.B))
	})
	var palette color.Palette
	for _, c := range colours[:min(64, len(colours))] {
		palette = append(palette, c)
	}
	out := image.NewPaletted(of.Rect, palette)
	draw.Draw(out, out.Rect, of, image.Point{}, draw.Src)
	return out
}

func save(t testing.TB, name string, picture []byte) {
	t.Helper()
	require.NoError(t, os.WriteFile(filepath.Join(*pictures, name+".png"), picture, 0o644))
}
