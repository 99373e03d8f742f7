package search

import (
	"errors"
	"fmt"
	"hash/crc32"
	"runtime"
	"strconv"
	"sync"

	"mingce/site/ascii"
)

// tableSize is how many pages' addresses stand in one file.
const tableSize = 1024

// An Index is what a large site is searched by. It is made from digests, in
// an order that must be the same for the same site.
type Index struct {
	addresses []string
	sum       uint32 // of all text

	digests []byte // of the pages of the run that is collected
	ends    []int  // of each of them
	runs    []*run // in the order of pages
	busy    sync.WaitGroup
	free    chan *merger
	mu      sync.Mutex
	err     error
}

// NewIndex returns an empty index.
func NewIndex() *Index {
	x := &Index{free: make(chan *merger, runtime.GOMAXPROCS(0))}
	for range cap(x.free) {
		x.free <- &merger{rare: map[uint32]uint32{}}
	}
	return x
}

// runSize is how many pages a run is made of: few enough that their digests
// take little room, and many enough that there are few runs to merge.
const runSize = 512

// Add adds a page by its digest, of which it keeps nothing. The keys in it are
// looked at later: what is wrong with them, Files says.
func (x *Index) Add(digest []byte) error {
	address, sum, keys, err := parted(digest)
	if err != nil {
		return err
	}
	x.addresses = append(x.addresses, address)
	x.sum = crc32.Update(x.sum, castagnoli(), sum)
	x.digests = append(x.digests, keys...)
	x.ends = append(x.ends, len(x.digests))
	if len(x.ends) == runSize {
		x.collected()
	}
	return nil
}

// collected has a run made of the pages that were collected, on a processor
// that is free.
func (x *Index) collected() {
	if len(x.ends) == 0 {
		return
	}
	digests, from := make([][]byte, len(x.ends)), 0
	for i, end := range x.ends {
		digests[i], from = x.digests[from:end], end
	}
	n, page := len(x.runs), uint32(len(x.addresses)-len(x.ends))
	x.mu.Lock()
	x.runs = append(x.runs, nil)
	x.mu.Unlock()
	x.digests, x.ends = make([]byte, 0, len(x.digests)), x.ends[:0]
	m := <-x.free
	x.busy.Go(func() {
		r, err := m.run(digests, page)
		x.free <- m
		x.mu.Lock()
		defer x.mu.Unlock()
		x.runs[n], x.err = r, errors.Join(x.err, err)
	})
}

// A File is one file of the index.
type File struct {
	Path string
	Body func() []byte
}

// Files lists the files of the index. No page may be added any more.
func (x *Index) Files() ([]File, error) {
	x.collected()
	x.busy.Wait()
	if x.err != nil {
		return nil, x.err
	}
	shards := x.shards()
	files := []File{{"search/index.js", func() []byte { return x.start(shards) }}}
	for n := 0; n*tableSize < len(x.addresses); n++ {
		files = append(files, File{"search/p/" + strconv.Itoa(n) + ".js", func() []byte { return x.table(n) }})
	}
	for n, s := range shards {
		name := strconv.Itoa(n)
		files = append(files, File{"search/s/" + name + ".js", func() []byte { return call("s"+name, x.shard(s)) }})
	}
	return files, nil
}

// start is how many pages there are and where each shard begins.
func (x *Index) start(shards []shard) []byte {
	value := fmt.Appendf(nil, `{"version":"%08x","count":%d,"shards":[`, x.sum, len(x.addresses))
	for i, s := range shards {
		if i > 0 {
			value = append(value, ',')
		}
		value = ascii.JSON(value, string(s.first.item(append(s.first.group(nil), ' '))))
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

// A shard is some lists that follow each other. It is written when it is asked
// for: until then the runs have all there is to know.
type shard struct {
	first key
	count int   // of lists
	at    []int // where it begins in each run
}

// shards parts the lists, in the order of their keys.
func (x *Index) shards() (out []shard) {
	heads := x.heads(make([]int, len(x.runs)))
	size := 0 // of the shard
	for {
		k, ok := least(heads)
		if !ok {
			return out
		}
		pages := 0
		after := uint32(0)
		for i := range heads {
			if h := &heads[i]; h.begins(k) {
				pages, after = pages+h.size(after), h.lists[h.at].last+1
			}
		}
		const around = 5 // bytes of an item besides its pages, about
		if len(out) == 0 || size > 0 && size+pages+around > shardSize {
			s := shard{first: k}
			for _, h := range heads {
				s.at = append(s.at, h.at)
			}
			out, size = append(out, s), 0
		}
		size += pages + around
		out[len(out)-1].count++
		for i := range heads {
			if heads[i].begins(k) {
				heads[i].at++
			}
		}
	}
}

// heads are the runs from a place in each on.
func (x *Index) heads(at []int) []head {
	heads := make([]head, len(x.runs))
	for i, r := range x.runs {
		heads[i] = head{r, at[i]}
	}
	return heads
}

// shard writes a shard as a string.
func (x *Index) shard(s shard) []byte {
	heads := x.heads(s.at)
	body := append(make([]byte, 0, shardSize+shardSize/4), '"')
	last := key(0)
	for n := range s.count {
		k, _ := least(heads)
		if n == 0 || !k.sameGroup(last) {
			if n > 0 {
				body = append(body, ' ')
			}
			body = k.group(body)
		}
		body, last = k.item(append(body, '!')), k
		after := uint32(0)
		for i := range heads {
			if heads[i].begins(k) {
				body, after = heads[i].take(body, after)
			}
		}
	}
	return append(body, '"')
}
