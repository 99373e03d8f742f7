package markdown

import (
	"bytes"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"golang.org/x/net/html"
	"pgregory.net/rapid"
)

// shownIn is what a reader gets from HTML: its text, and with attributes the
// words of images and the addresses of links.
func shownIn(t require.TestingT, page string, attributes bool) string {
	root, err := html.Parse(strings.NewReader(page))
	require.NoError(t, err)
	var b strings.Builder
	for n := range root.Descendants() {
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
		}
		for _, a := range n.Attr {
			if attributes && (a.Key == "alt" || a.Key == "href" || a.Key == "src" || a.Key == "title" || a.Key == "class") {
				text, err := url.PathUnescape(a.Val)
				if err != nil {
					text = a.Val
				}
				b.WriteString(text)
			}
		}
	}
	return b.String()
}

func bare(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

// Random documents whose words are known: every character comes out, in order,
// and nothing else.
func TestNoCharacterIsLost(t *testing.T) {
	plainWords := rapid.StringMatching(`[甲乙丙丁一亿元以上的(,。)《》“”:;0-9A-Za-z%+]{1,12}`)
	inline := func(rt *rapid.T) (src, words string) {
		for range rapid.IntRange(1, 4).Draw(rt, "pieces") {
			w := plainWords.Draw(rt, "words")
			switch core := "甲" + w + "乙"; rapid.IntRange(0, 4).Draw(rt, "kind") {
			case 0:
				src, words = src+"**"+core+"**", words+core
			case 1:
				src, words = src+"~~"+core+"~~", words+core
			case 2:
				src, words = src+"["+core+"](/policies/)", words+core
			default:
				src, words = src+"丙"+w, words+"丙"+w
			}
		}
		return src, words
	}
	rapid.Check(t, func(rt *rapid.T) {
		var src, want strings.Builder
		for range rapid.IntRange(1, 5).Draw(rt, "blocks") {
			s, w := inline(rt)
			switch rapid.IntRange(0, 6).Draw(rt, "block") {
			case 0:
				s = "## " + s
			case 1:
				s = "- " + s
			case 2:
				s = "> " + s
			case 3:
				s2, w2 := inline(rt)
				s, w = "| "+s+" | "+s2+" |\n|---|---|\n| "+s2+" | "+s+" |", w+w2+w2+w
			case 4:
				s2, w2 := inline(rt)
				s, w = s+"\n"+s2, w+w2
			case 5:
				s = "      " + s
			}
			src.WriteString(s + "\n\n")
			want.WriteString(w)
		}
		p := &Text{file: "x.md", body: []byte(src.String()), first: 1}
		r, problems := p.Render(Options{})
		for _, found := range problems { // a run of stars may meet another; then it must be said
			if strings.Contains(found.Text, "** ") || strings.Contains(found.Text, "~~") {
				rt.Skip("said: " + found.Text)
			}
		}
		require.NoError(rt, problems.Err(), src.String())
		require.Equal(rt, bare(want.String()), bare(shownIn(rt, string(r.HTML), false)), src.String())
	})
}

// Whatever is written without a Chinese character comes out as CommonMark has
// it.
func TestWesternTextIsCommonMark(t *testing.T) {
	theirs := goldmark.New(goldmark.WithExtensions(
		extension.NewTable(extension.WithTableCellAlignMethod(extension.TableCellAlignNone)), extension.Strikethrough, extension.DefinitionList))
	piece := rapid.SampledFrom([]string{
		"a", "B", "7", " ", " ", "\n", "\n\n", "*", "**", "***", "_", "__", "~~", "(", ")", "“", "”", "‘", ",", ".", ":", "-", "- ", "1. ",
		"`", "> ", "é", "+", "!", "\\", "&amp;",
	})
	rapid.Check(t, func(rt *rapid.T) {
		src := "x" + strings.Join(rapid.SliceOfN(piece, 0, 40).Draw(rt, "pieces"), "") + "\n"
		if onPurpose(src) {
			rt.Skip("a difference that the package doc names")
		}
		var want bytes.Buffer
		require.NoError(rt, theirs.Convert([]byte(src), &want))
		p := &Text{file: "x.md", body: []byte(src), first: 1}
		r, _ := p.Render(Options{})
		require.Equal(rt, want.String(), beyond.ReplaceAllString(string(r.HTML), ""), "%q", src)
	})
}

// onPurpose finds what the dialect changes in any language: indented code, a
// number of tildes that is not two, and masks.
func onPurpose(src string) bool {
	for line := range strings.Lines(src) {
		if strings.HasPrefix(strings.TrimLeft(line, "> -1."), "    ") || strings.Contains(line, "    ") {
			return true
		}
	}
	for run := range strings.FieldsFuncSeq(src, func(r rune) bool { return r != '~' }) {
		if len(run) != 2 {
			return true
		}
	}
	return strings.Contains(src, "7***") || strings.Contains(src, "****7")
}

// beyond is what headings and tables have beyond CommonMark.
var beyond = regexp.MustCompile(` id="s[0-9-]*"|(?s:<a class="p".*?</a>)|<div class="scroll"[^>]*>|</div>| scope="col"| class="[rc]"`)

// Anything that is accepted shows every Chinese character that was written.
func FuzzRender(f *testing.F) {
	for _, s := range []string{
		"# <b>**x**</b>\n", "<!--", "表1 甲\n\n| a |\n|---|\n| 乙 | 丙 |\n", "[甲]: 乙\n", "    甲\n", "甲[^1]\n\n[^1]: 乙\n\n[^2]: 丙\n",
		"术语\n: 解释\n", "```甲\n乙\n```\n", "张**、李**,138****1234", "~~甲~~乙", "## 甲 {#a}\n\n甲\n---\n", "![甲](a.png \"乙\")", "[甲](乙 \"丙\")",
		"- 甲\n\n      乙\n", "https://a.cn/甲", "1) 甲\n2) 乙", "甲\\\n乙", "| 甲 |\n|---\n乙|丙|", "[^1]: 甲[^1]",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, src string) {
		p := &Text{file: "x.md", body: []byte(src), first: 1}
		r, problems := p.Render(Options{Picture: func(name string) (Picture, error) { return Picture{Address: name}, nil }})
		for _, found := range problems {
			require.Positive(t, found.Line)
			require.Positive(t, found.Col)
			require.NotEmpty(t, found.Hint)
		}
		if len(problems) > 0 {
			return
		}
		written, shown := count(src), count(shownIn(t, string(r.HTML), true))
		for c, n := range written {
			require.GreaterOrEqual(t, shown[c], n, "%c of %q in %s", c, src, r.HTML)
		}
		require.NotContains(t, strings.ToLower(string(r.HTML)), "<script")
	})
}

// count counts the Chinese characters of a text.
func count(s string) map[rune]int {
	m := map[rune]int{}
	for _, r := range s {
		if unicode.Is(unicode.Han, r) {
			m[r]++
		}
	}
	return m
}
