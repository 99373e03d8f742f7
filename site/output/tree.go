package output

import (
	"crypto/sha256"
	"os"
	"path/filepath"
)

// A Tree is what is known of a folder that this program has written: enough to
// tell whether anything in it was touched since.
type Tree struct {
	Files   map[string]Stamp // by slash-separated path
	Folders map[string]int64 // when each last changed, ns since 1970; "" is the tree itself
}

// A Stamp tells a file from any other and from itself after a change.
type Stamp struct {
	Sum    [sha256.Size]byte // of its content
	Size   int64
	Time   int64  // when it was written, ns since 1970
	Number uint64 // of the file on its disk; 0 where the system has none
}

// holds reports whether the file at a path of a tree in dir is still the one
// that was written, with a content.
func (t *Tree) holds(dir, path string, sum [sha256.Size]byte) bool {
	s, ok := t.Files[path]
	if !ok || s.Sum != sum {
		return false
	}
	is, ok := stampOf(filepath.Join(dir, filepath.FromSlash(path)), sum)
	return ok && is == s
}

// untouched reports whether nothing was added to or removed from the folders
// of a tree in dir.
func (t *Tree) untouched(dir string) bool {
	if len(t.Folders) == 0 {
		return false
	}
	for folder, at := range t.Folders {
		info, err := os.Lstat(filepath.Join(dir, filepath.FromSlash(folder)))
		if err != nil || !info.IsDir() || info.ModTime().UnixNano() != at {
			return false
		}
	}
	return true
}

// note records when the folders of a tree in dir last changed.
func (t *Tree) note(dir string) error {
	t.Folders = map[string]int64{}
	for path := range t.Files {
		for folder := parent(path); ; folder = parent(folder) {
			if _, known := t.Folders[folder]; known {
				break
			}
			info, err := os.Lstat(filepath.Join(dir, filepath.FromSlash(folder)))
			if err != nil {
				return err
			}
			t.Folders[folder] = info.ModTime().UnixNano()
			if folder == "" {
				break
			}
		}
	}
	return nil
}

// parent is the folder a path is in, "" for the outermost.
func parent(path string) string {
	for i := len(path) - 1; i >= 0; i-- {
		if path[i] == '/' {
			return path[:i]
		}
	}
	return ""
}
