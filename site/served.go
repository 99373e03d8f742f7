package site

import (
	"fmt"
	"strings"

	"mingce/site/output"
)

// served makes the files that tell a host how to serve the site, in the form
// that Cloudflare Pages, Netlify and others read: _headers and _redirects. For
// nginx see docs/deploy.md.
func (b *builder) served() {
	b.plain("_headers", b.headers())
	if len(b.aliases) > 0 {
		var redirects strings.Builder
		for _, a := range b.aliases {
			fmt.Fprintf(&redirects, "%s%s %[1]s%[3]s 301\n", b.base, a.from, a.to)
		}
		b.plain("_redirects", redirects.String())
	}
}

// headers are the rules of _headers. Pages name what they allow themselves;
// sent as a header it holds from the first byte, and nobody can frame them.
func (b *builder) headers() string {
	var h strings.Builder
	fmt.Fprintf(&h, "%s*\n  Content-Security-Policy: %s\n  X-Content-Type-Options: nosniff\n  Referrer-Policy: same-origin\n"+
		"  Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=()\n  Cross-Origin-Opener-Policy: same-origin\n", b.base, b.look.Policy())
	fmt.Fprintf(&h, "\n%sassets/*\n  Cache-Control: public, max-age=31536000, immutable\n", b.base)
	fmt.Fprintf(&h, "\n%sassets/*.wasm\n  Content-Type: application/wasm\n", b.base)
	// these keep their names when what is in them changes
	for _, file := range []string{"sw.js", "search/index.js"} {
		fmt.Fprintf(&h, "\n%s%s\n  Cache-Control: no-cache\n", b.base, file)
	}
	// one file that works by itself carries its style and script, and their policy, in it
	fmt.Fprintf(&h, "\n%soffline.html\n  ! Content-Security-Policy\n", b.base)
	return h.String()
}

// plain publishes a text.
func (b *builder) plain(path, text string) {
	b.files = append(b.files, output.File{
		Path: path, Kind: output.Data, Source: path, Render: output.Bytes([]byte(text)), Inputs: func() any { return text },
	})
}
