// Package rulefiletest hands the examples of the manual, which is the package
// doc of rulefile, to tests: a policy with its rules and cases, made of every
// form that rules can take. What is tested with them is tested on what people
// are told to write.
//
//	files := rulefiletest.Further("../rulefile")
//	policy, problems := site.Load(files.Content(), "content", "demo")
package rulefiletest

import (
	"os"
	"path/filepath"
	"strings"
	"testing/fstest"
)

// Files are the files of an example: what is in policy.md, rules.toml and
// cases.toml.
type Files struct{ Policy, Rules, Cases string }

// First reads the manual's first example; folder is that of package rulefile.
func First(folder string) (Files, error) { return read(folder, "doc.go") }

// Further reads its second, which has all that the first has not.
func Further(folder string) (Files, error) {
	return read(folder, "doc_further.go", "doc_further_amounts.go")
}

// Content is a content folder with the example as its one policy, demo.
func (f Files) Content() fstest.MapFS {
	const dir = "policies/demo/"
	return fstest.MapFS{
		dir + "policy.md":  {Data: []byte(f.Policy)},
		dir + "rules.toml": {Data: []byte(f.Rules)},
		dir + "cases.toml": {Data: []byte(f.Cases)},
	}
}

// read collects the indented blocks of the doc. The block with front matter is
// the policy, the one headed cases.toml the cases, the rest the rules.
func read(folder string, names ...string) (f Files, err error) {
	var src []byte
	for _, name := range names {
		part, err := os.ReadFile(filepath.Join(folder, name))
		if err != nil {
			return f, err
		}
		src = append(src, part...)
	}
	var block strings.Builder
	for line := range strings.SplitSeq(string(src), "\n") {
		if code, ok := strings.CutPrefix(line, "//\t"); ok || line == "//" {
			block.WriteString(strings.TrimPrefix(code, "//") + "\n")
			continue
		}
		code := strings.TrimSpace(block.String()) + "\n"
		block.Reset()
		switch {
		case strings.HasPrefix(code, "+++"):
			f.Policy += code
		case strings.HasPrefix(code, "# cases.toml"):
			f.Cases += code
		default:
			f.Rules += code
		}
	}
	return f, nil
}
