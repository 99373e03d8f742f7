// Package roll reads lists that an office publishes: 公示 before it pays, and
// 名录 of enterprises and parks. Each is a page, <id>.md, and a table beside it,
// <id>.csv; see package table.
//
// A notice, content/notices/2024-1.md:
//
//	+++
//	title = "2024年第一批奖补资金拟支持单位公示"
//	date = 2024-05-06
//	source = "某市商务局"
//	summary = "2024年第一批拟奖补单位、项目和金额。"
//	begin = 2024-05-06
//	end = 2024-05-12
//	policy = "某政发〔2024〕7号"
//
//	[objection]
//	to = "某市商务局"
//	how = "公示期内以书面形式提出,写明事实和理由。"
//	+++
//
//	正文……
//
// and its table. One column each must tell who, which benefit and how much; its
// name says so (名称, 奖补项目, 金额(万元)); others may stand beside.
//
//	begin, end   公示的起止日期  required; both days are included
//	policy       文号          the document paid under; its rulebook knows the benefits
//	[objection]  怎样提出异议   required: to; and how, phone, address, email
//
// A list, content/directory/parks.md, has title, date, source and summary, and
// any table. draft, publish and aliases are those of articles.
package roll

import (
	"crypto/sha256"
	"regexp"
	"slices"
	"strings"

	"mingce/calc"
	"mingce/site/amount"
	"mingce/site/markdown"
	"mingce/site/problem"
	"mingce/site/table"
	"mingce/site/toml"
)

// A Roll is one list.
type Roll struct {
	ID      string
	File    string // of the page, as problems name it
	Notice  bool
	Facts   Facts
	Period  Period
	Text    *markdown.Text
	Table   *table.Table
	Columns Columns
	Sums    Sums                 // of a notice, once reckoned
	Sum     [2][sha256.Size]byte // of the page, and of the table
}

// Facts is the front matter of every list.
type Facts struct {
	Title   toml.At[string]    `toml:"title,required"`
	Date    toml.At[toml.Date] `toml:"date,required"`
	Source  toml.At[string]    `toml:"source,required"`
	Summary toml.At[string]    `toml:"summary,required"`
	Aliases []toml.At[string]  `toml:"aliases"`
	Draft   bool               `toml:"draft"`
	Publish toml.At[toml.Date] `toml:"publish"`
}

// Period is what a notice has beside.
type Period struct {
	Begin     toml.At[toml.Date] `toml:"begin,required"`
	End       toml.At[toml.Date] `toml:"end,required"`
	Policy    toml.At[string]    `toml:"policy"`
	Objection *Objection         `toml:"objection,required"`
}

// Objection says how to object.
type Objection struct {
	To      toml.At[string] `toml:"to,required"`
	How     toml.At[string] `toml:"how"`
	Phone   toml.At[string] `toml:"phone"`
	Address toml.At[string] `toml:"address"`
	Email   toml.At[string] `toml:"email"`
}

// Columns are the columns of a notice that have a meaning; -1 for none.
type Columns struct {
	Who, Benefit, Amount int
	Unit                 string // of the amounts: "元", "万元"; empty where every cell names its own
}

// Parse reads a list.
func Parse(notice bool, id, file string, src []byte, tableFile string, rows []byte) (*Roll, problem.List) {
	r := &Roll{ID: id, File: file, Notice: notice, Sum: [2][sha256.Size]byte{sha256.Sum256(src), sha256.Sum256(rows)}}
	var problems problem.List
	if notice {
		front := &struct {
			*Facts
			*Period
		}{&r.Facts, &r.Period}
		r.Text, problems = markdown.Open(file, src, front)
	} else {
		r.Text, problems = markdown.Open(file, src, &r.Facts)
	}
	var found problem.List
	r.Table, found = table.Parse(tableFile, rows)
	problems = append(problems, found...)
	r.Columns = Columns{-1, -1, -1, ""}
	if b, e := r.Period.Begin, r.Period.End; b.Set && e.Set && e.Value.Before(b.Value) {
		problems.Add(e.Pos, "截止日期早于开始日期", "核对两个日期")
	}
	if notice && r.Table.Header != nil {
		r.columns(&problems)
	}
	problems.Sort()
	return r, problems
}

// The names that columns go by.
var (
	who     = regexp.MustCompile(`^(?:单位|企业|园区|申报单位|申报人|申报主体|拟奖补单位|获奖单位)?(?:名称|单位|企业|姓名|主体|申报人)$`)
	benefit = regexp.MustCompile(`^(?:奖补|奖励|补助|支持|申报)?(?:项目|事项|类别)(?:名称)?$`)
	money   = regexp.MustCompile(`^(?:拟)?(?:奖补|奖励|补助|支持|拨付)?金额(?:[(\x{ff08}](元|万元)[)\x{ff09}])?$`)
)

// columns finds out which column is which.
func (r *Roll) columns(problems *problem.List) {
	one := func(is *regexp.Regexp, what string) int {
		at := -1
		for i, c := range r.Table.Header {
			if !is.MatchString(c.Text) {
				continue
			}
			if at >= 0 {
				problems.Add(c.Pos, "有两列都像是"+what, "只留一列,另一列改名")
			}
			at = i
		}
		if at < 0 {
			problems.Add(r.Table.Header[0].Pos, "表里没有"+what+"这一列", "加一列;名称、奖补项目、金额(万元)三列都要有")
		}
		return at
	}
	r.Columns.Who = one(who, "名称")
	r.Columns.Benefit = one(benefit, "奖补项目")
	if r.Columns.Amount = one(money, "金额"); r.Columns.Amount >= 0 {
		r.Columns.Unit = money.FindStringSubmatch(r.Table.Header[r.Columns.Amount].Text)[1]
	}
}

// Published reports whether a list is on the site of a day; see package article.
func (r *Roll) Published(day toml.Date) bool {
	return !r.Facts.Draft && !(r.Facts.Publish.Set && (day.IsZero() || day.Before(r.Facts.Publish.Value)))
}

// Days is how many days a notice stands, the first and the last included.
func (r *Roll) Days() int {
	return int(r.Period.End.Value.Time().Sub(r.Period.Begin.Value.Time()).Hours()/24) + 1
}

// A Share is what was granted of one benefit.
type Share struct {
	Name  string
	Count int
	Fen   int64
}

// Sums is what a notice grants: every line in 分, and the sums by benefit in
// the order they first occur.
type Sums struct {
	Lines  []int64
	Shares []Share
	Total  int64
}

// Reckon reads the amounts and holds the names of benefits to those known;
// nil where no rulebook is at hand. A table that lacks a column is left alone.
func (r *Roll) Reckon(known []string) (problems problem.List) {
	var s Sums
	if min(r.Columns.Who, r.Columns.Benefit, r.Columns.Amount) < 0 || len(r.Table.Rows) > table.MostRows {
		return nil
	}
	for _, row := range r.Table.Rows {
		name := row[r.Columns.Benefit]
		if known != nil && !slices.Contains(known, name.Text) {
			hint := "写规则里的名称:" + strings.Join(known, "、")
			if near, ok := problem.Closest(name.Text, known); ok {
				hint = "是否想写“" + near + "”?" + hint
			}
			problems.Add(name.Pos, "规则里没有“"+name.Text+"”这一项", hint)
		}
		if w := row[r.Columns.Who]; w.Text == "" {
			problems.Add(w.Pos, "没有写是谁", "填上名称")
		}
		fen, err := r.fen(row[r.Columns.Amount].Text)
		if err == nil && (fen <= 0 || fen > most) {
			err = &amount.Error{Text: "金额不在范围内", Hint: "写大于0、不超过10万亿元的金额"}
		}
		if err != nil {
			text, hint, _ := strings.Cut(err.Error(), ";")
			problems.Add(row[r.Columns.Amount].Pos, text, hint)
			continue
		}
		s.add(name.Text, fen)
	}
	r.Sums = s
	return problems
}

// most is the greatest amount of one line, in 分: 10万亿元. MostRows of them
// pass no int64.
const most = 10_000_000_000_000 * 100

// fen reads an amount in the unit of its column.
func (r *Roll) fen(text string) (int64, error) {
	if r.Columns.Unit == "" {
		return amount.ParseWritten(calc.Money, "", text)
	}
	if strings.Trim(text, "0123456789.,") != "" {
		return 0, &amount.Error{Text: "“" + text + "”不是数", Hint: "列名里写了单位,这里只写数,如 40"}
	}
	return amount.Parse(calc.Money, "", text+r.Columns.Unit)
}

func (s *Sums) add(name string, fen int64) {
	s.Lines, s.Total = append(s.Lines, fen), s.Total+fen
	i := slices.IndexFunc(s.Shares, func(x Share) bool { return x.Name == name })
	if i < 0 {
		i = len(s.Shares)
		s.Shares = append(s.Shares, Share{Name: name})
	}
	s.Shares[i].Count++
	s.Shares[i].Fen += fen
}
