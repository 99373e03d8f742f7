package batch_test

import (
	"bytes"
	"encoding/csv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"mingce/calc"
	"mingce/site/batch"
)

// shop is a rulebook with an input of every kind: 500元 from a turnover of
// 10万元, for licensed firms.
func shop(t testing.TB) (*calc.Program, *batch.Book) {
	t.Helper()
	p, err := calc.Compile(&calc.Rulebook{
		ID: "shop",
		Inputs: []calc.Input{
			{ID: "owner", Short: "经营者", Question: "谁在经营?", Kind: calc.Choice, Max: 2, Options: []calc.Option{{ID: "firm", Text: "企业"}, {ID: "both", Text: "合伙、个体"}, {ID: "none", Text: "没有开业"}}},
			{ID: "licensed", Short: "有执照", Question: "有执照吗?", Kind: calc.Bool, Max: 1},
			{ID: "sales", Short: "营业额", Question: "营业额是多少?", Kind: calc.Money, Max: 1e15},
			{ID: "share", Short: "占比", Kind: calc.Percent, Max: 10_000},
			{ID: "staff", Short: "员工", Kind: calc.Count, Unit: "人", Max: 1000},
			{ID: "since", Short: "开业日期", Kind: calc.Date, Min: calc.Day(1990, 1, 1), Max: calc.Day(2030, 1, 1)},
		},
		Conditions: []calc.Condition{
			{ID: "licensed", Test: calc.Test{Op: calc.OpOneOf, Input: "licensed", Values: []int64{1}}},
			{ID: "rest", Test: calc.Test{Op: calc.OpAll, Of: []calc.Test{
				{Op: calc.OpOneOf, Input: "owner", Values: []int64{0}},
				{Op: calc.OpBound, Input: "share", Bound: calc.Bound{At: 3000}},
				{Op: calc.OpBound, Input: "staff", Bound: calc.Bound{At: 10}},
				{Op: calc.OpBound, Input: "since", Bound: calc.Bound{At: calc.Day(2015, 1, 1)}},
			}}},
		},
		Benefits: []calc.Benefit{
			{ID: "growth", Name: "奖励", Needs: []string{"licensed"}, Amount: &calc.Amount{Input: "sales", Tiers: []calc.Tier{{From: 100_000_00, Under: calc.NoLimit, Pay: 500_50}}}},
			{ID: "advice", Name: "指导", Needs: []string{"rest"}},
		},
		Combination: calc.Combination{Group: calc.Group{Members: []string{"growth"}}},
	})
	require.NoError(t, err)
	return p, batch.Of(p, "某政发〔2024〕1号", "v1")
}

// answered is the result of a table: its rows as cells.
func answered(t testing.TB, file string) [][]string {
	t.Helper()
	p, book := shop(t)
	table, _, wrong := book.Read("t.csv", []byte(file))
	require.Empty(t, wrong)
	var out bytes.Buffer
	_, _, err := batch.Job{Program: p, Book: book}.Run("t.csv", table, &out)
	require.NoError(t, err)
	text, marked := strings.CutPrefix(out.String(), "\ufeff")
	require.True(t, marked, "Excel needs the mark")
	require.Equal(t, strings.Count(text, "\n"), strings.Count(text, "\r\n"))
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	require.NoError(t, err)
	return rows
}

func TestRowsAreAnswered(t *testing.T) {
	rows := answered(t, "名称,有执照,营业额(万元)\n甲,是,10\n乙,是,9.999999\n丙,,10\n丁,否,10\n戊,是,\n")
	require.Equal(t, []string{"名称", "有执照", "营业额(万元)", "测算结果", "最少可得(元)", "最多可得(元)", "给出奖补的项目", "还要补充的情况", "错误", "奖励", "指导", "规则版本"}, rows[0])
	for i, want := range [][]string{
		{"可得", "500.5", "500.5", "奖励", "", "", "500.5", "待定", "v1"},
		{"不可得", "0", "0", "", "", "", "0", "待定", "v1"},
		{"待定", "0", "500.5", "", "有执照", "", "0至500.5", "待定", "v1"},
		{"不可得", "0", "0", "", "", "", "不符合", "待定", "v1"},
		{"待定", "0", "500.5", "", "营业额", "", "0至500.5", "待定", "v1"},
	} {
		require.Equal(t, want, rows[i+1][3:], rows[i+1][0])
	}
}

// Every encoding and mark in which such tables come gives the same answer.
func TestEncodingsAndCommas(t *testing.T) {
	const text = "名称,经营者,营业额\r\n“甲”公司㈱,企业,\"120,000\"\r\n"
	want := answered(t, text)
	gb, err := simplifiedchinese.GB18030.NewEncoder().String(text)
	require.NoError(t, err)
	little, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(text)
	require.NoError(t, err)
	big, err := unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewEncoder().String(text)
	require.NoError(t, err)
	marked := "\ufeff" + text
	old := strings.ReplaceAll(text, "\r\n", "\r")
	semicolons := "名称;经营者;营业额\n“甲”公司㈱;企业;120,000\n"
	tabs := "名称\t经营者\t营业额\n“甲”公司㈱\t企业\t120,000\n"
	titled := "某表,,\n\n2024年,,\n" + text
	for name, file := range map[string]string{"GB18030": gb, "UTF-16LE": little, "UTF-16BE": big, "mark": marked, "old Mac": old, "semicolons": semicolons, "tabs": tabs, "titles": titled} {
		require.Equal(t, want, answered(t, file), name)
	}
}

func TestHeadings(t *testing.T) {
	_, book := shop(t)
	for heading, want := range map[string]batch.Column{
		"sales": {Role: 2}, "营业额": {Role: 2}, " 营业额 : ": {Role: 2}, "营业额是多少?": {Role: 2},
		"营业额(万元)": {Role: 2, Unit: 2}, "营业额/亿元": {Role: 2, Unit: 6}, "营业额 单位:千元": {Role: 2, Unit: 1}, "\uff33\uff21LES\uff08\u4e07元\uff09": {Role: 2, Unit: 2},
		"营业额(美元)": {Role: batch.Carried}, "营业额2014": {Role: batch.Carried}, "": {Role: batch.Carried},
		"是否有执照": {Role: 1}, "有执照(是否)": {Role: 1}, "占比(%)": {Role: 3, Unit: 1}, "员工(人)": {Role: 4}, "员工(万人)": {Role: 4, Unit: 1},
		"企业名称": {Role: batch.Named}, "公司": {Role: batch.Named},
	} {
		want.Heading = heading
		require.Equal(t, []batch.Column{want}, book.Columns([]string{heading}), heading)
	}
	require.Equal(t, batch.Carried, book.Columns([]string{"公司", "单位"})[1].Role, "one column names the applicant")
}

// A value is read as its heading says, or refused with a reason.
func TestValues(t *testing.T) {
	for column, cases := range map[string]map[string]string{
		"营业额":     {"100000": "可得", "10万": "可得", "99999.99": "不可得", "壹拾万元整": "可得", "120,000": "可得", "约10万": "不能当作金额", "-1": "超出范围", "1万5": "不能当作金额", "无": "不能当作金额"},
		"营业额(万元)": {"10": "可得", "9.99": "不可得", "100000元": "可得", "10万元": "可得", "10万": "没有写清单位", "1,000": "可得", "十": "没有写清单位"},
	} {
		for cell, want := range cases {
			rows := answered(t, "名称;有执照;"+column+"\n甲;是;"+cell+"\n")
			require.Contains(t, rows[1][3]+rows[1][8], want, "%s: %s", column, cell)
		}
	}
	for cell, want := range map[string]string{
		"企业;30%;10;2015-01-01":       "符合",
		"firm;30;10人;2015年1月1日":      "符合",
		"合伙;30%;10;2015/1/1":         "不符合",
		"个体;30%;10;2015.1.1":         "不符合",
		"无;30%;10;2015-1-1":          "不符合",
		"企业;29.99%;10;2015-1-1":      "不符合",
		"企业;百分之三十;10;2015-1-1":       "符合",
		"企业;0.3;10;2015-1-1":         "看不出是百分之几",
		"企业;1;10;2015-1-1":           "看不出是百分之几",
		"企业;30%;9;2015-1-1":          "不符合",
		"企业;30%;10;2014-12-31":       "不符合",
		"企业;30%;10;2015-2-29":        "不能当作日期",
		"企业;30%;1.5;2015-1-1":        "不能当作数量",
		"公司;30%;10;2015-1-1":         "不是可选的答案,可以写:企业、合伙、个体、没有开业",
		"不详;——;?;":                   "待定",
		"企业;30%;10;2015-1-1;;;多出来":   "这一行有8格,表头只有6格",
		"企业;30%;10;2015-1-1;没有表头":    "没有表头",
		"'企业;30%;'10;2015-1-1":       "不是可选的答案",
		"ENTERPRISE;30%;10;2015-1-1": "不是可选的答案",
		" 企 业 ;30%;10;2015-1-1":      "符合",
	} {
		rows := answered(t, "名称;经营者;占比;员工;开业日期;\n甲;"+cell+"\n")
		require.Contains(t, rows[1][11]+rows[1][12]+rows[1][13], want, cell)
	}
	for word, want := range map[string]string{"是": "可得", "有": "可得", "√": "可得", "TRUE": "可得", "1": "可得", "否": "不可得", "×": "不可得", "no": "不可得", "是的": "有误", "N/A": "有误"} {
		require.Equal(t, want, answered(t, "有执照,营业额\n"+word+",10万\n")[1][2], word)
	}
}

// The example row of the template is not answered, blank rows are passed over.
func TestTemplate(t *testing.T) {
	p, book := shop(t)
	s := p.NewSituation()
	s[0], s[1], s[2] = 0, 1, 250_000_00
	template := string(book.Template(s))
	require.Equal(t, "\ufeff申报人,经营者,有执照(是否),营业额(元),占比(%),员工(人),开业日期\r\n【示例】,企业,是,25万元,,,\r\n,,,,,,\r\n", template)
	_, _, wrong := book.Read("t.csv", []byte(strings.Replace(template, "【示例】", "甲", 1)))
	require.Empty(t, wrong)
	rows := answered(t, template+"乙,企业,是,10万元,,,\r\n")
	require.Len(t, rows, 2)
	require.Equal(t, "乙", rows[1][0])
}

func TestTablesThatAreRefused(t *testing.T) {
	_, book := shop(t)
	for file, want := range map[string]string{
		"":                     "t.csv: 文件里没有内容",
		"PK\x03\x04":           "t.csv: 这是 Excel 工作簿(.xlsx),不是 CSV",
		"\xd0\xcf\x11\xe0":     "t.csv: 这是旧格式(.xls)或加了密码的工作簿,读不了",
		"营业额\n\xff\xff\xff":    "t.csv: 看不懂这个文件的文字编码",
		"甲,乙\n1,2\n":           "t.csv: 前10行里没有认得出的表头",
		"营业额\n":                "t.csv: 只有表头,没有数据",
		"营业额,sales\n1,2\n":     "t.csv:1:5: “营业额”和“sales”说的是同一件事",
		"名称,营业额\n甲,1\n乙,\"2\n": "t.csv:3: 引号不成对",
		"名称,营业额\n甲,1\n\"乙\"丙,2\n":             "t.csv:3: 引号不成对",
		strings.Repeat("标题\n", 10) + "营业额\n1": "t.csv: 前10行里没有认得出的表头",
	} {
		_, _, wrong := book.Read("t.csv", []byte(file))
		require.Len(t, wrong, 1, file)
		require.Equal(t, want, wrong[0].String(), file)
		require.NotEmpty(t, wrong[0].Hint)
	}
}

// Problems of rows point at the cell, also where a cell before it has lines of
// its own.
func TestPlaces(t *testing.T) {
	p, book := shop(t)
	table, notes, wrong := book.Read("t.csv", []byte("名称,营业额,备注\n\n\"甲\n一\",很多,好\n乙,\"-5\",\n"))
	require.Empty(t, wrong)
	require.Equal(t, "t.csv:1:8: “备注”没有对应的问题,原样带到结果里", notes[0].String())
	_, wrong, err := batch.Job{Program: p, Book: book}.Run("t.csv", table, &bytes.Buffer{})
	require.NoError(t, err)
	require.Equal(t, "t.csv:4:4: 营业额(B列):“很多”不能当作金额", wrong[0].String())
	require.Equal(t, "t.csv:5:3: 营业额(B列):“-5”超出范围", wrong[1].String())
}

// No cell acts as a formula, plain numbers stay numbers, codes stay whole.
func TestSafe(t *testing.T) {
	for cell, want := range map[string]string{
		"=1+1": "'=1+1", "+1+1": "'+1+1", "-1+1": "'-1+1", "@SUM(A1)": "'@SUM(A1)", "\t=1": "'\t=1", "\r=1": "'\r=1", "\n=1": "'\n=1",
		"\uff1d1": "'\uff1d1", "\uff0b1": "'\uff0b1", "\uff0d1": "'\uff0d1", "\uff20A": "'\uff20A",
		" =1": "' =1", "\u00a0=1": "'\u00a0=1", "\u200b=1": "'\u200b=1", "\ufeff=1": "'\ufeff=1", "-": "'-", "--5": "'--5", "-5%": "'-5%",
		"-5": "-5", "+5": "+5", "-0.5": "-0.5", "12.50": "12.50", "0": "0", "0.5": "0.5", "123456789012345": "123456789012345",
		"1234567890123456": "'1234567890123456", "007": "'007", "1-2": "1-2", "甲=乙": "甲=乙", "": "", " ": " ", "a@b.cn": "a@b.cn",
	} {
		require.Equal(t, want, batch.Safe(cell), "%q", cell)
	}
}

// FuzzRead: nothing panics; what is answered is a table of as many rows, in
// which no cell acts as a formula.
func FuzzRead(f *testing.F) {
	for _, s := range []string{"名称,营业额\n甲,1\n", "营业额;有执照\n=1;是\n", "\ufeff营业额\t占比\n\"1\n\"\t3%\n", "\xff\xfe营", "营业额\r1\r", "营业额,\n\"a\"\"b\",\" =x\"\n"} {
		f.Add([]byte(s))
	}
	p, book := shop(f)
	f.Fuzz(func(t *testing.T, file []byte) {
		table, _, wrong := book.Read("t.csv", file)
		if len(wrong) > 0 {
			require.Nil(t, table)
			return
		}
		var out bytes.Buffer
		n, _, err := batch.Job{Program: p, Book: book}.Run("t.csv", table, &out)
		require.NoError(t, err)
		in := csv.NewReader(strings.NewReader(strings.TrimPrefix(out.String(), "\ufeff")))
		rows, err := in.ReadAll()
		require.NoError(t, err)
		require.Len(t, rows, n.Rows+1)
		for _, row := range rows {
			for _, cell := range row {
				require.Equal(t, cell, strings.ReplaceAll(batch.Safe(strings.ReplaceAll(cell, "\r\n", "\n")), "\r\n", "\n"), "%q", cell)
			}
		}
	})
}
