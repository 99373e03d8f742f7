package site

import (
	"mingce/site/check"
	"mingce/site/output"
	"mingce/site/page"
	"mingce/site/problem"
)

// policy makes the page of the text of a policy.
func (b *builder) policy(e *entry, d page.Doc) {
	b.pass(passage{
		address: d.Address, template: "policy", kind: output.Policy, source: e.doc.File, length: e.chars, policy: e,
		inputs: func() any {
			frame := b.policyFrame(e, d)
			frame.Site = nil // all have the same: see builder.common
			return []any{e.sum, e.version, frame, b.grants(e, d), b.terms}
		},
		read: func() (*passing, problem.List) {
			doc, problems := b.document(e)
			if len(problems) > 0 {
				return nil, problems
			}
			p := b.policyFrame(e, d)
			p.FillText(doc, b.grants(e, d), b.marker)
			linked, err := b.linked(e.id, d.Address, doc)
			if err != nil {
				return nil, problem.List{check.Failed(output.File{Path: d.Address}, err)}
			}
			p.Linked = linked
			return &passing{address: d.Address, title: d.Title, view: p, policy: e, doc: doc}, nil
		},
	})
}

// policyFrame is the page of a policy without its text.
func (b *builder) policyFrame(e *entry, d page.Doc) page.Policy {
	p := page.Policy{
		Frame: b.framed(d.Address, d.Title, d.Number+"《"+d.Title+"》全文,每一条都有固定链接。",
			page.Link{Text: "政策文件", To: "policies/"}, page.Link{Text: d.Number}),
		Sheet: d.Sheet,
	}
	if e.rules != nil {
		p.Rules, p.Coverage = manual(*e, d).Rules, manual(*e, d).Coverage
	}
	p.Ways, p.Downloads = ways(e), downloadLinks(e.id)
	if e.changing() {
		p.Feed = d.Address + "changes/atom.xml"
	}
	p.FillBox(e.doc.Meta)
	p.Toolbar = page.Toolbar{Size: page.Settings()[0], Speak: b.frame.Speak}
	b.relations(e, &p)
	first(&p.Frame, b.look.Inline("first-policy"))
	p.Look.Script = []page.Resource{b.look.Resource("policy.js")}
	p.Look.Late = append(p.Look.Late, b.look.Resource("policy.css")) // its page of paper comes after the ordinary one
	column(&p.Frame, "政策文件", "本站公布的政策文件目录。")
	writingOf(e).metas(&p.Frame)
	return p
}

// grants are the benefits that stand on each clause.
func (b *builder) grants(e *entry, d page.Doc) map[string][]page.Link {
	if e.rules == nil {
		return nil
	}
	return page.Grants(e.rules, d)
}
