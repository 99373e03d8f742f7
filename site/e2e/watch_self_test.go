package e2e

import (
	"net/http"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// The watch itself works: a page that does everything wrong is caught at each.
func TestTheWatchSees(t *testing.T) {
	for fault, script := range map[string]string{
		"request to elsewhere": `fetch("http://elsewhere.invalid/").catch(() => {})`,
		"console: error":       `console.error("on purpose")`,
		"console: warning":     `console.warn("on purpose")`,
		"uncaught":             `setTimeout(() => { throw new Error("on purpose") }, 0)`,
		"issue: ContentSec":    `setTimeout(() => { document.body.append(Object.assign(document.createElement("script"), { text: "0" })) }, 0)`,
	} {
		t.Run(fault, func(t *testing.T) {
			s := serve(t)
			s.extra["bad/"] = func(w http.ResponseWriter, _ *http.Request) {
				w.Header().Set("Content-Type", "text/html; charset=utf-8")
				_, _ = w.Write([]byte(`<!doctype html><meta http-equiv="Content-Security-Policy" content="script-src 'self'"><link rel="icon" href="data:,"><title>Bad</title><p>bad<script src="bad.js"></script>`))
			}
			s.extra["bad/bad.js"] = func(w http.ResponseWriter, _ *http.Request) {
				w.Header().Set("Content-Type", "text/javascript")
				_, _ = w.Write([]byte(script))
			}
			p := open(t, s)
			p.visit("bad/")
			p.eval(`new Promise((resolve) => setTimeout(resolve, 100))`)
			require.Contains(t, strings.Join(p.take(), "\n"), fault)
		})
	}
}
