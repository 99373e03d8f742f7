package feed

import "strconv"

// A Place is one page in a sitemap.
type Place struct {
	Address string // relative to the site
	Day     string // on which its text was last changed; "" where it is not known
}

// A File is one file of a sitemap.
type File struct {
	Path string
	Body []byte
}

// mostPlaces is how many places one sitemap may have, by its protocol.
const mostPlaces = 50_000

const sitemapSpace = `xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"`

// Sitemaps writes sitemap.xml; more places than one may hold go into files of
// their own, which sitemap.xml lists. Without a base there is none.
func (s Site) Sitemaps(places []Place) []File { return s.sitemaps(places, mostPlaces) }

func (s Site) sitemaps(places []Place, most int) []File {
	if s.Base == "" {
		return nil
	}
	if len(places) <= most {
		return []File{{"sitemap.xml", s.sitemap(places)}}
	}
	index := &writer{}
	index.raw(`<?xml version="1.0" encoding="UTF-8"?>` + "\n<sitemapindex " + sitemapSpace + ">\n")
	files := []File{{Path: "sitemap.xml"}}
	for n := 0; n*most < len(places); n++ {
		name := "sitemap-" + strconv.Itoa(n+1) + ".xml"
		files = append(files, File{name, s.sitemap(places[n*most : min((n+1)*most, len(places))])})
		index.raw("<sitemap>")
		index.leaf("loc", s.Base+name)
		index.raw("</sitemap>\n")
	}
	index.raw("</sitemapindex>\n")
	files[0].Body = index.b
	return files
}

func (s Site) sitemap(places []Place) []byte {
	w := &writer{}
	w.raw(`<?xml version="1.0" encoding="UTF-8"?>` + "\n<urlset " + sitemapSpace + ">\n")
	for _, p := range places {
		w.raw("<url>")
		w.leaf("loc", s.Base+p.Address)
		if p.Day != "" {
			w.leaf("lastmod", p.Day)
		}
		w.raw("</url>\n")
	}
	w.raw("</urlset>\n")
	return w.b
}

// Robots is robots.txt: everything may be read.
func (s Site) Robots() []byte {
	text := "User-agent: *\nAllow: /\n"
	if s.Base != "" {
		text += "\nSitemap: " + s.Base + "sitemap.xml\n"
	}
	return []byte(text)
}
