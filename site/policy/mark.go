package policy

import (
	"fmt"
	"regexp"
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

// A form is how the marks of one level look, on a folded line.
type form struct {
	level   Level
	pattern *regexp.Regexp
}

const han = `([一二三四五六七八九十百零〇]{1,9})`

func forms() [7]form {
	return [7]form{
		{Part, partForm}, {Article, articleForm}, {Section, sectionForm}, {Item, itemForm}, {Subitem, subitemForm},
		{Chapter, chapterForm}, {Division, divisionForm},
	}
}

// The patterns match folded text, so ( stands for both widths.
var (
	partForm    = regexp.MustCompile(`^` + han + ` ?、`)
	articleForm = regexp.MustCompile(`^第` + han + `条`)
	sectionForm = regexp.MustCompile(`^\( ?` + han + ` ?\)`)
	itemForm    = regexp.MustCompile(`^([0-9]{1,3}) ?(?:[.、]|$)`)
	subitemForm = regexp.MustCompile(`^\( ?([0-9]{1,3}) ?\)`)

	chapterForm  = regexp.MustCompile(`^第` + han + `章`)
	divisionForm = regexp.MustCompile(`^第` + han + `节`)
)

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
	for _, f := range forms() {
		found := f.pattern.FindStringSubmatch(folded)
		if found == nil {
			continue
		}
		n, ok := parseNumber(found[1])
		if !ok {
			return mark{}, false
		}
		length := utf8.RuneCountInString(found[0])
		label := line[:byteOf(line, length)]
		rest := folded[len(found[0]):]
		if f.level == Item && (rest == "" && !strings.ContainsAny(found[0], ".、") || rest != "" && isDigit(rest[0])) {
			return mark{}, false // a bare number, or 3.5亿元
		}
		loose := (f.level == Article || f.level.headed()) && rest != "" && rest[0] != ' ' && rest[0] != '\t'
		if f.level.headed() && !heads(line[len(label):]) {
			return mark{}, false // 第二章规定的奖励由市财政承担。
		}
		return mark{f.level, n, label, loose}, true
	}
	return mark{}, false
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
	return fmt.Sprintf("(%d)", n)
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
