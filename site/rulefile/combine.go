package rulefile

import (
	"slices"
	"strings"

	"mingce/calc"
	"mingce/site/problem"
	"mingce/site/toml"
)

// combine reads how the amounts become one award. Every benefit with an
// amount takes part exactly once, in every variant.
func (l *loader) combine(file problem.Pos) {
	src := l.src.Combination
	if src == nil {
		if len(l.withAmount()) > 0 {
			l.add(file, "加一段 [combination],写明 highest = [ … ] 或 sum = [ … ]", "没有写几项奖补怎样合成一次奖励")
		}
		return
	}
	l.rb.Combination = calc.Combination{
		Principle: l.words(src.Principle),
		Cite:      l.cite(citation{src.Clause, src.Quote}),
		Readings:  l.restsOn(src.RestsOn),
	}
	l.enter()
	var h hold
	l.rb.Combination.Group = l.whole(&src.group, &h)
	for i := range src.Variants {
		v := &src.Variants[i]
		t := l.taken(v.Reading, v.Taken)
		if v.Taken.Kind == toml.Bool && v.Taken.Bool {
			l.add(v.Taken.Pos, "写另一种读法的名称", "采用的读法已经写在 [combination] 里")
		}
		l.rb.Combination.Variants = append(l.rb.Combination.Variants,
			calc.Variant{Reading: t.Reading, Alternative: t.Alternative, Group: l.whole(&v.group, &h)})
	}
	l.holdQuote(src.Quote, h, &h)
}

// withAmount are the ids of the benefits with an amount.
func (l *loader) withAmount() []string {
	var ids []string
	for i := range l.rb.Benefits {
		if l.rb.Benefits[i].Amount != nil {
			ids = append(ids, l.rb.Benefits[i].ID)
		}
	}
	return ids
}

// whole reads an outermost group and holds it to be complete; h collects the
// caps, which stand in the combination's quote.
func (l *loader) whole(src *group, h *hold) calc.Group {
	var seen []string
	g := l.group(src, &seen, h)
	var missing []string
	for _, id := range l.withAmount() {
		if !slices.Contains(seen, id) {
			missing = append(missing, id)
		}
	}
	if len(missing) > 0 {
		l.add(src.Pos, "把它们写进 highest 或 sum", "这里少了有金额的项目 %s", strings.Join(missing, "、"))
	}
	return g
}

func (l *loader) group(src *group, seen *[]string, h *hold) calc.Group {
	var g calc.Group
	members := src.Highest.Value
	if g.Sum = src.Sum.Set; g.Sum {
		members = src.Sum.Value
	}
	if src.Sum.Set == src.Highest.Set {
		l.add(src.Pos, "取最高一项写 highest = [ … ],相加写 sum = [ … ]", "highest 和 sum 要写一个,只写一个")
	}
	g.Cap, _ = l.limited("cap", src.Cap, calc.AtMost, h)
	for _, m := range members {
		switch m.Kind {
		case toml.String:
			l.member(&g, m, seen)
		case toml.Table:
			g.Groups = append(g.Groups, l.inner(m, seen, h))
		default:
			l.add(m.Pos, "写项目的名称,或 { highest = [ … ] }", "这里应当是一个项目")
		}
	}
	return g
}

// inner reads a smaller group, whose cap may stand in words of its own.
func (l *loader) inner(m toml.Any, seen *[]string, h *hold) calc.Group {
	var src innerGroup
	l.problems = append(l.problems, m.Decode(&src)...)
	if !src.Quote.Set {
		return l.group(&src.group, seen, h)
	}
	cited := src.citation.under(l.src.Combination.Clause)
	l.cite(cited)
	var own hold
	g := l.group(&src.group, seen, &own)
	l.holdQuote(src.Quote, own, &own)
	return g
}

func (l *loader) member(g *calc.Group, m toml.Any, seen *[]string) {
	id := toml.At[string]{Value: m.Text, Pos: m.Pos, Set: true}
	b := l.benefitOf(id.Value)
	if b == nil || !id.Set {
		b = find(l, id, l.rb.Benefits, "项目", func(b *calc.Benefit) string { return b.ID })
	}
	switch {
	case b == nil:
	case b.Amount == nil:
		l.add(m.Pos, "删去它", "%s 没有金额,不参与合计", b.ID)
	case slices.Contains(*seen, b.ID):
		l.add(m.Pos, "删去一个", "%s 写了两次", b.ID)
	default:
		*seen = append(*seen, b.ID)
		g.Members = append(g.Members, b.ID)
	}
}
