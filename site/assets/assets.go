// Package assets makes the styles and scripts of the site: bundled and
// minified from css/ and js/, each named by its own content, so that a
// browser may keep it for ever and a page names exactly what it was built
// with.
package assets

import (
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"html/template"
	"path"
	"strings"

	"mingce/site/page"
)

//go:embed css/*.css js/*.js icon.svg
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
type Inline template.CSS

// A Bundle is everything made from css/ and js/.
type Bundle struct {
	First            Inline // of an ordinary page
	FirstHome        Inline
	FirstPolicy      Inline
	FirstSheet       Inline
	Icon             Asset
	Site             Asset // the rest, once for all pages
	CalculatorStyle  Asset
	RulesStyle       Asset // of the pages for reviewers
	CalculatorScript Asset
	PolicyScript     Asset
}

// Build bundles and minifies every style and script.
func Build() (*Bundle, error) {
	b := &Bundle{}
	for entry, to := range map[string]*Inline{
		"css/first.css":        &b.First,
		"css/first-home.css":   &b.FirstHome,
		"css/first-policy.css": &b.FirstPolicy,
		"css/first-sheet.css":  &b.FirstSheet,
	} {
		body, err := bundle(entry)
		if err != nil {
			return nil, err
		}
		*to = Inline(strings.TrimSpace(string(body)))
	}
	icon, err := files.ReadFile("icon.svg")
	if err != nil {
		return nil, err
	}
	b.Icon = New("icon", ".svg", icon)
	for entry, to := range map[string]*Asset{
		"css/site.css":       &b.Site,
		"css/calculator.css": &b.CalculatorStyle,
		"css/rules.css":      &b.RulesStyle,
		"js/calculator.js":   &b.CalculatorScript,
		"js/policy.js":       &b.PolicyScript,
	} {
		body, err := bundle(entry)
		if err != nil {
			return nil, err
		}
		ext := path.Ext(entry)
		*to = New(strings.TrimSuffix(path.Base(entry), ext), ext, body)
	}
	return b, nil
}

// All returns the files to publish.
func (b *Bundle) All() []Asset {
	return []Asset{b.Icon, b.Site, b.CalculatorStyle, b.RulesStyle, b.CalculatorScript, b.PolicyScript}
}

// Policy is the Content-Security-Policy of a page with this style: nothing
// from elsewhere, nothing inline but the style itself.
func (i Inline) Policy() string {
	return fmt.Sprintf("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' '%s'; "+
		"img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'", integrity([]byte(i)))
}
