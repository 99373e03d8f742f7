package assets

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// run gives input, as JSON, to a driver of testdata beside the scripts of the
// stems as the site bundles them, and reads what it answers. The stem search/fold
// is search-fold.mjs there.
func run[T any](t *testing.T, stems []string, driver string, input any) (answer T) {
	t.Helper()
	program, err := exec.LookPath("node")
	if err != nil {
		t.Skip("node is not installed: site/e2e holds the same in the browser")
	}
	dir := t.TempDir()
	for _, stem := range stems {
		body, err := bundle("js/" + stem + ".js")
		require.NoError(t, err)
		require.NoError(t, os.WriteFile(filepath.Join(dir, strings.ReplaceAll(stem, "/", "-")+".mjs"), body, 0o600))
	}
	text, err := os.ReadFile(driver)
	require.NoError(t, err)
	main := filepath.Join(dir, "main.mjs")
	require.NoError(t, os.WriteFile(main, text, 0o600))
	in, err := json.Marshal(input)
	require.NoError(t, err)
	cmd := exec.Command(program, main)
	cmd.Stdin, cmd.Stderr = bytes.NewReader(in), os.Stderr
	out, err := cmd.Output()
	require.NoError(t, err)
	require.NoError(t, json.Unmarshal(out, &answer))
	return answer
}
