package e2e

import (
	"bytes"
	"cmp"
	"encoding/xml"
	"math"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// A printed is the words of one sheet of paper, in points from its upper left
// corner.
type printed struct {
	Words []struct {
		Left   float64 `xml:"xMin,attr"`
		Right  float64 `xml:"xMax,attr"`
		Top    float64 `xml:"yMin,attr"`
		Bottom float64 `xml:"yMax,attr"`
		Text   string  `xml:",chardata"`
	} `xml:"word"`
}

// A row is one line of print.
type row struct {
	middle, left, right float64
	text                string
}

// sheets prints the page and reads back where each word stands.
func (p *tab) sheets() [][]row {
	p.t.Helper()
	reader, err := exec.LookPath("pdftotext")
	require.NoError(p.t, err)
	command := exec.Command(reader, "-q", "-bbox", "-", "-")
	command.Stdin = bytes.NewReader(p.paper())
	text, err := command.Output()
	require.NoError(p.t, err)
	var doc struct {
		Pages []printed `xml:"body>doc>page"`
	}
	require.NoError(p.t, xml.Unmarshal(text, &doc))
	var out [][]row
	for _, page := range doc.Pages {
		out = append(out, page.rows())
	}
	return out
}

func (s printed) rows() (rows []row) {
	for _, w := range s.Words {
		middle := (w.Top + w.Bottom) / 2
		at := slices.IndexFunc(rows, func(r row) bool { return math.Abs(r.middle-middle) < 4 })
		if at < 0 {
			rows = append(rows, row{middle, w.Left, w.Right, w.Text})
			continue
		}
		r := &rows[at]
		r.left, r.right, r.text = min(r.left, w.Left), max(r.right, w.Right), r.text+w.Text
	}
	slices.SortFunc(rows, func(a, b row) int { return cmp.Compare(a.middle, b.middle) })
	return rows
}

const (
	mm       = 72 / 25.4
	official = "网页打印件，以正式文件为准"
)

// On paper the text has the measures of GB/T 9704-2012: within 156 by 225 mm,
// 37 mm from the top and 28 mm from the left, 22 lines of 28 characters; page
// numbers below, odd ones right, even ones left; every sheet says that it is a
// print of a web page.
func TestPolicyOnPaperHasOfficialMeasures(t *testing.T) {
	p := open(t, serve(t))
	p.visit(textPage)
	sheets := p.sheets()
	require.Greater(t, len(sheets), 10)
	whole := 0
	for i, rows := range sheets {
		body, number := p.typeArea(rows)
		require.Equal(t, i%2 == 0, number.left > 300, "page number on sheet %d", i+1)
		require.Contains(t, rows[0].text, official)
		if i > 0 && i < len(sheets)-1 {
			require.Contains(t, []int{21, 22}, len(body), "lines on sheet %d", i+1) // a heading is not left behind
		}
		for k, r := range body {
			require.InDelta(t, 225*mm/22, cmp.Or(r.middle-body[max(k-1, 0)].middle, 225*mm/22), 225*mm/22*6, "sheet %d", i+1)
			if r.right-r.left > 440 { // from edge to edge
				require.LessOrEqual(t, squares(r.text), 29.0, "sheet %d: %s", i+1, r.text)
				require.GreaterOrEqual(t, squares(r.text), 26.0, "sheet %d: %s", i+1, r.text)
				if n := squares(r.text); n >= 27.5 && n <= 28.5 {
					whole++
				}
			}
		}
		for k := 1; i > 0 && i < len(sheets)-1 && k < len(body); k++ {
			require.InDelta(t, 225*mm/22, body[k].middle-body[k-1].middle, 2, "pitch on sheet %d", i+1)
		}
	}
	require.Greater(t, whole, 100, "lines of 28 characters")
}

// squares is how many Chinese characters are as wide as a text: figures and
// half-width marks are about half of one.
func squares(text string) (n float64) {
	for _, c := range text {
		if c < 0x2000 {
			n += 0.5
		} else {
			n++
		}
	}
	return n
}

// typeArea holds a sheet to its margins; what it returns stands inside.
func (p *tab) typeArea(rows []row) (body []row, number row) {
	p.t.Helper()
	number = rows[len(rows)-1]
	require.Regexp(p.t, `^—[0-9]+—$`, number.text)
	for _, r := range rows[:len(rows)-1] {
		if r.middle < 37*mm || strings.Contains(r.text, official) || strings.HasPrefix(r.text, "有效性") {
			continue
		}
		require.GreaterOrEqual(p.t, r.left, 28*mm-1, r.text)
		require.LessOrEqual(p.t, r.right, (210-26)*mm+9, r.text) // a mark may hang
		require.LessOrEqual(p.t, r.middle, (37+225)*mm, r.text)
		body = append(body, r)
	}
	return body, number
}

// The title on paper breaks between its words.
func TestTitleOnPaperKeepsItsWords(t *testing.T) {
	p := open(t, serve(t))
	p.visit(textPage)
	body, _ := p.typeArea(p.sheets()[0])
	require.Equal(t, "庆政发〔2015〕23号", body[0].text)
	title := body[1:4]
	require.Equal(t, "大庆市人民政府关于加快电子商务发展促进全民创业的指导意见", title[0].text+title[1].text+title[2].text)
	for _, word := range []string{"大庆市人民政府", "加快", "电子商务", "发展", "促进", "全民创业", "指导意见"} {
		require.True(t, slices.ContainsFunc(title, func(r row) bool { return strings.Contains(r.text, word) }), word)
	}
	require.Greater(t, body[1].middle-body[0].middle, 2*225*mm/22, "two lines between number and title")
}
