package picture

import (
	"bytes"
	"encoding/base64"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"testing"

	"github.com/stretchr/testify/require"
)

func encoded(t *testing.T, format string, w, h int) []byte {
	t.Helper()
	var b bytes.Buffer
	m := image.NewPaletted(image.Rect(0, 0, w, h), color.Palette{color.Black})
	switch format {
	case "png":
		require.NoError(t, png.Encode(&b, m))
	case "jpg":
		require.NoError(t, jpeg.Encode(&b, m, nil))
	case "gif":
		require.NoError(t, gif.Encode(&b, m, nil))
	}
	return b.Bytes()
}

// withExif puts a block of camera data behind the first marker of a JPEG: one
// directory, little-endian, of entries tag, value.
func withExif(photo []byte, entries ...[2]byte) []byte {
	tiff := []byte{'I', 'I', 42, 0, 8, 0, 0, 0, byte(len(entries)), 0}
	for _, e := range entries {
		tag := map[byte][2]byte{'o': {0x12, 0x01}, 'g': {0x25, 0x88}}[e[0]]
		tiff = append(tiff, tag[0], tag[1], 3, 0, 1, 0, 0, 0, e[1], 0, 0, 0)
	}
	body := append([]byte("Exif\x00\x00"), tiff...)
	n := len(body) + 2
	segment := append([]byte{0xff, 0xe1, byte(n >> 8), byte(n)}, body...)
	return append(append(bytes.Clone(photo[:2]), segment...), photo[2:]...)
}

func TestImagesTellTheirSize(t *testing.T) {
	webp, err := base64.StdEncoding.DecodeString("UklGRiQAAABXRUJQVlA4IBgAAAAwAQCdASoBAAEAAwA0JaQAA3AA/vuUAAA=")
	require.NoError(t, err)
	for name, c := range map[string]struct {
		body []byte
		want Info
	}{
		"a.png":  {encoded(t, "png", 30, 20), Info{".png", 30, 20}},
		"A.JPG":  {encoded(t, "jpg", 30, 20), Info{".jpg", 30, 20}},
		"a.jpeg": {withExif(encoded(t, "jpg", 30, 20), [2]byte{'o', 1}), Info{".jpeg", 30, 20}},
		"up.jpg": {withExif(encoded(t, "jpg", 30, 20), [2]byte{'o', 6}), Info{".jpg", 20, 30}},
		"a.gif":  {encoded(t, "gif", 30, 20), Info{".gif", 30, 20}},
		"a.webp": {webp, Info{".webp", 1, 1}},
	} {
		got, err := Inspect(name, c.body)
		require.NoError(t, err, name)
		require.Equal(t, c.want, got, name)
	}
}

func TestImagesThatAreRefused(t *testing.T) {
	for name, c := range map[string]struct {
		body []byte
		text string
	}{
		"a.svg":    {[]byte("<svg/>"), "不能用这种图片"},
		"a.png":    {[]byte("图"), "打不开"},
		"b.png":    {encoded(t, "jpg", 3, 2), "其实是 jpg 格式"},
		"big.png":  {append(encoded(t, "png", 3, 2), make([]byte, MostBytes)...), "太大"},
		"wide.png": {encoded(t, "png", MostSide+1, 2), "像素"},
		"gps.jpg":  {withExif(encoded(t, "jpg", 3, 2), [2]byte{'o', 1}, [2]byte{'g', 9}), "拍摄的位置"},
	} {
		_, err := Inspect(name, c.body)
		require.ErrorContains(t, err, c.text, name)
		require.Contains(t, err.Error(), ";", "what to do")
	}
}

func FuzzInspect(f *testing.F) {
	f.Add("a.jpg", []byte{0xff, 0xd8, 0xff, 0xe1, 0, 8})
	f.Fuzz(func(t *testing.T, name string, body []byte) {
		info, err := Inspect(name, body)
		require.True(t, err != nil || info.Width > 0 && info.Height > 0)
	})
}
