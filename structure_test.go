package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// A listed is a package as go list describes it.
type listed struct {
	ImportPath, Dir, Doc string
	Standard             bool
	Imports              []string
	GoFiles, IgnoredGoFiles,
	TestGoFiles, XTestGoFiles []string
}

// goList runs go list; tests of this module need Go anyway.
func goList(t *testing.T, args ...string) (list []listed) {
	t.Helper()
	cmd := exec.Command("go", append([]string{"list", "-json=ImportPath,Dir,Doc,Standard,Imports,GoFiles,IgnoredGoFiles,TestGoFiles,XTestGoFiles"}, args...)...)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	require.NoError(t, err)
	for d := json.NewDecoder(bytes.NewReader(out)); ; {
		var p listed
		if err := d.Decode(&p); errors.Is(err, io.EOF) {
			return list
		} else {
			require.NoError(t, err)
		}
		list = append(list, p)
	}
}

// Package calc, and what it is made of, is the standard library alone; so the
// same rules answer anywhere.
func TestCalcIsPure(t *testing.T) {
	for _, p := range goList(t, "-deps", "./calc") {
		require.True(t, p.Standard || p.ImportPath == "mingce/calc", "calc depends on %s", p.ImportPath)
		if !p.Standard {
			for _, world := range []string{"os", "net", "time", "math/rand", "math/rand/v2"} {
				require.NotContains(t, p.Imports, world, "calc touches the world")
			}
		}
	}
}

// Package wasm needs calc and the standard library, nothing else.
func TestWasmNeedsCalcOnly(t *testing.T) {
	for _, p := range goList(t, "-deps", "./wasm") {
		require.True(t, p.Standard || p.ImportPath == "mingce/calc" || p.ImportPath == "mingce/wasm", "wasm depends on %s", p.ImportPath)
	}
}

// Imports go one way: main → site/dev → site → the parts under site → calc.
func TestImportsGoOneWay(t *testing.T) {
	for _, p := range goList(t, "./...") {
		for _, to := range p.Imports {
			require.NotEqual(t, "mingce", to, "%s imports the command", p.ImportPath)
			switch {
			case p.ImportPath == "mingce":
			case to == "mingce/site/dev":
				t.Errorf("%s imports site/dev", p.ImportPath)
			case to == "mingce/site":
				t.Errorf("%s imports site, of which it is a part", p.ImportPath)
			}
		}
	}
}

// A library has one importer, so that it can be replaced there. (Tests may
// use what they like.)
func TestLibrariesHaveOneImporter(t *testing.T) {
	only := map[string]string{
		"github.com/pelletier/go-toml": "mingce/site/toml",
		"github.com/yuin/goldmark":     "mingce/site/markdown",
		"github.com/evanw/esbuild":     "mingce/site/assets",
		"github.com/fsnotify/fsnotify": "mingce/site/dev",
		"rsc.io/qr":                    "mingce/site/poster",
		"github.com/BurntSushi/toml":   "nobody",
	}
	for _, p := range goList(t, "./...") {
		for _, to := range p.Imports {
			for library, importer := range only {
				if to == library || strings.HasPrefix(to, library+"/") {
					require.Equal(t, importer, p.ImportPath, "only %s may import %s", importer, library)
				}
			}
		}
	}
}

// Every package says what it is for.
func TestPackagesAreDocumented(t *testing.T) {
	for _, p := range goList(t, "./...") {
		if len(p.GoFiles) > 0 {
			require.NotEmpty(t, p.Doc, "%s has no package doc", p.ImportPath)
		}
	}
}

// Files stay short, nothing runs by being imported, and no package variable
// is ever set again.
func TestFilesKeepTheRules(t *testing.T) {
	for _, p := range goList(t, "./...") {
		var parsed []*ast.File
		files := token.NewFileSet()
		for _, name := range slices.Concat(p.GoFiles, p.IgnoredGoFiles, p.TestGoFiles, p.XTestGoFiles) {
			path := filepath.Join(p.Dir, name)
			f, err := parser.ParseFile(files, path, nil, parser.SkipObjectResolution)
			require.NoError(t, err)
			require.LessOrEqual(t, files.Position(f.FileEnd).Line, 501, "%s is longer than 500 lines", path)
			parsed = append(parsed, f)
		}
		fixed := variables(parsed)
		for _, f := range parsed {
			ast.Inspect(f, func(n ast.Node) bool {
				for _, name := range assigned(n) {
					require.NotContains(t, fixed, name, "%s sets a package variable, or one of the same name", files.Position(n.Pos()))
				}
				if d, ok := n.(*ast.FuncDecl); ok {
					require.False(t, d.Recv == nil && d.Name.Name == "init", "%s: func init", files.Position(n.Pos()))
				}
				return true
			})
		}
	}
}

// variables are the names of the variables of a package.
func variables(files []*ast.File) (names []string) {
	for _, f := range files {
		for _, d := range f.Decls {
			g, ok := d.(*ast.GenDecl)
			if !ok || g.Tok != token.VAR {
				continue
			}
			for _, s := range g.Specs {
				for _, name := range s.(*ast.ValueSpec).Names {
					names = append(names, name.Name)
				}
			}
		}
	}
	return names
}

// assigned are the names of the variables that a statement sets, wholly or in
// part.
func assigned(n ast.Node) (names []string) {
	var targets []ast.Expr
	switch s := n.(type) {
	case *ast.AssignStmt:
		if s.Tok != token.DEFINE {
			targets = s.Lhs
		}
	case *ast.IncDecStmt:
		targets = []ast.Expr{s.X}
	}
	for _, x := range targets {
		for inner := x; inner != nil; {
			switch v := inner.(type) {
			case *ast.Ident:
				if v.Name != "_" {
					names = append(names, v.Name)
				}
				inner = nil
			case *ast.IndexExpr:
				inner = v.X
			case *ast.SelectorExpr:
				inner = v.X
			case *ast.StarExpr:
				inner = v.X
			case *ast.ParenExpr:
				inner = v.X
			default:
				inner = nil
			}
		}
	}
	return names
}
