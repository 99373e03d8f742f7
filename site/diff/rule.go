package diff

import (
	"slices"

	"mingce/calc"
	"mingce/site/explain/phrase"
)

// period says when each version is in force, and what all answers rest on.
func (c *comparer) period() {
	c.at = rule{name: "全部规则"}
	c.text("施行日期", c.was.InForce.From, c.is.InForce.From)
	c.text("失效日期", c.was.InForce.Until, c.is.InForce.Until)
	c.restsOn(c.was.Always, c.is.Always)
}

func (c *comparer) reading(was, is *calc.Reading) {
	c.text("采用的读法", was.Text, is.Text)
	c.text("依据", was.Basis, is.Basis)
	if was.Settled != is.Settled {
		c.say(map[bool]string{true: "改为已有定论", false: "改为没有定论"}[is.Settled])
	}
	c.options("另一种读法", was.Alternatives, is.Alternatives)
	c.cite(was.Cite, is.Cite)
}

// options says which options came, went or are worded otherwise.
func (c *comparer) options(what string, was, is []calc.Option) {
	for _, o := range is {
		k := slices.IndexFunc(was, func(p calc.Option) bool { return p.ID == o.ID })
		if k < 0 {
			c.say("新增" + what + quoted(o.Text))
		} else {
			c.text(what, was[k].Text, o.Text)
		}
	}
	for _, o := range was {
		if !slices.ContainsFunc(is, func(p calc.Option) bool { return p.ID == o.ID }) {
			c.say("删去" + what + quoted(o.Text))
		}
	}
}

func (c *comparer) input(was, is *calc.Input) {
	c.text("名称", was.Short, is.Short)
	c.text("问法", was.Question, is.Question)
	c.text("说明", was.Help, is.Help)
	c.text("分组", was.Group, is.Group)
	c.text("认定部门", was.By, is.By)
	c.text("单位", was.Unit, is.Unit)
	c.options("选项", was.Options, is.Options)
	switch {
	case was.Kind != is.Kind:
		c.say("换了一种答法")
	case is.Kind.Numeric():
		c.quantity("最小值", phrase.Quantity(was.Kind, was.Unit, was.Min), phrase.Quantity(is.Kind, is.Unit, is.Min))
		c.quantity("最大值", phrase.Quantity(was.Kind, was.Unit, was.Max), phrase.Quantity(is.Kind, is.Unit, is.Max))
	}
	c.cite(was.Cite, is.Cite)
}

func (c *comparer) derived(was, is *calc.Derived) {
	c.text("名称", was.Short, is.Short)
	c.text("算法", c.before.How(was), c.after.How(is))
	c.cite(was.Cite, is.Cite)
}

func (c *comparer) condition(was, is *calc.Condition) {
	c.test(&was.Test, &is.Test)
	c.text("说法", was.Words, is.Words)
	c.text("认定部门", was.By, is.By)
	c.text("原则", was.Principle, is.Principle)
	c.restsOn(was.Readings, is.Readings)
	c.cite(was.Cite, is.Cite)
}

// test compares two tests part by part as long as they are built alike.
func (c *comparer) test(was, is *calc.Test) {
	from, to := c.before.Test(was), c.after.Test(is)
	if was.Op != is.Op || len(was.Of) != len(is.Of) || was.N != is.N {
		c.text("判断", from, to)
		return
	}
	if was.Op == calc.OpBound && was.Input == is.Input {
		m, n := c.before.Measure(was.Input), c.after.Measure(is.Input)
		if was.Bound.Side != is.Bound.Side {
			c.quantity(n.Short+"的界限", "“"+phrase.Side(was.Bound.Side)+"”", "“"+phrase.Side(is.Bound.Side)+"”")
		}
		if was.Bound.At != is.Bound.At {
			c.quantity(n.Short, m.Bound(was.Bound), n.Bound(is.Bound))
		}
		return
	}
	if len(is.Of) == 0 {
		c.text("判断", from, to)
	}
	for i := range is.Of {
		c.test(&was.Of[i], &is.Of[i])
	}
}

func (c *comparer) benefit(was, is *calc.Benefit) {
	c.text("名称", was.Name, is.Name)
	c.text("对象", was.Who, is.Who)
	words := func(rb *calc.Rulebook) func(string) string {
		return func(id string) string {
			i := slices.IndexFunc(rb.Conditions, func(k calc.Condition) bool { return k.ID == id })
			return rb.Conditions[i].Words
		}
	}
	c.lists("条件", was.Needs, is.Needs, words(c.was), words(c.is))
	switch {
	case was.Amount != nil && is.Amount != nil:
		c.amount("", was.Amount, is.Amount)
	case is.Amount != nil:
		c.say("改为有金额:" + lines(c.after.Amount(is.Amount)))
	case was.Amount != nil:
		c.say("不再有金额(原为" + lines(c.before.Amount(was.Amount)) + ")")
	}
	c.text("内容", was.Gives, is.Gives)
	c.restsOn(was.Readings, is.Readings)
	c.cite(was.Cite, is.Cite)
}

func (c *comparer) combination() {
	was, is := &c.was.Combination, &c.is.Combination
	c.at = rule{name: "合成方式", clause: is.Cite.Clause}
	c.text("原则", was.Principle, is.Principle)
	c.text("做法", c.before.Group(&was.Group), c.after.Group(&is.Group))
	same := func(v calc.Variant) func(calc.Variant) bool {
		return func(w calc.Variant) bool { return w.Reading == v.Reading && w.Alternative == v.Alternative }
	}
	for _, v := range is.Variants {
		when, from := c.after.Reading(v.Reading, v.Alternative), ""
		if k := slices.IndexFunc(was.Variants, same(v)); k >= 0 {
			from = c.before.Group(&was.Variants[k].Group)
		}
		c.text(when+"的做法", from, c.after.Group(&v.Group))
	}
	for _, v := range was.Variants {
		if !slices.ContainsFunc(is.Variants, same(v)) {
			c.text(c.before.Reading(v.Reading, v.Alternative)+"的做法", c.before.Group(&v.Group), "")
		}
	}
	c.restsOn(was.Readings, is.Readings)
	c.cite(was.Cite, is.Cite)
}
