package chart

import (
	"strings"

	"mingce/site/svg"
)

// A Bar is one figure of several that are compared.
type Bar struct {
	Name, Says string // 国家级 · 50万元
	Value      int64
	Whole      int64 // what a full bar stands for; 0 for the greatest of the chart
}

// Bars draws figures side by side, each with its name above it and its words
// behind it.
func Bars(id, title string, bars []Bar) string {
	most, room := int64(1), 0.0
	for _, b := range bars {
		most, room = max(most, b.Value), max(room, svg.Width(b.Says, letter))
	}
	p := svg.New(wide, 0, "chart", id, title, said(bars))
	y := 4.0 // room for what rises above the letters
	for _, b := range bars {
		y = named(p, b.Name, y)
		full := wide - room - 2*gap
		whole := most
		if b.Whole > 0 {
			whole = b.Whole
			p.Rect(0, y+2, full, letter, "track")
		}
		long := full * float64(min(b.Value, whole)) / float64(whole)
		p.Rect(0, y+2, long, letter, "bar")
		at := long + gap
		if b.Whole > 0 {
			at = full + gap
		}
		p.Text(at, y+letter, b.Says, "label strong")
		y += row + gap
	}
	p.Height(y)
	return p.String()
}

// Dots draws small numbers, one dot for one thing; a number that does not fit
// a line is drawn as a bar would be: by its figure alone.
func Dots(id, title string, bars []Bar) string {
	p := svg.New(wide, 0, "chart", id, title, said(bars))
	const pitch = 18.0
	y := 4.0 // room for what rises above the letters
	for _, b := range bars {
		y = named(p, b.Name, y)
		x := 0.0
		for n := int64(0); n < b.Value && x+pitch+svg.Width(b.Says, letter) < wide; n++ {
			p.Dot(x+pitch/2-2, y+9, 6, "bar")
			x += pitch
		}
		p.Text(x+gap/2, y+letter, b.Says, "label strong")
		y += row + gap
	}
	p.Height(y)
	return p.String()
}

// named sets the name of a bar and returns where the bar begins.
func named(p *svg.Picture, name string, y float64) float64 {
	for _, line := range svg.Wrap(name, letter, wide) {
		p.Text(0, y+letter, line, "label")
		y += row
	}
	return y
}

func said(bars []Bar) string {
	words := make([]string, len(bars))
	for i, b := range bars {
		words[i] = b.Name + b.Says
	}
	return strings.Join(words, "；") + "。"
}
