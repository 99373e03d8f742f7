package rulefile

import (
	"fmt"
	"slices"
	"strings"

	"mingce/calc"
	"mingce/site/problem"
	"mingce/site/toml"
)

func (l *loader) add(at problem.Pos, hint, format string, args ...any) {
	l.problems.Add(at, fmt.Sprintf(format, args...), hint)
}

// declare takes over what others refer to: readings and inputs.
func (l *loader) declare() {
	for i := range l.src.Readings {
		l.reading(&l.src.Readings[i])
	}
	for i := range l.src.Inputs {
		l.input(&l.src.Inputs[i])
	}
	l.measures = slices.Clone(l.rb.Inputs)
	for i := range l.src.Quantities {
		l.derive(&l.src.Quantities[i])
	}
	if n := len(l.rb.Readings); n > 64 {
		l.add(l.src.Readings[64].Key.Pos, "合并或删去一些", "解释口径有%d个,最多64个", n)
	}
}

// id holds an id to the form it has in addresses and on the command line.
func (l *loader) id(key toml.At[string]) string {
	for i, r := range key.Value {
		letter := r >= 'a' && r <= 'z'
		if letter || i > 0 && (r >= '0' && r <= '9' || r == '-' || r == '_') {
			continue
		}
		l.add(key.Pos, "只用小写字母、数字、- 和 _,以字母开头,如 park-startup", "“%s”不能做名称", key.Value)
		break
	}
	if key.Value == "" {
		l.add(key.Pos, "写一个英文名称,如 park-startup", "名称是空的")
	}
	return key.Value
}

// words refuses a text that is written but says nothing.
func (l *loader) words(s toml.At[string]) string {
	if s.Set && strings.TrimSpace(s.Value) == "" {
		l.add(s.Pos, "填上内容;不需要就删去这一行", "这里是空的")
	}
	return s.Value
}

func (l *loader) restsOn(ids []toml.At[string]) []string {
	var named []string
	for _, id := range ids {
		switch r := l.findReading(id); {
		case r == nil:
		case slices.Contains(named, r.ID):
			l.add(id.Pos, "删去一个", "口径 %s 写了两次", r.ID)
		default:
			named = append(named, r.ID)
		}
	}
	return named
}

func (l *loader) findReading(id toml.At[string]) *calc.Reading {
	r := find(l, id, l.rb.Readings, "解释口径", func(r *calc.Reading) string { return r.ID })
	if r != nil {
		l.used["reading "+r.ID] = true
	}
	return r
}

// findInput resolves the name of an input or a quantity.
func (l *loader) findInput(id toml.At[string]) *calc.Input {
	in := l.measureOf(id.Value)
	if in == nil || !id.Set {
		in = find(l, id, l.measures, "问题", func(in *calc.Input) string { return in.ID })
	}
	if in != nil {
		l.used["input "+in.ID] = true
	}
	return in
}

// measured is the input or quantity of a name already resolved, nil when it
// is odd.
func (l *loader) measured(id string) *calc.Input {
	if l.odd[id] {
		return nil
	}
	return l.measureOf(id)
}

// find resolves a reference or says which id was probably meant.
func find[T any](l *loader, id toml.At[string], list []T, what string, name func(*T) string) *T {
	if !id.Set {
		return nil
	}
	for i := range list {
		if name(&list[i]) == id.Value {
			return &list[i]
		}
	}
	var names []string
	for i := range list {
		names = append(names, name(&list[i]))
	}
	l.unknown(id, what, names)
	return nil
}

func (l *loader) unknown(id toml.At[string], what string, names []string) {
	hint := "先写出它,或者改成已有的一个"
	if near, ok := problem.Closest(id.Value, names); ok {
		hint = "是否想写 " + near + "?"
	} else if len(names) > 0 && len(names) <= 8 {
		hint = "可以写:" + strings.Join(names, "、")
	}
	l.add(id.Pos, hint, "没有 %s 这个%s", id.Value, what)
}

// unused reports what is declared but changes nothing.
func (l *loader) unused() {
	report := func(key toml.At[string], kind, text string) {
		if !l.used[kind+" "+key.Value] {
			l.add(key.Pos, "用上它,或者删去", text, key.Value)
		}
	}
	for _, r := range l.src.Readings {
		report(r.Key, "reading", "解释口径 %s 没有规则依据它")
		for _, a := range r.Value.Alternatives {
			report(a.Key, "reading "+r.Key.Value, "选了 %s 也不改变任何规则")
		}
	}
	for _, in := range l.src.Inputs {
		report(in.Key, "input", "问题 %s 没有用到")
	}
	for _, q := range l.src.Quantities {
		report(q.Key, "input", "数量 %s 没有用到")
	}
	for _, c := range l.src.Conditions {
		report(c.Key, "condition", "条件 %s 没有项目用到")
	}
}
