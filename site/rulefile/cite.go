package rulefile

import (
	"fmt"
	"strings"

	"mingce/calc"
	"mingce/site/policy"
	"mingce/site/problem"
	"mingce/site/toml"
)

// cite is mention for a rule, which stands on the words.
func (l *loader) cite(c citation) calc.Citation {
	l.quotes.ruling[c.Quote.Pos] = true
	return l.mention(c)
}

// mention resolves a clause and holds the quote to it: its words must stand
// there exactly once.
func (l *loader) mention(c citation) calc.Citation {
	if !c.Clause.Set {
		if c.Quote.Set {
			l.add(c.Quote.Pos, "加一行 clause,如 clause = \"三(二)1\"", "有引文,没有条号")
		}
		return calc.Citation{}
	}
	clause, ok := l.doc.Clause(c.Clause.Value)
	if l.past {
		return pastCitation(clause, c)
	}
	if !ok {
		l.noClause(c.Clause)
		return calc.Citation{}
	}
	if !c.Quote.Set {
		return calc.Citation{Clause: clause.ID}
	}
	found := clause.Locate(c.Quote.Value)
	switch n := len(found); {
	case n == 0:
		l.astray[c.Quote.Pos] = true
		hint := fmt.Sprintf("照抄原文;运行 mingce clauses %s 查看全文", clause.ID)
		if near := clause.Nearest(c.Quote.Value); near != "" {
			hint = fmt.Sprintf("该条写的是“%s”;运行 mingce clauses %s 查看全文", near, clause.ID)
		}
		l.add(c.Quote.Pos, hint, "%s中没有这句引文", named(clause))
	case n > 1:
		l.add(c.Quote.Pos, "引得长一些,使它只指一处", "这句引文在%s中出现了%d次", named(clause), n)
	default:
		l.quotes.at[c.Quote.Pos] = stretch{clause, found[0].Start, found[0].End}
	}
	return calc.Citation{Clause: clause.ID, Quote: c.Quote.Value}
}

// pastCitation is that of a version whose words the text may no longer hold.
func pastCitation(clause *policy.Clause, c citation) calc.Citation {
	if clause == nil {
		return calc.Citation{Quote: c.Quote.Value}
	}
	return calc.Citation{Clause: clause.ID, Quote: c.Quote.Value}
}

// named is how a sentence speaks of a clause: 第三(二)1条, 第三条.
func named(c *policy.Clause) string {
	if strings.HasPrefix(c.Ref, "第") {
		return c.Ref
	}
	return "第" + c.Ref + "条"
}

func (l *loader) noClause(ref toml.At[string]) {
	var refs []string
	for c := range l.doc.Clauses() {
		refs = append(refs, c.Ref)
	}
	hint := "写成正式的条号,如三(二)1;运行 mingce clauses 查看全部"
	if near, ok := problem.Closest(ref.Value, refs); ok {
		hint = fmt.Sprintf("是否想写 %s?运行 mingce clauses 查看全部", near)
	}
	l.add(ref.Pos, hint, "文件里没有“%s”这一条", ref.Value)
}

// under gives a citation the clause of the rule around it if it names none.
func (c citation) under(clause toml.At[string]) citation {
	if !c.Clause.Set {
		c.Clause = clause
	}
	return c
}
