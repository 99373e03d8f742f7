package search

import (
	"fmt"
	"hash/crc32"
	"slices"
	"strconv"

	"mingce/site/ascii"
)

// tableSize is how many pages' addresses stand in one file.
const tableSize = 1024

// An Index is what a large site is searched by. It is made from digests, in
// an order that must be the same for the same site.
type Index struct {
	addresses []string
	lists     lists
	sum       uint32 // of all text
}

// NewIndex returns an empty index.
func NewIndex() *Index { return &Index{lists: newLists()} }

// Add adds a page by its digest.
func (x *Index) Add(digest []byte) error {
	r := reader{rest: digest}
	x.addresses = append(x.addresses, string(r.bytes(r.number())))
	x.sum = crc32.Update(x.sum, castagnoli(), r.bytes(4))
	page := uint32(len(x.addresses) - 1)
	group := uint64(0)
	for len(r.rest) > 0 {
		group += r.number()
		item := uint64(0)
		for n := r.number(); n > 0 && r.err == nil; n-- {
			n := r.number()
			item += n >> 2
			x.lists.add(newKey(group, item), page, uint32(n&3))
		}
	}
	return r.err
}

// A File is one file of the index.
type File struct {
	Path string
	Body func() []byte
}

// Files lists the files of the index. No page may be added any more.
func (x *Index) Files() []File {
	shards := x.lists.shards()
	files := []File{{"search/index.js", func() []byte { return x.start(shards) }}}
	for n := 0; n*tableSize < len(x.addresses); n++ {
		files = append(files, File{"search/p/" + strconv.Itoa(n) + ".js", func() []byte { return x.table(n) }})
	}
	for n, s := range shards {
		name := strconv.Itoa(n)
		files = append(files, File{"search/s/" + name + ".js", func() []byte { return call("s"+name, shard(s)) }})
	}
	return files
}

// start is how many pages there are and where each shard begins.
func (x *Index) start(shards [][]list) []byte {
	value := fmt.Appendf(nil, `{"version":"%08x","count":%d,"shards":[`, x.sum, len(x.addresses))
	for i, s := range shards {
		if i > 0 {
			value = append(value, ',')
		}
		value = ascii.JSON(value, string(s[0].key.item(append(s[0].key.group(nil), ' '))))
	}
	return call("", append(value, "]}"...))
}

// table is the addresses of some pages.
func (x *Index) table(n int) []byte {
	rows := []byte{'['}
	for i, a := range x.addresses[n*tableSize : min((n+1)*tableSize, len(x.addresses))] {
		if i > 0 {
			rows = append(rows, ',')
		}
		rows = ascii.JSON(rows, a)
	}
	return call("p"+strconv.Itoa(n), append(rows, ']'))
}

// shardSize is how many bytes a shard is filled to: about 5 KB compressed.
const shardSize = 13_000

// shards parts the lists, in the order of their keys.
func (l *lists) shards() (out [][]list) {
	slices.SortFunc(l.all, func(a, b list) int {
		if a.key < b.key {
			return -1
		}
		return 1
	})
	from, size := 0, 0
	for i, one := range l.all {
		const around = 5 // bytes of an item besides its pages, about
		if size > 0 && size+len(one.pages)+around > shardSize {
			out, from, size = append(out, l.all[from:i]), i, 0
		}
		size += len(one.pages) + around
	}
	if from < len(l.all) {
		out = append(out, l.all[from:])
	}
	return out
}

// shard writes lists.
func shard(lists []list) []byte {
	body := []byte{'"'}
	for i, l := range lists {
		if i == 0 || !l.key.sameGroup(lists[i-1].key) {
			if i > 0 {
				body = append(body, ' ')
			}
			body = l.key.group(body)
		}
		body = append(l.key.item(append(body, '!')), l.pages...)
	}
	return append(body, '"')
}
