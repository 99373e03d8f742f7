package page

import (
	"fmt"
	"html/template"

	"mingce/site/chart"
	"mingce/site/goals"
	"mingce/site/policy"
)

// A Goals is the page of what policies want to reach, and have reached.
type Goals struct {
	Frame
	Policies []PolicyGoals
}

// A PolicyGoals is the targets of one policy.
type PolicyGoals struct {
	Doc     Doc
	By      string
	Cite    Cite
	Aims    []Cite
	Groups  []GoalGroup
	Reached bool // something of them was published
}

// A GoalGroup is targets of one subject, with their charts.
type GoalGroup struct {
	ID, Name string
	Targets  []Target
	Charts   []template.HTML // drawn by package chart, which escapes every word
}

// A Target is one figure to be reached.
type Target struct {
	Name, Says string
	Cite       Cite
	Reached    []Reached
}

// Reached is what was published on a target.
type Reached struct {
	Year, Says, Source, URL string
}

// FillGoals lays out the targets of a policy.
func (g *PolicyGoals) FillGoals(from *goals.Goals, d *policy.Document) {
	g.By, g.Cite = from.By, citing(d, g.Doc.Address, from.Cite)
	for _, a := range from.Aims {
		g.Aims = append(g.Aims, citing(d, g.Doc.Address, a))
	}
	for i := range from.Groups {
		group := &from.Groups[i]
		out := GoalGroup{ID: fmt.Sprintf("%s-%d", g.Doc.ID, i+1), Name: group.Name}
		for k := range group.Targets {
			t := &group.Targets[k]
			target := Target{Name: t.Name, Says: t.Says(), Cite: citing(d, g.Doc.Address, t.Cite)}
			for _, r := range t.Reached {
				target.Reached = append(target.Reached, Reached{fmt.Sprintf("%d年", r.Year), r.Figure.Words, r.Source, r.URL})
			}
			g.Reached = g.Reached || len(t.Reached) > 0
			out.Targets = append(out.Targets, target)
		}
		out.Charts = drawn(out.ID, group)
		g.Groups = append(g.Groups, out)
	}
}

// drawn draws a group: its targets side by side where they are counted in one
// unit, and each target of which something was published beside that.
func drawn(id string, g *goals.Group) (out []template.HTML) {
	if bars, ok := alike(g); ok {
		draw := chart.Bars
		if few(bars) {
			draw = chart.Dots
		}
		out = append(out, template.HTML(draw(id+"-chart", g.Name+"的目标", bars)))
	}
	for i := range g.Targets {
		t := &g.Targets[i]
		if len(t.Reached) == 0 {
			continue
		}
		var bars []chart.Bar
		for _, r := range t.Reached {
			bars = append(bars, bar(fmt.Sprintf("%d年", r.Year), r.Figure.Words, r.Figure))
		}
		bars = append(bars, bar("目标", t.Says(), t.Figure))
		out = append(out, template.HTML(chart.Bars(fmt.Sprintf("%s-reached-%d", id, i+1), t.Name+"的进展", bars)))
	}
	return out
}

func bar(name, says string, f goals.Figure) chart.Bar {
	b := chart.Bar{Name: name, Says: says, Value: f.Value}
	if f.Unit == "%" {
		b.Whole = 10_000
	}
	return b
}

// alike are the targets of a group where one picture can compare them:
// several of one unit, or a share of a whole.
func alike(g *goals.Group) (bars []chart.Bar, ok bool) {
	unit := g.Targets[0].Figure.Unit
	for i := range g.Targets {
		t := &g.Targets[i]
		if t.Figure.Unit != unit {
			return nil, false
		}
		bars = append(bars, bar(t.Name, t.Says(), t.Figure))
	}
	return bars, len(bars) > 1 || unit == "%"
}

// few reports whether every figure can be counted in dots; it makes the values
// whole then.
func few(bars []chart.Bar) bool {
	for _, b := range bars {
		if b.Whole > 0 || b.Value%100 != 0 || b.Value > 1200 {
			return false
		}
	}
	for i := range bars {
		bars[i].Value /= 100
	}
	return true
}
