package output

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
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
// new is written to a folder beside it, and takes its place at the end. A site
// that the folder held before stays until then, and stays for good if anything
// fails or the program is killed.
//
// With a [Past], what has not changed is not written again. The site before
// the last one, the spare, is kept for that: only the differences to it are
// put into it, and then it and the last one change places. So a build costs
// what has changed, not what is there.
type Stage struct {
	dir, beside string
	past        *Past
	spare       bool // the spare can be built upon

	folders sync.Map // made beside so far
	mu      sync.Mutex
	files   map[string]staged
}

// A staged is a file of the new site.
type staged struct {
	Stamp
	from origin
}

// An origin is where the content of a file is now.
type origin uint8

const (
	fromBeside origin = iota // written by this run
	fromSpare
	fromLast
)

// A Past is what earlier runs left: the last site, in its folder, and a spare.
type Past struct {
	Folder string // holds the spare
	Last   Tree
	Spare  Tree
}

func (p *Past) spareDir() string { return filepath.Join(p.Folder, "spare") }

// Begin prepares to write a site to dir; past may be nil. What a killed run
// left beside it is removed.
func Begin(dir string, past *Past) (*Stage, error) {
	dir, err := resolve(dir)
	if err != nil {
		return nil, err
	}
	if err := tidy(dir); err != nil {
		return nil, err
	}
	if past == nil || !past.Last.untouched(dir) {
		ok, err := replaceable(dir)
		if err != nil {
			return nil, err
		}
		if !ok {
			return nil, fmt.Errorf("%s: %w", dir, ErrForeign)
		}
	}
	beside, err := os.MkdirTemp(filepath.Dir(dir), besidePrefix(dir)+strconv.Itoa(os.Getpid())+"-")
	if err != nil {
		return nil, err
	}
	s := &Stage{dir: dir, beside: beside, past: past, files: map[string]staged{}}
	s.spare = past != nil && past.Spare.untouched(past.spareDir())
	return s, os.Chmod(beside, 0o755)
}

// Keep takes a file over from an earlier site, if it is still there with this
// content, and reports whether it is. It may be called from many goroutines,
// as may Put.
func (s *Stage) Keep(path string, sum [sha256.Size]byte) bool {
	switch {
	case s.past == nil:
		return false
	case s.spare && s.past.Spare.holds(s.past.spareDir(), path, sum):
		s.add(path, staged{s.past.Spare.Files[path], fromSpare})
	case s.past.Last.holds(s.dir, path, sum):
		s.add(path, staged{s.past.Last.Files[path], fromLast})
	default:
		return false
	}
	return true
}

// Put writes one file; sum is that of its body, which whoever asked Keep has.
func (s *Stage) Put(path string, body []byte, sum [sha256.Size]byte) error {
	if !filepath.IsLocal(path) {
		return fmt.Errorf("address leaves the site: %q", path)
	}
	full := filepath.Join(s.beside, filepath.FromSlash(path))
	if folder := parent(path); folder != "" {
		if _, made := s.folders.Load(folder); !made {
			if err := os.MkdirAll(filepath.Dir(full), 0o755); err != nil {
				return err
			}
			s.folders.Store(folder, true)
		}
	}
	stamp, err := write(full, body, sum)
	if err != nil {
		return err
	}
	s.add(path, staged{stamp, fromBeside})
	return nil
}

func (s *Stage) add(path string, f staged) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.files[path] = f
}

// Commit adds the manifest and puts the site in the place of the folder. A
// Past is brought up to date.
func (s *Stage) Commit() error {
	if err := s.manifest(); err != nil {
		return errors.Join(err, s.Abort())
	}
	target, err := s.gather()
	if err == nil {
		err = swap(target, s.dir)
	}
	if err != nil {
		return errors.Join(err, s.Abort())
	}
	if s.past == nil {
		return s.Abort() // removes what was there before
	}
	return errors.Join(s.remember(target), s.Abort())
}

// Abort removes what was written beside the folder.
func (s *Stage) Abort() error { return os.RemoveAll(s.beside) }

// manifest writes the list of all files.
func (s *Stage) manifest() error {
	m := manifest{Generator: generator}
	for path, f := range s.files {
		m.Files = append(m.Files, entry{path, int(f.Size), hex.EncodeToString(f.Sum[:])})
	}
	slices.SortFunc(m.Files, func(a, b entry) int { return strings.Compare(a.Path, b.Path) })
	text := m.encode()
	return s.Put(ManifestName, text, sha256.Sum256(text))
}

// gather brings all files of the new site into one folder: the spare where
// most of them are there already, else the one written by this run.
func (s *Stage) gather() (string, error) {
	inSpare := 0
	for _, f := range s.files {
		if f.from == fromSpare {
			inSpare++
		}
	}
	if s.spare && inSpare*2 > len(s.files) {
		return s.past.spareDir(), s.fill(s.past.spareDir(), fromSpare)
	}
	return s.beside, s.fill(s.beside, fromBeside)
}

// fill completes a folder that holds the files from one origin.
func (s *Stage) fill(target string, has origin) error {
	var folders sync.Map
	for path, f := range s.files {
		if f.from == has {
			continue
		}
		to := filepath.Join(target, filepath.FromSlash(path))
		if _, made := folders.LoadOrStore(filepath.Dir(to), true); !made {
			if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
				return err
			}
		}
		stamp, err := s.bring(path, f, to)
		if err != nil {
			return err
		}
		s.files[path] = staged{stamp, f.from}
	}
	if has == fromSpare {
		return s.prune(target)
	}
	return nil
}

// bring puts a file at its place in the new site: moved where this run has
// written it, else a second name for it, else a copy.
func (s *Stage) bring(path string, f staged, to string) (Stamp, error) {
	local := filepath.FromSlash(path)
	if f.from == fromBeside {
		return f.Stamp, os.Rename(filepath.Join(s.beside, local), to)
	}
	from := filepath.Join(s.dir, local)
	if f.from == fromSpare {
		from = filepath.Join(s.past.spareDir(), local)
	}
	if err := os.Remove(to); err != nil && !os.IsNotExist(err) {
		return Stamp{}, err
	}
	if os.Link(from, to) == nil {
		return f.Stamp, nil
	}
	return duplicate(from, to, f.Sum)
}

// duplicate copies a file and holds that it has the content it should.
func duplicate(from, to string, sum [sha256.Size]byte) (Stamp, error) {
	in, err := os.Open(from)
	if err != nil {
		return Stamp{}, err
	}
	defer func() { _ = in.Close() }()
	body, err := io.ReadAll(in)
	if err != nil {
		return Stamp{}, err
	}
	if sha256.Sum256(body) != sum {
		return Stamp{}, fmt.Errorf("%s was changed during the build", from)
	}
	return write(to, body, sum)
}

// prune removes from the spare what is not in the new site.
func (s *Stage) prune(target string) error {
	for path := range s.past.Spare.Files {
		if _, stays := s.files[path]; stays {
			continue
		}
		if err := os.Remove(filepath.Join(target, filepath.FromSlash(path))); err != nil && !os.IsNotExist(err) {
			return err
		}
		for folder := parent(path); folder != ""; folder = parent(folder) {
			if os.Remove(filepath.Join(target, filepath.FromSlash(folder))) != nil {
				break // not empty
			}
		}
	}
	return nil
}

// remember keeps what was in the folder as the spare and notes both.
func (s *Stage) remember(target string) error {
	p := s.past
	last := Tree{Files: make(map[string]Stamp, len(s.files))}
	for path, f := range s.files {
		last.Files[path] = f.Stamp
	}
	p.Spare, p.Last = p.Last, last
	if target != p.spareDir() {
		if err := os.RemoveAll(p.spareDir()); err != nil {
			return err
		}
		if err := os.Rename(target, p.spareDir()); err != nil && !os.IsNotExist(err) {
			return err
		}
	}
	return p.Last.note(s.dir)
}

// Write writes a whole site to dir.
func (s *Site) Write(dir string) error {
	stage, err := Begin(dir, nil)
	if err != nil {
		return err
	}
	for _, f := range s.files {
		body, err := s.ReadFile(f.Path)
		if err == nil {
			err = stage.Put(f.Path, body, sha256.Sum256(body))
		}
		if err != nil {
			return errors.Join(err, stage.Abort())
		}
	}
	return stage.Commit()
}
