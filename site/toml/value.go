package toml

import (
	"fmt"
	"time"

	"mingce/site/problem"
)

// At is a decoded value that remembers where it stands.
type At[T any] struct {
	Value T
	Pos   problem.Pos
	Set   bool // the key was written
}

// place implements placed.
func (a *At[T]) place(pos problem.Pos) any {
	a.Pos, a.Set = pos, true
	return &a.Value
}

// placed is an At of any type: it notes a position and hands out its value.
type placed interface{ place(problem.Pos) any }

// A Field is one entry of a table whose keys are free.
type Field[T any] struct {
	Key   At[string]
	Value T
}

// A Map is a table whose keys are free, in the order of the file.
type Map[T any] []Field[T]

// Get is the value under key.
func (m Map[T]) Get(key string) (T, bool) {
	for _, f := range m {
		if f.Key.Value == key {
			return f.Value, true
		}
	}
	var none T
	return none, false
}

// grow implements grower.
func (m *Map[T]) grow(key At[string]) any {
	*m = append(*m, Field[T]{Key: key})
	return &(*m)[len(*m)-1].Value
}

// grower is a Map of any type: it adds a key and hands out its value.
type grower interface{ grow(At[string]) any }

// A Date is a day of the calendar, written 2015-11-30 without quotes.
type Date struct {
	Year  int
	Month time.Month
	Day   int
}

// ParseDate reads YYYY-MM-DD and refuses days that do not exist.
func ParseDate(s string) (Date, bool) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return Date{}, false
	}
	return Date{t.Year(), t.Month(), t.Day()}, true
}

// IsZero reports whether no date was given.
func (d Date) IsZero() bool { return d == Date{} }

// Time is the beginning of the day in UTC.
func (d Date) Time() time.Time { return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC) }

// Before reports whether d is earlier than o.
func (d Date) Before(o Date) bool { return d.Time().Before(o.Time()) }

// String is the date as 2015-11-30.
func (d Date) String() string { return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day) }

// Chinese is the date as documents write it: 2015年11月30日.
func (d Date) Chinese() string { return fmt.Sprintf("%d年%d月%d日", d.Year, d.Month, d.Day) }

// A Kind is the type of a value as written.
type Kind uint8

// The kinds of values. Float and Time are recognised only to be refused.
const (
	None Kind = iota
	String
	Int
	Bool
	Day
	Array
	Table
	Float
	Time
)

// String names the kind in plain Chinese.
func (k Kind) String() string {
	switch k {
	case String:
		return "文字"
	case Int:
		return "整数"
	case Bool:
		return "true 或 false"
	case Day:
		return "日期"
	case Array:
		return "列表"
	case Table:
		return "表"
	case Float:
		return "小数"
	case Time:
		return "带时刻的时间"
	}
	return "空"
}

// Any is a value of any kind, for keys that allow several. What fits Kind is
// set.
type Any struct {
	Kind  Kind
	Pos   problem.Pos
	Text  string
	Int   int64
	Bool  bool
	Date  Date
	Array []Any
	Table Map[Any]

	from *node
}

// Decode fills a more particular target once the kind has been looked at.
func (a Any) Decode(into any) problem.List {
	if a.from == nil {
		return nil
	}
	var d decoder
	d.value(a.from, into, label{})
	d.problems.Sort()
	return d.problems
}
