// Package parallel does many like things on all processors.
//
//	found := make([]problem.List, len(files))
//	parallel.Do(len(files), func(i int) { found[i] = check(files[i]) })
//
// Each call writes to its own place, so the outcome does not depend on the
// order in which the calls happen to run.
package parallel

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// Do calls do for 0 to n-1, each once, on all processors, and returns when
// the last has returned. The order is not defined.
func Do(n int, do func(i int)) {
	workers := min(runtime.GOMAXPROCS(0), n)
	if workers <= 1 {
		for i := range n {
			do(i)
		}
		return
	}
	var next atomic.Int64
	var wait sync.WaitGroup
	for range workers {
		wait.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				do(i)
			}
		})
	}
	wait.Wait()
}
