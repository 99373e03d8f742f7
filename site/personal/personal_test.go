package personal

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func TestNumbersOfPersonsAreFound(t *testing.T) {
	for text, want := range map[string]string{
		"身份证号11010519491231002X的":        "身份证号 11010519491231002X", // the example of GB 11643
		"440524188001010014":             "",                        // born in 1880: the other example of GB 11643
		"张三,110105194912310029":          "",                        // wrong check character
		"110105 19491231 002X":           "身份证号 110105 19491231 002X",
		"11010519491231002X":             "身份证号 11010519491231002X",
		"旧号110105491231002":              "身份证号 110105491231002",
		"手机13812345678。":                 "手机号 13812345678",
		"+86 138-1234-5678":              "手机号 +86 138-1234-5678",
		"138 1234 5678":                  "手机号 138 1234 5678",
		"13812345678,13912345678":        "手机号 13812345678|手机号 13912345678",
		"13812345678 13912345678":        "手机号 13812345678|手机号 13912345678",
		"电话0459-6123456":                 "固定电话号码 0459-6123456",
		"(0459)6123456":                  "固定电话号码 (0459)6123456",
		"010-62345678-123":               "固定电话号码 010-62345678-123",
		"联系电话:6123456":                   "固定电话号码 6123456",
		"卡号 6222020200112233444":         "银行账号 6222020200112233444",
		"4111111111111111":               "银行账号 4111111111111111", // the well-known test number
		"开户行:某行某支行,账号:08123456789":       "银行账号 08123456789",
		"身份证2306**********123X":          "",
		"138****1234":                    "",
		"138****1234、0459-****567":       "",
		"统一社会信用代码91350100M000100Y43":     "", // the example of GB 32100
		"庆政发〔2015〕23号,2015年11月30日":       "",
		"年交易额13812345678元":               "",
		"13812345678.00":                 "",
		"共13800000000元":                  "",
		"2015-11-30至2020-12-31":          "",
		"索引号 000014349/2017-00110":       "",
		"网站标识码5101320017":                "",
		"ICP备案号 黑ICP备05001234号":          "",
		"0459-6123456/13812345678":       "固定电话号码 0459-6123456|手机号 13812345678",
		"1381234567８":                    "手机号 1381234567８",
		"https://a.gov.cn/13812345678":   "",
		"邮编163311,面积6123456平方米":          "",
		"2306021999010112":               "",
		"6123456":                        "",
		"1966-2026 5000-10000 2000-5000": "",
	} {
		var got []string
		for _, f := range Find(text) {
			got = append(got, fmt.Sprintf("%s %s", f.Kind, text[f.Start:f.End]))
			require.NotEmpty(t, f.Kind.Hint())
		}
		require.Equal(t, want, strings.Join(got, "|"), text)
	}
}

func TestOfficesMayBeCalled(t *testing.T) {
	ok := Allowed([]string{"某市商务局 电话 0459-6123456", "13812345678", "6234567"})
	require.True(t, ok("(0459)6123456"))
	require.True(t, ok("+86 138 1234 5678"))
	require.True(t, ok("6234567"))
	require.False(t, ok("0459-6123457"))
	require.False(t, Allowed(nil)("13812345678"))
}

// around is what may stand beside a number.
func around() *rapid.Generator[string] {
	return rapid.SampledFrom([]string{"", "申请人", ",", "。", " ", "(", "、", "\n", ":", "“", ","})
}

// identityNumber makes a valid number by the definition of the standard: the
// weighted sum, not the doubling that the program uses.
func identityNumber(rt *rapid.T) string {
	province := rapid.SampledFrom(strings.Fields(provinces)).Draw(rt, "province")
	day := fmt.Sprintf("%04d%02d%02d", rapid.IntRange(1900, 2025).Draw(rt, "year"), rapid.IntRange(1, 12).Draw(rt, "month"), rapid.IntRange(1, 28).Draw(rt, "day"))
	d := province + fmt.Sprintf("%04d", rapid.IntRange(0, 9999).Draw(rt, "place")) + day + fmt.Sprintf("%03d", rapid.IntRange(0, 999).Draw(rt, "order"))
	sum := 0
	for i, w := range []int{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2} {
		sum += int(d[i]-'0') * w
	}
	return d + string("10X98765432"[sum%11])
}

func TestEveryIdentityNumberIsFound(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		id := identityNumber(rt)
		if id[0] == '9' && socialCredit(id) {
			rt.Skip("also an enterprise's code")
		}
		text := around().Draw(rt, "before") + id + around().Draw(rt, "after")
		found := Find(text)
		require.Len(rt, found, 1, text)
		require.Equal(rt, Identity, found[0].Kind)
		require.Equal(rt, id, text[found[0].Start:found[0].End])
		masked := id[:4] + "**********" + id[14:]
		require.Empty(rt, Find(strings.Replace(text, id, masked, 1)))
	})
}

func TestEveryMobileNumberIsFound(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		n := rapid.StringMatching(`1[3-9][0-9]{9}`).Draw(rt, "number")
		text := around().Draw(rt, "before") + n + around().Draw(rt, "after")
		found := Find(text)
		require.Len(rt, found, 1, text)
		require.Equal(rt, n, text[found[0].Start:found[0].End])
		require.Empty(rt, Find(strings.Replace(text, n, n[:3]+"****"+n[7:], 1)))
		require.Empty(rt, Find(n+"元"))
	})
}

func TestEnterprisesAndFiguresAreNotPersons(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		code := rapid.StringMatching(`9[1-3][0-9]{6}[0-9A-HJ-NPQRTUWXY]{9}`).Draw(rt, "code")
		weight, sum := 1, 0
		for i := range 17 {
			sum += strings.IndexByte(creditAlphabet, code[i]) * weight
			weight = weight * 3 % 31
		}
		code += string(creditAlphabet[(31-sum%31)%31])
		require.Empty(rt, Find("某公司,"+code+","), code)
		amount := rapid.Int64Range(0, 1e13).Draw(rt, "amount")
		require.Empty(rt, Find(fmt.Sprintf("奖励%d元", amount)))
		require.Empty(rt, Find(fmt.Sprintf("共%d.%02d", amount, amount%100)))
		require.Empty(rt, Find(fmt.Sprintf("庆政发〔%d〕%d号,%d年%d月%d日", 2000+amount%30, amount%1000, 2000+amount%30, 1+amount%12, 1+amount%28)))
		require.Empty(rt, Find(fmt.Sprintf("%d-%02d-%02d", 1990+amount%50, 1+amount%12, 1+amount%28)))
	})
}

func TestCardsAreFound(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		d := "62" + rapid.StringMatching(`[0-9]{13,16}`).Draw(rt, "card")
		for c := '0'; c <= '9'; c++ { // exactly one last digit passes the check
			if luhn(d + string(c)) {
				d += string(c)
				break
			}
		}
		if identity(d) || socialCredit(d) {
			rt.Skip("also an identity number or a code")
		}
		found := Find("转入" + d + "。")
		require.Len(rt, found, 1, d)
		require.Equal(rt, Account, found[0].Kind)
	})
}

func FuzzFind(f *testing.F) {
	f.Add("1381234567８")
	f.Add("\xff13812345678")
	f.Fuzz(func(t *testing.T, text string) {
		last := 0
		for _, found := range Find(text) {
			require.GreaterOrEqual(t, found.Start, last)
			require.Greater(t, found.End, found.Start)
			require.LessOrEqual(t, found.End, len(text))
			last = found.End
		}
	})
}

func BenchmarkFind(b *testing.B) {
	text := strings.Repeat("年交易额1亿元以上不足2亿元的,一次性奖励40万元;", 500)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Find(text)
	}
}
