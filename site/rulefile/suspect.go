package rulefile

import (
	"slices"

	"mingce/calc"
	"mingce/site/amount"
	"mingce/site/policy"
	"mingce/site/problem"
	"mingce/site/toml"
)

// Warnings says what is suspicious in a rules file without problems: a cap that
// cannot be reached, a benefit that another always matches.
func Warnings(file string, src []byte, doc *policy.Document) []Warning {
	l, problems := check(file, src, doc, toml.Date{})
	if len(problems) > 0 {
		return nil
	}
	p, err := calc.Compile(l.rb)
	if err != nil {
		return nil
	}
	l.suspect(p)
	return l.warnings
}

func (l *loader) warn(name string, at problem.Pos, hint, text string) {
	l.warnings = append(l.warnings, Warning{problem.Problem{Pos: at, Text: text, Hint: hint}, name})
}

func (l *loader) suspect(p *calc.Program) {
	l.laborious(p)
	for i := range l.rb.Benefits {
		b := &l.rb.Benefits[i]
		if b.Amount == nil {
			continue
		}
		at := l.keyOf(b.ID)
		if limit, most := l.capOf(b); limit != calc.NoLimit && most <= limit {
			l.warn("cap-never-reached", at, "核对最高额、比例和问题的范围",
				b.ID+" 的最高额"+amount.FormatYuan(limit)+"从不起作用:最多也只有"+amount.FormatYuan(most))
		}
	}
	if c := &l.rb.Combination; l.src.Combination != nil {
		l.groupCaps(p, &c.Group)
		l.outdone(p, &c.Group)
	}
}

// laborious tells rules under which so many inputs bear on each other that
// what is said while they are unknown is not exact: with nothing known, or
// with only those unknown from which something is derived.
func (l *loader) laborious(p *calc.Program) {
	nothing, little, much := p.NewSituation(), p.NewSituation(), p.NewSituation()
	joint, _ := p.Joint()
	for i := range l.rb.Inputs {
		if !slices.Contains(joint, i) {
			little[i], much[i] = p.Slots[i].Min, p.Slots[i].Max
		}
	}
	a := p.NewAssessment()
	for _, s := range []calc.Situation{nothing, little, much} {
		if p.Assess(s, a); !a.Exact {
			at := l.src.Inputs[slices.IndexFunc(l.src.Inputs, func(f toml.Field[input]) bool { return f.Key.Value == l.rb.Inputs[p.Order[0]].ID })].Key.Pos
			l.warn("not-exact", at, "减少几个项目共用的数量,或合并它们的界限",
				"没有填完时要试的组合太多:说出的金额范围可能偏大,问题可能偏多(都填完时不受影响)")
			return
		}
	}
}

// keyOf is where a benefit is declared.
func (l *loader) keyOf(id string) problem.Pos {
	i := slices.IndexFunc(l.src.Benefits, func(f toml.Field[benefit]) bool { return f.Key.Value == id })
	return l.src.Benefits[i].Key.Pos
}

// capOf is the cap of a benefit's amount and what it could come to without.
func (l *loader) capOf(b *calc.Benefit) (limit, most int64) {
	a := *b.Amount
	switch {
	case a.Share != nil:
		free := *a.Share
		limit, free.Cap = free.Cap, calc.NoLimit
		a.Share = &free
	case a.Step != nil:
		free := *a.Step
		limit, free.Cap = free.Cap, calc.NoLimit
		_, hi := l.rangeIn(b, a.Input)
		if limit != calc.NoLimit && max(hi, 0)/free.Every > calc.MaxValue/free.Pay {
			return calc.NoLimit, 0 // far above any cap
		}
		a.Step = &free
	case len(a.Parts) > 0:
		limit, a.Cap = a.Cap, calc.NoLimit
	default:
		return calc.NoLimit, 0
	}
	rb := *l.rb
	free := *b
	free.Amount = &a
	rb.Benefits, rb.Combination = []calc.Benefit{free}, calc.Combination{}
	p, err := calc.Compile(&rb)
	if err != nil {
		return calc.NoLimit, 0
	}
	return limit, p.Benefits[0].Top
}

// top is the most a group can come to without its own cap.
func (l *loader) top(p *calc.Program, g *calc.Group) (most int64) {
	add := func(v int64) {
		if g.Sum {
			most += v
		} else {
			most = max(most, v)
		}
	}
	for _, id := range g.Members {
		i := slices.IndexFunc(l.rb.Benefits, func(b calc.Benefit) bool { return b.ID == id })
		add(p.Benefits[i].Top)
	}
	for i := range g.Groups {
		inner := &g.Groups[i]
		v := l.top(p, inner)
		if inner.Cap > 0 {
			v = min(v, inner.Cap)
		}
		add(v)
	}
	return most
}

func (l *loader) groupCaps(p *calc.Program, g *calc.Group) {
	if most := l.top(p, g); g.Cap > 0 && most <= g.Cap {
		l.warn("cap-never-reached", l.src.Combination.Pos, "核对最高额和各项的金额",
			"合计的最高额"+amount.FormatYuan(g.Cap)+"从不起作用:最多也只有"+amount.FormatYuan(most))
	}
	for i := range g.Groups {
		l.groupCaps(p, &g.Groups[i])
	}
}

// outdone tells a benefit that in a highest group never counts: another pays at
// least as much whenever it is granted.
func (l *loader) outdone(p *calc.Program, g *calc.Group) {
	for i := range g.Groups {
		l.outdone(p, &g.Groups[i])
	}
	if g.Sum {
		return
	}
	for _, id := range g.Members {
		mine := slices.IndexFunc(l.rb.Benefits, func(b calc.Benefit) bool { return b.ID == id })
		for _, other := range g.Members {
			b := l.benefitOf(other)
			weaker := !slices.ContainsFunc(b.Needs, func(need string) bool { return !slices.Contains(l.rb.Benefits[mine].Needs, need) })
			if other != id && weaker && leastOf(b.Amount) >= p.Benefits[mine].Top {
				l.warn("never-highest", l.keyOf(id), "核对两个项目的条件和金额", id+" 从不是最高的一项:符合它的,也符合 "+other+",金额不低于它")
				break
			}
		}
	}
}

// leastOf is the least that is paid to whoever meets the conditions, as far as
// it is plain.
func leastOf(a *calc.Amount) int64 {
	if len(a.Tiers) == 0 {
		return a.Fixed
	}
	least := a.Tiers[0].Pay
	for _, t := range a.Tiers {
		least = min(least, t.Pay)
	}
	return least
}
