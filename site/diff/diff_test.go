package diff

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"mingce/calc"
	"mingce/site/mutate"
	"mingce/site/policy"
	"mingce/site/rulefile"
)

const (
	folder = "../../content/policies/qzf-2015-23/"
	wan    = 1_000_000 // 分
)

func load(t testing.TB) *calc.Rulebook {
	t.Helper()
	text, err := os.ReadFile(folder + "policy.md")
	require.NoError(t, err)
	doc, problems := policy.Parse("policy.md", text)
	require.Empty(t, problems)
	rules, err := os.ReadFile(folder + "rules.toml")
	require.NoError(t, err)
	rb, problems := rulefile.Load("qzf-2015-23/rules.toml", rules, doc)
	require.Empty(t, problems)
	return rb
}

func benefitOf(rb *calc.Rulebook, id string) *calc.Benefit {
	for i := range rb.Benefits {
		if rb.Benefits[i].ID == id {
			return &rb.Benefits[i]
		}
	}
	return nil
}

func conditionOf(rb *calc.Rulebook, id string) *calc.Condition {
	for i := range rb.Conditions {
		if rb.Conditions[i].ID == id {
			return &rb.Conditions[i]
		}
	}
	return nil
}

// Each change is said under its rule, and nothing else is.
func TestChanges(t *testing.T) {
	growth := func(rb *calc.Rulebook) *calc.Amount { return benefitOf(rb, "enterprise-growth").Amount }
	share := func(rb *calc.Rulebook) *calc.Share { return benefitOf(rb, "platform-construction").Amount.Share }
	for _, c := range []struct {
		change func(*calc.Rulebook)
		want   []string
	}{
		{func(rb *calc.Rulebook) { growth(rb).Tiers[0].Pay = 50 * wan }, []string{"c3-2-1 项目“电子商务企业做大做强奖励”:第1档奖励由40万元改为50万元"}},
		{func(rb *calc.Rulebook) {
			growth(rb).Tiers[0].Under, growth(rb).Tiers[1].From = 25_000*wan, 25_000*wan
		}, []string{
			"c3-2-1 项目“电子商务企业做大做强奖励”:第1档的范围由1亿元以上、不足2亿元改为1亿元以上、不足2.5亿元",
			"c3-2-1 项目“电子商务企业做大做强奖励”:第2档的范围由2亿元以上、不足5亿元改为2.5亿元以上、不足5亿元",
		}},
		{func(rb *calc.Rulebook) {
			tiers := growth(rb).Tiers
			tiers[2].Under = 100_000 * wan
			growth(rb).Tiers = append(tiers, calc.Tier{From: 100_000 * wan, Under: calc.NoLimit, Pay: 200 * wan})
		}, []string{
			"c3-2-1 项目“电子商务企业做大做强奖励”:5亿元以上一档的范围由5亿元以上改为5亿元以上、不足10亿元",
			"c3-2-1 项目“电子商务企业做大做强奖励”:新增第4档“10亿元以上”:200万元",
		}},
		{func(rb *calc.Rulebook) { share(rb).Num, share(rb).Den = 1, 4 }, []string{"c3-2-2 项目“电子商务平台建设补助”:比例由20%改为25%"}},
		{func(rb *calc.Rulebook) { share(rb).Cap = calc.NoLimit }, []string{"c3-2-2 项目“电子商务平台建设补助”:取消最高限额(原为200万元)"}},
		{func(rb *calc.Rulebook) { share(rb).Floor = wan }, []string{"c3-2-2 项目“电子商务平台建设补助”:新增最低限额1万元"}},
		{func(rb *calc.Rulebook) { conditionOf(rb, "platform-turnover").Test.Bound.Side = calc.Over }, []string{"c3-2-2 条件“平台年交易额1亿元以上”:平台年交易额的界限由“以上”改为“超过”"}},
		{func(rb *calc.Rulebook) { conditionOf(rb, "platform-one-year").Test.Bound.At = 24 }, []string{"c3-2-2 条件“经营满1年”:经营时间由满1年改为满2年"}},
		{func(rb *calc.Rulebook) { conditionOf(rb, "not-awarded-before").Test.Of[0].Values = []int64{1} }, []string{"c3-3-3 条件“没有享受过本政策的一次性奖补(按“仅企业只奖励一次”的读法,县(区)、高新区、经开区除外)”:判断由“已享受过一次性奖补:否”改为“已享受过一次性奖补:是”"}},
		{func(rb *calc.Rulebook) {
			b := benefitOf(rb, "park-startup")
			b.Needs = append(b.Needs, "park-jobs")
		}, []string{"c3-2-3 项目“园区建设启动资金”:新增条件“带动创业就业1000人以上”"}},
		{func(rb *calc.Rulebook) {
			b := benefitOf(rb, "cold-chain")
			b.Needs = b.Needs[:len(b.Needs)-1]
		}, []string{"c3-2-4 项目“冷链物流设备补助”:删去条件“冷冻冷藏库使用面积1000平方米以上”"}},
		{func(rb *calc.Rulebook) { benefitOf(rb, "training-subsidy").Amount = &calc.Amount{Fixed: 3 * wan} }, []string{"c3-2-8 项目“培训补贴”:改为有金额:3万元"}},
		{func(rb *calc.Rulebook) { benefitOf(rb, "park-startup").Amount.Fixed = 120 * wan }, []string{"c3-2-3 项目“园区建设启动资金”:数额由100万元改为120万元"}},
		{func(rb *calc.Rulebook) { rb.Benefits = rb.Benefits[:len(rb.Benefits)-1] }, []string{"c3-2-8 项目“人才政策待遇”:删去"}},
		{func(rb *calc.Rulebook) { rb.Combination.Group.Cap = 500 * wan }, []string{"c3-3-3 合成方式:做法由“电子商务企业做大做强奖励、电子商务平台建设补助、园区建设启动资金、园区考评奖励、电子商务物流企业奖励、冷链物流设备补助中取最高一项”改为“电子商务企业做大做强奖励、电子商务平台建设补助、园区建设启动资金、园区考评奖励、电子商务物流企业奖励、冷链物流设备补助中取最高一项,最高不超过500万元”"}},
		{func(rb *calc.Rulebook) { rb.InForce.Until = "2020-12-31" }, []string{" 全部规则:新增失效日期“2020-12-31”"}},
		{func(rb *calc.Rulebook) { rb.Inputs[0].Options[2].Text = "自然人" }, []string{
			" 问题“申报主体”:选项由“个人”改为“自然人”",
		}},
	} {
		was, is := load(t), load(t)
		require.Empty(t, Changes(was, is))
		c.change(is)
		var got []string
		for _, x := range Changes(was, is) {
			if !strings.Contains(x.Words, "自然人") || strings.HasPrefix(x.Rule, "问题") {
				got = append(got, x.Clause+" "+x.Rule+":"+x.Words)
			}
		}
		require.Equal(t, c.want, got)
	}
}

// No change to the rules goes unsaid.
func TestEveryMutantIsSaid(t *testing.T) {
	was := load(t)
	for _, m := range mutate.Mutants(was) {
		require.NotEmpty(t, Changes(was, m.Of(was)), "%s: %s → %s", m.Rule, m.Before, m.After)
	}
}

func compiled(t *testing.T, change func(*calc.Rulebook)) *calc.Program {
	t.Helper()
	rb := load(t)
	if change != nil {
		change(rb)
	}
	p, err := calc.Compile(rb)
	require.NoError(t, err)
	return p
}

// The firms are enterprises of the city with the turnover given; 40, 60, 100
// by the tiers of 三(二)1. The new version pays 50 in the first tier and 90 in
// the third.
const firms = "申报人,applicant,registered_in_city,taxed_in_city,statistics_in_city,legal_person,ecommerce_business,logistics_business,violation_within_3_years,already_awarded,platform_kind,turnover\n" +
	"甲,企业,是,是,是,是,是,否,否,否,none,1.5亿元\n" + // 40 → 50
	"乙,enterprise,true,true,true,true,true,false,false,false,没有建设这些平台,\"250,000,000\"\n" + // 60
	"丙,企业,是,是,是,是,是,否,否,否,none,5亿元\n" + // 100 → 90
	"丁,企业,是,是,是,是,是,否,否,否,none,\n" + // 0 to 100 → 0 to 90
	"戊,企业,是,是,是,是,是,否,否,否,none,9999万元\n" + // 0
	",,,,,,,,,,,\n"

func TestCompare(t *testing.T) {
	was := compiled(t, nil)
	is := compiled(t, func(rb *calc.Rulebook) {
		tiers := benefitOf(rb, "enterprise-growth").Amount.Tiers
		tiers[0].Pay, tiers[2].Pay = 50*wan, 90*wan
	})
	people, problems := Read("firms.csv", true, []byte("\ufeff"+firms), was, is, nil)
	require.Empty(t, problems)
	var out strings.Builder
	require.NoError(t, Compare(was, is, people).Write(&out))
	require.Equal(t, strings.Join([]string{
		"第2行 甲:40万元 → 50万元,增加10万元",
		"第4行 丙:100万元 → 90万元,减少10万元",
		"第5行 丁:0至100万元 → 0至90万元(还不能确定)",
		"申报人5个:增加1个,共增加10万元;减少1个,共减少10万元;没有变化2个",
		"另有1个有变化而数额还不能确定",
		"奖补总额:原规则200万元至300万元,新规则200万元至290万元",
		"  电子商务企业做大做强奖励:原规则给付3个,新规则给付3个",
		"",
	}, "\n"), out.String())
}

// JSON Lines give what the same CSV gives; what one version alone asks is left
// out of the other.
func TestReadJSONLines(t *testing.T) {
	was := compiled(t, func(rb *calc.Rulebook) {
		rb.Inputs = append(rb.Inputs, calc.Input{ID: "gone", Kind: calc.Bool})
	})
	is := compiled(t, nil)
	people, problems := Read("firms.jsonl", false, []byte("\ufeff{\"turnover\":150000000,\"gone\":true}\n\n{\"applicant\":\"zone\"}\n"), was, is, nil)
	require.Empty(t, problems)
	require.Equal(t, []int{1, 3}, []int{people[0].Line, people[1].Line})
	fromCSV, problems := Read("firms.csv", true, []byte("turnover,gone,applicant\n1.5亿元,是,\n,,\"县(区)、高新区、经开区\"\n"), was, is, nil)
	require.Empty(t, problems)
	for i := range people {
		require.Equal(t, fromCSV[i].Was, people[i].Was)
		require.Equal(t, fromCSV[i].Is, people[i].Is)
	}
}

func TestReadProblems(t *testing.T) {
	p := compiled(t, nil)
	for _, c := range []struct {
		csv        bool
		text, want string
	}{
		{true, "", "1 没有表头"},
		{true, "turnove\n1\n", "1 没有“turnove”这个问题"},
		{true, "turnover,turnover\n1,2\n", "1 “turnover”有两列"},
		{true, "turnover\n1,2\n", "2 这一行有2格,表头只有1格"},
		{true, "turnover\n约5000万\n", "2 turnover:“约5000万”不是准确的数;写准确的数,如40万元、1亿2000万元或199999999.99元"},
		{true, "turnover\n-1元\n", "2 turnover:“-1元”不在范围内"},
		{true, "legal_person\n也许\n", "2 legal_person:“也许”不是“是”或“否”"},
		{true, "applicant\n公司\n", "2 applicant:“公司”不是选项;可以写:“企业”“县(区)、高新区、经开区”“个人”"},
		{true, "turnover\n\"1\n", "2 这一行不是 CSV"},
		{true, "turnover\n", "0 没有申报人"},
		{false, "", "0 没有申报人"},
		{false, "[]", "1 不是一个 JSON 对象"},
		{false, "{\"turnover\":}", "1 JSON 写得不对"},
		{false, "{\"turnover\":1", "1 JSON 没有写完"},
		{false, "{} {}", "1 一行只写一个 JSON 对象"},
		{false, "{}\n{\"turnove\":1}", "2 没有 turnove 这个问题,是否想写 turnover?"},
		{false, "{\"turnover\":1,\"turnover\":1}", "1 turnover: given twice"},
	} {
		_, problems := Read("f", c.csv, []byte(c.text), p, p, nil)
		require.Len(t, problems, 1, c.text)
		got := problems[0]
		require.Equal(t, c.want, strings.TrimSpace(strings.Join([]string{string(rune('0' + got.Line)), got.Text}, " ")))
	}
}

// A population is compared under the readings asked for, in both versions.
func TestReadOfAReading(t *testing.T) {
	p, err := calc.Compile(load(t))
	require.NoError(t, err)
	want := map[string]string{"startup-within-highest": "startup-apart"}
	require.NoError(t, Take(p, p, want))
	require.Error(t, Take(p, p, map[string]string{"startup-within-highest": "no-such"}))
	text := map[bool]string{
		true:  "applicant,violation_within_3_years,already_awarded,park_floor_area,park_occupancy,park_jobs,park_facilities,park_turnover\n\"县(区)、高新区、经开区\",否,否,1万平方米,70%,1000,是,5亿元\n",
		false: `{"applicant":"zone","violation_within_3_years":false,"already_awarded":false,"park_floor_area":10000,"park_occupancy":70,"park_jobs":1000,"park_facilities":true,"park_turnover":500000000}`,
	}
	for csv, src := range text {
		people, problems := Read("f", csv, []byte(src), p, p, want)
		require.Empty(t, problems)
		a := p.NewAssessment()
		p.Assess(people[0].Is, a)
		require.Equal(t, int64(200_000_000), a.Award.Min, "启动资金100万元与考评奖励100万元相加")
		p.Assess(people[0].Was, a)
		require.Equal(t, int64(200_000_000), a.Award.Min)
	}
}
