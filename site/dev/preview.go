package dev

import (
	"fmt"
	"sync"

	"mingce/site/output"
	"mingce/site/problem"
)

// A state is the outcome of the builds so far.
type state struct {
	site     *output.Site // the last good one; nil before the first
	problems problem.List // of the latest build
}

// A preview is the state and the open pages that wait for its next change.
type preview struct {
	opts Options

	building  sync.Mutex
	mu        sync.Mutex
	state     state
	listeners map[chan struct{}]bool
}

func (p *preview) now() state {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.state
}

// rebuild builds the site once more and wakes every open page.
func (p *preview) rebuild() {
	p.building.Lock()
	defer p.building.Unlock()
	site, problems := p.opts.Build()
	p.mu.Lock()
	defer p.mu.Unlock()
	if site != nil {
		p.state.site = site
	}
	again := p.state.problems != nil
	p.state.problems = problems
	for l := range p.listeners {
		select {
		case l <- struct{}{}:
		default:
		}
	}
	switch {
	case len(problems) > 0:
		problems.Print(p.opts.Out, p.source)
		fmt.Fprintf(p.opts.Out, "%s:改正后页面会自动更新\n", problems.Summary())
	case again:
		fmt.Fprintln(p.opts.Out, "已更新")
	}
}

func (p *preview) source(file string) []byte {
	if p.opts.Source == nil {
		return nil
	}
	return p.opts.Source(file)
}

// join registers an open page; leave forgets it.
func (p *preview) join() (changed chan struct{}, leave func()) {
	changed = make(chan struct{}, 1)
	p.mu.Lock()
	defer p.mu.Unlock()
	p.listeners[changed] = true
	return changed, func() {
		p.mu.Lock()
		defer p.mu.Unlock()
		delete(p.listeners, changed)
	}
}
