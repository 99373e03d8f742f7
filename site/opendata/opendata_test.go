package opendata

import (
	"encoding/csv"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/yuin/goldmark"
	"golang.org/x/net/html"

	"mingce/calc"
	"mingce/site/answer"
	"mingce/site/policy"
	"mingce/site/rulefile"
)

// A subject is one policy with its rules and cases.
type subject struct {
	doc     *policy.Document
	rules   *calc.Rulebook
	program *calc.Program
	cases   []rulefile.Case
}

func subjects(t *testing.T) map[string]subject {
	t.Helper()
	out := map[string]subject{}
	for _, dir := range []string{"../../content/policies/qzf-2015-23/", "../../testdata/town/policies/hzf-2024-8/"} {
		read := func(name string) []byte {
			text, err := os.ReadFile(dir + name)
			require.NoError(t, err)
			return text
		}
		doc, found := policy.Parse(dir+"policy.md", read("policy.md"))
		require.NoError(t, found.Err())
		rules, found := rulefile.Load(dir+"rules.toml", read("rules.toml"), doc)
		require.NoError(t, found.Err())
		program, err := calc.Compile(rules)
		require.NoError(t, err)
		cases, found := rulefile.LoadCases(dir+"cases.toml", read("cases.toml"), rules)
		require.NoError(t, found.Err())
		out[dir] = subject{doc, rules, program, cases}
	}
	return out
}

// The text file is the official text; the JSON holds every line of it, in
// order, character for character.
func TestDocumentIsWhole(t *testing.T) {
	for dir, x := range subjects(t) {
		require.Equal(t, x.doc.Text()+"\n", string(Text(nil, x.doc)), dir)
		body, err := Document(nil, "x", x.doc)
		require.NoError(t, err)
		var d struct {
			Title      string
			Head, Tail []struct{ Role, Text string }
			Clauses    []struct {
				ID, Label, Heading, Text string
				Paragraphs               []struct{ ID, Text string }
			}
		}
		require.NoError(t, json.Unmarshal(body, &d))
		var got []string
		for _, l := range d.Head {
			got = append(got, l.Text)
		}
		for _, c := range d.Clauses {
			got = append(got, c.Label+c.Heading+c.Text)
			for _, l := range c.Paragraphs {
				got = append(got, l.Text)
			}
		}
		for _, l := range d.Tail {
			got = append(got, l.Text)
		}
		var want []string
		for line := range strings.SplitSeq(x.doc.Text(), "\n") {
			want = append(want, strings.TrimSpace(line))
		}
		require.Equal(t, want, got, dir)
		require.Equal(t, x.doc.Meta.Title.Value, d.Title)
	}
}

// A reader of Markdown shows every line, as it is.
func TestMarkdownShowsTheText(t *testing.T) {
	docs := []*policy.Document{}
	for _, x := range subjects(t) {
		docs = append(docs, x.doc)
	}
	strange, err := os.ReadFile("../akn/testdata/strange.md")
	require.NoError(t, err)
	doc, problems := policy.Parse("strange.md", strange)
	require.NoError(t, problems.Err())
	for _, d := range append(docs, doc) {
		var b strings.Builder
		require.NoError(t, goldmark.Convert(Markdown(nil, d), &b))
		root, err := html.Parse(strings.NewReader(b.String()))
		require.NoError(t, err)
		var got []string
		for n := range root.Descendants() {
			require.NotContains(t, []string{"ul", "ol", "em", "strong", "pre", "code", "blockquote"}, n.Data)
			if n.Type == html.TextNode && strings.TrimSpace(n.Data) != "" {
				got = append(got, n.Data)
			}
		}
		var want []string
		for line := range strings.SplitSeq(d.Text(), "\n") {
			want = append(want, strings.TrimSpace(line))
		}
		require.Equal(t, want, got)
	}
}

// A case of cases.json, given to assess, comes to its award.
func TestCasesCanBeAssessed(t *testing.T) {
	for dir, x := range subjects(t) {
		body, err := Cases(x.rules, "v", x.cases)
		require.NoError(t, err)
		var file struct {
			Cases []struct {
				Name      string
				Situation json.RawMessage
				Readings  map[string]string
				Min, Max  json.Number
			}
		}
		require.NoError(t, json.Unmarshal(body, &file))
		require.Len(t, file.Cases, len(x.cases))
		for i, c := range file.Cases {
			d, err := answer.NewDecoder(x.program, c.Readings)
			require.NoError(t, err, c.Name)
			var line json.RawMessage = c.Situation
			compact := strings.Join(strings.Fields(string(line)), " ")
			s, err := d.Decode([]byte(compact), nil)
			require.NoError(t, err, "%s: %s", dir, c.Name)
			require.Equal(t, x.cases[i].Situation, s, c.Name)
			a := x.program.NewAssessment()
			x.program.Assess(s, a)
			require.Equal(t, string(yuan(a.Award.Min)), c.Min.String(), c.Name)
			require.Equal(t, string(yuan(a.Award.Max)), c.Max.String(), c.Name)
		}
	}
}

// The rules as data say what the text says.
func TestRulesOfFirstPolicy(t *testing.T) {
	x := subjects(t)["../../content/policies/qzf-2015-23/"]
	body, err := Rules(x.rules, "v")
	require.NoError(t, err)
	var r struct {
		Inputs   []struct{ ID, Kind, Unit string }
		Benefits []struct {
			ID, Clause string
			Amount     *struct {
				Input string
				Tiers []struct{ From, Under, Pay json.Number }
				Share *struct{ Percent, Cap json.Number }
				Fixed json.Number
			}
		}
		Conditions []struct {
			Quote string
			Test  struct {
				Op, Input, Side string
				Value           json.RawMessage
			}
		}
	}
	require.NoError(t, json.Unmarshal(body, &r))
	require.Len(t, r.Inputs, len(x.rules.Inputs))
	require.Len(t, r.Benefits, len(x.rules.Benefits))
	growth := r.Benefits[0]
	require.Equal(t, "c3-2-1", growth.Clause)
	// 年交易额1亿元以上不足2亿元的,一次性奖励40万元 … 5亿元以上的,一次性奖励100万元
	require.Equal(t, []struct{ From, Under, Pay json.Number }{
		{"100000000", "200000000", "400000"}, {"200000000", "500000000", "600000"}, {"500000000", "", "1000000"},
	}, growth.Amount.Tiers)
	platform := r.Benefits[1]
	require.Equal(t, json.Number("20"), platform.Amount.Share.Percent)
	require.Equal(t, json.Number("2000000"), platform.Amount.Share.Cap)
	found := false
	for _, c := range r.Conditions {
		found = found || c.Test.Input == "platform_local_share" && c.Test.Side == "at_least" && string(c.Test.Value) == "30"
	}
	require.True(t, found, "30%以上")
}

func TestIndex(t *testing.T) {
	body, err := Index("某站", "", []Listed{{Facts: Facts{ID: "a", Title: "甲", Validity: "unknown"}, Files: map[string]string{"txt": "a.txt"}}}, map[string]string{"csv": "data/documents.csv"})
	require.NoError(t, err)
	require.JSONEq(t, `{"site":"某站","files":{"csv":"data/documents.csv"},"documents":[{"id":"a","title":"甲","number":"","issuer":"","signed":"","validity":"unknown","files":{"txt":"a.txt"}}]}`, string(body))
}

// A spreadsheet opens the CSV rightly, and takes nothing in it for a formula.
func TestCSV(t *testing.T) {
	body, err := CSV([]Listed{{
		Facts: Facts{ID: "a", Title: "=1+1", Number: "＝甲", Issuer: "@甲", Signed: "2024-01-01", Validity: "in_force", ValidityNote: "a,\"b\"\nc", Keywords: []string{"-甲", "乙"}},
		Files: map[string]string{"html": "policies/a/"},
	}})
	require.NoError(t, err)
	text, ok := strings.CutPrefix(string(body), "\ufeff")
	require.True(t, ok, "Excel needs the mark")
	require.Contains(t, text, "\r\n")
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	require.NoError(t, err)
	require.Equal(t, []string{"a", "'=1+1", "'＝甲", "'@甲", "2024-01-01", "", "", "现行有效", "a,\"b\"\nc", "", "", "'-甲、乙", "policies/a/"}, rows[1])
	require.Len(t, rows[0], len(rows[1]))
}

func TestNumber(t *testing.T) {
	for _, c := range []struct {
		v, scale int64
		want     string
	}{{0, 100, "0"}, {1, 100, "0.01"}, {-150, 100, "-1.5"}, {100_000_000_00, 100, "100000000"}, {5, 10_000, "0.0005"}, {62, 31, "2"}} {
		require.Equal(t, c.want, string(number(c.v, c.scale)))
	}
	require.Equal(t, `"2015-11-30"`, string(value(calc.Date, nil, calc.Day(2015, 11, 30))))
}
