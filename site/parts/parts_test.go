package parts

import (
	"io/fs"
	"path"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// Every folder is in the table, in order, and holds nothing that is not read.
func TestTableIsComplete(t *testing.T) {
	folders, err := fs.ReadDir(files, ".")
	require.NoError(t, err)
	var named []string
	for _, p := range Table() {
		named = append(named, p.Name)
		require.NotEmpty(t, p.Use, p.Name)
	}
	var there []string
	for _, f := range folders {
		there = append(there, f.Name())
		entries, err := fs.ReadDir(files, f.Name())
		require.NoError(t, err)
		for _, e := range entries {
			stem := strings.TrimSuffix(e.Name(), path.Ext(e.Name()))
			require.True(t, stem == f.Name() || e.Name() == "examples.json", "%s/%s is not read by anything", f.Name(), e.Name())
		}
	}
	require.Equal(t, there, named, "the folders, and the table in order of names")
}

// Every part has examples, each with a name of its own.
func TestPartsHaveExamples(t *testing.T) {
	for _, p := range Table() {
		examples, err := p.Examples()
		require.NoError(t, err)
		require.NotEmpty(t, examples, p.Name)
		seen := map[string]bool{}
		for _, e := range examples {
			require.NotEmpty(t, e.Name, p.Name)
			require.False(t, seen[e.Name], "%s: two examples %s", p.Name, e.Name)
			seen[e.Name] = true
			require.NotZero(t, e.It, "%s: %s shows nothing", p.Name, e.Name)
		}
	}
}

// A misspelt key is an error, not an empty place.
func TestExamplesAreStrict(t *testing.T) {
	text := []byte(`[{"name": "a", "it": {"Reff": "三"}}]`)
	_, err := decode(text, of[struct{ Ref string }]())
	require.ErrorContains(t, err, "Reff")
	_, err = decode([]byte(`[{"name": "a", "its": {}}]`), of[struct{}]())
	require.ErrorContains(t, err, "its")
}
