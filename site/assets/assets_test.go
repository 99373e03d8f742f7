package assets

import (
	"bytes"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"
	"github.com/stretchr/testify/require"
)

func compressed(t *testing.T, body []byte) int {
	t.Helper()
	var b bytes.Buffer
	w := brotli.NewWriterLevel(&b, 11)
	_, err := w.Write(body)
	require.NoError(t, err)
	require.NoError(t, w.Close())
	return b.Len()
}

func TestSizesKeepTheirBudgets(t *testing.T) {
	b, err := Build()
	require.NoError(t, err)
	for name, c := range map[string]struct {
		body  []byte
		limit int
	}{
		"inline style":      {[]byte(b.Inline("first").CSS), 2500},
		"inline, home":      {[]byte(b.Inline("first-home").CSS), 2500},
		"inline, policy":    {[]byte(b.Inline("first-policy").CSS), 2500},
		"other styles":      {append(bytes.Clone(b.Asset("site.css").Body), b.Asset("calculator.css").Body...), 6000},
		"calculator script": {b.Asset("calculator.js").Body, 12_000},
		"policy scripts":    {append(bytes.Clone(b.Asset("policy.js").Body), b.Asset("view.js").Body...), 6000},
		"policy styles":     {append(bytes.Clone(b.Asset("site.css").Body), b.Asset("policy.css").Body...), 6000},
		"chosen view":       {b.Asset("view.css").Body, 2000},
	} {
		size := compressed(t, c.body)
		t.Logf("%s: %d bytes after brotli 11, %d before", name, size, len(c.body))
		require.LessOrEqual(t, size, c.limit, name)
	}
}

func TestNamesFollowContent(t *testing.T) {
	one, err := Build()
	require.NoError(t, err)
	two, err := Build()
	require.NoError(t, err)
	require.Equal(t, one, two)
	require.NotEqual(t, New("a", ".css", []byte("x")).Path, New("a", ".css", []byte("y")).Path)
	require.Regexp(t, `^assets/site\.[0-9a-f]{10}\.css$`, one.Resource("site.css").Path)
}

func TestNothingLeavesTheOrigin(t *testing.T) {
	b, err := Build()
	require.NoError(t, err)
	for _, a := range b.All() {
		text := strings.ReplaceAll(string(a.Body), "http://www.w3.org/2000/svg", "")
		require.NotContains(t, text, "://", a.Path)
		require.NotContains(t, string(a.Body), "@import", a.Path)
	}
	require.Contains(t, b.Inline("first").Policy, "default-src 'none'")
}
