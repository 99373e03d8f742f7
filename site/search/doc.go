// Package search makes the index that pages search in: without a server,
// from a static host, from a USB stick.
//
// What is found are entries: a clause of a policy, a question, a benefit, a
// passage of a page. They belong to pages:
//
//	p := search.Page{
//		Address: "policies/qzf-2015-23/", Kind: "政策原文", Title: "……指导意见",
//		Entries: []search.Entry{{ID: "c3-2-1", Title: "三(二)1 培育电子商务企业做大做强", Text: "……"}},
//	}
//
// All files are JavaScript that calls one function, mingceSearch(name, value):
// a page opened from a disk may load scripts but not fetch. There are two
// tiers; Limit says where one ends.
//
// # Small: the text itself
//
// There is one file, search/index.js, with every entry of every page ([Small]).
// The browser looks for substrings.
//
// # Large: bigrams, then the text
//
//	search/index.js    how many pages, where each shard begins
//	search/p/<n>.js    the addresses of the pages, 1024 a file
//	search/s/<n>.js    a shard: which pages hold which pairs of characters
//	<address>search.js the entries of one page ([Page.Text])
//
// A page leaves a digest ([Digester]), which may be made anywhere and kept; an
// [Index] is made of digests.
//
// The browser loads the few shards that the query falls into, ranks pages by
// the share of the query's pairs they hold, loads the text of the first pages
// and looks there as in the small tier. So both answer alike, and what is
// shown has always been found on the text. A page is never missed: every pair
// of an occurrence is in the index.
//
// # What counts as equal
//
// Fold says: width, case, compatibility forms and the shapes of brackets,
// quotes and dashes do not matter, nor does a space beside a Chinese character.
// 1亿 does not find 11亿: a number or Latin word is found at its beginning
// only. The script (site/assets/js/search/fold.js) does the same; a browser
// test holds the two together.
//
// # The shape of a shard
//
// A shard is a string of lines parted by spaces. A line is a group and its
// items, parted by !. A group is a character or a word; an item is the
// character that follows it (# for none) and the pages: one character for
// each, which is (gap−1)·4 + weight from '#' on. UTF-8 makes small gaps one
// byte and larger ones two or three. The weight, 0 to 3, says how often the
// pair occurs.
package search
