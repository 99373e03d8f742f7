//go:build !linux

package output

import (
	"errors"
	"os"
)

// exchange is not offered by this system.
func exchange(_, _ string) error { return errors.ErrUnsupported }

// running reports whether a process can be found; where the system always
// finds one, a left folder is kept rather than one in use removed.
func running(pid int) bool {
	p, err := os.FindProcess(pid)
	if err != nil {
		return false
	}
	return p.Release() == nil
}
