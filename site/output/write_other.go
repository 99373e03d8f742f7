//go:build !linux

package output

import (
	"crypto/sha256"
	"errors"
	"os"
)

// write makes a file and says what became of it.
func write(name string, body []byte, sum [sha256.Size]byte) (Stamp, error) {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return Stamp{}, err
	}
	_, err = f.Write(body)
	info, statErr := f.Stat()
	if err := errors.Join(err, statErr, f.Close()); err != nil {
		return Stamp{}, err
	}
	return stampFrom(info, sum), nil
}

// stampOf is the stamp of the file of a name, were it of a content; ok is
// false where there is no file.
func stampOf(name string, sum [sha256.Size]byte) (_ Stamp, ok bool) {
	info, err := os.Lstat(name)
	if err != nil || !info.Mode().IsRegular() {
		return Stamp{}, false
	}
	return stampFrom(info, sum), true
}

// stampFrom knows no number on this system: size and time have to do.
func stampFrom(info os.FileInfo, sum [sha256.Size]byte) Stamp {
	return Stamp{Sum: sum, Size: info.Size(), Time: info.ModTime().UnixNano()}
}
