// Package output is the website as built: every file under its address, and
// how it gets onto a disk — whole, or not at all.
//
// A file is rendered when it is read, never kept: a site of ten thousand
// documents costs the memory of its metadata. Reading a file twice gives the
// same bytes.
package output

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"mingce/site/problem"
)

// A Kind says what a file is, for those who check or serve it.
type Kind uint8

const (
	Asset      Kind = iota // named by its content, loaded by pages
	Page                   // an ordinary page
	Home                   // the first page
	Column                 // a list of pages
	Policy                 // the full text of a policy
	Calculator             // the decision sheet of a policy
	NotFound               // what a server shows for a wrong address
)

// IsPage reports whether the file is HTML.
func (k Kind) IsPage() bool { return k >= Page }

// A File is one file of the site.
type File struct {
	Path   string // slash-separated, relative: "policies/index.html"
	Kind   Kind
	Length int    // characters of source text, where a budget grows with it
	Source string // the content file it comes from, for problems
	Render func() ([]byte, error)
}

// A Site is every file of a website.
type Site struct {
	BasePath string // where the site will live on its host: "/" or "/zc/"
	files    []File // sorted by path
	index    map[string]int
}

// New collects files into a site. Two files at one address are a problem.
func New(basePath string, files []File) (*Site, problem.List) {
	var problems problem.List
	s := &Site{BasePath: basePath, files: slices.Clone(files), index: map[string]int{}}
	slices.SortStableFunc(s.files, func(a, b File) int { return strings.Compare(a.Path, b.Path) })
	for i, f := range s.files {
		if first, taken := s.index[f.Path]; taken {
			problems.Add(problem.Pos{File: f.Source},
				fmt.Sprintf("两个页面用了同一个地址 /%s", strings.TrimSuffix(f.Path, "index.html")),
				"另一个是 "+s.files[first].Source+";请把其中一个改名")
			continue
		}
		s.index[f.Path] = i
	}
	return s, problems
}

// Files returns every file, sorted by path.
func (s *Site) Files() []File { return s.files }

// File returns the file at a path.
func (s *Site) File(path string) (File, bool) {
	i, ok := s.index[path]
	if !ok {
		return File{}, false
	}
	return s.files[i], true
}

// ReadFile renders the file at a path.
func (s *Site) ReadFile(path string) ([]byte, error) {
	f, ok := s.File(path)
	if !ok {
		return nil, &fs.PathError{Op: "read", Path: path, Err: fs.ErrNotExist}
	}
	body, err := f.Render()
	if err != nil {
		return nil, fmt.Errorf("rendering %s: %w", path, err)
	}
	return body, nil
}

// Bytes is the Render of a file that exists already.
func Bytes(body []byte) func() ([]byte, error) {
	return func() ([]byte, error) { return body, nil }
}
