package site

import (
	"encoding/json"

	"mingce/site/assets"
	"mingce/site/output"
)

// app makes the description by which a browser installs the site as an app,
// and its icons: the site's own icon as it is, and drawn.
func (b *builder) app() {
	icon := b.look.Resource("icon.svg")
	type image struct {
		Src     string `json:"src"`
		Sizes   string `json:"sizes"`
		Type    string `json:"type"`
		Purpose string `json:"purpose,omitempty"`
	}
	images := []image{{Src: icon.Path, Sizes: "any", Type: "image/svg+xml"}}
	for _, i := range []struct{ name, sizes, purpose string }{
		{"app-192.png", "192x192", "any"}, {"app-512.png", "512x512", "any"}, {"app-maskable-512.png", "512x512", "maskable"},
	} {
		images = append(images, image{b.look.Resource(i.name).Path, i.sizes, "image/png", i.purpose})
	}
	text, err := json.MarshalIndent(map[string]any{
		"id": "./", "start_url": "./", "scope": "./", "lang": "zh-CN", "dir": "ltr", "display": "standalone",
		"name": b.conf.Name.Value, "short_name": b.conf.Name.Value, "description": b.conf.Description.Value,
		"theme_color": assets.Theme, "background_color": "#ffffff", "icons": images,
	}, "", " ")
	b.files = append(b.files, output.File{
		Path: "app.webmanifest", Kind: output.Data, Source: "site.toml",
		Render: func() ([]byte, error) { return text, err }, Inputs: func() any { return text },
	})
}
