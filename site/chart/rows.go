package chart

// A Row is one line of the table that goes with a chart.
type Row struct{ Of, Pays string }

// Rows says a curve piece by piece, for those who do not see the picture.
func Rows(x, y Axis, c Curve) (rows []Row) {
	for i, s := range c.Pieces {
		r := Row{Of: span(x, c, i), Pays: y.Say(s.At)}
		switch {
		case !s.Flat() && s.At > 0:
			r.Pays = y.Say(s.At) + "，另加" + rate(x, s)
		case !s.Flat():
			r.Pays = rate(x, s)
		case s.At == 0:
			r.Pays = "没有"
		}
		rows = append(rows, r)
	}
	if c.Open {
		rows = append(rows, Row{Of: "更多", Pays: "依此类推"})
	}
	return rows
}

// rate says how an amount rises.
func rate(x Axis, s Piece) string {
	if s.From <= 0 && s.At == 0 {
		return x.Name + "的" + s.Note
	}
	return "超过" + x.Say(s.From) + "部分的" + s.Note
}

// span says the values a piece is about.
func span(x Axis, c Curve, i int) string {
	s := c.Pieces[i]
	switch {
	case len(c.Pieces) == 1:
		return "不限"
	case i == 0:
		return x.under(s.To + 1)
	case i == len(c.Pieces)-1:
		return x.from(s.From)
	}
	return x.from(s.From) + "，" + x.under(s.To+1)
}

// from says that a threshold is reached: 1亿元以上, or 超过1亿元 where the next
// value above it is the first that counts.
func (x Axis) from(v int64) string {
	if x.beyond(v) {
		return "超过" + x.Say(v-1)
	}
	return x.Say(v) + "以上"
}

// under says that it is not.
func (x Axis) under(v int64) string {
	if x.beyond(v) {
		return x.Say(v-1) + "以下"
	}
	return "不足" + x.Say(v)
}

// beyond reports whether a threshold is the one before it, passed: 1000万元 is
// shorter to say than 10000000.01元.
func (x Axis) beyond(v int64) bool { return len(x.Say(v-1))+2 < len(x.Say(v)) }

// mark is a threshold as the axis says it.
func (x Axis) mark(v int64) string {
	if x.beyond(v) {
		return "超过" + x.Say(v-1)
	}
	return x.Say(v)
}

func sentences(x, y Axis, c Curve) (out []string) {
	for _, r := range Rows(x, y, c) {
		out = append(out, x.Name+r.Of+"："+r.Pays)
	}
	return out
}
