package check

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"
	"pgregory.net/rapid"
)

// scanned is what the scanner reads in a page, a line a token.
func scanned(page string) string {
	var b strings.Builder
	s := &scanner{body: []byte(page)}
	for {
		switch s.next() {
		case end:
			return b.String()
		case text:
			fmt.Fprintf(&b, "text %q\n", s.words)
		case closing:
			fmt.Fprintf(&b, "close %s\n", s.name)
		case opening:
			fmt.Fprintf(&b, "open %s", s.name)
			for _, a := range s.attrs {
				fmt.Fprintf(&b, " %s=%q", bytes.ToLower(a.key), plain(a.value))
			}
			b.WriteByte('\n')
		}
	}
}

// tokenized is the same by the tokenizer that browsers agree with.
func tokenized(page string) string {
	var b strings.Builder
	z := html.NewTokenizer(strings.NewReader(page))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return b.String()
		case html.TextToken:
			fmt.Fprintf(&b, "text %q\n", z.Raw())
		case html.EndTagToken:
			name, _ := z.TagName()
			fmt.Fprintf(&b, "close %s\n", name)
		case html.StartTagToken, html.SelfClosingTagToken:
			name, more := z.TagName()
			fmt.Fprintf(&b, "open %s", name)
			for more {
				var key, value []byte
				key, value, more = z.TagAttr()
				fmt.Fprintf(&b, " %s=%q", key, value)
			}
			b.WriteByte('\n')
		}
	}
}

func TestScannerReadsWhatBrowsersRead(t *testing.T) {
	pieces := []string{
		"文", " ", "<p>", "</p>", `<a href="#x" class='y'>`, "<b>", "</b>", "<br/>", "<img alt>", `<img alt="" src=x>`, "<P ID=Q>",
		"<!-- <b> -->", "<!DOCTYPE html>", "a < b", "1<2", "&lt;", `<a title="a > b">`, `<a title="&amp;&#34;">`, "<script>if (a<b) '</b>'</script>",
		"<style>a>b{}</style>", "<title>x<b></title>", "</ p>", "\n", `<option selected value = "1">`, "**",
	}
	rapid.Check(t, func(t *rapid.T) {
		page := strings.Join(rapid.SliceOf(rapid.SampledFrom(pieces)).Draw(t, "pieces"), "")
		require.Equal(t, tokenized(page), scanned(page), page)
	})
}

// What no page of ours holds must not bring the scanner down either.
func FuzzScanner(f *testing.F) {
	f.Add("<a b='c")
	f.Add("<!--")
	f.Add("</")
	f.Add("<script></scrip")
	f.Fuzz(func(_ *testing.T, page string) { scanned(page) })
}
