package policy

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// A mark is the official number at the beginning of a line.
type mark struct {
	level  Level
	number int
	label  string // as it stands in the line
	loose  bool   // could also be ordinary words: 第三条规定的…
}

// mayBeMarked reports whether a line begins with a character that a mark can
// begin with. Most do not, and are not looked at any closer.
func mayBeMarked(line string) bool {
	for _, first := range line {
		return first >= '0' && first <= '9' || strings.ContainsRune("(第一二三四五六七八九十百零〇\uff08\uff10\uff11\uff12\uff13\uff14\uff15\uff16\uff17\uff18\uff19", first)
	}
	return false
}

// readMark finds the mark a line begins with; line has no blanks before it.
func readMark(line string) (mark, bool) {
	if !mayBeMarked(line) {
		return mark{}, false
	}
	folded := Fold(beginning(line))
	f, ok := scan(folded)
	if !ok {
		return mark{}, false
	}
	n, ok := parseNumber(f.number)
	if !ok {
		return mark{}, false
	}
	found, rest := folded[:f.end], folded[f.end:]
	label := line[:byteOf(line, utf8.RuneCountInString(found))]
	if f.level == Item && (rest == "" && !strings.ContainsAny(found, ".、") || rest != "" && isDigit(rest[0])) {
		return mark{}, false // a bare number, or 3.5亿元
	}
	loose := (f.level == Article || f.level.headed()) && rest != "" && rest[0] != ' ' && rest[0] != '\t'
	if f.level.headed() && !heads(line[len(label):]) {
		return mark{}, false // 第二章规定的奖励由市财政承担。
	}
	return mark{f.level, n, label, loose}, true
}

// A form is a mark as a folded line begins with it.
type form struct {
	level  Level
	number string
	end    int // of the mark
}

// scan finds the form of a mark. A blank may stand beside the number.
//
//	一、  第一条  第一章  第一节  (一)  1. or 1、 or 1 alone  (1)
func scan(line string) (form, bool) {
	rest, before := line, ""
	for _, b := range []string{"(", "第"} {
		if r, ok := strings.CutPrefix(line, b); ok {
			rest, before = r, b
		}
	}
	if before == "(" {
		rest = strings.TrimPrefix(rest, " ")
	}
	number, chinese := digits(rest)
	rest = rest[len(number):]
	if number == "" {
		return form{}, false
	}
	if before != "第" {
		rest = strings.TrimPrefix(rest, " ")
	}
	f := form{number: number}
	after := ""
	switch {
	case before == "第" && chinese && strings.HasPrefix(rest, "章"):
		f.level, after = Chapter, "章"
	case before == "第" && chinese && strings.HasPrefix(rest, "节"):
		f.level, after = Division, "节"
	case before == "第" && chinese:
		f.level, after = Article, "条"
	case before == "(" && chinese:
		f.level, after = Section, ")"
	case before == "(":
		f.level, after = Subitem, ")"
	case before == "" && chinese:
		f.level, after = Part, "、"
	case before == "" && rest == "":
		f.level = Item
	case before == "" && strings.HasPrefix(rest, "、"):
		f.level, after = Item, "、"
	case before == "":
		f.level, after = Item, "."
	default:
		return form{}, false
	}
	f.end = len(line) - len(rest) + len(after)
	return f, strings.HasPrefix(rest, after)
}

// digits is the number that a text begins with: up to three digits, or up to
// nine Chinese ones, and no further one after it.
func digits(text string) (number string, chinese bool) {
	n := 0
	for n < len(text) && isDigit(text[n]) {
		n++
	}
	if n > 0 {
		if n > 3 {
			n = 0
		}
		return text[:n], false
	}
	chars := 0
	for _, r := range text {
		if !strings.ContainsRune("一二三四五六七八九十百零〇", r) {
			break
		}
		n, chars = n+utf8.RuneLen(r), chars+1
	}
	if chars > 9 {
		n = 0
	}
	return text[:n], true
}

// heads reports whether what follows 第一章 can be its heading.
func heads(rest string) bool {
	return utf8.RuneCountInString(rest) <= headingLimit && !strings.ContainsAny(Fold(rest), "。;:,")
}

// markLength is more bytes than any mark has, with what is looked at after it.
const markLength = 64

// beginning is as much of a line as a mark can take.
func beginning(line string) string {
	if len(line) <= markLength {
		return line
	}
	end := markLength
	for !utf8.RuneStart(line[end]) {
		end--
	}
	return line[:end]
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// parseNumber reads 12 or 十二.
func parseNumber(s string) (int, bool) {
	if isDigit(s[0]) {
		n, err := strconv.Atoi(s)
		return n, err == nil && s[0] != '0'
	}
	total, digit := 0, 0
	for _, r := range s {
		switch {
		case r == '百' || r == '十':
			unit := 10
			if r == '百' {
				unit = 100
			}
			total, digit = total+max(digit, 1)*unit, 0
		default:
			digit = strings.IndexRune("零〇一二三四五六七八九", r) / len("零")
			digit = max(digit-1, 0)
		}
	}
	n := total + digit
	return n, n > 0 && chinese(n) == strings.ReplaceAll(s, "〇", "零")
}

// chinese writes n, from 1 to 999, as official numbering does: 十二, 一百零三.
func chinese(n int) string {
	if n <= 10 {
		return "零一二三四五六七八九十"[n*len("零"):][:len("零")]
	}
	digits := []rune("零一二三四五六七八九")
	var b strings.Builder
	if n >= 100 {
		b.WriteString(string(digits[n/100%10]) + "百")
		if n%100 > 0 && n%100 < 10 {
			b.WriteString("零")
		}
	}
	if tens := n / 10 % 10; tens > 0 {
		if tens > 1 || n >= 100 {
			b.WriteRune(digits[tens])
		}
		b.WriteString("十")
	}
	if n%10 > 0 {
		b.WriteRune(digits[n%10])
	}
	return b.String()
}

// ref is how people write number n of a level.
func ref(l Level, n int) string {
	switch l {
	case Part:
		return chinese(n)
	case Article:
		return "第" + chinese(n) + "条"
	case Chapter:
		return "第" + chinese(n) + "章"
	case Division:
		return "第" + chinese(n) + "节"
	case Section:
		return "(" + chinese(n) + ")"
	case Item:
		return strconv.Itoa(n)
	}
	return "(" + strconv.Itoa(n) + ")"
}

// example is the mark number n of a level would have.
func example(l Level, n int) string {
	switch l {
	case Part:
		return chinese(n) + "、"
	case Item:
		return strconv.Itoa(n) + "."
	}
	return ref(l, n)
}
