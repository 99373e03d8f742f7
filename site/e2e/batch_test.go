package e2e

import (
	"archive/zip"
	"bytes"
	"encoding/base64"
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding/simplifiedchinese"

	"mingce/calc"
	"mingce/calc/calctest"
	"mingce/site"
	"mingce/site/batch"
)

const batchPage = sheetPage + "batch/"

// list is a list as a county office keeps it, with a mistake in it.
const list = `2015年电子商务奖补申报汇总表,,,,,,,,,,,
企业名称,申报主体,工商注册在我市,税费在我市缴纳,指标统计关系在我市,独立法人资格,开展电子商务业务,快递物流企业,三年内的侵权、欺诈、商业贿赂或较大安全生产责任事故,已享受过一次性奖补,年交易额(万元),平台种类
甲商贸有限公司,企业,是,是,是,是,是,否,无,否,25000,没有建设这些平台
乙网络公司,企业,√,√,√,√,√,×,无,无,9999.99,没有建设这些平台
丙科技公司,企业,是,是,是,是,是,,无,无,1.2亿元,
"=HYPERLINK(""http://x"")",企业,是,是,是,是,是,否,有,否,60000,没有建设这些平台
<img src=x onerror=alert(1)>,公司,是,是,是,是,是,否,无,否,约5000,没有建设这些平台
`

func (p *tab) batch() {
	p.t.Helper()
	p.visit(batchPage)
	p.eval(`e2e.until(() => "ready" in document.querySelector("form.desk").dataset)`)
}

func (p *tab) hand(file []byte, name string) string {
	p.t.Helper()
	return get[string](p, `e2e.hand($0, $1)`, base64.StdEncoding.EncodeToString(file), name)
}

// book is what page and command work from.
func book(t testing.TB) (*site.Policy, *batch.Book) {
	t.Helper()
	p, problems := site.Load(os.DirFS("../../content"), "content", policyID)
	require.NoError(t, problems.Err())
	return p, batch.Of(p.Program, p.Document.Meta.Number.Value, p.Version)
}

// command is what assess --csv writes for a file.
func command(t testing.TB, file []byte) string {
	t.Helper()
	p, b := book(t)
	table, _, wrong := b.Read("list.csv", file)
	require.Empty(t, wrong)
	var out bytes.Buffer
	_, _, err := batch.Job{Program: p.Program, Book: b}.Run("list.csv", table, &out)
	require.NoError(t, err)
	return out.String()
}

// A list as Excel in China saves it is read, its columns are recognised, its
// rows answered, and what is saved is what the command writes. Whatever stands
// in a cell or in the name of the file stays words.
func TestListInGBK(t *testing.T) {
	file, err := simplifiedchinese.GBK.NewEncoder().Bytes([]byte(list))
	require.NoError(t, err)
	p := open(t, serve(t))
	p.batch()
	require.Empty(t, p.hand(file, "<b>名单</b>.csv"))
	require.Contains(t, get[string](p, `document.querySelector(".source").textContent`), "GB18030 · 逗号分隔 · 5行 · 表头在第2行")
	require.Equal(t, []string{
		"申报人名称", "申报主体", "工商注册在我市", "税费在我市缴纳", "指标统计关系在我市", "独立法人资格", "开展电子商务业务", "快递物流企业",
		"三年内的侵权、欺诈、商业贿赂或较大安全生产责任事故", "已享受过一次性奖补", "年交易额 万元", "平台种类",
	}, get[[]string](p, `e2e.columns()`))
	p.eval(`e2e.go()`)
	require.Equal(t, map[string]string{
		"共": "5行", "可得": "2行", "待定": "0行", "不可得": "2行", "有误": "1行", "合计可得": "100万元至260万元",
	}, get[map[string]string](p, `e2e.sums()`))
	require.Equal(t, [][]string{
		{"甲商贸有限公司", "可得", "60万元", "60万元"},
		{"乙网络公司", "不可得", "0元", "0元"},
		{"丙科技公司", "可得", "40万元", "200万元"},
		{`=HYPERLINK("http://x")`, "不可得", "0元", "0元"},
		{"<img src=x onerror=alert(1)>", "有误", "", ""},
	}, get[[][]string](p, `e2e.rows()`))
	require.Zero(t, get[int](p, `document.querySelectorAll("main img, main b").length`))
	saved := get[[]string](p, `e2e.saved("save")`)
	require.Equal(t, command(t, file), saved[0])
	require.Contains(t, saved[0], `"'=HYPERLINK(""http://x"")"`)
	require.True(t, strings.HasPrefix(saved[0], "\ufeff企业名称,"))
	require.Contains(t, saved[1], "-测算结果.csv")
	require.Contains(t, squeeze(get[string](p, `document.querySelector(".errors").textContent`)), squeeze("第7行 <img src=x onerror=alert(1)>:申报主体(B列):“公司”不是可选的答案"))
	p.eval(`e2e.choose({ status: "1" })`)
	require.Len(t, get[[][]string](p, `e2e.rows()`), 2)
	require.Equal(t, 3, strings.Count(get[[]string](p, `e2e.saved("some")`)[0], "\r\n"))
	p.eval(`e2e.choose({ status: "" })`)
	p.eval(`e2e.choose({ find: "乙" })`)
	require.Equal(t, "乙网络公司", get[[][]string](p, `e2e.rows()`)[0][0])
}

// In every state the page is accessible, fits a phone, and can be reached with
// a finger; and it prints what it found.
func TestListPage(t *testing.T) {
	s := serve(t)
	for _, theme := range []string{"light", "dark"} {
		p := open(t, s)
		p.theme(theme)
		for _, width := range []int64{1280, 360} {
			p.screen(width, 740)
			p.batch()
			hold := func(state string) {
				require.Empty(t, p.axe(), "%s, %s at %d px", state, theme, width)
				require.Empty(t, get[[]string](p, `e2e.overflow()`), "%s at %d px", state, width)
				require.Empty(t, get[[]string](p, `e2e.small()`), "%s at %d px", state, width)
			}
			hold("empty")
			p.hand([]byte("x"), "x.csv")
			hold("refused")
			require.Empty(t, p.hand([]byte(list), "a.csv"))
			hold("columns")
			p.eval(`e2e.go()`)
			p.eval(`document.querySelectorAll("details").forEach((e) => (e.open = true))`)
			hold("result")
			p.eval(`document.querySelectorAll(".rows details").forEach((e) => (e.open = false))`)
		}
		text := p.print()
		require.Contains(t, text, squeeze("丙科技公司"))
		require.Contains(t, text, squeeze("100万元至260万元"))
		require.NotContains(t, text, squeeze("开始测算"))
	}
}

// Sorting puts the rows in order; each heading says so.
func TestListIsSorted(t *testing.T) {
	p := open(t, serve(t))
	p.batch()
	require.Empty(t, p.hand([]byte(list), "a.csv"))
	p.eval(`e2e.go()`)
	for _, c := range []struct{ by, first string }{{"max", "丙科技公司"}, {"line", "甲商贸有限公司"}} {
		p.eval(`document.querySelector("[data-by=" + $0 + "] button").click()`, c.by)
		p.eval(`e2e.until(() => e2e.rows()[0][0] === $0)`, c.first)
		require.Contains(t, []string{"ascending", "descending"}, get[string](p, `document.querySelector("[data-by=" + $0 + "]").getAttribute("aria-sort")`, c.by))
	}
}

// A workbook reads like a list: shared and inline strings, numbers as the sheet
// shows them, percentages, booleans; what is no workbook is refused in words.
func TestListInWorkbook(t *testing.T) {
	p := open(t, serve(t))
	p.batch()
	require.Empty(t, p.hand(workbook(t), "名单.xlsx"))
	p.eval(`e2e.go()`)
	require.Equal(t, [][]string{{"庚&公司", "可得", "60万元", "100万元"}}, get[[][]string](p, `e2e.rows()`))
	saved := get[[]string](p, `e2e.saved("save")`)[0]
	require.Contains(t, saved, "庚&公司,企业,25000.29,TRUE,TRUE,TRUE,TRUE,TRUE,FALSE,FALSE,29%,2015-11-30,可得,600000,1000000")
	for name, c := range map[string]struct {
		file []byte
		says string
	}{
		"old.xls":  {append([]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), make([]byte, 600)...), "旧格式"},
		"cut.xlsx": {workbook(t)[:200], "损坏"},
		"zip.xlsx": {zipped(t, map[string]string{"a.txt": "x"}), "不是 Excel 工作簿"},
		"bomb.xlsx": {zipped(t, map[string]string{
			"xl/workbook.xml":            `<workbook xmlns:r="r"><sheets><sheet name="一" r:id="a"/></sheets></workbook>`,
			"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="a" Target="s.xml"/></Relationships>`,
			"xl/s.xml":                   strings.Repeat(" ", 300<<20),
		}), "文件太大"},
		"binary.csv": {[]byte("\x00\x01\x02\xff"), "编码"},
		"empty.csv":  {nil, "没有内容"},
		"other.csv":  {[]byte("甲,乙\n1,2\n"), "没有认得出的表头"},
		"quote.csv":  {[]byte("申报主体,年交易额\n企业,\"5\n"), "第2行 引号不成对"},
	} {
		require.Contains(t, p.hand(c.file, name), c.says, name)
		require.True(t, get[bool](p, `document.activeElement.matches(".fault")`), name)
	}
}

// workbook is one as Excel writes it, in small.
func workbook(t testing.TB) []byte {
	t.Helper()
	cell := func(ref, kind, value string) string {
		switch kind {
		case "inline":
			return `<c r="` + ref + `" t="inlineStr"><is><r><t>` + value + `</t></r><rPh sb="0" eb="1"><t>读音</t></rPh></is></c>`
		case "", "1", "2":
			return `<c r="` + ref + `" s="` + kind + `"><v>` + value + `</v></c>`
		}
		return `<c r="` + ref + `" t="` + kind + `"><v>` + value + `</v></c>`
	}
	heads := []string{"企业名称", "申报主体", "年交易额(万元)", "工商注册在我市", "税费在我市缴纳", "指标统计关系在我市", "独立法人资格", "开展电子商务业务", "三年内的侵权、欺诈、商业贿赂或较大安全生产责任事故", "已享受过一次性奖补", "本地产品交易额占比", "成立日期"}
	listed, first := "", ""
	for i, h := range heads {
		listed += "<si><t xml:space=\"preserve\">" + h + "</t></si>"
		first += cell(batch.Letter(i)+"1", "s", fmt.Sprint(i))
	}
	second := cell("A2", "inline", "庚&amp;公司") + cell("B2", "str", "企业") + cell("C2", "", "25000.289999999999")
	for i := 3; i < 10; i++ {
		second += cell(batch.Letter(i)+"2", "b", map[bool]string{true: "1", false: "0"}[i < 8])
	}
	second += cell("K2", "1", "0.28999999999999998") + cell("L2", "2", "42338")
	return zipped(t, map[string]string{
		"xl/workbook.xml":            `<?xml version="1.0"?><workbook xmlns:r="r"><sheets><sheet name="隐藏" state="hidden" r:id="b"/><sheet name="名单" r:id="a"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Target="/xl/worksheets/sheet1.xml" Id="a"/></Relationships>`,
		"xl/sharedStrings.xml":       `<sst>` + listed + `</sst>`,
		"xl/styles.xml":              `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="10"/><xf numFmtId="164"/></cellXfs></styleSheet>`,
		"xl/worksheets/sheet1.xml":   `<x:worksheet xmlns:x="x"><x:sheetData>` + strings.NewReplacer("<c ", "<x:c ", "</c>", "</x:c>").Replace(`<row r="1">`+first+`</row><row r="2">`+second+`</row>`) + `</x:sheetData></x:worksheet>`,
	})
}

func zipped(t testing.TB, parts map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, text := range parts {
		w, err := z.Create(name)
		require.NoError(t, err)
		_, err = w.Write([]byte(text))
		require.NoError(t, err)
	}
	require.NoError(t, z.Close())
	return b.Bytes()
}

// A hundred thousand rows are answered beside the page, which stays at hand;
// they can be stopped, and begun again; and what is saved is what the command
// writes.
func TestHundredThousandRows(t *testing.T) {
	p := open(t, serve(t))
	p.batch()
	file := manyRows(t, 100_000)
	require.Empty(t, p.hand(file, "many.csv"))
	p.eval(`document.querySelector(".go").click()`)
	p.eval(`e2e.until(() => document.querySelector("progress").value > 1)`)
	p.eval(`document.querySelector(".stop").click()`)
	p.eval(`e2e.until(() => document.querySelector(".busy").hidden)`)
	require.True(t, get[bool](p, `document.querySelector(".result").hidden`))
	p.eval(`e2e.watchTasks()`)
	took := get[float64](p, `e2e.go()`)
	t.Logf("answered in %.0f ms; the page was away for at most %.0f ms", took, get[float64](p, `e2e.longest`))
	require.Equal(t, "10万行", strings.ReplaceAll(get[map[string]string](p, `e2e.sums()`)["共"], "100,000", "10万"))
	require.Len(t, get[[][]string](p, `e2e.rows()`), 50)
	saved := get[[]string](p, `e2e.saved("save")`)[0]
	require.Equal(t, command(t, file), saved)
}

// manyRows is a list of rows around the bounds of the rules, some unknown.
func manyRows(t testing.TB, rows int) []byte {
	p, b := book(t)
	r := rand.New(rand.NewPCG(8, 8))
	var out strings.Builder
	out.WriteString("申报人")
	for i := range b.Inputs {
		out.WriteString("," + strings.ReplaceAll(b.Title(i), ",", ""))
	}
	for n := range rows {
		fmt.Fprintf(&out, "\r\n第%d号公司", n+1)
		s := calctest.Near(r, p.Program, []int{0, 0, 8}[n%3])
		for i := range b.Inputs {
			out.WriteString("," + cellOf(p.Program.Rulebook.Inputs[i], s[i]))
		}
	}
	return []byte(out.String())
}

func cellOf(in calc.Input, v int64) string {
	switch {
	case v == calc.Unknown:
		return ""
	case in.Kind == calc.Choice:
		return in.Options[v].Text
	case in.Kind == calc.Bool:
		return []string{"否", "是"}[v]
	case in.Kind == calc.Percent:
		return fmt.Sprintf("%d.%02d%%", v/100, v%100)
	case in.Kind.Scale() == 100:
		return fmt.Sprintf("%d.%02d", v/100, v%100)
	}
	return fmt.Sprint(v)
}

// Without script the page says how a list is written, and offers the list to
// fill in and the command.
func TestListWithoutScript(t *testing.T) {
	p := open(t, serve(t))
	call(p, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	p.visit(batchPage)
	text := get[string](p, `document.querySelector("main").innerText`)
	for _, want := range []string{"本机没有启用脚本", "下载模板", "mingce assess --policy qzf-2015-23 --csv", "年交易额(元)", "写“是”或“否”"} {
		require.Contains(t, squeeze(text), squeeze(want))
	}
	require.NotContains(t, text, "选择表格")
}
