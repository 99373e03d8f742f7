package site_test

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"mingce/site"
)

const glance = "policies/qzf-2015-23/at-a-glance/index.html"

var tags = regexp.MustCompile(`<[^>]*>`)

// The picture says every sum of the rules, the principles, the stations and the
// targets, and the same stands below it in words.
func TestPictureIsInStepWithTheRules(t *testing.T) {
	out := build(t, content(), site.Options{})
	page := read(t, out, glance)
	from, to := strings.Index(page, "<svg"), strings.Index(page, "</svg>")
	picture := strings.Join(tags.Split(page[from:to], -1), "")
	for _, words := range []string{
		"40万元", "60万元", "100万元", "200万元", "300万元", "20万元", "1亿元以上、不足2亿元", "20亿元以上", "平台建设项目实际投资的20%",
		"就高", "一票否决", "只奖励一次", "自主申报", "初审", "审议", "研究决定", "超过450亿元", "2万人", "庆政发〔2015〕23号",
	} {
		require.True(t, strings.Contains(picture, words), words)
	}
	for _, words := range []string{"就高", "一票否决", "只奖励一次", "自主申报", "研究决定", "超过450亿元", "2万人", "电子商务平台建设补助"} {
		require.True(t, strings.Contains(page[to:], words), words)
	}
	// Another policy, another picture: nothing of it is written here.
	town := read(t, build(t, os.DirFS("../testdata/town"), site.Options{}), "policies/hzf-2024-8/at-a-glance/index.html")
	require.Contains(t, town, "100万元以上、不足500万元")
	require.NotContains(t, town, "大庆")
}

// A code needs an address of the site's own, on the picture and on the posters.
func TestCodesStandWhereTheSiteHasAnAddress(t *testing.T) {
	pages := []string{glance, cards + "cold-chain/index.html", cards + "tax-relief/index.html"}
	without := build(t, content(), site.Options{})
	m := editable(t)
	replace(t, m, "site.toml", `base_url = ""`, `base_url = "https://www.example.gov.cn/zc/"`)
	with := build(t, m, site.Options{})
	for _, name := range pages {
		require.False(t, strings.Contains(read(t, without, name), `class="code"`), name)
		require.True(t, strings.Contains(read(t, without, name), "图上没有二维码"), name)
		require.True(t, strings.Contains(read(t, with, name), `class="code"`), name)
		require.False(t, strings.Contains(read(t, with, name), "图上没有二维码"), name)
	}
}

// Only pages whose pictures are saved may show an image from a data: address.
func TestOnlyPicturesNeedData(t *testing.T) {
	out := build(t, content(), site.Options{})
	for name, page := range files(t, out) {
		if strings.HasSuffix(name, ".html") {
			require.Equal(t, strings.Contains(page, `class="poster-box"`) && name != "gallery/index.html", strings.Contains(page, "img-src &#39;self&#39; data:"), name)
		}
	}
}
