package e2e

import (
	"bytes"
	"os/exec"
	"regexp"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/require"
)

// On paper the policy is A4 and whole: title, number, every clause, date.
func TestPolicyOnPaper(t *testing.T) {
	x, p := daqing(t), open(t, serve(t))
	p.visit(textPage)
	text := furniture.ReplaceAllString(p.print(), "")
	for _, line := range strings.Split(x.doc.Text(), "\n") {
		require.Contains(t, text, squeeze(line))
	}
	require.NotContains(t, text, squeeze("测一测能拿多少"), "a link that paper cannot follow")
}

// The empty sheet on paper is a form: every question with its options, every
// condition, and no word on a result that is not there.
func TestSheetOnPaper(t *testing.T) {
	x, p := daqing(t), open(t, serve(t))
	p.sheet()
	text := p.print()
	for _, in := range x.rules.Inputs {
		require.Contains(t, text, squeeze(in.Question))
		for _, o := range in.Options {
			require.Contains(t, text, squeeze(o.Text))
		}
	}
	for _, c := range x.rules.Conditions {
		require.Contains(t, text, squeeze(c.Words))
	}
	for _, b := range x.rules.Benefits {
		require.Contains(t, text, squeeze(b.Name))
	}
	require.NotContains(t, text, squeeze("下一个问题"))
}

// The answered sheet on paper also says what was answered and what comes of it.
func TestAnsweredSheetOnPaper(t *testing.T) {
	x, p := daqing(t), open(t, serve(t))
	p.sheet()
	c := x.awarded(t)
	p.eval(`e2e.fill($0)`, x.answers(c.Situation))
	text := p.print()
	require.Contains(t, text, squeeze(x.expected(c.Situation).Figure))
	require.Contains(t, text, squeeze("取此项"))
	for i, in := range x.rules.Inputs {
		require.Contains(t, text, squeeze(in.Question))
		if in.Kind.Numeric() {
			require.Contains(t, text, squeeze(typed(in, c.Situation[i])))
		}
	}
}

// furniture is what stands around the text on each sheet.
var furniture = regexp.MustCompile(`—[0-9]+—|网页打印件.以正式文件为准`)

var mediaBox = regexp.MustCompile(`/MediaBox *\[([^\]]*)\]`)

// print prints the page as its style sheet says and reads the paper back,
// squeezed.
func (p *tab) print() string {
	p.t.Helper()
	return squeeze(p.written(p.paper()))
}

// paper prints the page; every sheet must be A4.
func (p *tab) paper() []byte {
	p.t.Helper()
	pdf, err := chromedp.Run(p.ctx, chromedp.PrintToPDF(chromedp.PDFPreferCSSPageSize(), func(o *page.PrintToPDFParams) {
		o.PaperWidth, o.PaperHeight = 8.5, 11 // what an American browser would take
	}))
	require.NoError(p.t, err)
	boxes := mediaBox.FindAllSubmatch(pdf, -1)
	require.NotEmpty(p.t, boxes)
	for _, box := range boxes {
		require.Regexp(p.t, `^0 0 (595|594\.9)\S* (842|841\.[89])\S*$`, string(box[1]), "not A4")
	}
	return pdf
}

// written is the text on paper.
func (p *tab) written(pdf []byte) string {
	p.t.Helper()
	reader, err := exec.LookPath("pdftotext")
	require.NoError(p.t, err, "pdftotext is missing: install poppler (Debian: apt-get install poppler-utils)")
	command := exec.Command(reader, "-q", "-", "-")
	command.Stdin = bytes.NewReader(pdf)
	text, err := command.Output()
	require.NoError(p.t, err)
	return string(text)
}
