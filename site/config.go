package site

import (
	"net/url"
	"regexp"
	"strings"

	"mingce/site/page"
	"mingce/site/problem"
	"mingce/site/toml"
)

// A Config is site.toml: what the site is called and who answers for it.
type Config struct {
	Name        toml.At[string]           `toml:"name,required"`        // in the header of every page
	Heading     toml.At[string]           `toml:"heading,required"`     // of the first page
	Sentence    toml.At[string]           `toml:"sentence,required"`    // what the site is, in one sentence
	Description toml.At[string]           `toml:"description,required"` // for search engines
	Home        toml.At[string]           `toml:"home"`                 // the policy the first page leads to
	Demo        toml.At[string]           `toml:"demo"`                 // the notice while no publisher is named
	BaseURL     toml.At[string]           `toml:"base_url"`             // where the site is published
	Menu        []MenuEntry               `toml:"menu"`
	Publisher   Publisher                 `toml:"publisher"`
	Subjects    toml.Map[toml.At[string]] `toml:"subjects"` // 主题: the id in addresses = the word
	Tags        toml.Map[toml.At[string]] `toml:"tags"`     // 标签, likewise
	Contacts    []Contact                 `toml:"contact"`  // office lines that pages may show
}

// A MenuEntry is one entry of the menu.
type MenuEntry struct {
	Text toml.At[string] `toml:"text,required"`
	To   toml.At[string] `toml:"to,required"` // "/policies/"
}

// A Publisher is the identities of the site. What is empty is not shown;
// while host is empty every page shows the notice demo.
type Publisher struct {
	Host      toml.At[string] `toml:"host"`       // 主办单位
	Operator  toml.At[string] `toml:"operator"`   // 承办单位
	Contact   toml.At[string] `toml:"contact"`    // 联系方式
	SiteCode  toml.At[string] `toml:"site_code"`  // 网站标识码
	ICP       toml.At[string] `toml:"icp"`        // ICP备案号
	Police    toml.At[string] `toml:"police"`     // 公安机关备案号
	PoliceURL toml.At[string] `toml:"police_url"` // where the latter is verified
}

var siteCode = regexp.MustCompile(`^([0-9]{10}|bm[0-9]{8})$`)

// check finds values that cannot be right.
func (c *Config) check(problems *problem.List) {
	for _, s := range []toml.At[string]{c.Name, c.Heading, c.Sentence, c.Description} {
		if s.Set && strings.TrimSpace(s.Value) == "" {
			problems.Add(s.Pos, "这里是空的", "填上内容")
		}
	}
	c.Publisher.Host.Value = strings.TrimSpace(c.Publisher.Host.Value)
	c.Demo.Value = strings.TrimSpace(c.Demo.Value)
	if c.Publisher.Host.Value == "" && c.Demo.Value != "" && !strings.HasPrefix(c.Demo.Value, "演示站点") {
		problems.Add(c.Demo.Pos, "演示声明要以“演示站点”开头", "写成 demo = \"演示站点,以……正式公布的文件为准\"")
	}
	if c.Publisher.Host.Value == "" && c.Name.Set && c.Demo.Value == "" {
		problems.Add(c.Name.Pos, "没有写主办单位,也没有写演示声明",
			"在 [publisher] 里写 host;还没有主办单位,就写 demo = \"演示站点,以……正式公布的文件为准\"")
	}
	if v := c.BaseURL.Value; v != "" {
		u, err := url.Parse(v)
		if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" || !strings.HasSuffix(u.Path, "/") {
			problems.Add(c.BaseURL.Pos, "网站地址不对", "写完整的地址,以斜杠结尾,如 https://www.example.gov.cn/zc/;还没有就删去这一行")
		}
	}
	if v := c.Publisher.SiteCode; v.Value != "" && !siteCode.MatchString(v.Value) {
		problems.Add(v.Pos, "网站标识码的写法不对", "网站标识码是10位数字(部委为 bm 加8位数字);还没有就删去这一行")
	}
	for _, f := range append(c.Subjects[:len(c.Subjects):len(c.Subjects)], c.Tags...) {
		if !address.MatchString(f.Key.Value) {
			problems.Add(f.Key.Pos, "名称“"+f.Key.Value+"”不能作网址", "等号左边只用小写字母、数字和连字符,如 ecommerce = \"电子商务\"")
		}
	}
	for _, m := range c.Menu {
		if to := m.To.Value; m.To.Set && (!strings.HasPrefix(to, "/") || !strings.HasSuffix(to, "/")) {
			problems.Add(m.To.Pos, "菜单地址的写法不对", "写本站的地址,前后都有斜杠,如 /policies/")
		}
	}
}

// frame is what the pages show of the configuration.
func (c *Config) frame() *page.Site {
	s := &page.Site{Name: c.Name.Value}
	for _, m := range c.Menu {
		s.Menu = append(s.Menu, page.Link{Text: m.Text.Value, To: strings.TrimPrefix(m.To.Value, "/")})
	}
	p := c.Publisher
	if p.Host.Value == "" {
		s.Demo = c.Demo.Value
	}
	for _, i := range []page.Identity{
		{Label: "主办单位", Value: p.Host.Value},
		{Label: "承办单位", Value: p.Operator.Value},
		{Label: "联系方式", Value: p.Contact.Value},
		{Label: "网站标识码", Value: p.SiteCode.Value},
		{Label: "ICP备案号", Value: p.ICP.Value, URL: "https://beian.miit.gov.cn/"},
		{Label: "公安机关备案号", Value: p.Police.Value, URL: p.PoliceURL.Value},
	} {
		if i.Value != "" {
			s.Identities = append(s.Identities, i)
		}
	}
	return s
}
