package calc

import "slices"

// An Other is what would follow if one thing were otherwise: an input that is
// not measured, or a reading, in the slot's numbering.
type Other struct {
	Slot  int
	To    int64 // the other option, or the other alternative
	Award Outcome
}

// Flips returns, for every known input that is chosen rather than measured and
// for each of its other answers, the award that would follow, where that is
// another one. It says of a condition that fails what would follow if it held.
func (p *Program) Flips(s Situation) []Other {
	var slots []int
	for i := range p.Rulebook.Inputs {
		if s[i] != Unknown && !p.Rulebook.Inputs[i].Kind.Numeric() {
			slots = append(slots, i)
		}
	}
	return p.others(s, slots)
}

// Alternatives returns, for every reading that is not settled and each other
// way to take it, the award that would follow, where that is another one.
func (p *Program) Alternatives(s Situation) []Other {
	var slots []int
	for i := range p.Rulebook.Readings {
		if !p.Rulebook.Readings[i].Settled {
			slots = append(slots, len(p.Rulebook.Inputs)+i)
		}
	}
	return p.others(s, slots)
}

// others tries every other value of each slot.
func (p *Program) others(s Situation, slots []int) (list []Other) {
	a := p.NewAssessment()
	p.Assess(s, a)
	now, trial := a.Award, slices.Clone(s)
	for _, slot := range slots {
		for v := p.Slots[slot].Min; v <= p.Slots[slot].Max; v++ {
			trial[slot] = v
			if p.Assess(trial, a); a.Award != now {
				list = append(list, Other{slot, v, a.Award})
			}
		}
		trial[slot] = s[slot]
	}
	return list
}
