package rulefile

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"mingce/calc"
	"mingce/site/toml"
)

func further(t testing.TB) *calc.Rulebook {
	m := readFurther(t)
	rb, problems := Load("demo/rules.toml", []byte(m.rules), m.document(t))
	require.Empty(t, problems)
	return rb
}

func findBenefit(rb *calc.Rulebook, id string) *calc.Benefit {
	i := slices.IndexFunc(rb.Benefits, func(b calc.Benefit) bool { return b.ID == id })
	return &rb.Benefits[i]
}

// Every form of amount arrives in calc as it was written.
func TestForms(t *testing.T) {
	rb := further(t)
	const wan = 1_000_000
	cite := func(article int, quote string) calc.Citation {
		return calc.Citation{Clause: fmt.Sprint("a", article), Quote: quote}
	}
	amounts := map[string]*calc.Amount{
		"growth": {Input: "increase", Share: &calc.Share{
			Num: 1, Den: 100, Floor: wan, Cap: 50 * wan, Cite: cite(2, "按营业收入增加额的1%奖励"),
			FloorCite: cite(2, "最低1万元"), CapCite: cite(2, "最高不超过50万元"),
		}},
		"trade": {
			Parts: []calc.Amount{
				{Input: "exports_yuan", Share: &calc.Share{
					Num: 1, Den: 50, Above: 1000 * wan, Cap: calc.NoLimit, Cite: cite(3, "超过部分按2%补贴"),
					AboveCite: cite(3, "年出口额折合人民币超过1000万元的"),
				}},
				{Fixed: 5 * wan, Cite: cite(3, "另奖励5万元")},
			},
			Cap: 100 * wan, CapCite: cite(3, "两项合计最高不超过100万元"),
		},
		"hiring": {Input: "hired", Step: &calc.Step{
			Every: 10, Pay: 2 * wan, Cap: 20 * wan, Cite: cite(4, "每满10人奖励2万元"), CapCite: cite(4, "最高不超过20万元"),
		}},
		"research": {Input: "research", Bands: []calc.Band{
			{Num: 1, Den: 10, Cite: cite(5, "100万元以下的部分按10%补助")},
			{From: 100 * wan, Num: 1, Den: 20, Cite: cite(5, "超过100万元的部分按5%补助")},
		}},
		"title": {Input: "title", Options: []calc.OptionPay{
			{Option: "nation", Pay: 50 * wan, Cite: cite(6, "获得国家级称号的奖励50万元")},
			{Option: "province", Pay: 20 * wan, Cite: cite(6, "获得省级称号的奖励20万元")},
		}},
		"ranking": {Fixed: 30 * wan, Cite: cite(7, "每家奖励30万元"), Instalments: []calc.Instalment{
			{Year: 1, Percent: 6000, Cite: cite(7, "第一年支付60%")}, {Year: 2, Percent: 4000, Cite: cite(7, "第二年支付40%")},
		}},
		"special": nil,
	}
	for id, want := range amounts {
		require.Equal(t, want, findBenefit(rb, id).Amount, id)
	}
	require.Equal(t, &calc.Citation{Clause: "a8", Quote: "实行一事一议"}, findBenefit(rb, "special").CaseByCase)
	require.Equal(t, int64(60*wan), rb.Combination.Group.Groups[0].Cap)
	require.Equal(t, "新招用员工在10人以上", findCondition(rb, "hiring-floor").Words)
}

// Quantities have the kind of what they come to.
func TestQuantities(t *testing.T) {
	m := readFurther(t)
	l := newLoader("demo/rules.toml", m.document(t))
	l.takeOver([]byte(m.rules))
	kinds := map[string]calc.Kind{
		"growth": calc.Percent, "increase": calc.Money, "exports_yuan": calc.Money,
		"local_share": calc.Percent, "since_punished": calc.Span,
	}
	for id, kind := range kinds {
		require.Equal(t, kind, l.measured(id).Kind, id)
	}
	increase := l.measured("increase")
	require.Equal(t, int64(-100_000_000_000_00), increase.Min)
	require.Equal(t, int64(100_000_000_000_00-100), increase.Max)
	require.Equal(t, int64(140_0000_0000_00), l.measured("exports_yuan").Max*7/10)
	test := findCondition(l.rb, "unpunished").Test.Of[1].Of[0]
	require.Equal(t, calc.Bound{Side: calc.AtMost, At: calc.MonthSpan(36)}, test.Bound)
}

// Which version answers depends on the day.
func TestVersions(t *testing.T) {
	m := readFurther(t)
	doc := m.document(t)
	for _, c := range []struct {
		day         string
		pay         int64
		needs       int
		from, until string
	}{
		{"2019-12-31", 0, 3, "", "2019-12-31"},
		{"2020-01-01", 1_000_000, 3, "2020-01-01", "2024-01-04"},
		{"2024-01-04", 1_000_000, 3, "2020-01-01", "2024-01-04"},
		{"2024-01-05", 2_000_000, 2, "2024-01-05", ""},
		{"2030-01-01", 2_000_000, 2, "2024-01-05", ""},
	} {
		day, _ := toml.ParseDate(c.day)
		rb, problems := LoadAt("demo/rules.toml", []byte(m.rules), doc, day)
		require.Empty(t, problems)
		require.Equal(t, calc.Period{From: c.from, Until: c.until}, rb.InForce, c.day)
		require.Len(t, findBenefit(rb, "special").Needs, c.needs)
		_, err := calc.Compile(rb)
		require.NoError(t, err)
		i := slices.IndexFunc(rb.Benefits, func(b calc.Benefit) bool { return b.ID == "hiring" })
		if c.pay == 0 {
			require.Negative(t, i, "%s: not yet in force", c.day)
			continue
		}
		require.Equal(t, c.pay, rb.Benefits[i].Amount.Step.Pay, c.day)
	}
	require.Equal(t, calc.Period{}, rulebook(t).InForce)
}

// A version with words of its own is held to them and cited by them.
func TestVersionsQuoteTheirOwnWords(t *testing.T) {
	m := readManual(t)
	doc := m.document(t)
	load := func(pay, gives string) (*calc.Rulebook, []string) {
		src := strings.Replace(m.rules, `pay = "5万元"`, "pay = "+pay, 1)
		rb, problems := Load("demo/rules.toml", []byte(strings.Replace(src, `gives = "一次性奖励5万元"`, "gives = "+gives, 1)), doc)
		var texts []string
		for _, p := range problems {
			texts = append(texts, p.Text)
		}
		return rb, texts
	}
	two := func(value, quote string) string {
		return `[{ from = 2024-03-01, value = "5万元" }, { from = 2025-01-01, value = "` + value + `", clause = "第三条", quote = "` + quote + `" }]`
	}
	rb, problems := load(two("8万元", "奖励8万元"), `"一次性奖励8万元"`)
	require.Empty(t, problems)
	require.Equal(t, int64(8_000_000), findBenefit(rb, "jobs").Amount.Fixed)
	require.Equal(t, calc.Citation{Clause: "a3", Quote: "奖励8万元"}, findBenefit(rb, "jobs").Amount.Cite)
	_, problems = load(two("9万元", "奖励8万元"), `"一次性奖励8万元"`)
	require.Equal(t, []string{"引文写的是“8万元”,这里写的是“9万元”"}, problems)
	_, problems = load(strings.Replace(two("8万元", "奖励8万元"), "2025", "2024", 1), `"一次性奖励8万元"`)
	require.Equal(t, []string{"这个版本不在上一个版本之后施行"}, problems)
	_, problems = load(`[{ from = 2025-01-01, value = "4万元" }, { from = 2025-01-01, value = "5万元" }]`, `"一次性奖励5万元"`)
	require.Equal(t, []string{"这个版本不在上一个版本之后施行"}, problems)
}

// Every mistake in the second example is told at its place.
func TestFurtherProblems(t *testing.T) {
	src, err := os.ReadFile("testdata/further.txt")
	require.NoError(t, err)
	holdEntries(t, readFurther(t), string(src))
}

// Any figure of the second example changed alone is a problem on its line.
func TestEveryFurtherFigureIsHeld(t *testing.T) {
	m := readFurther(t)
	holdFigures(t, "demo/rules.toml", m.rules, m.document(t), 20)
}
