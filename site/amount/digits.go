package amount

import (
	"math/big"
	"strings"
)

// A run is a row of digits, Arabic or Chinese.
type run struct {
	value *big.Rat // nil when no digit stands here
	lone  bool     // one digit without 零 before it
}

const chineseDigits = "零一二三四五六七八九"

func isDigit(r rune) bool {
	return r >= '0' && r <= '9' || r != 0 && strings.ContainsRune(chineseDigits, r)
}

// digits reads one row of digits with its decimals.
func (n *numeral) digits() (run, error) {
	switch r := n.peek(); {
	case r >= '0' && r <= '9':
		return n.arabic()
	case isDigit(r):
		return n.chinese()
	}
	return run{}, nil
}

func (n *numeral) arabic() (run, error) {
	start := n.i
	for r := n.peek(); r >= '0' && r <= '9' || r == ','; r = n.peek() {
		n.i++
	}
	whole := string(n.s[start:n.i])
	if !wellGrouped(whole) {
		return run{}, n.refuse("的逗号位置不对", "逗号每三位一个,如120,000,000;或不写逗号")
	}
	whole = strings.ReplaceAll(whole, ",", "")
	lone := len(whole) == 1 && whole != "0"
	if n.peek() == '.' {
		n.i++
		from := n.i
		for r := n.peek(); r >= '0' && r <= '9'; r = n.peek() {
			n.i++
		}
		if n.i == from {
			return run{}, n.refuse("的小数点后没有数字", "写成如0.5,或去掉小数点")
		}
		whole, lone = whole+"."+string(n.s[from:n.i]), false
	}
	v, _ := new(big.Rat).SetString(whole)
	return run{v, lone}, nil
}

// wellGrouped reports whether the commas, if any, part the digits by threes.
func wellGrouped(s string) bool {
	groups := strings.Split(s, ",")
	for i, g := range groups {
		if i > 0 && len(g) != 3 || i == 0 && (g == "" || len(groups) > 1 && len(g) > 3) {
			return false
		}
	}
	return true
}

func (n *numeral) chinese() (run, error) {
	var b strings.Builder
	for isDigit(n.peek()) && n.peek() > '9' {
		b.WriteByte(chineseDigit(n.peek()))
		n.i++
	}
	lone := b.Len() == 1 && b.String() != "0"
	if n.peek() == '点' {
		n.i++
		from := b.Len()
		b.WriteByte('.')
		for isDigit(n.peek()) && n.peek() > '9' {
			b.WriteByte(chineseDigit(n.peek()))
			n.i++
		}
		if b.Len() == from+1 {
			return run{}, n.refuse("的“点”后面没有数字", "写成如一点二亿元")
		}
		lone = false
	}
	v, _ := new(big.Rat).SetString(b.String())
	return run{v, lone}, nil
}

func chineseDigit(r rune) byte {
	for i, c := range []rune(chineseDigits) {
		if c == r {
			return byte('0' + i)
		}
	}
	return '0'
}
