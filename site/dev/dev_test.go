package dev

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"mingce/site/output"
	"mingce/site/problem"
)

// A screen is a buffer that is written to and read at the same time.
type screen struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (s *screen) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.Write(p)
}

func (s *screen) String() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.String()
}

var addressOnScreen = regexp.MustCompile(`http://127\.0\.0\.1:\d+/`)

// start previews a folder whose file index.html is the site; "broken" in it is
// a problem.
func start(t *testing.T, dir string) (address string, out *screen) {
	t.Helper()
	out = &screen{}
	build := func() (*output.Site, problem.List) {
		text, _ := os.ReadFile(filepath.Join(dir, "index.html"))
		if bytes.Contains(text, []byte("broken")) {
			return nil, problem.List{{Pos: problem.Pos{File: "index.html", Line: 1}, Text: "坏了"}}
		}
		return output.New("/", []output.File{
			{Path: "index.html", Kind: output.Home, Render: output.Bytes(append([]byte("<head></head>"), text...))},
			{Path: "a/index.html", Kind: output.Page, Render: output.Bytes([]byte("<head></head>a"))},
			{Path: "404.html", Kind: output.NotFound, Render: output.Bytes([]byte("missing"))},
			{Path: "assets/x.wasm", Kind: output.Asset, Render: output.Bytes([]byte("wasm"))},
		})
	}
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- Serve(ctx, Options{Build: build, Watch: dir, Port: 18080, Out: out}) }()
	t.Cleanup(func() {
		cancel()
		require.NoError(t, <-done, "stops cleanly")
	})
	require.Eventually(t, func() bool {
		address = addressOnScreen.FindString(out.String())
		return address != ""
	}, 5*time.Second, 5*time.Millisecond)
	return address, out
}

func get(t *testing.T, url string) (int, string, http.Header) {
	t.Helper()
	r, err := http.Get(url)
	require.NoError(t, err)
	defer func() { _ = r.Body.Close() }()
	body, err := io.ReadAll(r.Body)
	require.NoError(t, err)
	return r.StatusCode, string(body), r.Header
}

func write(t *testing.T, dir, text string) {
	t.Helper()
	require.NoError(t, os.WriteFile(filepath.Join(dir, "index.html"), []byte(text), 0o600))
}

func TestFilesAreServed(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "one")
	address, _ := start(t, dir)
	status, body, _ := get(t, address)
	require.Equal(t, 200, status)
	require.Contains(t, body, "one")
	require.Contains(t, body, scriptPath)
	_, body, _ = get(t, address+"a")
	require.Contains(t, body, "a", "led to the folder")
	status, body, _ = get(t, address+"nowhere/")
	require.Equal(t, 404, status)
	require.Contains(t, body, "missing")
	_, _, header := get(t, address+"assets/x.wasm")
	require.Equal(t, "application/wasm", header.Get("Content-Type"))
}

func TestChangesReachOpenPages(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "one")
	address, _ := start(t, dir)
	r, err := http.Get(address + strings.TrimPrefix(eventsPath, "/"))
	require.NoError(t, err)
	defer func() { _ = r.Body.Close() }()
	lines := bufio.NewScanner(r.Body)
	require.True(t, lines.Scan())
	write(t, dir, "two")
	for lines.Scan() && lines.Text() != "data: changed" {
		continue
	}
	_, body, _ := get(t, address)
	require.Contains(t, body, "two")
}

func TestProblemsAreShownAndTheLastSiteKept(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "one")
	address, out := start(t, dir)
	write(t, dir, "broken")
	require.Eventually(t, func() bool {
		status, _, _ := get(t, address)
		return status == http.StatusServiceUnavailable
	}, 5*time.Second, 10*time.Millisecond)
	_, body, _ := get(t, address)
	require.Contains(t, body, "坏了")
	require.Contains(t, out.String(), "坏了")
	_, body, _ = get(t, address+"?last")
	require.Contains(t, body, "one")
	write(t, dir, "three")
	require.Eventually(t, func() bool {
		_, body, _ := get(t, address)
		return strings.Contains(body, "three")
	}, 5*time.Second, 10*time.Millisecond)
}

func TestNextFreePort(t *testing.T) {
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	defer func() { _ = taken.Close() }()
	port := taken.Addr().(*net.TCPAddr).Port
	out := &screen{}
	l, err := listen(Options{Port: port, Out: out})
	require.NoError(t, err)
	defer func() { _ = l.Close() }()
	require.Contains(t, out.String(), fmt.Sprintf("端口 %d 已被占用", port))
}

// Another site cannot have its visitors read a preview under its own name.
func TestOnlyThisMachineIsAnswered(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "one")
	address, _ := start(t, dir)
	for host, want := range map[string]int{"127.0.0.1:1": 200, "localhost": 200, "evil.example": 403, "evil.example:18080": 403, "127.0.0.1.evil.example": 403} {
		r, err := http.NewRequest(http.MethodGet, address, nil)
		require.NoError(t, err)
		r.Host = host
		answer, err := http.DefaultClient.Do(r)
		require.NoError(t, err)
		require.NoError(t, answer.Body.Close())
		require.Equal(t, want, answer.StatusCode, host)
	}
}

// Outside the path that the site will live under there is nothing.
func TestOnlyTheBasePathIsServed(t *testing.T) {
	site, problems := output.New("/zc/", []output.File{
		{Path: "index.html", Kind: output.Home, Render: output.Bytes([]byte("home"))},
		{Path: "404.html", Kind: output.NotFound, Render: output.Bytes([]byte("missing"))},
	})
	require.Empty(t, problems)
	p := &preview{opts: Options{Out: io.Discard}, state: state{site: site}}
	for address, want := range map[string]int{"/zc/": 200, "/zc": 302, "/": 302, "/index.html": 404, "/zcx/": 404, "/zc/nowhere/": 404} {
		w := httptest.NewRecorder()
		p.handler().ServeHTTP(w, httptest.NewRequest(http.MethodGet, "http://127.0.0.1"+address, nil))
		require.Equal(t, want, w.Code, address)
	}
}
