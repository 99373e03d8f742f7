package rulefile

import (
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"mingce/calc"
	"mingce/site/policy"
)

const (
	folder    = "../../content/policies/qzf-2015-23/"
	rulesFile = "content/policies/qzf-2015-23/rules.toml"
)

func document(t testing.TB) *policy.Document {
	src, err := os.ReadFile(folder + "policy.md")
	require.NoError(t, err)
	return parse(t, src)
}

func parse(t testing.TB, src []byte) *policy.Document {
	doc, problems := policy.Parse("content/policies/qzf-2015-23/policy.md", src)
	require.Empty(t, problems)
	return doc
}

func rules(t testing.TB) []byte {
	src, err := os.ReadFile(folder + "rules.toml")
	require.NoError(t, err)
	return src
}

func rulebook(t testing.TB) *calc.Rulebook {
	rb, problems := Load(rulesFile, rules(t), document(t))
	require.Empty(t, problems)
	return rb
}

func TestLoad(t *testing.T) {
	rb := rulebook(t)
	require.Equal(t, "qzf-2015-23", rb.ID)
	_, err := calc.Compile(rb)
	require.NoError(t, err)
}

func BenchmarkLoad(b *testing.B) {
	src, doc := rules(b), document(b)
	for b.Loop() {
		Load(rulesFile, src, doc)
	}
}
