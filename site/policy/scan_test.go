package policy

import (
	"regexp"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// A mark is what these patterns say, which are slow.
func TestScanIsThePatterns(t *testing.T) {
	const han = `([一二三四五六七八九十百零〇]{1,9})`
	patterns := map[Level]*regexp.Regexp{
		Part:     regexp.MustCompile(`^` + han + ` ?、`),
		Article:  regexp.MustCompile(`^第` + han + `条`),
		Section:  regexp.MustCompile(`^\( ?` + han + ` ?\)`),
		Item:     regexp.MustCompile(`^([0-9]{1,3}) ?(?:[.、]|$)`),
		Chapter:  regexp.MustCompile(`^第` + han + `章`),
		Division: regexp.MustCompile(`^第` + han + `节`),
		Subitem:  regexp.MustCompile(`^\( ?([0-9]{1,3}) ?\)`),
	}
	pieces := []string{"一", "十", "百", "〇", "零", "二三", "1", "23", "0", "(", ")", " ", "、", ".", "第", "条", "章", "节", "。", "甲", "号"}
	rapid.Check(t, func(t *rapid.T) {
		line := ""
		for _, p := range rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 12).Draw(t, "pieces") {
			line += p
		}
		want, found := form{}, false
		for level, p := range patterns {
			if m := p.FindStringSubmatch(line); m != nil {
				want, found = form{level, m[1], len(m[0])}, true
			}
		}
		got, ok := scan(line)
		require.Equal(t, found, ok, line)
		if ok {
			require.Equal(t, want, got, line)
		}
	})
}

// The text is the same whether the facts are read with it or before it.
func TestRestIsTheSameDocument(t *testing.T) {
	src := []byte("+++\ntitle = \"某市意见\"\nnumber = \"某政发〔2024〕7号\"\nissuer = \"某市人民政府\"\nsigned = 2024-03-01\nvalidity = \"in_force\"\nirregular = [\"c3\"]\n+++\n" +
		"某市意见\n某政发〔2024〕7号\n各县:\n一、甲。\n乙。\n丙\n(一)丁。\n1.戊。己\n庚\n三、辛\n某市人民政府\n2024年3月1日\n附件\n壬\n")
	whole, problems := Parse("p.md", src)
	require.Empty(t, problems)
	front, problems := ParseFront("p.md", src)
	require.Empty(t, problems)
	rest, problems := ParseRest(front, src)
	require.Empty(t, problems)
	whole.byRef, rest.byRef = nil, nil // functions cannot be compared
	require.Equal(t, whole, rest)
	require.Len(t, whole.Tail, 4)
	require.Equal(t, 2, whole.Parts[0].Depth()+whole.Parts[1].Depth())
}
