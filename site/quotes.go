package site

import (
	"strings"

	"mingce/site/markdown"
	"mingce/site/page"
	"mingce/site/problem"
)

// numbered is the policy with a document number; nil for none.
func (c *content) numbered(number string) *entry {
	for i := range c.policies {
		if number != "" && c.policies[i].doc.Meta.Number.Value == number {
			return &c.policies[i]
		}
	}
	return nil
}

// named is a policy as articles name it.
func named(e *entry) *page.Named {
	return &page.Named{Title: e.doc.Meta.Title.Value, Number: e.doc.Meta.Number.Value, To: "policies/" + e.id + "/"}
}

// quoted are the policies of some ids, those there are.
func (c *content) quoted(ids []string) map[string]*entry {
	out := map[string]*entry{}
	for _, id := range ids {
		for i := range c.policies {
			if c.policies[i].id == id {
				out[id] = &c.policies[i]
			}
		}
	}
	return out
}

// sums are the checksums of policies, by id.
func sums(of map[string]*entry) map[string]any {
	out := map[string]any{}
	for id, e := range of {
		out[id] = e.sum
	}
	return out
}

// quotes holds quotations to the clauses they name.
func (b *builder) quotes(policies map[string]*entry, quotes []markdown.Quote) (problems problem.List) {
	for _, q := range quotes {
		e := policies[q.Policy]
		if e == nil {
			continue // the link leads nowhere, and check says so
		}
		doc, found := b.document(e)
		if len(found) > 0 {
			continue // said where its own page is made
		}
		clause, ok := doc.Clause(q.Clause)
		if !ok {
			problems.Add(q.Pos, e.doc.Meta.Number.Value+"没有 "+q.Clause+" 这一条", "运行 mingce clauses --policy "+e.id+" 查看全部条款")
			continue
		}
		for words := range strings.SplitSeq(q.Words, "\n") {
			if len(clause.Locate(strings.TrimSpace(words))) > 0 {
				continue
			}
			hint := "照原文抄写;运行 mingce clauses --policy " + e.id + " " + q.Clause + " 查看全文"
			if near := clause.Nearest(words); near != "" {
				hint = "该条写的是“" + near + "”;照原文抄写"
			}
			problems.Add(q.Pos, clause.Ref+"中没有这句引文", hint)
			break
		}
	}
	return problems
}
