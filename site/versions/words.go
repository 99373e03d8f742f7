package versions

import "slices"

// A Piece is a run of characters that is in both versions or in one.
type Piece struct {
	Text string
	In   Side
}

// A Side is the version, or versions, that a piece is in.
type Side uint8

// The sides.
const (
	Both Side = iota
	Old
	New
)

// Words compares two texts character by character: the pieces of Old and Both
// make was, those of New and Both make is.
func Words(was, is string) []Piece {
	a, b := []rune(was), []rune(is)
	from := 0
	for from < len(a) && from < len(b) && a[from] == b[from] {
		from++
	}
	end := 0
	for end < len(a)-from && end < len(b)-from && a[len(a)-1-end] == b[len(b)-1-end] {
		end++
	}
	var w weaver
	w.add(a[:from], Both)
	w.middle(a[from:len(a)-end], b[from:len(b)-end])
	w.add(a[len(a)-end:], Both)
	return w.pieces
}

// most is how many pairs of characters are compared; longer texts that differ
// at both ends are taken as wholly different.
const most = 9_000_000

// A weaver puts pieces together.
type weaver struct{ pieces []Piece }

func (w *weaver) add(text []rune, in Side) {
	if len(text) == 0 {
		return
	}
	if n := len(w.pieces); n > 0 && w.pieces[n-1].In == in {
		w.pieces[n-1].Text += string(text)
		return
	}
	w.pieces = append(w.pieces, Piece{string(text), in})
}

// middle compares by the longest common subsequence.
func (w *weaver) middle(a, b []rune) {
	if len(a)*len(b) > most {
		w.add(a, Old)
		w.add(b, New)
		return
	}
	width := len(b) + 1
	common := make([]uint16, (len(a)+1)*width) // of a[i:] and b[j:]
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] {
				common[i*width+j] = common[(i+1)*width+j+1] + 1
			} else {
				common[i*width+j] = max(common[(i+1)*width+j], common[i*width+j+1])
			}
		}
	}
	i, j := 0, 0
	for i < len(a) && j < len(b) {
		switch {
		case a[i] == b[j]:
			w.add(a[i:i+1], Both)
			i, j = i+1, j+1
		case common[(i+1)*width+j] >= common[i*width+j+1]:
			w.add(a[i:i+1], Old)
			i++
		default:
			w.add(b[j:j+1], New)
			j++
		}
	}
	w.add(a[i:], Old)
	w.add(b[j:], New)
	w.gather()
}

// gather joins what single characters that happen to agree have torn apart:
// a piece of Both of one character between changes is part of the change.
func (w *weaver) gather() {
	old, now := []rune{}, []rune{}
	var out weaver
	flush := func() {
		out.add(slices.Clone(old), Old)
		out.add(slices.Clone(now), New)
		old, now = old[:0], now[:0]
	}
	for k, p := range w.pieces {
		text := []rune(p.Text)
		lone := p.In == Both && len(text) < 2 && k > 0 && k+1 < len(w.pieces) && w.pieces[k-1].In != Both
		switch {
		case p.In == Both && !lone:
			flush()
			out.add(text, Both)
		default:
			if p.In != New {
				old = append(old, text...)
			}
			if p.In != Old {
				now = append(now, text...)
			}
		}
	}
	flush()
	w.pieces = out.pieces
}
