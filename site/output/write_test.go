package output

import (
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"
)

func site(t *testing.T, text string, more ...File) *Site {
	t.Helper()
	s, problems := New("/", append([]File{
		{Path: "index.html", Kind: Home, Render: Bytes([]byte(text))},
		{Path: "a/index.html", Kind: Page, Render: Bytes([]byte("a"))},
	}, more...))
	require.Empty(t, problems)
	return s
}

func read(t *testing.T, dir, name string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(dir, name))
	require.NoError(t, err)
	return string(text)
}

func names(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	var out []string
	for _, e := range entries {
		out = append(out, e.Name())
	}
	return out
}

func TestWriteReplacesTheWholeSite(t *testing.T) {
	parent := t.TempDir()
	dir := filepath.Join(parent, "deep", "dist")
	require.NoError(t, site(t, "one", File{Path: "gone.html", Kind: Page, Render: Bytes(nil)}).Write(dir))
	require.NoError(t, site(t, "two").Write(dir))
	require.Equal(t, "two", read(t, dir, "index.html"))
	require.Equal(t, []string{"a", "index.html", ManifestName}, names(t, dir))
	require.Equal(t, []string{"dist"}, names(t, filepath.Dir(dir)), "nothing left beside it")
}

func TestWriteIsRepeatable(t *testing.T) {
	parent := t.TempDir()
	one, two := filepath.Join(parent, "one"), filepath.Join(parent, "two")
	require.NoError(t, site(t, "x").Write(one))
	require.NoError(t, site(t, "x").Write(two))
	require.Equal(t, read(t, one, ManifestName), read(t, two, ManifestName))
}

func TestFailedWriteLeavesTheLastSite(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "dist")
	require.NoError(t, site(t, "one").Write(dir))
	broken := errors.New("broken page")
	err := site(t, "two", File{Path: "z.html", Render: func() ([]byte, error) { return nil, broken }}).Write(dir)
	require.ErrorIs(t, err, broken)
	require.Equal(t, "one", read(t, dir, "index.html"))
	require.Equal(t, []string{"dist"}, names(t, filepath.Dir(dir)))
}

func TestWriteRefusesAForeignFolder(t *testing.T) {
	dir := t.TempDir()
	mine := filepath.Join(dir, "letter.txt")
	require.NoError(t, os.WriteFile(mine, []byte("dear"), 0o600))
	require.ErrorIs(t, site(t, "x").Write(dir), ErrForeign)
	require.Equal(t, []string{"letter.txt"}, names(t, dir))
}

func TestWriteTakesAnEmptyFolder(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, site(t, "x").Write(dir))
	require.Equal(t, "x", read(t, dir, "index.html"))
}

func TestKilledRunsAreTidied(t *testing.T) {
	parent := t.TempDir()
	dir := filepath.Join(parent, "dist")
	require.NoError(t, site(t, "one").Write(dir))
	// no process has this number: Linux ends at 2^22
	dead := filepath.Join(parent, besidePrefix(dir)+"99999999-1")
	require.NoError(t, os.MkdirAll(filepath.Join(dead, "a"), 0o755))
	used := filepath.Join(parent, besidePrefix(dir)+strconv.Itoa(os.Getppid())+"-1")
	require.NoError(t, os.Mkdir(used, 0o755))
	require.NoError(t, site(t, "two").Write(dir))
	require.Equal(t, []string{filepath.Base(used), "dist"}, names(t, parent))
}

func TestSwapInTwoStepsIsUndone(t *testing.T) {
	parent := t.TempDir()
	dir := filepath.Join(parent, "dist")
	require.NoError(t, site(t, "one").Write(dir))
	require.NoError(t, os.Rename(dir, aside(dir)), "killed between the two steps")
	err := site(t, "two", File{Path: "../out", Render: Bytes(nil)}).Write(dir)
	require.ErrorContains(t, err, "leaves the site")
	require.Equal(t, "one", read(t, dir, "index.html"))
}

func TestTwoFilesAtOneAddress(t *testing.T) {
	_, problems := New("/", []File{{Path: "a/index.html", Source: "a.md"}, {Path: "a/index.html", Source: "b.md"}})
	require.Len(t, problems, 1)
	require.Equal(t, "b.md", problems[0].File)
	require.Contains(t, problems[0].Text, "/a/")
}
