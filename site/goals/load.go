package goals

import (
	"net/url"
	"strings"

	"mingce/site/cite"
	"mingce/site/policy"
	"mingce/site/problem"
	"mingce/site/toml"
)

// Load reads goals.toml against the document it is about, and returns every
// problem found.
func Load(name string, src []byte, doc *policy.Document) (*Goals, problem.List) {
	var written file
	problems := toml.Decode(name, src, &written)
	l := &loader{problems: &problems, clause: written.Clause}
	l.holder = cite.New(doc, &problems)
	out := &Goals{By: written.By.Value}
	by := cite.Source{Quote: written.Quote}
	out.Cite = l.holder.Hold(by, l.clause)
	l.holder.Within(by, written.By)
	for _, a := range written.Aims {
		out.Aims = append(out.Aims, l.holder.Hold(a, l.clause))
	}
	for i := range written.Groups {
		out.Groups = append(out.Groups, l.group(&written.Groups[i]))
	}
	if len(problems) == 0 {
		l.complete()
	}
	problems.Sort()
	return out, problems
}

type loader struct {
	holder   *cite.Holder
	problems *problem.List
	clause   toml.At[string]
}

func (l *loader) add(at problem.Pos, hint, text string) { l.problems.Add(at, text, hint) }

func (l *loader) group(from *group) Group {
	g := Group{Name: from.Name.Value}
	if len(from.Targets) == 0 {
		l.add(from.Name.Pos, "在下面写 [[group.target]],或删去这一组", "“"+from.Name.Value+"”下面没有目标")
	}
	for i := range from.Targets {
		g.Targets = append(g.Targets, l.target(&from.Targets[i]))
	}
	return g
}

func (l *loader) target(from *target) Target {
	t := Target{Name: from.Name.Value, Bound: from.Bound.Value, Cite: l.holder.Hold(from.Source, l.clause)}
	var ok bool
	if t.Figure, ok = l.figure(from.Value); ok && t.Cite.Quote != "" {
		l.held(from)
	}
	for i := range from.Reached {
		t.Reached = append(t.Reached, l.reached(&from.Reached[i], t.Figure))
	}
	return t
}

// held holds a target to its quote: value and bound word as they stand there,
// and no figure of the quote left over.
func (l *loader) held(t *target) {
	quote, value := policy.Fold(t.Quote.Value), policy.Fold(t.Value.Value)
	says, found := standing(quote, value)
	switch {
	case !found:
		l.add(t.Value.Pos, "照引文里的数写;引文以原文为准", "引文里没有“"+t.Value.Value+"”")
		return
	case says != t.Bound.Value && says == "":
		l.add(t.Bound.Pos, "删去 bound;引文以原文为准", "引文里的“"+t.Value.Value+"”没有“"+t.Bound.Value+"”")
	case says != t.Bound.Value && t.Bound.Set:
		l.add(t.Bound.Pos, "写成 bound = \""+says+"\";引文以原文为准", "引文写的是“"+says+"”,这里写的是“"+t.Bound.Value+"”")
	case says != t.Bound.Value:
		l.add(t.Value.Pos, "加一行 bound = \""+says+"\"", "引文在这个数旁边写着“"+says+"”")
	}
	l.holder.Agree(t.Source, t.Name)
	mine := append(cite.Figures(t.Name.Value), cite.Figures(t.Value.Value)...)
	for _, f := range cite.Figures(t.Quote.Value) {
		at := -1
		for i, m := range mine {
			if m == f {
				at = i
			}
		}
		if at < 0 {
			l.add(t.Quote.Pos, "把引文缩短,使它只有这一个目标;或者写进 name", "引文里的“"+f+"”没有写进这个目标")
			continue
		}
		mine = append(mine[:at], mine[at+1:]...)
	}
}

func (l *loader) reached(from *reached, target Figure) Reached {
	r := Reached{Year: int(from.Year.Value), Source: strings.TrimSpace(from.Source.Value), URL: from.URL.Value}
	var ok bool
	if r.Figure, ok = l.figure(from.Value); ok && r.Figure.Unit != target.Unit {
		l.add(from.Value.Pos, "用目标的单位写", "目标的单位是“"+target.Unit+"”,这里是“"+r.Figure.Unit+"”")
	}
	if from.Year.Set && (r.Year < 1949 || r.Year > 2999) {
		l.add(from.Year.Pos, "写公布的是哪一年的数,如 2019", "年份不对")
	}
	if from.Source.Set && r.Source == "" {
		l.add(from.Source.Pos, "写出公布它的文件或公报;没有公布过,就删去这一段", "没有写出处")
	}
	if u, err := url.Parse(r.URL); r.URL != "" && (err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "") {
		l.add(from.URL.Pos, "写完整的地址,如 https://www.example.gov.cn/tjgb/2019.html", "网址不对")
	}
	return r
}

// complete reports figures of the clause that are nobody's target.
func (l *loader) complete() {
	c, ok := l.holder.Clause(l.clause)
	if !ok {
		return
	}
	for _, words := range l.holder.Unquoted(c) {
		for _, f := range cite.Figures(words) {
			l.add(l.clause.Pos, "给它写一个 [[group.target]]", c.Ref+"里的“"+f+"”不在任何目标里(“"+cite.Short(words)+"”)")
		}
	}
}
