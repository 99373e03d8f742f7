package output

import (
	"errors"
	"os"
)

// aside is where the last site waits during a swap in two steps.
func aside(dir string) string { return dir + ".mingce-last" }

// swap puts the folder fresh in the place of dir; what was there ends up in
// fresh. In one step where the system can exchange two folders, else in two,
// of which the next run undoes a first one without a second.
func swap(fresh, dir string) error {
	if _, err := os.Lstat(dir); os.IsNotExist(err) {
		return os.Rename(fresh, dir)
	}
	if exchange(fresh, dir) == nil {
		return nil
	}
	last := aside(dir)
	if err := os.RemoveAll(last); err != nil {
		return err
	}
	if err := os.Rename(dir, last); err != nil {
		return err
	}
	if err := os.Rename(fresh, dir); err != nil {
		return errors.Join(err, os.Rename(last, dir))
	}
	return os.RemoveAll(last)
}
