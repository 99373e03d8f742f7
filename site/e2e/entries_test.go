package e2e

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"mingce/calc"
	"mingce/site/amount"
)

// An entry is what the page makes of something typed.
type entry struct {
	Text      string
	Kept      string
	Invalid   bool
	Says      string
	Shown     bool
	Described bool
	Markup    int
	Known     bool
}

// What cannot be read is said at the field, kept as typed, and counts as
// unknown.
func TestWrongEntries(t *testing.T) {
	x, p := daqing(t), open(t, serve(t))
	p.sheet()
	for id, texts := range map[string][]string{
		"turnover": {
			"十亿八千", "-5", "1e999", "3..4", "10万亿1元", "999999999999999999999", "<script>alert(1)</script>",
			"<img src=x onerror=alert(1)>", "1.234", "12,34", "1亿5", "一万五", "一千五万", "一亿五", "1亿二千万", "五十百", "千万", "NaN", "Infinity", "0x10", "约1亿", "1亿美元",
			"1 亿 以 上", "+", ".", ",", "亿", "元", "--1", "1/2", "99万亿", "${1}", strings.Repeat("9", 5000),
		},
		"platform_local_share": {"101", "-1", "100.01", "30.001", "三成", "30%%", "0.3.1"},
		"park_jobs":            {"3.5", "-1", "many", "1人2"},
		"platform_months":      {"1.5", "-1", "soon"},
	} {
		nothing := x.expected(x.program.NewSituation())
		for _, e := range get[[]entry](p, `e2e.entries($0, $1, true)`, id, texts) {
			require.True(t, e.Invalid, "%s %q is taken: %s", id, e.Text, e.Says)
			require.NotEmpty(t, strings.TrimSpace(e.Says), "%s %q: no message", id, e.Text)
			require.NotContains(t, e.Says, "{", "%s %q: %s", id, e.Text, e.Says)
			require.NotContains(t, e.Says, "undefined", "%s %q", id, e.Text)
			if strings.Contains(e.Says, "没有看懂") {
				require.Equal(t, id == "turnover", strings.Contains(e.Says, "亿"), "%s: the advice is for another kind of number: %s", id, e.Says)
			}
			require.True(t, e.Shown && e.Described, "%s %q: the message is not at the field", id, e.Text)
			require.Equal(t, e.Text, e.Kept, "what was typed is lost")
			require.Zero(t, e.Markup, "%q became markup", e.Text)
			require.False(t, e.Known, "%s %q counts as an answer", id, e.Text)
		}
		got := get[answer](p, `e2e.says()`)
		require.Equal(t, []string{id}, got.Wrong)
		got.Wrong = nothing.Wrong
		require.Equal(t, nothing, got, "the last wrong entry of %s changes the answer", id)
		blank := get[[]entry](p, `e2e.entries($0, $1)`, id, []string{" ", ""})
		for _, e := range blank {
			require.False(t, e.Invalid || e.Known || e.Says != "", "nothing typed is nothing known, and no mistake: %+v", e)
		}
	}
}

// The ways people write 1.2亿 are all read exactly.
func TestRightEntries(t *testing.T) {
	p := open(t, serve(t))
	p.sheet()
	for _, e := range get[[]entry](p, `e2e.entries("turnover", $0)`, []string{
		"1.2亿", "12000万", "120,000,000", "120000000", "１.２亿", "１２０，０００，０００", "１２０００万", "1亿2000万", "1亿2000万元", "1 亿 2000 万 元",
		"¥120,000,000", "￥120,000,000.00", "人民币1.2亿元", "人民币12000万元整", " 1.2 亿 ", "120000000.00", "0120000000", "0.00012万亿", "1.20亿",
		"壹亿贰仟万元", "壹億貳仟萬圓", "一亿两千万", "一亿二千万元整", "一亿零二千万元",
	}) {
		require.False(t, e.Invalid, "%q: %s", e.Text, e.Says)
		require.Equal(t, "= 1亿2000万元", e.Says, "%q", e.Text)
		require.True(t, e.Known)
	}
}

// What the page reads, site/amount reads as the same number: random words of
// digits, signs and scales, half of them well formed or nearly so.
func TestEntriesReadAsInGo(t *testing.T) {
	x, p := daqing(t), open(t, serve(t))
	p.sheet()
	r := rand.New(rand.NewPCG(8, 23))
	for _, in := range x.rules.Inputs {
		if !in.Kind.Numeric() || in.Kind == calc.Date {
			continue
		}
		texts := make([]string, 250)
		for i := range texts {
			texts[i] = scribble(r, in.Unit)
		}
		read := 0
		for _, e := range get[[]entry](p, `e2e.entries($0, $1)`, in.ID, texts) {
			if e.Invalid || strings.TrimSpace(e.Text) == "" {
				continue
			}
			read++
			v, err := amount.Parse(in.Kind, in.Unit, e.Text)
			require.NoError(t, err, "%s: the page reads %q as %s", in.ID, e.Text, e.Says)
			require.Equal(t, "= "+amount.Format(in.Kind, in.Unit, v), e.Says, "%s: %q", in.ID, e.Text)
			require.True(t, v >= in.Min && v <= in.Max, "%s: %q", in.ID, e.Text)
		}
		require.Greater(t, read, 10, "%s: hardly anything is read; the test says nothing", in.ID)
	}
	p.eval(`e2e.entries("turnover", [""])`)
}

// scribble writes something like a number.
func scribble(r *rand.Rand, unit string) string {
	pieces := []string{"0", "1", "2", "5", "12", "100", "250", "000", ".", ".5", "0.05", ",", ",000", "万", "亿", "千", "百", "十", "千万",
		"元", "一", "五", "两", "零", "十", "百", "千", "壹", "拾", "万", unit, "%", "平方米", "个月", "人", "¥", "１", "．", "，", " ", "整", "-", "万亿"}
	var b strings.Builder
	if r.IntN(3) > 0 {
		b.WriteString(pieces[r.IntN(7)])
	}
	for range r.IntN(6) {
		b.WriteString(pieces[r.IntN(len(pieces))])
	}
	return b.String()
}
