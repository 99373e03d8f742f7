package policy

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// A character that a page would lose is a problem at its line; the text keeps
// it until somebody has decided.
func TestControlCharacters(t *testing.T) {
	src, err := os.ReadFile("../../content/policies/qzf-2015-23/policy.md")
	require.NoError(t, err)
	for _, c := range []string{"\x00", "\x07", "\u0085"} {
		doc, problems := Parse("policy.md", []byte(strings.Replace(string(src), "一次性奖励40万元", "一次性奖励"+c+"40万元", 1)))
		require.Len(t, problems, 1)
		require.Equal(t, "这一行有看不见的控制字符", problems[0].Text)
		require.Contains(t, doc.Text(), "奖励"+c+"40万元")
	}
}

// Stars that a page would refuse are told at their place.
func TestStars(t *testing.T) {
	_, problems := Parse("policy.md", []byte("+++\n+++\n标题\n一、**重点**。\n"))
	require.Contains(t, problems.Error(), "policy.md:4:3: 正文里有“**”")
}
