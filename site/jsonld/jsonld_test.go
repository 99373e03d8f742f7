package jsonld

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"mingce/site/policy"
)

func document(t *testing.T, file string) *policy.Document {
	t.Helper()
	text, err := os.ReadFile(file)
	require.NoError(t, err)
	doc, problems := policy.Parse(file, text)
	require.NoError(t, problems.Err())
	return doc
}

func TestFirstPolicy(t *testing.T) {
	doc := document(t, "../../content/policies/qzf-2015-23/policy.md")
	for _, at := range []string{"", "https://www.example.gov.cn/policies/qzf-2015-23/"} {
		body, err := Encode(Source{Document: doc, Address: at, Formats: []Format{{"a.txt", "text/plain"}}})
		require.NoError(t, err)
		var l map[string]any
		require.NoError(t, json.Unmarshal(body, &l))
		require.Equal(t, "Legislation", l["@type"])
		require.Equal(t, "指导意见", l["legislationType"])
		require.Equal(t, "庆政发〔2015〕23号", l["legislationIdentifier"])
		require.Equal(t, "2015-11-30", l["legislationDate"])
		require.NotContains(t, l, "legislationLegalForce", "the document does not say")
		require.NotContains(t, l, "datePublished")
		parts := l["hasPart"].([]any)
		require.Contains(t, parts, map[string]any{"@type": "Legislation", "@id": at + "#c3-2-1", "name": "培育电子商务企业做大做强"})
	}
}

// Nothing in a title can end the script element it stands in.
func TestHostileTitle(t *testing.T) {
	doc := document(t, "../akn/testdata/strange.md")
	body, err := Encode(Source{Document: doc})
	require.NoError(t, err)
	require.NotContains(t, string(body), "<")
	require.True(t, strings.Contains(string(body), `\u003c`))
}

func TestForce(t *testing.T) {
	require.Equal(t, "https://schema.org/NotInForce", force(policy.Repealed))
	require.Equal(t, "https://schema.org/InForce", force(policy.Amended))
	require.Empty(t, force(policy.Unknown))
}

func TestKind(t *testing.T) {
	for title, want := range map[string]string{"某市关于促进就业的指导意见": "指导意见", "某市管理办法(试行)": "管理办法", "某市文件": ""} {
		require.Equal(t, want, Kind(title), title)
	}
}
