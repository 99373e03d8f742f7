// Package feed writes what machines follow a site by: Atom feeds, sitemaps and
// robots.txt.
//
// # Names
//
// An entry of a feed has a name that must never change, else readers show it
// as new. With an address of its own, a site names its pages by tag URIs:
//
//	tag:www.example.gov.cn,2026:/zc/policies/qzf-2015-23/
//
// 2026 is fixed: a tag names a day on which the host was the publisher's, not
// the day of the document. Without an address there is no host to name; then
// the name is a UUID made from the path (RFC 9562, version 5), which does not
// change either, but will once the address is known.
//
// # Addresses
//
// With an address, links are absolute. Without, they are relative to the feed
// itself, which RFC 4287 allows: a reader resolves them against where it
// found the feed. A sitemap may hold absolute addresses only, so without an
// address there is none ([Sitemaps] returns nothing), and robots.txt does not
// name one.
//
// # Dates
//
// A document has days, no hours: a day is 00:00 at Beijing. What has no day is
// not in a feed; what has none known is in a sitemap without lastmod.
package feed
