package templates

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"mingce/site/parts"
)

var update = flag.Bool("update", false, "write the golden files of the parts")

// Every example of every part is rendered as its golden file says. What is
// right about it, the tests of pages and browsers say; this shows in a change
// what it does to the HTML.
func TestPartsRenderAsBefore(t *testing.T) {
	set, err := Load()
	require.NoError(t, err)
	for _, p := range parts.Table() {
		examples, err := p.Examples()
		require.NoError(t, err)
		var b strings.Builder
		for _, e := range examples {
			body, err := set.Part(p.Name, e.It)
			require.NoError(t, err, "%s: %s", p.Name, e.Name)
			require.NotEmpty(t, body, "%s: %s", p.Name, e.Name)
			b.WriteString("== " + e.Name + "\n" + strings.ReplaceAll(string(body), "><", ">\n<") + "\n")
		}
		golden := filepath.Join("..", "parts", p.Name, "examples.golden")
		if *update {
			require.NoError(t, os.WriteFile(golden, []byte(b.String()), 0o644))
			continue
		}
		want, err := os.ReadFile(golden)
		require.NoError(t, err, "run go test ./site/templates -update, and read what it wrote")
		require.Equal(t, string(want), b.String(), p.Name)
	}
}
