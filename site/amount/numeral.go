package amount

import (
	"fmt"
	"math/big"
	"strings"
)

// fold writes every digit, letter and mark of a quantity in one form, so that
// full-width, capital and traditional characters read like the plain ones.
func fold(text string) string {
	var b strings.Builder
	for _, r := range text {
		switch {
		case r == ' ' || r == '\u3000' || r == '\u00a0' || r == '\t':
			continue
		case r >= 0xFF01 && r <= 0xFF5E:
			r -= 0xFEE0
		}
		if plain, ok := plainForm(r); ok {
			b.WriteString(plain)
			continue
		}
		b.WriteRune(r)
	}
	return strings.NewReplacer("年半", "年6个月", "半年", "6个月").Replace(b.String())
}

func plainForm(r rune) (string, bool) {
	const capital, plain = "壹贰叁肆伍陆柒捌玖拾佰仟萬億〇兩两貳參陸圓圆點¥−负", "一二三四五六七八九十百千万亿零二二二三六元元点¥--"
	switch r {
	case '㎡':
		return "平方米", true
	case '²':
		return "2", true
	}
	for i, c := range []rune(capital) {
		if c == r {
			return string([]rune(plain)[i]), true
		}
	}
	return "", false
}

// A numeral reads a number with its scales from the front of folded text.
type numeral struct {
	s    []rune
	i    int
	text string // as written, for messages
}

func (n *numeral) refuse(why, hint string) error {
	return &Error{fmt.Sprintf("“%s”%s", n.text, why), hint}
}

func (n *numeral) peek() rune {
	if n.i < len(n.s) {
		return n.s[n.i]
	}
	return 0
}

// read returns nil when no number stands here.
func (n *numeral) read() (*big.Rat, error) {
	total, above := new(big.Rat), (*big.Rat)(nil)
	for {
		sec, err := n.section()
		if err != nil {
			return nil, err
		}
		if sec.value == nil {
			if above == nil {
				return nil, nil
			}
			return total, nil
		}
		scale := n.bigScale()
		worth := new(big.Rat).Mul(sec.value, rat(scale, 1))
		if above != nil {
			if worth.Cmp(above) >= 0 {
				return nil, n.refuse("的数位从小到大倒着写了", "从大到小写,如1亿2000万元")
			}
			if scale == 1 && sec.lone {
				return nil, n.refuse("有两种读法", "把位数写全,如一万五千或一万零五")
			}
		}
		total.Add(total, worth)
		if scale == 1 {
			return total, nil
		}
		if !sec.value.IsInt() && isDigit(n.peek()) {
			return nil, n.refuse("在小数后面还有数", "只写一个小数,如1.25亿元")
		}
		above = rat(scale, 1)
	}
}

// bigScale reads 万, 亿 or 万亿.
func (n *numeral) bigScale() int64 {
	switch {
	case n.peek() == '万' && n.i+1 < len(n.s) && n.s[n.i+1] == '亿':
		n.i += 2
		return 1_000_000_000_000
	case n.peek() == '万':
		n.i++
		return 10_000
	case n.peek() == '亿':
		n.i++
		return 100_000_000
	}
	return 1
}

// A section is the part of a number in front of 万 or 亿.
type section struct {
	value *big.Rat // nil when there is none
	lone  bool     // a single digit that colloquially could mean the next place
}

func (n *numeral) section() (section, error) {
	var sec section
	above := (*big.Rat)(nil)
	for {
		run, err := n.digits()
		if err != nil {
			return sec, err
		}
		scale := n.smallScale()
		if run.value == nil {
			if scale == 1 {
				return sec, nil
			}
			if above != nil {
				return sec, n.refuse("里少了一个数字", "写全,如一千一百")
			}
			run.value = rat(1, 1)
		}
		worth := new(big.Rat).Mul(run.value, rat(scale, 1))
		if above == nil {
			sec.value, sec.lone = worth, scale == 1 && run.lone
		} else {
			if worth.Cmp(above) >= 0 || !run.value.IsInt() {
				return sec, n.refuse("的数位写乱了", "从大到小写,如一千二百")
			}
			if scale == 1 && run.lone && above.Cmp(rat(10, 1)) > 0 {
				return sec, n.refuse("有两种读法", "把位数写全,如一千五百或一千零五")
			}
			sec.value, sec.lone = new(big.Rat).Add(sec.value, worth), false
		}
		if scale == 1 {
			return sec, nil
		}
		above = rat(scale, 1)
	}
}

func (n *numeral) smallScale() int64 {
	switch n.peek() {
	case '十':
		n.i++
		return 10
	case '百':
		if n.i+2 < len(n.s) && n.s[n.i+1] == '分' && n.s[n.i+2] == '之' {
			return 1
		}
		n.i++
		return 100
	case '千':
		n.i++
		return 1000
	}
	return 1
}
