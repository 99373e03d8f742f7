package output

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

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

// CacheFolder is the folder beside dir where what is kept for the next build
// belongs.
func CacheFolder(dir string) (string, error) {
	dir, err := resolve(dir)
	if err != nil {
		return "", err
	}
	return filepath.Join(filepath.Dir(dir), "."+filepath.Base(dir)+".mingce.cache"), nil
}
