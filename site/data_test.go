package site

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"

	"mingce/site/output"
)

// contentOf is the content of this repository, as files that may be changed.
func contentOf(t *testing.T) fstest.MapFS {
	t.Helper()
	m := fstest.MapFS{}
	require.NoError(t, filepath.Walk("../content", func(path string, info os.FileInfo, err error) error {
		if err != nil || info.IsDir() {
			return err
		}
		text, err := os.ReadFile(path)
		m[strings.TrimPrefix(filepath.ToSlash(path), "../content/")] = &fstest.MapFile{Data: text}
		return err
	}))
	return m
}

// changed replaces words of a file.
func changed(t *testing.T, m fstest.MapFS, file, from, to string) {
	t.Helper()
	text := string(m[file].Data)
	require.Contains(t, text, from)
	m[file] = &fstest.MapFile{Data: []byte(strings.Replace(text, from, to, 1))}
}

const anAddress = "https://www.example.gov.cn/zc/"

func addressed(t *testing.T) fstest.MapFS {
	m := contentOf(t)
	changed(t, m, "site.toml", `base_url = ""`, `base_url = "`+anAddress+`"`)
	return m
}

func body(t *testing.T, out *output.Site, path string) string {
	t.Helper()
	text, err := out.ReadFile(path)
	require.NoError(t, err, path)
	return string(text)
}

// Feeds, sitemap and Akoma Ntoso of the site as built are valid, with an
// address of the site and without.
func TestMachineFilesAreValid(t *testing.T) {
	lint, err := exec.LookPath("xmllint")
	if err != nil {
		t.Skip("xmllint is missing; ./test.sh installs it")
	}
	for _, content := range []fstest.MapFS{contentOf(t), addressed(t)} {
		out, problems := Build(content, Options{})
		require.NoError(t, problems.Err())
		valid := 0
		for _, f := range out.Files() {
			grammar := ""
			switch {
			case strings.HasSuffix(f.Path, "atom.xml"):
				grammar = "feed/testdata/atom.rng"
			case strings.HasSuffix(f.Path, ".akn.xml"):
				grammar = "akn/testdata/akn.rng"
			case strings.HasPrefix(f.Path, "sitemap"):
				grammar = "feed/testdata/sitemap.rng"
			default:
				continue
			}
			at := filepath.Join(t.TempDir(), "file.xml")
			require.NoError(t, os.WriteFile(at, []byte(body(t, out, f.Path)), 0o600))
			said, err := exec.Command(lint, "--noout", "--nonet", "--relaxng", grammar, at).CombinedOutput()
			require.NoError(t, err, "%s: %s", f.Path, said)
			valid++
		}
		require.GreaterOrEqual(t, valid, 4)
	}
}

// With an address, the sitemap has every page but those that are not to be
// found, and robots.txt names it; without, there is none.
func TestSitemapHasEveryPage(t *testing.T) {
	out, problems := Build(addressed(t), Options{})
	require.NoError(t, problems.Err())
	sitemap := body(t, out, "sitemap.xml")
	for _, f := range out.Files() {
		if address, ok := strings.CutSuffix(f.Path, "index.html"); ok && f.Kind.IsPage() {
			require.Equal(t, address != "gallery/", strings.Contains(sitemap, "<loc>"+anAddress+address+"</loc>"), address)
		}
	}
	require.Contains(t, sitemap, anAddress+"policies/qzf-2015-23/</loc>\n<lastmod>2015-11-30</lastmod>")
	require.Contains(t, body(t, out, "robots.txt"), "Sitemap: "+anAddress+"sitemap.xml")
	out, problems = Build(contentOf(t), Options{})
	require.NoError(t, problems.Err())
	_, ok := out.File("sitemap.xml")
	require.False(t, ok)
	require.NotContains(t, body(t, out, "robots.txt"), "Sitemap")
}

// Every address of the index is a file of the site.
func TestIndexLeadsToFiles(t *testing.T) {
	out, problems := Build(contentOf(t), Options{})
	require.NoError(t, problems.Err())
	var index struct {
		Files     map[string]string
		Documents []struct {
			ID    string
			Files map[string]string
		}
	}
	require.NoError(t, json.Unmarshal([]byte(body(t, out, "data/index.json")), &index))
	require.Len(t, index.Documents, 1)
	for _, files := range []map[string]string{index.Files, index.Documents[0].Files} {
		require.NotEmpty(t, files)
		for kind, to := range files {
			if strings.HasSuffix(to, "/") {
				to += "index.html"
			}
			_, ok := out.File(to)
			require.True(t, ok, "%s: %s", kind, to)
		}
	}
}

// A policy of one text says so; with an earlier text beside it, the page and
// its feed tell what was changed, down to the characters.
func TestVersions(t *testing.T) {
	const address = "policies/qzf-2015-23/changes/index.html"
	out, problems := Build(contentOf(t), Options{})
	require.NoError(t, problems.Err())
	require.Contains(t, body(t, out, address), "本站只公布过一个版本")

	m := contentOf(t)
	text := string(m["policies/qzf-2015-23/policy.md"].Data)
	for line := range strings.SplitSeq(text, "\n") {
		if strings.HasPrefix(line, "text_sha256") {
			text = strings.Replace(text, line+"\n", "", 1)
		}
	}
	text = strings.Replace(text, "一次性奖励40万元", "一次性奖励30万元", 1)
	m["policies/qzf-2015-23/versions/2014-05-06.md"] = &fstest.MapFile{Data: []byte(text)}
	out, problems = Build(m, Options{})
	require.NoError(t, problems.Err())
	shown := body(t, out, address)
	require.Contains(t, shown, "一次性奖励<del>3</del><ins>4</ins>0万元")
	require.Contains(t, shown, "第一个版本：2014年5月6日")
	entries := body(t, out, "policies/qzf-2015-23/changes/atom.xml")
	require.Equal(t, 2, strings.Count(entries, "<entry>"))
	require.Contains(t, entries, "正文有 1 处变化")

	m["policies/qzf-2015-23/versions/old.md"] = &fstest.MapFile{Data: []byte(text)}
	_, problems = Build(m, Options{})
	require.Len(t, problems, 1)
	require.Contains(t, problems[0].Text, "文件名不对")
	delete(m, "policies/qzf-2015-23/versions/old.md")
	changed(t, m, "policies/qzf-2015-23/versions/2014-05-06.md", "二、工作重点", "五、工作重点")
	_, problems = Build(m, Options{})
	require.NotEmpty(t, problems, "an earlier text is held to its numbering as well")
}

// The page carries what machines are told of the document, as data.
func TestPolicyIsLinkedData(t *testing.T) {
	out, problems := Build(addressed(t), Options{})
	require.NoError(t, problems.Err())
	shown := body(t, out, "policies/qzf-2015-23/index.html")
	_, rest, ok := strings.Cut(shown, `<script type="application/ld+json">`)
	require.True(t, ok)
	data, _, _ := strings.Cut(rest, "</script>")
	var l struct {
		ID    string `json:"@id"`
		Parts []struct {
			ID string `json:"@id"`
		} `json:"hasPart"`
	}
	require.NoError(t, json.Unmarshal([]byte(data), &l))
	require.Equal(t, anAddress+"policies/qzf-2015-23/", l.ID)
	for _, p := range l.Parts {
		_, id, _ := strings.Cut(p.ID, "#")
		require.Contains(t, shown, `id="`+id+`"`)
	}
}

// A large site has a file of text for every policy, and shards.
func TestLargeSiteIsSearchedByShards(t *testing.T) {
	m := towns(t, 3)
	long := strings.Repeat("物流园区建设补贴标准。", 15_000)
	for file, f := range m {
		if strings.HasSuffix(file, "policy.md") {
			m[file] = &fstest.MapFile{Data: []byte(strings.Replace(string(f.Data), "在本市注册的企业。", long, 1))}
		}
	}
	out, problems := Build(m, Options{})
	require.NoError(t, problems.Err())
	require.Contains(t, body(t, out, "policies/town-01/search.js"), "物流园区")
	require.Contains(t, body(t, out, "search/index.js"), `"shards":[`)
	require.Contains(t, body(t, out, "search/p/0.js"), "policies/town-02/")
	small, problems := Build(towns(t, 3), Options{})
	require.NoError(t, problems.Err())
	require.Contains(t, body(t, small, "search/index.js"), "在本市注册的企业")
	_, ok := small.File("policies/town-01/search.js")
	require.False(t, ok)
}

// Articles are in the feed of their column and that of all, and their
// questions are found at their place.
func TestArticlesAreToldAndFound(t *testing.T) {
	out, problems := Build(contentOf(t), Options{})
	require.NoError(t, problems.Err())
	text, _ := strings.CutPrefix(body(t, out, "search/index.js"), `mingceSearch("",`)
	var index struct{ Pages [][]any }
	require.NoError(t, json.Unmarshal([]byte(strings.TrimSuffix(text, ")")), &index))
	found := map[string][]any{} // entries by address
	for _, p := range index.Pages {
		found[p[0].(string)] = p[4].([]any)
	}
	told := 0
	for _, f := range out.Files() {
		if f.Kind != output.Article || !strings.HasSuffix(f.Path, "index.html") {
			continue
		}
		told++
		at := strings.TrimSuffix(f.Path, "index.html")
		column, _, _ := strings.Cut(at, "/")
		require.Contains(t, body(t, out, column+"/atom.xml"), `href="../`+at+`"`)
		require.Contains(t, body(t, out, "atom.xml"), `href="`+at+`"`)
		require.NotEmpty(t, found[at], at)
		shown := body(t, out, f.Path)
		for _, e := range found[at] {
			if id := e.([]any)[0].(string); id != "" {
				require.Contains(t, shown, `id="`+id+`"`)
			}
		}
	}
	require.Positive(t, told, "the content has no article")
}
