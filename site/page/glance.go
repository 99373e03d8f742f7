package page

import (
	"html/template"
	"strings"

	"mingce/calc"
	"mingce/site/explain/phrase"
	"mingce/site/goals"
	"mingce/site/guide"
	"mingce/site/policy"
	"mingce/site/poster"
)

// A Glance is the page of a policy in one picture, and the same in words.
type Glance struct {
	Frame
	Doc        Doc
	Poster     Poster
	Awards     []Award
	Others     []Other
	Principles []Principle
	Routes     []Route
	By         string
	Goals      []Target
	Ways       []Link // other pages on the policy
}

// A Poster is a picture to pass on.
type Poster struct {
	SVG  template.HTML // drawn by package poster, which escapes every word
	File string        // what a saved image is called, without its ending
	Code bool          // it has a QR code
}

// An Other is a benefit without an amount.
type Other struct {
	Link
	Gives string
}

// FillGlance lays out a policy in one picture. goals and guide may be nil;
// address is that of the policy's page, absolute, or empty.
func (g *Glance) FillGlance(p *calc.Program, d *policy.Document, to *goals.Goals, how *guide.Guide, address string) {
	rules := p.Rulebook
	s := newSheet(rules, d, g.Doc.Address)
	for i := range rules.Benefits {
		b := &rules.Benefits[i]
		if b.Amount != nil {
			g.Awards = append(g.Awards, Award{Name: b.Name, Who: b.Who, Most: Most(b.Amount), Address: g.Doc.Card(b.ID)})
		} else {
			g.Others = append(g.Others, Other{Link{b.Name, g.Doc.Card(b.ID)}, b.Gives})
		}
	}
	g.Principles = s.principles()
	g.Routes = Routes(how, rules, d, g.Doc)
	if to != nil {
		var all PolicyGoals
		all.Doc = g.Doc
		all.FillGoals(to, d)
		g.By = to.By
		for _, group := range all.Groups {
			g.Goals = append(g.Goals, group.Targets...)
		}
	}
	g.Poster = Poster{
		SVG:  template.HTML(g.picture(s, address).Draw("glance")),
		File: "一图读懂" + g.Doc.Number, Code: address != "",
	}
}

// picture is everything the picture shows.
func (g *Glance) picture(s sheet, address string) poster.Glance {
	title := g.Doc.Title
	out := poster.Glance{
		Issuer: g.Doc.Issuer, Title: title, Number: g.Doc.Number, Signed: g.Doc.Signed, By: g.By,
		Note: note(g.Site), Address: address,
	}
	if rest, ok := strings.CutPrefix(title, g.Doc.Issuer); ok && rest != "" {
		out.Title = rest
	} else {
		out.Issuer = ""
	}
	out.Phrases = phrases(out.Title)
	for i := range s.rules.Benefits {
		if b := &s.rules.Benefits[i]; b.Amount != nil {
			out.Benefits = append(out.Benefits, s.poster(b))
		}
	}
	for _, o := range g.Others {
		out.Others = append(out.Others, poster.Item{Name: o.Text, Words: Widen(o.Gives)})
	}
	for _, p := range g.Principles {
		out.Principles = append(out.Principles, poster.Item{Name: p.Name, Words: p.Cite.Quote})
	}
	for _, r := range g.Routes {
		route := poster.Route{Name: Widen(r.Name)}
		for _, step := range r.Steps {
			route.Steps = append(route.Steps, poster.Item{Name: step.Name, Words: step.By})
		}
		out.Routes = append(out.Routes, route)
	}
	for _, t := range g.Goals {
		out.Goals = append(out.Goals, poster.Goal{Says: t.Says, Name: t.Name})
	}
	return out
}

// note is what stands at the foot of every picture.
func note(site *Site) string {
	const ours = "根据文件整理，以文件原文和主管部门的解释为准。"
	if site != nil && site.Demo != "" {
		return ours + Widen(site.Demo) + "。"
	}
	return ours
}

// poster is a benefit that carries an amount, as pictures show it.
func (s sheet) poster(b *calc.Benefit) poster.Benefit {
	a := b.Amount
	out := poster.Benefit{Name: Widen(b.Name), Who: Widen(b.Who)}
	out.Figure, out.Most = figure(a)
	top, _ := ceiling(a)
	line := func(of string, pay int64) {
		out.Lines = append(out.Lines, poster.Line{Of: of, Pays: phrase.Yuan(pay), Part: float64(pay) / float64(max(top, 1))})
	}
	for _, t := range a.Tiers {
		line(s.book.Tier(a.Input, t), t.Pay)
	}
	for _, o := range a.Options {
		line(s.option(a.Input, o.Option), o.Pay)
	}
	switch {
	case len(out.Lines) > 0:
		out.Words = "按" + s.book.Measure(a.Input).Short + "："
	case a.Fixed > 0:
		out.Words = Widen(b.Gives)
	default:
		out.Words = Widen(strings.Join(s.book.Amount(a), "；"))
	}
	return out
}

// ShareOf is the card of one benefit to pass on. address is that of its page,
// absolute, or empty.
func (c *Card) ShareOf(b *calc.Benefit, rules *calc.Rulebook, d *policy.Document, address string) {
	s := newSheet(rules, d, c.Doc.Address)
	share := poster.Share{Gives: Widen(b.Gives), Number: c.Doc.Number, Clause: s.cite(b.Cite).Ref, Note: note(c.Site), Address: address}
	if b.Amount != nil {
		share.Benefit = s.poster(b)
	}
	share.Name, share.Who = Widen(b.Name), Widen(b.Who)
	c.Share = Poster{SVG: template.HTML(share.Draw("share")), File: b.Name, Code: address != ""}
}
