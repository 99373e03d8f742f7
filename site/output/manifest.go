package output

import (
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"

	"mingce/site/ascii"
)

// ManifestName is the file that lists all others. It also marks a folder as
// written by this program, and so as one that it may replace.
const ManifestName = "mingce-manifest.json"

// manifest is what ManifestName holds.
type manifest struct {
	Generator string  `json:"generator"`
	Files     []entry `json:"files"`
}

// entry is one line of the manifest.
type entry struct {
	Path   string `json:"path"`
	Size   int    `json:"size"`
	SHA256 string `json:"sha256"`
}

const generator = "mingce"

// encode writes the manifest, one file a line so that two can be compared.
func (m manifest) encode() []byte {
	b := append(ascii.JSON([]byte("{\n \"generator\": "), m.Generator), ",\n \"files\": ["...)
	for i, f := range m.Files {
		if i > 0 {
			b = append(b, ',')
		}
		b = ascii.JSON(append(b, "\n  {\n   \"path\": "...), f.Path)
		b = strconv.AppendInt(append(b, ",\n   \"size\": "...), int64(f.Size), 10)
		b = ascii.JSON(append(b, ",\n   \"sha256\": "...), f.SHA256)
		b = append(b, "\n  }"...)
	}
	if len(m.Files) > 0 {
		b = append(b, "\n "...)
	}
	return append(b, "]\n}\n"...)
}

// replaceable reports whether dir may be replaced: it does not exist, is an
// empty folder, or was written by this program and holds nothing else. What
// somebody put beside the site, a CNAME or a .git, is not ours to remove.
func replaceable(dir string) (bool, error) {
	entries, err := os.ReadDir(dir)
	if os.IsNotExist(err) {
		return true, nil
	}
	if err != nil {
		return false, err
	}
	if len(entries) == 0 {
		return true, nil
	}
	text, err := os.ReadFile(filepath.Join(dir, ManifestName))
	if os.IsNotExist(err) {
		return false, nil
	}
	var m manifest
	if err != nil || json.Unmarshal(text, &m) != nil {
		return false, err
	}
	if m.Generator != generator {
		return false, nil
	}
	return m.holdsAll(dir)
}

// holdsAll reports whether every file below dir is one of the manifest's.
func (m manifest) holdsAll(dir string) (bool, error) {
	ours := map[string]bool{ManifestName: true}
	for _, f := range m.Files {
		ours[f.Path] = true
	}
	all := true
	err := fs.WalkDir(os.DirFS(dir), ".", func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && !ours[path] {
			all = false
			return fs.SkipAll
		}
		return err
	})
	return all, err
}
