package toml

import (
	"fmt"
	"reflect"
	"strings"
	"sync"

	"mingce/site/problem"
)

// Decode reads src, the content of file, into the struct into points to, and
// returns every problem found, sorted. What could be read is filled in even
// then.
func Decode(file string, src []byte, into any) problem.List {
	b := build(file, src)
	d := decoder{problems: b.problems, partial: b.broken}
	d.value(b.root, into, label{})
	d.problems.Sort()
	return d.problems
}

// A decoder fills Go values from a tree.
type decoder struct {
	problems problem.List
	partial  bool // the file was not read to its end: nothing is “missing”
}

// A label is what a value is called in problems: its key, if it has one.
type label struct{ key string }

func (l label) String() string {
	if l.key == "" {
		return "这一项"
	}
	return l.key
}

// value fills what into points to.
func (d *decoder) value(n *node, into any, l label) {
	switch t := into.(type) {
	case placed:
		d.value(n, t.place(n.pos), l)
	case *Any:
		*t = loose(n)
	case *Date:
		if d.is(n, Day, l) {
			*t = n.date
		}
	case grower:
		if d.is(n, Table, l) {
			for _, f := range n.fields {
				d.value(f.value, t.grow(f.key), label{f.key.Value})
			}
		}
	default:
		d.reflected(n, reflect.ValueOf(into).Elem(), l)
	}
}

// reflected fills values of Go's own types.
func (d *decoder) reflected(n *node, v reflect.Value, l label) {
	switch v.Kind() {
	case reflect.String:
		if d.is(n, String, l) {
			v.SetString(n.text)
		}
	case reflect.Bool:
		if d.is(n, Bool, l) {
			v.SetBool(n.yes)
		}
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		if !d.is(n, Int, l) {
		} else if v.OverflowInt(n.num) {
			d.problems.Add(n.pos, fmt.Sprintf("%s 的数字太大", l), "核对位数")
		} else {
			v.SetInt(n.num)
		}
	case reflect.Slice:
		if d.is(n, Array, l) {
			v.Set(reflect.MakeSlice(v.Type(), len(n.items), len(n.items)))
			for i, item := range n.items {
				d.value(item, v.Index(i).Addr().Interface(), l)
			}
		}
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		d.value(n, v.Interface(), l)
	case reflect.Struct:
		if d.is(n, Table, l) {
			d.fields(n, v, l)
		}
	default:
		panic("toml: cannot decode into " + v.Type().String())
	}
}

// is reports whether n has the kind expected, and says so if not.
func (d *decoder) is(n *node, want Kind, l label) bool {
	if n.kind == want {
		return true
	}
	if n.kind != None {
		d.problems.Add(n.pos, fmt.Sprintf("%s 应当是%s,这里写的是%s", l, want, n.kind), advise(n, want, l))
	}
	return false
}

// advise is the hint for a value of the wrong kind.
func advise(n *node, want Kind, l label) string {
	key := l.key
	if key == "" {
		key = "键"
	}
	switch want {
	case String:
		return fmt.Sprintf("文字放在引号里,写成 %s = \"…\"", key)
	case Int:
		if n.kind == String {
			return "去掉引号,只写数字"
		}
		return fmt.Sprintf("只写整数,如 %s = 100", key)
	case Bool:
		return fmt.Sprintf("写成 %s = true(是)或 %[1]s = false(否)", key)
	case Day:
		return fmt.Sprintf("不加引号,写成 %s = 2015-11-30", key)
	case Array:
		if n.kind == Table {
			return fmt.Sprintf("表头用两对括号,写成 [[%s]]", key)
		}
		return "放在方括号里,写成 [ … ]"
	}
	return fmt.Sprintf("另起一行写 [%s],下面一行写一项", key)
}

// fields fills a struct from a table.
func (d *decoder) fields(n *node, v reflect.Value, l label) {
	keys := shape(v)
	seen := make(map[string]bool, len(n.fields))
	for _, f := range n.fields {
		seen[f.key.Value] = true
		if at := keys.find(f.key.Value); at != nil {
			d.value(f.value, at.value.Addr().Interface(), label{f.key.Value})
			continue
		}
		d.problems.Add(f.key.Pos, fmt.Sprintf("没有 %s 这个键", f.key.Value), keys.suggest(f.key.Value, seen))
	}
	for _, k := range keys.list {
		if k.required && !seen[k.name] && !d.partial {
			d.problems.Add(n.pos, "缺少 "+k.name, "在"+where(n, l)+"加一行 "+k.name+" = …")
		}
	}
	for _, pos := range keys.pos {
		pos.Set(reflect.ValueOf(n.pos))
	}
}

func where(n *node, l label) string {
	if n.pos.Line == 0 || l.key == "" {
		return "文件开头"
	}
	return " " + l.key + " 下面"
}

// A slot is one key a struct takes.
type slot struct {
	name     string
	required bool
	value    reflect.Value
}

// slots are the keys of a struct and its fields that take the position.
type slots struct {
	list []slot
	pos  []reflect.Value
}

// shape reads the tags of a struct.
func shape(v reflect.Value) *slots {
	tags := tagsOf(v.Type())
	s := &slots{list: make([]slot, 0, len(tags))}
	for i, t := range tags {
		switch {
		case t.name == "-pos":
			s.pos = append(s.pos, v.Field(i))
		case t.tagged:
			s.list = append(s.list, slot{t.name, t.required, v.Field(i)})
		case t.embedded && reflect.Indirect(v.Field(i)).Kind() == reflect.Struct:
			inner := shape(reflect.Indirect(v.Field(i)))
			s.list, s.pos = append(s.list, inner.list...), append(s.pos, inner.pos...)
		}
	}
	return s
}

// A tag is what a field of a struct says of itself.
type tag struct {
	name                       string
	tagged, required, embedded bool
}

// tagged keeps what was read of types, since thousands of documents have the
// same.
var tagged sync.Map // reflect.Type → []tag

// tagsOf are the tags of the fields of a struct type.
func tagsOf(t reflect.Type) []tag {
	if known, ok := tagged.Load(t); ok {
		return known.([]tag)
	}
	tags := make([]tag, t.NumField())
	for i := range tags {
		text, is := t.Field(i).Tag.Lookup("toml")
		name, option, _ := strings.Cut(text, ",")
		tags[i] = tag{name, is, option == "required", t.Field(i).Anonymous}
	}
	tagged.Store(t, tags)
	return tags
}

func (s *slots) find(name string) *slot {
	for i := range s.list {
		if s.list[i].name == name {
			return &s.list[i]
		}
	}
	return nil
}

// suggest is the hint for an unknown key: the one probably meant, else all.
func (s *slots) suggest(written string, seen map[string]bool) string {
	var names []string
	for _, k := range s.list {
		if !seen[k.name] {
			names = append(names, k.name)
		}
	}
	if k, ok := problem.Closest(written, names); ok {
		return "是否想写 " + k + "?"
	}
	if len(names) == 0 {
		return "删去这一项"
	}
	return "这里还可以写:" + strings.Join(names, "、")
}

// loose keeps a value of any kind.
func loose(n *node) Any {
	a := Any{Kind: n.kind, Pos: n.pos, Text: n.text, Int: n.num, Bool: n.yes, Date: n.date, from: n}
	for _, item := range n.items {
		a.Array = append(a.Array, loose(item))
	}
	for _, f := range n.fields {
		a.Table = append(a.Table, Field[Any]{f.key, loose(f.value)})
	}
	return a
}
