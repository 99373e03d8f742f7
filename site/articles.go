package site

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"mingce/site/article"
	"mingce/site/division"
	"mingce/site/personal"
	"mingce/site/roll"
	"mingce/site/toml"
)

// readColumns reads the articles and the lists.
func (c *content) readColumns() {
	for _, column := range []article.Column{article.Interpretations, article.News, article.FAQ, article.Topics} {
		c.readColumn(column)
	}
	c.rolls("notices", true)
	c.rolls("directory", false)
}

func (c *content) readColumn(column article.Column) {
	dir := string(column)
	for _, file := range c.files(dir, ".md", ".png", ".jpg", ".jpeg", ".gif", ".webp") {
		id, ok := c.entryID(dir, file)
		if !ok {
			continue
		}
		text, ok := c.file(path.Join(dir, file))
		if !ok {
			continue
		}
		a, found := article.Parse(column, id, c.at(path.Join(dir, file)), text)
		*c.problems = append(*c.problems, found...)
		c.vocabulary(a)
		if a.Published(c.today) {
			c.articles = append(c.articles, a)
		} else if a.Publish.Set && c.today.IsZero() && !a.Draft {
			c.waiting = append(c.waiting, a.Publish.Pos)
		}
	}
	slices.SortStableFunc(c.articles, article.Newest)
}

// entryID is the id of an entry that a file names; ok is false for a file that is
// none.
func (c *content) entryID(dir, file string) (id string, ok bool) {
	if id, ok = strings.CutSuffix(file, ".md"); !ok || !c.named(path.Join(dir, file), id) {
		return id, false
	}
	if division.Reserved(id) {
		c.problems.Add(c.place(path.Join(dir, file)), "名称“"+id+"”留给列表用", "换一个名称")
		return id, false
	}
	return id, true
}

// files lists the files of a folder that may be missing. Others than those
// named by their extension are problems.
func (c *content) files(dir string, exts ...string) (names []string) {
	if !c.has(dir) {
		return nil
	}
	entries, err := fs.ReadDir(c.fsys, dir)
	if err != nil {
		c.problems.Add(c.place(dir), "读不了这个文件夹", "检查它的权限")
	}
	for _, e := range entries {
		switch {
		case strings.HasPrefix(e.Name(), "."):
		case !e.IsDir() && slices.Contains(exts, strings.ToLower(path.Ext(e.Name()))):
			names = append(names, e.Name())
		default:
			c.problems.Add(c.place(path.Join(dir, e.Name())), "这里不该有它", "这里只放 "+strings.Join(exts, "、")+" 文件;移走,或改成正确的名称")
		}
	}
	return names
}

// vocabulary holds subject and tags to those that site.toml has.
func (c *content) vocabulary(a *article.Article) {
	c.term("subjects", "主题", c.conf.Subjects, a.Subject)
	for _, t := range a.Tags {
		c.term("tags", "标签", c.conf.Tags, t)
	}
	for _, t := range a.Gather {
		c.term("tags", "标签", c.conf.Tags, t)
	}
}

func (c *content) term(table, what string, known toml.Map[toml.At[string]], at toml.At[string]) {
	if !at.Set || termID(known, at.Value) != "" {
		return
	}
	c.problems.Add(at.Pos, "site.toml 里没有“"+at.Value+"”这个"+what, "改成已有的"+what+",或在 site.toml 的 ["+table+"] 下加一行 英文名 = \""+at.Value+"\"")
}

// termID is the id of a term in an address; empty for one that is not known.
func termID(known toml.Map[toml.At[string]], name string) string {
	for _, f := range known {
		if f.Value.Value == name {
			return f.Key.Value
		}
	}
	return ""
}

// rolls reads notices or lists.
func (c *content) rolls(dir string, notice bool) {
	names := c.files(dir, ".md", ".csv")
	for _, file := range names {
		if id, isTable := strings.CutSuffix(file, ".csv"); isTable && !slices.Contains(names, id+".md") {
			c.problems.Add(c.place(path.Join(dir, file)), "有表,没有页面", "补上 "+id+".md,或移走这张表")
		}
		id, ok := c.entryID(dir, file)
		if !ok {
			continue
		}
		page, ok := c.file(path.Join(dir, file))
		if !ok {
			continue
		}
		rows, ok := c.raw(path.Join(dir, id+".csv"))
		if !ok {
			continue
		}
		r, found := roll.Parse(notice, id, c.at(path.Join(dir, file)), page, c.at(path.Join(dir, id+".csv")), rows)
		*c.problems = append(*c.problems, found...)
		c.cells(r)
		if r.Published(c.today) {
			c.lists = append(c.lists, r)
		}
	}
}

// cells finds numbers of persons in a table. The name of the column counts as
// said before them; amounts are none.
func (c *content) cells(r *roll.Roll) {
	allowed := personal.Allowed(c.conf.offices())
	for _, row := range r.Table.Rows {
		for i, cell := range row {
			before := r.Table.Header[i].Text + ":"
			if i == r.Columns.Amount {
				continue
			}
			for _, f := range personal.Find(before + cell.Text) {
				if (f.Kind == personal.Mobile || f.Kind == personal.Phone) && allowed((before + cell.Text)[f.Start:f.End]) {
					continue
				}
				c.problems.Add(cell.Pos, "这里有"+f.Kind.String(), f.Kind.Hint())
			}
		}
	}
}
