package assets

import (
	"bytes"
	"crypto/sha256"
	"encoding/gob"
	"os"
	"path/filepath"
	"sync"

	"mingce/site/fingerprint"
)

// Bundling takes half of the time that a build of one changed page does, and
// its outcome depends on this program alone. So it is kept, in a file that
// begins with the fingerprint of the program and a checksum of the rest.

// made is the bundle of this program, once a run.
var made = sync.OnceValues(Build)

// Load is Build, or what an earlier run of this very program has kept in a
// folder. Without a folder, "", nothing is kept beyond this run.
func Load(folder string) (*Bundle, error) {
	program, known := fingerprint.Program()
	if folder == "" || !known {
		return made()
	}
	name := filepath.Join(folder, "look")
	if text, err := os.ReadFile(name); err == nil {
		if b, ok := decode(text, program); ok {
			return b, nil
		}
	}
	b, err := made()
	if err != nil {
		return nil, err
	}
	b.keep(name, program) // that it cannot be kept is no reason to fail
	return b, nil
}

// A record is a bundle as it is kept.
type record struct {
	Inline map[string]Inline
	Loaded map[string]Asset
	Names  []string
}

func (b *Bundle) keep(name string, program fingerprint.Sum) {
	var body bytes.Buffer
	if gob.NewEncoder(&body).Encode(record{b.inline, b.loaded, b.names}) != nil {
		return
	}
	sum := sha256.Sum256(body.Bytes())
	text := bytes.Join([][]byte{program[:], sum[:], body.Bytes()}, nil)
	if os.MkdirAll(filepath.Dir(name), 0o755) == nil && os.WriteFile(name+".new", text, 0o644) == nil {
		_ = os.Rename(name+".new", name)
	}
}

// decode reads a kept bundle; ok is false for that of another program and for
// a damaged one.
func decode(text []byte, program fingerprint.Sum) (*Bundle, bool) {
	text, ok := bytes.CutPrefix(text, program[:])
	if !ok || len(text) < sha256.Size {
		return nil, false
	}
	if sum := sha256.Sum256(text[sha256.Size:]); !bytes.Equal(sum[:], text[:sha256.Size]) {
		return nil, false
	}
	var r record
	if gob.NewDecoder(bytes.NewReader(text[sha256.Size:])).Decode(&r) != nil {
		return nil, false
	}
	return &Bundle{inline: r.Inline, loaded: r.Loaded, names: r.Names}, true
}
