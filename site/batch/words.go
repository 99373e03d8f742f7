package batch

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"mingce/calc"
	"mingce/site/explain/wording"
)

// A Said is a sentence with holes {0}, {1} …, and what to do.
type Said struct {
	Text string `json:"text"`
	Hint string `json:"hint,omitempty"`
}

func words() Words {
	return Words{
		Yes:     []string{"是", "有", "对", "√", "✓", "✔", "☑", "符合", "具备", "已", "true", "yes", "y", "1"},
		No:      []string{"否", "无", "不", "×", "✗", "✘", "x", "没有", "不是", "不符合", "不具备", "未", "false", "no", "n", "0"},
		None:    []string{"无", "没有", "否"},
		Unknown: []string{"", "不详", "未知", "不清楚", "不知道", "待定", "待填", "不确定", "未填", "未填写", "-", "--", "—", "——", "/", "?", "null"},
		Name:    []string{"申报人", "申报人名称", "申报主体名称", "申报单位", "申报单位名称", "申报企业", "企业", "企业名称", "公司", "公司名称", "单位", "单位名称", "名称", "园区名称", "姓名", "name", "company"},
		Before:  []string{"是否", "有无"},
		Between: []string{"单位"},
		Example: "【示例】",
	}
}

// sentences are all that page and command say. {0} is mostly what was written.
func sentences() map[string]Said {
	return map[string]Said{
		"empty":    {"文件里没有内容", "选一个有表头和数据的表格"},
		"workbook": {"这是 Excel 工作簿(.xlsx),不是 CSV", "在 Excel 或 WPS 里另存为“CSV(逗号分隔)”或“CSV UTF-8”;网页上的成批测算可以直接读 .xlsx"},
		"old":      {"这是旧格式(.xls)或加了密码的工作簿,读不了", "去掉密码,另存为 .xlsx 或 CSV"},
		"encoding": {"看不懂这个文件的文字编码", "在 Excel 或 WPS 里另存为“CSV UTF-8”"},
		"quote":    {"引号不成对", "格子里有引号时,整格用引号括起来,里面的引号写两个"},
		"header":   {"前10行里没有认得出的表头", "表头要写明各列是什么情况,如{0};可以下载模板照着写"},
		"twice":    {"“{0}”和“{1}”说的是同一件事", "只留一列"},
		"empties":  {"只有表头,没有数据", "表头下面每行写一个申报人"},
		"huge":     {"文件太大", "分成几个小一些的表格,一个一个测算"},
		"long":     {"超过一百万行", "分成几个表格,一个一个测算"},
		"broken":   {"工作簿损坏了,读不了", "用 Excel 或 WPS 打开,另存为 .xlsx 或 CSV"},
		"foreign":  {"这不是 Excel 工作簿", "用 Excel 或 WPS 打开,另存为 .xlsx 或 CSV"},
		"failed":   {"没有测算成功", "刷新页面再试一次;浏览器版本较旧的,换一个新一些的"},

		"unused": {"“{0}”没有对应的问题,原样带到结果里", ""},
		"near":   {"“{0}”没有对应的问题,原样带到结果里", "是否想写“{1}”?"},
		"titles": {"第{0}行以前当作标题,没有采用", ""},

		"quantity": {"“{0}”不能当作{1}", "写成如{2}"},
		"unit":     {"“{0}”没有写清单位,这一列的单位是{1}", "写明单位,如{2}"},
		"percent":  {"“{0}”看不出是百分之几", "写上百分号,如30%"},
		"limits":   {"“{0}”超出范围", "范围是{1}到{2}"},
		"bool":     {"“{0}”不是“是”或“否”", "写“是”或“否”;不清楚的留空"},
		"option":   {"“{0}”不是可选的答案", "可以写:{1}"},
		"extra":    {"这一行有{0}格,表头只有{1}格", "金额里有逗号时,整格用引号括起来"},
		"headless": {"“{0}”这一格没有表头", "给这一列写上表头,或者删去这一格"},
		"column":   {"{0}({1}列):{2}", ""},
		"lettered": {"{1}列:{2}", ""},

		"status":  {"测算结果", ""},
		"min":     {"最少可得(元)", ""},
		"max":     {"最多可得(元)", ""},
		"pays":    {"给出奖补的项目", ""},
		"missing": {"还要补充的情况", ""},
		"errors":  {"错误", ""},
		"version": {"规则版本", ""},
		"turned":  {"{0};另行采用的读法:{1}", ""},

		"eligible":     {"可得", ""},
		"ineligible":   {"不可得", ""},
		"undetermined": {"待定", ""},
		"wrong":        {"有误", ""},
		"granted":      {"符合", ""},
		"denied":       {"不符合", ""},
		"open":         {"待定", ""},
		"range":        {"{0}至{1}", ""},
	}
}

// With fills the holes of text and hint.
func (s Said) With(parts ...string) Said {
	return Said{wording.Sentence(s.Text).With(parts...), wording.Sentence(s.Hint).With(parts...)}
}

// String is the sentence with what to do.
func (s Said) String() string {
	if s.Hint == "" {
		return s.Text
	}
	return s.Text + "," + s.Hint
}

// Value folds what a cell says: width, case and blanks make no difference.
func Value(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '\ufeff' {
			return -1
		}
		return r
	}, strings.ToLower(norm.NFKC.String(text)))
}

// Heading folds a heading: punctuation makes no difference either, but for
// the marks that are units.
func Heading(text string) string {
	return strings.Map(func(r rune) rune {
		if r != '%' && r != '‰' && (unicode.IsPunct(r) || unicode.IsSymbol(r) || unicode.IsControl(r) || unicode.Is(unicode.Cf, r)) {
			return -1
		}
		return r
	}, Value(text))
}

func distinct(words ...string) (out []string) {
	for _, w := range words {
		if w != "" && !slices.Contains(out, w) {
			out = append(out, w)
		}
	}
	return out
}

// written lists how an option may be written.
func written(o calc.Option) []string {
	ways := []string{Value(o.ID), Value(o.Text)}
	for part := range strings.SplitSeq(o.Text, "、") {
		ways = append(ways, Value(part))
	}
	return distinct(ways...)
}
