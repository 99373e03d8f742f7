package rulefile

import (
	"slices"
	"strings"

	"mingce/calc"
	"mingce/site/problem"
	"mingce/site/toml"
)

// A Warning is something that may be meant but more often is a slip. It does
// not keep the rules from being published.
type Warning struct {
	problem.Problem
	Name string // cap-never-reached, never-highest, not-exact
}

// analyse tells what follows from the rules taken together: conditions that
// decide nothing; then requirements that exclude one another and tiers that
// can never count; then inputs that change nothing. What only follows from the
// one before is not told.
func (l *loader) analyse() {
	for _, f := range l.src.Conditions {
		if c := l.conditionOf(f.Key.Value); c != nil {
			l.decides(f.Key, c)
			l.restsOnWhatTurns(f, c)
		}
	}
	if len(l.problems) > 0 {
		return
	}
	for i := range l.src.Benefits {
		f := &l.src.Benefits[i]
		if b := l.benefitOf(f.Key.Value); b != nil {
			l.consistent(f, b)
			l.reachable(f, b)
		}
	}
	if len(l.problems) > 0 {
		return
	}
	l.allMatter()
}

// decides tells a condition that holds always or never.
func (l *loader) decides(key toml.At[string], c *calc.Condition) {
	switch canHold, canFail, known := l.judge([]calc.Test{c.Test}); {
	case !known:
	case !canHold:
		l.add(key.Pos, "核对各项要求和问题的范围", "条件 %s 不可能成立", c.ID)
	case !canFail:
		l.add(key.Pos, "核对各项要求和问题的范围", "条件 %s 总是成立", c.ID)
	}
}

// restsOnWhatTurns tells a condition that a reading decides and that does not
// say so: its answers would not name the reading.
func (l *loader) restsOnWhatTurns(f toml.Field[condition], c *calc.Condition) {
	at := f.Key.Pos
	if rests := f.Value.RestsOn; len(rests) > 0 {
		at = rests[0].Pos
	}
	var told []string
	var visit func(t *calc.Test)
	visit = func(t *calc.Test) {
		if t.Op == calc.OpReading && !slices.Contains(c.Readings, t.Reading) && !slices.Contains(told, t.Reading) {
			told = append(told, t.Reading)
			l.add(at, "在 rests_on 里加上 \""+t.Reading+"\"", "条件 %s 怎样判断取决于口径 %s,rests_on 里没有写", c.ID, t.Reading)
		}
		for i := range t.Of {
			visit(&t.Of[i])
		}
	}
	visit(&c.Test)
}

// consistent tells requirements of one benefit that cannot be met together:
// two of them if two already exclude one another.
func (l *loader) consistent(f *toml.Field[benefit], b *calc.Benefit) {
	tests := make([]calc.Test, len(b.Needs))
	for i, id := range b.Needs {
		tests[i] = l.conditionOf(id).Test
	}
	for _, together := range components(tests) {
		var some []calc.Test
		var names []string
		for _, i := range together {
			some, names = append(some, tests[i]), append(names, b.Needs[i])
		}
		canHold, _, known := l.judge(some)
		if canHold {
			continue
		}
		if i, j, ok := l.excluding(some); ok {
			l.add(f.Value.Needs.Pos, "核对这两个条件,或把项目分成两个", "条件 %s 和 %s 不能同时成立", names[i], names[j])
		} else if known {
			l.add(f.Value.Needs.Pos, "核对这些条件", "这些条件不能同时成立:%s", strings.Join(names, "、"))
		}
	}
}

// excluding finds two tests that cannot both hold.
func (l *loader) excluding(tests []calc.Test) (i, j int, ok bool) {
	for j := range tests {
		for i := range j {
			if canHold, _, known := l.judge([]calc.Test{tests[i], tests[j]}); known && !canHold {
				return i, j, true
			}
		}
	}
	return 0, 0, false
}

// components groups the tests that hang together by their variables.
func components(tests []calc.Test) (groups [][]int) {
	for i := range tests {
		mine := variables(tests[i : i+1])
		merged := []int{i}
		groups = slices.DeleteFunc(groups, func(g []int) bool {
			touches := slices.ContainsFunc(g, func(j int) bool {
				return slices.ContainsFunc(variables(tests[j:j+1]), func(v variable) bool { return slices.Contains(mine, v) })
			})
			if touches {
				merged = append(merged, g...)
			}
			return touches
		})
		slices.Sort(merged)
		groups = append(groups, merged)
	}
	return groups
}

// reachable tells the tiers that the benefit's own conditions exclude.
func (l *loader) reachable(f *toml.Field[benefit], b *calc.Benefit) {
	if b.Amount == nil || len(b.Amount.Tiers) == 0 {
		return
	}
	lo, hi := l.rangeIn(b, b.Amount.Input)
	for i, t := range b.Amount.Tiers {
		if t.From > hi || t.Under-1 < lo {
			at := f.Key.Pos
			if src := f.Value.Tiers; src != nil && i < len(src.Steps.Value) && len(f.Value.Amended) == 0 {
				at = src.Steps.Value[i].Pos
			}
			l.add(at, "核对这一档和项目的条件", "第%d档达不到:项目的条件已经把它排除", i+1)
		}
	}
}

// rangeIn is the range that a benefit's conditions leave to an input.
func (l *loader) rangeIn(b *calc.Benefit, id string) (lo, hi int64) {
	in := l.measured(id)
	lo, hi = in.Min, in.Max
	var narrow func(t *calc.Test)
	narrow = func(t *calc.Test) {
		switch {
		case t.Op == calc.OpBound && t.Input == id:
			lo, hi = narrowed(t.Bound, lo, hi)
		case t.Op == calc.OpAll:
			for i := range t.Of {
				narrow(&t.Of[i])
			}
		}
	}
	for _, need := range b.Needs {
		narrow(&l.conditionOf(need).Test)
	}
	return lo, hi
}

// allMatter tells the inputs that can change nothing: neither a condition nor
// an amount, themselves or through a quantity.
func (l *loader) allMatter() {
	if len(l.gone) > 0 {
		return // what counts for nothing now may have counted in another version
	}
	matter := map[string]bool{}
	for i := range l.rb.Benefits {
		if a := l.rb.Benefits[i].Amount; a != nil {
			measures(a, matter)
		}
	}
	for i := range l.rb.Conditions {
		t := &l.rb.Conditions[i].Test
		for _, v := range variables([]calc.Test{*t}) {
			if !v.reading && !matter[v.id] && l.matters(v, t) {
				matter[v.id] = true
			}
		}
	}
	for _, d := range l.rb.Derived {
		if matter[d.ID] {
			matter[d.Of], matter[d.By] = true, true
		}
	}
	for _, f := range l.src.Inputs {
		if !matter[f.Key.Value] {
			l.add(f.Key.Pos, "改正用到它的条件,或删去这个问题", "问题 %s 怎样回答都不改变任何项目", f.Key.Value)
		}
	}
}

// measures notes what an amount is worked out from.
func measures(a *calc.Amount, into map[string]bool) {
	into[a.Input] = true
	for i := range a.Parts {
		measures(&a.Parts[i], into)
	}
}
