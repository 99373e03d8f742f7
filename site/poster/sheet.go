package poster

import (
	"math"

	"mingce/site/svg"
)

const (
	wide   = 750.0
	margin = 48.0
	inner  = wide - 2*margin

	fine  = 27.0 // sizes of letters
	body  = 30.0
	large = 36.0
	huge  = 58.0
)

const (
	sans  = "PingFang SC, Microsoft YaHei, Noto Sans CJK SC, Source Han Sans SC, sans-serif"
	serif = "Songti SC, STSong, Noto Serif CJK SC, Source Han Serif SC, SimSun, serif"
)

// A face is how words are set.
type face struct {
	size  float64
	class string // soft, red; "" for ink
	bold  bool
	serif bool
	end   bool // x is where the words end
}

// colour is what a class is on paper.
func colour(class string) string {
	switch class {
	case "soft":
		return "#595959"
	case "red", "bar":
		return "#a8231b"
	case "tint":
		return "#f7f5f2"
	case "rule":
		return "#d8d5d0"
	case "paper":
		return "#fff"
	}
	return "#1b1b1b"
}

// A sheet is a picture being laid out from the top down.
type sheet struct {
	*svg.Picture
	y float64
}

// begin starts a sheet. Its ground is as high as the finished picture.
func begin(id, title, desc string) *sheet {
	return &sheet{Picture: svg.New(wide, 0, "poster", id, title, desc)}
}

// finish closes the sheet a little below what was set last.
func (s *sheet) finish() string {
	s.y = math.Ceil(s.y)
	s.Height(s.y)
	s.Attr("fill", colour(""), "font-family", sans)
	s.RectAt(0, 0, 0, wide, s.y, "paper", "fill", colour("paper"))
	return s.String()
}

// set writes one line, its base line at y.
func (s *sheet) set(x, y float64, words string, f face) {
	attr := []string{"font-size", svg.N(f.size)}
	if f.class != "" {
		attr = append(attr, "fill", colour(f.class))
	}
	if f.bold {
		attr = append(attr, "font-weight", "700")
	}
	if f.serif {
		attr = append(attr, "font-family", serif)
	}
	if f.end {
		attr = append(attr, "text-anchor", "end")
	}
	s.Text(x, y, words, f.class, attr...)
}

// lead is how far one line stands below another.
func (f face) lead() float64 { return f.size * 1.5 }

// para writes words in lines of a width, from the sheet's y down, and moves it
// below them.
func (s *sheet) para(x, width float64, words string, f face) {
	lines := svg.Wrap
	if f.bold {
		lines = svg.Balance // a title, or a name
	}
	s.lines(x, lines(words, f.size, width), f)
}

// lines writes line under line, and moves the sheet's y below them.
func (s *sheet) lines(x float64, lines []string, f face) {
	for _, line := range lines {
		s.y += f.lead()
		s.set(x, s.y-f.size*.32, line, f)
	}
}

// rule draws a line across.
func (s *sheet) rule() {
	s.Rect(margin, s.y, inner, 1.5, "rule", "fill", colour("rule"))
}

// heading begins a numbered section.
func (s *sheet) heading(number, words string) {
	s.y += 56
	s.Rect(margin, s.y, inner, 3, "bar", "fill", colour("bar"))
	s.y += 22
	top := s.y
	s.para(margin, 60, number, face{size: 46, class: "red", bold: true, serif: true})
	s.y = top
	s.para(margin+56, inner-56, words, face{size: 44, bold: true, serif: true})
	s.y += 12
}

// bar draws a part of a whole.
func (s *sheet) bar(x, y, width, part float64) {
	s.Rect(x, y, width, 8, "tint", "fill", colour("tint"))
	s.Rect(x, y, width*part, 8, "bar", "fill", colour("bar"))
}
