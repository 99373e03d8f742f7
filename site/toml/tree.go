package toml

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/pelletier/go-toml/v2/unstable"

	"mingce/site/problem"
)

// maxDepth bounds how deep tables and lists may lie in one another, so that
// no input can exhaust the stack. People write three levels.
const maxDepth = 64

// A node is a value as written, before anything is expected of it.
type node struct {
	kind   Kind
	pos    problem.Pos
	text   string // String: the text; Float, Time: as written
	num    int64
	yes    bool
	date   Date
	items  []*node
	fields []*field
	byKey  map[string]*field // once there are many
	depth  int

	closed  bool // written as a value, so no header may add to it
	defined bool // a table whose header has been written
	dotted  bool // a table made by a dotted key
}

type field struct {
	key   At[string]
	value *node
}

// manyFields is from how many fields on a table is searched by a map: a file
// of some 100 000 keys must not take minutes to be refused.
const manyFields = 32

func (n *node) get(key string) *field {
	if n.byKey != nil {
		return n.byKey[key]
	}
	for _, f := range n.fields {
		if f.key.Value == key {
			return f
		}
	}
	return nil
}

func (n *node) add(key At[string], value *node) *node {
	value.depth = n.depth + 1
	f := &field{key, value}
	n.fields = append(n.fields, f)
	switch {
	case n.byKey != nil:
		n.byKey[key.Value] = f
	case len(n.fields) == manyFields:
		n.byKey = make(map[string]*field, 2*manyFields)
		for _, f := range n.fields {
			n.byKey[f.key.Value] = f
		}
	}
	return value
}

// A builder turns the parser's expressions into one tree.
type builder struct {
	place
	parser   unstable.Parser
	problems problem.List
	root     *node
	table    *node // the one the key-values that follow belong to
	broken   bool  // a mistake of syntax ended the reading
}

// build reads as much of src as its syntax allows.
func build(file string, src []byte) *builder {
	b := &builder{place: newPlace(file, src), root: &node{kind: Table, defined: true}}
	b.root.pos = problem.Pos{File: file}
	b.table = b.root
	if at, bad := invalid(b.src); bad {
		b.broken = true
		b.problems.Add(b.pos(at, at+1), "这里的字符不是 UTF-8 编码", "把文件另存为 UTF-8 编码;其余内容要等改好以后才检查")
		return b
	}
	b.parser.Reset(b.src)
	for b.parser.NextExpression() {
		switch e := b.parser.Expression(); e.Kind {
		case unstable.Table:
			b.header(e, false)
		case unstable.ArrayTable:
			b.header(e, true)
		case unstable.KeyValue:
			b.keyValue(b.table, e)
		}
	}
	if err := b.parser.Error(); err != nil {
		b.broken = true
		b.syntax(err)
	}
	return b
}

// keys are the parts of a dotted key, with positions.
func (b *builder) keys(it unstable.Iterator) (keys []At[string], start, end int) {
	for it.Next() {
		raw := it.Node().Raw
		if len(keys) == 0 {
			start = int(raw.Offset)
		}
		end = int(raw.Offset + raw.Length)
		keys = append(keys, At[string]{string(it.Node().Data), b.pos(int(raw.Offset), end), true})
	}
	return keys, start, end
}

// scratch takes the key-values of a table that is itself a problem.
func scratch() *node { return &node{kind: Table, dotted: true} }

// header enters [table] or [[table]].
func (b *builder) header(e *unstable.Node, list bool) {
	keys, start, end := b.keys(e.Key())
	pos := b.headerPos(start, end)
	b.table = scratch()
	if len(keys) > maxDepth {
		b.problems.Add(pos, "表名的层数太多", "一个表名最多写几层")
		return
	}
	at := b.root
	for _, k := range keys[:len(keys)-1] {
		if at = b.enter(at, k, pos); at == nil {
			return
		}
	}
	if list {
		b.appendTable(at, keys, pos)
	} else {
		b.defineTable(at, keys, pos)
	}
}

// enter goes through one part of a header into the table it names.
func (b *builder) enter(at *node, k At[string], pos problem.Pos) *node {
	f := at.get(k.Value)
	switch {
	case f == nil:
		return at.add(k, &node{kind: Table, pos: pos})
	case f.value.closed:
	case f.value.kind == Table:
		return f.value
	case f.value.kind == Array:
		return f.value.items[len(f.value.items)-1]
	}
	b.problems.Add(k.Pos, fmt.Sprintf("%s 已经写成一个值,不能再当作表", k.Value),
		fmt.Sprintf("第%d行写的是%s;改用别的名字,或删去其中一处", f.key.Pos.Line, f.value.kind))
	return nil
}

func (b *builder) defineTable(at *node, keys []At[string], pos problem.Pos) {
	k := keys[len(keys)-1]
	f := at.get(k.Value)
	switch {
	case f == nil:
		b.table = at.add(k, &node{kind: Table, pos: pos, defined: true})
	case f.value.kind == Table && !f.value.defined && !f.value.dotted && !f.value.closed:
		b.table, f.value.defined, f.value.pos = f.value, true, pos
	case f.value.kind == Array && !f.value.closed:
		b.problems.Add(pos, fmt.Sprintf("前面的 %s 是用 [[ ]] 写的,这里只有一对括号", join(keys)),
			fmt.Sprintf("再加一项就写成 [[%s]]", join(keys)))
	default:
		b.problems.Add(pos, fmt.Sprintf("表 %s 写了两次", join(keys)),
			fmt.Sprintf("第%d行已经写过;把两处合在一起,或删去一处", f.value.pos.Line))
	}
}

func (b *builder) appendTable(at *node, keys []At[string], pos problem.Pos) {
	k := keys[len(keys)-1]
	f := at.get(k.Value)
	if f == nil {
		at.add(k, &node{kind: Array, pos: pos})
		f = at.get(k.Value)
	} else if f.value.kind != Array || f.value.closed {
		b.problems.Add(pos, fmt.Sprintf("%s 前面已经写成%s,不能再用 [[ ]] 添加", join(keys), f.value.kind),
			fmt.Sprintf("第%d行已经写过;两处要用同一种写法", f.value.pos.Line))
		return
	}
	b.table = &node{kind: Table, pos: pos, defined: true, depth: f.value.depth + 1}
	f.value.items = append(f.value.items, b.table)
}

// keyValue puts key = value into table and returns where it ends in the
// source.
func (b *builder) keyValue(table *node, e *unstable.Node) int {
	keys, _, after := b.keys(e.Key())
	end := int(e.Raw.Offset + e.Raw.Length)
	for _, k := range keys[:len(keys)-1] {
		f := table.get(k.Value)
		switch {
		case table.depth >= maxDepth:
			b.problems.Add(k.Pos, "键的层数太多", "一个键最多写几层")
			return end
		case f == nil:
			table = table.add(k, &node{kind: Table, pos: k.Pos, dotted: true})
		case f.value.kind == Table && f.value.dotted && !f.value.closed:
			table = f.value
		default:
			b.twice(k, f)
			return end
		}
	}
	k := keys[len(keys)-1]
	value := b.value(e.Value(), b.skipEquals(after), table.depth+1)
	if f := table.get(k.Value); f != nil {
		b.twice(k, f)
	} else {
		table.add(k, value)
	}
	return end
}

func (b *builder) twice(k At[string], f *field) {
	b.problems.Add(k.Pos, fmt.Sprintf("键 %s 写了两次", k.Value),
		fmt.Sprintf("第%d行已经写过;删去其中一处", f.key.Pos.Line))
}

// value builds the value that begins at start. The parser does not tell the
// extent of lists and inline tables, so it is found on the way.
func (b *builder) value(v *unstable.Node, start, depth int) *node {
	n := &node{depth: depth, closed: true}
	switch {
	case depth > maxDepth:
		b.problems.Add(b.pos(start, start+1), "列表和表套得太深", "减少层数")
		return n
	case v.Kind == unstable.Array:
		n.kind = Array
		n.pos = b.pos(start, b.list(n, v, start+1))
	case v.Kind == unstable.InlineTable:
		n.kind = Table
		n.pos = b.pos(start, b.inline(n, v, start+1))
	default:
		n.pos = b.pos(int(v.Raw.Offset), int(v.Raw.Offset+v.Raw.Length))
		b.scalar(n, v)
	}
	return n
}

// list reads the items of an array from cursor on and returns its end.
func (b *builder) list(n *node, v *unstable.Node, cursor int) int {
	it := v.Children()
	for it.Next() {
		start := b.skipGap(cursor)
		item := b.value(it.Node(), start, n.depth+1)
		n.items = append(n.items, item)
		cursor = b.end(it.Node(), start)
	}
	return b.skipGap(cursor) + 1
}

// inline reads the entries of an inline table and returns its end.
func (b *builder) inline(n *node, v *unstable.Node, cursor int) int {
	n.closed = false
	it := v.Children()
	for it.Next() {
		cursor = b.keyValue(n, it.Node())
	}
	n.closed = true
	return b.skipGap(cursor) + 1
}

// scalar reads the text of a value that has no parts.
func (b *builder) scalar(n *node, v *unstable.Node) {
	n.text = string(v.Data)
	switch v.Kind {
	case unstable.String:
		n.kind = String
	case unstable.Bool:
		n.kind, n.yes = Bool, n.text == "true"
	case unstable.Integer:
		var err error
		n.kind = Int
		n.num, err = strconv.ParseInt(strings.ReplaceAll(n.text, "_", ""), 0, 64)
		if err != nil {
			n.num = 0
			b.problems.Add(n.pos, "这个整数太大", "整数的绝对值不能超过 9223372036854775807")
		}
	case unstable.LocalDate:
		var ok bool
		n.kind = Day
		if n.date, ok = ParseDate(n.text); !ok {
			b.problems.Add(n.pos, fmt.Sprintf("没有 %s 这一天", n.text), "日期写成 2015-11-30 的样子,年四位,月、日各两位")
		}
	case unstable.Float:
		n.kind = Float
	default:
		n.kind = Time
	}
}

func join(keys []At[string]) string {
	parts := make([]string, len(keys))
	for i, k := range keys {
		parts[i] = k.Value
	}
	return strings.Join(parts, ".")
}
