package publish

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"path"

	"github.com/andybalholm/brotli"

	"mingce/site/output"
)

// A packed is the compressed forms of a body, by their content; zero where
// compression does not pay.
type packed struct{ br, gz [sha256.Size]byte }

// text reports whether a file is of a kind that servers send compressed.
func text(name string) bool {
	switch path.Ext(name) {
	case ".html", ".css", ".js", ".svg", ".json", ".xml", ".txt", ".md", ".csv", ".wasm", ".webmanifest", ".toml":
		return true
	}
	return false
}

// least is a size below which compression saves no packet.
const least = 512

// pack writes the compressed forms of a file beside it. Brotli 11 takes 60 ms
// a page, so they are taken over wherever the body is the same, even if
// everything the page is made of has changed.
func (r *run) pack(f output.File, body []byte, sum [sha256.Size]byte) (out []kept) {
	if !r.opts.Compress || !text(f.Path) || len(body) < least {
		return nil
	}
	var was packed
	if r.cache != nil {
		was = r.cache.packs[sum]
	}
	var is packed
	for _, form := range []struct {
		ext      string
		was      [sha256.Size]byte
		is       *[sha256.Size]byte
		compress func([]byte) []byte
	}{{".br", was.br, &is.br, brotlied}, {".gz", was.gz, &is.gz, gzipped}} {
		name := f.Path + form.ext
		if form.was != ([sha256.Size]byte{}) && r.stage.Keep(name, form.was) {
			*form.is = form.was
		} else if small := form.compress(body); len(small) < len(body) {
			*form.is = sha256.Sum256(small)
			r.write(name, small, *form.is)
		} else {
			continue
		}
		out = append(out, kept{path: name, sum: *form.is, kind: output.Asset})
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.packs[sum] = is
	return out
}

// write puts a file onto the stage unless it is there from an earlier build.
func (r *run) write(name string, body []byte, sum [sha256.Size]byte) {
	if r.stage == nil || r.stage.Keep(name, sum) {
		return
	}
	if err := r.stage.Put(name, body, sum); err != nil {
		r.fail(err)
	}
}

// window is the distance over which brotli looks for repetitions: enough for
// any page, and 2 MB of memory instead of 32. Longer files get a longer one.
func window(size int) int {
	if size <= 256<<10 {
		return 18
	}
	return 22
}

func brotlied(body []byte) []byte {
	var b bytes.Buffer
	w := brotli.NewWriterOptions(&b, brotli.WriterOptions{Quality: brotli.BestCompression, LGWin: window(len(body))})
	if _, err := w.Write(body); err != nil {
		return body // unreachable: a buffer takes everything
	}
	if err := w.Close(); err != nil {
		return body
	}
	return b.Bytes()
}

func gzipped(body []byte) []byte {
	var b bytes.Buffer
	w, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		return body // unreachable: the level exists
	}
	if _, err := w.Write(body); err != nil {
		return body
	}
	if err := w.Close(); err != nil {
		return body
	}
	return b.Bytes()
}
