package dev

import (
	"bytes"
	_ "embed" // reload.js
	"fmt"
	"mime"
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
	return mux
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

// name is the file an address stands for, and whether it is a page's.
func (p *preview) name(site *output.Site, address string) (name string, page bool) {
	base := "/"
	if site != nil {
		base = site.BasePath
	}
	name = strings.TrimPrefix(address, base)
	if name == "" || strings.HasSuffix(name, "/") || address+"/" == base {
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
	if path.Ext(name) == ".wasm" {
		return "application/wasm"
	}
	if t := mime.TypeByExtension(path.Ext(name)); t != "" {
		return t
	}
	return "application/octet-stream"
}
