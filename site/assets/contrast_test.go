package assets

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

var token = regexp.MustCompile(`--([a-z]+): (#[0-9a-f]{3,6});`)

// blocks are the colours of each block of a style, by its selector and the
// condition around it.
func blocks(t *testing.T, name string) map[string]map[string]string {
	t.Helper()
	text, err := files.ReadFile(name)
	require.NoError(t, err)
	out := map[string]map[string]string{}
	var around, at string
	for line := range strings.Lines(string(text)) {
		line = strings.TrimSpace(line)
		switch {
		case strings.HasPrefix(line, "@media"):
			around = line
		case strings.HasPrefix(line, ":root"):
			at = strings.TrimSpace(around + " " + line)
			out[at] = map[string]string{}
		case line == "}" && at != "":
			at = ""
		case line == "}":
			around = ""
		default:
			if m := token.FindStringSubmatch(line); m != nil && at != "" {
				out[at][m[1]] = m[2]
			}
		}
	}
	return out
}

const (
	night  = "@media (prefers-color-scheme: dark) {"
	lofty  = ":root:is([data-contrast=high], [data-elder]) {"
	lofty2 = ":root:is([data-contrast=high], [data-elder]):not([data-theme=light]) {"
	lofty3 = ":root[data-theme=dark]:is([data-contrast=high], [data-elder]) {"
)

// A mode chosen by the reader is the same as that of the system.
func TestChosenModesAreTheSame(t *testing.T) {
	system, chosen := blocks(t, "css/tokens.css"), blocks(t, "css/chosen-colours.css")
	require.Len(t, chosen, 5)
	require.NotEmpty(t, system[":root {"])
	require.Equal(t, system[":root {"], chosen[":root[data-theme=light] {"])
	require.Equal(t, system[night+" :root {"], chosen[":root[data-theme=dark] {"])
	require.Equal(t, chosen[night+" "+lofty2], chosen[lofty3])
	require.Len(t, chosen[lofty], len(system[":root {"]))
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

// mode is the luminances of a block.
func mode(t *testing.T, colours map[string]string) map[string]float64 {
	t.Helper()
	require.NotEmpty(t, colours)
	out := map[string]float64{}
	for name, c := range colours {
		out[name] = luminance(t, c[1:])
	}
	return out
}

func TestTextIsLegible(t *testing.T) {
	system, chosen := blocks(t, "css/tokens.css"), blocks(t, "css/chosen-colours.css")
	for name, c := range map[string]struct {
		colours map[string]string
		least   float64
	}{
		"light": {system[":root {"], 4.5}, "dark": {system[night+" :root {"], 4.5},
		"light, high contrast": {chosen[lofty], 7}, "dark, high contrast": {chosen[lofty3], 7},
	} {
		m := mode(t, c.colours)
		for _, ground := range []string{"paper", "tint", "mark"} {
			require.GreaterOrEqual(t, contrast(m["ink"], m[ground]), 10.0, "%s: ink on %s", name, ground)
		}
		for _, ink := range []string{"soft", "red", "met", "failed", "open"} {
			for _, ground := range []string{"paper", "tint"} {
				require.GreaterOrEqual(t, contrast(m[ink], m[ground]), c.least, "%s: %s on %s", name, ink, ground)
			}
		}
		require.GreaterOrEqual(t, contrast(1, m["action"]), c.least, "%s: white on action", name)
	}
}
