package site

import (
	"mingce/site/page"
	"mingce/site/policy"
)

// relations are the documents related to a policy: those its front matter
// names, and those whose front matter names it.
func (b *builder) relations(e *entry, p *page.Policy) {
	for _, r := range e.doc.Meta.Related {
		d := page.RelatedDoc{Title: r.Title.Value, Number: r.Number.Value}
		if other, ok := b.numbered[d.Number]; ok && d.Number != "" {
			d.To = "policies/" + other.id + "/"
		}
		p.Relate(r.Relation.Value.String(), d)
	}
	for _, other := range b.naming[e.doc.Meta.Number.Value] {
		if name := page.Reverse(other.as); name != "" {
			m := other.by.doc.Meta
			p.Relate(name, page.RelatedDoc{Title: m.Title.Value, Number: m.Number.Value, To: "policies/" + other.by.id + "/"})
		}
	}
	b.articlesOn(e, p)
	p.FillNotice(e.doc.Meta)
}

// A naming is a document that names another one.
type naming struct {
	by *entry
	as policy.Relation
}

// relate notes which policies name which.
func (b *builder) relate(all *content) {
	b.numbered, b.naming = map[string]*entry{}, map[string][]naming{}
	for i := range all.policies {
		e := &all.policies[i]
		b.numbered[e.doc.Meta.Number.Value] = e
		for _, r := range e.doc.Meta.Related {
			if n := r.Number.Value; n != "" {
				b.naming[n] = append(b.naming[n], naming{e, r.Relation.Value})
			}
		}
	}
}

// contradictions finds documents that say they are in force while another one
// says that it amended or repealed them.
func (c *content) contradictions() {
	by := map[string]*entry{}
	for i := range c.policies {
		by[c.policies[i].doc.Meta.Number.Value] = &c.policies[i]
	}
	for _, e := range c.policies {
		for _, r := range e.doc.Meta.Related {
			other, here := by[r.Number.Value]
			if !here || !r.Number.Set {
				continue
			}
			v := other.doc.Meta.Validity
			switch {
			case r.Relation.Value == policy.Repeals && v.Value != policy.Repealed:
				c.problems.Add(v.Pos, e.doc.Meta.Number.Value+"说废止了本文件,这里写的却是“"+v.Value.String()+"”",
					"写成 validity = \"repealed\";没有废止,就改正 "+e.doc.File)
			case r.Relation.Value == policy.Amends && v.Value != policy.Amended && v.Value != policy.Repealed && v.Value != policy.Expired:
				c.problems.Add(v.Pos, e.doc.Meta.Number.Value+"说修改了本文件,这里写的却是“"+v.Value.String()+"”",
					"写成 validity = \"amended\";没有修改,就改正 "+e.doc.File)
			}
		}
	}
}
