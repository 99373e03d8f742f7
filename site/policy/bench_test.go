package policy

import (
	"os"
	"testing"

	"github.com/stretchr/testify/require"
)

// The text of a real policy, of 25 KB.
func real(b *testing.B) []byte {
	b.Helper()
	src, err := os.ReadFile("../../content/policies/qzf-2015-23/policy.md")
	require.NoError(b, err)
	return src
}

func BenchmarkParse(b *testing.B) {
	src := real(b)
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		Parse("policy.md", src)
	}
}

func BenchmarkParseFront(b *testing.B) {
	src := real(b)
	b.ReportAllocs()
	for b.Loop() {
		ParseFront("policy.md", src)
	}
}
