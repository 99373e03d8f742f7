package output

import (
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"slices"
	"strings"
	"sync"

	"mingce/site/problem"
)

// A Site is every file of a website.
type Site struct {
	BasePath string // where the site will live on its host: "/" or "/zc/"
	Units    []Unit // sorted by the path of their first file; a file of its own is a unit of one
	Lates    []Late

	files  []File         // sorted by path
	index  map[string]int // of files
	finish func() ([]File, error)
}

// New collects files into a site. Two files at one address are a problem.
func New(basePath string, files []File) (*Site, problem.List) {
	return Collect(basePath, files, nil, nil)
}

// Collect is New for a site with units and late files.
func Collect(basePath string, files []File, units []Unit, lates []Late) (*Site, problem.List) {
	s := &Site{BasePath: basePath, Lates: lates, index: map[string]int{}}
	for _, f := range files {
		s.Units = append(s.Units, single(f))
	}
	s.Units = append(s.Units, units...)
	slices.SortStableFunc(s.Units, func(a, b Unit) int { return strings.Compare(a.Files[0].Path, b.Files[0].Path) })
	for _, u := range s.Units {
		for i, f := range u.Files {
			if f.Render == nil {
				f.Render = func() ([]byte, error) { return u.one(i) }
			}
			s.files = append(s.files, f)
		}
	}
	slices.SortStableFunc(s.files, func(a, b File) int { return strings.Compare(a.Path, b.Path) })
	s.finish = sync.OnceValues(s.late)
	return s, s.number()
}

// number makes the index of files.
func (s *Site) number() (problems problem.List) {
	for i, f := range s.files {
		if first, taken := s.index[f.Path]; taken {
			problems = append(problems, twice(f, s.files[first]))
			continue
		}
		s.index[f.Path] = i
	}
	return problems
}

// twice is the problem of two files at one address.
func twice(f, first File) problem.Problem {
	return problem.Problem{
		Pos:  problem.Pos{File: f.Source},
		Text: "两个页面用了同一个地址 /" + strings.TrimSuffix(f.Path, "index.html"),
		Hint: "另一个是 " + first.Source + ";请把其中一个改名",
	}
}

// single is a file as a unit.
func single(f File) Unit {
	return Unit{Files: []File{f}, Inputs: f.Inputs, Make: func() (*Made, error) {
		body, err := f.Render()
		return &Made{Bodies: [][]byte{body}}, err
	}}
}

// one makes a unit for the sake of one of its files.
func (u Unit) one(i int) ([]byte, error) {
	made, err := u.Make()
	if err != nil {
		return nil, err
	}
	if err := made.Problems.Err(); err != nil {
		return nil, err
	}
	return made.Bodies[i], nil
}

// late makes the late files, for who reads the site without building it.
func (s *Site) late() ([]File, error) {
	if len(s.Lates) == 0 {
		return nil, nil
	}
	digests := make([][][]byte, len(s.Units))
	for i, u := range s.Units {
		made, err := u.Make()
		if err != nil {
			return nil, fmt.Errorf("rendering %s: %w", u.Files[0].Path, err)
		}
		digests[i] = made.Digests
	}
	files, problems, err := s.Finish(func(late int) iter.Seq[[]byte] { return Pick(digests, late) })
	return files, errors.Join(err, problems.Err())
}

// Finished tells the site its late files, sorted by path, so that reading one
// need not make them again. Call it before the site is read.
func (s *Site) Finished(late []File) {
	s.finish = func() ([]File, error) { return late, nil }
}

// Pick picks the digests of one late out of those of every unit.
func Pick(digests [][][]byte, late int) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		for _, of := range digests {
			if late < len(of) && len(of[late]) > 0 && !yield(of[late]) {
				return
			}
		}
	}
}

// Finish makes the late files from the digests of all units, sorted by path.
func (s *Site) Finish(digests func(late int) iter.Seq[[]byte]) (out []File, problems problem.List, err error) {
	for i, l := range s.Lates {
		files, err := l.Make(digests(i))
		if err != nil {
			return nil, nil, fmt.Errorf("%s: %w", l.Name, err)
		}
		out = append(out, files...)
	}
	slices.SortStableFunc(out, func(a, b File) int { return strings.Compare(a.Path, b.Path) })
	return out, s.Clashes(out), nil
}

// Clashes are the problems of late files, sorted by path, whose address is
// taken.
func (s *Site) Clashes(late []File) (problems problem.List) {
	for i, f := range late {
		if at, taken := s.index[f.Path]; taken {
			problems = append(problems, twice(f, s.files[at]))
		}
		if i > 0 && late[i-1].Path == f.Path {
			problems = append(problems, twice(f, late[i-1]))
		}
	}
	return problems
}

// Files returns every file that is known before anything is made, sorted by
// path: all but the late ones.
func (s *Site) Files() []File { return s.files }

// File returns the file at a path, be it a late one.
func (s *Site) File(path string) (File, bool) {
	if i, ok := s.index[path]; ok {
		return s.files[i], true
	}
	late, err := s.finish()
	if err != nil {
		return File{}, false
	}
	i, ok := slices.BinarySearchFunc(late, path, func(f File, path string) int { return strings.Compare(f.Path, path) })
	if !ok {
		return File{}, false
	}
	return late[i], true
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
