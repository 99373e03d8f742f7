package e2e

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"image"
	"image/color"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/makiuchi-d/gozxing"
	"github.com/makiuchi-d/gozxing/qrcode"
	"github.com/stretchr/testify/require"

	assess "mingce/site/answer"
)

// handed answers the calculator with a case and asks for one way of handing
// the result on.
func handed(t *testing.T, tool string) (*tab, subject, map[string]string) {
	t.Helper()
	x, p := daqing(t), open(t, serve(t))
	p.sheet()
	answers := x.answers(x.awarded(t).Situation)
	p.eval(`e2e.fill($0)`, answers)
	p.eval(`(window.print = () => { window.printed = true; }, navigator.clipboard.writeText = async (text) => { window.copied = text; })`)
	p.eval(`document.querySelector("[data-tool=" + $0 + "]").click()`, tool)
	return p, x, answers
}

// A link opens elsewhere with the same answers and the same result, and the
// server that it is opened from learns nothing of them.
func TestLinkCarriesTheAnswers(t *testing.T) {
	p, _, answers := handed(t, "link")
	p.eval(`e2e.until(() => window.copied && document.querySelector(".handed svg"))`)
	link := get[string](p, `window.copied`)
	address, fragment, found := strings.Cut(link, "#")
	require.True(t, found)
	require.Equal(t, p.s.at(sheetPage), address)
	require.Equal(t, link, read(t, get[string](p, `document.querySelector(".handed svg path:last-child").getAttribute("d")`)), "the QR code")
	require.Empty(t, p.axe())

	q := open(t, p.s)
	q.visit(sheetPage + "#" + fragment)
	q.eval(`e2e.until(() => "ready" in e2e.form().dataset && !document.querySelector(".linked").hidden)`)
	require.Equal(t, get[saying](p, `e2e.says()`), get[saying](q, `e2e.says()`))
	require.Contains(t, get[string](q, `document.querySelector(".linked").textContent`), "已按链接填好"+strconv.Itoa(count(answers))+"项答案")
	require.Equal(t, q.s.at(sheetPage), get[string](q, `location.href`))
}

// An saying is what e2e.says returns.
type saying map[string]any

func count(answers map[string]string) (n int) {
	for _, a := range answers {
		if a != "" {
			n++
		}
	}
	return n
}

var run = regexp.MustCompile(`M(\d+) (\d+)h(\d+)v1h-\d+z`)

// read reads the drawing of a QR code, as a camera would.
func read(t *testing.T, path string) string {
	t.Helper()
	const quiet, scale = 4, 4
	side := 0
	runs := run.FindAllStringSubmatch(path, -1)
	at := func(m []string, i int) int {
		n, err := strconv.Atoi(m[i])
		require.NoError(t, err)
		return n
	}
	for _, m := range runs {
		side = max(side, at(m, 1)+at(m, 3))
	}
	img := image.NewGray(image.Rect(0, 0, (side+2*quiet)*scale, (side+2*quiet)*scale))
	for i := range img.Pix {
		img.Pix[i] = 255
	}
	for _, m := range runs {
		for x := (at(m, 1) + quiet) * scale; x < (at(m, 1)+at(m, 3)+quiet)*scale; x++ {
			for y := (at(m, 2) + quiet) * scale; y < (at(m, 2)+1+quiet)*scale; y++ {
				img.SetGray(x, y, color.Gray{})
			}
		}
	}
	bitmap, err := gozxing.NewBinaryBitmapFromImage(img)
	require.NoError(t, err)
	got, err := qrcode.NewQRCodeReader().Decode(bitmap, map[gozxing.DecodeHintType]any{gozxing.DecodeHintType_PURE_BARCODE: true})
	require.NoError(t, err)
	return got.GetText()
}

// The data that one saves is a line of mingce assess, which gives the same
// award and the same benefits again.
func TestDataIsALineOfAssess(t *testing.T) {
	p, x, _ := handed(t, "link")
	p.eval(`(URL.createObjectURL = (blob) => { window.saved = blob; return "#"; }, HTMLAnchorElement.prototype.click = function () { window.name = this.download; })`)
	p.eval(`document.querySelector("[data-tool=data]").click()`)
	p.eval(`e2e.until(() => window.saved)`)
	require.Regexp(t, `^qzf-2015-23-\d{4}-\d\d-\d\d\.json$`, get[string](p, `window.name`))
	raw, err := base64.StdEncoding.DecodeString(get[string](p, `window.saved.arrayBuffer().then((b) => btoa(String.fromCharCode(...new Uint8Array(b))))`))
	require.NoError(t, err)
	var data struct {
		Policy, Rules, Date string
		Applicant           json.RawMessage
		Readings            map[string]string
		Award               json.RawMessage
		Benefits            []map[string]any
		Interpretations     []string
	}
	require.NoError(t, json.Unmarshal(raw, &data))
	var line bytes.Buffer
	require.NoError(t, json.Compact(&line, data.Applicant))
	var out bytes.Buffer
	bad, err := assess.Job{Program: x.program}.Run(&line, &out)
	require.Zero(t, bad)
	require.NoError(t, err)
	var want struct {
		Award           json.RawMessage
		Benefits        []map[string]any
		Interpretations []string
	}
	require.NoError(t, json.Unmarshal(out.Bytes(), &want))
	require.JSONEq(t, string(want.Award), string(data.Award))
	require.Equal(t, want.Benefits, data.Benefits)
	require.Equal(t, want.Interpretations, data.Interpretations)
}

// The text to paste says the award, every answer and that it is no decision.
func TestTextTellsTheResult(t *testing.T) {
	p, x, answers := handed(t, "text")
	p.eval(`e2e.until(() => window.copied)`)
	text := get[string](p, `window.copied`)
	c := x.awarded(t)
	require.Contains(t, text, "目前可得："+x.expected(c.Situation).Figure+"\n")
	for i, in := range x.rules.Inputs {
		if answers[in.ID] != "" {
			require.Contains(t, text, "\n"+in.Short+"：", "%d", i)
		}
	}
	require.Contains(t, text, "仅供参考，不是审批结果")
	require.Contains(t, text, x.doc.Meta.Number.Value)
	require.NotRegexp(t, `\p{Han}[,;:?!]\p{Han}`, text, "marks as they are set in Chinese")
}

// The sheet on paper is one page of A4: answers, result, clauses, date, version.
func TestSlipIsOnePage(t *testing.T) {
	p, x, answers := handed(t, "print")
	p.eval(`e2e.until(() => window.printed)`)
	slip := squeeze(get[string](p, `document.querySelector(".slip").textContent`)) // paper breaks lines in the middle of questions
	pdf := p.paper()
	require.Len(t, mediaBox.FindAll(pdf, -1), 1, "pages")
	text := squeeze(p.written(pdf))
	for _, words := range []string{"奖补自测单", "仅供参考", "扫码打开这份自测", "规则版本", x.expected(x.awarded(t).Situation).Figure, "三(二)1"} {
		require.Contains(t, text, squeeze(words))
	}
	for _, in := range x.rules.Inputs {
		if answers[in.ID] != "" {
			require.Contains(t, slip, squeeze(in.Question))
		}
	}
	for _, b := range x.rules.Benefits {
		require.Contains(t, slip, squeeze(b.Name))
	}
	require.NotContains(t, text, squeeze("填写情况"))
	require.True(t, get[bool](p, `!document.querySelector(".slip") && !document.documentElement.dataset.print`), "gone once it is printed")
}
