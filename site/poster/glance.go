package poster

import (
	"fmt"

	"mingce/site/svg"
)

// A Glance is a policy in one picture.
type Glance struct {
	Issuer, Title  string   // the title without its issuer
	Phrases        []string // the title, where it may break
	Number, Signed string
	Lead           string // what it is about, in a sentence
	Benefits       []Benefit
	Others         []Item // benefits without an amount
	Principles     []Item
	Routes         []Route
	Goals          []Goal
	By             string // by when the goals are to be reached
	Note           string // at the foot
	Address        string // absolute, for the QR code; "" for none
}

// A Benefit is one that carries an amount.
type Benefit struct {
	Name, Who string
	Figure    string // 100万元
	Most      bool   // it is the most
	Words     string // how it is reckoned, where no lines say it
	Lines     []Line
}

// A Line is one step of an amount.
type Line struct {
	Of, Pays string
	Part     float64 // of the greatest step, from 0 to 1
}

// An Item is something with a name, and what there is to say.
type Item struct{ Name, Words string }

// A Route is the stations of an application.
type Route struct {
	Name  string
	Steps []Item // what is done, by whom
}

// A Goal is a figure and what it is of.
type Goal struct{ Says, Name string }

// Draw draws the picture. id is unique in the page.
func (g Glance) Draw(id string) string {
	s := begin(id, "一图读懂"+g.Number, "《"+g.Issuer+g.Title+"》的要点。图下面有同样内容的文字。")
	g.head(s)
	n := 0
	section := func(has bool, words string, draw func(*sheet)) {
		if has {
			n++
			s.heading(fmt.Sprint(n), words)
			draw(s)
		}
	}
	section(len(g.Benefits) > 0, "能拿多少", g.benefits)
	section(len(g.Others) > 0, "还有哪些支持", func(s *sheet) { items(s, g.Others) })
	section(len(g.Principles) > 0, "几条原则", func(s *sheet) { items(s, g.Principles) })
	section(len(g.Routes) > 0, "怎样申报", g.routes)
	section(len(g.Goals) > 0, g.By+"的目标", g.goals)
	g.foot(s)
	return s.finish()
}

func (g Glance) head(s *sheet) {
	s.Rect(0, 0, wide, 14, "bar", "fill", colour("bar"))
	s.y = 56
	s.para(margin, inner, "一图读懂", face{size: body, class: "red", bold: true})
	s.y += 8
	if g.Issuer != "" {
		s.para(margin, inner, g.Issuer, face{size: large, serif: true})
	}
	title := face{size: 50, bold: true, serif: true}
	s.lines(margin, svg.Phrases(g.Phrases, title.size, inner), title)
	s.y += 12
	words := g.Number
	if g.Signed != "" {
		words += "　" + g.Signed
	}
	s.para(margin, inner, words, face{size: fine, class: "soft"})
	if g.Lead != "" {
		s.y += 12
		s.para(margin, inner, g.Lead, face{size: body})
	}
}

func (g Glance) benefits(s *sheet) {
	for i, b := range g.Benefits {
		if i > 0 {
			s.y += 22
			s.rule()
		}
		s.y += 16
		b.draw(s)
	}
}

// draw writes a benefit: its name at the left, its figure at the right, and
// under both how it is reckoned.
func (b Benefit) draw(s *sheet) {
	top, room := s.y, svg.Width(b.Figure, huge)+24
	s.para(margin, inner-room, b.Name, face{size: large, bold: true})
	s.para(margin, inner-room, b.Who, face{size: fine, class: "soft"})
	left := s.y
	s.y = top
	if b.Most {
		s.y += 34
		s.set(wide-margin, s.y-4, "最高", face{size: fine, class: "soft", end: true})
	}
	s.y += huge * 1.15
	s.set(wide-margin, s.y-10, b.Figure, face{size: huge, class: "red", bold: true, serif: true, end: true})
	s.y = max(s.y, left) + 6
	if b.Words != "" {
		s.para(margin, inner, b.Words, face{size: body})
	}
	for _, l := range b.Lines {
		l.draw(s)
	}
}

func (l Line) draw(s *sheet) {
	top, room := s.y, svg.Width(l.Pays, body)+24
	s.para(margin, inner-room, l.Of, face{size: body})
	s.set(wide-margin, top+body*1.5-body*.32, l.Pays, face{size: body, bold: true, end: true})
	if l.Part > 0 {
		s.bar(margin, s.y+2, inner, l.Part)
		s.y += 18
	}
}

func items(s *sheet, list []Item) {
	for i, it := range list {
		if i > 0 {
			s.y += 16
			s.rule()
		}
		s.y += 12
		s.para(margin, inner, it.Name, face{size: 32, bold: true})
		s.para(margin, inner, it.Words, face{size: body})
	}
}

func (g Glance) routes(s *sheet) {
	for i, r := range g.Routes {
		if i > 0 {
			s.y += 24
		}
		s.y += 8
		s.para(margin, inner, r.Name, face{size: 32, bold: true})
		s.y += 14
		r.line(s)
	}
}

// line draws stations side by side, each with what is done and by whom.
func (r Route) line(s *sheet) {
	const radius = 24.0
	n := float64(max(len(r.Steps), 1))
	column, top, bottom := inner/n, s.y, s.y
	if len(r.Steps) > 1 {
		s.Rect(margin+radius, top+radius-1.5, column*(n-1), 3, "bar", "fill", colour("bar"))
	}
	for i, step := range r.Steps {
		x := margin + column*float64(i)
		s.Dot(x+radius, top+radius, radius, "bar", "fill", colour("bar"))
		number := fmt.Sprint(i + 1)
		s.set(x+radius-svg.Width(number, fine)/2, top+radius+10, number, face{size: fine, class: "paper", bold: true})
		s.y = top + 2*radius + 6
		s.para(x, column-14, step.Name, face{size: 32, bold: true})
		s.para(x, column-14, step.Words, face{size: fine, class: "soft"})
		bottom = max(bottom, s.y)
	}
	s.y = bottom
}

// goals sets figures in two columns.
func (g Glance) goals(s *sheet) {
	const between = 30.0
	column := (inner - between) / 2
	for i := 0; i < len(g.Goals); i += 2 {
		s.y += 16
		top, bottom := s.y, s.y
		for k, goal := range g.Goals[i:min(i+2, len(g.Goals))] {
			x := margin + float64(k)*(column+between)
			s.y = top
			size := huge - 6
			for svg.Width(goal.Says, size) > column {
				size -= 2
			}
			s.para(x, column, goal.Says, face{size: size, class: "red", bold: true, serif: true})
			s.para(x, column, goal.Name, face{size: fine})
			bottom = max(bottom, s.y)
		}
		s.y = bottom
	}
}

func (g Glance) foot(s *sheet) {
	s.y += 64
	top, room := s.y, inner
	// The ground comes first; its height is known once the words are set.
	code := qrCode(g.Address)
	if code != nil {
		room -= side + 32
	}
	s.y += 28
	mark := s.Mark()
	s.para(margin, room, g.Number, face{size: 32, bold: true})
	s.para(margin, room, "《"+g.Issuer+g.Title+"》", face{size: fine})
	s.y += 8
	if code != nil {
		s.para(margin, room, "扫码看原文，测一测能拿多少", face{size: fine})
		s.y += 8
	}
	s.para(margin, room, g.Note, face{size: fine, class: "soft"})
	if code != nil {
		code.draw(s, wide-margin-side, top+34)
		s.y = max(s.y, top+34+side)
	}
	s.y += 34
	s.RectAt(mark, 0, top, wide, s.y-top, "tint", "fill", colour("tint"))
}
