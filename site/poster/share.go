package poster

// A Share is one benefit on a card to pass on.
type Share struct {
	Benefit
	Gives   string // what, in a sentence
	Number  string // of the policy
	Clause  string // 三(二)1
	Note    string
	Address string // absolute, of the benefit's page, for the QR code; "" for none
}

// Draw draws the card. id is unique in the page.
func (c Share) Draw(id string) string {
	s := begin(id, c.Name+"的海报", c.Who+"："+c.Gives+"。")
	s.Rect(0, 0, wide, 14, "bar", "fill", colour("bar"))
	s.y = 56
	s.para(margin, inner, c.Number+"　"+c.Clause, face{size: fine, class: "soft"})
	s.y += 12
	s.para(margin, inner, c.Name, face{size: 54, bold: true, serif: true})
	s.y += 8
	s.para(margin, inner, c.Who, face{size: large})
	if c.Figure != "" {
		s.y += 30
		if c.Most {
			s.para(margin, inner, "最高", face{size: body, class: "soft"})
		}
		s.para(margin, inner, c.Figure, face{size: 112, class: "red", bold: true, serif: true})
	}
	s.y += 12
	s.para(margin, inner, c.Gives, face{size: body})
	s.y += 8
	for _, l := range c.Lines {
		l.draw(s)
	}
	s.y += 40
	s.rule()
	s.y += 24
	top, room := s.y, inner
	code := qrCode(c.Address)
	if code != nil {
		room -= side + 32
		s.para(margin, room, "扫码看条件，测一测能不能拿", face{size: 32, bold: true})
		s.y += 8
	}
	s.para(margin, room, c.Note, face{size: fine, class: "soft"})
	if code != nil {
		code.draw(s, wide-margin-side, top)
		s.y = max(s.y, top+side)
	}
	s.y += margin
	return s.finish()
}
