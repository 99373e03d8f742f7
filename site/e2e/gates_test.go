package e2e

import (
	"bufio"
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

var speed = flag.Bool("speed", false, "also have Lighthouse judge the speed of pages; run it on a machine that does nothing else")

// node runs a script of the test tools.
func node(t testing.TB, script string, args ...string) []byte {
	t.Helper()
	if testing.Short() {
		t.Skip("-short: without the test tools")
	}
	program, err := exec.LookPath("node")
	require.NoError(t, err, "node is missing: install it (Debian: apt-get install nodejs npm), or test with -short")
	tool(t, "axe-core/package.json") // the tools are there
	var errors bytes.Buffer
	cmd := exec.Command(program, append([]string{filepath.Join("tools", script)}, args...)...)
	cmd.Stderr = &errors
	out, err := cmd.Output()
	require.NoError(t, err, errors.String())
	return out
}

// Every page is valid HTML, as html-validate reads it: nothing misplaced, no
// attribute misused, every style and script held to its content.
func TestPagesAreValid(t *testing.T) {
	out, problems := built()
	require.NoError(t, problems.Err())
	dir := filepath.Join(t.TempDir(), "site")
	require.NoError(t, out.Write(dir))
	var found []string
	for line := range strings.Lines(string(node(t, "validate.mjs", dir))) {
		if strings.HasPrefix(line, "unique-landmark: gallery/") {
			continue // only there are two menus on a page
		}
		found = append(found, line)
	}
	require.Empty(t, found)
}

// The gate itself notices what it should.
func TestValidatorFinds(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, "a.html"), []byte(
		"<!DOCTYPE html><html lang=\"zh-CN\"><head><title>a</title><meta charset=\"utf-8\"></head><body><ul><p>a</p></ul></body></html>"), 0o600))
	require.Contains(t, string(node(t, "validate.mjs", dir)), "element-permitted-content: a.html")
}

// Lighthouse gives its full mark to the main pages, for accessibility, good
// practice and search engines; with -speed also for their speed. Speed is
// judged on demand only, because it is that of the machine too: the best of
// three runs counts.
func TestLighthouse(t *testing.T) {
	if testing.Short() {
		t.Skip("-short: without a browser")
	}
	chromium, err := find()
	require.NoError(t, err)
	s := serve(t)
	categories, runs := "accessibility,best-practices,seo", 1
	if *speed {
		categories, runs = categories+",performance", 3
	}
	var addresses []string
	for _, at := range []string{"", textPage, sheetPage, textPage + "benefits/enterprise-growth/"} {
		for range runs {
			addresses = append(addresses, s.at(at))
		}
	}
	best := map[string]map[string]int{}
	faults := map[string][]string{}
	for lines := bufio.NewScanner(bytes.NewReader(node(t, "lighthouse.mjs", append([]string{chromium, categories}, addresses...)...))); lines.Scan(); {
		var judged struct {
			Address string
			Scores  map[string]int
			Faults  []string
		}
		require.NoError(t, json.Unmarshal(lines.Bytes(), &judged))
		if best[judged.Address] == nil {
			best[judged.Address] = map[string]int{}
		}
		for name, n := range judged.Scores {
			best[judged.Address][name] = max(best[judged.Address][name], n)
		}
		faults[judged.Address] = append(faults[judged.Address], judged.Faults...)
	}
	require.Len(t, best, 4)
	for at, scores := range best {
		t.Log(strings.TrimPrefix(at, s.URL), scores)
		for name, n := range scores {
			require.Equal(t, 100, n, "%s of %s: %s", name, at, faults[at])
		}
	}
}
