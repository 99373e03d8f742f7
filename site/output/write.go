package output

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// ErrForeign is returned for a folder that holds something else than a site
// written by this program.
var ErrForeign = errors.New("folder is not empty and was not written by this program")

// Write writes the site to dir, whole or not at all: everything is written to
// a folder beside it, which then takes its place. A site that dir held before
// stays until then, and stays for good if anything fails or the program is
// killed. What a killed run left beside it is removed.
func (s *Site) Write(dir string) error {
	dir, err := resolve(dir)
	if err != nil {
		return err
	}
	if err := tidy(dir); err != nil {
		return err
	}
	ok, err := replaceable(dir)
	if err != nil {
		return err
	}
	if !ok {
		return fmt.Errorf("%s: %w", dir, ErrForeign)
	}
	beside, err := os.MkdirTemp(filepath.Dir(dir), besidePrefix(dir)+strconv.Itoa(os.Getpid())+"-")
	if err != nil {
		return err
	}
	if err := s.fill(beside); err != nil {
		return errors.Join(err, os.RemoveAll(beside))
	}
	if err := swap(beside, dir); err != nil {
		return errors.Join(err, os.RemoveAll(beside))
	}
	return os.RemoveAll(beside)
}

// fill writes every file and the manifest under dir.
func (s *Site) fill(dir string) error {
	if err := os.Chmod(dir, 0o755); err != nil {
		return err
	}
	m := manifest{Generator: generator}
	for _, f := range s.files {
		body, err := s.ReadFile(f.Path)
		if err != nil {
			return err
		}
		if err := writeFile(dir, f.Path, body); err != nil {
			return err
		}
		m.Files = append(m.Files, list(f.Path, body))
	}
	text, err := m.encode()
	if err != nil {
		return err
	}
	return writeFile(dir, ManifestName, text)
}

func writeFile(dir, path string, body []byte) error {
	if !filepath.IsLocal(path) {
		return fmt.Errorf("address leaves the site: %q", path)
	}
	full := filepath.Join(dir, filepath.FromSlash(path))
	if err := os.MkdirAll(filepath.Dir(full), 0o755); err != nil {
		return err
	}
	return os.WriteFile(full, body, 0o644)
}

// resolve makes dir absolute, with its parent in existence and links followed.
func resolve(dir string) (string, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return "", err
	}
	if real, err := filepath.EvalSymlinks(dir); err == nil {
		dir = real
	}
	return dir, os.MkdirAll(filepath.Dir(dir), 0o755)
}

// besidePrefix starts the name of every folder written beside dir. The
// process number follows, so that a later run can tell a folder in use from
// one that a killed run left.
func besidePrefix(dir string) string { return "." + filepath.Base(dir) + ".mingce-" }

// tidy removes what killed runs left beside dir, and puts the last site back
// where a run was killed in the middle of a swap.
func tidy(dir string) error {
	if _, err := os.Lstat(dir); os.IsNotExist(err) {
		if err := os.Rename(aside(dir), dir); err != nil && !os.IsNotExist(err) {
			return err
		}
	}
	entries, err := os.ReadDir(filepath.Dir(dir))
	if err != nil {
		return err
	}
	for _, e := range entries {
		rest, ours := strings.CutPrefix(e.Name(), besidePrefix(dir))
		if !ours || inUse(rest) {
			continue
		}
		if err := os.RemoveAll(filepath.Join(filepath.Dir(dir), e.Name())); err != nil {
			return err
		}
	}
	return nil
}

// inUse reports whether the process named at the start of rest still runs.
func inUse(rest string) bool {
	number, _, _ := strings.Cut(rest, "-")
	pid, err := strconv.Atoi(number)
	if err != nil || pid == os.Getpid() {
		return false
	}
	return running(pid)
}
