package publish

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"mingce/site/output"
	"mingce/site/parallel"
)

// many are digests of every size, more than are written at a time, and with
// some that say nothing.
func many() [][]byte {
	out := make([][]byte, 200)
	for i := range out {
		out[i] = bytes.Repeat([]byte{byte(i)}, i%7*3000)
	}
	return out
}

func TestDigestsComeBackInTheirOrder(t *testing.T) {
	file := filepath.Join(t.TempDir(), "digests")
	require.NoError(t, os.WriteFile(file, []byte("of a killed run"), 0o644))
	onDisk, err := openSpool(file)
	require.NoError(t, err)
	for name, s := range map[string]*spool{"in memory": nil, "on the disk": onDisk} {
		all := many()
		r := &run{spool: s, digests: make([][]digest, len(all))}
		parallel.Do(len(all), func(i int) { r.digests[i] = r.keep([][]byte{nil, all[i]}) })
		for range 2 {
			got := slices.Collect(r.bodies(r.pick(1)))
			want := slices.DeleteFunc(many(), func(b []byte) bool { return len(b) == 0 })
			require.NoError(t, r.failed)
			require.True(t, slices.EqualFunc(want, got, bytes.Equal), name)
		}
		require.Empty(t, r.pick(0), name)
	}
	require.NoError(t, onDisk.remove())
	require.NoFileExists(t, file)
}

// A digest that is no longer what it was makes no file.
func TestAChangedSpoolIsNotBelieved(t *testing.T) {
	file := filepath.Join(t.TempDir(), "digests")
	s, err := openSpool(file)
	require.NoError(t, err)
	r := &run{spool: s}
	kept := r.keep([][]byte{[]byte("good")})
	require.Len(t, slices.Collect(r.bodies(kept)), 1)
	require.NoError(t, os.WriteFile(file, []byte("evil"), 0o644))
	require.Empty(t, slices.Collect(r.bodies(kept)))
	require.Error(t, r.failed)
	require.NoError(t, s.remove())
}

// Nothing of the spool is left beside a site.
func TestTheSpoolGoes(t *testing.T) {
	page := output.File{Path: "a.txt", Kind: output.Data, Render: output.Bytes([]byte("a"))}
	site, problems := output.New("/", []output.File{page})
	require.NoError(t, problems.Err())
	dir := filepath.Join(t.TempDir(), "dist")
	problems, err := Write(site, Options{Dir: dir})
	require.NoError(t, err)
	require.NoError(t, problems.Err())
	folder, err := output.CacheFolder(dir)
	require.NoError(t, err)
	require.FileExists(t, filepath.Join(folder, "index"))
	require.NoFileExists(t, filepath.Join(folder, "digests"))
}
