package departments

import (
	"strings"
	"unicode"

	"mingce/site/cite"
	"mingce/site/policy"
	"mingce/site/problem"
	"mingce/site/toml"
)

// Load reads departments.toml against the document it is about, and returns
// every problem found.
func Load(name string, src []byte, doc *policy.Document) (*Departments, problem.List) {
	var written file
	problems := toml.Decode(name, src, &written)
	l := &loader{problems: &problems, written: &written, used: map[string]bool{}}
	l.holder = cite.New(doc, &problems)
	out := &Departments{}
	c, ok := l.holder.Clause(written.Clause)
	if ok {
		out.Clause = c.ID
		l.clause = c
	}
	for _, f := range written.Subjects {
		out.Subjects = append(out.Subjects, l.subject(f))
	}
	for i := range written.Posts {
		p := &written.Posts[i]
		out.Posts = append(out.Posts, Post{Name: p.Name.Value, Cite: l.holder.Hold(p.Source, written.Clause)})
	}
	for i := range written.Duties {
		out.Duties = append(out.Duties, l.duty(&written.Duties[i]))
	}
	for _, f := range written.Subjects {
		if !l.used[f.Key.Value] {
			l.problems.Add(f.Key.Pos, "没有职责归在“"+f.Value.Name.Value+"”下面", "在某个 [[duty]] 的 subjects 里写上 "+f.Key.Value+",或删去它")
		}
	}
	if len(problems) == 0 && ok {
		l.complete()
	}
	problems.Sort()
	return out, problems
}

type loader struct {
	holder   *cite.Holder
	problems *problem.List
	written  *file
	clause   *policy.Clause
	used     map[string]bool // subjects
}

func (l *loader) subject(f toml.Field[subject]) Subject {
	s := Subject{ID: f.Key.Value, Name: f.Value.Name.Value}
	for _, ref := range f.Value.Clauses {
		if c, ok := l.holder.Clause(ref); ok {
			s.Clauses = append(s.Clauses, c.ID)
		}
	}
	return s
}

func (l *loader) duty(from *duty) Duty {
	d := Duty{Cite: l.holder.Hold(from.Source, l.written.Clause)}
	for _, name := range from.Of.Value {
		d.Of = append(d.Of, name.Value)
	}
	if d.Cite.Quote != "" && l.clause != nil && d.Cite.Clause == l.clause.ID {
		l.named(from, d.Of)
	}
	var ids []string
	for _, f := range l.written.Subjects {
		ids = append(ids, f.Key.Value)
	}
	if from.Subjects.Set && len(from.Subjects.Value) == 0 {
		l.problems.Add(from.Subjects.Pos, "没有写这项职责归在哪里", "写一个 [subject.…] 的名称")
	}
	for _, id := range from.Subjects.Value {
		if _, ok := l.written.Subjects.Get(id.Value); !ok {
			hint := "先写 [subject." + id.Value + "]"
			if near, found := problem.Closest(id.Value, ids); found {
				hint = "是否想写 " + near + "?"
			}
			l.problems.Add(id.Pos, "没有 "+id.Value+" 这个主题", hint)
			continue
		}
		l.used[id.Value] = true
		d.Subjects = append(d.Subjects, id.Value)
	}
	return d
}

// named holds the names of a duty to those before the colon of its line.
func (l *loader) named(from *duty, of []string) {
	for _, line := range strings.Split(l.clause.Words(), "\n") {
		who, does, ok := parted(line)
		if !ok || !strings.Contains(policy.Fold(does), policy.Fold(from.Quote.Value)) {
			continue
		}
		if policy.Fold(strings.Join(of, "、")) != policy.Fold(who) {
			l.problems.Add(from.Of.Pos, "这一行写的是“"+who+"”", "照原文写成 of = [\""+strings.ReplaceAll(who, "、", "\", \"")+"\"]")
		}
		return
	}
	l.problems.Add(from.Quote.Pos, "这句引文不在冒号后面", "只引“负责……”这一部分,单位写在 of 里")
}

// parted splits a line at its colon.
func parted(line string) (who, does string, ok bool) {
	return strings.Cut(strings.Replace(line, "\uff1a", ":", 1), ":")
}

// complete reports words after a colon that no duty quotes.
func (l *loader) complete() {
	for _, left := range l.holder.Unquoted(l.clause) {
		for line := range strings.SplitSeq(left, "\n") {
			who, does, ok := parted(line)
			if !ok { // the rest of a line of which a part is quoted, or no department's
				who, does = "", line
			}
			if strings.ContainsFunc(does, unicode.IsLetter) && (ok || l.behind(line)) {
				l.problems.Add(l.written.Clause.Pos, "“"+cite.Short(who+":"+does)+"”不在任何职责里", "给它写一个 [[duty]]")
			}
		}
	}
}

// behind reports whether words stand behind the colon of some line.
func (l *loader) behind(words string) bool {
	for line := range strings.SplitSeq(l.clause.Words(), "\n") {
		if _, does, ok := parted(line); ok && strings.Contains(does, words) {
			return true
		}
	}
	return false
}
