package assets

import (
	"image"
	"image/color"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/makiuchi-d/gozxing"
	"github.com/makiuchi-d/gozxing/qrcode"
	"github.com/stretchr/testify/require"
)

var squares = regexp.MustCompile(`M(\d+) (\d+)h(\d+)v1h-\d+z`)

func number(t *testing.T, text string) int {
	t.Helper()
	n, err := strconv.Atoi(text)
	require.NoError(t, err)
	return n
}

// A code is what the script makes of a text.
type code struct {
	Rows []string `json:"rows"` // of 0 and 1
	Path string   `json:"path"`
}

// picture is a code as a camera sees it: four light squares around, four
// points to a square.
func (c code) picture() image.Image {
	const quiet, scale = 4, 4
	side := (len(c.Rows) + 2*quiet) * scale
	img := image.NewGray(image.Rect(0, 0, side, side))
	for y := range side {
		for x := range side {
			img.SetGray(x, y, color.Gray{255})
			row, col := y/scale-quiet, x/scale-quiet
			if row >= 0 && row < len(c.Rows) && col >= 0 && col < len(c.Rows) && c.Rows[row][col] == '1' {
				img.SetGray(x, y, color.Gray{0})
			}
		}
	}
	return img
}

// Every size of symbol is read back, by a reader that is not ours, as the very
// text it was made of: at the last byte of one size, at the first of the next.
func TestCodesAreReadBack(t *testing.T) {
	var texts []string
	seed := "https://www.example.gov.cn/zc/policies/x/calculator/#v=1&turnover=250000000&applicant=enterprise&"
	long := strings.Repeat(seed, 31)
	for n := 1; n < 240; n += 3 {
		texts = append(texts, long[:n])
	}
	for n := 240; n < 2953; n += 47 {
		texts = append(texts, long[:n])
	}
	for _, n := range []int{14, 15, 26, 27, 213, 214, 230, 2953} {
		texts = append(texts, long[:n])
	}
	texts = append(texts, "测一测能拿多少", "\x00\xef", "")
	codes := run[[]code](t, []string{"qr"}, "testdata/qr.mjs", texts)
	sizes := map[int]bool{}
	for i, c := range codes {
		require.NotEmpty(t, c.Rows, "%d bytes", len(texts[i]))
		sizes[len(c.Rows)] = true
		bitmap, err := gozxing.NewBinaryBitmapFromImage(c.picture())
		require.NoError(t, err)
		got, err := qrcode.NewQRCodeReader().Decode(bitmap, map[gozxing.DecodeHintType]any{
			gozxing.DecodeHintType_PURE_BARCODE: true, gozxing.DecodeHintType_CHARACTER_SET: "UTF-8",
		})
		require.NoError(t, err, "%d bytes, %d squares", len(texts[i]), len(c.Rows))
		require.Equal(t, strings.ToValidUTF8(texts[i], "\ufffd"), got.GetText())
	}
	require.GreaterOrEqual(t, len(sizes), 38, "of 40 sizes")
}

// The path draws the same squares as the rows say.
func TestCodeIsDrawnAsItIs(t *testing.T) {
	c := run[[]code](t, []string{"qr"}, "testdata/qr.mjs", []string{"https://www.example.gov.cn/"})[0]
	dark := 0
	for _, row := range c.Rows {
		dark += strings.Count(row, "1")
	}
	drawn := 0
	for _, m := range squares.FindAllStringSubmatch(c.Path, -1) {
		x, y, n := number(t, m[1]), number(t, m[2]), number(t, m[3])
		require.Equal(t, strings.Repeat("1", n), c.Rows[y][x:x+n])
		drawn += n
	}
	require.Equal(t, dark, drawn)
}

// A text that no symbol holds gives none.
func TestCodeHasAnEnd(t *testing.T) {
	c := run[[]*code](t, []string{"qr"}, "testdata/qr.mjs", []string{strings.Repeat("x", 2954)})
	require.Nil(t, c[0])
}
