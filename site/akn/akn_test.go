package akn

import (
	"encoding/xml"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"mingce/site/policy"
)

// documents are a real one, the examples of package policy's manual, and one
// that is as strange as may be.
func documents(t testing.TB) map[string]*policy.Document {
	t.Helper()
	out := map[string]*policy.Document{}
	files, err := filepath.Glob("../../content/policies/*/policy.md")
	require.NoError(t, err)
	more, err := filepath.Glob("../../testdata/*/policies/*/policy.md")
	require.NoError(t, err)
	strange, err := filepath.Glob("testdata/*.md")
	require.NoError(t, err)
	for _, file := range append(append(files, more...), strange...) {
		text, err := os.ReadFile(file)
		require.NoError(t, err)
		doc, problems := policy.Parse(file, text)
		require.NoError(t, problems.Err(), file)
		out[file] = doc
	}
	require.Greater(t, len(out), 2)
	return out
}

func source(doc *policy.Document) Source {
	return Source{ID: "qzf-2015-23", Document: doc, Kind: "指导意见", Publisher: "某站<&\"", Address: "https://example.gov.cn/policies/x/"}
}

// lines reads the text back: num, heading and a first p that runs in are one
// line, every other p is one.
func lines(t testing.TB, body []byte) (out []string) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(string(body)))
	inside := ""
	depth := 0
	for {
		token, err := d.Token()
		if err == io.EOF {
			return out
		}
		require.NoError(t, err)
		switch e := token.(type) {
		case xml.StartElement:
			switch e.Name.Local {
			case "num", "p":
				runs := false
				for _, a := range e.Attr {
					runs = runs || a.Name.Local == "class" && a.Value == "run-in"
				}
				if !runs {
					out = append(out, "")
				}
				inside, depth = e.Name.Local, 1
			case "heading":
				inside, depth = "heading", 1
			default:
				depth++
			}
		case xml.EndElement:
			if e.Name.Local == inside {
				inside = ""
			}
		case xml.CharData:
			if inside != "" {
				out[len(out)-1] += string(e)
			}
		}
	}
}

// The text is there, character for character, in its order.
func TestTextIsWhole(t *testing.T) {
	for file, doc := range documents(t) {
		var want []string
		for line := range strings.SplitSeq(doc.Text(), "\n") {
			want = append(want, strings.TrimSpace(line))
		}
		require.Equal(t, want, lines(t, Encode(nil, source(doc))), file)
	}
}

var eID = regexp.MustCompile(`eId="([^"]+)"`)

// Ids are those of the naming convention, and each occurs once.
func TestIDs(t *testing.T) {
	for file, doc := range documents(t) {
		seen := map[string]bool{}
		for _, m := range eID.FindAllStringSubmatch(string(Encode(nil, source(doc))), -1) {
			require.False(t, seen[m[1]], "%s: %s twice", file, m[1])
			require.Regexp(t, `^(issuer|publisher|(chp|dvs|sec|art|subsec|para|subpara)_[0-9]+(-[0-9]+)?(__(dvs|sec|art|subsec|para|subpara)_[0-9]+(-[0-9]+)?)*(__content|__intro)?)$`, m[1])
			seen[m[1]] = true
		}
		if strings.Contains(file, "qzf-2015-23") {
			for _, id := range []string{"sec_3__subsec_2__para_1", "sec_3__subsec_2__para_1__content", "sec_1__intro", "sec_4__subsec_1__para_2"} {
				require.Equal(t, id != "sec_1__intro", seen[id], id)
			}
		}
	}
}

// Files are valid: by our own grammar of the part of the standard that is used
// here, and, if AKN_XSD names it, by the schema of OASIS.
func TestValid(t *testing.T) {
	lint, err := exec.LookPath("xmllint")
	if err != nil {
		t.Skip("xmllint is missing; ./test.sh installs it")
	}
	schemas := []string{"--relaxng", "testdata/akn.rng"}
	if xsd := os.Getenv("AKN_XSD"); xsd != "" {
		schemas = append(schemas, "--schema", xsd)
	}
	for file, doc := range documents(t) {
		at := filepath.Join(t.TempDir(), "doc.xml")
		require.NoError(t, os.WriteFile(at, Encode(nil, source(doc)), 0o600))
		for i := 0; i < len(schemas); i += 2 {
			out, err := exec.Command(lint, "--noout", "--nonet", schemas[i], schemas[i+1], at).CombinedOutput()
			require.NoError(t, err, "%s: %s", file, out)
		}
	}
}

// The grammar itself notices what is wrong.
func TestGrammarRefuses(t *testing.T) {
	lint, err := exec.LookPath("xmllint")
	if err != nil {
		t.Skip("xmllint is missing; ./test.sh installs it")
	}
	for file, doc := range documents(t) {
		good := string(Encode(nil, source(doc)))
		for _, wrong := range [][2]string{{"FRBRcountry", "FRBRcounty"}, {"<conclusions>", "<conclusion>"}, {`eId="`, `id="`}, {"</preface>", "</preface><preface></preface>"}} {
			bad := strings.Replace(good, wrong[0], wrong[1], 1)
			if bad == good {
				continue
			}
			at := filepath.Join(t.TempDir(), "doc.xml")
			require.NoError(t, os.WriteFile(at, []byte(bad), 0o600))
			require.Error(t, exec.Command(lint, "--noout", "--nonet", "--relaxng", "testdata/akn.rng", at).Run(), "%s: %s", file, wrong)
		}
	}
}
