package policy

import (
	"fmt"
	"regexp"
	"strings"
	"time"

	"mingce/site/problem"
	"mingce/site/toml"
)

// Meta is what the front matter says about a document. The package doc
// explains every key.
type Meta struct {
	Title         toml.At[string]    `toml:"title,required"`
	Number        toml.At[string]    `toml:"number,required"`
	Issuer        toml.At[string]    `toml:"issuer,required"`
	Signed        toml.At[toml.Date] `toml:"signed,required"`
	Published     toml.At[toml.Date] `toml:"published"`
	InForce       toml.At[toml.Date] `toml:"in_force"`
	IndexNumber   toml.At[string]    `toml:"index_number"`
	Subject       toml.At[string]    `toml:"subject"`
	Keywords      []toml.At[string]  `toml:"keywords"`
	Validity      toml.At[Validity]  `toml:"validity,required"`
	ValidityNote  toml.At[string]    `toml:"validity_note"`
	ValiditySince toml.At[toml.Date] `toml:"validity_since"`
	Related       []Related          `toml:"related"`
	Irregular     []toml.At[string]  `toml:"irregular"`
	TextSHA256    toml.At[string]    `toml:"text_sha256"`
	Aliases       []toml.At[string]  `toml:"aliases"`
}

// Validity says whether a document is in force.
type Validity string

// The values of validity.
const (
	InForce  Validity = "in_force"
	Amended  Validity = "amended"
	Expired  Validity = "expired"
	Repealed Validity = "repealed"
	Unknown  Validity = "unknown"
)

// String is the validity as readers see it; "" for a value that does not
// exist.
func (v Validity) String() string {
	switch v {
	case InForce:
		return "现行有效"
	case Amended:
		return "已修改"
	case Expired:
		return "已失效"
	case Repealed:
		return "已废止"
	case Unknown:
		return "未注明"
	}
	return ""
}

// front reads and checks the front matter by itself.
func (p *parser) front(front string) {
	top := problem.Pos{File: p.doc.File, Line: 1}
	if front == "" {
		p.problems.Add(top, "开头没有文件信息", "第一行写 +++,下面写 title、number 等,再用一行 +++ 结束,然后是正文")
		return
	}
	m := &p.doc.Meta
	for _, found := range toml.Decode(p.doc.File, []byte(front), m) {
		if found.Line == 0 {
			found.Line = top.Line
		}
		p.problems = append(p.problems, found)
	}
	p.ids = append(p.ids, m.Irregular...)
	for _, s := range []toml.At[string]{m.Title, m.Issuer, m.IndexNumber, m.Subject, m.ValidityNote} {
		p.filled(s)
	}
	for _, k := range m.Keywords {
		p.filled(k)
	}
	if m.Number.Set {
		p.number(m.Number)
	}
	if m.Published.Set && m.Signed.Set && m.Published.Value.Before(m.Signed.Value) {
		p.problems.Add(m.Published.Pos, "发布日期早于成文日期", fmt.Sprintf("成文日期是 %s;核对两个日期", m.Signed.Value))
	}
	if m.Validity.Set && m.Validity.Value.String() == "" {
		p.problems.Add(m.Validity.Pos, fmt.Sprintf("没有“%s”这种有效性", string(m.Validity.Value)),
			"可以写 in_force(现行有效)、amended(已修改)、expired(已失效)、repealed(已废止)、unknown(未注明)")
	}
	if m.Validity.Value == Unknown && !m.ValidityNote.Set {
		p.problems.Add(m.Validity.Pos, "有效性写了 unknown,没有写原因", "加一行 validity_note = \"…\"")
	}
	p.related()
}

// filled refuses a key that is written but empty.
func (p *parser) filled(s toml.At[string]) {
	if s.Set && s.Pos.Line > 0 && strings.TrimSpace(s.Value) == "" {
		p.problems.Add(s.Pos, "这里是空的", "填上内容;不知道就删去这一行")
	}
}

var (
	properNumber = regexp.MustCompile(`^\p{Han}+(?:〔[0-9]{4}〕|令第)[1-9][0-9]*号$`)
	anyNumber    = regexp.MustCompile(`^\p{Han}{1,12}[〔\[(【﹝] ?[0-9]{4} ?[〕\])】﹞] ?第?[0-9]{1,5} ?号$|^\p{Han}+令 ?第 ?[0-9]{1,5} ?号$`)
	leadingZero  = regexp.MustCompile(`[^0-9]0[0-9]*号`)
)

// number checks the form of 发文字号.
func (p *parser) number(n toml.At[string]) {
	folded := Fold(n.Value)
	hint := "写成 机关代字〔年份〕序号号,如 庆政发〔2015〕23号;政府令写成 某市人民政府令第3号"
	switch {
	case properNumber.MatchString(n.Value):
		return
	case strings.ContainsAny(folded, "[]()【】﹝﹞"):
		hint = "年份两边用六角括号 〔〕(U+3014 和 U+3015),如 庆政发〔2015〕23号"
	case strings.Contains(folded, "第"):
		hint = "序号前不加“第”字"
	case leadingZero.MatchString(folded):
		hint = "序号前面不加 0"
	}
	p.problems.Add(n.Pos, "发文字号的写法不对", hint)
}

// looksLikeNumber recognises a line that is a document number, well or badly
// written.
func looksLikeNumber(line string) bool {
	return strings.HasSuffix(line, "号") && anyNumber.MatchString(Fold(line))
}

var (
	arabicDate  = regexp.MustCompile(`^([0-9]{4}) ?年 ?([0-9]{1,2}) ?月 ?([0-9]{1,2}) ?日$`)
	chineseDate = regexp.MustCompile(`^([二一][〇零○O0一二三四五六七八九]{3})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日$`)
)

// dateLength is more bytes than any date has.
const dateLength = 64

// readDate recognises a line that is a date. A day that does not exist comes
// back as the zero date.
func readDate(line string) (toml.Date, bool) {
	if !strings.HasSuffix(line, "日") || len(line) > dateLength {
		return toml.Date{}, false
	}
	folded := Fold(line)
	if m := arabicDate.FindStringSubmatch(folded); m != nil {
		d, _ := toml.ParseDate(fmt.Sprintf("%s-%02s-%02s", m[1], m[2], m[3]))
		return d, true
	}
	m := chineseDate.FindStringSubmatch(folded)
	if m == nil {
		return toml.Date{}, false
	}
	year := 0
	for _, r := range m[1] {
		digit := max(strings.IndexRune("〇一二三四五六七八九", r)/len("〇"), 0)
		year = year*10 + digit
	}
	month, _ := parseNumber(m[2])
	day, _ := parseNumber(m[3])
	d, _ := toml.ParseDate(fmt.Sprintf("%04d-%02d-%02d", year, time.Month(month), day))
	return d, true
}
