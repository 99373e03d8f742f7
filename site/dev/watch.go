package dev

import (
	"io/fs"
	"path/filepath"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"
)

// quiet is how long nothing must change before the site is built again: an
// editor that saves a file changes its folder several times.
const quiet = 80 * time.Millisecond

// watch calls changed after every change below dir, until stop is called.
func watch(dir string, changed func()) (stop func(), err error) {
	w, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, err
	}
	if err := follow(w, dir); err != nil {
		_ = w.Close()
		return nil, err
	}
	done := make(chan struct{})
	go func() {
		defer close(done)
		loop(w, changed)
	}()
	return func() {
		_ = w.Close()
		<-done
	}, nil
}

// follow watches dir and every folder in it.
func follow(w *fsnotify.Watcher, dir string) error {
	return filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || !d.IsDir() {
			return err
		}
		return w.Add(path)
	})
}

func loop(w *fsnotify.Watcher, changed func()) {
	timer := time.NewTimer(time.Hour)
	timer.Stop()
	for {
		select {
		case e, open := <-w.Events:
			if !open {
				return
			}
			if ignored(e) {
				continue
			}
			if e.Has(fsnotify.Create) {
				_ = follow(w, e.Name) // a new folder; a file is followed already
			}
			timer.Reset(quiet)
		case _, open := <-w.Errors:
			if !open {
				return
			}
			timer.Reset(quiet) // something was missed: look at everything
		case <-timer.C:
			changed()
		}
	}
}

// ignored are the traces of editors.
func ignored(e fsnotify.Event) bool {
	name := filepath.Base(e.Name)
	return e.Op == fsnotify.Chmod || strings.HasPrefix(name, ".") || strings.HasSuffix(name, "~") || strings.HasSuffix(name, ".swp")
}
