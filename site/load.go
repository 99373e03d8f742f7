package site

import (
	"io/fs"
	"path"
	"sync"

	"mingce/calc"
	"mingce/site/policy"
	"mingce/site/problem"
	"mingce/site/rulefile"
	"mingce/site/toml"
)

// A Policy is one policy of the content folder, read and compiled.
type Policy struct {
	ID       string
	Document *policy.Document
	Program  *calc.Program // nil when nothing can be computed of it
	Version  string        // of the rules: the beginning of their file's checksum
}

// Load reads one policy without the rest of the site.
func Load(fsys fs.FS, name, id string) (*Policy, problem.List) {
	return LoadAt(fsys, name, id, toml.Date{})
}

// LoadAt is Load for the version of the rules that is in force on a day; the
// zero day stands for the latest version.
func LoadAt(fsys fs.FS, name, id string, day toml.Date) (*Policy, problem.List) {
	var problems problem.List
	c := &content{conf: &Config{}, problems: &problems, fsys: fsys, name: name, day: day, whole: true, buffers: &sync.Pool{}}
	c.policy(id)
	if len(problems) > 0 || len(c.policies) == 0 {
		problems.Sort()
		return nil, problems
	}
	e := c.policies[0]
	return &Policy{ID: e.id, Document: e.doc, Program: e.program, Version: e.version}, nil
}

// Warnings says what of a policy's rules is allowed but looks like a mistake.
// The policy must load.
func Warnings(fsys fs.FS, name, id string) (list problem.List) {
	p, problems := Load(fsys, name, id)
	if len(problems) > 0 || p.Program == nil {
		return nil
	}
	file := "policies/" + id + "/rules.toml"
	text, err := fs.ReadFile(fsys, file)
	if err != nil {
		return nil // unreachable: Load has read it
	}
	for _, w := range rulefile.Warnings(path.Join(name, file), text, p.Document) {
		list = append(list, w.Problem)
	}
	list.Sort()
	return list
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
