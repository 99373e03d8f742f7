package explain

import (
	"slices"
	"strconv"
	"strings"

	"mingce/calc"
	"mingce/site/explain/wording"
)

// condition says how a condition came out, with the applicant's own values.
func (t *teller) condition(k int) Step {
	c := &t.rb.Conditions[k]
	step := Step{Kind: Condition, ID: c.ID, Title: c.Words, Clause: c.Cite.Clause, Quote: c.Cite.Quote}
	truth := t.a.Truth(k)
	switch {
	case truth == calc.Holds:
		step.State = Met
	case truth == calc.Fails:
		step.State = Failed
	case c.By != "":
		step.State = Authority
	default:
		step.State = Open
	}
	found := t.test(&c.Test)
	switch {
	case found.truth != truth:
		// The engine sees what several tests of one unknown input come to together.
		step.Words = string(map[calc.Truth]wording.Sentence{calc.Holds: wording.AnywayMet, calc.Fails: wording.AnywayFailed}[truth])
	case truth == calc.Holds && len(found.facts) == 1 && found.facts[0].plain:
		// The answer is what the condition says.
	default:
		step.Words = found.words()
	}
	if step.State == Authority && !strings.Contains(step.Words, string(wording.Decides)) {
		step.Words = strings.TrimPrefix(step.Words+";"+wording.Awaiting(c.By), ";")
	}
	return step
}

// A finding is the outcome of a test and the facts that decide it. A fact is
// said as a head (园区建筑面积1.2万平方米) and what is to be said of it.
type finding struct {
	truth calc.Truth
	facts []said
}

type said struct {
	head, tail string
	plain      bool // a yes or a no
}

// words joins the facts; what is said of one value is said together.
func (f finding) words() string {
	var out []said
	for _, x := range f.facts {
		i := slices.IndexFunc(out, func(o said) bool { return o.head == x.head })
		switch {
		case i < 0:
			out = append(out, x)
		case x.tail != "" && !slices.Contains(strings.Split(out[i].tail, "、"), x.tail):
			out[i].tail = strings.TrimPrefix(out[i].tail+"、"+x.tail, "、")
		}
	}
	var parts []string
	for _, x := range out {
		parts = append(parts, strings.TrimSuffix(x.head+","+x.tail, ","))
	}
	return strings.Join(parts, ";")
}

// test works a test out in three values, and finds what decides it.
func (t *teller) test(x *calc.Test) finding {
	switch x.Op {
	case calc.OpBound:
		return t.bound(x)
	case calc.OpOneOf:
		return t.oneOf(x)
	case calc.OpReading:
		return t.reads(x)
	case calc.OpNot:
		inner := t.test(&x.Of[0])
		inner.truth = [...]calc.Truth{calc.Fails: calc.Holds, calc.Holds: calc.Fails, calc.Open: calc.Open}[inner.truth]
		return inner
	}
	need := x.N
	switch x.Op {
	case calc.OpAll:
		need = len(x.Of)
	case calc.OpAny:
		need = 1
	}
	return t.tally(x, need)
}

// tally is a test of which at least need must hold.
func (t *teller) tally(x *calc.Test, need int) finding {
	kids, counts := make([]finding, len(x.Of)), [3]int{}
	for i := range x.Of {
		kids[i] = t.test(&x.Of[i])
		counts[kids[i].truth]++
	}
	out := finding{truth: calc.Open}
	switch {
	case counts[calc.Holds] >= need:
		out.truth = calc.Holds
	case counts[calc.Holds]+counts[calc.Open] < need:
		out.truth = calc.Fails
	}
	if x.Op == calc.OpAtLeast {
		out.facts = append(out.facts, said{head: wording.Counted(x).With(strconv.Itoa(counts[calc.Holds]))})
	}
	for i := range kids {
		if kids[i].truth != out.truth {
			continue
		}
		if out.truth == calc.Fails && x.Op == calc.OpAll && x.Of[i].Op == calc.OpReading {
			return finding{truth: calc.Fails} // a way that the readings in force do not open
		}
		out.facts = append(out.facts, kids[i].facts...)
		if out.truth == calc.Holds && x.Op == calc.OpAny {
			break // one is enough
		}
	}
	return out
}

func (t *teller) bound(x *calc.Test) finding {
	f := t.fact(x.Input)
	truth := f.holds(x.Bound)
	switch truth {
	case calc.Holds:
		return finding{truth, []said{{head: t.told(f), tail: wording.Within(f.Measure, x.Bound)}}}
	case calc.Fails:
		return finding{truth, []said{{head: t.told(f), tail: wording.Beyond(f.Measure, x.Bound)}}}
	}
	return open(f)
}

func (t *teller) oneOf(x *calc.Test) finding {
	f := t.fact(x.Input)
	if f.value == nil {
		return open(f)
	}
	v, truth := f.value.Num().Int64(), calc.Fails
	if slices.Contains(x.Values, v) {
		truth = calc.Holds
	}
	return finding{truth, []said{{head: t.told(f), plain: f.Kind == calc.Bool}}}
}

// open is what is found of a measure that is unknown.
func open(f fact) finding {
	out := finding{truth: calc.Open}
	for _, words := range wanting(f.missing) {
		out.facts = append(out.facts, said{head: words})
	}
	return out
}

// reads is whether a reading is taken; only an alternative is worth a word.
func (t *teller) reads(x *calc.Test) finding {
	i := slices.IndexFunc(t.rb.Readings, func(r calc.Reading) bool { return r.ID == x.Reading })
	taken := ""
	if k := t.s[len(t.rb.Inputs)+i]; k > 0 {
		taken = t.rb.Readings[i].Alternatives[k-1].ID
	}
	switch {
	case taken != x.Alternative:
		return finding{truth: calc.Fails}
	case taken == "":
		return finding{truth: calc.Holds}
	}
	return finding{calc.Holds, []said{{head: t.book.Reading(x.Reading, taken)}}}
}
