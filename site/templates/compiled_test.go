package templates

import (
	"bytes"
	"io"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"mingce/site/page"
	"mingce/site/policy"
	"mingce/site/templates/compiled"
)

// Every kind of page can be run without html/template: one that cannot is slow,
// and should say so here and not in the time of a build.
func TestEveryKindIsCompiled(t *testing.T) {
	set, err := Load()
	require.NoError(t, err)
	for name, k := range set.byName {
		of, err := k.load()
		require.NoError(t, err)
		_ = of.Execute(io.Discard, nil) // fails, but decides about escaping first
		_, err = compiled.New(of, funcs(), methods())
		if name == "moved" { // goes elsewhere at once, by an address in a script or a refresh
			continue
		}
		require.NoError(t, err, name)
	}
}

// words are texts as documents have them, and some they should not.
func words() *rapid.Generator[string] {
	return rapid.OneOf(
		rapid.SampledFrom([]string{"", "互联网+", "<b>", `"x'&amp;`, "zqidqz", "年交易额1亿元以上", "javascript:x"}),
		rapid.StringOf(rapid.RuneFrom([]rune("一二三、。(1)<>&\"'+ a\u3000"))))
}

func someLine() *rapid.Generator[page.Line] {
	return rapid.Custom(func(t *rapid.T) page.Line {
		roles := []policy.Role{policy.Title, policy.Addressee, policy.Body, policy.Signature, policy.Annex}
		return page.Line{
			ID:   rapid.SampledFrom([]string{"", "c1-p2", "annex-1", "a b", "第一条"}).Draw(t, "id"),
			Text: words().Draw(t, "text"), Role: rapid.SampledFrom(roles).Draw(t, "role"),
		}
	})
}

func someClause(depth int) *rapid.Generator[page.Clause] {
	return rapid.Custom(func(t *rapid.T) page.Clause {
		c := page.Clause{
			ID: rapid.SampledFrom([]string{"c1", "c3-2-1_2", "a3", `x"y`}).Draw(t, "id"), Ref: words().Draw(t, "ref"),
			Rank: rapid.SampledFrom([]int{0, 2, 3}).Draw(t, "rank"), Strong: words().Draw(t, "strong"), Text: words().Draw(t, "text"),
			Paragraphs: rapid.SliceOfN(someLine(), 0, 3).Draw(t, "paragraphs"),
		}
		if depth > 0 {
			c.Children = rapid.SliceOfN(someClause(depth-1), 0, 3).Draw(t, "children")
		}
		if rapid.IntRange(0, 5).Draw(t, "explained") == 0 {
			c.Words = page.Words{{Text: c.Text, Term: "b2b"}}
		}
		if rapid.IntRange(0, 5).Draw(t, "granted") == 0 {
			c.Grants = []page.Link{{Text: "奖励", To: "policies/x/#a"}}
		}
		return c
	})
}

// The page of a policy, which there are thousands of, is written without
// html/template, and as that would write it.
func TestPolicyIsWrittenAlike(t *testing.T) {
	set, err := Load()
	require.NoError(t, err)
	rapid.Check(t, func(t *rapid.T) {
		p := page.Policy{
			Frame: frame(), Titles: []string{words().Draw(t, "title")}, Number: words().Draw(t, "number"),
			Head: rapid.SliceOfN(someLine(), 0, 3).Draw(t, "head"), Parts: rapid.SliceOfN(someClause(2), 0, 3).Draw(t, "parts"),
			Contents: []page.Entry{{ID: "c1", Text: words().Draw(t, "heading"), Under: []page.Entry{{ID: "c1-1", Text: "x"}}}},
			Box:      []page.Fact{{Label: "有效性", Value: words().Draw(t, "validity")}},
		}
		k := set.byName["policy"]
		of, err := k.load()
		require.NoError(t, err)
		var want bytes.Buffer
		require.NoError(t, of.Execute(&want, p))
		_, err = set.Render("policy", p)
		require.NoError(t, err)
		got, ok := k.fast.Append(nil, p)
		require.True(t, ok)
		require.Equal(t, want.String(), string(got))
	})
}
