//go:build !unix

package output

// Lock cannot take a file on this system, so nothing is cached on it.
func Lock(string) (unlock func(), ok bool) { return nil, false }
