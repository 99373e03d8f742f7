package assets

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

var token = regexp.MustCompile(`--([a-z]+): #([0-9a-f]{3,6});`)

// colours reads the tokens of a mode: those of the light one, overlaid with
// those of the dark one if asked.
func colours(t *testing.T, dark bool) map[string]float64 {
	t.Helper()
	text, err := files.ReadFile("css/tokens.css")
	require.NoError(t, err)
	light, night, found := strings.Cut(string(text), "prefers-color-scheme: dark")
	require.True(t, found)
	out := map[string]float64{}
	for _, part := range []string{light, night} {
		for _, m := range token.FindAllStringSubmatch(part, -1) {
			out[m[1]] = luminance(t, m[2])
		}
		if !dark {
			break
		}
	}
	return out
}

// luminance is the relative luminance of WCAG 2.
func luminance(t *testing.T, hex string) float64 {
	t.Helper()
	if len(hex) == 3 {
		hex = strings.Repeat(hex[:1], 2) + strings.Repeat(hex[1:2], 2) + strings.Repeat(hex[2:], 2)
	}
	n, err := strconv.ParseUint(hex, 16, 32)
	require.NoError(t, err)
	part := func(shift uint) float64 {
		c := float64(n>>shift&0xff) / 255
		if c <= 0.04045 {
			return c / 12.92
		}
		return math.Pow((c+0.055)/1.055, 2.4)
	}
	return 0.2126*part(16) + 0.7152*part(8) + 0.0722*part(0)
}

func contrast(a, b float64) float64 { return (max(a, b) + 0.05) / (min(a, b) + 0.05) }

func TestTextIsLegible(t *testing.T) {
	for _, dark := range []bool{false, true} {
		c := colours(t, dark)
		for _, ground := range []string{"paper", "tint", "mark"} {
			require.GreaterOrEqual(t, contrast(c["ink"], c[ground]), 10.0, "ink on %s, dark %t", ground, dark)
		}
		for _, name := range []string{"soft", "red", "met", "failed", "open"} {
			for _, ground := range []string{"paper", "tint"} {
				require.GreaterOrEqual(t, contrast(c[name], c[ground]), 4.5, "%s on %s, dark %t", name, ground, dark)
			}
		}
		require.GreaterOrEqual(t, contrast(1, c["action"]), 4.5, "white on action, dark %t", dark)
	}
}
