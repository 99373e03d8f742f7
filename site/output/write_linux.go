package output

import (
	"crypto/sha256"
	"errors"
	"os"

	"golang.org/x/sys/unix"
)

// write makes a file and says what became of it. The calls are made directly:
// package os makes twice as many for a file, in case it were a pipe.
func write(name string, body []byte, sum [sha256.Size]byte) (Stamp, error) {
	fail := func(op string, err error) error { return &os.PathError{Op: op, Path: name, Err: err} }
	fd, err := again(func() (int, error) {
		return unix.Open(name, unix.O_WRONLY|unix.O_CREAT|unix.O_EXCL|unix.O_CLOEXEC, 0o644)
	})
	if err != nil {
		return Stamp{}, fail("open", err)
	}
	for rest := body; len(rest) > 0 && err == nil; {
		var n int
		if n, err = again(func() (int, error) { return unix.Write(fd, rest) }); err != nil {
			err = fail("write", err)
		} else {
			rest = rest[n:]
		}
	}
	stamp, statErr := stampAt(fd, sum)
	return stamp, errors.Join(err, statErr, unix.Close(fd))
}

// again repeats a call that was interrupted.
func again(call func() (int, error)) (int, error) {
	for {
		if n, err := call(); !errors.Is(err, unix.EINTR) {
			return n, err
		}
	}
}

// stampAt is the stamp of an open file with a content.
func stampAt(fd int, sum [sha256.Size]byte) (Stamp, error) {
	var s unix.Stat_t
	_, err := again(func() (int, error) { return 0, unix.Fstat(fd, &s) })
	return Stamp{Sum: sum, Size: s.Size, Time: unix.TimespecToNsec(s.Mtim), Number: s.Ino}, err
}

// stampOf is the stamp of the file of a name, were it of a content; ok is
// false where there is no file.
func stampOf(name string, sum [sha256.Size]byte) (_ Stamp, ok bool) {
	var s unix.Stat_t
	_, err := again(func() (int, error) { return 0, unix.Lstat(name, &s) })
	ok = err == nil && s.Mode&unix.S_IFMT == unix.S_IFREG
	return Stamp{Sum: sum, Size: s.Size, Time: unix.TimespecToNsec(s.Mtim), Number: s.Ino}, ok
}
