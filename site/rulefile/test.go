package rulefile

import (
	"fmt"
	"strings"

	"mingce/calc"
	"mingce/site/problem"
	"mingce/site/toml"
)

func (l *loader) condition(f *toml.Field[condition]) {
	src := &f.Value
	l.enter()
	words := l.setting("words", src.Words)
	c := calc.Condition{
		ID: l.id(f.Key), Words: l.words(words.now), Principle: l.words(src.Principle), Readings: l.restsOn(src.RestsOn),
	}
	var h hold
	c.Test = l.test(&src.test, f.Key.Pos, &h)
	c.Cite = l.stands(src.cited())
	if c.By = l.words(src.By); c.By == "" {
		c.By = l.authority(&c.Test)
	}
	l.holdCondition(src, words, h)
	if !l.inForce(src.period) || l.own.absent {
		l.gone["condition "+c.ID] = true
	}
	l.rb.Conditions = append(l.rb.Conditions, c)
}

// authority is who decides every input of a test, if that is one.
func (l *loader) authority(t *calc.Test) string {
	if t.Input != "" {
		return l.measured(t.Input).By
	}
	by := ""
	for i := range t.Of {
		if by = l.authority(&t.Of[i]); by == "" || by != l.authority(&t.Of[0]) {
			return ""
		}
	}
	return by
}

// test reads one test; at is where to point if it says nothing.
func (l *loader) test(t *test, at problem.Pos, h *hold) calc.Test {
	forms := t.forms()
	switch {
	case len(forms) == 0:
		l.add(at, "写 input 和 is、at_least 等,或 reading、all、any、not、at_least_of", "这里没有写要满足什么")
		return calc.Test{}
	case len(forms) > 1:
		l.add(at, "只留一种;几个都要满足,写 all = [ … ]", "这里同时写了 %s", strings.Join(forms, " 和 "))
		return calc.Test{}
	}
	switch forms[0] {
	case "input":
		return l.compare(t, h)
	case "reading":
		return l.taken(t.Reading, t.Taken)
	case "all":
		return calc.Test{Op: calc.OpAll, Of: l.tests(t.All, h)}
	case "any":
		return calc.Test{Op: calc.OpAny, Of: l.tests(t.Any, h)}
	case "not":
		return calc.Test{Op: calc.OpNot, Of: []calc.Test{l.test(t.Not, t.Not.Pos, h)}}
	}
	return l.atLeastOf(t, h)
}

// forms names the kinds of test written; good is exactly one.
func (t *test) forms() []string {
	var forms []string
	note := func(set bool, name string) {
		if set {
			forms = append(forms, name)
		}
	}
	compares := t.Is.Kind != toml.None || t.IsNot.Kind != toml.None || t.OneOf.Set || len(t.bounds()) > 0
	note(t.Input.Set || compares, "input")
	note(t.Reading.Set || t.Taken.Kind != toml.None, "reading")
	note(t.All.Set, "all")
	note(t.Any.Set, "any")
	note(t.Not != nil, "not")
	note(t.AtLeastOf.Set || t.Of.Set, "at_least_of")
	return forms
}

func (l *loader) tests(list toml.At[[]test], h *hold) []calc.Test {
	if len(list.Value) == 0 {
		l.add(list.Pos, "写上要满足的几项", "这里是空的")
	}
	var tests []calc.Test
	for i := range list.Value {
		tests = append(tests, l.test(&list.Value[i], list.Value[i].Pos, h))
	}
	return tests
}

func (l *loader) atLeastOf(t *test, h *hold) calc.Test {
	if !t.AtLeastOf.Set || !t.Of.Set {
		l.add(cmpPos(t.AtLeastOf, t.Of.Pos), "写成 at_least_of = 2, of = [ … ]", "at_least_of 和 of 要一起写")
		return calc.Test{}
	}
	tests := l.tests(t.Of, h)
	n := t.AtLeastOf.Value
	if len(tests) > 0 && (n < 1 || n > int64(len(tests))) {
		l.add(t.AtLeastOf.Pos, fmt.Sprintf("写1到%d", len(tests)), "%d项里不能至少满足%d项", len(tests), n)
	}
	return calc.Test{Op: calc.OpAtLeast, N: int(n), Of: tests}
}

func cmpPos[T any](a toml.At[T], other problem.Pos) problem.Pos {
	if a.Set {
		return a.Pos
	}
	return other
}

// taken tests which way a reading is taken: true as it stands, or the id of an
// alternative.
func (l *loader) taken(id toml.At[string], taken toml.Any) calc.Test {
	if !id.Set {
		l.add(taken.Pos, "加上 reading = \"…\"", "没有写是哪个解释口径")
		return calc.Test{}
	}
	r := l.findReading(id)
	if r == nil {
		return calc.Test{}
	}
	t := calc.Test{Op: calc.OpReading, Reading: r.ID}
	switch {
	case taken.Kind == toml.Bool && taken.Bool:
		for _, a := range r.Alternatives {
			l.used["reading "+r.ID+" "+a.ID] = true
		}
		return t
	case taken.Kind != toml.String:
		at := taken.Pos
		if taken.Kind == toml.None {
			at = id.Pos
		}
		l.add(at, "按采用的读法写 taken = true,按另一种读法写它的名称", "没有写口径 %s 取哪种读法", r.ID)
		return t
	}
	t.Alternative = taken.Text
	at := toml.At[string]{Value: taken.Text, Pos: taken.Pos, Set: true}
	if find(l, at, r.Alternatives, "读法", func(o *calc.Option) string { return o.ID }) != nil {
		l.used["reading "+r.ID+" "+taken.Text] = true
	}
	return t
}
