package site

import (
	"bytes"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"

	"mingce/site/output"
	"mingce/site/problem"
	"mingce/site/publish"
)

// publishTo builds a content into a folder and returns what is in it then.
func publishTo(t require.TestingT, content fs.FS, opts publish.Options) map[string]string {
	out, problems := build(content, Options{}, func(b *builder) { b.followAll(); b.follow(counter()) })
	require.NoError(t, problems.Err())
	problems, err := publish.Write(out, opts)
	require.NoError(t, err)
	require.NoError(t, problems.Err())
	return tree(t, opts.Dir)
}

// tree is every file below a folder.
func tree(t require.TestingT, dir string) map[string]string {
	files := map[string]string{}
	require.NoError(t, filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		body, err := os.ReadFile(path)
		rel, _ := filepath.Rel(dir, path)
		files[rel] = string(body)
		return err
	}))
	return files
}

// A dice draws what is tampered with.
type dice struct {
	require.TestingT
	*rand.Rand
}

// A tampering changes the content, or what earlier builds left on the disk.
type tampering struct {
	name string
	do   func(t *dice, m fstest.MapFS, dir string)
}

func tamperings() []tampering {
	return []tampering{
		{"change a text", func(t *dice, m fstest.MapFS, _ string) {
			change(m, one(t, m), "每人", "每户")
		}},
		{"change a title", func(t *dice, m fstest.MapFS, _ string) {
			change(m, one(t, m), "号意见", "号办法")
		}},
		{"change a date", func(t *dice, m fstest.MapFS, _ string) {
			name := one(t, m)
			change(m, name, "2024-03-01", "2023-03-01")
			change(m, name, "2024年", "2023年")
		}},
		{"rename", func(t *dice, m fstest.MapFS, _ string) {
			name := one(t, m)
			m[strings.Replace(name, "town-", "city-", 1)] = m[name]
			if strings.Contains(name, "town-") {
				delete(m, name)
			}
		}},
		{"delete", func(t *dice, m fstest.MapFS, _ string) { delete(m, one(t, m)) }},
		{"add", func(t *dice, m fstest.MapFS, _ string) {
			n := t.IntN(100)
			m[fmt.Sprintf("policies/new-%d/policy.md", n)] = m[one(t, m)]
		}},
		{"change site.toml", func(t *dice, m fstest.MapFS, _ string) {
			change(m, "site.toml", "某站", []string{"某站", "某某站"}[t.IntN(2)])
		}},
		{"nothing", func(*dice, fstest.MapFS, string) {}},
		{"cut the index short", func(t *dice, _ fstest.MapFS, dir string) {
			damage(t, filepath.Join(cacheOf(dir), "index"), func(text []byte) []byte { return text[:len(text)/2] })
		}},
		{"flip a bit of the index", func(t *dice, _ fstest.MapFS, dir string) {
			damage(t, filepath.Join(cacheOf(dir), "index"), flip(t))
		}},
		{"edit a file of the spare", func(t *dice, _ fstest.MapFS, dir string) {
			damage(t, anyFile(t, filepath.Join(cacheOf(dir), "spare")), flip(t))
		}},
		{"edit a file of the site", func(t *dice, _ fstest.MapFS, dir string) { damage(t, anyFile(t, dir), flip(t)) }},
		{"remove a file of the site", func(t *dice, _ fstest.MapFS, dir string) {
			if name := anyFile(t, dir); name != "" && filepath.Base(name) != output.ManifestName {
				require.NoError(t, os.Remove(name))
			}
		}},
		{"remove a file of the spare", func(t *dice, _ fstest.MapFS, dir string) {
			if name := anyFile(t, filepath.Join(cacheOf(dir), "spare")); name != "" {
				require.NoError(t, os.Remove(name))
			}
		}},
		{"put a file into the spare", func(t *dice, _ fstest.MapFS, dir string) {
			if spare := filepath.Join(cacheOf(dir), "spare"); exists(spare) {
				require.NoError(t, os.WriteFile(filepath.Join(spare, "stranger.html"), nil, 0o600))
			}
		}},
		{"remove the cache", func(t *dice, _ fstest.MapFS, dir string) { require.NoError(t, os.RemoveAll(cacheOf(dir))) }},
		{"remove the site", func(t *dice, _ fstest.MapFS, dir string) { require.NoError(t, os.RemoveAll(dir)) }},
	}
}

func cacheOf(dir string) string {
	return filepath.Join(filepath.Dir(dir), "."+filepath.Base(dir)+".mingce.cache")
}

func exists(name string) bool {
	_, err := os.Stat(name)
	return err == nil
}

func change(m fstest.MapFS, name, before, after string) {
	m[name] = &fstest.MapFile{Data: bytes.ReplaceAll(m[name].Data, []byte(before), []byte(after))}
}

// one is the name of some policy.
func one(t *dice, m fstest.MapFS) string {
	names := slices.DeleteFunc(slices.Sorted(maps.Keys(m)), func(n string) bool { return !strings.HasSuffix(n, "policy.md") })
	return names[t.IntN(len(names))]
}

// anyFile is some file below a folder; "" where there is none.
func anyFile(t *dice, dir string) string {
	if !exists(dir) {
		return ""
	}
	names := slices.Sorted(maps.Keys(tree(t, dir)))
	if len(names) == 0 {
		return ""
	}
	return filepath.Join(dir, names[t.IntN(len(names))])
}

func damage(t *dice, name string, how func([]byte) []byte) {
	text, err := os.ReadFile(name)
	if err != nil || len(text) == 0 || filepath.Base(name) == output.ManifestName {
		return
	}
	require.NoError(t, os.WriteFile(name, how(text), 0o600))
}

func flip(t *dice) func([]byte) []byte {
	return func(text []byte) []byte {
		text[t.IntN(len(text))] ^= 1
		return text
	}
}

// Whatever was changed, and whatever became of what earlier builds left, a
// build over it writes what a build from nothing writes.
func TestBuildOverAnotherIsABuildFromNothing(t *testing.T) {
	for seed := range uint64(12) {
		d := &dice{TestingT: t, Rand: rand.New(rand.NewPCG(seed, 0))}
		dir := filepath.Join(t.TempDir(), "dist")
		m := towns(t, 3)
		publishTo(t, m, publish.Options{Dir: dir})
		var done []string
		for range 5 {
			for range 1 + d.IntN(2) {
				maps.Copy(m, towns(t, 3-min(3, len(m)-1)))
				x := tamperings()[d.IntN(len(tamperings()))]
				done = append(done, x.name)
				x.do(d, m, dir)
			}
			maps.Copy(m, towns(t, 1))
			got := publishTo(t, m, publish.Options{Dir: dir})
			want := publishTo(t, m, publish.Options{Dir: filepath.Join(filepath.Dir(dir), "fresh"), Fresh: true})
			require.Equal(t, slices.Sorted(maps.Keys(want)), slices.Sorted(maps.Keys(got)), "seed %d: %v", seed, done)
			require.True(t, maps.Equal(want, got), "some file differs; seed %d: %v", seed, done)
		}
	}
}

// Neither the number of processors nor the order of reading shows.
func TestOrderDoesNotShow(t *testing.T) {
	m := towns(t, 60) // more than a page of the list
	want := publishTo(t, m, publish.Options{Dir: filepath.Join(t.TempDir(), "dist"), Fresh: true})
	require.Contains(t, want, filepath.Join("policies", "years", "2024", "index.html"))
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	for _, n := range []int{1, 2, 16} {
		runtime.GOMAXPROCS(n)
		got := publishTo(t, shuffled{m}, publish.Options{Dir: filepath.Join(t.TempDir(), "dist"), Fresh: true})
		require.True(t, maps.Equal(want, got), "%d processors", n)
	}
}

// shuffled lists folders backwards.
type shuffled struct{ fstest.MapFS }

func (s shuffled) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := s.MapFS.ReadDir(name)
	slices.Reverse(entries)
	return entries, err
}

// A build over another that changes one text makes the page of that text.
func TestUnchangedPagesAreTakenOver(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "dist")
	m := towns(t, 4)
	publishTo(t, m, publish.Options{Dir: dir})
	made := 0
	f := counter()
	inner := f.digest
	f.digest = func(p *passing) ([]byte, error) { made++; return inner(p) }
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	again := func() {
		out, problems := build(m, Options{}, func(b *builder) { b.followAll(); b.follow(f) })
		require.NoError(t, problems.Err())
		problems, err := publish.Write(out, publish.Options{Dir: dir})
		require.NoError(t, err)
		require.NoError(t, problems.Err())
	}
	again()
	require.Equal(t, 0, made)
	change(m, "policies/town-02/policy.md", "每人", "每户")
	again()
	require.Equal(t, 1, made)
	again()
	again()
	require.Equal(t, 1, made)
	change(m, "site.toml", "某站", "别的站") // on every page
	again()
	require.Equal(t, 5, made)
}

// A preview looks again at what had a problem, and at nothing else that has
// not changed.
func TestPreviewForgetsNoProblem(t *testing.T) {
	m := towns(t, 3)
	made := 0
	f := counter()
	inner := f.digest
	f.digest = func(p *passing) ([]byte, error) { made++; return inner(p) }
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	preview := &publish.Preview{}
	look := func() (*output.Site, problem.List) {
		out, problems := build(m, Options{}, func(b *builder) { b.followAll(); b.follow(f) })
		require.NoError(t, problems.Err())
		return out, preview.Check(out)
	}
	out, problems := look()
	require.NoError(t, problems.Err())
	require.Equal(t, 3, made)
	body, err := out.ReadFile("ids.txt")
	require.NoError(t, err)
	require.Equal(t, "town-00\ntown-01\ntown-02\n", string(body))
	require.Equal(t, 3, made, "the late files are at hand")

	change(m, "policies/town-01/policy.md", "在本市", "**在本市")
	for range 2 {
		_, problems = look()
		require.ErrorContains(t, problems, "正文里有“**”")
	}
	change(m, "policies/town-01/policy.md", "**在本市", "在本市")
	_, problems = look()
	require.NoError(t, problems.Err())
	require.Equal(t, 3+1, made, "a text that is refused is not digested")
}
