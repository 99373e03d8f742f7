package rulefile

import (
	"bytes"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"mingce/calc"
	"mingce/site/policy"
	"mingce/site/problem"
)

// Any figure or bound word of the published rules changed alone is a problem
// on its line: a slip of copying cannot be published.
func TestEveryFigureIsHeldToTheText(t *testing.T) {
	holdFigures(t, rulesFile, string(rules(t)), document(t), 100)
}

// holdFigures changes every figure and bound word of rules in turn.
func holdFigures(t *testing.T, file, rules string, doc *policy.Document, least int) {
	lines := strings.Split(rules, "\n")
	figure := regexp.MustCompile(`\b(at_least|over|at_most|under|pay|rate|cap|floor|above|up_to|every) = "([0-9]+)([^"]*)"`)
	side := regexp.MustCompile(`\b(at_least|under|over|at_most) = `)
	other := map[string]string{"at_least": "over", "under": "at_most", "over": "at_least", "at_most": "under"}
	changed := 0
	try := func(n int, line string) {
		src := strings.Join(slices.Replace(slices.Clone(lines), n, n+1, line), "\n")
		_, problems := Load(file, []byte(src), doc)
		here := func(p problem.Problem) bool { return p.Line == n+1 }
		require.True(t, slices.ContainsFunc(problems, here), "line %d: %s", n+1, line)
		changed++
	}
	for n, line := range lines {
		for _, m := range figure.FindAllStringSubmatchIndex(line, -1) {
			try(n, line[:m[4]]+"3"+line[m[4]:]) // 40 becomes 340
			try(n, line[:m[5]]+"5"+line[m[5]:]) // 40 becomes 405
		}
		for _, m := range side.FindAllStringSubmatchIndex(line, -1) {
			try(n, line[:m[2]]+other[line[m[2]:m[3]]]+line[m[3]:])
		}
	}
	require.Greater(t, changed, least)
}

// The same for the text: a figure changed in policy.md no longer has the
// rule's quote.
func TestEveryFigureOfTheTextIsHeld(t *testing.T) {
	src, err := os.ReadFile(folder + "policy.md")
	require.NoError(t, err)
	part := bytes.Index(src, []byte("\n(二)支持内容和标准。"))
	end := bytes.Index(src, []byte("\n5.支持“全民创业"))
	require.Less(t, 0, part)
	require.Less(t, part, end)
	figure := regexp.MustCompile(`[0-9]+(万|亿|%|平|人|年)`)
	for _, m := range figure.FindAllIndex(src[part:end], -1) {
		at := part + m[0]
		mutated := slices.Insert(slices.Clone(src), at, '3')
		doc := parse(t, mutated)
		_, problems := Load(rulesFile, rules(t), doc)
		require.NotEmpty(t, problems, "%s", src[at-20:at+20])
	}
}

// The contract fixes these ids, and their order.
func TestContract(t *testing.T) {
	rb := rulebook(t)
	var inputs, benefits, readings []string
	for _, in := range rb.Inputs {
		inputs = append(inputs, in.ID)
	}
	for _, b := range rb.Benefits {
		benefits = append(benefits, b.ID)
	}
	for _, r := range rb.Readings {
		id := r.ID
		for _, a := range r.Alternatives {
			id += " " + a.ID
		}
		readings = append(readings, id)
	}
	require.Equal(t, strings.Fields(`applicant registered_in_city taxed_in_city statistics_in_city legal_person
		ecommerce_business logistics_business violation_within_3_years already_awarded turnover platform_kind
		platform_months platform_turnover platform_local_share platform_recognized platform_investment park_floor_area
		park_occupancy park_jobs park_facilities park_turnover logistics_site_area logistics_turnover cold_storage_area
		cold_chain_investment`), inputs[:25])
	require.Equal(t, strings.Fields(`enterprise-growth platform-construction park-startup park-assessment
		logistics-growth cold-chain startup-support tax-relief land-support training-subsidy talent-policy`), benefits)
	require.Equal(t, []string{
		"inclusive-thresholds", "scope-for-enterprises", "legal-person-required individual-counts",
		"once-for-all zones-may-repeat", "highest-only", "startup-within-highest startup-apart",
		"veto-for-enterprises veto-for-all", "effective-from-issue", "occupancy-basis", "round-down-to-fen",
	}, readings)
	for _, in := range rb.Inputs {
		if in.Kind == calc.Money {
			require.Equal(t, [2]int64{0, calc.MaxValue}, [2]int64{in.Min, in.Max}, in.ID)
		}
	}
}

// Every rule of the published policy is cited.
func TestEverythingIsCited(t *testing.T) {
	rb := rulebook(t)
	cited := func(what string, c calc.Citation) {
		require.NotEmpty(t, c.Clause, what)
		require.NotEmpty(t, c.Quote, what)
	}
	for _, c := range rb.Conditions {
		cited(c.ID, c.Cite)
	}
	for _, b := range rb.Benefits {
		cited(b.ID, b.Cite)
		if b.Amount == nil {
			continue
		}
		switch {
		case b.Amount.Share != nil:
			cited(b.ID, b.Amount.Share.Cite)
			cited(b.ID, b.Amount.Share.CapCite)
		case b.Amount.Fixed > 0:
			cited(b.ID, b.Amount.Cite)
		}
		for _, tier := range b.Amount.Tiers {
			cited(b.ID, tier.Cite)
		}
	}
	cited("combination", rb.Combination.Cite)
}
