package growth_test

import (
	"bytes"
	"testing"

	"github.com/andybalholm/brotli"
)

// brotli11 is the size of data as a server sends it.
func brotli11(b *testing.B, data []byte) int {
	var out bytes.Buffer
	w := brotli.NewWriterLevel(&out, brotli.BestCompression)
	if _, err := w.Write(data); err != nil {
		b.Fatal(err)
	}
	if err := w.Close(); err != nil {
		b.Fatal(err)
	}
	return out.Len()
}
