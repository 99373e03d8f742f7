package rulefile

import (
	"slices"
	"time"

	"mingce/calc"
	"mingce/site/toml"
)

// A setting is a parameter on one day: as in force then, and as the quote of
// the rule states it. The two differ once an amendment brought words of its
// own.
type setting struct {
	now    toml.At[string]
	stated toml.At[string]
	cite   citation // of the version in force, if it has its own
}

// own is what the versions in force of one rule bring along.
type own struct {
	cite   citation // the latest words of their own
	since  toml.Date
	hold   hold // figures held to words of their own
	absent bool // a parameter is not yet in force: nor is the rule
}

// setting reads a parameter: one value, or versions of it, the latest last.
func (l *loader) setting(key string, a toml.Any) setting {
	if a.Kind != toml.Array {
		v := l.scalar(key, a)
		return setting{now: v, stated: v}
	}
	var s setting
	var since toml.Date
	for _, item := range a.Array {
		var v version
		l.problems = append(l.problems, item.Decode(&v)...)
		value := l.scalar(key, v.Value)
		if !v.From.Set || !value.Set {
			continue
		}
		if !since.IsZero() && !since.Before(v.From.Value) {
			l.add(v.From.Pos, "各版本按施行日期从早到晚写,每天只有一个", "这个版本不在上一个版本之后施行")
		}
		since = v.From.Value
		l.from(since)
		if !v.Quote.Set {
			s.stated = value
		}
		if !l.day.Before(since) {
			s.now, s.cite = value, v.citation
			if v.Quote.Set && l.own.since.Before(since) {
				l.own.cite, l.own.since = v.citation, since
			}
		}
	}
	if len(a.Array) == 0 {
		l.add(a.Pos, "写成 [{ from = 2015-11-30, value = \"40万元\" }]", "这里没有写任何版本")
	}
	l.own.absent = l.own.absent || !s.now.Set
	return s
}

// scalar is a parameter written as text; a date may stand without quotes.
func (l *loader) scalar(key string, a toml.Any) toml.At[string] {
	switch a.Kind {
	case toml.None:
		return toml.At[string]{}
	case toml.String:
		return toml.At[string]{Value: a.Text, Pos: a.Pos, Set: true}
	case toml.Day:
		return toml.At[string]{Value: a.Date.String(), Pos: a.Pos, Set: true}
	}
	l.add(a.Pos, "文字放在引号里,写成 "+key+" = \"…\"", "%s 应当是文字,这里写的是%s", key, a.Kind)
	return toml.At[string]{}
}

// expect adds the figure of a parameter to those held to the rule's quote;
// a version with words of its own is held to these. figure says what to find
// in the words, and is false for what could not be read.
func (l *loader) expect(s setting, h *hold, figure func(toml.At[string]) (expected, bool)) {
	if e, ok := figure(s.stated); ok {
		*h = append(*h, e)
	}
	if !s.cite.Quote.Set {
		return
	}
	if e, ok := figure(s.now); ok {
		l.holdQuote(s.cite.Quote, hold{e}, &l.own.hold)
	}
}

// enter begins a rule: nothing has been read of it yet.
func (l *loader) enter() { l.own = own{} }

// stands is the citation of the rule just read: that of its latest version in
// force, if it has words of its own.
func (l *loader) stands(c citation) calc.Citation {
	cited := l.cite(c)
	if !l.own.cite.Quote.Set {
		return cited
	}
	return l.cite(l.own.cite.under(c.Clause))
}

// from notes that something begins on a day.
func (l *loader) from(d toml.Date) { l.changes = append(l.changes, d) }

func dateOf(t time.Time) toml.Date { return toml.Date{Year: t.Year(), Month: t.Month(), Day: t.Day()} }

// inForce reports whether the day answered for lies in a period.
func (l *loader) inForce(p period) bool {
	if p.From.Set {
		l.from(p.From.Value)
	}
	if p.Until.Set {
		l.ends = append(l.ends, dateOf(p.Until.Value.Time().AddDate(0, 0, 1)))
	}
	if p.From.Set && p.Until.Set && p.Until.Value.Before(p.From.Value) {
		l.add(p.Until.Pos, "until 是最后一天,不早于 from", "失效在施行之前")
	}
	return !(p.From.Set && l.day.Before(p.From.Value)) && !(p.Until.Set && p.Until.Value.Before(l.day))
}

// drop takes out what is not in force on the day, after everything has been
// read and held to the text.
func (l *loader) drop() {
	if len(l.gone) == 0 {
		return
	}
	gone := func(kind string) func(string) bool {
		return func(id string) bool { return l.gone[kind+" "+id] }
	}
	rb := l.rb
	rb.Benefits = slices.DeleteFunc(rb.Benefits, func(b calc.Benefit) bool { return l.gone["benefit "+b.ID] })
	needed := map[string]bool{}
	for i := range rb.Benefits {
		b := &rb.Benefits[i]
		b.Needs = slices.DeleteFunc(b.Needs, gone("condition"))
		for _, id := range b.Needs {
			needed[id] = true
		}
	}
	rb.Conditions = slices.DeleteFunc(rb.Conditions, func(c calc.Condition) bool { return !needed[c.ID] })
	dropMembers(&rb.Combination.Group, gone("benefit"))
	for i := range rb.Combination.Variants {
		dropMembers(&rb.Combination.Variants[i].Group, gone("benefit"))
	}
}

func dropMembers(g *calc.Group, gone func(string) bool) {
	g.Members = slices.DeleteFunc(g.Members, gone)
	for i := range g.Groups {
		dropMembers(&g.Groups[i], gone)
	}
	g.Groups = slices.DeleteFunc(g.Groups, func(g calc.Group) bool { return len(g.Members) == 0 && len(g.Groups) == 0 })
}
