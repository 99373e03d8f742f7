package site_test

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"

	"mingce/site"
	"mingce/site/check"
)

const cards = "policies/qzf-2015-23/benefits/"

// Every benefit has its card, with and without an amount: name, conditions,
// the words they stand on, and the way into the calculator.
func TestEveryBenefitHasItsCard(t *testing.T) {
	p, problems := site.Load(content(), "content", "qzf-2015-23")
	require.NoError(t, problems.Err())
	rules := p.Program.Rulebook
	out := build(t, content(), site.Options{})
	text := read(t, out, textPage)
	for i := range rules.Benefits {
		b := &rules.Benefits[i]
		page := read(t, out, cards+b.ID+"/index.html")
		require.True(t, strings.Contains(page, "<h1>"+b.Name+"</h1>"), b.ID)
		require.True(t, strings.Contains(page, `href="../../../../policies/qzf-2015-23/calculator/`), b.ID)
		require.True(t, strings.Contains(text, `href="benefits/`+b.ID+`/"`), "no clause leads to the card of %s", b.ID)
		for k := range rules.Conditions {
			c := &rules.Conditions[k]
			for _, id := range b.Needs {
				if id == c.ID {
					require.True(t, strings.Contains(page, html.EscapeString(c.Cite.Quote)), "%s of %s", c.ID, b.ID)
				}
			}
		}
		require.Equal(t, b.Amount != nil && b.Amount.Input != "", strings.Contains(page, `<svg class="chart"`), b.ID)
		require.Equal(t, b.Amount != nil, strings.Contains(page, `class="sum"`), b.ID)
	}
}

// A card leads into the calculator with what is settled by choosing it.
func TestCardsOpenTheCalculator(t *testing.T) {
	out := build(t, content(), site.Options{})
	for id, want := range map[string]string{
		"logistics-growth": "&amp;applicant=enterprise", "park-startup": "&amp;applicant=zone", "startup-support": "",
	} {
		m := way.FindStringSubmatch(read(t, out, cards+id+"/index.html"))
		require.NotNil(t, m, id)
		if want == "" {
			require.Empty(t, m[1], id)
		} else {
			require.Regexp(t, `^#~rules=[0-9a-f]{8}`+want+`$`, m[1], id)
		}
	}
}

var way = regexp.MustCompile(`class="first" href="[^"#]*calculator/([^"]*)"`)

// What the cards of 三(二) say in one figure, from the text.
func TestCardsSayTheSum(t *testing.T) {
	out := build(t, content(), site.Options{})
	for id, want := range map[string]string{
		"enterprise-growth": "<span>最高</span> <strong>100万元</strong>", "platform-construction": "<span>最高</span> <strong>200万元</strong>",
		"park-startup": "<span>给</span> <strong>100万元</strong>", "park-assessment": "<span>最高</span> <strong>300万元</strong>",
		"logistics-growth": "<span>最高</span> <strong>100万元</strong>", "cold-chain": "<span>最高</span> <strong>100万元</strong>",
	} {
		require.Contains(t, read(t, out, cards+id+"/index.html"), want)
	}
	page := read(t, out, cards+"platform-construction/index.html")
	for _, words := range []string{"1000万元", "平台建设项目实际投资的20%", "由市政府电子商务工作推进领导小组决定"} {
		require.Contains(t, strings.NewReplacer(`<span class="n">`, "", "</span>", "").Replace(page), words)
	}
}

// A second policy has its cards without a line of Go.
func TestTheTownHasCards(t *testing.T) {
	out := build(t, os.DirFS("../testdata/town"), site.Options{})
	require.NoError(t, check.Site(out).Err())
	require.Contains(t, read(t, out, "policies/hzf-2024-8/benefits/research/index.html"), "不足500万元")
}
