package compiled

import (
	"fmt"
	"html/template"
	"reflect"
	"text/template/parse"
)

// A function is a function with its arguments.
type function struct {
	do   func(s *state, args []expr) (reflect.Value, bool)
	args []expr
}

func (f *function) eval(s *state) (reflect.Value, bool) { return f.do(s, f.args) }

// function compiles a call of a function.
func (c *compiler) function(name string, args []parse.Node) (expr, error) {
	f := &function{}
	for _, a := range args {
		e, err := c.operand(a)
		if err != nil {
			return nil, err
		}
		f.args = append(f.args, e)
	}
	switch n := len(args); {
	case name == Scope && n == 2:
		f.do = scope
	case name == "and" && n > 0:
		f.do = and
	case name == "or" && n > 0:
		f.do = or
	case name == "not" && n == 1:
		f.do = not
	case name == "len" && n == 1:
		f.do = length
	case name == "eq" && n == 2:
		f.do = equal
	case name == "ne" && n == 2:
		f.do = unequal
	case name == "gt" && n == 2:
		f.do = greater
	case name == "index" && n == 2:
		f.do = index
	case name == "printf" && n > 0:
		f.do = printf
	default:
		own, ok := c.funcs[name]
		if !ok {
			return nil, fmt.Errorf("%w: function %s", errUnknown, name)
		}
		f.do = given(own)
	}
	return f, nil
}

// given is a function that the templates bring along.
func given(f any) func(*state, []expr) (reflect.Value, bool) {
	words, quick := f.(func(string) template.HTML)
	of := reflect.ValueOf(f)
	return func(s *state, args []expr) (reflect.Value, bool) {
		values := make([]reflect.Value, len(args))
		for i, a := range args {
			v, ok := a.eval(s)
			if v = bare(v); !ok || !v.IsValid() {
				return v, false
			}
			values[i] = v
		}
		if quick && len(values) == 1 && values[0].Type() == stringType {
			return reflect.ValueOf(words(values[0].String())), true
		}
		return invoke(of, values)
	}
}

func scope(s *state, args []expr) (reflect.Value, bool) {
	page, ok1 := args[0].eval(s)
	it, ok2 := args[1].eval(s)
	return s.pair(page, it), ok1 && ok2
}

func printf(s *state, args []expr) (reflect.Value, bool) {
	values := make([]any, len(args))
	for i, a := range args {
		v, ok := a.eval(s)
		if v = bare(v); !ok || !v.IsValid() || !v.CanInterface() {
			return v, false
		}
		values[i] = v.Interface()
	}
	format, ok := values[0].(string)
	return reflect.ValueOf(fmt.Sprintf(format, values[1:]...)), ok
}

func and(s *state, args []expr) (v reflect.Value, ok bool) {
	for _, a := range args {
		if v, ok = a.eval(s); !ok || !truth(v) {
			break
		}
	}
	return v, ok
}

func or(s *state, args []expr) (v reflect.Value, ok bool) {
	for _, a := range args {
		if v, ok = a.eval(s); !ok || truth(v) {
			break
		}
	}
	return v, ok
}

func not(s *state, args []expr) (reflect.Value, bool) {
	v, ok := args[0].eval(s)
	return reflect.ValueOf(!truth(v)), ok
}

func length(s *state, args []expr) (reflect.Value, bool) {
	v, ok := args[0].eval(s)
	switch v = bare(v); v.Kind() {
	case reflect.Slice, reflect.Array, reflect.Map, reflect.String:
		return reflect.ValueOf(v.Len()), ok
	}
	return v, false
}

// two are the values of two arguments of one kind.
func two(s *state, args []expr) (a, b reflect.Value, ok bool) {
	a, ok1 := args[0].eval(s)
	b, ok2 := args[1].eval(s)
	a, b = bare(a), bare(b)
	return a, b, ok1 && ok2 && (a.Kind() == b.Kind() || a.CanInt() && b.CanInt())
}

func same(s *state, args []expr) (is, ok bool) {
	a, b, ok := two(s, args)
	switch {
	case !ok:
		return false, false
	case a.Kind() == reflect.String:
		return a.String() == b.String(), true
	case a.CanInt():
		return a.Int() == b.Int(), true
	case a.Kind() == reflect.Bool:
		return a.Bool() == b.Bool(), true
	}
	return false, false
}

func equal(s *state, args []expr) (reflect.Value, bool) {
	is, ok := same(s, args)
	return reflect.ValueOf(is), ok
}

func unequal(s *state, args []expr) (reflect.Value, bool) {
	is, ok := same(s, args)
	return reflect.ValueOf(!is), ok
}

func greater(s *state, args []expr) (reflect.Value, bool) {
	a, b, ok := two(s, args)
	if !ok || !a.CanInt() {
		return a, false
	}
	return reflect.ValueOf(a.Int() > b.Int()), true
}

func index(s *state, args []expr) (reflect.Value, bool) {
	of, ok1 := args[0].eval(s)
	at, ok2 := args[1].eval(s)
	of, at = bare(of), bare(at)
	switch {
	case !ok1 || !ok2:
	case of.Kind() == reflect.Slice && at.CanInt() && at.Int() >= 0 && at.Int() < int64(of.Len()):
		return of.Index(int(at.Int())), true
	case of.Kind() == reflect.Map && at.IsValid() && at.Type() == of.Type().Key():
		if v := of.MapIndex(at); v.IsValid() {
			return v, true
		}
		return reflect.Zero(of.Type().Elem()), true
	}
	return of, false
}
