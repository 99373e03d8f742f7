package search

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/andybalholm/brotli"
	"github.com/stretchr/testify/require"

	"mingce/site/ascii"
)

// corpus reads Markdown files as pages: every paragraph an entry. It serves
// the measurements, which run on demand.
func corpus(t testing.TB, dir string) (pages []Page) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*.md"))
	require.NoError(t, err)
	for i, file := range files {
		text, err := os.ReadFile(file)
		require.NoError(t, err)
		p := Page{Address: fmt.Sprintf("policies/p-%d/", i), Kind: "政策原文"}
		for k, line := range strings.Split(string(text), "\n") {
			if rest, ok := strings.CutPrefix(line, "title = \""); ok {
				p.Title = strings.TrimSuffix(rest, "\"")
			}
			if line != "" {
				p.Entries = append(p.Entries, Entry{ID: fmt.Sprintf("c%d", k), Text: line})
			}
		}
		pages = append(pages, p)
	}
	return pages
}

// indexed is the index of pages, all files of it made.
func indexed(t testing.TB, pages []Page) map[string]string {
	t.Helper()
	files := map[string]string{}
	x, d := NewIndex(), NewDigester()
	for _, p := range pages {
		require.NoError(t, x.Add(d.Digest(nil, p)))
		files[p.Path()] = string(p.Text(nil))
	}
	index, err := x.Files()
	require.NoError(t, err)
	for _, f := range index {
		files[f.Path] = string(f.Body())
	}
	return files
}

// An index made in runs is the one that a table of all keys gives.
func TestRunsMakeTheIndex(t *testing.T) {
	var pages []Page
	words := []rune("为贯彻落实国家关于大力推进众创业的部署𠮷豈ab1,。")
	for i := range 2*runSize + 7 {
		p := Page{Address: fmt.Sprintf("p-%d/", i), Title: "标题" + string(words[i%len(words)])}
		text := ""
		for k := range 40 {
			text += string(words[(i*k*k+k)%len(words)])
		}
		pages = append(pages, Page{Address: p.Address, Title: p.Title, Entries: []Entry{{Text: strings.Repeat(text, 1+i%12)}}})
	}
	lists, next := map[key][]byte{}, map[key]uint32{}
	w := &work{fold: newFolder()}
	for i, p := range pages {
		w.count(p)
		for _, c := range w.pairs.sorted() {
			lists[c.key] = appendPage(lists[c.key], (uint32(i)-next[c.key])<<2|weight(c.count))
			next[c.key] = uint32(i) + 1
		}
	}
	var keys []key
	for k := range lists {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	var want, got strings.Builder
	for _, k := range keys {
		want.WriteString(string(k.item(append(k.group(nil), '!'))) + string(lists[k]) + "\n")
	}
	files := indexed(t, pages)
	for n := 0; ; n++ {
		file, ok := files[fmt.Sprintf("search/s/%d.js", n)]
		if !ok {
			break
		}
		var body string
		require.NoError(t, json.Unmarshal([]byte(file[strings.IndexByte(file, ',')+1:len(file)-1]), &body))
		for line := range strings.SplitSeq(body, " ") {
			group, items, _ := strings.Cut(line, "!")
			for item := range strings.SplitSeq(items, "!") {
				_, size := utf8.DecodeRuneInString(item)
				got.WriteString(group + "!" + item[:size] + item[size:] + "\n")
			}
		}
	}
	require.Equal(t, want.String(), got.String())
}

// BenchmarkIndex measures a site of the Markdown files in $MINGCE_CORPUS.
func BenchmarkIndex(b *testing.B) {
	dir := os.Getenv("MINGCE_CORPUS")
	if dir == "" {
		b.Skip("MINGCE_CORPUS names no folder")
	}
	pages := corpus(b, dir)
	d := NewDigester()
	var digests [][]byte
	b.Run("digest", func(b *testing.B) {
		size := 0
		for b.Loop() {
			digests, size = nil, 0
			for _, p := range pages {
				digests = append(digests, d.Digest(nil, p))
				size += len(digests[len(digests)-1])
			}
		}
		b.ReportMetric(float64(size)/1e6, "MB")
	})
	b.Run("text", func(b *testing.B) {
		for b.Loop() {
			for _, p := range pages {
				p.Text(nil)
			}
		}
	})
	b.Run("index", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			x := NewIndex()
			for _, g := range digests {
				require.NoError(b, x.Add(g))
			}
			files, err := x.Files()
			require.NoError(b, err)
			for _, f := range files {
				f.Body()
			}
		}
	})
}

// TestWeight prints what there is to load, on the corpus of BenchmarkIndex.
func TestWeight(t *testing.T) {
	dir := os.Getenv("MINGCE_CORPUS")
	if dir == "" {
		t.Skip("MINGCE_CORPUS names no folder")
	}
	total, shards, most := 0, 0, 0
	for path, body := range indexed(t, corpus(t, dir)) {
		if !strings.HasPrefix(path, "search/") {
			continue
		}
		n := compressed([]byte(body))
		total += n
		if strings.HasPrefix(path, "search/s/") {
			shards++
			most = max(most, n)
		} else {
			t.Logf("%s: %d bytes, %d compressed", path, len(body), n)
		}
	}
	t.Logf("%d shards, index %d bytes compressed, largest shard %d", shards, total, most)
}

func compressed(body []byte) int {
	var b bytes.Buffer
	w := brotli.NewWriterLevel(&b, 11)
	_, _ = w.Write(body)
	_ = w.Close()
	return b.Len()
}

func TestFold(t *testing.T) {
	for text, want := range map[string]string{
		"１亿元":          "1亿元",
		"Ⅰ类Ｂ２Ｂ":        "i类b2b",
		"O2O 模式":       "o2o模式",
		"B2B C2C":      "b2b c2c",
		" a , b ":      "a,b",
		"甲\n乙\u3000丙":  "甲乙丙",
		"〔2015〕[2015]": "(2015)(2015)",
		"《办法》“互联网+”":   "(办法)\"互联网+\"",
		"㎡ ½":          "m2 1⁄2",
		"零\u200b宽":     "零宽",
	} {
		require.Equal(t, want, Fold(text), "%q", text)
	}
}

// Folding twice changes nothing more, whatever the text.
func FuzzFold(f *testing.F) {
	for _, s := range []string{"１亿元", "O2O 模式", "〔2015〕", "㎡ ﬁ ǆ", "\xff\xfe", "İ"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		once := Fold(s)
		require.Equal(t, once, Fold(once))
	})
}

// The order of keys is that of their words in a browser, which compares UTF-16
// units; so shards are found by comparing strings.
func TestKeysAreInBrowserOrder(t *testing.T) {
	var keys []key
	for _, s := range []string{"物流园区", "1亿 10亿 100 1000 b2b b2c电 office officer", "电", "电1", "𠮷野", "𠮷", "豈更\ue000甲", "~"} {
		bag := &bag{}
		bag.pairs(newFolder().fold(nil, s))
		bag.triples(Initials(s))
		sorted := bag.sorted()
		for i, k := range sorted {
			require.True(t, i == 0 || sorted[i-1].key < k.key, "in order, each once")
			keys = append(keys, k.key)
		}
	}
	slices.Sort(keys)
	last := ""
	for _, k := range slices.Compact(keys) {
		now := string(k.item(append(k.group(nil), ' ')))
		require.Negative(t, slices.Compare(utf16.Encode([]rune(last)), utf16.Encode([]rune(now))), "%q %q", last, now)
		last = now
	}
}

// A bag counts as one would by hand.
func TestBagCounts(t *testing.T) {
	want := map[key]uint32{}
	b := &bag{}
	for i := range 5000 {
		first, next := rune(0x4e00+i*i%97), rune(0x9000+i%89)
		if i%10 == 0 {
			next = 0xe123 // and what takes more than 16 bits
		}
		b.pair(first, next)
		want[pair(first, next)]++
	}
	b.add(wordPair([]byte("b2b"), '电'))
	want[wordPair([]byte("b2b"), '电')]++
	got := map[key]uint32{}
	for _, c := range b.sorted() {
		got[c.key] = c.count
	}
	require.Equal(t, want, got)
}

// few are pages that share some words.
func few() (pages []Page) {
	for i := range 50 {
		pages = append(pages, Page{Address: fmt.Sprintf("p-%d/", i), Title: "标题", Entries: []Entry{{ID: "c1", Title: "甲", Text: strings.Repeat("物流园区建设", i)}}})
	}
	return pages
}

// The same pages give the same files, with whatever digester.
func TestIndexIsRepeatable(t *testing.T) {
	require.Equal(t, indexed(t, few()), indexed(t, few()))
}

// A digest that is cut short or not one is an error, never a panic.
func FuzzAdd(f *testing.F) {
	for _, p := range few()[:3] {
		f.Add(NewDigester().Digest(nil, p))
	}
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, digest []byte) {
		if len(digest) > 1<<12 {
			return
		}
		x := NewIndex()
		if x.Add(digest) == nil {
			_, _ = x.Files()
		}
	})
}

func TestCutDigest(t *testing.T) {
	d := NewDigester().Digest(nil, few()[2])
	x := NewIndex()
	require.NoError(t, x.Add(d))
	require.NoError(t, x.Add(d[:len(d)-1]))
	_, err := x.Files()
	require.ErrorIs(t, err, errDigest)
	require.ErrorIs(t, NewIndex().Add(nil), errDigest)
}

// What is quoted is read back by any JSON parser.
func FuzzQuote(f *testing.F) {
	for _, s := range []string{"", "物流\"\\", "\x00\u2028", "\xff"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var back string
		require.NoError(t, json.Unmarshal(ascii.JSON(nil, s), &back))
		require.Equal(t, strings.ToValidUTF8(s, "\ufffd"), back)
	})
}
