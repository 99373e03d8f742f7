package personal

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// A place is a number in a text, with what stands around it.
type place struct {
	text       string
	start, end int
}

// apart reports whether the number stands for itself: it is no part of a
// word, an address or a longer figure.
func (p place) apart() bool {
	before, _ := utf8.DecodeLastRuneInString(p.text[:p.start])
	after, _ := utf8.DecodeRuneInString(p.text[p.end:])
	part := func(r rune) bool {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '_' || r == '*'
	}
	if before == '.' || part(before) || part(after) || inAddress.MatchString(p.text[max(0, p.start-200):p.start]) {
		return false
	}
	rest := p.text[p.end:]
	return len(rest) < 2 || rest[0] != '.' || rest[1] < '0' || rest[1] > '9'
}

// inAddress is the beginning of an address, which the number is part of.
var inAddress = regexp.MustCompile(`[A-Za-z][!-~]*[/=]$`)

// unit follows a figure that counts something.
var unit = regexp.MustCompile(`^\s{0,2}(?:元|万|亿|角|分|美元|平方|㎡|公顷|亩|人|家|户|件|吨|千|百|个|次|%|‰)`)

// counts reports whether the number is a quantity.
func (p place) counts() bool {
	before := strings.TrimRight(p.text[:p.start], " ")
	return unit.MatchString(p.text[p.end:]) || strings.HasSuffix(before, "¥") || strings.HasSuffix(before, "$")
}

// find says what a number is.
func (p place) find() []Finding {
	written := p.text[p.start:p.end]
	d := digits(written)
	one := func(k Kind) []Finding { return []Finding{{k, p.start, p.end}} }
	switch {
	case identity(d) && !p.named(credit):
		return one(Identity)
	case socialCredit(d), p.named(credit):
		return nil
	case p.named(account) && len(d) >= 9 && len(d) <= 30:
		return one(Account)
	case p.counts():
		return nil
	case card(d):
		return one(Account)
	case strings.ContainsAny(d, "Xx"):
		return nil
	}
	return p.phones(written, d)
}

// phones finds one telephone number, or several that blanks have joined.
func (p place) phones(written, d string) []Finding {
	if k, ok := p.phone(written, d); ok {
		return []Finding{{k, p.start, p.end}}
	}
	var out []Finding
	for _, m := range groups.FindAllStringIndex(written, -1) {
		part := place{p.text, p.start + m[0], p.start + m[1]}
		if k, ok := part.phone(written[m[0]:m[1]], digits(written[m[0]:m[1]])); ok && len(written) > m[1]-m[0] {
			out = append(out, Finding{k, part.start, part.end})
		}
	}
	return out
}

// groups are the parts of a number between blanks.
var groups = regexp.MustCompile(`[^ ]+`)

var (
	mobile = regexp.MustCompile(`^1[3-9][0-9]{9}$`)
	fixed  = regexp.MustCompile(`^\(?0(?:10|2[0-9]|[3-9][0-9]{2})[)\- ]{0,2}[2-8][0-9]{2,3}[ \-]?[0-9]{4}(?:-[0-9]{1,5})?$`)
	local  = regexp.MustCompile(`^[2-8][0-9]{2,3}[ \-]?[0-9]{4}(?:-[0-9]{1,5})?$`)
)

func (p place) phone(written, d string) (Kind, bool) {
	written = strings.TrimPrefix(written, "+")
	switch {
	case mobile.MatchString(d):
		return Mobile, true
	case fixed.MatchString(written), fixed.MatchString("0"+strings.TrimPrefix(written, "86-")) && strings.HasPrefix(written, "86-"):
		return Phone, true
	case local.MatchString(written) && p.named(telephone):
		return Phone, true
	}
	return 0, false
}

// What names a number, shortly before it.
var (
	telephone = regexp.MustCompile(`(?:电话|手机|联系人|联系方式|传真|座机|热线|致电|拨打|Tel|TEL|tel)[^0-9\n]{0,12}$`)
	account   = regexp.MustCompile(`(?:账号|帐号|账户|帐户|卡号|开户行|银行卡)[^0-9\n]{0,16}$`)
	credit    = regexp.MustCompile(`(?:信用代码|注册号|机构代码|登记号|许可证号?|索引号|备案号?|标识码)[^0-9\n]{0,8}$`)
)

// named reports whether words stand shortly before the number, on its line.
func (p place) named(words *regexp.Regexp) bool {
	before := p.text[max(0, p.start-90):p.start]
	for len(before) > 0 && !utf8.RuneStart(before[0]) {
		before = before[1:]
	}
	return words.MatchString(before)
}
