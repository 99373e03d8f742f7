package diff

import (
	"fmt"
	"io"
	"math/big"

	"mingce/site/explain/phrase"
)

// WriteChanges writes what changed, each rule under its name. ref says a
// clause as people write it.
func WriteChanges(w io.Writer, changes []Change, ref func(clause string) string) error {
	if len(changes) == 0 {
		_, err := fmt.Fprintln(w, "规则没有变化")
		return err
	}
	rule := ""
	for _, c := range changes {
		if c.Rule != rule {
			rule = c.Rule
			title := rule
			if c.Clause != "" {
				title += " 〔" + ref(c.Clause) + "〕"
			}
			if _, err := fmt.Fprintln(w, title); err != nil {
				return err
			}
		}
		if _, err := fmt.Fprintln(w, "  "+c.Words); err != nil {
			return err
		}
	}
	return nil
}

// Write writes what the new version means to a population: everyone whose
// award changes, then the sums.
func (c Comparison) Write(w io.Writer) error {
	out := &printer{w: w}
	for _, e := range c.Effects {
		name := fmt.Sprintf("第%d行", e.Line)
		if e.Name != "" {
			name += " " + e.Name
		}
		out.line("%s:%s → %s%s", name, phrase.Range(e.Before.Min, e.Before.Max), phrase.Range(e.After.Min, e.After.Max), e.moved())
	}
	unchanged := c.Applicants - len(c.Effects)
	out.line("申报人%d个:增加%d个,共增加%s;减少%d个,共减少%s;没有变化%d个", c.Applicants, c.Gain.Count, yuan(c.Gain.Fen), c.Lose.Count, yuan(c.Lose.Fen), unchanged)
	if c.Open > 0 {
		out.line("另有%d个有变化而数额还不能确定", c.Open)
	}
	out.line("奖补总额:原规则%s,新规则%s", c.Was, c.Is)
	for _, b := range c.BenefitPays {
		if b.Was+b.Is > 0 {
			out.line("  %s:原规则给付%d个,新规则给付%d个", b.Name, b.Was, b.Is)
		}
	}
	for _, r := range c.Readings {
		out.line("  按另一种读法“%s”:原规则%s,新规则%s", r.Text, r.Was, r.Is)
	}
	return out.err
}

// moved says by how much an award changes.
func (e Effect) moved() string {
	switch by := e.After.Min - e.Before.Min; {
	case !e.Certain():
		return "(还不能确定)"
	case by > 0:
		return ",增加" + phrase.Yuan(by)
	default:
		return ",减少" + phrase.Yuan(-by)
	}
}

// String says a budget: 1.2亿元, or 1亿元至1.5亿元.
func (b Budget) String() string {
	if b.Least.Cmp(b.Most) == 0 {
		return yuan(b.Least)
	}
	return yuan(b.Least) + "至" + yuan(b.Most)
}

// yuan says a sum of 分, however large.
func yuan(fen *big.Int) string {
	if fen.IsInt64() {
		return phrase.Yuan(fen.Int64())
	}
	whole, rest := new(big.Int).DivMod(fen, big.NewInt(100), new(big.Int))
	return fmt.Sprintf("%s.%02d元", whole, rest.Int64())
}

// A printer stops at the first error.
type printer struct {
	w   io.Writer
	err error
}

func (p *printer) line(format string, args ...any) {
	if p.err == nil {
		_, p.err = fmt.Fprintf(p.w, format+"\n", args...)
	}
}
