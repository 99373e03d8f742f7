package phrase

import (
	"fmt"
	"strings"

	"mingce/calc"
)

// Tier says the cell of a tier: 2亿元以上、不足5亿元.
func (b *Book) Tier(measure string, t calc.Tier) string {
	m := b.measures[measure]
	from, under := m.Bound(calc.Bound{Side: calc.AtLeast, At: t.From}), ""
	if t.Under != calc.NoLimit {
		under = m.Bound(calc.Bound{Side: calc.Under, At: t.Under})
	}
	switch {
	case under == "":
		return from
	case t.From <= m.Min:
		return under
	}
	return from + "、" + under
}

// Amount says how much an amount comes to, one line for each of its parts or
// tiers.
func (b *Book) Amount(a *calc.Amount) (lines []string) {
	m := b.measures[a.Input]
	switch {
	case len(a.Parts) > 0:
		for i := range a.Parts {
			lines = append(lines, b.Amount(&a.Parts[i])...)
		}
		total := "以上各项相加"
		if a.Cap > 0 && a.Cap != calc.NoLimit {
			total += ",最高不超过" + Yuan(a.Cap)
		}
		lines = append(lines, total)
	case a.Share != nil:
		lines = append(lines, share(m, a.Share))
	case a.Step != nil:
		line := fmt.Sprintf("%s每满%s,%s", m.Short, m.Say(a.Step.Every), Yuan(a.Step.Pay))
		lines = append(lines, line+atMost(a.Step.Cap))
	case len(a.Bands) > 0:
		lines = b.bands(m, a.Bands)
	case len(a.Options) > 0:
		for _, o := range a.Options {
			lines = append(lines, m.Short+"是“"+m.Option(o.Option)+"”:"+Yuan(o.Pay))
		}
	case len(a.Tiers) > 0:
		for _, t := range a.Tiers {
			lines = append(lines, m.Short+b.Tier(a.Input, t)+":"+Yuan(t.Pay))
		}
	default:
		lines = append(lines, Yuan(a.Fixed))
	}
	if words := Instalments(a.Instalments); words != "" {
		lines = append(lines, "分年拨付:"+words)
	}
	return lines
}

func share(m Measure, s *calc.Share) string {
	of := m.Short
	if s.Above > 0 {
		of += "超过" + Yuan(s.Above) + "的部分"
	}
	words := of + "的" + Rate(s.Num, s.Den)
	if s.Floor > 0 {
		words += ",不低于" + Yuan(s.Floor)
	}
	return words + atMost(s.Cap)
}

func atMost(limit int64) string {
	if limit <= 0 || limit == calc.NoLimit {
		return ""
	}
	return ",最高不超过" + Yuan(limit)
}

func (b *Book) bands(m Measure, bands []calc.Band) (lines []string) {
	for i := range bands {
		lines = append(lines, m.Short+b.Band(bands, i)+"的"+Rate(bands[i].Num, bands[i].Den))
	}
	return lines
}

// Band says the part of an amount that the i-th of marginal bands is about.
func (b *Book) Band(bands []calc.Band, i int) string {
	if i+1 < len(bands) {
		return Yuan(bands[i].From) + "至" + Yuan(bands[i+1].From) + "的部分"
	}
	return "超过" + Yuan(bands[i].From) + "的部分"
}

// Option says an option of a choice.
func (m Measure) Option(id string) string {
	for _, o := range m.Options {
		if o.ID == id {
			return o.Text
		}
	}
	return id
}

// Instalments says how an amount is spread over the years; "" for at once.
func Instalments(list []calc.Instalment) string {
	var parts []string
	for _, i := range list {
		parts = append(parts, fmt.Sprintf("第%d年%s", i.Year, Quantity(calc.Percent, "", i.Percent)))
	}
	return strings.Join(parts, ",")
}

// Group says how a group combines its members.
func (b *Book) Group(g *calc.Group) string {
	var members []string
	for _, id := range g.Members {
		members = append(members, b.benefit(id))
	}
	for i := range g.Groups {
		members = append(members, "("+b.Group(&g.Groups[i])+")")
	}
	words := strings.Join(members, "、")
	switch {
	case len(members) < 2:
	case g.Sum:
		words += "相加"
	default:
		words += "中取最高一项"
	}
	return words + atMost(g.Cap)
}

func (b *Book) benefit(id string) string {
	for i := range b.rb.Benefits {
		if b.rb.Benefits[i].ID == id {
			return b.rb.Benefits[i].Name
		}
	}
	return id
}
