package publish

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"hash/crc32"
	"iter"
	"os"
	"sync"
)

// A digest is what a unit has left for a late file: in memory where it came
// from the last build or there is no spool, else in the spool.
type digest struct {
	sum  [sha256.Size]byte
	crc  uint32
	size int // 0: there is none
	body []byte
	at   int64 // in the spool, where body is nil
}

// A spool keeps digests on the disk until all units are made: of ten thousand
// documents they are a hundred megabytes, and each is asked for but twice. A
// nil spool keeps them in memory. First all are put, then they are read.
type spool struct {
	file *os.File

	mu   sync.Mutex
	buf  []byte // not yet written
	size int64  // of what was put
}

// openSpool makes an empty spool in a file; what a killed run left there goes.
func openSpool(name string) (*spool, error) {
	f, err := os.Create(name)
	if err != nil {
		return nil, err
	}
	return &spool{file: f}, nil
}

// remove ends a spool.
func (s *spool) remove() error {
	return errors.Join(s.file.Close(), os.Remove(s.file.Name()))
}

// spooled is how much is written at a time.
const spooled = 1 << 20

// put keeps a digest. It may be called from many goroutines.
func (s *spool) put(body []byte) (digest, error) {
	d := digest{size: len(body)}
	if len(body) == 0 {
		return d, nil
	}
	d.sum, d.crc = sha256.Sum256(body), crc32.Checksum(body, castagnoli())
	if s == nil {
		d.body = bytes.Clone(body)
		return d, nil
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	d.at = s.size
	s.buf, s.size = append(s.buf, body...), s.size+int64(len(body))
	if len(s.buf) < spooled {
		return d, nil
	}
	return d, s.flush()
}

func (s *spool) flush() error {
	_, err := s.file.Write(s.buf)
	s.buf = s.buf[:0]
	return err
}

// get reads a digest that was put.
func (s *spool) get(d digest) ([]byte, error) {
	if d.body != nil || d.size == 0 {
		return d.body, nil
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.buf) > 0 {
		if err := s.flush(); err != nil {
			return nil, err
		}
	}
	body := make([]byte, d.size)
	_, err := s.file.ReadAt(body, d.at)
	if err == nil && crc32.Checksum(body, castagnoli()) != d.crc {
		err = errors.New(s.file.Name() + " was changed during the build")
	}
	return body, err
}

// keep puts the digests of a unit.
func (r *run) keep(bodies [][]byte) []digest {
	out := make([]digest, len(bodies))
	for i, body := range bodies {
		d, err := r.spool.put(body)
		if err != nil {
			r.fail(err)
		}
		out[i] = d
	}
	return out
}

// pick picks the digests for one late, in the order of the units.
func (r *run) pick(late int) (out []digest) {
	for _, of := range r.digests {
		if late < len(of) && of[late].size > 0 {
			out = append(out, of[late])
		}
	}
	return out
}

// bodies reads digests one by one. Where one cannot be read the build fails.
func (r *run) bodies(digests []digest) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		for _, d := range digests {
			body, err := r.spool.get(d)
			if err != nil {
				r.fail(err)
				return
			}
			if !yield(body) {
				return
			}
		}
	}
}
