package page

import (
	"strings"

	"mingce/calc"
	"mingce/site/batch"
	"mingce/site/policy"
)

// A Batch is the page that assesses a whole list of applicants. Its script
// works from Book; without script the page says how a list is written and how
// else it can be assessed.
type Batch struct {
	Frame
	Manual
	Module       Resource
	Worker       Resource
	Workbooks    Resource // the script that reads Excel workbooks
	Template     string   // address of the list to fill in
	TemplateName string   // under which it is saved
	TemplateSize string   // in words
	Book         *batch.Book
	Words        []Word // what the script says
	States       []Word // what an award can be, by number
	Benefits     []string
	Readings     []Reading
	Columns      []ColumnHelp
}

// A Word is a sentence under the name that the script knows.
type Word struct {
	Key, Text string
}

// A ColumnHelp says how one column is written.
type ColumnHelp struct {
	Name, How string
}

// FillBatch lays out the columns, benefits and readings of a rulebook.
func (b *Batch) FillBatch(book *batch.Book, rules *calc.Rulebook, d *policy.Document, address string) {
	b.Book, b.Words = book, spoken()
	for i, key := range []string{"undetermined", "eligible", "ineligible", "wrong"} {
		b.States = append(b.States, Word{string(rune('0' + i)), book.Say[key].Text})
	}
	for i := range rules.Benefits {
		b.Benefits = append(b.Benefits, rules.Benefits[i].Name)
	}
	s := newSheet(rules, d, address)
	for i := range rules.Readings {
		b.Readings = append(b.Readings, s.reading(i))
	}
	for i := range book.Inputs {
		b.Columns = append(b.Columns, ColumnHelp{book.Title(i), written(&book.Inputs[i])})
	}
}

// Turns reports whether some reading can be taken another way.
func (b Batch) Turns() bool {
	for _, r := range b.Readings {
		if r.Turns() {
			return true
		}
	}
	return false
}

// written says how the cells of a column are written.
func written(in *batch.Input) string {
	switch {
	case in.Kind == "bool":
		return "写“是”或“否”"
	case len(in.Offers) > 0:
		return "写" + strings.Join(in.Offers, ";") + "之一"
	}
	return "写成如" + in.Spelling.Example
}

// spoken are the sentences of the page's script.
func spoken() []Word {
	return []Word{
		{"reading", "正在读取……"}, {"pasted", "粘贴的名单"}, {"pause", " · "}, {"colon", ":"}, {"semicolonMark", ";"},
		{"comma", "逗号分隔"}, {"semicolon", "分号分隔"}, {"tab", "制表符分隔"},
		{"rows", "{0}行"}, {"titles", "表头在第{0}行"}, {"column", "{0}列(没有表头)"},
		{"unused", "不用,原样带着"}, {"who", "申报人名称"}, {"meaning", "“{0}”当作"}, {"unit", "“{0}”的单位"}, {"written", "格子里写明"},
		{"twice", "有两列都当作“{0}”,只能留一列。"}, {"none", "还没有一列对上问题,请给各列选择当作什么。"},
		{"matched", "{1}个问题中对上了{0}个;没有对上的按“不知道”算。"},
		{"starting", "正在开始……"}, {"far", "已测算{0}行,共{1}行"}, {"stopped", "已停止,没有得出结果。"},
		{"all", "共"}, {"lines", "{0}行"}, {"total", "合计可得"}, {"range", "{0}至{1}"}, {"examples", "跳过了示例{0}行。"},
		{"wrong", "有误的{0}行,没有测算"}, {"line", "第{0}行 "}, {"further", "这里列出前{0}行;全部错误写在下载的结果里。"},
		{"where", "共{0}行,第{1}页,共{2}页"}, {"missing", "还要补充{0}项"}, {"each", "各项的情况"}, {"need", "还要补充:"},
		{"saving", "正在写成文件……"}, {"file", "测算结果"},
	}
}
