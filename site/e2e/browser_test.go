package e2e

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"sync"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/require"
)

// A chromium is the browser of this run, started when the first test needs it.
type chromium struct {
	once sync.Once
	ctx  context.Context
	err  error
	kill func()
}

var shared chromium

func TestMain(m *testing.M) {
	code := m.Run()
	if shared.kill != nil {
		shared.kill() // by process id; then its profile is removed
	}
	os.Exit(code)
}

// browser returns the context of the running browser.
func browser(t testing.TB) context.Context {
	t.Helper()
	if testing.Short() {
		t.Skip("-short: without a browser")
	}
	shared.once.Do(shared.start)
	require.NoError(t, shared.err)
	return shared.ctx
}

func (c *chromium) start() {
	path, err := find()
	if err != nil {
		c.err = err
		return
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(path),
		chromedp.DisableGPU,
		chromedp.Flag("disable-component-update", true),
		chromedp.Flag("disable-domain-reliability", true),
		chromedp.Flag("disable-quic", true),
		chromedp.Flag("no-pings", true),
		// no name is looked up, so nothing can be reached but this machine
		chromedp.Flag("host-resolver-rules", "MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"),
	)
	if os.Getuid() == 0 {
		options = append(options, chromedp.NoSandbox)
	}
	ctx, kill := chromedp.NewExecAllocator(context.Background(), options...)
	c.ctx, _ = chromedp.NewContext(ctx)
	c.err, c.kill = chromedp.Do(c.ctx), kill
}

// find looks for the browser.
func find() (string, error) {
	for _, name := range []string{
		"chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "/usr/bin/chromium",
		"/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
	} {
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", errors.New("no Chromium found: install it (Debian: apt-get install chromium fonts-noto-cjk), or test with -short")
}
