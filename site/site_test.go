package site_test

import (
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"

	"mingce/site"
	"mingce/site/check"
	"mingce/site/policy"
	"mingce/site/rulefile/rulefiletest"
)

const (
	textPage  = "policies/qzf-2015-23/index.html"
	sheetPage = "policies/qzf-2015-23/calculator/index.html"
)

// content is the content folder of this repository.
func content() fs.FS { return os.DirFS("../content") }

func build(t *testing.T, from fs.FS, opts site.Options) *site.Output {
	t.Helper()
	out, problems := site.Build(from, opts)
	require.NoError(t, problems.Err())
	return out
}

func read(t *testing.T, out *site.Output, name string) string {
	t.Helper()
	body, err := out.ReadFile(name)
	require.NoError(t, err)
	return string(body)
}

// editable is the content in memory, to be changed by a test.
func editable(t *testing.T) fstest.MapFS {
	t.Helper()
	m := fstest.MapFS{}
	require.NoError(t, fs.WalkDir(content(), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(content(), name)
		m[name] = &fstest.MapFile{Data: data}
		return err
	}))
	return m
}

// replace changes words of a file that must be there.
func replace(t *testing.T, m fstest.MapFS, name, before, after string) {
	t.Helper()
	text := string(m[name].Data)
	require.Contains(t, text, before)
	m[name] = &fstest.MapFile{Data: []byte(strings.Replace(text, before, after, 1))}
}

// official is the text of the article of a page without what is ours.
func official(t *testing.T, page string) string {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	require.NoError(t, err)
	var b strings.Builder
	var walk func(n *html.Node, inside bool)
	walk = func(n *html.Node, inside bool) {
		if n.Type == html.ElementNode && n.Data == "aside" {
			return
		}
		inside = inside || n.Type == html.ElementNode && n.Data == "article"
		if n.Type == html.TextNode && inside {
			b.WriteString(n.Data)
		}
		for c := range n.ChildNodes() {
			walk(c, inside)
		}
	}
	walk(root, false)
	return b.String()
}

func TestPolicyPageShowsEveryCharacterInOrder(t *testing.T) {
	text, err := fs.ReadFile(content(), "policies/qzf-2015-23/policy.md")
	require.NoError(t, err)
	doc, problems := policy.Parse("policy.md", text)
	require.NoError(t, problems.Err())
	want := strings.ReplaceAll(doc.Text(), "\n", "")
	require.Equal(t, want, official(t, read(t, build(t, content(), site.Options{}), textPage)))
}

func TestEveryClauseHasItsAddress(t *testing.T) {
	page := read(t, build(t, content(), site.Options{}), textPage)
	for _, id := range []string{"c1", "c1-1", "c3-2-1", "c3-3-3", "c4-1-2", "c4-5"} {
		require.Contains(t, page, ` id="`+id+`"`)
		require.Contains(t, page, `href="#`+id+`"`)
	}
}

func TestSiteHasNoFaults(t *testing.T) {
	out := build(t, content(), site.Options{BasePath: "/zc/"})
	require.NoError(t, check.Site(out).Err())
}

func TestBuildIsRepeatable(t *testing.T) {
	one, two := files(t, build(t, content(), site.Options{})), files(t, build(t, content(), site.Options{}))
	require.True(t, maps.Equal(one, two))
	require.NotEmpty(t, one)
}

func files(t *testing.T, out *site.Output) map[string]string {
	t.Helper()
	m := map[string]string{}
	for _, f := range out.Files() {
		m[f.Path] = read(t, out, f.Path)
	}
	return m
}

var loaded = regexp.MustCompile(`(?:src|data-module)="([^"]*)"|<link[^>]* href="([^"]*)"`)

func TestPagesLoadNothingFromElsewhere(t *testing.T) {
	out := build(t, content(), site.Options{})
	for name, page := range files(t, out) {
		if !strings.HasSuffix(name, ".html") {
			continue
		}
		for _, m := range loaded.FindAllStringSubmatch(page, -1) {
			require.NotContains(t, m[1]+m[2], ":", name)
		}
		require.Contains(t, page, "default-src &#39;none&#39;", name)
		require.NotRegexp(t, `<[^>]+ (style|on[a-z]+)=`, page, "%s: nothing inline", name)
		require.Contains(t, page, "演示站点，以大庆市人民政府正式公布的文件为准", name)
	}
}

func TestSheetIsCompleteWithoutScript(t *testing.T) {
	page := read(t, build(t, content(), site.Options{}), sheetPage)
	for _, words := range []string{
		"年交易额1亿元以上不足2亿元的,一次性奖励40万元", "最高不超过200万元", "就高", "一票否决", "只奖励一次", "民法典第一千二百五十九条",
	} {
		require.Contains(t, page, words)
	}
	require.Equal(t, 11, strings.Count(page, "data-benefit="))
	require.Equal(t, 10, strings.Count(page, "data-reading="))
	require.NotContains(t, page, "<option")
}

// Every form that rules can take is said on the sheet, in the words of the
// manual's second example, with the unit that belongs to it.
func TestSheetShowsEveryForm(t *testing.T) {
	files, err := rulefiletest.Further("rulefile")
	require.NoError(t, err)
	m := editable(t)
	maps.Copy(m, files.Content())
	page := read(t, build(t, m, site.Options{}), "policies/demo/calculator/index.html")
	page = regexp.MustCompile(`<[^>]*>|\s+`).ReplaceAllString(regexp.MustCompile(`(?s)<script.*?</script>`).ReplaceAllString(page, ""), "")
	for form, words := range map[string]string{
		"a day":             "企业哪一天注册？写成2015-11-30或2015年11月30日。",
		"foreign money":     "年出口额是多少美元？可写2.5亿、12000万或250000000。美元",
		"a rate":            "一美元折合人民币多少元？填一个外币单位折合多少元，最多四位小数。元",
		"a rank":            "年度评选第几名？由市商务局认定。名",
		"a bound of days":   "2015年1月1日起注册的企业第一条",
		"a look-back":       "三年内没有受过行政处罚三年内受过行政处罚的,不予奖补第一条",
		"growth":            "年营业收入增长10%以上年营业收入增长10%以上的企业第二条",
		"ratio":             "本地采购占采购总额30%以上本地采购占采购总额30%以上第三条",
		"difference, floor": "按营业收入增加额的1%奖励第二条最低1万元第二条最高不超过50万元第二条",
		"above, of parts":   "两项合计最高不超过100万元第三条超过部分按2%补贴第三条年出口额折合人民币超过1000万元的第三条另奖励5万元第三条",
		"steps":             "每满10人奖励2万元第四条最高不超过20万元第四条",
		"bands":             "100万元以下的部分按10%",
		"by option":         "获得省级称号的奖励20万元第六条",
		"instalments":       "第一年支付60%第七条第二年支付40%第七条",
		"case by case":      "实行一事一议第八条",
		"once a year":       "每年一次须符合：同一年度没有奖补过。",
		"groups with caps":  "评选奖励、(研发补助、称号奖励中取最高一项，最高不超过60万元)相加，最高不超过200万元。",
	} {
		require.Contains(t, page, words, form)
	}
}

func TestIdentitiesAppearOnlyWhenReal(t *testing.T) {
	page := read(t, build(t, content(), site.Options{}), "index.html")
	for _, label := range []string{"主办单位", "网站标识码", "备案号", "SiteIDCode", "SiteDomain", "canonical"} {
		require.NotContains(t, page, label)
	}
	m := editable(t)
	replace(t, m, "site.toml", `host = ""`, `host = "某市商务局"`)
	replace(t, m, "site.toml", `site_code = ""`, `site_code = "2306000000"`)
	replace(t, m, "site.toml", `base_url = ""`, `base_url = "https://www.example.gov.cn/zc/"`)
	page = read(t, build(t, m, site.Options{}), "index.html")
	require.Contains(t, page, "某市商务局")
	require.Contains(t, page, `<meta name="SiteIDCode" content="2306000000">`)
	require.Contains(t, page, `<link rel="canonical" href="https://www.example.gov.cn/zc/">`)
	require.NotContains(t, page, "演示站点")
}

func TestBasePathChangesOnlyTheMissingPage(t *testing.T) {
	root, below := files(t, build(t, content(), site.Options{})), files(t, build(t, content(), site.Options{BasePath: "zc"}))
	require.NotEqual(t, root["404.html"], below["404.html"])
	require.Contains(t, below["404.html"], `href="/zc/policies/"`)
	require.Contains(t, below["_headers"], "/zc/assets/*")
	for _, name := range []string{"404.html", "_headers"} {
		delete(root, name)
		delete(below, name)
	}
	require.True(t, maps.Equal(root, below))
}

func TestWrittenSiteIsComplete(t *testing.T) {
	out := build(t, content(), site.Options{})
	dir := filepath.Join(t.TempDir(), "dist")
	require.NoError(t, out.Write(dir))
	for _, f := range out.Files() {
		body, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(f.Path)))
		require.NoError(t, err)
		require.Equal(t, read(t, out, f.Path), string(body))
	}
}
