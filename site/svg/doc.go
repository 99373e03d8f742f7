// Package svg writes pictures as SVG text, and sets Chinese in them.
//
// A browser breaks no lines within an SVG, and the generator knows no fonts.
// So [Width] estimates how wide words come out, on the safe side of the fonts
// that Chinese systems have (PingFang SC, Microsoft YaHei, Noto Sans CJK SC),
// and [Wrap] breaks lines as Chinese typesetting asks: no line begins with a
// mark that closes, none ends with one that opens, a figure stays with its
// unit, and no character is left alone on a last line.
//
//	p := svg.New(336, 120, "chart", "t1", "奖励随年交易额变化", "年交易额1亿元以上奖励40万元。")
//	p.Line(40, 100, 320, 100, "axis")
//	for i, line := range svg.Wrap("年交易额1亿元以上", 14, 96) {
//		p.Text(0, 14+20*float64(i), line, "label")
//	}
//	p.String()
//
// A picture carries classes and no colours of its own: the style sheet of the
// page gives them, so that dark mode, print and high contrast hold. A picture
// that is also saved as an image has the colours of paper as attributes besides
// ([Picture.Attr]), which any style sheet overrules.
package svg
