package compiled

import (
	"fmt"
	"html/template"
	"reflect"
	"strings"
	"text/template/parse"
)

// A compiler turns the trees of templates into routines.
type compiler struct {
	of      *template.Template
	funcs   template.FuncMap
	methods map[string]Method
	done    map[string]*routine // by name, be they finished or not

	names []string // of the variables in scope, "" where one has ended
}

// routine compiles the template of a name.
func (c *compiler) routine(name string) (*routine, error) {
	if r, ok := c.done[name]; ok {
		return r, nil
	}
	t := c.of.Lookup(name)
	if t == nil || t.Tree == nil {
		return nil, fmt.Errorf("%w: template %s", errUnknown, name)
	}
	r := &routine{}
	c.done[name] = r
	outer := c.names
	c.names = []string{"$"}
	body, err := c.list(t.Tree.Root)
	r.body, r.vars = body, len(c.names)
	c.names = outer
	return r, err
}

// list compiles a list of nodes; the variables declared in it end with it.
func (c *compiler) list(l *parse.ListNode) (out []step, err error) {
	if l == nil {
		return nil, nil
	}
	before := len(c.names)
	for _, n := range l.Nodes {
		s, err := c.node(n)
		if err != nil {
			return nil, err
		}
		if s != nil {
			out = append(out, s)
		}
	}
	c.end(before)
	return out, nil
}

// end takes the variables from a place on out of scope. Their places are not
// used again.
func (c *compiler) end(from int) { clear(c.names[from:]) }

// declare gives a variable a place.
func (c *compiler) declare(v *parse.VariableNode) int {
	c.names = append(c.names, v.Ident[0])
	return len(c.names) - 1
}

// place finds the variable of a name.
func (c *compiler) place(name string) (int, bool) {
	for i := len(c.names) - 1; i >= 0; i-- {
		if c.names[i] == name {
			return i, true
		}
	}
	return 0, false
}

func (c *compiler) node(n parse.Node) (step, error) {
	switch n := n.(type) {
	case *parse.TextNode:
		if len(n.Text) == 0 {
			return nil, nil
		}
		return fixed(n.Text), nil
	case *parse.CommentNode:
		return nil, nil
	case *parse.ActionNode:
		return c.action(n)
	case *parse.IfNode:
		return c.branch(&n.BranchNode, false)
	case *parse.WithNode:
		return c.branch(&n.BranchNode, true)
	case *parse.RangeNode:
		return c.loop(n)
	case *parse.TemplateNode:
		return c.template(n)
	}
	return nil, fmt.Errorf("%w: %s", errUnknown, n)
}

// action is a value to be written, or a variable to be set.
func (c *compiler) action(n *parse.ActionNode) (step, error) {
	if len(n.Pipe.Decl) > 0 {
		if n.Pipe.IsAssign || len(n.Pipe.Decl) != 1 {
			return nil, errUnknown
		}
		value, err := c.pipe(n.Pipe)
		return &set{c.declare(n.Pipe.Decl[0]), value}, err
	}
	value, err := c.command(n.Pipe.Cmds[0])
	if err != nil {
		return nil, err
	}
	var chain []string
	for _, cmd := range n.Pipe.Cmds[1:] {
		id, ok := cmd.Args[0].(*parse.IdentifierNode)
		if !ok || len(cmd.Args) != 1 {
			return nil, errUnknown
		}
		chain = append(chain, strings.TrimPrefix(id.Ident, "_html_template_"))
	}
	write, ok := writerOf(strings.Join(chain, " "))
	if !ok {
		return nil, fmt.Errorf("%w: %s", errUnknown, n)
	}
	return &action{value, write}, nil
}

// branch is an if, or a with, which sets the dot.
func (c *compiler) branch(n *parse.BranchNode, with bool) (step, error) {
	before := len(c.names)
	defer c.end(before)
	value, err := c.pipe(n.Pipe)
	if err != nil {
		return nil, err
	}
	b := &branch{value: value, with: with, place: -1}
	if len(n.Pipe.Decl) == 1 && !n.Pipe.IsAssign {
		b.place = c.declare(n.Pipe.Decl[0])
	} else if len(n.Pipe.Decl) > 0 {
		return nil, errUnknown
	}
	if b.then, err = c.list(n.List); err == nil {
		b.otherwise, err = c.list(n.ElseList)
	}
	return b, err
}

func (c *compiler) loop(n *parse.RangeNode) (step, error) {
	before := len(c.names)
	defer c.end(before)
	value, err := c.pipe(n.Pipe)
	if err != nil {
		return nil, err
	}
	l := &loop{value: value, index: -1, item: -1}
	switch d := n.Pipe.Decl; {
	case n.Pipe.IsAssign || len(d) > 2:
		return nil, errUnknown
	case len(d) == 1:
		l.item = c.declare(d[0])
	case len(d) == 2:
		l.index, l.item = c.declare(d[0]), c.declare(d[1])
	}
	if l.body, err = c.list(n.List); err == nil {
		l.otherwise, err = c.list(n.ElseList)
	}
	return l, err
}

func (c *compiler) template(n *parse.TemplateNode) (step, error) {
	with := expr(constant(reflect.Value{}))
	var err error
	if n.Pipe != nil {
		if with, err = c.pipe(n.Pipe); err != nil {
			return nil, err
		}
	}
	r, err := c.routine(n.Name)
	return &call{r, with}, err
}
