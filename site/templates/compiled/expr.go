package compiled

import (
	"fmt"
	"reflect"
	"sync/atomic"
	"text/template/parse"
)

// An expr is something that has a value; ok is false where only html/template
// can tell which.
type expr interface {
	eval(s *state) (v reflect.Value, ok bool)
}

type dot struct{}

func (dot) eval(s *state) (reflect.Value, bool) { return s.dot, true }

type variable int

func (v variable) eval(s *state) (reflect.Value, bool) { return s.vars[s.base+int(v)], true }

type constantValue struct{ value reflect.Value }

func constant(v reflect.Value) expr { return constantValue{v} }

func (c constantValue) eval(*state) (reflect.Value, bool) { return c.value, true }

// A field is a field of a value, or a method of it.
type field struct {
	of     expr
	name   string
	method Method
	arg    expr // of a method; nil for none
	last   atomic.Pointer[found]
}

// found is where the field of a type was found.
type found struct {
	of     reflect.Type
	index  []int
	method bool
	ok     bool
}

func (f *field) eval(s *state) (reflect.Value, bool) {
	v, ok := f.of.eval(s)
	if v = bare(v); !ok || !v.IsValid() {
		return v, false
	}
	if v.Kind() == reflect.Pointer {
		if v.IsNil() {
			return v, false
		}
		if v.Type() == pairType {
			return f.ofPair(v.Interface().(*pair))
		}
		v = v.Elem()
	}
	at := f.last.Load()
	if at == nil || at.of != v.Type() {
		at = f.find(v.Type())
		f.last.Store(at)
	}
	switch {
	case !at.ok:
		return v, false
	case at.method:
		return f.call(s, v)
	case len(at.index) == 1:
		return v.Field(at.index[0]), true
	}
	v, err := v.FieldByIndexErr(at.index)
	return v, err == nil
}

func (f *field) ofPair(p *pair) (reflect.Value, bool) {
	switch f.name {
	case "Page":
		return p.page, f.arg == nil
	case "It":
		return p.it, f.arg == nil
	}
	return reflect.Value{}, false
}

// find looks a field up. A method goes first, as in text/template.
func (f *field) find(t reflect.Type) *found {
	at := &found{of: t}
	if _, ok := reflect.PointerTo(t).MethodByName(f.name); ok {
		at.method, at.ok = true, true
		return at
	}
	if t.Kind() != reflect.Struct || f.arg != nil {
		return at
	}
	sf, ok := t.FieldByName(f.name)
	at.index, at.ok = sf.Index, ok && sf.IsExported()
	return at
}

// call calls the method of v.
func (f *field) call(s *state, v reflect.Value) (reflect.Value, bool) {
	if v.CanAddr() {
		v = v.Addr()
	}
	var args []reflect.Value
	if f.arg != nil {
		arg, ok := f.arg.eval(s)
		if arg = bare(arg); !ok || !arg.IsValid() {
			return arg, false
		}
		if f.method != nil && arg.Type() == stringType {
			return f.method(v.Interface(), arg.String())
		}
		args = append(args, arg)
	} else if f.method != nil {
		return f.method(v.Interface(), "")
	}
	m := v.MethodByName(f.name)
	if !m.IsValid() {
		return m, false
	}
	return invoke(m, args)
}

// invoke calls a function that takes just these values and returns one.
func invoke(f reflect.Value, args []reflect.Value) (reflect.Value, bool) {
	t := f.Type()
	if t.NumIn() != len(args) || t.IsVariadic() || t.NumOut() != 1 {
		return f, false
	}
	for i, a := range args {
		if !a.IsValid() || !a.Type().AssignableTo(t.In(i)) {
			return f, false
		}
	}
	return f.Call(args)[0], true
}

var stringType = reflect.TypeFor[string]()

// pipe is a pipeline of one command: those of more serve escaping alone.
func (c *compiler) pipe(p *parse.PipeNode) (expr, error) {
	if len(p.Cmds) != 1 {
		return nil, fmt.Errorf("%w: %s", errUnknown, p)
	}
	return c.command(p.Cmds[0])
}

// command is a value, a method with its argument, or a function with its own.
func (c *compiler) command(n *parse.CommandNode) (expr, error) {
	if id, ok := n.Args[0].(*parse.IdentifierNode); ok {
		return c.function(id.Ident, n.Args[1:])
	}
	e, err := c.operand(n.Args[0])
	if err != nil || len(n.Args) == 1 {
		return e, err
	}
	f, ok := e.(*field)
	if !ok || len(n.Args) != 2 {
		return nil, fmt.Errorf("%w: %s", errUnknown, n)
	}
	f.arg, err = c.operand(n.Args[1])
	return f, err
}

// operand is a value that is named.
func (c *compiler) operand(n parse.Node) (expr, error) {
	switch n := n.(type) {
	case *parse.DotNode:
		return dot{}, nil
	case *parse.FieldNode:
		return c.fields(dot{}, n.Ident), nil
	case *parse.VariableNode:
		at, ok := c.place(n.Ident[0])
		if !ok {
			return nil, fmt.Errorf("%w: %s", errUnknown, n)
		}
		return c.fields(variable(at), n.Ident[1:]), nil
	case *parse.ChainNode:
		of, err := c.operand(n.Node)
		return c.fields(of, n.Field), err
	case *parse.PipeNode:
		return c.pipe(n)
	case *parse.IdentifierNode:
		return c.function(n.Ident, nil)
	case *parse.StringNode:
		return constant(reflect.ValueOf(n.Text)), nil
	case *parse.BoolNode:
		return constant(reflect.ValueOf(n.True)), nil
	case *parse.NumberNode:
		if n.IsInt {
			return constant(reflect.ValueOf(int(n.Int64))), nil
		}
	}
	return nil, fmt.Errorf("%w: %s", errUnknown, n)
}

func (c *compiler) fields(of expr, names []string) expr {
	for _, name := range names {
		of = &field{of: of, name: name, method: c.methods[name]}
	}
	return of
}
