package output

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// ErrForeign is returned for a folder that holds something else than a site
// written by this program.
var ErrForeign = errors.New("folder is not empty and was not written by this program")

// A Stage is a site on its way to a folder, whole or not at all: everything
// is written to a folder beside it, which then takes its place. A site that
// the folder held before stays until then, and stays for good if anything
// fails or the program is killed.
type Stage struct {
	dir, beside string
	folders     sync.Map // made so far, by slash-separated path
	mu          sync.Mutex
	entries     []entry
}

// Begin prepares to write a site to dir. What a killed run left beside it is
// removed.
func Begin(dir string) (*Stage, error) {
	dir, err := resolve(dir)
	if err != nil {
		return nil, err
	}
	if err := tidy(dir); err != nil {
		return nil, err
	}
	ok, err := replaceable(dir)
	if err != nil {
		return nil, err
	}
	if !ok {
		return nil, fmt.Errorf("%s: %w", dir, ErrForeign)
	}
	beside, err := os.MkdirTemp(filepath.Dir(dir), besidePrefix(dir)+strconv.Itoa(os.Getpid())+"-")
	if err != nil {
		return nil, err
	}
	return &Stage{dir: dir, beside: beside}, os.Chmod(beside, 0o755)
}

// Put writes one file. It may be called from many goroutines.
func (s *Stage) Put(path string, body []byte) error {
	if err := s.write(path, body); err != nil {
		return err
	}
	line := list(path, body)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.entries = append(s.entries, line)
	return nil
}

func (s *Stage) write(path string, body []byte) error {
	if !filepath.IsLocal(path) {
		return fmt.Errorf("address leaves the site: %q", path)
	}
	full := filepath.Join(s.beside, filepath.FromSlash(path))
	folder := filepath.Dir(full)
	if _, made := s.folders.Load(folder); !made {
		if err := os.MkdirAll(folder, 0o755); err != nil {
			return err
		}
		s.folders.Store(folder, true)
	}
	return os.WriteFile(full, body, 0o644)
}

// Commit adds the manifest and puts the site in the place of the folder.
func (s *Stage) Commit() error {
	slices.SortFunc(s.entries, func(a, b entry) int { return strings.Compare(a.Path, b.Path) })
	text, err := manifest{Generator: generator, Files: s.entries}.encode()
	if err == nil {
		err = s.write(ManifestName, text)
	}
	if err == nil {
		err = swap(s.beside, s.dir)
	}
	return errors.Join(err, s.Abort())
}

// Abort removes what was written; after Commit, what was there before.
func (s *Stage) Abort() error { return os.RemoveAll(s.beside) }

// Write writes a whole site to dir.
func (s *Site) Write(dir string) error {
	stage, err := Begin(dir)
	if err != nil {
		return err
	}
	for _, f := range s.files {
		body, err := s.ReadFile(f.Path)
		if err == nil {
			err = stage.Put(f.Path, body)
		}
		if err != nil {
			return errors.Join(err, stage.Abort())
		}
	}
	return stage.Commit()
}
