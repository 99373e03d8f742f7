package rulefile

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"mingce/calc"
)

// Mistakes in the manual's cases: « » mark where the problem points.
func TestCaseProblems(t *testing.T) {
	m := readManual(t)
	rb, problems := Load("demo/rules.toml", []byte(m.rules), m.document(t))
	require.Empty(t, problems)
	cases := []struct{ old, new, text, hint string }{
		{`hired = "10人"`, `«hierd» = "10人"`, "没有 hierd 这个问题", "是否想写 hired?"},
		{`hired = "10人"`, `hired = «10»`, "hired 要用文字写", `带上单位,放在引号里,如 hired = "100万人"`},
		{`hired = "10人"`, `hired = «"10家"»`, "“10家”里的“家”不是数量的单位", "写成如1000人或1万人"},
		{`hired = "10人"`, `hired = «"-1人"»`, "“-1人”不在 hired 的范围内", "范围是0人到100万人"},
		{`credit = "good"`, `credit = «"fine"»`, "没有 fine 这个选项", "可以写:good、bad、repaired"},
		{`[profile.firm]`, "[profile.«shop»]\n[profile.firm]", "没有案例从 shop 出发", "用 from 引用它,或者删去"},
		{`name = "信用已修复"`, `name = «"招用10人"»`, "已经有一个“招用10人”", "每个名称只用一次"},
		{`status = { rent`, `status = { «rents»`, "没有 rents 这个项目", "是否想写 rent?"},
		{`rent = "ineligible"`, `rent = «"no"»`, "没有 no 这个结论", "可以写:eligible、ineligible、undetermined"},
		{`asks = ["hired"]`, `asks = [«"hire"»]`, "没有 hire 这个问题", "是否想写 hired?"},
		{`max = "5万元"`, `max = «"0元"»`, "没有写出范围", "max 应当大于 min;相等就写 award"},
		{`max = "5万元"`, `max = «"5万"»`, "“5万”没有写单位", "写成如40万元、1亿2000万元或199999999.99元"},
		{`readings = { once`, `readings = { «twice»`, "没有 twice 这个解释口径", "可以写:in-force、once"},
		{`once = "repaired"`, `once = «"broken"»`, "没有 broken 这个读法", "可以写:repaired"},
		{`rests_on = ["in-force"`, `rests_on = [«"inforce"»`, "没有 inforce 这个解释口径", "是否想写 in-force?"},
		{`asks = ["hired"]`, "asks = [\"hired\"]\ninstalments = { «jobs» = [{ year = 1, pay = \"5万元\" }] }", "jobs 不分年拨付", "删去这一行;或者在规则里写 instalments"},
		{"[[case]]\nname = \"招用10人\"", "«[[case]]»\nnom = 1", "缺少 name", "在 case 下面加一行 name = …"},
	}
	for _, c := range cases {
		require.Equal(t, 1, strings.Count(m.cases, c.old), c.old)
		src, marks := unmark(strings.Replace(m.cases, c.old, c.new, 1))
		_, problems := LoadCases("demo/cases.toml", []byte(src), rb)
		require.NotEmpty(t, problems, c.new)
		p := problems[0]
		require.Equal(t, marks[0]+" "+c.text+"\n"+c.hint, fmt.Sprintf("%d:%d+%d %s\n%s", p.Line, p.Col, p.Width, p.Text, p.Hint))
	}
}

// Problems about a whole case stand at its header.
func TestCaseAward(t *testing.T) {
	m := readManual(t)
	rb, _ := Load("demo/rules.toml", []byte(m.rules), m.document(t))
	for body, text := range map[string]string{
		``:                                  "没有写奖补是多少,或写了两遍",
		"award = \"5万元\"\nmin = \"5万元\"":    "没有写奖补是多少,或写了两遍",
		`award = "5万元"`:                     "奖补是5万元,pays 写得不对",
		"award = \"0元\"\npays = [\"jobs\"]": "奖补是0元,pays 写得不对",
	} {
		_, problems := LoadCases("demo/cases.toml", []byte("[[case]]\nname = \"a\"\nwhy = \"b\"\n"+body), rb)
		require.Len(t, problems, 1, body)
		require.Equal(t, text, problems[0].Text)
		require.Equal(t, 1, problems[0].Line)
	}
}

// What a case states besides the award is held to the answer too.
func TestCaseIsAmiss(t *testing.T) {
	m := readFurther(t)
	rb, _ := Load("demo/rules.toml", []byte(m.rules), m.document(t))
	p, err := calc.Compile(rb)
	require.NoError(t, err)
	a := p.NewAssessment()
	const stated = `instalments = { ranking = [{ year = 1, pay = "18万元" }, { year = 2, pay = "12万元" }] }`
	require.Equal(t, 1, strings.Count(m.cases, stated))
	for with, want := range map[string][]string{
		stated: nil,
		`instalments = { ranking = [{ year = 1, pay = "18万元" }, { year = 3, pay = "12万元" }] }`:    {"中 ranking 各年拨付的金额与规则得出的不同"},
		`instalments = { ranking = [{ year = 1, pay = "18万元" }, { year = 2, pay = "12.01万元" }] }`: {"中 ranking 各年拨付的金额与规则得出的不同"},
		`instalments = { ranking = [{ year = 1, pay = "18万元" }] }`:                                {"中 ranking 各年拨付的金额与规则得出的不同"},
		"rests_on = []":                       nil,
		`status = { ranking = "ineligible" }`: {"中 ranking 写的是 ineligible,规则得出 eligible"},
	} {
		cases, problems := LoadCases("demo/cases.toml", []byte(strings.Replace(m.cases, stated, with, 1)), rb)
		require.Empty(t, problems)
		k := cases[len(cases)-1]
		p.Assess(k.Situation, a)
		require.Equal(t, want, k.Amiss(p, a), with)
	}

	first := readManual(t)
	rb, _ = Load("demo/rules.toml", []byte(first.rules), first.document(t))
	p, err = calc.Compile(rb)
	require.NoError(t, err)
	a = p.NewAssessment()
	src := strings.Replace(first.cases, `rests_on = ["in-force", "once"]`, `rests_on = ["once"]`, 1)
	require.NotEqual(t, first.cases, src)
	cases, problems := LoadCases("demo/cases.toml", []byte(src), rb)
	require.Empty(t, problems)
	k := cases[len(cases)-1]
	p.Assess(k.Situation, a)
	require.Equal(t, []string{"依据的解释口径与规则得出的不同,规则得出 in-force、once"}, k.Amiss(p, a))
}
