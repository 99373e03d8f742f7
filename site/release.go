package site

import (
	"regexp"
	"strings"

	"mingce/site/problem"
	"mingce/site/toml"
)

// placeholder is what people write where they do not know yet.
var placeholder = regexp.MustCompile(`(?i)待填|待定|待补|占位|示例|某某|测试|todo|tbd|x{3,}|0{6,}|1234567|example\.`)

// release refuses to publish a site that does not say who answers for it. All
// that is missing is named at once.
func (c *Config) release(file string, problems *problem.List) {
	p := c.Publisher
	for _, i := range []struct {
		key, label, hint string
		value            toml.At[string]
	}{
		{"base_url", "网站地址", "写正式的地址,以斜杠结尾", c.BaseURL},
		{"publisher.host", "主办单位", "写单位的全称", p.Host},
		{"publisher.contact", "联系方式", "写公开的办公电话或电子邮箱", p.Contact},
		{"publisher.site_code", "网站标识码", "写本网站的10位标识码", p.SiteCode},
		{"publisher.icp", "ICP备案号", "写本网站的备案号,可在 beian.miit.gov.cn 查到", p.ICP},
		{"publisher.police", "公安机关备案号", "写公安机关发给的备案号", p.Police},
		{"publisher.police_url", "公安备案的查询地址", "写查询这个备案号的网址", p.PoliceURL},
	} {
		at := i.value.Pos
		if at.Line == 0 {
			at = problem.Pos{File: file}
		}
		switch text := strings.TrimSpace(i.value.Value); {
		case text == "":
			problems.Add(at, "正式发布还缺"+i.label+"("+i.key+")", i.hint)
		case placeholder.MatchString(text):
			problems.Add(at, i.label+"“"+text+"”像是随手填的", i.hint+";不能用假的")
		}
	}
}
