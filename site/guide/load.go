package guide

import (
	"slices"

	"mingce/calc"
	"mingce/site/cite"
	"mingce/site/policy"
	"mingce/site/problem"
	"mingce/site/toml"
)

// Load reads guide.toml against the document it is about, and returns every
// problem found. benefits are the ids of the policy's rules; none where it has
// no rules.
func Load(name string, src []byte, doc *policy.Document, benefits []string) (*Guide, problem.List) {
	var written file
	problems := toml.Decode(name, src, &written)
	l := &loader{holder: cite.New(doc, &problems), problems: &problems, benefits: benefits, placed: map[string]bool{}}
	out := &Guide{}
	for i := range written.Routes {
		out.Routes = append(out.Routes, l.route(&written.Routes[i]))
	}
	for i := range written.Others {
		o := &written.Others[i]
		to := Other{By: o.By.Value, Note: o.Note.Value, Benefits: l.place(o.Benefits.Value), Cite: l.free(o.free, o.Note)}
		if o.By.Set && !o.Quote.Set {
			problems.Add(o.By.Pos, "写了由谁决定,没有引文", "加上 clause 和 quote;文件没有写,就删去 by")
		}
		l.holder.Within(cite.Source(o.free), o.By)
		out.Others = append(out.Others, to)
	}
	m := &written.Materials
	out.Materials = Materials{Note: m.Note.Value, Cite: l.free(m.free, m.Note)}
	for i := range written.Rules {
		r := &written.Rules[i]
		out.Rules = append(out.Rules, Rule{Name: r.Name.Value, Cite: l.holder.Hold(r.Source, toml.At[string]{})})
		l.holder.Agree(r.Source, r.Name)
	}
	l.missing(name)
	problems.Sort()
	return out, problems
}

type loader struct {
	holder   *cite.Holder
	problems *problem.List
	benefits []string
	placed   map[string]bool
}

func (l *loader) route(from *route) Route {
	r := Route{ID: from.ID.Value, Name: from.Name.Value, Who: from.Who.Value, Benefits: l.place(from.Benefits)}
	if len(from.Steps) == 0 {
		l.problems.Add(from.Pos, "这条路线没有一步", "在下面写 [[route.step]]")
	}
	for i := range from.Steps {
		s := &from.Steps[i]
		l.holder.Within(s.Source, s.Name)
		l.holder.Within(s.Source, s.By)
		r.Steps = append(r.Steps, Step{Name: s.Name.Value, By: s.By.Value, Cite: l.holder.Hold(s.Source, toml.At[string]{})})
	}
	return r
}

// free holds a source that may be left out, and our words on it.
func (l *loader) free(f free, ours toml.At[string]) calc.Citation {
	if !f.Clause.Set && !f.Quote.Set {
		for _, n := range cite.Figures(ours.Value) {
			l.problems.Add(ours.Pos, "写了“"+n+"”,没有引文", "加上 clause 和 quote,或不写数")
		}
		return calc.Citation{}
	}
	if !f.Quote.Set {
		l.problems.Add(f.Clause.Pos, "有条号,没有引文", "加一行 quote")
		return calc.Citation{}
	}
	l.holder.Agree(cite.Source(f), ours)
	return l.holder.Hold(cite.Source(f), toml.At[string]{})
}

// place notes where benefits stand, and refuses those that there are not and
// those that stand somewhere already.
func (l *loader) place(ids []toml.At[string]) (out []string) {
	for _, id := range ids {
		switch {
		case !slices.Contains(l.benefits, id.Value):
			hint := "写 rules.toml 里的项目"
			if near, ok := problem.Closest(id.Value, l.benefits); ok {
				hint = "是否想写 " + near + "?"
			}
			l.problems.Add(id.Pos, "没有 "+id.Value+" 这个项目", hint)
		case l.placed[id.Value]:
			l.problems.Add(id.Pos, id.Value+" 已经写在别处", "每个项目只写一处")
		default:
			l.placed[id.Value] = true
			out = append(out, id.Value)
		}
	}
	return out
}

// missing reports benefits that stand nowhere.
func (l *loader) missing(name string) {
	for _, id := range l.benefits {
		if !l.placed[id] {
			l.problems.Add(problem.Pos{File: name}, "没有写项目 "+id+" 怎样申报", "把它写进某个 [[route]] 或 [[other]] 的 benefits")
		}
	}
}
