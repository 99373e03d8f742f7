//go:build unix

package output

import (
	"os"

	"golang.org/x/sys/unix"
)

// Lock takes a file for this process alone, until unlock or its end; ok is
// false while another process has it.
func Lock(name string) (unlock func(), ok bool) {
	f, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE, 0o644)
	if err != nil {
		return nil, false
	}
	if unix.Flock(int(f.Fd()), unix.LOCK_EX|unix.LOCK_NB) != nil {
		_ = f.Close()
		return nil, false
	}
	return func() { _ = f.Close() }, true
}
