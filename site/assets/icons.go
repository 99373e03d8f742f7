package assets

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	"image/png"

	"github.com/fyne-io/oksvg"
	"github.com/srwiley/rasterx"
)

// Theme is the colour of the icon, which an installed app takes on.
const Theme = "#a8231b"

// icons draws the icon in the sizes that systems ask for. A maskable one is
// cut to shape by the system, so the mark keeps to the middle and the colour
// fills the rest.
func (b *Bundle) icons(svg []byte) error {
	for _, i := range []struct {
		name       string
		size       int
		margin     float64
		background image.Image
	}{
		{"app-192.png", 192, 0, image.Transparent},
		{"app-512.png", 512, 0, image.Transparent},
		{"app-maskable-512.png", 512, 64, image.NewUniform(color.RGBA{0xa8, 0x23, 0x1b, 0xff})},
	} {
		icon, err := oksvg.ReadIconStream(bytes.NewReader(svg), oksvg.StrictErrorMode)
		if err != nil {
			return err
		}
		picture := image.NewRGBA(image.Rect(0, 0, i.size, i.size))
		draw.Draw(picture, picture.Bounds(), i.background, image.Point{}, draw.Src)
		side := float64(i.size) - 2*i.margin
		icon.SetTarget(i.margin, i.margin, side, side)
		scanner := rasterx.NewScannerGV(i.size, i.size, picture, picture.Bounds())
		icon.Draw(rasterx.NewDasher(i.size, i.size, scanner), 1)
		var out bytes.Buffer
		if err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&out, picture); err != nil {
			return err
		}
		b.load(i.name, out.Bytes())
	}
	return nil
}
