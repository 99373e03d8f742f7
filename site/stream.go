package site

import (
	"crypto/sha256"
	"fmt"
	"io/fs"
	"iter"
	"sync"

	"mingce/site/markdown"
	"mingce/site/output"
	"mingce/site/policy"
	"mingce/site/problem"
	"mingce/site/search"
)

// A passage is a page whose text is not kept in memory: it is read when the
// page is made, and then it is gone. The text of every policy is one, and so
// should be whatever the site may have thousands of.
type passage struct {
	address  string
	template string
	kind     output.Kind
	source   string // the content file, as problems name it
	length   int    // characters of text
	policy   *entry // nil for any other page

	// inputs is all that the page depends on, the file by its checksum, as any
	// value made of data. A page of which it leaves something out will not
	// follow a change.
	inputs func() any

	// read reads the text. The page is not made when there are problems.
	read func() (*passing, problem.List)
}

// A passing is a text at hand for the moment.
type passing struct {
	address, title string
	view           any                // what the template shows
	policy         *entry             // nil for any other page
	doc            *policy.Document   // the whole policy; the entry's may lack the text
	words          string             // of a page that is no policy, as plain text
	headings       []markdown.Heading // of such a page

	found *search.Page // what is found in it; see searchPassing

	buffers *sync.Pool // of *[]byte
	taken   []*[]byte
}

// write has a file written into a buffer that serves one text after another.
func (p *passing) write(file func(dst []byte) ([]byte, error)) ([]byte, error) {
	b, ok := p.buffers.Get().(*[]byte)
	if !ok {
		b = new([]byte)
	}
	body, err := file((*b)[:0])
	if err == nil {
		*b = body
	}
	p.taken = append(p.taken, b)
	return body, err
}

// done gives the buffers back.
func (p *passing) done() {
	for _, b := range p.taken {
		p.buffers.Put(b)
	}
	p.taken = nil
}

// A follower is a feature that sees every text while it passes. It may add
// files of its own for each policy, and keep a digest of each text from which
// it makes files of the whole site at the end.
//
//	func (b *builder) search() {
//		b.follow(follower{
//			name:   "search",
//			digest: func(p *passing) ([]byte, error) { return search.Digest(p.doc) },
//			finish: func(digests iter.Seq[[]byte]) ([]output.File, error) { return search.Files(digests) },
//		})
//	}
//
// Its functions run on all processors at once, and what they return is cached
// for as long as the inputs of the text are the same. So they may depend on
// nothing but the text, its entry and site.toml; the rest goes into inputs.
type follower struct {
	name string

	// inputs is what else they depend on; nil for nothing.
	inputs func(e *entry) any

	// files announces the files added for a policy: Path, Kind and, where a
	// budget grows with it, Length. nil for none.
	files func(e *entry) []output.File

	// bodies makes them, in the same order.
	bodies func(p *passing) ([][]byte, error)

	// digest is what finish needs of a text, nothing for those it does not
	// care for. The smaller the better: every build reads all of them.
	digest func(p *passing) ([]byte, error)

	// finish makes files of the whole site from the digests, which come in the
	// order of the addresses. It may also depend on the facts of any policy.
	// nil for none.
	finish func(digests iter.Seq[[]byte]) ([]output.File, error)
}

// follow adds a follower. Followers come before the pages they follow.
func (b *builder) follow(f follower) { b.followers = append(b.followers, f) }

// lates are the files that followers make at the end.
func (b *builder) lates() (out []output.Late) {
	for _, f := range b.followers {
		l := output.Late{Name: f.name, Make: f.finish, Inputs: func() any { return b.facts }}
		if l.Make == nil {
			l.Make = func(iter.Seq[[]byte]) ([]output.File, error) { return nil, nil }
		}
		out = append(out, l)
	}
	return out
}

// pass announces a passage, and with it the files that followers add to it.
func (b *builder) pass(p passage) {
	u := output.Unit{Files: []output.File{{Path: p.address + "index.html", Kind: p.kind, Length: p.length}}}
	if p.policy != nil {
		for _, f := range b.followers {
			if f.files != nil {
				u.Files = append(u.Files, f.files(p.policy)...)
			}
		}
	}
	for i := range u.Files {
		u.Files[i].Source = p.source
	}
	u.Make = func() (*output.Made, error) { return b.passed(p, len(u.Files)) }
	u.Inputs = func() any { return b.inputs(p) }
	b.units = append(b.units, u)
}

// inputs is all that the files of a passage depend on.
func (b *builder) inputs(p passage) any {
	all := []any{p.address, p.template, p.kind, b.base, b.common, p.inputs()}
	for _, f := range b.followers {
		all = append(all, f.name)
		if f.inputs != nil && p.policy != nil {
			all = append(all, f.inputs(p.policy))
		}
	}
	return all
}

// passed makes everything that is made of a passage.
func (b *builder) passed(p passage, files int) (*output.Made, error) {
	at, problems := p.read()
	if len(problems) > 0 {
		return &output.Made{Bodies: make([][]byte, files), Problems: problems}, nil
	}
	at.buffers = &b.buffers
	body, err := at.write(func(dst []byte) ([]byte, error) { return b.set.Append(dst, p.template, at.view) })
	if err != nil {
		return nil, err
	}
	made := &output.Made{Bodies: [][]byte{body}, Done: at.done}
	for _, f := range b.followers {
		if err := f.see(made, at); err != nil {
			return nil, fmt.Errorf("%s: %w", f.name, err)
		}
	}
	return made, nil
}

// see adds what a follower makes of a text.
func (f *follower) see(made *output.Made, p *passing) (err error) {
	var bodies [][]byte
	var digest []byte
	if f.bodies != nil && p.policy != nil {
		bodies, err = f.bodies(p)
	}
	if f.digest != nil && err == nil {
		digest, err = f.digest(p)
	}
	made.Bodies, made.Digests = append(made.Bodies, bodies...), append(made.Digests, digest)
	return err
}

// document is the whole document of a policy: at hand where rules needed it, else
// read now.
func (b *builder) document(e *entry) (*policy.Document, problem.List) {
	if e.rules != nil {
		return e.doc, nil
	}
	src, _ := b.buffers.Get().(*[]byte)
	if src == nil {
		src = new([]byte)
	}
	defer b.buffers.Put(src)
	text, err := readInto((*src)[:0], b.content, "policies/"+e.id+"/policy.md")
	if *src = text; err != nil || quick(text) != e.quick {
		return nil, moved(e.doc.File)
	}
	doc, problems := policy.ParseRest(e.doc, text)
	return doc, append(problems, pinned(doc)...)
}

// moved is the problem of a file that is not what it was.
func moved(name string) problem.List {
	return problem.List{{Pos: problem.Pos{File: name}, Text: "生成网站的时候,这个文件改动了", Hint: "保存好以后再运行一次"}}
}

// again reads a file of the content a second time, and holds that it is still
// the one that was read first.
func (b *builder) again(file, name string, sum [sha256.Size]byte) ([]byte, problem.List) {
	src, err := fs.ReadFile(b.content, file)
	if err != nil || sha256.Sum256(src) != sum {
		return nil, moved(name)
	}
	return src, nil
}
