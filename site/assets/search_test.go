package assets

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/andybalholm/brotli"
	"github.com/stretchr/testify/require"

	"mingce/site/search"
)

// A query is what the driver is asked, and what it answers.
type searched struct {
	Folded  []string
	Answers []struct {
		Exact bool
		Pages []struct {
			Address string
			Hits    []string
		}
		First []string // files of the index that were loaded
	}
}

func driveSearch(t *testing.T, input map[string]any) searched {
	t.Helper()
	return run[searched](t, []string{"search/fold", "search/index", "search/query"}, "testdata/search.mjs", input)
}

// The script folds as the generator does: every character alone, and beside
// others.
func TestScriptFoldsLikeGenerator(t *testing.T) {
	var texts []string
	for r := rune(1); r < 0x10000; r++ {
		// U+0130 and U+0085 are the two that Go and JavaScript see otherwise
		if utf8.ValidRune(r) && unicode.IsGraphic(r) && r != 0x130 {
			texts = append(texts, string(r))
		}
	}
	texts = append(texts, "１亿 Ⅰ类 O2O 模式 B2B　C2C ㎡", " a  b 中 c d\n甲\t乙 ", "庆政发〔2015〕23号《办法》“互联网+”", "\u200b零\ufeff宽\u00ad", "𠮷野家 𠀀")
	var want []string
	for _, s := range texts {
		want = append(want, search.Fold(s))
	}
	for i, got := range driveSearch(t, map[string]any{"texts": texts}).Folded {
		require.Equal(t, want[i], got, "%q %U", texts[i], []rune(texts[i]))
	}
}

// patched is a site of random passages cut from the text of the first policy, so
// that phrases recur in part.
func patched(t *testing.T, count int) (out []search.Page) {
	t.Helper()
	text, err := os.ReadFile("../policy/testdata/qzf-2015-23.txt")
	require.NoError(t, err)
	runes := []rune(strings.ReplaceAll(string(text), "\n", ""))
	rng := rand.New(rand.NewPCG(23, 2015))
	cut := func(n int) string {
		at := rng.IntN(len(runes) - n)
		return string(runes[at : at+n])
	}
	for i := range count {
		p := search.Page{Address: fmt.Sprintf("policies/p-%d/", i), Kind: "政策原文", Title: cut(12) + []string{"", "O2O模式", "Ⅱ类", "１亿元"}[i%4]}
		for k := range 8 {
			p.Entries = append(p.Entries, search.Entry{
				ID: fmt.Sprintf("c%d", k), Title: "三(二)" + cut(6),
				Text: cut(40) + fmt.Sprintf("%d亿元,B2B 平台", rng.IntN(40)) + cut(30),
			})
		}
		out = append(out, p)
	}
	return out
}

// indexed are the files of the index of a site.
func indexed(t *testing.T, pages []search.Page, large bool) map[string]string {
	t.Helper()
	index := map[string]string{}
	x, d := search.NewIndex(), search.NewDigester()
	var small [][]byte
	for _, p := range pages {
		require.NoError(t, x.Add(d.Digest(nil, p)))
		index[p.Path()] = string(p.Text(nil))
		small = append(small, p.Encode(nil))
	}
	if !large {
		return map[string]string{"search/index.js": string(search.Small(small))}
	}
	files, err := x.Files()
	require.NoError(t, err)
	for _, f := range files {
		index[f.Path] = string(f.Body())
	}
	return index
}

// naive answers by looking through everything: the pages that hold each term
// of a query in their title or in some entry.
func naive(pages []search.Page, query string) (addresses []string) {
	for _, p := range pages {
		all := true
		for term := range strings.FieldsSeq(query) {
			term = search.Fold(term)
			found := holds(search.Fold(p.Title), term) || pinyinLike(term) && strings.Contains(strings.ReplaceAll(search.Initials(p.Title), " ", ""), term)
			for _, e := range p.Entries {
				found = found || holds(search.Fold(e.Title), term) || holds(search.Fold(e.Text), term)
			}
			all = all && found
		}
		if all {
			addresses = append(addresses, p.Address)
		}
	}
	slices.Sort(addresses)
	return addresses
}

// holds reports a term in a text, where a number or word begins at its start.
func holds(text, term string) bool {
	for from := 0; ; {
		at := strings.Index(text[from:], term)
		if at < 0 {
			return false
		}
		at += from
		if at == 0 || !wordly(term[0]) || !wordly(text[at-1]) {
			return true
		}
		from = at + 1
	}
}

func wordly(c byte) bool { return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' }

func pinyinLike(term string) bool {
	return len(term) >= 2 && strings.Trim(term, "abcdefghijklmnopqrstuvwxyz") == ""
}

// queries are phrases that occur, some with their characters in another form,
// some of two terms, some that occur nowhere.
func queries(pages []search.Page) (out []string) {
	rng := rand.New(rand.NewPCG(5, 23))
	piece := func(n int) string {
		p := pages[rng.IntN(len(pages))]
		e := p.Entries[rng.IntN(len(p.Entries))]
		runes := []rune(strings.ReplaceAll(e.Text, " ", ""))
		at := rng.IntN(len(runes) - n)
		return string(runes[at : at+n])
	}
	for n := 2; n < 14; n++ {
		for range 4 {
			out = append(out, piece(n))
		}
		out = append(out, piece(n)+" "+piece(3))
	}
	for range 20 {
		runes := []rune(pages[rng.IntN(len(pages))].Title)
		letters := strings.ReplaceAll(search.Initials(string(runes[:6])), " ", "")
		out = append(out, letters[:min(2+rng.IntN(4), len(letters))])
	}
	return append(out, "１亿", "1亿元", "2亿", "3", "市", "b2b", "Ｂ2Ｂ平台", "o2o", "Ⅱ类", "II类", "三(二)", "三（二）", "银河系航母", "零零零", "物流 奖励", "亿元,b2b平台")
}

// With the text at hand or through shards, the script finds the pages that
// looking through everything finds, no more and no fewer.
func TestScriptFindsWhatIsThere(t *testing.T) {
	pages := patched(t, 90)
	asked := queries(pages)
	asked = slices.DeleteFunc(asked, func(q string) bool { return strings.Trim(search.Fold(q), ",。、;:()\"-.%<> ") == "" })
	for tier, large := range map[string]bool{"small": false, "large": true} {
		files := indexed(t, pages, large)
		answers := driveSearch(t, map[string]any{"files": files, "queries": asked}).Answers
		found := 0
		for i, a := range answers {
			want := naive(pages, asked[i])
			var got []string
			if a.Exact {
				for _, p := range a.Pages {
					got = append(got, p.Address)
				}
			}
			slices.Sort(got)
			require.Equal(t, want, got, "%s: %q", tier, asked[i])
			found += len(want)
		}
		require.Greater(t, found, 300, "the queries find hardly anything")
	}
}

// What is nowhere word for word still leads to what is near.
func TestScriptFindsNear(t *testing.T) {
	pages := []search.Page{
		{Address: "a/", Title: "甲", Entries: []search.Entry{{ID: "c1", Text: "支持电商物流仓储建设,给予一次性奖励"}}},
		{Address: "b/", Title: "乙", Entries: []search.Entry{{ID: "c1", Text: "完善信用体系建设"}}},
	}
	for _, large := range []bool{false, true} {
		answers := driveSearch(t, map[string]any{"files": indexed(t, pages, large), "queries": []string{"物流仓储奖励"}}).Answers
		require.False(t, answers[0].Exact)
		require.Len(t, answers[0].Pages, 1)
		require.Equal(t, "a/", answers[0].Pages[0].Address)
	}
}

// TestFirstQuery prints what a first query loads before snippets, over a site
// of the Markdown files in $MINGCE_CORPUS.
func TestFirstQuery(t *testing.T) {
	dir := os.Getenv("MINGCE_CORPUS")
	if dir == "" {
		t.Skip("MINGCE_CORPUS names no folder")
	}
	names, err := filepath.Glob(filepath.Join(dir, "*.md"))
	require.NoError(t, err)
	var pages []search.Page
	for i, name := range names {
		text, err := os.ReadFile(name)
		require.NoError(t, err)
		p := search.Page{Address: fmt.Sprintf("policies/hzf-2015-%d/", i), Kind: "政策原文"}
		for k, line := range strings.Split(string(text), "\n") {
			if rest, ok := strings.CutPrefix(line, "title = \""); ok {
				p.Title = strings.TrimSuffix(rest, "\"")
			}
			p.Entries = append(p.Entries, search.Entry{ID: fmt.Sprintf("c%d", k), Text: line})
		}
		pages = append(pages, p)
	}
	index := indexed(t, pages, true)
	asked := []string{
		"物流", "专项资金", "就高原则", "一票否决", "电子商务平台", "物流仓储奖励", "冷链物流设备", "1亿元", "年交易额2亿元以上", "入驻率70%",
		"跨境电商", "房产税", "培训补贴", "市商务局", "O2O", "dzsw", "哈尔滨", "2015", "小额贷款 创业", "园区建设 启动资金",
	}
	script, err := bundle("entry/search.classic.js")
	require.NoError(t, err)
	own := brotlied(script)
	var weights []int
	for i, a := range driveSearch(t, map[string]any{"files": index, "queries": asked}).Answers {
		total := 0
		for _, f := range a.First {
			total += brotlied([]byte(index[f]))
		}
		weights = append(weights, total)
		t.Logf("%s: %d files, %d bytes", asked[i], len(a.First), total)
	}
	slices.Sort(weights)
	t.Logf("%d pages: median %d, most %d bytes; the script itself %d", len(pages), weights[len(weights)/2], weights[len(weights)-1], own)
}

func brotlied(body []byte) int {
	var b bytes.Buffer
	w := brotli.NewWriterLevel(&b, 11)
	_, _ = w.Write(body)
	_ = w.Close()
	return b.Len()
}
