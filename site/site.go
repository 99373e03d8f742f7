// Package site builds the website from the content folder.
//
//	content/
//	  site.toml                the site itself: see Config
//	  policies/<id>/policy.md  a document; <id> is its address
//	  policies/<id>/rules.toml what can be computed of it; may be missing
//	  policies/<id>/cases.toml worked cases of the rules
//	  policies/<id>/goals.toml, departments.toml, guide.toml
//	                           what is to be reached, who answers for what, how
//	                           to apply; each may be missing
//	  pages/<id>.md            a page at /<id>/
//	  terms.toml               words explained on demand; may be missing
//
// [Build] reads all of it, says every problem it finds at once, and returns
// the site as files that render themselves when read. The same content gives
// the same bytes, whenever and wherever it is built.
package site

import (
	"io/fs"
	"sync"

	"mingce/site/assets"
	"mingce/site/feed"
	"mingce/site/fingerprint"
	"mingce/site/output"
	"mingce/site/page"
	"mingce/site/problem"
	"mingce/site/templates"
	"mingce/site/terms"
	"mingce/site/toml"
)

// Options is what a build needs besides the content.
type Options struct {
	ContentName string    // how problems name the content folder; "content" if empty
	BasePath    string    // where the site will live on its host: "/zc/"; "/" if empty
	Date        toml.Date // the day the site is for; zero: what waits for a day is not published
	Release     bool      // refuse what is not fit to be published
	Cache       string    // a folder for what depends on this program alone; may be empty
}

// Output is the site as built.
type Output = output.Site

// A builder holds what every page is made with.
type builder struct {
	base   string
	conf   *Config
	look   *assets.Bundle
	set    *templates.Set
	frame  *page.Site
	common any // stands for conf and frame, on which every page depends
	today  toml.Date

	pictures map[string]picture // of articles, by their place in the content

	content   fs.FS
	facts     any      // what the files of the whole site may depend on
	all       *content // what was read
	followers []follower
	terms     []terms.Term
	marker    *terms.Marker           // of these
	numbered  map[string]*entry       // policies by 发文字号
	naming    map[string][]naming     // who names a 发文字号
	told      map[string][]feed.Entry // what feeds tell, by column
	files     []output.File
	out       *output.Site // once all is collected
	buffers   sync.Pool    // for what is made of the texts; see passing
	units     []output.Unit
	aliases   []alias
}

// Build reads the content and returns the site. With problems there is no
// site. An error in this program's own templates or styles is returned as a
// problem too, without a place.
//
// The text of a policy without rules is read only when its page is made, and
// its problems are then those of its unit; but if there is a problem anywhere
// before, the problems of all texts are returned with it.
func Build(content fs.FS, opts Options) (*Output, problem.List) {
	return build(content, opts, (*builder).followAll)
}

// build is Build with the features that follow the texts.
func build(content fs.FS, opts Options, followAll func(*builder)) (*Output, problem.List) {
	var problems problem.List
	base, ok := cleanBase(opts.BasePath)
	if !ok {
		problems.Add(problem.Pos{}, "网站路径“"+opts.BasePath+"”不能用", "写成 / 或 /zc/ 这样,前后都有斜杠")
		return nil, problems
	}
	b := &builder{base: base, content: content, today: opts.Date}
	ready := make(chan error, 1)
	go func() { ready <- b.load(opts.Cache) }()
	all := read(content, opts.ContentName, opts.Date, &problems)
	b.conf, b.all = all.conf, all
	if opts.Release {
		b.conf.release(all.at("site.toml"), &problems)
	}
	if err := <-ready; err != nil {
		problems.Add(problem.Pos{}, err.Error(), "这是程序自身的错误,请连同这句话告诉维护者")
	}
	if all.texts(); len(problems) > 0 {
		problems.Sort()
		return nil, problems
	}
	b.frame, b.facts = b.conf.frame(), all.facts()
	b.frame.Settings, b.frame.Speak = page.Settings(), b.look.Resource("speak.js").Path
	b.common = shared(b.conf, b.frame)
	b.terms = all.terms
	b.marker = terms.NewMarker(all.terms)
	b.relate(all)
	followAll(b)
	b.pages(all)
	b.moved(all)
	b.assets()
	b.served()
	out, twice := output.Collect(base, b.files, b.units, b.lates())
	b.out = out
	problems = append(problems, twice...)
	problems = append(problems, all.deadMenu(out)...)
	if all.texts(); len(problems) > 0 {
		problems.Sort()
		return nil, problems
	}
	return out, nil
}

// shared stands for values that thousands of pages depend on: hashed once.
func shared(values ...any) any {
	if sum, ok := fingerprint.Of(values); ok {
		return sum
	}
	return values // which cannot be hashed, and what depends on them is made anew
}

// Keep puts what depends on this program alone into the cache of a site that
// was written, for the next build.
func Keep(cache string) error {
	_, err := assets.Load(cache)
	return err
}

// load takes up what this program brings along.
func (b *builder) load(cache string) (err error) {
	if b.look, err = assets.Load(cache); err == nil {
		b.set, err = templates.Load()
	}
	return err
}

func (b *builder) assets() {
	for _, a := range b.look.All() {
		b.asset(a)
	}
}

func (b *builder) asset(a assets.Asset) {
	b.files = append(b.files, output.File{Path: a.Path, Kind: output.Asset, Source: a.Path,
		Render: output.Bytes(a.Body), Inputs: func() any { return a.Body }})
}
