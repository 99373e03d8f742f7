package main

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"golang.org/x/text/encoding/simplifiedchinese"
)

var update = flag.Bool("update", false, "write what the commands print into the scripts")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"mingce": main})
}

// TestScripts runs the commands as a person would: one script per promise.
// Beside the commands of testscript there are
//
//	exits N mingce ARGS…     the run ends with N
//	line N PATH=VALUE…       what the N-th answer of assess says, such as
//	                         award.max=2000000 or benefits.cold-chain.status=eligible
//	starter                  a copy of the starter content, in content
//	town                     a copy of testdata/town, in content
//	edit FILE OLD NEW        replaces words that occur exactly once; \n in NEW is a line end
//	same DIR DIR             two folders hold the same bytes under the same names
//	long FILE N              a line of N blanks within an object
//	deep FILE N              an object with N lists in lists
//	gbk FILE                 saves a file as Excel in China does
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                "testdata/script",
		RequireUniqueNames: true,
		UpdateScripts:      *update,
		Setup: func(e *testscript.Env) error {
			dir, err := filepath.Abs("testdata/town")
			e.Setenv("TOWN", dir)
			return err
		},
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){
			"exits": exits, "line": line, "starter": copyStarter, "town": copyTown, "edit": edit, "same": same, "gbk": gbk,
			"long": func(ts *testscript.TestScript, _ bool, args []string) { pad(ts, args, "{", " ", "}") },
			"deep": func(ts *testscript.TestScript, _ bool, args []string) { pad(ts, args, `{"turnover":`, "[", "}") },
		},
	})
}

func exits(ts *testscript.TestScript, _ bool, args []string) {
	got := 0
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		ended, ok := errors.AsType[*exec.ExitError](err)
		if !ok {
			ts.Fatalf("%v", err)
		}
		got = ended.ExitCode()
	}
	if fmt.Sprint(got) != args[0] {
		ts.Fatalf("ended with %d, not %s", got, args[0])
	}
}

func line(ts *testscript.TestScript, neg bool, args []string) {
	for text := range strings.Lines(ts.ReadFile("stdout")) {
		d := json.NewDecoder(strings.NewReader(text))
		d.UseNumber()
		var answer map[string]any
		if err := d.Decode(&answer); err != nil {
			ts.Fatalf("not JSON: %v: %s", err, text)
		}
		if fmt.Sprint(answer["line"]) != args[0] {
			continue
		}
		for _, claim := range args[1:] {
			path, want, _ := strings.Cut(claim, "=")
			if got := at(answer, strings.Split(path, ".")); (got == want) == neg {
				ts.Fatalf("line %s: %s is %q, want %q (negated: %v)", args[0], path, got, want, neg)
			}
		}
		return
	}
	ts.Fatalf("no answer for line %s", args[0])
}

// at is the value at a path, as a script writes it: lists are joined by
// commas, and an element of a list is named by its id.
func at(v any, path []string) string {
	switch x := v.(type) {
	case map[string]any:
		if len(path) > 0 {
			member, ok := x[path[0]]
			if !ok {
				return "(absent)"
			}
			return at(member, path[1:])
		}
	case []any:
		if len(path) > 0 {
			for _, e := range x {
				if m, ok := e.(map[string]any); ok && m["id"] == path[0] {
					return at(m, path[1:])
				}
			}
			return "(absent)"
		}
		var all []string
		for _, e := range x {
			if m, ok := e.(map[string]any); ok {
				e = m["id"]
			}
			all = append(all, fmt.Sprint(e))
		}
		return strings.Join(all, ",")
	case nil:
		return "null"
	}
	return fmt.Sprint(v)
}

func copyStarter(ts *testscript.TestScript, _ bool, _ []string) {
	ts.Check(os.CopyFS(ts.MkAbs("."), starter))
}

func copyTown(ts *testscript.TestScript, _ bool, _ []string) {
	ts.Check(os.CopyFS(ts.MkAbs("content"), os.DirFS(ts.Getenv("TOWN"))))
}

func edit(ts *testscript.TestScript, _ bool, args []string) {
	file, old, fresh := ts.MkAbs(args[0]), strings.ReplaceAll(args[1], `\n`, "\n"), strings.ReplaceAll(args[2], `\n`, "\n")
	text, err := os.ReadFile(file)
	ts.Check(err)
	if n := strings.Count(string(text), old); n != 1 {
		ts.Fatalf("%q occurs %d times in %s", old, n, args[0])
	}
	ts.Check(os.WriteFile(file, []byte(strings.Replace(string(text), old, fresh, 1)), 0o644))
}

func gbk(ts *testscript.TestScript, _ bool, args []string) {
	text, err := simplifiedchinese.GBK.NewEncoder().String(ts.ReadFile(args[0]))
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(text), 0o644))
}

func same(ts *testscript.TestScript, neg bool, args []string) {
	a, b := tree(ts, args[0]), tree(ts, args[1])
	equal := len(a) == len(b)
	for path, text := range a {
		equal = equal && b[path] == text
	}
	if equal == neg {
		ts.Fatalf("%s and %s: the same is %v", args[0], args[1], equal)
	}
}

func tree(ts *testscript.TestScript, dir string) map[string]string {
	files := map[string]string{}
	root := ts.MkAbs(dir)
	ts.Check(filepath.WalkDir(root, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := os.ReadFile(path)
		files[strings.TrimPrefix(path, root)] = string(text)
		return err
	}))
	return files
}

func pad(ts *testscript.TestScript, args []string, before, filling, after string) {
	var n int
	_, err := fmt.Sscan(args[1], &n)
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(before+strings.Repeat(filling, n)+after+"\n{}\n"), 0o644))
}
