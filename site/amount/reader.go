package amount

import (
	"fmt"
	"math/big"
	"strings"
	"unicode/utf8"
)

// A reader reads one whole quantity: prefix, number and unit, and then
// smaller units of the same kind.
type reader struct {
	table   unitTable
	text    string
	written bool // a unit must be written
}

func (r *reader) refuse(why, hint string) error {
	return &Error{fmt.Sprintf("“%s”%s", r.text, why), hint}
}

func (r *reader) example() string { return "写成如" + r.table.example }

func (r *reader) quantity() (*big.Rat, error) {
	if utf8.RuneCountInString(r.text) > maxRunes {
		return nil, &Error{"这个" + r.table.name + "太长", r.example()}
	}
	s := fold(r.text)
	if s == "" {
		return nil, &Error{"这里没有写" + r.table.name, r.example()}
	}
	if strings.ContainsAny(s, "约近超余几") || strings.HasSuffix(s, "左右") || strings.Contains(s, "多") {
		return nil, r.refuse("不是准确的数", "写准确的数,如"+r.table.example)
	}
	rest, negative := strings.CutPrefix(s, "-")
	ahead, rest := r.ahead(rest)
	n := numeral{s: []rune(rest), text: r.text}
	sum, err := r.parts(&n, ahead)
	if err != nil {
		return nil, err
	}
	if negative {
		sum.Neg(sum)
	}
	return sum, nil
}

// ahead strips what may stand before the number; its worth is nil when the
// unit stands behind.
func (r *reader) ahead(s string) (*big.Rat, string) {
	for _, p := range r.table.prefixes {
		if rest, ok := strings.CutPrefix(s, p.word); ok {
			return p.worth, rest
		}
	}
	return nil, s
}

// parts reads number and unit, again and again with ever smaller units.
func (r *reader) parts(n *numeral, ahead *big.Rat) (*big.Rat, error) {
	sum, above := new(big.Rat), (*big.Rat)(nil)
	for first := true; first || n.i < len(n.s); first = false {
		v, err := n.read()
		if err != nil {
			return nil, err
		}
		if v == nil {
			return nil, r.stray(n, first)
		}
		worth, err := r.unit(n, ahead, first)
		if err != nil {
			return nil, err
		}
		part := new(big.Rat).Mul(v, worth)
		if above != nil && part.Cmp(above) >= 0 {
			return nil, r.refuse("的单位从小到大倒着写了", r.example())
		}
		sum.Add(sum, part)
		above = worth
		if r.ended(n) || ahead != nil {
			break
		}
	}
	if n.i < len(n.s) && !r.ended(n) {
		return nil, r.stray(n, false)
	}
	return sum, nil
}

func (r *reader) ended(n *numeral) bool {
	rest := string(n.s[n.i:])
	if rest == "" {
		return true
	}
	for _, word := range r.table.suffixes {
		if rest == word {
			return true
		}
	}
	return false
}

// unit reads the unit behind a number and returns its worth.
func (r *reader) unit(n *numeral, ahead *big.Rat, first bool) (*big.Rat, error) {
	if ahead != nil {
		return ahead, nil
	}
	rest := string(n.s[n.i:])
	for _, u := range r.table.units {
		if strings.HasPrefix(rest, u.word) {
			n.i += utf8.RuneCountInString(u.word)
			return u.worth, nil
		}
	}
	switch {
	case rest != "":
		return nil, r.stray(n, false)
	case !first || r.table.bare == nil || r.written && len(r.table.units) > 0:
		return nil, r.refuse("没有写单位", r.example())
	}
	return r.table.bare, nil
}

// stray says what stands where number or unit was expected.
func (r *reader) stray(n *numeral, first bool) error {
	rest := string(n.s[n.i:])
	switch {
	case rest == "":
		return r.refuse("里没有数", r.example())
	case first:
		return r.refuse("不是"+r.table.name, r.example())
	case strings.HasPrefix(rest, "亩"):
		return r.refuse("的单位亩不能准确换算", r.example())
	case strings.HasPrefix(rest, "天") || strings.HasPrefix(rest, "日"):
		return r.refuse("不是整月", r.example())
	}
	return r.refuse(fmt.Sprintf("里的“%s”不是%s的单位", rest, r.table.name), r.example())
}

// exact turns the sum into units of 1/scale, refusing what would not fit.
func (r *reader) exact(sum *big.Rat, scale int64) (int64, error) {
	v := new(big.Rat).Mul(sum, rat(scale, 1))
	if !v.IsInt() {
		return 0, r.refuse("小数太多,只能精确到"+r.table.finest, r.example())
	}
	// The least int64 is calc's mark for unknown, so it is no quantity.
	if n := v.Num(); n.IsInt64() && n.Int64() != -1<<63 {
		return n.Int64(), nil
	}
	return 0, r.refuse("太大", "核对位数,"+r.example())
}
