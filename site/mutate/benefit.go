package mutate

import (
	"slices"

	"mingce/calc"
	"mingce/site/explain/phrase"
)

// benefit leaves out one condition at a time, and changes the amount.
func (m *maker) benefit(i int) {
	b := &m.rb.Benefits[i]
	m.at(b.Name, b.Cite.Clause)
	for n, id := range b.Needs {
		m.add("要求“"+m.words(id)+"”", "不要求", func(rb *calc.Rulebook) {
			rb.Benefits[i].Needs = slices.Delete(rb.Benefits[i].Needs, n, n+1)
		})
	}
	m.rests(b.Readings, func(rb *calc.Rulebook) *[]string { return &rb.Benefits[i].Readings })
	if b.Amount != nil {
		m.amount(b.Amount, func(rb *calc.Rulebook) *calc.Amount { return rb.Benefits[i].Amount })
	}
}

func (m *maker) words(condition string) string {
	i := slices.IndexFunc(m.rb.Conditions, func(c calc.Condition) bool { return c.ID == condition })
	return m.rb.Conditions[i].Words
}

func (m *maker) amount(a *calc.Amount, find finder[calc.Amount]) {
	m.instalments(a, find)
	m.rests(a.Readings, func(rb *calc.Rulebook) *[]string { return &find(rb).Readings })
	if a.Fixed > 0 {
		m.yuan("", a.Fixed, func(rb *calc.Rulebook) *int64 { return &find(rb).Fixed })
	}
	if a.Cap > 0 && a.Cap != calc.NoLimit {
		m.limit("各项合计最高不超过", a.Cap, func(rb *calc.Rulebook) *int64 { return &find(rb).Cap })
	}
	for i := range a.Parts {
		m.amount(&a.Parts[i], func(rb *calc.Rulebook) *calc.Amount { return &find(rb).Parts[i] })
		m.add(ordinal(i)+"部分", "没有这一部分", func(rb *calc.Rulebook) {
			find(rb).Parts = slices.Delete(find(rb).Parts, i, i+1)
		})
	}
	if a.Share != nil {
		m.share(a.Share, func(rb *calc.Rulebook) *calc.Share { return find(rb).Share })
	}
	if st := a.Step; st != nil {
		measure := m.book.Measure(a.Input)
		m.number("每满", st.Every, measure.Say, func(rb *calc.Rulebook) *int64 { return &find(rb).Step.Every })
		m.yuan("每满一个", st.Pay, func(rb *calc.Rulebook) *int64 { return &find(rb).Step.Pay })
		m.limit("最高不超过", st.Cap, func(rb *calc.Rulebook) *int64 { return &find(rb).Step.Cap })
	}
	m.tiers(a, find)
	m.bands(a, find)
	for i := range a.Options {
		m.yuan(ordinal(i)+"个选项", a.Options[i].Pay, func(rb *calc.Rulebook) *int64 { return &find(rb).Options[i].Pay })
		m.add(ordinal(i)+"个选项", "没有这一项", func(rb *calc.Rulebook) {
			find(rb).Options = slices.Delete(find(rb).Options, i, i+1)
		})
	}
}

// number changes a number to those around it.
func (m *maker) number(what string, v int64, say func(int64) string, find finder[int64]) {
	for _, to := range around(v) {
		m.add(what+say(v), what+say(to), func(rb *calc.Rulebook) { *find(rb) = to })
	}
}

func (m *maker) yuan(what string, v int64, find finder[int64]) { m.number(what, v, phrase.Yuan, find) }

// limit changes a cap, and leaves it out.
func (m *maker) limit(what string, v int64, find finder[int64]) {
	if v == calc.NoLimit {
		return
	}
	m.yuan(what, v, find)
	m.add(what+phrase.Yuan(v), "不封顶", func(rb *calc.Rulebook) { *find(rb) = calc.NoLimit })
}

func (m *maker) share(s *calc.Share, find finder[calc.Share]) {
	m.rate("", s.Num, s.Den, func(rb *calc.Rulebook, num, den int64) { find(rb).Num, find(rb).Den = num, den })
	m.limit("最高不超过", s.Cap, func(rb *calc.Rulebook) *int64 { return &find(rb).Cap })
	if s.Floor > 0 {
		m.yuan("不低于", s.Floor, func(rb *calc.Rulebook) *int64 { return &find(rb).Floor })
	}
	if s.Above > 0 {
		m.yuan("只算超过以下金额的部分:", s.Above, func(rb *calc.Rulebook) *int64 { return &find(rb).Above })
	}
}

// rate changes a fraction by a hundredth of a percent, and doubles it.
func (m *maker) rate(what string, num, den int64, set func(rb *calc.Rulebook, num, den int64)) {
	for _, to := range [][2]int64{{num*10_000 - den, den * 10_000}, {num*10_000 + den, den * 10_000}, {2 * num, den}} {
		n, d := reduced(to[0], to[1])
		m.add(what+phrase.Rate(num, den), what+phrase.Rate(n, d), func(rb *calc.Rulebook) { set(rb, n, d) })
	}
}

func reduced(num, den int64) (int64, int64) {
	a, b := num, den
	for b != 0 {
		a, b = b, a%b
	}
	return num / max(a, 1), den / max(a, 1)
}

// tiers moves the bounds between tiers, changes what they pay, and leaves one
// out: below the first nothing is paid, elsewhere the tier before goes on.
func (m *maker) tiers(a *calc.Amount, find finder[calc.Amount]) {
	measure := m.book.Measure(a.Input)
	for i, t := range a.Tiers {
		m.yuan(ordinal(i)+"档", t.Pay, func(rb *calc.Rulebook) *int64 { return &find(rb).Tiers[i].Pay })
		for _, to := range moved(t) {
			m.add(ordinal(i)+"档"+measure.Say(t.From)+"以上", measure.Say(to)+"以上", func(rb *calc.Rulebook) { moveTier(find(rb).Tiers, i, to) })
		}
		m.add(ordinal(i)+"档", "没有这一档", func(rb *calc.Rulebook) {
			tiers := find(rb).Tiers
			if i > 0 {
				tiers[i-1].Under = tiers[i].Under
			}
			find(rb).Tiers = slices.Delete(tiers, i, i+1)
		})
	}
	if last := len(a.Tiers) - 1; last >= 0 && a.Tiers[last].Under != calc.NoLimit {
		m.number("最高一档不足", a.Tiers[last].Under, measure.Say, func(rb *calc.Rulebook) *int64 { return &find(rb).Tiers[last].Under })
	}
}

// moved lists where a tier could begin instead: one unit before, one after
// (超过 for 以上), and much later.
func moved(t calc.Tier) []int64 {
	far := 2 * t.From
	if t.Under != calc.NoLimit && far >= t.Under {
		far = t.From + (t.Under-t.From)/2
	}
	return []int64{t.From - 1, t.From + 1, far}
}

func moveTier(tiers []calc.Tier, i int, to int64) {
	tiers[i].From = to
	if i > 0 {
		tiers[i-1].Under = to
	}
}

func (m *maker) bands(a *calc.Amount, find finder[calc.Amount]) {
	for i, b := range a.Bands {
		m.yuan(ordinal(i)+"段从", b.From, func(rb *calc.Rulebook) *int64 { return &find(rb).Bands[i].From })
		m.rate(ordinal(i)+"段", b.Num, b.Den, func(rb *calc.Rulebook, num, den int64) {
			find(rb).Bands[i].Num, find(rb).Bands[i].Den = num, den
		})
		m.add(ordinal(i)+"段", "没有这一段", func(rb *calc.Rulebook) {
			find(rb).Bands = slices.Delete(find(rb).Bands, i, i+1)
		})
	}
}

// combination changes how the amounts become one award, under the readings
// taken and under each variant.
func (m *maker) combination() {
	k := &m.rb.Combination
	m.at("合成方式“"+k.Principle+"”", k.Cite.Clause)
	m.rests(k.Readings, func(rb *calc.Rulebook) *[]string { return &rb.Combination.Readings })
	m.group(&k.Group, func(rb *calc.Rulebook) *calc.Group { return &rb.Combination.Group })
	for i := range k.Variants {
		v := &k.Variants[i]
		m.at("合成方式("+m.book.Reading(v.Reading, v.Alternative)+")", k.Cite.Clause)
		m.group(&v.Group, func(rb *calc.Rulebook) *calc.Group { return &rb.Combination.Variants[i].Group })
		m.add(m.book.Group(&v.Group), "没有这种合成方式", func(rb *calc.Rulebook) {
			rb.Combination.Variants = slices.Delete(rb.Combination.Variants, i, i+1)
		})
	}
}

func (m *maker) group(g *calc.Group, find finder[calc.Group]) {
	replace := func(with calc.Group) {
		m.add(m.book.Group(g), m.book.Group(&with), func(rb *calc.Rulebook) { *find(rb) = cloneGroup(with) })
	}
	if len(g.Members)+len(g.Groups) > 1 {
		with := *g
		with.Sum = !g.Sum
		replace(with)
	}
	if g.Cap > 0 {
		m.limit("合计最高不超过", g.Cap, func(rb *calc.Rulebook) *int64 { return &find(rb).Cap })
	}
	for i := range g.Members {
		with := cloneGroup(*g)
		with.Members = slices.Delete(with.Members, i, i+1)
		replace(with)
	}
	for i := range g.Groups {
		with := cloneGroup(*g)
		with.Groups = slices.Delete(with.Groups, i, i+1)
		replace(with)
		m.group(&g.Groups[i], func(rb *calc.Rulebook) *calc.Group { return &find(rb).Groups[i] })
	}
}
