package compiled

import "reflect"

// fixed is text that stands in the template.
type fixed []byte

func (f fixed) run(s *state) bool {
	s.out = append(s.out, f...)
	return true
}

// An action writes a value.
type action struct {
	value expr
	write writer
}

func (a *action) run(s *state) bool {
	v, ok := a.value.eval(s)
	if !ok {
		return false
	}
	s.out, ok = a.write(s.out, bare(v))
	return ok
}

// bare is the value that an interface holds.
func bare(v reflect.Value) reflect.Value {
	for v.Kind() == reflect.Interface && !v.IsNil() {
		v = v.Elem()
	}
	return v
}

// set sets a variable.
type set struct {
	place int
	value expr
}

func (a *set) run(s *state) bool {
	v, ok := a.value.eval(s)
	s.vars[s.base+a.place] = v
	return ok
}

// A branch is an if or a with.
type branch struct {
	value           expr
	with            bool
	place           int // of a variable; -1 for none
	then, otherwise []step
}

func (b *branch) run(s *state) bool {
	v, ok := b.value.eval(s)
	if !ok {
		return false
	}
	if b.place >= 0 {
		s.vars[s.base+b.place] = v
	}
	if !truth(v) {
		return runAll(s, b.otherwise)
	}
	if !b.with {
		return runAll(s, b.then)
	}
	dot := s.dot
	s.dot = v
	ok = runAll(s, b.then)
	s.dot = dot
	return ok
}

// truth is what text/template takes for true.
func truth(v reflect.Value) bool {
	v = bare(v)
	switch v.Kind() {
	case reflect.Invalid:
		return false
	case reflect.Array, reflect.Map, reflect.Slice, reflect.String:
		return v.Len() > 0
	case reflect.Struct:
		return true
	}
	return !v.IsZero()
}

// A loop goes through a list.
type loop struct {
	value           expr
	index, item     int // variables; -1 for none
	body, otherwise []step
}

func (l *loop) run(s *state) bool {
	v, ok := l.value.eval(s)
	if v = bare(v); !ok || v.Kind() != reflect.Slice && v.Kind() != reflect.Array {
		return false
	}
	if v.Len() == 0 {
		return runAll(s, l.otherwise)
	}
	dot := s.dot
	for i := 0; i < v.Len() && ok; i++ {
		s.dot = v.Index(i)
		if l.index >= 0 {
			s.vars[s.base+l.index] = reflect.ValueOf(i)
		}
		if l.item >= 0 {
			s.vars[s.base+l.item] = s.dot
		}
		ok = runAll(s, l.body)
	}
	s.dot = dot
	return ok
}

// A call runs another template.
type call struct {
	of   *routine
	with expr
}

func (c *call) run(s *state) bool {
	v, ok := c.with.eval(s)
	return ok && c.of.call(s, v)
}
