package e2e

import (
	"net/http"
	"net/http/httptest"
	"os"
	"path"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/require"

	"mingce/calc"
	"mingce/site"
	"mingce/site/output"
	"mingce/site/policy"
	"mingce/site/problem"
	"mingce/site/rulefile"
)

const (
	policyID  = "qzf-2015-23"
	textPage  = "policies/" + policyID + "/"
	sheetPage = textPage + "calculator/"
)

// built is the site of this repository's content.
var built = sync.OnceValues(func() (*site.Output, problem.List) {
	return site.Build(os.DirFS("../../content"), site.Options{})
})

// A subject is the policy under test.
type subject struct {
	doc     *policy.Document
	rules   *calc.Rulebook
	program *calc.Program
	cases   []rulefile.Case
}

func daqing(t testing.TB) subject {
	t.Helper()
	content := os.DirFS("../../content")
	p, problems := site.Load(content, "content", policyID)
	require.NoError(t, problems.Err())
	text, err := os.ReadFile("../../content/policies/" + policyID + "/cases.toml")
	require.NoError(t, err)
	cases, problems := rulefile.LoadCases("cases.toml", text, p.Program.Rulebook)
	require.NoError(t, problems.Err())
	return subject{p.Document, p.Program.Rulebook, p.Program, cases}
}

// awarded is the first case, on the page's readings, that surely gets something.
func (x subject) awarded(t testing.TB) rulefile.Case {
	t.Helper()
	for _, c := range x.cases {
		if c.Min > 0 && c.Min == c.Max && x.plain(c.Situation) {
			return c
		}
	}
	t.Fatal("no case gets anything")
	return rulefile.Case{}
}

// A server serves a site on 127.0.0.1.
type server struct {
	*httptest.Server
	out   *site.Output
	base  string                      // "/" or "/zc/"
	extra map[string]http.HandlerFunc // addresses answered otherwise
	count atomic.Int64                // requests so far
}

// serve serves the site as it is.
func serve(t testing.TB) *server {
	t.Helper()
	out, problems := built()
	require.NoError(t, problems.Err())
	return serveSite(t, out)
}

func serveSite(t testing.TB, out *site.Output) *server {
	s := &server{out: out, base: out.BasePath, extra: map[string]http.HandlerFunc{}}
	s.Server = httptest.NewServer(s)
	t.Cleanup(s.Close)
	return s
}

// at is the full address of a page of the site.
func (s *server) at(page string) string { return s.URL + s.base + page }

func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s.count.Add(1)
	name, inside := strings.CutPrefix(r.URL.Path, s.base)
	if answer, ok := s.extra[name]; ok && inside {
		answer(w, r)
		return
	}
	if name == "" || strings.HasSuffix(name, "/") {
		name += "index.html"
	}
	status := http.StatusOK
	if _, ok := s.out.File(name); !ok || !inside {
		name, status = "404.html", http.StatusNotFound
	}
	body, err := s.out.ReadFile(name)
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", contentType(name))
	w.WriteHeader(status)
	_, _ = w.Write(body)
}

func contentType(name string) string {
	switch path.Ext(name) {
	case ".html":
		return "text/html; charset=utf-8"
	case ".css":
		return "text/css; charset=utf-8"
	case ".js":
		return "text/javascript; charset=utf-8"
	case ".wasm":
		return "application/wasm"
	case ".svg":
		return "image/svg+xml"
	case ".webmanifest":
		return "application/manifest+json"
	case ".png":
		return "image/png"
	}
	return "application/octet-stream"
}

// missing is an address without a page.
const missing = "no/such/page/"

// pages lists the addresses of all pages, the one that is not there included.
func (s *server) pages() (addresses []string) {
	for _, f := range s.out.Files() {
		switch {
		case f.Kind == output.NotFound:
			addresses = append(addresses, missing)
		case f.Kind.IsPage():
			addresses = append(addresses, strings.TrimSuffix(f.Path, "index.html"))
		}
	}
	return addresses
}

// module is the address of the compiled rules.
func (s *server) module(t testing.TB) string {
	t.Helper()
	for _, f := range s.out.Files() {
		if path.Ext(f.Path) == ".wasm" {
			return f.Path
		}
	}
	t.Fatal("the site has no module")
	return ""
}
