package site

import (
	"io/fs"
	"slices"
	"strings"

	"mingce/calc"
	"mingce/site/diff"
	"mingce/site/feed"
	"mingce/site/output"
	"mingce/site/page"
	"mingce/site/policy"
	"mingce/site/rulefile"
	"mingce/site/toml"
	"mingce/site/versions"
)

// A version is an earlier text of a policy.
type version struct {
	Day string // from which it held: the name of its file
	doc *policy.Document
}

// versionsFolder holds the earlier texts of a policy.
const versionsFolder = "versions"

// versions reads the earlier texts of a policy, the oldest first.
func (c *content) versions(e *entry, dir string) {
	entries, err := fs.ReadDir(c.fsys, dir+versionsFolder)
	if err != nil {
		if c.has(dir + versionsFolder) {
			c.problems.Add(c.place(dir+versionsFolder), "读不了这个文件夹", "检查它的权限;它应当是放以前版本的文件夹")
		}
		return
	}
	for _, f := range entries {
		name := dir + versionsFolder + "/" + f.Name()
		day, isText := strings.CutSuffix(f.Name(), ".md")
		if strings.HasPrefix(f.Name(), ".") {
			continue
		}
		if _, ok := toml.ParseDate(day); !ok || !isText || f.IsDir() {
			c.problems.Add(c.place(name), "以前版本的文件名不对", "写成这一版开始实行的日期,如 2015-11-30.md")
			continue
		}
		text, ok := c.file(name)
		if !ok {
			continue
		}
		doc, found := policy.Parse(c.at(name), text)
		*c.problems = append(*c.problems, found...)
		*c.problems = append(*c.problems, pinned(doc)...)
		e.versions = append(e.versions, version{day, doc})
	}
}

// changes makes the page of the versions of a policy: of its text, and of the
// rules made of it. A policy of one text and no rules has nothing to tell.
func (b *builder) changes(e *entry, d page.Doc) {
	if !e.changing() {
		return
	}
	const title = "版本"
	address := d.Address + "changes/"
	p := page.Changes{Doc: d, Frame: b.framed(address, d.Number+"的版本", d.Number+"的正文和规则有过哪些版本,每一版改了什么。",
		page.Link{Text: "政策文件", To: "policies/"}, page.Link{Text: d.Number, To: d.Address}, page.Link{Text: title})}
	p.Look.Early = []page.Resource{b.look.Resource("rules.css")}
	column(&p.Frame, "政策文件", "本站公布的政策文件目录。")
	var news []feed.Entry
	for i := range e.versions {
		next, day := e.doc, ""
		if i+1 < len(e.versions) {
			next, day = e.versions[i+1].doc, e.versions[i+1].Day
		} else if in := e.doc.Meta.InForce; in.Set {
			day = in.Value.String()
		} else {
			day = policyDay(e.doc.Meta)
		}
		v := page.Revision{Day: inWords(day), Was: inWords(e.versions[i].Day)}
		v.Fill(versions.Compare(e.versions[i].doc, next), d.Address)
		p.Texts = append(p.Texts, v)
		news = append(news, feed.Entry{Address: d.Address, Version: day, Title: d.Title, Author: d.Issuer, Updated: day, Summary: v.Summary()})
	}
	slices.Reverse(p.Texts)
	first := dayOf(e.doc.Meta.Signed)
	if len(e.versions) > 0 {
		first = e.versions[0].Day
	}
	p.First = inWords(first)
	news = append(news, feed.Entry{Address: d.Address, Version: first, Title: d.Title, Author: d.Issuer, Updated: first, Summary: "本站公布的第一个版本"})
	if e.rules != nil {
		p.Version, p.InForce, p.Manual = e.version, page.During(e.rules.InForce), manual(*e, d).Rules
		p.Rules = e.ruleChanges
	}
	p.Feed = address + "atom.xml"
	b.feed(feed.Feed{Address: p.Feed, Page: address, Title: d.Number + " 的版本", Entries: news})
	b.add(address, "changes", e.doc.File, output.Page, p)
}

// inWords is a day as readers see it: 2015年11月30日.
func inWords(day string) string {
	d, _ := toml.ParseDate(day)
	return page.DateWords(d)
}

// changing reports whether there is anything to tell of versions.
func (e *entry) changing() bool { return e.rules != nil || len(e.versions) > 0 }

// policyDay is the day of a text: published, else signed.
func policyDay(m policy.Meta) string {
	if m.Published.Set {
		return m.Published.Value.String()
	}
	return m.Signed.Value.String()
}

// ruleVersions compares the rules as they are with those of every day before
// on which a parameter changed, the latest first.
func (c *content) ruleVersions(e *entry, file string, text []byte) (out []page.RuleRevision) {
	for now := e.rules; now.InForce.From != ""; {
		from, ok := toml.ParseDate(now.InForce.From)
		if !ok {
			return out
		}
		was := c.before(file, text, e.doc, from)
		if was == nil {
			return out
		}
		r := page.RuleRevision{Day: page.DateWords(from)}
		for _, change := range diff.Changes(was, now) {
			r.Changes = append(r.Changes, change.Rule+":"+change.Words)
		}
		if len(r.Changes) == 0 {
			return out
		}
		out, now = append(out, r), was
	}
	return out
}

// before is the rules the day before a day; nil where there were none.
func (c *content) before(file string, text []byte, doc *policy.Document, day toml.Date) *calc.Rulebook {
	t := day.Time().AddDate(0, 0, -1)
	eve := toml.Date{Year: t.Year(), Month: t.Month(), Day: t.Day()}
	rules, problems := rulefile.LoadAt(file, text, doc, eve)
	if len(problems) > 0 {
		return nil
	}
	return rules
}
