package templates

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"mingce/site/page"
	"mingce/site/policy"
)

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

// What is filled into a form is, byte for byte, what the template writes.
func TestFormsWriteWhatTheTemplatesWrite(t *testing.T) {
	set, err := Load()
	require.NoError(t, err)
	f := &forms{set: set}
	in := page.Policy{Frame: page.Frame{Root: "../../"}}
	rapid.Check(t, func(t *rapid.T) {
		c := someClause(2).Draw(t, "clause")
		var want bytes.Buffer
		require.NoError(t, set.parts.ExecuteTemplate(&want, "clause", scoped{in, c}))
		got, err := f.clauses(in, []page.Clause{c})
		require.NoError(t, err)
		require.Equal(t, want.String(), string(got))
	})
}

// The forms are there: a part whose shape has none is slow, and should say so
// here and not in the time of a build.
func TestPartsHaveForms(t *testing.T) {
	set, err := Load()
	require.NoError(t, err)
	f := &forms{set: set}
	line := page.Line{ID: "c1-p2", Text: "文", Role: policy.Body}
	require.NotNil(t, f.lineForm(line))
	for _, rank := range []int{0, 2, 3} {
		c := page.Clause{ID: "c1", Ref: "一", Rank: rank, Strong: "一、", Text: "文", Paragraphs: []page.Line{line}}
		require.NotNil(t, f.clauseForm(c), rank)
		c.Children = []page.Clause{c}
		require.NotNil(t, f.clauseForm(c), rank)
	}
}

// A part that puts words where text is not escaped as text has no form.
func TestOtherEscapingHasNoForm(t *testing.T) {
	require.Nil(t, cut(`<a href="zqtextqz%3c%22&amp;">`, nil))
	require.NotNil(t, cut(`<a href="#zqidqz">x</a>`, nil))
}
