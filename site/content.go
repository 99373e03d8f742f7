package site

import (
	"cmp"
	"crypto/sha256"
	"errors"
	"io"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
	"sync"

	"mingce/calc"
	"mingce/site/article"
	"mingce/site/markdown"
	"mingce/site/output"
	"mingce/site/page"
	"mingce/site/policy"
	"mingce/site/problem"
	"mingce/site/roll"
	"mingce/site/rulefile"
	"mingce/site/terms"
	"mingce/site/toml"
)

// A content is everything read from the content folder.
type content struct {
	conf     *Config
	policies []entry
	pages    []written
	articles []*article.Article // those published, the newest first
	lists    []*roll.Roll       // notices and directories
	waiting  []problem.Pos      // of articles that wait for a day
	today    toml.Date          // the day the build was given; zero for none
	terms    []terms.Term
	problems *problem.List
	fsys     fs.FS
	name     string
	day      toml.Date  // whose version of the rules; zero for the latest
	listed   listing    // the folder that was read last
	whole    bool       // read the text of every policy, not only where rules need it
	buffers  *sync.Pool // of *[]byte, for files that are not kept
}

// An entry is one policy. Of a policy with rules the whole document is here;
// of any other only its facts, doc.File and doc.Meta: its text passes when
// its page is made (see passage and follower).
type entry struct {
	id      string
	doc     *policy.Document
	sum     [sha256.Size]byte // of policy.md
	quick   uint64            // the same for this run alone, in a tenth of the time
	rules   *calc.Rulebook    // nil without rules.toml
	program *calc.Program
	version string // of the rules
	cases   []rulefile.Case
	extra
	versions    []version // earlier texts, the oldest first
	ruleChanges []page.RuleRevision
	length      int // of the rules file, in characters
	chars       int // of policy.md, in characters
}

// A written is one page of pages/.
type written struct {
	id   string
	page *markdown.Page
}

// address is what an id must look like: it becomes part of a link that is
// printed and kept for years.
var address = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

// read reads the content folder.
func read(fsys fs.FS, name string, today toml.Date, problems *problem.List) *content {
	if name == "" {
		name = "content"
	}
	c := &content{conf: &Config{}, problems: problems, fsys: fsys, name: name, today: today, buffers: &sync.Pool{}}
	c.config()
	c.readTerms()
	c.documents()
	c.contradictions()
	c.readColumns()
	c.targets()
	for _, file := range c.folder("pages", false) {
		id := strings.TrimSuffix(file, ".md")
		text, ok := c.file("pages/" + file)
		if !ok || !c.named("pages/"+file, id) {
			continue
		}
		p, found := markdown.Parse(c.at("pages/"+file), text)
		*problems = append(*problems, found...)
		c.pages = append(c.pages, written{id, p})
	}
	slices.SortFunc(c.policies, func(a, b entry) int {
		return cmp.Or(b.doc.Meta.Signed.Value.Time().Compare(a.doc.Meta.Signed.Value.Time()), strings.Compare(a.id, b.id))
	})
	return c
}

// at is how problems name a file.
func (c *content) at(file string) string { return path.Join(c.name, file) }

// file reads a file that must exist.
func (c *content) file(name string) ([]byte, bool) {
	text, ok := c.raw(name)
	c.persons(name, text)
	return text, ok
}

// raw is file for what is no text in UTF-8.
func (c *content) raw(name string) ([]byte, bool) {
	text, err := fs.ReadFile(c.fsys, name)
	if errors.Is(err, fs.ErrNotExist) {
		c.problems.Add(c.place(name), "没有这个文件", "新建它,或从初始内容中复制一份")
	} else if err != nil {
		c.problems.Add(c.place(name), "读不了这个文件", "检查文件的权限")
	}
	return text, err == nil
}

// borrow reads a file that must exist into a buffer, which is used again after
// done was called.
func (c *content) borrow(name string) (text []byte, done func(), ok bool) {
	b, _ := c.buffers.Get().(*[]byte)
	if b == nil {
		b = new([]byte)
	}
	text, err := readInto((*b)[:0], c.fsys, name)
	if err != nil {
		text, ok = c.file(name) // which says what is wrong
		return text, func() {}, ok
	}
	c.persons(name, text)
	*b = text
	return text, func() { c.buffers.Put(b) }, true
}

// readInto appends a file.
func readInto(dst []byte, fsys fs.FS, name string) ([]byte, error) {
	f, err := fsys.Open(name)
	if err != nil {
		return dst, err
	}
	for {
		if len(dst) == cap(dst) {
			dst = slices.Grow(dst, max(32<<10, cap(dst)))
		}
		n, err := f.Read(dst[len(dst):cap(dst)])
		if dst = dst[:len(dst)+n]; err != nil {
			if errors.Is(err, io.EOF) {
				err = nil
			}
			return dst, errors.Join(err, f.Close())
		}
	}
}

// has reports whether a folder lists a file, be it readable or not: a file that
// is there but cannot be read is a problem, never an absent file.
func (c *content) has(name string) bool {
	entries, err := c.entries(path.Dir(name))
	return err == nil && slices.ContainsFunc(entries, func(e fs.DirEntry) bool { return e.Name() == path.Base(name) })
}

// A listing is what a folder holds, as it was read last: one policy asks for
// several files of its own.
type listing struct {
	folder  string
	entries []fs.DirEntry
}

// entries lists a folder.
func (c *content) entries(folder string) ([]fs.DirEntry, error) {
	if c.listed.folder == folder && folder != "" {
		return c.listed.entries, nil
	}
	entries, err := fs.ReadDir(c.fsys, folder)
	if err == nil {
		c.listed = listing{folder, entries}
	}
	return entries, err
}

// folder lists the folders, or the Markdown files, in a folder that may be
// missing. Names that begin with a dot are not ours.
func (c *content) folder(name string, folders bool) []string {
	entries, err := fs.ReadDir(c.fsys, name)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		c.problems.Add(c.place(name), "读不了这个文件夹", "检查它的权限")
	}
	var out []string
	for _, e := range entries {
		switch {
		case strings.HasPrefix(e.Name(), "."):
		case e.IsDir() == folders && (folders || path.Ext(e.Name()) == ".md"):
			out = append(out, e.Name())
		default:
			c.problems.Add(c.place(path.Join(name, e.Name())), "这里不该有它", "移走,或改成正确的名称")
		}
	}
	return out
}

// named checks that a name can be an address.
func (c *content) named(file, id string) bool {
	if address.MatchString(id) {
		return true
	}
	c.problems.Add(c.place(file), "名称“"+id+"”不能作网址", "只用小写字母、数字和连字符,如 qzf-2015-23")
	return false
}

func (c *content) config() {
	const name = "site.toml"
	text, ok := c.file(name)
	if !ok {
		return
	}
	*c.problems = append(*c.problems, decode(c.at(name), text, c.conf)...)
	c.conf.check(c.problems)
}

// deadMenu finds menu entries, and a home policy, that lead nowhere.
func (c *content) deadMenu(out *output.Site) problem.List {
	var problems problem.List
	for _, m := range c.conf.Menu {
		if _, ok := out.File(strings.TrimPrefix(m.To.Value, "/") + "index.html"); !ok {
			problems.Add(m.To.Pos, "菜单指向的页面不存在", "改成已有的地址,或删去这一项")
		}
	}
	if h := c.conf.Home; h.Value != "" && !slices.ContainsFunc(c.policies, func(e entry) bool { return e.id == h.Value }) {
		problems.Add(h.Pos, "没有名为“"+h.Value+"”的政策", "写 policies 下的文件夹名")
	}
	return problems
}

// facts stands for everything that was read of the site, its policies and pages.
func (c *content) facts() any {
	type fact struct {
		id, version string
		sum         [sha256.Size]byte
	}
	facts := make([]fact, len(c.policies))
	for i, e := range c.policies {
		facts[i] = fact{e.id, e.version, e.sum}
	}
	pages := make([]any, len(c.pages))
	for i, w := range c.pages {
		pages[i] = []any{w.id, w.page}
	}
	return []any{c.conf, facts, pages}
}
