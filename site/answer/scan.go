package answer

import "mingce/calc"

// A scanner reads a line that is written as nearly all are: one object of
// known keys, each once, whose values need no unescaping and lie within range.
// At anything else it stops, and encoding/json reads the line again from its
// start: that way decides, and says what is wrong. A fuzz test holds the two
// equal. Ten times the speed is what it is for.
type scanner struct {
	line []byte
	at   int
}

// plain reads a plain line into s; false says nothing about the line.
func (d *Decoder) plain(line []byte, s calc.Situation, given []uint64) bool {
	in := scanner{line: line}
	if !in.next('{') {
		return false
	}
	if in.next('}') {
		return in.end()
	}
	for {
		key, ok := in.text()
		i, known := d.inputs[string(key)]
		if !ok || !known || given[i/64]>>(i%64)&1 != 0 || !in.next(':') {
			return false
		}
		given[i/64] |= 1 << (i % 64)
		if s[i], ok = in.value(&d.p.Rulebook.Inputs[i]); !ok {
			return false
		}
		if in.next('}') {
			return in.end()
		}
		if !in.next(',') {
			return false
		}
	}
}

// blank passes over white space.
func (in *scanner) blank() {
	for in.at < len(in.line) {
		switch in.line[in.at] {
		case ' ', '\t', '\r', '\n':
			in.at++
		default:
			return
		}
	}
}

// next passes over one byte, if it is the next after white space.
func (in *scanner) next(want byte) bool {
	in.blank()
	if in.at == len(in.line) || in.line[in.at] != want {
		return false
	}
	in.at++
	return true
}

// end reports whether nothing follows.
func (in *scanner) end() bool {
	in.blank()
	return in.at == len(in.line)
}

// text reads a string of plain ASCII.
func (in *scanner) text() ([]byte, bool) {
	if !in.next('"') {
		return nil, false
	}
	from := in.at
	for ; in.at < len(in.line); in.at++ {
		switch c := in.line[in.at]; {
		case c == '"':
			in.at++
			return in.line[from : in.at-1], true
		case c < ' ' || c == '\\' || c >= 0x80:
			return nil, false
		}
	}
	return nil, false
}

// word passes over a word such as true.
func (in *scanner) word(want string) bool {
	if len(in.line)-in.at < len(want) || string(in.line[in.at:in.at+len(want)]) != want {
		return false
	}
	in.at += len(want)
	return true
}

// value reads the value of an input.
func (in *scanner) value(of *calc.Input) (int64, bool) {
	in.blank()
	switch {
	case in.word("null"):
		return calc.Unknown, true
	case of.Kind == calc.Choice:
		text, ok := in.text()
		for i := range of.Options {
			if ok && of.Options[i].ID == string(text) {
				return int64(i), true
			}
		}
		return 0, false
	case of.Kind == calc.Bool:
		if in.word("true") {
			return 1, true
		}
		return 0, in.word("false")
	}
	v, ok := in.number(of.Kind.Scale())
	return v, ok && v >= of.Min && v <= of.Max
}

// number reads a number without sign and exponent, of at most 16 digits
// before the point and as many behind it as the scale has, in units of scale.
func (in *scanner) number(scale int64) (v int64, ok bool) {
	from := in.at
	v = in.digits(16)
	whole := in.at - from
	if whole == 0 || whole > 1 && in.line[from] == '0' {
		return 0, false
	}
	v *= scale
	if in.at == len(in.line) || in.line[in.at] != '.' {
		return v, true
	}
	in.at++
	for ; scale > 1; scale /= 10 {
		before := in.at
		digit := in.digits(1)
		if in.at == before {
			break
		}
		v += digit * scale / 10
	}
	return v, in.line[in.at-1] != '.'
}

// digits reads up to n digits. A digit more than that is not what may follow
// a number, so the line is left to encoding/json.
func (in *scanner) digits(n int) (v int64) {
	for ; n > 0 && in.at < len(in.line) && '0' <= in.line[in.at] && in.line[in.at] <= '9'; n-- {
		v = v*10 + int64(in.line[in.at]-'0')
		in.at++
	}
	return v
}
