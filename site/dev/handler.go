package dev

import (
	"bytes"
	_ "embed" // reload.js
	"fmt"
	"mime"
	"net"
	"net/http"
	"path"
	"strings"

	"mingce/site/output"
)

//go:embed reload.js
var reload []byte

// What the preview itself serves. No page of the site begins with an
// underscore.
const (
	scriptPath = "/_preview/reload.js"
	eventsPath = "/_preview/events"
	lastQuery  = "last" // ?last shows the last good site while there are problems
)

func (p *preview) handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET "+scriptPath, func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/javascript; charset=utf-8")
		_, _ = w.Write(reload)
	})
	mux.HandleFunc("GET "+eventsPath, p.events)
	mux.HandleFunc("GET /", p.file)
	return ours(mux)
}

// ours answers only who asks for this machine by name: another site cannot
// have its visitors read a preview by pointing a name of its own here.
func ours(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		host := r.Host
		if name, _, err := net.SplitHostPort(host); err == nil {
			host = name
		}
		if host != "127.0.0.1" && host != "localhost" {
			http.Error(w, "预览只给本机看:用 http://127.0.0.1 打开", http.StatusForbidden)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// events tells an open page when to load again.
func (p *preview) events(w http.ResponseWriter, r *http.Request) {
	changed, leave := p.join()
	defer leave()
	w.Header().Set("Content-Type", "text/event-stream")
	w.Header().Set("Cache-Control", "no-store")
	send := func(line string) {
		_, _ = fmt.Fprint(w, line)
		if f, ok := w.(http.Flusher); ok {
			f.Flush()
		}
	}
	send("retry: 500\n\n")
	for {
		select {
		case <-r.Context().Done():
			return
		case <-changed:
			send("data: changed\n\n")
		}
	}
}

// file serves one file of the site, or the problems in the way of it.
func (p *preview) file(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Cache-Control", "no-store")
	now := p.now()
	if base := baseOf(now.site); !strings.HasPrefix(r.URL.Path, base) {
		if r.URL.Path == "/" || r.URL.Path+"/" == base {
			http.Redirect(w, r, base, http.StatusFound)
			return
		}
		http.NotFound(w, r)
		return
	}
	name, page := p.name(now.site, r.URL.Path)
	if page && len(now.problems) > 0 && (now.site == nil || !r.URL.Query().Has(lastQuery)) {
		p.problems(w, now)
		return
	}
	if now.site == nil {
		http.NotFound(w, r)
		return
	}
	if _, ok := now.site.File(name + "/index.html"); ok && !strings.HasSuffix(r.URL.Path, "/") {
		http.Redirect(w, r, path.Base(name)+"/", http.StatusMovedPermanently)
		return
	}
	status := http.StatusOK
	if _, ok := now.site.File(name); !ok {
		name, status = "404.html", http.StatusNotFound
	}
	body, err := now.site.ReadFile(name)
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	if f, _ := now.site.File(name); f.Kind.IsPage() {
		body = inject(body)
	}
	w.Header().Set("Content-Type", contentType(name))
	w.WriteHeader(status)
	_, _ = w.Write(body)
}

// baseOf is the path that a site lives under.
func baseOf(site *output.Site) string {
	if site == nil {
		return "/"
	}
	return site.BasePath
}

// name is the file an address stands for, and whether it is a page's.
func (p *preview) name(site *output.Site, address string) (name string, page bool) {
	name = strings.TrimPrefix(address, baseOf(site))
	if name == "" || strings.HasSuffix(name, "/") {
		return strings.TrimPrefix(name, "/") + "index.html", true
	}
	return name, path.Ext(name) == "" || path.Ext(name) == ".html"
}

// inject adds the script that loads the page again. It is a file of this
// origin, so the page's own security policy allows it.
func inject(page []byte) []byte {
	return bytes.Replace(page, []byte("</head>"), []byte(`<script type="module" src="`+scriptPath+`"></script></head>`), 1)
}

func contentType(name string) string {
	switch path.Ext(name) {
	case ".wasm":
		return "application/wasm"
	case ".webmanifest":
		return "application/manifest+json"
	}
	if t := mime.TypeByExtension(path.Ext(name)); t != "" {
		return t
	}
	return "application/octet-stream"
}
