package page

import (
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"mingce/calc"
	"mingce/site/policy"
	"mingce/site/rulefile"
)

func compiled(t *testing.T, folder string) (*calc.Program, *policy.Document) {
	t.Helper()
	text, err := os.ReadFile(folder + "policy.md")
	require.NoError(t, err)
	doc, problems := policy.Parse("policy.md", text)
	require.Empty(t, problems)
	text, err = os.ReadFile(folder + "rules.toml")
	require.NoError(t, err)
	rules, problems := rulefile.Load("rules.toml", text, doc)
	require.Empty(t, problems)
	p, err := calc.Compile(rules)
	require.NoError(t, err)
	return p, doc
}

// Who comes first is found from the rules: of 庆政发〔2015〕23号 who applies
// (三(二) speaks to 企业, 县(区) and 个人) and the two kinds of business that
// 三(一) names; of the town's, being registered there.
func TestWhoIsFoundFromTheRules(t *testing.T) {
	for folder, want := range map[string][]string{
		"../../content/policies/qzf-2015-23/":      {"applicant", "ecommerce_business", "logistics_business"},
		"../../testdata/town/policies/hzf-2024-8/": {"registered"},
	} {
		p, doc := compiled(t, folder)
		var got []string
		for _, i := range Who(p) {
			got = append(got, p.Rulebook.Inputs[i].ID)
		}
		require.Equal(t, want, got, folder)
		var c Calculator
		c.FillSheet(p, doc, "policies/x/")
		var marked []string
		for _, g := range c.Groups {
			for _, q := range g.Questions {
				if q.Who {
					marked = append(marked, q.ID)
				}
			}
		}
		require.Equal(t, want, marked)
	}
}

// Each kind of applicant reads beforehand what there is for it: of the amounts
// 三(二)1, 2 and 4 twice for firms, at most 200万元; 3 twice for counties, at
// most 300万元; for individuals 5 alone, without an amount.
func TestOptionsSayWhatTheyLeadTo(t *testing.T) {
	p, doc := compiled(t, "../../content/policies/qzf-2015-23/")
	var c Calculator
	c.FillSheet(p, doc, "policies/x/")
	var notes []string
	for _, o := range c.Groups[0].Questions[0].Options {
		notes = append(notes, o.Note)
	}
	require.Equal(t, []string{"4项奖补,最高200万元;另有5项优惠,没有金额", "2项奖补,最高300万元", "1项优惠,没有金额", ""}, notes)
	require.Equal(t, "电子商务平台建设补助", c.Groups[2].Questions[0].For)
	require.Equal(t, "三(二)2", c.Groups[2].Questions[0].Cite.Ref)
}
