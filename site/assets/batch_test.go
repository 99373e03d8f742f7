package assets

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"mingce/calc"
	"mingce/calc/calctest"
	"mingce/site/amount"
	"mingce/site/batch"
	"mingce/wasm"
)

// A tableJob is what the driver in testdata is asked.
type tableJob struct {
	Book       *batch.Book `json:"book"`
	Module     []byte      `json:"module"`
	Readings   []int64     `json:"readings"`
	Tables     [][]byte    `json:"tables"`
	Quantities [][]any     `json:"quantities"`
	Rounds     int         `json:"rounds"`
}

// A tableAnswer is what the scripts make of a table.
type tableAnswer struct {
	Out   string
	Fault string
	Line  int
	Took  []float64 // reading, answering, writing; in milliseconds
}

func tablesInNode(t testing.TB, job tableJob) (answers []tableAnswer, read []*string) {
	t.Helper()
	program, err := exec.LookPath("node")
	if err != nil {
		t.Skip("node is not installed: page and command are held equal in the browser by site/e2e")
	}
	dir := t.TempDir()
	for _, stem := range []string{"table", "spelled"} {
		body, err := bundle("js/batch/" + stem + ".js")
		require.NoError(t, err)
		require.NoError(t, os.WriteFile(filepath.Join(dir, stem+".mjs"), body, 0o600))
	}
	driver, err := os.ReadFile("testdata/batch.mjs")
	require.NoError(t, err)
	main := filepath.Join(dir, "main.mjs")
	require.NoError(t, os.WriteFile(main, driver, 0o600))
	in, err := json.Marshal(job)
	require.NoError(t, err)
	cmd := exec.Command(program, main)
	cmd.Stdin, cmd.Stderr = bytes.NewReader(in), os.Stderr
	out, err := cmd.Output()
	require.NoError(t, err)
	var answer struct {
		Answers []tableAnswer
		Read    []*string
	}
	require.NoError(t, json.Unmarshal(out, &answer))
	return answer.Answers, answer.Read
}

// commandAnswers is what the command makes of a table.
func commandAnswers(t testing.TB, p *calc.Program, book *batch.Book, base calc.Situation, file []byte) tableAnswer {
	t.Helper()
	table, _, wrong := book.Read("t.csv", file)
	if len(wrong) > 0 {
		for key, said := range book.Say {
			if said.Text == wrong[0].Text {
				return tableAnswer{Fault: key, Line: wrong[0].Line}
			}
		}
		return tableAnswer{Fault: wrong[0].Text}
	}
	var out bytes.Buffer
	_, _, err := batch.Job{Program: p, Book: book, Base: base}.Run("t.csv", table, &out)
	require.NoError(t, err)
	return tableAnswer{Out: out.String()}
}

// The page and the command write the same bytes for the same table, in every
// encoding and with every mark between cells.
func TestTablesAnswerAlike(t *testing.T) {
	r := rand.New(rand.NewPCG(4, 4))
	programs := []*calc.Program{daqing(t)}
	for range 6 {
		programs = append(programs, random(t, r))
	}
	for n, p := range programs {
		book, base := batch.Of(p, "某政发〔2024〕1号", "0123abcd"), calctest.Near(r, p, 1)
		var readings []int64
		for i, reading := range p.Rulebook.Readings {
			at := len(p.Rulebook.Inputs) + i
			base[at] = int64(r.IntN(1 + len(reading.Alternatives)))
			if reading.Settled {
				base[at] = 0
			}
			readings = append(readings, base[at])
		}
		job := tableJob{Book: book, Module: wasm.Compile(p), Readings: append([]int64{}, readings...), Rounds: 1, Quantities: [][]any{}}
		for range 60 {
			job.Tables = append(job.Tables, encoded(r, someTable(r, book)))
		}
		answers, _ := tablesInNode(t, job)
		for i, got := range answers {
			got.Took = nil
			want := commandAnswers(t, p, book, base, job.Tables[i])
			require.Equal(t, want, got, "program %d: %q", n, job.Tables[i])
		}
	}
}

// someTable is a table with headings and values as people write them, rightly
// and wrongly.
func someTable(r *rand.Rand, book *batch.Book) string {
	comma := []string{",", ";", "\t"}[r.IntN(3)]
	var b strings.Builder
	row := func(cells []string) {
		for i, c := range cells {
			if i > 0 {
				b.WriteString(comma)
			}
			if strings.ContainsAny(c, "\",;\t\n\r") || r.IntN(8) == 0 {
				c = `"` + strings.ReplaceAll(c, `"`, `""`) + `"`
			}
			b.WriteString(c)
		}
		b.WriteString([]string{"\n", "\r\n", "\n\n"}[r.IntN(3)])
	}
	var columns []int
	heading := []string{"企业名称"}
	for i, in := range book.Inputs {
		if r.IntN(4) == 0 {
			continue
		}
		columns = append(columns, i)
		h := []string{in.ID, in.Short, book.Title(i), " " + in.Short + ":"}[r.IntN(4)]
		if len(in.Units) > 0 && r.IntN(2) == 0 {
			h = in.Short + "(" + in.Units[r.IntN(len(in.Units))] + ")"
		}
		heading = append(heading, h)
	}
	heading = append(heading, "备注", "")
	if r.IntN(4) == 0 {
		row([]string{"申报汇总表"})
	}
	row(heading)
	for range r.IntN(12) {
		cells := []string{[]string{"甲公司", "=1+1", "'丙", "【示例】丁", "", "0012", "@戊"}[r.IntN(7)]}
		for _, i := range columns {
			cells = append(cells, someValue(r, &book.Inputs[i]))
		}
		cells = append(cells, []string{"", "多行\n备注", "说“好”,\"引\"", "-12.5", "-x", " =cmd"}[r.IntN(6)])
		if r.IntN(15) == 0 {
			cells = append(cells, "", "多")
		}
		row(cells[:max(1, len(cells)-r.IntN(2)*r.IntN(3))])
	}
	if r.IntN(20) == 0 {
		b.WriteString("\"没有写完")
	}
	return b.String()
}

func someValue(r *rand.Rand, in *batch.Input) string {
	switch pick := r.IntN(12); {
	case pick == 0:
		return ""
	case pick == 1:
		return []string{"不详", "——", "N/A", "无", " 0 ", "1", "错"}[r.IntN(7)]
	case in.Kind == "bool":
		return []string{"是", "否", "有", "无", "√", "×", " 是 ", "TRUE", "1", "Y"}[r.IntN(10)]
	case in.Kind == "choice":
		ways := in.Options[r.IntN(len(in.Options))]
		if len(ways) == 0 {
			return ""
		}
		return strings.ToUpper(ways[r.IntN(len(ways))])
	case in.Kind == "date":
		return fmt.Sprintf("%d-%d-%d", 1990+r.IntN(40), 1+r.IntN(13), 1+r.IntN(31))
	}
	return someQuantity(r)
}

func someQuantity(r *rand.Rand) string {
	n := strconv.Itoa(r.IntN([]int{2, 10, 1000, 100_000, 1_000_000_000}[r.IntN(5)]))
	switch r.IntN(8) {
	case 0, 1, 2, 3:
		return n
	case 4:
		return n + "." + strconv.Itoa(r.IntN(1000))
	}
	return n + []string{"万", "亿", "万元", "元", "%", "平方米", "个月", "年", "人", "万人", ",000"}[r.IntN(11)]
}

func encoded(r *rand.Rand, text string) []byte {
	var out []byte
	var err error
	switch r.IntN(5) {
	case 0:
		out, err = simplifiedchinese.GB18030.NewEncoder().Bytes([]byte(text))
	case 1:
		out, err = unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().Bytes([]byte(text))
	case 2:
		out, err = unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewEncoder().Bytes([]byte(text))
	case 3:
		return []byte("\ufeff" + text)
	default:
		return []byte(text)
	}
	if err != nil {
		panic(err)
	}
	return out
}

// The page's script reads every quantity that package amount reads, as the
// same number, and refuses every other.
func TestQuantitiesReadAlike(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 5))
	type asked struct {
		kind    calc.Kind
		unit    string
		written bool
		text    string
	}
	var all []asked
	kinds := []calc.Kind{calc.Money, calc.Area, calc.Percent, calc.Count, calc.Months, calc.Rate, calc.Date}
	add := func(text string) {
		for _, k := range kinds {
			unit := map[calc.Kind]string{calc.Count: "人"}[k]
			if k == calc.Money && r.IntN(4) == 0 {
				unit = "美元"
			}
			all = append(all, asked{k, unit, r.IntN(2) == 0, text})
		}
	}
	for _, text := range strings.Fields("1.2亿 12000万 120,000,000 壹亿贰仟万元整 一亿二千万元 百万 两千万元 十五万 一万零五元 12万3456元 3元5角6分 ¥12.50 人民币5000元 -5元 1.5公顷 百分之三十 5‰ 1.5倍 一年半 半年 1年6个月 二〇人 一万五 1亿5 12,34元 约3元 2015-11-30 2015年2月29日 2015.1/2 1百2十 十十 1.5亿2000万 三分之一 9223372036854775807 0.0001元 千 百分之百 百分之一百") {
		add(text)
	}
	alphabet := []rune("0123456789,.十百千万亿一二两〇零壹元角分%‰年月个人倍-¥百分之平方米公顷半整点约 09")
	for range 6000 {
		var b strings.Builder
		for range 1 + r.IntN(9) {
			b.WriteRune(alphabet[r.IntN(len(alphabet))])
		}
		add(b.String())
	}
	job := tableJob{Module: wasm.Compile(daqing(t)), Rounds: 1, Tables: [][]byte{}, Readings: []int64{}}
	for _, a := range all {
		job.Quantities = append(job.Quantities, []any{amount.Spell(a.kind, a.unit), a.kind.Scale(), a.written, a.text})
	}
	_, read := tablesInNode(t, job)
	accepted := 0
	for i, a := range all {
		parse := amount.Parse
		if a.written && a.kind != calc.Date {
			parse = amount.ParseWritten
		}
		v, err := parse(a.kind, a.unit, a.text)
		if err != nil {
			require.Nil(t, read[i], "%v %q", a, a.text)
			continue
		}
		accepted++
		require.NotNil(t, read[i], "%v %q", a, a.text)
		require.Equal(t, strconv.FormatInt(v, 10), *read[i], "%v %q", a, a.text)
	}
	require.Greater(t, accepted, 1000)
}

// BenchmarkTable reads and answers 100 000 rows with the page's scripts, in
// Node: complete ones around the bounds, and ones of which a third is known.
func BenchmarkTable(b *testing.B) {
	p := daqing(b)
	book := batch.Of(p, "庆政发〔2015〕23号", "0123abcd")
	for name, unknown := range map[string]int{"complete": 0, "partial": 2 * len(p.Rulebook.Inputs) / 3} {
		b.Run(name, func(b *testing.B) {
			job := tableJob{Book: book, Module: wasm.Compile(p), Readings: make([]int64, len(p.Rulebook.Readings)), Rounds: b.N, Quantities: [][]any{}}
			job.Tables = [][]byte{manyRows(p, book, unknown, 100_000)}
			answers, _ := tablesInNode(b, job)
			for i, what := range []string{"read", "answer", "write"} {
				b.ReportMetric(answers[0].Took[i], what+"-ms")
			}
		})
	}
}

// manyRows is a table of rows around the bounds of the rules.
func manyRows(p *calc.Program, book *batch.Book, unknown, rows int) []byte {
	r := rand.New(rand.NewPCG(6, 6))
	var b strings.Builder
	b.WriteString("申报人")
	for i := range book.Inputs {
		b.WriteString("," + strings.ReplaceAll(book.Title(i), ",", ""))
	}
	for n := range rows {
		fmt.Fprintf(&b, "\r\n第%d号有限公司", n)
		s := calctest.Near(r, p, 0)
		for range unknown {
			s[r.IntN(len(book.Inputs))] = calc.Unknown
		}
		for i, in := range p.Rulebook.Inputs {
			b.WriteString(",")
			switch {
			case s[i] == calc.Unknown:
			case in.Kind == calc.Choice:
				b.WriteString(in.Options[s[i]].Text)
			case in.Kind == calc.Bool:
				b.WriteString([]string{"否", "是"}[s[i]])
			case in.Kind.Scale() == 100:
				fmt.Fprintf(&b, "%d.%02d", s[i]/100, s[i]%100)
				if in.Kind == calc.Percent {
					b.WriteString("%")
				}
			default:
				fmt.Fprint(&b, s[i])
			}
		}
	}
	return []byte(b.String())
}
