package page

import (
	"slices"
	"strings"

	"mingce/site/departments"
	"mingce/site/policy"
)

// A Departments is the page of who answers for what under the policies.
type Departments struct {
	Frame
	Policies []PolicyDepartments
}

// A PolicyDepartments is who answers for what under one policy.
type PolicyDepartments struct {
	Doc         Doc
	Clause      Link
	Posts       []Post
	Subjects    []Subject
	Departments []Department
}

// A Post is who leads or decides.
type Post struct {
	Name string
	Cite Cite
}

// A Subject is what several departments answer for together.
type Subject struct {
	ID, Name string
	Of       []Link // the departments
	Clauses  []Link
}

// A Department is one line of the text: who, and what for.
type Department struct {
	ID, Name string
	Duties   []Duty
}

// A Duty is what a department answers for, in the words of the text.
type Duty struct {
	Words    string
	Subjects []Link
}

// FillDepartments lays out who answers for what. The ids of the page begin
// with the policy's.
func (p *PolicyDepartments) FillDepartments(from *departments.Departments, d *policy.Document) {
	p.Clause = reference(d, p.Doc.Address, from.Clause)
	for _, post := range from.Posts {
		p.Posts = append(p.Posts, Post{post.Name, citing(d, p.Doc.Address, post.Cite)})
	}
	subject := func(id string) string { return p.Doc.ID + "-" + id }
	for _, s := range from.Subjects {
		out := Subject{ID: subject(s.ID), Name: s.Name}
		for _, c := range s.Clauses {
			out.Clauses = append(out.Clauses, reference(d, p.Doc.Address, c))
		}
		p.Subjects = append(p.Subjects, out)
	}
	for i := range from.Duties {
		duty := &from.Duties[i]
		dep := p.department(strings.Join(duty.Of, "、"))
		out := Duty{Words: duty.Cite.Quote}
		for k, s := range from.Subjects {
			if !slices.Contains(duty.Subjects, s.ID) {
				continue
			}
			out.Subjects = append(out.Subjects, Link{s.Name, "departments/#" + subject(s.ID)})
			to := Link{dep.Name, "departments/#" + dep.ID}
			if !slices.Contains(p.Subjects[k].Of, to) {
				p.Subjects[k].Of = append(p.Subjects[k].Of, to)
			}
		}
		dep.Duties = append(dep.Duties, out)
	}
}

// department finds the department of a name, or adds it.
func (p *PolicyDepartments) department(name string) *Department {
	i := slices.IndexFunc(p.Departments, func(d Department) bool { return d.Name == name })
	if i < 0 {
		i = len(p.Departments)
		p.Departments = append(p.Departments, Department{ID: p.Doc.ID + "-d" + number(i+1), Name: name})
	}
	return &p.Departments[i]
}
