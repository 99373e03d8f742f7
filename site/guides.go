package site

import (
	"mingce/site/output"
	"mingce/site/page"
)

// guides makes the pages on how to apply, what is to be reached and who answers
// for what, each for all policies that say so; none where no policy does.
func (b *builder) guides(all *content, docs []page.Doc) {
	guide := page.Guide{Frame: b.column("guide/", "办事指南", "奖补怎样申报,经过哪几步,谁来决定,资金怎样管。")}
	goals := page.Goals{Frame: b.column("goals/", "目标与进展", "文件定下的目标,和公布过的实际完成情况。")}
	departments := page.Departments{Frame: b.column("departments/", "部门职责", "哪件事归谁管,按主题和按部门查,照录原文。")}
	for i := range all.policies {
		e, d := &all.policies[i], docs[i]
		if e.guide != nil {
			p := page.PolicyGuide{Doc: d}
			p.FillGuide(e.guide, e.rules, e.doc)
			guide.Policies = append(guide.Policies, p)
		}
		if e.goals != nil {
			p := page.PolicyGoals{Doc: d}
			p.FillGoals(e.goals, e.doc)
			goals.Policies = append(goals.Policies, p)
		}
		if e.departments != nil {
			p := page.PolicyDepartments{Doc: d}
			p.FillDepartments(e.departments, e.doc)
			departments.Policies = append(departments.Policies, p)
		}
	}
	if len(guide.Policies) > 0 {
		b.add("guide/", "guide", all.at("policies/*/"+guideFile), output.Column, guide)
	}
	if len(goals.Policies) > 0 {
		b.add("goals/", "goals", all.at("policies/*/"+goalsFile), output.Column, goals)
	}
	if len(departments.Policies) > 0 {
		b.add("departments/", "departments", all.at("policies/*/"+departmentsFile), output.Column, departments)
	}
}

// column is what a page of its own column has around it.
func (b *builder) column(address, title, about string) page.Frame {
	f := b.framed(address, title, about, page.Link{Text: title})
	f.Look.Early = []page.Resource{b.look.Resource("guides.css")}
	column(&f, title, about)
	return f
}
