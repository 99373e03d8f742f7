package page

import (
	"slices"
	"strconv"
	"strings"

	"mingce/calc"
	"mingce/site/guide"
	"mingce/site/policy"
)

// FillApply says how to apply, as far as the guide does.

func (c *Calculator) FillApply(g *guide.Guide, rules *calc.Rulebook, d *policy.Document) {
	cite := func(from calc.Citation) Cite { return citing(d, c.Doc.Address, from) }
	at := func(ids []string) (places, names string) {
		var n, p []string
		for i, b := range rules.Benefits {
			if slices.Contains(ids, b.ID) {
				p, n = append(p, strconv.Itoa(i)), append(n, b.Name)
			}
		}
		return strings.Join(p, " "), strings.Join(n, "、")
	}
	out := &HowTo{Guide: c.Doc.Guide(), Papers: g.Materials.Note, Cite: cite(g.Materials.Cite)}
	for _, r := range g.Routes {
		w := Path{Name: r.Name}
		w.For, _ = at(r.Benefits)
		for _, s := range r.Steps {
			w.Steps = append(w.Steps, Stop{Name: s.Name, By: s.By, Cite: cite(s.Cite)})
		}
		out.Paths = append(out.Paths, w)
	}
	for _, o := range g.Others {
		w := Path{Note: o.Note, Cite: cite(o.Cite)}
		w.For, w.Name = at(o.Benefits)
		out.Paths = append(out.Paths, w)
	}
	c.Apply = out
}
