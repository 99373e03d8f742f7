package rulefile

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"mingce/calc"
	"mingce/site/toml"
)

// What is suspicious is told by name, at its place, and does not keep the
// rules from being loaded.
func TestWarnings(t *testing.T) {
	first, second := readManual(t), readFurther(t)
	cases := []struct {
		name     string
		m        manual
		old, new []string
		want     []string
	}{
		{"the manual", first, nil, nil, nil},
		{"its second part", second, nil, nil, nil},
		{"a share that never comes to its cap", first, []string{`max = "1000亿元"` + "\n[input.patent]"}, []string{`max = "100万元"` + "\n[input.patent]"},
			[]string{"cap-never-reached rent 的最高额30万元从不起作用:最多也只有30万元"}},
		{"steps that never come to theirs", second, []string{`max = "1万人"`}, []string{`max = "99人"`},
			[]string{"cap-never-reached hiring 的最高额20万元从不起作用:最多也只有18万元"}},
		{"a sum that never comes to its cap", first, []string{`sum = ["research", { sum = ["jobs", "rent"] }]`}, []string{`highest = ["research", "jobs", "rent"]`},
			[]string{"cap-never-reached 合计的最高额40万元从不起作用:最多也只有30万元"}},
	}
	for _, c := range cases {
		src := c.m.rules
		for i := range c.old {
			require.Equal(t, 1, strings.Count(src, c.old[i]), "%s: %s", c.name, c.old[i])
			src = strings.Replace(src, c.old[i], c.new[i], 1)
		}
		doc := c.m.document(t)
		var got []string
		for _, w := range Warnings("demo/rules.toml", []byte(src), doc) {
			require.Positive(t, w.Line)
			require.NotEmpty(t, w.Hint)
			got = append(got, fmt.Sprint(w.Name, " ", w.Text))
		}
		if c.want != nil {
			_, problems := Load("demo/rules.toml", []byte(src), doc)
			require.Empty(t, problems)
		}
		require.Equal(t, c.want, got, c.name)
	}
	require.Empty(t, Warnings(rulesFile, rules(t), document(t)))
}

// In a highest group, what another benefit always matches is told.
func TestNeverHighest(t *testing.T) {
	m := readManual(t)
	src := strings.Replace(m.rules, `sum = ["research", { sum = ["jobs", "rent"] }]`, `sum = ["rent", { highest = ["jobs", "research"] }]`, 1)
	src = strings.Replace(src, `needs = ["age", "credit"]`, `needs = ["age", "credit", "hired"]`, 1)
	warnings := Warnings("demo/rules.toml", []byte(src), m.document(t))
	require.Empty(t, warnings, "8万元 is more than 5万元")

	l, problems := check("demo/rules.toml", []byte(src), m.document(t), toml.Date{})
	require.Empty(t, problems)
	l.benefitOf("jobs").Amount.Fixed = 20_000_000
	p, err := calc.Compile(l.rb)
	require.NoError(t, err)
	l.suspect(p)
	require.Len(t, l.warnings, 1)
	require.Equal(t, "research 从不是最高的一项:符合它的,也符合 jobs,金额不低于它", l.warnings[0].Text)
}

// Rules too entangled to be answered exactly while things are unknown are told
// so.
func TestNotExact(t *testing.T) {
	m := readManual(t)
	l, problems := check("demo/rules.toml", []byte(m.rules), m.document(t), toml.Date{})
	require.Empty(t, problems)
	p, err := calc.Compile(l.rb)
	require.NoError(t, err)
	l.suspect(p)
	require.Empty(t, l.warnings)
	p.Limit = 0
	l.suspect(p)
	require.Len(t, l.warnings, 1)
	require.Equal(t, "not-exact", l.warnings[0].Name)
	require.Positive(t, l.warnings[0].Line)
}

// A question, an option, a benefit's name, whom it is for, and a reading with its
// alternatives: with other figures than the clause has they are refused at their
// words.
func TestWordsSayWhatTheTextSays(t *testing.T) {
	for _, c := range [][3]string{
		{`question = "三年内发生过`, `question = "五年内发生过`, "这里写的“五年内”,第三(三)3条里没有"},
		{`short = "三年内的侵权`, `short = "2年内的侵权`, "这里写的“2年内”,第三(三)3条里没有"},
		{`question = "三年内发生过`, `question = "三年以上发生过`, "这里写的“三年以上”,第三(三)3条里没有"},
		{`question = "三年内发生过`, `question = "两年内发生过`, "这里写的“两年内”,第三(三)3条里没有"},
		{`question = "园区带动创业就业多少人?"`, `question = "园区带动创业就业满100人吗?"`, "这里写的“满100人”,第三(二)3条里没有"},
		{`short = "本地产品交易额占比"`, `short = "本地产品占35%"`, "这里写的“35%”,第三(二)2条里没有"},
		{`self_built = "本地企业自建电子商务平台"`, `self_built = "满3年的自建平台"`, "这里写的“满3年”,第三(二)2条里没有"},
		{`name = "冷链物流设备补助"`, `name = "15%的冷链物流设备补助"`, "这里写的“15%”,第三(二)4条里没有"},
		{`who = "快递物流企业"`, `who = "3000平方米以上的快递物流企业"`, "这里写的“3000平方米以上”,第三(二)4条里没有"},
		{`text = "园区启动资金与考评奖励一并就高`, `text = "150万元的园区启动资金与考评奖励一并就高`, "这里写的“150万元”,第三(二)3条里没有"},
		{`startup-apart = "启动资金性质不同`, `startup-apart = "500万元启动资金性质不同`, "这里写的“500万元”,第三(二)3条里没有"},
		{`help = "只计满的月份。"`, `help = "满2年才算。"`, "这里写的“满2年”,第三(二)2条里没有"},
	} {
		src := string(rules(t))
		require.Equal(t, 1, strings.Count(src, c[0]))
		_, problems := Load(rulesFile, []byte(strings.Replace(src, c[0], c[1], 1)), document(t))
		require.Len(t, problems, 1, c[1])
		require.Equal(t, c[2], problems[0].Text)
		require.Positive(t, problems[0].Col)
	}
}
