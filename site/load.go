package site

import (
	"io/fs"
	"path"

	"mingce/calc"
	"mingce/site/policy"
	"mingce/site/problem"
)

// A Policy is one policy of the content folder, read and compiled.
type Policy struct {
	ID       string
	Document *policy.Document
	Program  *calc.Program // nil when nothing can be computed of it
}

// Load reads one policy without the rest of the site.
func Load(fsys fs.FS, name, id string) (*Policy, problem.List) {
	var problems problem.List
	c := &content{conf: &Config{}, problems: &problems, fsys: fsys, name: name}
	c.policy(id)
	if len(problems) > 0 || len(c.policies) == 0 {
		problems.Sort()
		return nil, problems
	}
	e := c.policies[0]
	return &Policy{ID: e.id, Document: e.doc, Program: e.program}, nil
}

// IDs lists the policies of a content folder.
func IDs(fsys fs.FS) []string {
	found, err := fs.Glob(fsys, "policies/*/policy.md")
	if err != nil {
		return nil // unreachable: the pattern is well formed
	}
	for i, file := range found {
		found[i] = path.Base(path.Dir(file))
	}
	return found
}
