package terms

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// The example of the package doc loads.
func TestManual(t *testing.T) {
	text, err := os.ReadFile("terms.go")
	require.NoError(t, err)
	_, rest, found := strings.Cut(string(text), "//\t[[term]]")
	require.True(t, found)
	example, _, found := strings.Cut("[[term]]"+rest, "\n//\n")
	require.True(t, found)
	list, problems := Load("terms.toml", []byte(strings.ReplaceAll(example, "//\t", "")))
	require.NoError(t, problems.Err())
	require.Equal(t, []Term{{ID: "b2c", Word: "B2C", Means: "企业在网上向个人消费者出售商品或者服务。", Also: []string{"企业对个人"}}}, list)
}

func TestProblems(t *testing.T) {
	for text, want := range map[string]string{
		`[[term]]` + "\n" + `id = "B2C"` + "\n" + `word = "B2C"` + "\n" + `means = "a"`:                             "id 的写法不对",
		`[[term]]` + "\n" + `id = "a"` + "\n" + `word = "甲"` + "\n" + `means = "a"`:                                 "太短",
		`[[term]]` + "\n" + `id = "a"` + "\n" + `word = "甲乙"` + "\n" + `means = ""`:                                 "解释有0个字",
		`[[term]]` + "\n" + `id = "a"` + "\n" + `word = "甲乙"` + "\n" + `means = "` + strings.Repeat("长", 121) + `"`: "解释有121个字",
		`[[term]]` + "\n" + `id = "a"` + "\n" + `word = "甲乙"` + "\n" + `also = ["甲乙"]` + "\n" + `means = "丙"`:       "解释了两次",
		`[[term]]` + "\n" + `id = "a"` + "\n" + `word = "甲乙"` + "\n" + `mean = "丙"`:                                 "mean",
		"[[term]]\nid = \"a\"\nword = \"甲乙\"\nmeans = \"丙\"\n[[term]]\nid = \"a\"\nword = \"丁戊\"\nmeans = \"丙\"":    "用了两次",
	} {
		_, problems := Load("terms.toml", []byte(text))
		require.ErrorContains(t, problems.Err(), want, text)
	}
}

func TestMark(t *testing.T) {
	m := NewMarker([]Term{{ID: "b2b", Word: "B2B"}, {ID: "b2c", Word: "B2C"}, {ID: "chain", Word: "冷链"}, {ID: "cold", Word: "冷链物流"}})
	seen := map[string]bool{}
	require.Equal(t, []Run{{Text: "通过"}, {"B2B", "b2b"}, {Text: "、"}, {"B2C", "b2c"}, {Text: "等"}}, m.Mark("通过B2B、B2C等", seen))
	require.Nil(t, m.Mark("B2B又来", seen), "once in a clause")
	require.Nil(t, m.Mark("XB2B和B2B2", map[string]bool{}), "part of another word")
	require.Equal(t, []Run{{Text: "XB2B和"}, {"B2B", "b2b"}}, m.Mark("XB2B和B2B", map[string]bool{}), "later by itself")
	require.Equal(t, []Run{{"冷链物流", "cold"}, {Text: "设备"}}, m.Mark("冷链物流设备", map[string]bool{}), "the longer one")
	require.Nil(t, NewMarker(nil).Mark("甲", nil))
	require.Empty(t, m.Mark("", nil))
}

// Whatever is marked, the text stays what it was.
func TestMarkAltersNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.StringOfN(rapid.SampledFrom([]rune("甲乙A1.*[")), 1, 3, -1)
		var list []Term
		for i, w := range rapid.SliceOfNDistinct(word, 0, 4, rapid.ID[string]).Draw(t, "words") {
			list = append(list, Term{ID: string(rune('a' + i)), Word: w})
		}
		text := rapid.StringOfN(rapid.SampledFrom([]rune("甲乙A1.*[ 丙")), 0, 20, -1).Draw(t, "text")
		var joined strings.Builder
		runs := NewMarker(list).Mark(text, map[string]bool{})
		if runs == nil {
			return
		}
		for _, r := range runs {
			joined.WriteString(r.Text)
			if r.Term != "" {
				require.Equal(t, list[r.Term[0]-'a'].Word, r.Text)
			}
		}
		require.Equal(t, text, joined.String())
	})
}
