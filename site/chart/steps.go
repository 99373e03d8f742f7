package chart

import (
	"math"
	"slices"
	"strings"

	"mingce/site/svg"
)

const (
	wide   = 336.0 // of every chart
	letter = 14.0  // size of every label
	row    = 20.0  // from one row of labels to the next
	high   = 150.0 // of the plot of Steps
	gap    = 6.0

	deepest = 4 // rows of labels
)

// An Axis is what is measured along it, and how a value is said.
type Axis struct {
	Name string
	Say  func(int64) string
}

// Steps draws an amount as a function of one quantity. id is unique in the
// page; title says in a few words what the picture shows.
func Steps(id, title string, x, y Axis, c Curve) string {
	p := plan(x, y, c)
	pic := svg.New(wide, p.height, "chart", id, title, strings.Join(sentences(x, y, c), "；")+"。")
	p.grid(pic)
	p.curve(pic, c)
	p.labels(pic)
	return pic.String()
}

// A plot is where everything of a step chart stands.
type plot struct {
	x, y        Axis
	lo, hi      int64 // values at the left edge and at the last threshold
	top         int64 // the greatest amount
	left, right float64
	last        float64 // where hi stands
	base        float64 // the horizontal axis
	height      float64
	marks       []mark // thresholds
	levels      []mark // amounts
	notes       []mark
}

// A mark is a label and its place: at is where the thing it names stands,
// (x, y) where the words begin, wide how far they go. Words that would touch
// others are empty.
type mark struct {
	words       string
	at          float64
	x, y, wide  float64
	row         int
	threshold   int64
	curveHeight float64
}

func plan(x, y Axis, c Curve) *plot {
	p := &plot{x: x, y: y, right: wide - 1, base: row + 2*gap + high}
	p.lo, p.hi = window(c)
	for _, s := range c.Pieces {
		p.top = max(p.top, s.At)
		if s.To <= p.hi || s.Flat() {
			p.top = max(p.top, s.End)
		}
	}
	if n := len(c.Pieces); n > 0 && !c.Pieces[n-1].Flat() {
		p.top = max(p.top, valueAt(c, p.hi))
	}
	p.vertical(c)
	p.horizontal(c)
	return p
}

// window is what part of the range is shown: from 0, or from below the first
// threshold, to the last threshold.
func window(c Curve) (lo, hi int64) {
	if len(c.Pieces) == 0 {
		return 0, 1
	}
	first, last := c.Pieces[0], c.Pieces[len(c.Pieces)-1]
	lo = max(first.From, 0)
	if len(c.Pieces) > 1 && c.Pieces[1].From <= 0 {
		lo = max(first.From, 2*c.Pieces[1].From-1)
	}
	hi = last.From
	if !last.Flat() { // it rises for ever: show enough of it to be read
		const million = 100_000_000 // 分
		hi = min(last.To, max(2*last.From, last.From+million))
	}
	return lo, max(hi, lo+1)
}

// valueAt is the amount at a value.
func valueAt(c Curve, v int64) int64 {
	for _, s := range slices.Backward(c.Pieces) {
		if v >= s.From {
			if s.Flat() {
				return s.At
			}
			return s.At + int64(float64(s.End-s.At)*(float64(v-s.From)/float64(s.To-s.From)))
		}
	}
	return 0
}

func (p *plot) vertical(c Curve) {
	var amounts []int64
	for _, s := range c.Pieces {
		if s.Flat() {
			amounts = append(amounts, s.At)
		}
	}
	amounts = append(amounts, p.top, 0)
	slices.Sort(amounts)
	amounts = slices.Compact(amounts)
	for _, v := range amounts {
		words := p.y.Say(v)
		if v == 0 {
			words = "0"
		}
		p.levels = append(p.levels, mark{words: words, threshold: v, wide: svg.Width(words, letter)})
		p.left = max(p.left, p.levels[len(p.levels)-1].wide)
	}
	p.left += gap
	free := p.py(p.top) - row
	for i := range slices.Backward(p.levels) {
		m := &p.levels[i]
		m.at = p.py(m.threshold)
		m.x, m.y = p.left-gap-m.wide, m.at+letter*.36
		if m.at < free+row*.85 && i < len(p.levels)-1 {
			m.words = ""
			continue
		}
		free = m.at
	}
	if len(p.levels) > 1 && p.levels[0].at-p.levels[1].at < row*.85 {
		p.levels[0].words = "" // 0 gives way to what is paid
	}
}

// horizontal hangs the labels of the thresholds from the axis, each beginning
// at its threshold. They are placed from right to left, each in a row below
// those it would touch: so the line from the axis to a label passes no other.
func (p *plot) horizontal(c Curve) {
	var at []int64
	for _, s := range c.Pieces {
		if s.From > p.lo && s.From <= p.hi {
			at = append(at, s.From)
		}
	}
	if len(at) == 0 || at[len(at)-1] < p.hi {
		at = append(at, p.hi)
	}
	end := svg.Width(p.x.mark(p.hi), letter) + gap
	p.last = p.right - max(end, .2*(p.right-p.left))
	rows := 0
	for _, v := range slices.Backward(at) {
		m := mark{words: p.x.mark(v), threshold: v, at: p.px(v), curveHeight: p.py(valueAt(c, v))}
		m.x, m.wide = m.at+3, svg.Width(m.words, letter)
		for _, right := range p.marks { // below every label it would touch, or whose line would cross it
			if right.words != "" && right.at < m.x+m.wide+gap {
				m.row = max(m.row, right.row+1)
			}
		}
		if m.row >= deepest || m.x+m.wide > p.right {
			m.words, m.row = "", 0
		}
		rows = max(rows, m.row+1)
		m.y = p.base + row*float64(m.row+1) - 2
		p.marks = append(p.marks, m)
	}
	slices.Reverse(p.marks)
	p.height = p.base + row*float64(rows+1)
	p.slopes(c)
}

// slopes names how fast the amount rises, beside the line.
func (p *plot) slopes(c Curve) {
	for _, s := range c.Pieces {
		if s.Flat() || s.Note == "" || s.From > p.hi {
			continue
		}
		middle := s.From + (min(s.To, p.hi)-s.From)/2
		words := rate(p.x, s)
		m := mark{words: words, x: p.px(middle) + 2*gap, y: p.py(valueAt(c, middle)) + letter, wide: svg.Width(words, letter)}
		if m.x+m.wide > p.right {
			m.words, m.wide = s.Note, svg.Width(s.Note, letter)
		}
		if m.x+m.wide <= p.right && m.y < p.base-gap {
			p.notes = append(p.notes, m)
		}
	}
}

// px and py are where a value and an amount stand.
func (p *plot) px(v int64) float64 {
	return p.left + float64(v-p.lo)/float64(p.hi-p.lo)*(p.last-p.left)
}

func (p *plot) py(pay int64) float64 {
	return p.base - float64(pay)/math.Max(float64(p.top), 1)*high
}

// grid draws the axis, and from every label a line to the curve.
func (p *plot) grid(pic *svg.Picture) {
	for _, m := range p.levels {
		if m.threshold > 0 {
			pic.Line(p.left, m.at, p.right, m.at, "grid")
		}
	}
	for _, m := range p.marks {
		if m.words != "" {
			pic.Line(m.at, m.curveHeight, m.at, m.y+2, "grid")
		}
	}
	pic.Line(p.left, p.base, p.right, p.base, "axis")
}

// curve draws the amount, and at every jump whether the threshold counts.
func (p *plot) curve(pic *svg.Picture, c Curve) {
	var d strings.Builder
	var dots []func()
	for i, s := range c.Pieces {
		if s.From > p.hi || s.To < p.lo {
			continue
		}
		x0, x1 := p.px(max(s.From, p.lo)), p.right
		y0, y1 := p.py(s.At), p.py(s.At)
		if i+1 < len(c.Pieces) {
			x1, y1 = p.px(s.To+1), p.py(s.End)
		} else if !s.Flat() {
			x1, y1 = p.last, p.py(valueAt(c, p.hi))
		}
		switch {
		case d.Len() == 0:
			d.WriteString("M" + svg.N(x0) + " " + svg.N(y0))
		case jumps(c.Pieces[i-1], s):
			d.WriteString("V" + svg.N(y0))
			below := p.py(c.Pieces[i-1].End)
			dots = append(dots, func() { pic.Dot(x0, below, 3.5, "without"); pic.Dot(x0, y0, 3.5, "with") })
		}
		if s.Flat() {
			d.WriteString("H" + svg.N(x1))
		} else {
			d.WriteString("L" + svg.N(x1) + " " + svg.N(y1))
		}
	}
	pic.Path(d.String(), "curve")
	for _, dot := range dots {
		dot()
	}
}

// jumps reports whether the amount changes at once from one piece to the next,
// by more than the rounding to whole 分 of a slope.
func jumps(a, b Piece) bool {
	if a.Flat() && b.Flat() {
		return a.At != b.At
	}
	return b.At-a.End > 1 || a.End > b.At
}

func (p *plot) labels(pic *svg.Picture) {
	pic.Text(0, letter+2, p.y.Name, "label soft")
	for _, list := range [][]mark{p.levels, p.marks, p.notes} {
		for _, m := range list {
			if m.words != "" {
				pic.Text(m.x, m.y, m.words, "label")
			}
		}
	}
	pic.Text(p.right, p.height-4, p.x.Name, "label soft", "text-anchor", "end")
}
