package site_test

import (
	"net/url"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"

	"mingce/site"
	"mingce/site/coverage"
)

const manualPages = "policies/qzf-2015-23/"

// words is the text of every element with a class, notes' numbers left out.
func words(t *testing.T, page, class string) (list []string) {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	require.NoError(t, err)
	var text func(n *html.Node) string
	text = func(n *html.Node) string {
		if n.Type == html.TextNode {
			return n.Data
		}
		var b strings.Builder
		for c := range n.ChildNodes() {
			if c.Data != "sup" {
				b.WriteString(text(c))
			}
		}
		return b.String()
	}
	for n := range root.Descendants() {
		for _, a := range n.Attr {
			if a.Key == "class" && a.Val == class {
				list = append(list, text(n))
			}
		}
	}
	return list
}

// requireLink holds that the page at an address leads to a place of the policy.
func requireLink(t *testing.T, from, page, to string) {
	t.Helper()
	base := url.URL{Path: "/" + from}
	for _, m := range href.FindAllStringSubmatch(page, -1) {
		link, err := base.Parse(html.UnescapeString(m[1]))
		require.NoError(t, err)
		if link.String() == "/"+manualPages+to {
			return
		}
	}
	require.Fail(t, "no link", "from %s to %s", from, to)
}

var href = regexp.MustCompile(`href="([^"]*)"`)

// The page for reviewers shows every clause that rules stand on, sentence by
// sentence and character for character, and what stands on each.
func TestCoverageShowsTheText(t *testing.T) {
	out := build(t, content(), site.Options{})
	page := read(t, out, manualPages+"coverage/index.html")
	p, problems := site.Load(content(), "content", "qzf-2015-23")
	require.NoError(t, problems.Err())
	var want []string
	for _, c := range coverage.Of(p.Document, p.Program.Rulebook) {
		require.True(t, strings.Contains(page, `id="`+c.ID+`"`), c.ID)
		for _, s := range c.Sentences {
			if c.Cited() {
				want = append(want, s.Text())
			}
		}
	}
	require.Equal(t, want, words(t, page, "text"))
	for _, to := range []string{
		"rules/enterprise-growth/", "rules/#condition-platform-one-year", "rules/#input-turnover",
		"rules/#reading-startup-within-highest", "rules/#combination", "#c3-2-1",
	} {
		requireLink(t, manualPages+"coverage/", page, to)
	}
	for _, n := range p.Program.Rulebook.NotCoded {
		require.Contains(t, strings.Join(words(t, page, "sentence"), ""), strings.NewReplacer(",", "\uff0c", ";", "\uff1b").Replace(n.Reason))
	}
}

// A sentence that no rule uses is marked in words, not by its colour.
func TestCoverageShowsWhatIsLeftOut(t *testing.T) {
	m := editable(t)
	rules := string(m[manualPages+"rules.toml"].Data)
	require.Contains(t, rules, "[[not_coded]]")
	at := strings.Index(rules, "[[not_coded]]")
	m[manualPages+"rules.toml"].Data = []byte(rules[:at])
	out := build(t, m, site.Options{})
	require.Contains(t, words(t, read(t, out, manualPages+"coverage/index.html"), "mark open"), "未用到")
}

// Every benefit has a page with its tiers, quotes, readings and worked cases,
// and every rule is listed, each linked with the text and the calculator.
func TestRulesAreDescribed(t *testing.T) {
	out := build(t, content(), site.Options{})
	p, problems := site.Load(content(), "content", "qzf-2015-23")
	require.NoError(t, problems.Err())
	rb := p.Program.Rulebook
	all, sheet := read(t, out, manualPages+"rules/index.html"), read(t, out, sheetPage)
	for _, b := range rb.Benefits {
		page := read(t, out, manualPages+"rules/"+b.ID+"/index.html")
		require.True(t, strings.Contains(page, html.EscapeString(b.Cite.Quote)), b.ID)
		require.True(t, strings.Contains(page, `id="cases"`), b.ID)
		requireLink(t, manualPages+"rules/"+b.ID+"/", page, "#"+b.Cite.Clause)
		requireLink(t, manualPages+"rules/", all, "rules/"+b.ID+"/")
		requireLink(t, sheetPage, sheet, "rules/"+b.ID+"/")
	}
	for _, c := range rb.Conditions {
		require.True(t, strings.Contains(all, `id="condition-`+c.ID+`"`), c.ID)
		require.True(t, strings.Contains(all, html.EscapeString(c.Cite.Quote)), c.ID)
	}
	for _, in := range rb.Inputs {
		require.True(t, strings.Contains(all, `id="input-`+in.ID+`"`), in.ID)
	}
	for _, page := range []string{textPage, sheetPage, manualPages + "rules/index.html"} {
		requireLink(t, strings.TrimSuffix(page, "index.html"), read(t, out, page), "coverage/")
	}
	growth := read(t, out, manualPages+"rules/enterprise-growth/index.html")
	for _, words := range []string{"年交易额2亿元以上不足5亿元的,一次性奖励60万元", "做大做强", "民法典第一千二百五十九条", "99999999.99元"} {
		require.Contains(t, growth, words)
	}
}
