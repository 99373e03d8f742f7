// Package assets makes the styles and scripts of the site: bundled and
// minified, each named by its own content, so that a browser may keep it for
// ever and a page names exactly what it was built with.
//
//	entry/first*.css  the style of a first screen, written into the page itself
//	entry/*.css       a style that pages load
//	entry/later-*.js  a module that a script of the page loads when it is asked for
//	entry/*.js        a script that pages load, as a module
//	entry/*.classic.js a script that also runs in a page opened from a disk,
//	                  where browsers load neither modules nor what is held to
//	                  a checksum
//	css/ js/          what entries are made of
//
// Every file of entry/ is built, and looked up by its name. It takes in others
// by their place in the tree: "css/text.css", "js/amount.js", and
// "parts/toc/toc.css" of package parts; within one folder also "./amount.js".
// "parts/*.css" is every part there is.
package assets

import (
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"html/template"
	"maps"
	"path"
	"slices"
	"strings"

	"mingce/site/page"
)

//go:embed entry/*.css entry/*.js css/*.css js/*.js js/*/*.js icon.svg
var files embed.FS

// An Asset is one file that pages load.
type Asset struct {
	page.Resource
	Body []byte
}

// New names a file by its content: assets/<stem>.<hash><ext>.
func New(stem, ext string, body []byte) Asset {
	sum := sha256.Sum256(body)
	return Asset{page.Resource{
		Path:      "assets/" + stem + "." + hex.EncodeToString(sum[:5]) + ext,
		Integrity: integrity(body),
	}, body}
}

func integrity(body []byte) string {
	sum := sha256.Sum256(body)
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}

// An Inline is the style of a first screen, written into the page itself.
type Inline struct {
	CSS    template.CSS
	Policy string // the Content-Security-Policy of a page with it: nothing from elsewhere, nothing inline but the style itself
}

// A Bundle is everything made from entry/, looked up by name.
type Bundle struct {
	inline map[string]Inline
	loaded map[string]Asset
	names  []string // of what is loaded, sorted
}

// Build bundles and minifies every style and script.
func Build() (*Bundle, error) {
	icon, err := files.ReadFile("icon.svg")
	if err != nil {
		return nil, err
	}
	b := &Bundle{inline: map[string]Inline{}, loaded: map[string]Asset{}}
	b.load("icon.svg", icon)
	if err := b.icons(icon); err != nil {
		return nil, err
	}
	entries, err := files.ReadDir("entry")
	if err != nil {
		return nil, err
	}
	names := []string{"js/sw.classic.js", "js/single.classic.js"}
	for _, e := range entries {
		names = append(names, "entry/"+e.Name())
	}
	bodies, err := bundles(names)
	if err != nil {
		return nil, err
	}
	for _, e := range entries {
		body := bodies["entry/"+e.Name()]
		if stem, ok := strings.CutSuffix(e.Name(), ".css"); ok && strings.HasPrefix(stem, "first") {
			b.inline[stem] = style(strings.TrimSpace(string(body)))
		} else {
			b.load(e.Name(), body)
		}
	}
	return b, b.hold(bodies)
}

// hold makes what is published by other names than its own, or inside other
// files: the service worker, the script that opens the one-file calculator, and
// each later module as a script for that file, under held-<name>.js.
func (b *Bundle) hold(bodies map[string][]byte) error {
	for _, name := range []string{"sw.classic.js", "single.classic.js"} {
		b.loaded[name] = Asset{Body: bodies["js/"+name]}
	}
	for name := range b.Later() {
		body, err := classic(b.loaded["later-"+name+".js"].Body, "held."+name)
		if err != nil {
			return err
		}
		b.loaded["held-"+name+".js"] = Asset{Body: body}
	}
	return nil
}

// Later lists the modules that a page loads when they are asked for, by name:
// entry/later-whatif.js is whatif.
func (b *Bundle) Later() map[string]page.Resource {
	out := map[string]page.Resource{}
	for _, name := range b.names {
		if stem, ok := strings.CutPrefix(name, "later-"); ok {
			out[strings.TrimSuffix(stem, ".js")] = b.loaded[name].Resource
		}
	}
	return out
}

func (b *Bundle) load(name string, body []byte) {
	ext := path.Ext(name)
	b.loaded[name] = New(strings.TrimSuffix(name, ext), ext, body)
	b.names = append(b.names, name)
}

// Inline is the style of a first screen: "first", "first-policy". A name that
// entry/ does not have is a mistake of this program, and panics.
func (b *Bundle) Inline(name string) Inline {
	i, ok := b.inline[name]
	if !ok {
		panic(fmt.Sprintf("assets: no entry/%s.css", name))
	}
	return i
}

// Resource is how a page names a file: "site.css", "policy.js", "icon.svg". A
// name that there is not panics, as in Inline.
func (b *Bundle) Resource(name string) page.Resource { return b.Asset(name).Resource }

// Asset is a file with its content.
func (b *Bundle) Asset(name string) Asset {
	a, ok := b.loaded[name]
	if !ok {
		panic(fmt.Sprintf("assets: no entry/%s", name))
	}
	return a
}

// All returns the files to publish.
func (b *Bundle) All() []Asset {
	out := make([]Asset, 0, len(b.names))
	for _, name := range b.names {
		out = append(out, b.loaded[name])
	}
	return out
}

// Policy is the Content-Security-Policy of all pages together, for a server
// to send: theirs, with the styles of each, and that nobody may frame them.
func (b *Bundle) Policy() string {
	var hashes []string
	for _, name := range slices.Sorted(maps.Keys(b.inline)) {
		if b.inline[name].CSS == "" {
			continue
		}
		hashes = append(hashes, "'"+integrity([]byte(b.inline[name].CSS))+"'")
	}
	return allow(strings.Join(hashes, " ")) + "; frame-ancestors 'none'"
}

// style is an inline style with the policy that allows just it.
func style(css string) Inline {
	if css == "" {
		return Inline{"", allow("")}
	}
	return Inline{template.CSS(css), allow("'" + integrity([]byte(css)) + "'")}
}

// allow allows nothing from elsewhere, and nothing inline but styles of these
// hashes.
func allow(styles string) string {
	return "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' " + styles +
		"; img-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'"
}
