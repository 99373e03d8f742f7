// Package compiled runs templates of html/template many times faster than
// that does, and writes the very same bytes.
//
// html/template works in two steps: it adds to every action the escaping that
// its place in the page asks for, once, and then has text/template walk the
// outcome by reflection, looking up every field and every function by its name
// each time. This package takes the outcome of the first step and does the
// second: names are resolved when a template is compiled, fields once for
// each type, and values are written without a copy in between.
//
//	fast, err := compiled.New(t, funcs, methods) // after t was run once
//	body, ok := fast.Append(nil, page)
//
// It knows what the templates of a site use and no more. What it does not know
// for certain, a template or a value, it leaves: New returns an error, Append
// returns false, and the page is made by html/template itself. So where words
// stand is still decided there, and a doubt costs time only.
package compiled

import (
	"errors"
	"fmt"
	"html/template"
	"reflect"
	"sync"
)

// A Pair is what a part of a page is given: the page and what it shows.
// Templates make one with the function scope.
type Pair struct{ Page, It any }

// Scope is the name of the function that makes a Pair in a template.
const Scope = "scope"

// NewPair is that function.
func NewPair(page, it any) Pair { return Pair{page, it} }

// A Method does what a method of a value does, without reflection. arg is ""
// where the method has none. ok is false for a value that has no such method.
type Method func(on any, arg string) (result reflect.Value, ok bool)

// A Template is a template with all it calls.
type Template struct {
	main *routine
	free sync.Pool // of *state
}

// ErrUnknown is returned for a template that only html/template can run.
var errUnknown = errors.New("not known to package compiled")

// New compiles a template that was run at least once, since only then its
// escaping is decided. funcs are the functions it may call besides those of
// text/template. methods may be given for those that are called often.
func New(t *template.Template, funcs template.FuncMap, methods map[string]Method) (*Template, error) {
	c := &compiler{of: t, funcs: funcs, methods: methods, done: map[string]*routine{}}
	main, err := c.routine(t.Name())
	if err != nil {
		return nil, fmt.Errorf("%s: %w", t.Name(), err)
	}
	return &Template{main: main}, nil
}

// Append appends what the template writes of data. ok is false, and dst as it
// was, where only html/template can tell what that is.
func (t *Template) Append(dst []byte, data any) (out []byte, ok bool) {
	s, _ := t.free.Get().(*state)
	if s == nil {
		s = &state{}
	}
	s.out = dst
	ok = t.main.call(s, reflect.ValueOf(data))
	out = s.out
	s.reset()
	t.free.Put(s)
	if !ok {
		return dst, false
	}
	return out, true
}

// A state is a run of a template.
type state struct {
	out   []byte
	dot   reflect.Value
	vars  []reflect.Value // those of the routine that runs are the last
	base  int             // where they begin
	pairs []*pair         // in use, then to be used again
	deep  int             // pairs in use
}

// reset forgets the values of a run.
func (s *state) reset() {
	clear(s.vars[:cap(s.vars)])
	for _, p := range s.pairs {
		*p = pair{}
	}
	*s = state{vars: s.vars[:0], pairs: s.pairs}
}

// A pair is a Pair of values that are not copied for it.
type pair struct{ page, it reflect.Value }

var pairType = reflect.TypeFor[*pair]()

// pair returns one that is in use until the routine it is made for returns.
func (s *state) pair(page, it reflect.Value) reflect.Value {
	for s.deep >= len(s.pairs) {
		s.pairs = append(s.pairs, &pair{})
	}
	p := s.pairs[s.deep]
	p.page, p.it = page, it
	return reflect.ValueOf(p)
}

// A routine is one template.
type routine struct {
	body []step
	vars int // how many variables it has, $ among them
}

// A step is a part of a routine; it returns false where it cannot go on.
type step interface{ run(s *state) bool }

func runAll(s *state, steps []step) bool {
	for _, step := range steps {
		if !step.run(s) {
			return false
		}
	}
	return true
}

// call runs a routine with a value.
func (r *routine) call(s *state, with reflect.Value) bool {
	dot, base := s.dot, s.base
	s.base = len(s.vars)
	for range r.vars {
		s.vars = append(s.vars, reflect.Value{})
	}
	s.vars[s.base], s.dot = with, with
	s.deep++
	ok := runAll(s, r.body)
	s.deep--
	s.vars = s.vars[:s.base]
	s.dot, s.base = dot, base
	return ok
}
