package compiled

import (
	"bytes"
	"html/template"
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

type thing struct {
	Name  string
	Kind  kindOf
	Count int
	HTML  template.HTML
	On    *thing
	List  []thing
	Map   map[string]string
	Any   any
	Yes   bool
}

type kindOf string

func (t thing) Loud() string            { return t.Name + "!" }
func (t thing) Join(with string) string { return t.Name + with }

func things() template.FuncMap {
	return template.FuncMap{
		Scope: NewPair, "shout": func(s string) template.HTML { return template.HTML("<b>" + template.HTMLEscapeString(s) + "</b>") },
		"next": func(i int) int { return i + 1 },
	}
}

// both runs a template in both ways; fast is "" where it is left to
// html/template.
func both(t require.TestingT, text string, data any) (want, fast string) {
	of, err := template.New("main").Funcs(things()).Parse(text)
	require.NoError(t, err)
	require.NoError(t, of.Execute(io.Discard, data))
	var b bytes.Buffer
	require.NoError(t, of.Execute(&b, data))
	c, err := New(of, things(), nil)
	require.NoError(t, err)
	out, ok := c.Append([]byte("before "), data)
	if !ok {
		require.Equal(t, "before ", string(out))
		return b.String(), ""
	}
	return "before " + b.String(), string(out)
}

// words are texts as documents have them, and some they should not.
func words() *rapid.Generator[string] {
	return rapid.OneOf(
		rapid.SampledFrom([]string{"", "互联网+", "<b>", `"x'&amp;`, "年交易额1亿元以上", "https://a/b?c=d&e#f", "http:x", "mailto:a@b", "../a b/%41%4", "HTTPS://x"}),
		rapid.StringOf(rapid.RuneFrom([]rune("一二。(1)<>&\"'+ a\u3000\x00\ufffd/:?#%[]@!$*,;=~-._A9\n"))))
}

// Every value is written, in every kind of place, as html/template writes it,
// or not at all.
func TestWordsAreWrittenAlike(t *testing.T) {
	const everywhere = `<p title="{{.Name}}" class='{{.Kind}}'>{{.Name}}{{.Kind}}{{.Count}}</p><title>{{.Name}}</title>` +
		`<textarea>{{.Name}}</textarea><a href="#{{.Name}}">{{.HTML}}</a><a href="/x/{{.Name}}">a</a><meta content="{{.Name}}">{{shout .Name}}`
	rapid.Check(t, func(t *rapid.T) {
		w := words().Draw(t, "words")
		data := thing{Name: w, Kind: kindOf(w), Count: rapid.Int().Draw(t, "count"), HTML: template.HTML(w)}
		want, got := both(t, everywhere, data)
		require.Equal(t, want, got)
		want, got = both(t, `<a href="{{.Name}}">x</a>`, data)
		if got != "" || !strings.Contains(w, ":") { // of an address with a scheme only some are sure
			require.Equal(t, want, got)
		}
	})
}

func TestControlIsAlike(t *testing.T) {
	inner := &thing{Name: "内", List: []thing{{Name: "a", Count: 1}, {Name: "b", Yes: true, Count: 2}}, Map: map[string]string{"k": "v"}}
	data := thing{Name: "外", On: inner, Any: inner, Count: 2, Kind: "x", List: []thing{{Name: "<1>"}, {Name: "2", On: inner}}}
	for _, text := range []string{
		`{{if .Yes}}a{{else if eq .Kind "x"}}b{{else}}c{{end}}{{if not .Yes}}d{{end}}{{if ne .Count 2}}e{{end}}`,
		`{{with .On}}{{.Name}}{{$.Name}}{{range $i, $x := .List}}{{$i}}{{next $i}}{{$x.Name}}{{.Name}}{{else}}none{{end}}{{end}}`,
		`{{with .Map}}x{{else}}y{{end}}{{range .On.Map}}{{end}}`,
		`{{$a := .Name}}{{range .List}}{{$a}}{{$b := .Name}}{{$b}}{{with .On}}{{$b}}{{range .List}}{{$b}}{{$a}}{{end}}{{end}}{{end}}{{$a}}`,
		`{{define "part"}}{{.Page.Name}}{{with .It}}{{.Name}}{{range .List}}{{template "part" (scope $.Page .)}}{{end}}{{end}}{{end}}{{template "part" (scope . .On)}}{{template "part" (scope . .)}}`,
		`{{define "none"}}x{{.}}y{{end}}{{range .List}}{{template "one" .}}{{end}}{{define "one"}}{{.Name}}{{end}}`,
		`{{.Loud}}{{.On.Loud}}{{.Join "<"}}{{range .List}}{{.Loud}}{{$.Join .Name}}{{end}}`,
		`{{len .List}}{{if gt (len .List) 1}}many{{end}}{{index .On.Map "k"}}{{index .On.Map "none"}}{{(index .List 1).Name}}`,
		`{{if and .Name .Yes}}a{{else}}b{{end}}{{if or .Yes .Name}}c{{end}}{{or .Kind .Name}}{{and .Name "z"}}`,
		`{{printf "%s-%d" .Name .Count}}{{.Any.Name}}{{with .Any}}{{.Name}}{{end}}{{/* nothing */}}`,
		`{{if .Count}}n{{end}}{{if .On}}p{{end}}{{if .HTML}}h{{end}}{{if .Any}}i{{end}}`,
	} {
		want, got := both(t, text, data)
		if got == "" {
			require.Contains(t, text, ".On.Map}}{{end}}", "left to html/template: %s", text) // a map is
			continue
		}
		require.Equal(t, want, got, text)
	}
}

// What is not known is left, before anything is written or after.
func TestUnknownIsLeft(t *testing.T) {
	for _, text := range []string{
		`<script>var x = {{.Name}}</script>`, `<p style="color:{{.Name}}">`, `<p {{.Name}}>`, `<p title={{.Name}}>`, `{{html .Name}}`,
		`{{break}}`, `{{.Name | printf "%s"}}`, `{{$x := 1}}{{$x = 2}}`, `{{if lt .Count 2}}{{end}}`, `{{define "q"}}{{.}}{{end}}<p title="{{template "q" .Name}}">`,
	} {
		of, err := template.New("main").Funcs(things()).Parse(strings.Replace(text, "{{break}}", "{{range .List}}{{break}}{{end}}", 1))
		require.NoError(t, err)
		_ = of.Execute(io.Discard, thing{List: []thing{{}}})
		c, err := New(of, things(), nil)
		if err == nil {
			_, ok := c.Append(nil, thing{Name: "x"})
			require.False(t, ok, text)
		}
	}
	for _, text := range []string{`{{.On.Name}}`, `{{.Any}}`, `{{.Any.Name}}`, `{{index .List 3}}`, `{{.Join .Count}}`, `{{.Nothing}}`, `{{.HTML.Length}}`} {
		of, err := template.New("main").Funcs(things()).Parse("words" + text)
		require.NoError(t, err)
		_ = of.Execute(io.Discard, thing{})
		c, err := New(of, things(), nil)
		require.NoError(t, err)
		out, ok := c.Append([]byte("before"), thing{})
		require.False(t, ok, text)
		require.Equal(t, "before", string(out))
	}
}
