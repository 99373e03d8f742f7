package site

import (
	"bytes"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"

	"mingce/site/output"
	"mingce/site/problem"
	"mingce/site/publish"
)

// towns is a content folder with n policies without rules.
func towns(_ require.TestingT, n int) fstest.MapFS {
	m := fstest.MapFS{}
	m["site.toml"] = &fstest.MapFile{Data: []byte("name = \"某站\"\nheading = \"题\"\nsentence = \"话\"\n" +
		"description = \"说明\"\ndemo = \"演示站点\"\n[[menu]]\ntext = \"政策文件\"\nto = \"/policies/\"\n")}
	for i := range n {
		m[fmt.Sprintf("policies/town-%02d/policy.md", i)] = &fstest.MapFile{Data: fmt.Appendf(nil,
			"+++\ntitle = \"某市人民政府第%[1]d号意见\"\nnumber = \"某政发〔2024〕%[1]d号\"\nissuer = \"某市人民政府\"\n"+
				"signed = 2024-03-01\nvalidity = \"in_force\"\n+++\n某市人民政府第%[1]d号意见\n某政发〔2024〕%[1]d号\n"+
				"一、范围\n在本市注册的企业。\n二、标准\n(一)补贴。每人%[1]d元。\n某市人民政府\n2024年3月1日\n", i+1)}
	}
	return m
}

// planned is what Build returns for a content with a follower.
func planned(t *testing.T, content fs.FS, f follower) *output.Site {
	t.Helper()
	out, problems := build(content, Options{}, func(b *builder) { b.followAll(); b.follow(f) })
	require.NoError(t, problems.Err())
	return out
}

// counter is a follower that counts the clauses of every policy.
func counter() follower {
	return follower{
		name: "count",
		files: func(e *entry) []output.File {
			return []output.File{{Path: "policies/" + e.id + "/count.txt", Kind: output.Data}}
		},
		bodies: func(p *passing) ([][]byte, error) {
			n := 0
			for range p.doc.Clauses() {
				n++
			}
			return [][]byte{fmt.Appendf(nil, "%d", n)}, nil
		},
		digest: func(p *passing) ([]byte, error) { return []byte(p.policy.id + "\n"), nil },
		finish: func(digests iter.Seq[[]byte]) ([]output.File, error) {
			return []output.File{{Path: "ids.txt", Kind: output.Data, Render: output.Bytes(bytes.Join(slices.Collect(digests), nil))}}, nil
		},
	}
}

func TestFollowersSeeEveryText(t *testing.T) {
	out := planned(t, towns(t, 3), counter())
	for name, want := range map[string]string{
		"policies/town-00/count.txt": "3", "policies/town-02/count.txt": "3", "ids.txt": "town-00\ntown-01\ntown-02\n",
	} {
		body, err := out.ReadFile(name)
		require.NoError(t, err)
		require.Equal(t, want, string(body), name)
	}
	dir := filepath.Join(t.TempDir(), "dist")
	problems, err := publish.Write(out, publish.Options{Dir: dir})
	require.NoError(t, err)
	require.NoError(t, problems.Err())
	body, err := os.ReadFile(filepath.Join(dir, "ids.txt"))
	require.NoError(t, err)
	require.Equal(t, "town-00\ntown-01\ntown-02\n", string(body))
}

func TestLateFilesKeepTheirAddress(t *testing.T) {
	f := counter()
	f.finish = func(iter.Seq[[]byte]) ([]output.File, error) {
		return []output.File{{Path: "index.html", Kind: output.Data, Render: output.Bytes(nil)}}, nil
	}
	require.ErrorContains(t, publish.Check(planned(t, towns(t, 1), f)), "同一个地址")
}

// A text that is read only when its page is made has its problems told like
// any other, and together with them.
func TestProblemsOfAllTextsAreToldAtOnce(t *testing.T) {
	spoil := func(m fstest.MapFS, id, before, after string) {
		file := m["policies/"+id+"/policy.md"]
		file.Data = bytes.Replace(file.Data, []byte(before), []byte(after), 1)
	}
	m := towns(t, 4)
	spoil(m, "town-01", "二、标准", "三、标准")
	spoil(m, "town-03", "(一)补贴", "(二)补贴")
	out, problems := Build(m, Options{})
	require.Empty(t, problems)
	dir := filepath.Join(t.TempDir(), "dist")
	problems, err := publish.Write(out, publish.Options{Dir: dir})
	require.NoError(t, err)
	require.Equal(t, []string{"content/policies/town-01/policy.md", "content/policies/town-03/policy.md"}, filesOf(problems))
	require.NoDirExists(t, dir)

	m["site.toml"].Data = bytes.Replace(m["site.toml"].Data, []byte("/policies/"), []byte("/police/"), 1)
	_, problems = Build(m, Options{}) // a problem before any page is made
	require.Equal(t, []string{
		"content/policies/town-01/policy.md", "content/policies/town-03/policy.md", "content/site.toml",
	}, filesOf(problems))
	spoil(m, "town-02", "in_force", "no_force")
	_, problems = Build(m, Options{})
	require.Equal(t, []string{
		"content/policies/town-01/policy.md", "content/policies/town-02/policy.md", "content/policies/town-03/policy.md",
	}, filesOf(problems))
}

func filesOf(problems problem.List) (files []string) {
	for _, p := range problems {
		if len(files) == 0 || files[len(files)-1] != p.File {
			files = append(files, p.File)
		}
	}
	return files
}

// A file that is saved during a build is not half of the site.
func TestChangeDuringABuildIsAProblem(t *testing.T) {
	m := towns(t, 2)
	out, problems := Build(m, Options{})
	require.Empty(t, problems)
	file := m["policies/town-01/policy.md"]
	file.Data = []byte(strings.Replace(string(file.Data), "每人2元", "每人3元", 1))
	require.ErrorContains(t, publish.Check(out), "改动了")
}
