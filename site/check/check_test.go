package check

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"mingce/site/output"
)

const head = `<!doctype html><html lang="zh-CN"><head><meta name="viewport" content="x"><title>题</title>` +
	`<meta name="description" content="d"><meta name="SiteName" content="n"><meta http-equiv="Content-Security-Policy" content="c"></head>`

// checked checks a site of one page with this body, beside a good one.
func checked(t *testing.T, page string, more ...output.File) string {
	t.Helper()
	files := append([]output.File{
		{Path: "index.html", Kind: output.Page, Source: "index.md", Render: output.Bytes([]byte(page))},
		{Path: "a/index.html", Kind: output.Page, Render: output.Bytes([]byte(head + `<h1 id="one">甲</h1>`))},
	}, more...)
	out, problems := output.New("/zc/", files)
	require.Empty(t, problems)
	var said []string
	for _, p := range Site(out) {
		require.NotEmpty(t, p.Hint)
		said = append(said, p.String())
	}
	return strings.Join(said, "\n")
}

func TestGoodPagePasses(t *testing.T) {
	for _, body := range []string{
		`<h1>题</h1><h2>一</h2><h3>(一)</h3><h2>二</h2>`,
		`<h1>题</h1><a href="a/">甲</a><a href="a/#one">甲</a><a href="/zc/a/">甲</a><a href="./">首页</a><a href="https://beian.miit.gov.cn/">备案</a>`,
		`<h1 id="x">题</h1><a href="#x">x</a><p aria-labelledby="x"><img src="p.svg" alt="">`,
	} {
		picture := output.File{Path: "p.svg", Render: output.Bytes(nil)}
		require.Empty(t, checked(t, head+body, picture), body)
	}
}

func TestFaultsAreFound(t *testing.T) {
	for body, want := range map[string]string{
		`<h1>题</h1><a href="b/">乙</a>`:                               "没有对应的页面",
		`<h1>题</h1><a href="../x/">乙</a>`:                            "没有对应的页面",
		`<h1>题</h1><a href="/a/">甲</a>`:                              "没有对应的页面",
		`<h1>题</h1><a href="a/#two">甲</a>`:                           "指向的位置不存在",
		`<h1>题</h1><a href="#two">甲</a>`:                             "指向的位置不存在",
		`<h1>题</h1><a>空</a>`:                                         "写得不对",
		`<h1 id="x">题</h1><p id="x">`:                                "用了 2 次",
		`<h1>题</h1><h3>三</h3>`:                                       "跳了级",
		`<h2>二</h2>`:                                                 "一级标题",
		`<h1></h1>`:                                                  "空的标题",
		`<h1>题</h1><img src="//cdn.example/x.png" alt="">`:           "从别处载入",
		`<h1>题</h1><script src="https://cdn.example/x.js"></script>`: "从别处载入",
		`<h1>题</h1><script src="x.js"></script>`:                     "不存在",
		`<h1>题</h1><img src="a/">`:                                   "没有文字说明",
		`<h1>题</h1><p>年交易额**1亿元**的</p>`:                              "没有生效的 **",
		`<h1>题</h1><label for="none">甲</label>`:                      "for 指向的 id",
	} {
		require.Contains(t, checked(t, head+body), want, body)
	}
}

func TestTagsAreRequiredAndFilled(t *testing.T) {
	require.Contains(t, checked(t, `<html lang="zh-CN"><title>t</title><h1>题</h1>`), "缺少 meta 标签 SiteName")
	require.Contains(t, checked(t, strings.Replace(head, `content="n"`, `content=" "`, 1)+`<h1>题</h1>`), "SiteName 是空的")
	require.Contains(t, checked(t, strings.Replace(head, `zh-CN`, `en`, 1)+`<h1>题</h1>`), "没有写明语言")
	column := output.File{Path: "b/index.html", Kind: output.Column, Render: output.Bytes([]byte(head + `<h1>列</h1>`))}
	require.Contains(t, checked(t, head+`<h1>题</h1>`, column), "ColumnName")
}

func TestWeightsKeepTheirBudgets(t *testing.T) {
	var noise strings.Builder
	for i, x := 0, uint32(1); i < 7000; i++ {
		x = x*1664525 + 1013904223
		noise.WriteByte(byte(x >> 24))
	}
	heavy := output.File{Path: "assets/x.wasm", Render: output.Bytes([]byte(noise.String()))}
	require.Contains(t, checked(t, head+`<h1>题</h1>`, heavy), "超过上限 6000 字节")
}
