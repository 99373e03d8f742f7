package site

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strings"

	"mingce/site/output"
	"mingce/site/page"
)

// fallback is the page that is shown where nothing else can be reached.
const fallback = "offline/"

// offline makes what lets the site be read without a network, and be
// installed: the service worker with the list of the core, the description of
// the app with its icons, and the page for what cannot be reached.
func (b *builder) offline(docs []page.Doc) {
	core := []string{"", "policies/", fallback}
	links := []page.Link{{Text: "首页"}, {Text: "政策文件", To: "policies/"}}
	for _, d := range docs {
		if d.ID == b.lead() {
			core = append(core, d.Address, d.Sheet, d.Sheet+"batch/")
			links = append(links, page.Link{Text: d.Title, To: d.Address}, page.Link{Text: "测一测能拿多少", To: d.Sheet}, page.Link{Text: "成批测算", To: d.Sheet + "batch/"})
		}
	}
	for _, w := range b.all.pages {
		core = append(core, w.id+"/")
		links = append(links, page.Link{Text: w.page.Title.Value, To: w.id + "/"})
	}
	const title = "现在没有网络"
	b.add(fallback, "unreached", "offline", output.Page, page.Unreached{
		Frame: b.framed(fallback, title, "没有网络时能看的页面。", page.Link{Text: title}), Links: links,
	})
	b.files = append(b.files, output.File{
		Path: "sw.js", Kind: output.Data, Source: "sw.js",
		Render: func() ([]byte, error) { return b.worker(core) },
		Inputs: func() any { return b.workerInputs(core) },
	})
	b.app()
}

// workerInputs are those of every file of the core.
func (b *builder) workerInputs(core []string) any {
	of := map[string]output.Unit{}
	for _, u := range b.out.Units {
		for _, f := range u.Files {
			of[f.Path] = u
		}
	}
	all := []any{b.look.Asset("sw.classic.js").Body}
	for _, file := range b.coreFiles(core) {
		if u, ok := of[file]; ok && u.Inputs != nil {
			all = append(all, file, u.Inputs())
		}
	}
	return all
}

// coreFiles are the pages of the core and all that pages load.
func (b *builder) coreFiles(core []string) (files []string) {
	for _, address := range core {
		files = append(files, address+"index.html")
	}
	for _, f := range b.out.Files() {
		if strings.HasPrefix(f.Path, "assets/") && f.Kind == output.Asset && !strings.HasPrefix(f.Path, "assets/gallery.") && !strings.HasPrefix(f.Path, "assets/app-") {
			files = append(files, f.Path)
		}
	}
	return append(files, "app.webmanifest")
}

// worker is the service worker with the list of the core, each file with its
// checksum. Its version is that of all of it.
func (b *builder) worker(core []string) ([]byte, error) {
	script := b.look.Asset("sw.classic.js").Body
	version := sha256.New()
	version.Write(script)
	list := [][2]string{}
	for _, file := range b.coreFiles(core) {
		body, err := b.out.ReadFile(file)
		if err != nil {
			return nil, err
		}
		sum := sha256.Sum256(body)
		entry := [2]string{strings.TrimSuffix(file, "index.html"), base64.StdEncoding.EncodeToString(sum[:])}
		list = append(list, entry)
		fmt.Fprintln(version, entry)
	}
	site, err := json.Marshal(map[string]any{
		"version": hex.EncodeToString(version.Sum(nil)[:8]), "core": list, "fallback": fallback,
		"besides": []string{"search/", "search/index.js"},
	})
	return bytes.Join([][]byte{[]byte("const site="), site, []byte(";\n"), script}, nil), err
}
