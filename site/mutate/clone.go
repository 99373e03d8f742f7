package mutate

import (
	"slices"

	"mingce/calc"
)

// clone copies what a mutant may change; the rest is shared.
func clone(rb *calc.Rulebook) *calc.Rulebook {
	c := *rb
	c.Derived = slices.Clone(rb.Derived)
	c.Conditions = slices.Clone(rb.Conditions)
	for i := range c.Conditions {
		c.Conditions[i].Test = cloneTest(c.Conditions[i].Test)
	}
	c.Benefits = slices.Clone(rb.Benefits)
	for i := range c.Benefits {
		b := &c.Benefits[i]
		b.Needs = slices.Clone(b.Needs)
		if b.Amount != nil {
			a := cloneAmount(*b.Amount)
			b.Amount = &a
		}
	}
	c.Combination.Group = cloneGroup(rb.Combination.Group)
	c.Combination.Variants = slices.Clone(rb.Combination.Variants)
	for i := range c.Combination.Variants {
		c.Combination.Variants[i].Group = cloneGroup(c.Combination.Variants[i].Group)
	}
	return &c
}

func cloneTest(t calc.Test) calc.Test {
	t.Values, t.Of = slices.Clone(t.Values), slices.Clone(t.Of)
	for i := range t.Of {
		t.Of[i] = cloneTest(t.Of[i])
	}
	return t
}

func cloneAmount(a calc.Amount) calc.Amount {
	a.Tiers, a.Bands, a.Options = slices.Clone(a.Tiers), slices.Clone(a.Bands), slices.Clone(a.Options)
	if a.Share != nil {
		s := *a.Share
		a.Share = &s
	}
	if a.Step != nil {
		s := *a.Step
		a.Step = &s
	}
	a.Parts = slices.Clone(a.Parts)
	for i := range a.Parts {
		a.Parts[i] = cloneAmount(a.Parts[i])
	}
	return a
}

func cloneGroup(g calc.Group) calc.Group {
	g.Members, g.Groups = slices.Clone(g.Members), slices.Clone(g.Groups)
	for i := range g.Groups {
		g.Groups[i] = cloneGroup(g.Groups[i])
	}
	return g
}
