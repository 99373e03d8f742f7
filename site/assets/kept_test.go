package assets

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestKeptBundleIsTheBundle(t *testing.T) {
	dir := t.TempDir()
	want, err := Load("")
	require.NoError(t, err)
	name := filepath.Join(dir, "look")
	for _, spoil := range []func(text []byte) []byte{
		nil,
		func(text []byte) []byte { return text[:len(text)-1] },
		func(text []byte) []byte { text[len(text)/2] ^= 1; return text },
		func(text []byte) []byte { text[0] ^= 1; return text }, // of another program
		func([]byte) []byte { return nil },
	} {
		if spoil != nil {
			text, err := os.ReadFile(name)
			require.NoError(t, err)
			require.NoError(t, os.WriteFile(name, spoil(text), 0o600))
		}
		for range 2 { // made and kept; read
			got, err := Load(dir)
			require.NoError(t, err)
			require.Equal(t, want, got)
		}
	}
}
