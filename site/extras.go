package site

import (
	"mingce/site/departments"
	"mingce/site/goals"
	"mingce/site/guide"
	"mingce/site/page"
)

// Files that a policy may have beside its text, each held to it.
const (
	goalsFile       = "goals.toml"
	departmentsFile = "departments.toml"
	guideFile       = "guide.toml"
)

// An extra is what those files say; nil where there is none.
type extra struct {
	goals       *goals.Goals
	departments *departments.Departments
	guide       *guide.Guide
}

// extended reports whether a policy has files that need its whole text.
func (c *content) extended(dir string) bool {
	return c.has(dir+versionsFolder) || c.has(dir+goalsFile) || c.has(dir+departmentsFile) || c.has(dir+guideFile)
}

// extras reads the files beside a policy's text. The text is whole; ruled is
// whether there are rules, read or not.
func (c *content) extras(e *entry, dir string, ruled bool) {
	if text, ok := c.beside(dir + goalsFile); ok {
		read, found := goals.Load(c.at(dir+goalsFile), text, e.doc)
		*c.problems, e.goals = append(*c.problems, found...), read
	}
	if text, ok := c.beside(dir + departmentsFile); ok {
		read, found := departments.Load(c.at(dir+departmentsFile), text, e.doc)
		*c.problems, e.departments = append(*c.problems, found...), read
	}
	if ruled && e.rules == nil {
		return // the rules must be mended first
	}
	if text, ok := c.beside(dir + guideFile); ok {
		read, found := guide.Load(c.at(dir+guideFile), text, e.doc, e.benefits())
		*c.problems, e.guide = append(*c.problems, found...), read
	}
}

// beside reads a file that may be missing.
func (c *content) beside(name string) ([]byte, bool) {
	if !c.has(name) {
		return nil, false
	}
	return c.file(name)
}

// benefits are the ids of a policy's benefits.
func (e *entry) benefits() (ids []string) {
	if e.rules == nil {
		return nil
	}
	for i := range e.rules.Benefits {
		ids = append(ids, e.rules.Benefits[i].ID)
	}
	return ids
}

// ways are the pages on a policy besides its text and its calculator.
func ways(e *entry) (out []page.Link) {
	add := func(has bool, text, to string) {
		if has {
			out = append(out, page.Link{Text: text, To: to})
		}
	}
	add(e.rules != nil, "一图读懂", page.Doc{Address: "policies/" + e.id + "/"}.Glance())
	add(e.guide != nil, "办事指南", "guide/#"+e.id)
	add(e.goals != nil, "目标与进展", "goals/#"+e.id)
	add(e.departments != nil, "部门职责", "departments/#"+e.id)
	add(e.changing(), "版本", "policies/"+e.id+"/changes/")
	return out
}
