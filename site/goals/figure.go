package goals

import (
	"math/big"
	"regexp"
	"strings"

	"mingce/site/policy"
	"mingce/site/toml"
)

// number is a figure with its scale and unit: 1,200万人次.
var number = regexp.MustCompile(`^([0-9]+(?:,[0-9]{3})*(?:\.[0-9]{1,2})?)(万亿|亿|万|千|百)?(%|\p{Han}{1,4}|㎡)$`)

// figure reads a value.
func (l *loader) figure(at toml.At[string]) (Figure, bool) {
	if !at.Set {
		return Figure{}, false
	}
	const hint = "写成如450亿元、90%、28家或5万人次"
	m := number.FindStringSubmatch(policy.Fold(at.Value))
	if m == nil {
		l.add(at.Pos, hint, "“"+at.Value+"”不是一个带单位的数")
		return Figure{}, false
	}
	v, ok := new(big.Rat).SetString(strings.ReplaceAll(m[1], ",", ""))
	if !ok {
		l.add(at.Pos, hint, "“"+at.Value+"”不是一个带单位的数")
		return Figure{}, false
	}
	scale := map[string]int64{"": 1, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000, "万亿": 1_000_000_000_000}[m[2]]
	v.Mul(v, big.NewRat(scale*100, 1))
	if !v.IsInt() || !v.Num().IsInt64() {
		l.add(at.Pos, hint, "“"+at.Value+"”太大,或小数太多")
		return Figure{}, false
	}
	return Figure{Words: at.Value, Unit: m[3], Value: v.Num().Int64()}, true
}

// bounds are the words that may stand beside a figure, longer ones first; ahead
// is whether they stand before it.
func bounds() []struct {
	word  string
	ahead bool
} {
	return []struct {
		word  string
		ahead bool
	}{
		{"不低于", true}, {"不少于", true}, {"不超过", true}, {"超过", true}, {"不足", true}, {"以上", false}, {"以下", false}, {"达到", true},
	}
}

// before reports whether a bound word stands before the figure.
func before(word string) bool {
	for _, b := range bounds() {
		if b.word == word {
			return b.ahead
		}
	}
	return false
}

// standing finds a value in a quote, as a whole figure, and the bound word
// beside it; one behind it counts first: 达到90%以上.
func standing(quote, value string) (bound string, found bool) {
	for from := 0; ; {
		i := strings.Index(quote[from:], value)
		if i < 0 {
			return "", false
		}
		i += from
		from = i + 1
		ahead, behind := quote[:i], quote[i+len(value):]
		if ahead != "" && strings.ContainsRune("0123456789.,", rune(ahead[len(ahead)-1])) {
			continue
		}
		for _, b := range bounds() {
			if !b.ahead && strings.HasPrefix(behind, b.word) {
				return b.word, true
			}
		}
		for _, b := range bounds() {
			if b.ahead && strings.HasSuffix(ahead, b.word) {
				return b.word, true
			}
		}
		return "", true
	}
}
