package explain

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"

	"mingce/calc"
)

const wan = 1_000_000 // 分

// firm is a rulebook of one benefit, over inputs of every kind.
func firm(test calc.Test, a *calc.Amount) *calc.Rulebook {
	rb := &calc.Rulebook{
		ID: "firm",
		Inputs: []calc.Input{
			{ID: "sales", Kind: calc.Money, Max: calc.MaxValue, Short: "年销售额"},
			{ID: "before", Kind: calc.Money, Min: 1, Max: calc.MaxValue, Short: "上年销售额"},
			{ID: "jobs", Kind: calc.Count, Max: 1_000_000, Unit: "人", Short: "新增就业"},
			{ID: "level", Kind: calc.Choice, Short: "级别", Options: []calc.Option{{ID: "n", Text: "国家级"}, {ID: "p", Text: "省级"}, {ID: "c", Text: "市级"}}},
			{ID: "export", Kind: calc.Money, Unit: "美元", Max: 1_000_000_000_000, Short: "出口额"},
			{ID: "rate", Kind: calc.Rate, Max: 1_000_000, Short: "汇率"},
			{ID: "opened", Kind: calc.Date, Min: calc.Day(1949, 1, 1), Max: calc.Day(2100, 1, 1), Short: "开业日期"},
			{ID: "applied", Kind: calc.Date, Min: calc.Day(1949, 1, 1), Max: calc.Day(2100, 1, 1), Short: "申报日期"},
			{ID: "listed", Kind: calc.Bool, Short: "已上市"},
			{ID: "green", Kind: calc.Bool, Short: "绿色工厂", By: "市工信局"},
		},
		Derived: []calc.Derived{
			{ID: "growth", Short: "增长率", How: calc.Growth, Of: "sales", By: "before"},
			{ID: "more", Short: "销售增加额", How: calc.Difference, Of: "sales", By: "before"},
			{ID: "age", Short: "开业时间", How: calc.Difference, Of: "applied", By: "opened"},
			{ID: "cny", Short: "出口额折合人民币", How: calc.Product, Of: "export", By: "rate"},
		},
		Conditions: []calc.Condition{{ID: "need", Words: "符合要求", Test: test}},
		Benefits:   []calc.Benefit{{ID: "b", Name: "奖", Gives: "奖励", Needs: []string{"need"}, Amount: a}},
	}
	if a != nil {
		rb.Combination.Group.Members = []string{"b"}
	}
	return rb
}

// told explains the only benefit for the answers given.
func told(t *testing.T, rb *calc.Rulebook, given map[string]int64) Step {
	t.Helper()
	p, err := calc.Compile(rb)
	require.NoError(t, err)
	s := p.NewSituation()
	for i, in := range rb.Inputs {
		if v, ok := given[in.ID]; ok {
			s[i] = v
		}
	}
	a := p.NewAssessment()
	p.Assess(s, a)
	return Explain(p, s, a).Benefits[0]
}

func bound(id string, side calc.Side, at int64) calc.Test {
	return calc.Test{Input: id, Bound: calc.Bound{Side: side, At: at}}
}

func is(id string, v ...int64) calc.Test { return calc.Test{Op: calc.OpOneOf, Input: id, Values: v} }

// The words of every form of amount; the sums are worked out by hand.
func TestAmountWords(t *testing.T) {
	sales := func(v int64) map[string]int64 { return map[string]int64{"sales": v} }
	above := &calc.Amount{Input: "sales", Share: &calc.Share{Num: 1, Den: 10, Above: 100 * wan, Floor: 2 * wan, Cap: 30 * wan}}
	third := &calc.Amount{Input: "sales", Share: &calc.Share{Num: 1, Den: 3, Cap: calc.NoLimit}}
	steps := &calc.Amount{Input: "jobs", Step: &calc.Step{Every: 10, Pay: wan, Cap: 3 * wan}}
	bands := &calc.Amount{Input: "sales", Bands: []calc.Band{{From: 0, Num: 1, Den: 10}, {From: 100 * wan, Num: 1, Den: 20}}}
	level := &calc.Amount{Input: "level", Options: []calc.OptionPay{{Option: "n", Pay: 50 * wan}, {Option: "p", Pay: 20 * wan}}}
	growth := &calc.Amount{Input: "growth", Tiers: []calc.Tier{{From: 1000, Under: 2000, Pay: wan}, {From: 2000, Under: calc.NoLimit, Pay: 2 * wan}}}
	parts := &calc.Amount{Parts: []calc.Amount{{Fixed: 5 * wan}, *steps}, Cap: 7 * wan}
	for _, c := range []struct {
		amount *calc.Amount
		given  map[string]int64
		state  State
		want   string
	}{
		{&calc.Amount{Fixed: 5 * wan}, nil, Met, "奖励5万元"},
		{above, sales(90 * wan), Failed, "年销售额90万元,没有超过100万元,没有奖励"},
		{above, sales(110 * wan), Met, "年销售额110万元,超过100万元的部分10万元,10%为1万元,低于最低限额,按2万元计"},
		{above, sales(300 * wan), Met, "年销售额300万元,超过100万元的部分200万元的10%,即20万元"},
		{above, sales(400 * wan), Met, "年销售额400万元,超过100万元的部分300万元的10%,即30万元,正好是最高限额"},
		{above, sales(900 * wan), Met, "年销售额900万元,超过100万元的部分800万元,10%为80万元,超过最高限额,按30万元计"},
		{third, sales(100 * wan), Met, "年销售额100万元的3分之1,分以下舍去,即333333.33元"},
		{third, sales(0), Failed, "年销售额0元,没有奖励"},
		{steps, map[string]int64{"jobs": 9}, Failed, "新增就业9人,不满10人,没有奖励"},
		{steps, map[string]int64{"jobs": 29}, Met, "新增就业29人,每满10人奖励1万元,共满2个10人,即2万元"},
		{steps, map[string]int64{"jobs": 45}, Met, "新增就业45人,每满10人奖励1万元,共满4个10人,超过最高限额,按3万元计"},
		{steps, nil, Open, "还没有填写新增就业,目前可得0至3万元"},
		{bands, sales(50 * wan), Met, "年销售额50万元分段计算:0元至100万元的部分按10%,即5万元;合计5万元"},
		{bands, sales(300 * wan), Met, "年销售额300万元分段计算:0元至100万元的部分按10%,即10万元;超过100万元的部分按5%,即10万元;合计20万元"},
		{level, map[string]int64{"level": 1}, Met, "级别:省级,奖励20万元"},
		{level, map[string]int64{"level": 2}, Failed, "级别:市级,不在奖励之列"},
		{growth, map[string]int64{"sales": 115 * wan, "before": 100 * wan}, Met, "增长率15%(年销售额115万元,上年销售额100万元),在10%以上、不足20%一档,奖励1万元"},
		{growth, map[string]int64{"sales": 4 * wan, "before": 3 * wan}, Met, "增长率33.33%多(年销售额4万元,上年销售额3万元),在20%以上一档,奖励2万元"},
		{growth, map[string]int64{"sales": 2 * wan, "before": 3 * wan}, Failed, "增长率-33.33%多(年销售额2万元,上年销售额3万元),不到10%,够不上最低一档"},
		{growth, sales(4 * wan), Open, "还没有填写上年销售额,目前可得0至2万元"},
		{parts, map[string]int64{"jobs": 29}, Met, "各项合计7万元"},
		{parts, map[string]int64{"jobs": 45}, Met, "各项合计为8万元,超过最高限额,按7万元计"},
		{parts, nil, Open, "各项还没有填全,目前可得5万元至7万元"},
	} {
		step := told(t, firm(is("listed", 0, 1), c.amount), c.given)
		amount := step.Steps[len(step.Steps)-1]
		for i := len(step.Steps) - 1; amount.Kind != Amount; i-- {
			amount = step.Steps[i]
		}
		require.Equal(t, c.want, amount.Words)
		require.Equal(t, c.state, amount.State, c.want)
	}
}

// Paid over the years, each part in 元 where it comes out even.
func TestInstalmentWords(t *testing.T) {
	a := &calc.Amount{Fixed: 10 * wan, Instalments: []calc.Instalment{{Year: 1, Percent: 6000}, {Year: 2, Percent: 4000}}}
	step := told(t, firm(is("listed", 1), a), map[string]int64{"listed": 1})
	require.Equal(t, "分年拨付:第1年60%,即6万元;第2年40%,即4万元", step.Steps[1].Steps[0].Words)
}

// The words of a condition: the applicant's own value against what is asked.
func TestConditionWords(t *testing.T) {
	day := calc.Day(2024, 3, 1)
	for _, c := range []struct {
		test  calc.Test
		given map[string]int64
		state State
		want  string
	}{
		{bound("jobs", calc.AtLeast, 10), map[string]int64{"jobs": 10}, Met, "新增就业10人,在10人以上"},
		{bound("jobs", calc.AtLeast, 10), map[string]int64{"jobs": 9}, Failed, "新增就业9人,不到10人"},
		{bound("jobs", calc.Over, 10), map[string]int64{"jobs": 11}, Met, "新增就业11人,超过10人"},
		{bound("jobs", calc.Over, 10), map[string]int64{"jobs": 10}, Failed, "新增就业10人,没有超过10人"},
		{bound("jobs", calc.AtMost, 10), map[string]int64{"jobs": 10}, Met, "新增就业10人,在10人以下"},
		{bound("jobs", calc.AtMost, 10), map[string]int64{"jobs": 11}, Failed, "新增就业11人,超过10人"},
		{bound("jobs", calc.Under, 10), map[string]int64{"jobs": 9}, Met, "新增就业9人,不足10人"},
		{bound("jobs", calc.Under, 10), map[string]int64{"jobs": 10}, Failed, "新增就业10人,已达到10人"},
		{bound("jobs", calc.Under, 10), nil, Open, "还没有填写新增就业"},
		{bound("opened", calc.AtLeast, day), map[string]int64{"opened": day}, Met, "开业日期2024年3月1日,在2024年3月1日或以后"},
		{bound("opened", calc.AtLeast, day), map[string]int64{"opened": day - 31}, Failed, "开业日期2024年2月1日,早于2024年3月1日"},
		{bound("age", calc.AtLeast, calc.MonthSpan(12)), map[string]int64{"opened": day, "applied": day + calc.MonthSpan(24)}, Met, "开业时间2年(申报日期2026年3月1日,开业日期2024年3月1日),满1年"},
		{bound("cny", calc.AtLeast, 7_000_000), map[string]int64{"export": wan, "rate": 71_234}, Met, "出口额折合人民币71234元(出口额1万美元,汇率7.1234元),在7万元以上"},
		{is("listed", 1), map[string]int64{"listed": 1}, Met, ""},
		{is("listed", 1), map[string]int64{"listed": 0}, Failed, "“已上市”填的是“否”"},
		{is("listed", 1), nil, Open, "还没有填写“已上市”"},
		{is("listed", 0, 1), nil, Met, "无论怎样填写都符合"},
		{is("level", 0, 1), map[string]int64{"level": 2}, Failed, "级别:市级"},
		{calc.Test{Op: calc.OpNot, Of: []calc.Test{is("level", 2)}}, map[string]int64{"level": 2}, Failed, "级别:市级"},
		{
			calc.Test{Op: calc.OpAll, Of: []calc.Test{bound("jobs", calc.AtLeast, 10), bound("jobs", calc.Under, 100)}},
			map[string]int64{"jobs": 20}, Met, "新增就业20人,在10人以上、不足100人",
		},
		{
			calc.Test{Op: calc.OpAny, Of: []calc.Test{bound("jobs", calc.AtLeast, 10), is("listed", 1)}},
			map[string]int64{"jobs": 9, "listed": 0}, Failed, "新增就业9人,不到10人;“已上市”填的是“否”",
		},
		{
			calc.Test{Op: calc.OpAtLeast, N: 2, Of: []calc.Test{is("level", 0), bound("jobs", calc.AtLeast, 10), is("listed", 1)}},
			map[string]int64{"jobs": 10, "listed": 1, "level": 1}, Met, "3项中已有2项,须有2项;新增就业10人,在10人以上;“已上市”填的是“是”",
		},
	} {
		got := told(t, firm(c.test, nil), c.given).Steps[0]
		require.Equal(t, c.want, got.Words)
		require.Equal(t, c.state, got.State, c.want)
	}
}

// What an authority decides reads 待认定, and never as failed.
func TestAuthority(t *testing.T) {
	rb := firm(is("green", 1), &calc.Amount{Fixed: wan})
	rb.Conditions[0].By = "市工信局"
	step := told(t, rb, nil)
	require.Equal(t, Authority, step.State)
	require.Equal(t, "待认定,目前可得0至1万元", step.Words)
	require.Equal(t, Authority, step.Steps[0].State)
	require.Equal(t, "待市工信局认定", step.Steps[0].Words)
}

// The tree goes through JSON unharmed, so that a page can walk it.
func TestTreeIsJSON(t *testing.T) {
	_, p := load(t)
	s := p.NewSituation()
	a := p.NewAssessment()
	p.Assess(s, a)
	tree := Explain(p, s, a)
	text, err := json.Marshal(tree)
	require.NoError(t, err)
	var back Tree
	require.NoError(t, json.Unmarshal(text, &back))
	require.Equal(t, tree, back)
}
