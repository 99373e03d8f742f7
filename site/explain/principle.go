package explain

import (
	"slices"
	"strings"

	"mingce/calc"
	"mingce/site/explain/phrase"
	"mingce/site/explain/wording"
)

// principles says which principles worked on the award: the combination once
// it has something to combine, and every condition that stands for one and
// fails.
func (t *teller) principles() (steps []Step) {
	k := &t.rb.Combination
	g := t.group()
	if members := t.members(g); len(members) > 1 {
		words := because(k.Principle, t.combined(g, members))
		steps = append(steps, Step{Kind: Principle, State: Met, Title: k.Principle, Words: words, Clause: k.Cite.Clause, Quote: k.Cite.Quote})
	}
	for i := range t.rb.Conditions {
		if c := &t.rb.Conditions[i]; c.Principle != "" && t.a.Truth(i) == calc.Fails {
			step := t.condition(i)
			step.Kind, step.Title, step.Words = Principle, c.Principle, because(c.Principle, step.Words)
			steps = append(steps, step)
		}
	}
	return steps
}

// because says a principle before what it does, where it has a name.
func because(principle, words string) string {
	if principle == "" {
		return words
	}
	return wording.Because.With(principle, words)
}

// group is the way to combine that the readings put in force.
func (t *teller) group() *calc.GroupCode {
	for i := range t.p.Award {
		if w := &t.p.Award[i]; w.Slot < 0 || t.s[w.Slot] == w.As {
			return &w.Group
		}
	}
	return &calc.GroupCode{} // unreachable: the last way is always in force
}

// A member is a benefit or a smaller group that can pay something.
type member struct {
	name        string
	least, most int64
}

func (m member) says() string { return m.name + phrase.Range(m.least, m.most) }

// members lists what of a group can pay.
func (t *teller) members(g *calc.GroupCode) (list []member) {
	for _, b := range g.Benefits {
		if out := t.a.Benefits[b]; out.Max > 0 {
			list = append(list, member{t.rb.Benefits[b].Name, out.Min, out.Max})
		}
	}
	for i := range g.Groups {
		inner := &g.Groups[i]
		within := t.members(inner)
		if len(within) == 0 {
			continue
		}
		m := total(inner, within)
		m.name = within[0].name
		if len(within) > 1 && inner.Sum {
			m.name = wording.Sum.With(names(within, wording.And))
		} else if winners := highest(within); m.least == m.most && len(winners) == 1 {
			m.name = winners[0].name
		} else if len(within) > 1 {
			m.name = wording.HighestOf.With(names(within, wording.List))
		}
		list = append(list, m)
	}
	return list
}

// total is what the members come to together.
func total(g *calc.GroupCode, list []member) (sum member) {
	for _, m := range list {
		if g.Sum {
			sum.least, sum.most = sum.least+m.least, sum.most+m.most
		} else {
			sum.least, sum.most = max(sum.least, m.least), max(sum.most, m.most)
		}
	}
	sum.least, sum.most = min(sum.least, g.Cap), min(sum.most, g.Cap)
	return sum
}

func names(list []member, with wording.Sentence) string {
	var out []string
	for _, m := range list {
		out = append(out, m.name)
	}
	return strings.Join(out, string(with))
}

// highest lists the members that pay the most.
func highest(list []member) (top []member) {
	for _, m := range list {
		if len(top) > 0 && m.least > top[0].least {
			top = nil
		}
		if len(top) == 0 || m.least == top[0].least {
			top = append(top, m)
		}
	}
	return top
}

// combined says how several members become one amount.
func (t *teller) combined(g *calc.GroupCode, list []member) string {
	certain := !slices.ContainsFunc(list, func(m member) bool { return m.least < m.most })
	var each []string
	for _, m := range list {
		each = append(each, m.says())
	}
	if !g.Sum {
		if certain {
			return compared(list)
		}
		return wording.OnlyTop.With(strings.Join(each, string(wording.List)))
	}
	uncapped := *g
	uncapped.Cap = calc.NoLimit
	sum := total(&uncapped, list)
	words := wording.Added.With(strings.Join(each, string(wording.And)), phrase.Range(sum.least, sum.most))
	switch {
	case certain && sum.least > g.Cap:
		words += wording.Capped.With(phrase.Yuan(g.Cap))
	case sum.most > g.Cap:
		words += wording.AtMost.With(phrase.Yuan(g.Cap))
	}
	return words
}

// compared says which of several certain amounts is the highest.
func compared(list []member) string {
	top := highest(list)
	var rest []string
	for _, m := range list {
		if m.least < top[0].least {
			rest = append(rest, m.says())
		}
	}
	words := top[0].says()
	if len(top) > 1 {
		words = wording.Equal.With(names(top, wording.And), phrase.Yuan(top[0].least))
	}
	switch {
	case len(rest) > 0 && len(top) > 1:
		words = wording.AboveAll.With(words, strings.Join(rest, string(wording.List)))
	case len(rest) > 0:
		words = wording.Above.With(words, strings.Join(rest, string(wording.List)))
	}
	return wording.OnlyOne.With(words)
}
