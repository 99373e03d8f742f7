package poster

import (
	"fmt"
	"strings"

	"rsc.io/qr"
)

// side is how wide a QR code is drawn, its quiet zone included.
const side = 190.0

// A code is a QR code as rows of dark modules.
type code struct {
	size int
	dark string // an SVG path, one unit for one module
}

// qrCode encodes an address; nil for none, or for one too long to be read off
// a screen.
func qrCode(address string) *code {
	if address == "" {
		return nil
	}
	c, err := qr.Encode(address, qr.M)
	if err != nil {
		return nil
	}
	var d strings.Builder
	for y := range c.Size {
		for x := 0; x < c.Size; x++ {
			dark := 0
			for x+dark < c.Size && c.Black(x+dark, y) {
				dark++
			}
			if dark > 0 {
				fmt.Fprintf(&d, "M%d %dh%dv1h-%dz", x, y, dark, dark)
				x += dark
			}
		}
	}
	return &code{c.Size, d.String()}
}

// draw draws the code dark on light whatever the page is: readers expect it so.
func (c *code) draw(s *sheet, x, y float64) {
	const quiet = 4 // modules around it
	unit := side / float64(c.size+2*quiet)
	s.Rect(x, y, side, side, "code", "fill", "#fff")
	s.Path(c.dark, "code", "fill", "#000", "transform", fmt.Sprintf("translate(%.2f %.2f) scale(%.4f)", x+quiet*unit, y+quiet*unit, unit))
}
