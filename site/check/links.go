package check

import (
	"net/url"
	"path"
	"strings"

	"mingce/site/output"
)

// link checks that a link of this site leads to a page, and its fragment to
// an id there.
func (c *checker) link(p *parsed, href string) {
	u, err := url.Parse(href)
	switch {
	case err != nil || href == "":
		c.add(p.Source, "改正这个链接", "页面 /%s 的链接“%s”写得不对", page(p.Path), href)
		return
	case u.Scheme != "" || u.Host != "":
		return // another site: not ours to promise
	}
	target, ok := c.resolve(p, u)
	if !ok {
		c.add(p.Source, "改成已有的地址,或去掉链接", "页面 /%s 的链接“%s”没有对应的页面", page(p.Path), href)
		return
	}
	if u.Fragment == "" {
		return
	}
	if to, ok := c.pages[target]; ok && to.ids[u.Fragment] == 0 {
		c.add(p.Source, "核对 # 后面的名称", "页面 /%s 的链接“%s”指向的位置不存在", page(p.Path), href)
	}
}

// resource checks that what a page loads is a file of this site.
func (c *checker) resource(p *parsed, src string) {
	u, err := url.Parse(src)
	if err != nil || u.Scheme != "" || u.Host != "" {
		c.add(p.Path, "页面只能使用本站的文件", "页面从别处载入“%s”", src)
		return
	}
	if _, ok := c.resolve(p, u); !ok {
		c.add(p.Path, ours, "页面载入的“%s”不存在", src)
	}
}

// resolve finds the file that an address in a page stands for.
func (c *checker) resolve(p *parsed, u *url.URL) (string, bool) {
	if u.Path == "" {
		return p.Path, true
	}
	at := path.Join(path.Dir(p.Path), u.Path)
	if strings.HasPrefix(u.Path, "/") {
		rest, ok := strings.CutPrefix(u.Path, c.out.BasePath)
		if !ok {
			return "", false
		}
		at = path.Clean("/" + rest)[1:]
	}
	if strings.HasSuffix(u.Path, "/") || at == "." || at == "" {
		at = strings.TrimPrefix(path.Join(at, "index.html"), "./")
	}
	if strings.HasPrefix(at, "../") {
		return "", false
	}
	_, ok := c.out.File(at)
	return at, ok
}

// references checks that a list of ids exists in the page.
func (c *checker) references(p *parsed, name, ids string) {
	for id := range strings.FieldsSeq(ids) {
		if p.ids[id] == 0 {
			c.add(p.Path, ours, "%s 指向的 id “%s”不存在", name, id)
		}
	}
}

// budget is how many bytes a file may weigh after compression.
func budget(f output.File) (limit int, ok bool) {
	switch {
	case f.Kind == output.Policy:
		// 14.5 KB for a text of 8 500 characters; longer texts in proportion
		return max(14_500, f.Length*17/10), true
	case f.Kind == output.Calculator:
		// 16 KB for rules of 24 000 characters; more rules in proportion
		return max(16_000, f.Length*2/3), true
	case f.Kind.IsPage():
		// pages that grow with a text or its rules say by how much
		return max(14_500, f.Length*17/10), true
	case strings.HasSuffix(f.Path, ".wasm"):
		return 6_000, true
	case strings.HasSuffix(f.Path, ".js"):
		if strings.Contains(f.Path, "/calculator.") {
			return 12_000, true
		}
		return 6_000, true
	case strings.HasSuffix(f.Path, ".css"):
		return 6_000, true
	}
	return 0, false
}

// budgets checks every weight.
func (c *checker) budgets() {
	for _, f := range c.out.Files() {
		if limit, ok := budget(f); ok && c.sizes[f.Path] > limit {
			c.add(f.Path, ours, "压缩后 %d 字节,超过上限 %d 字节", c.sizes[f.Path], limit)
		}
	}
}
