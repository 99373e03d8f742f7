// Package gov inspects a site as those do who inspect government websites: by
// the tags of the guideline (国办发〔2017〕47号, annex), by the vetoes and
// deductions of the inspections, and by what has been found wrong on others.
//
//	error    what would be vetoed, or is plainly wrong: tags missing or holding
//	         null, identities missing, placeholders, five columns empty or
//	         out of date, a first page without news for two weeks
//	warning  what would cost points: one column empty or out of date, a
//	         document without 解读 or without the day it was published
//
// Whether a column is out of date depends on the day; without a day that part
// is left out, and said to be. What is the same on many pages is said once,
// with their number.
package gov

import (
	"fmt"

	"mingce/site/problem"
	"mingce/site/toml"
)

// Facts is what is known of a site besides its pages.
type Facts struct {
	Today      toml.Date // the day of the inspection; zero for none
	Identities []Identity
	Columns    []Column
	Documents  []Document
	Sources    []Source
	Waiting    []problem.Pos // of articles that wait for a day
}

// An Identity is something that every government website shows of itself.
type Identity struct {
	Name string // 主办单位
	Set  bool
	Pos  problem.Pos
}

// A Column is a list that readers expect to grow.
type Column struct {
	Title  string
	Source string // the folder, as problems name it
	Count  int
	Last   toml.Date // of the newest entry
	News   bool      // 动态: two weeks; others half a year
	Menu   bool      // the menu leads to it
}

// A Document is a policy.
type Document struct {
	Pos         problem.Pos // of its number
	Number      string
	Interpreted bool
	Dated       bool // it says when it was published
}

// A Source is a file that people write.
type Source struct {
	File string
	Text []byte
}

// Findings is what an inspection found.
type Findings struct {
	Errors, Warnings problem.List
}

// How long a column may stand still, in days, and how many columns may be
// empty or out of date before it is a veto.
const (
	newsDays  = 14
	otherDays = 183
	vetoed    = 5
)

// Inspect inspects a site. pages yields the HTML of every page.
func Inspect(f Facts, pages func(yield func(Page) bool)) Findings {
	var out Findings
	out.identities(f.Identities)
	out.columns(f)
	out.documents(f.Documents)
	for _, s := range f.Sources {
		out.placeholders(s)
	}
	out.tags(pages)
	for _, at := range f.Waiting {
		out.Warnings.Add(at, "这篇文章在等日期,没有发布", "生成网站时加上 --date 当天的日期")
	}
	out.Errors.Sort()
	out.Warnings.Sort()
	return out
}

func (o *Findings) identities(all []Identity) {
	for _, i := range all {
		if !i.Set {
			o.Errors.Add(i.Pos, "没有"+i.Name, "在 site.toml 里填上真实的"+i.Name)
		}
	}
}

// columns looks for those that are empty or out of date.
func (o *Findings) columns(f Facts) {
	var empty, stale int
	var newest toml.Date
	for _, c := range f.Columns {
		at := problem.Pos{File: c.Source}
		if newest.Before(c.Last) {
			newest = c.Last
		}
		if c.Count == 0 {
			add := &o.Warnings
			if c.Menu { // others nobody is led to
				add = &o.Errors
				empty++
			}
			add.Add(at, "栏目“"+c.Title+"”是空的", "放入内容;暂时没有,就不要列在菜单里")
			continue
		}
		if f.Today.IsZero() {
			continue
		}
		limit := otherDays
		if c.News {
			limit = newsDays
		}
		if n := days(c.Last, f.Today); n > limit {
			stale++
			o.Warnings.Add(at, fmt.Sprintf("栏目“%s”有%d天没有更新,最近一次是%s", c.Title, n, c.Last.Chinese()), fmt.Sprintf("这类栏目要求%d天以内有更新", limit))
		}
	}
	if empty >= vetoed {
		o.Errors.Add(problem.Pos{}, fmt.Sprintf("有%d个空栏目", empty), "5个以上会被单项否决;放入内容,或撤下栏目")
	}
	if stale >= vetoed {
		o.Errors.Add(problem.Pos{}, fmt.Sprintf("有%d个栏目没有及时更新", stale), "5个以上会被单项否决")
	}
	if n := days(newest, f.Today); !f.Today.IsZero() && !newest.IsZero() && n > newsDays {
		o.Errors.Add(problem.Pos{}, fmt.Sprintf("全站有%d天没有更新", n), "首页两周没有更新会被单项否决")
	}
}

func days(from, to toml.Date) int { return int(to.Time().Sub(from.Time()).Hours() / 24) }

func (o *Findings) documents(all []Document) {
	for _, d := range all {
		if !d.Interpreted {
			o.Warnings.Add(d.Pos, d.Number+"没有解读", "在 interpretations 里写一篇,interprets = \""+d.Number+"\"")
		}
		if !d.Dated {
			o.Warnings.Add(d.Pos, d.Number+"没有写发布日期", "查明后加一行 published = …;没有日期的页面按没有更新计算")
		}
	}
}

// placeholders looks for words that were to be replaced.
func (o *Findings) placeholders(s Source) {
	for _, m := range placeholder.FindAllIndex(s.Text, -1) {
		o.Errors.Add(position(s, m[0], m[1]), "这里还是占位的文字:"+string(s.Text[m[0]:m[1]]), "换成真实的内容,或删去")
	}
}

// Grow counts one more entry.
func (c *Column) Grow(day toml.Date) {
	c.Count++
	if c.Last.Before(day) {
		c.Last = day
	}
}
