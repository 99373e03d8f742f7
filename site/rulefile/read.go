package rulefile

import (
	"path"
	"slices"

	"mingce/calc"
	"mingce/site/policy"
	"mingce/site/problem"
	"mingce/site/toml"
)

// Load reads a rules file against the document it stands on. It returns the
// rulebook in its latest version, or nil and every problem found, sorted. The
// rulebook's ID is the name of the folder the file is in.
func Load(file string, src []byte, doc *policy.Document) (*calc.Rulebook, problem.List) {
	return LoadAt(file, src, doc, toml.Date{})
}

// LoadAt is Load for the version in force on a day; without a day, the latest.
// The problems are those of all versions.
func LoadAt(file string, src []byte, doc *policy.Document, day toml.Date) (*calc.Rulebook, problem.List) {
	l, problems := check(file, src, doc, day)
	if len(problems) > 0 {
		return nil, problems
	}
	return l.rb, nil
}

// check reads every version and returns that of a day, with all problems.
func check(file string, src []byte, doc *policy.Document, day toml.Date) (*loader, problem.List) {
	current := newLoader(file, doc)
	current.takeOver(src)
	answer := current
	if starts := current.starts(); len(starts) > 1 {
		answer = current.versions(src, starts, day)
	}
	if len(current.problems) == 0 {
		current.unused()
	}
	if len(current.problems) == 0 {
		current.complete()
	}
	if problems := current.problems; len(problems) > 0 {
		problems.Sort()
		return answer, problems
	}
	answer.drop()
	answer.analyse()
	answer.problems.Sort()
	return answer, answer.problems
}

// A loader fills one rulebook and collects the problems on the way.
type loader struct {
	known   units // what figures may be written in
	unitsOf int   // inputs that known was gathered from

	file     string
	src      source
	doc      *policy.Document
	rb       *calc.Rulebook
	measures []calc.Input // the inputs, then the quantities as if asked for
	problems problem.List
	warnings []Warning
	used     map[string]bool      // "input x", "condition x", "reading x", "reading x y"
	astray   map[problem.Pos]bool // quotes that are not in their clause; nothing is held to them
	odd      map[string]bool      // inputs of which it is not known how they are answered

	day     toml.Date   // the version asked for is the one in force on it
	past    bool        // it is not the latest: the text no longer holds its words
	changes []toml.Date // days on which something begins
	ends    []toml.Date // days on which something has ended
	gone    map[string]bool
	own     own
	places  places
	quotes  quoted
}

// newLoader reads the latest version.
func newLoader(file string, doc *policy.Document) *loader {
	return &loader{
		file: file, doc: doc,
		rb:   &calc.Rulebook{ID: path.Base(path.Dir(file))},
		used: map[string]bool{}, astray: map[problem.Pos]bool{}, odd: map[string]bool{}, gone: map[string]bool{},
		quotes: newQuoted(),
		day:    toml.Date{Year: 9999, Month: 12, Day: 31},
	}
}

// takeOver reads the file; problems of rules not in force are told too.
func (l *loader) takeOver(src []byte) {
	l.problems = toml.Decode(l.file, src, &l.src)
	l.declare()
	for i := range l.src.Conditions {
		l.condition(&l.src.Conditions[i])
	}
	for i := range l.src.Benefits {
		l.benefit(&l.src.Benefits[i])
	}
	l.combine(problem.Pos{File: l.file})
	l.notCoded()
	l.rb.Always = l.restsOn(l.src.RestsOn)
}

// starts are the days on which a version begins, the first of them before all
// times.
func (l *loader) starts() []toml.Date {
	starts := append([]toml.Date{{}}, slices.Concat(l.changes, l.ends)...)
	slices.SortFunc(starts, func(a, b toml.Date) int { return a.Time().Compare(b.Time()) })
	return slices.Compact(starts)
}

// versions reads the file once for every version, so that a mistake in any is
// told, and returns the one in force on day. What was read before is the
// version after every change; the latest is the one since the last beginning,
// whatever ends after it.
func (l *loader) versions(src []byte, starts []toml.Date, day toml.Date) *loader {
	latest := slices.MaxFunc(append([]toml.Date{{}}, l.changes...), func(a, b toml.Date) int { return a.Time().Compare(b.Time()) })
	if day.IsZero() {
		day = latest
	}
	var answer *loader
	for i, start := range starts {
		v := newLoader(l.file, l.doc)
		v.day, v.past = start, start != latest
		v.takeOver(src)
		l.problems = append(l.problems, v.problems...)
		l.quotes.add(v.quotes)
		for name := range v.used {
			l.used[name] = true
		}
		if !day.Before(start) {
			answer = v
			v.rb.InForce = l.during(starts, i)
		}
	}
	return answer
}

// during is the period of the version that begins with starts[i]. The first is
// in force since the policy is.
func (l *loader) during(starts []toml.Date, i int) calc.Period {
	var p calc.Period
	switch {
	case i > 0:
		p.From = starts[i].String()
	case l.doc.Meta.InForce.Set && l.doc.Meta.InForce.Value.Before(starts[i+1]):
		p.From = l.doc.Meta.InForce.Value.String()
	}
	if i+1 < len(starts) {
		p.Until = dateOf(starts[i+1].Time().AddDate(0, 0, -1)).String()
	}
	return p
}
