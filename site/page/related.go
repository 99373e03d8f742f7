package page

import (
	"slices"

	"mingce/site/policy"
)

// A Relation is the documents that stand in one relation to the one shown.
type Relation struct {
	Name string // 依据, 被修改, 解读
	Docs []RelatedDoc
}

// A RelatedDoc is another document.
type RelatedDoc struct {
	Title  string
	Number string // may be empty
	To     string // its address on this site; empty when it is not here
}

// Reverse is what a document is called from the other side of a relation; ""
// where that side says nothing.
func Reverse(r policy.Relation) string {
	switch r {
	case policy.Basis:
		return "以本文件为依据"
	case policy.Amends:
		return policy.AmendedBy.String()
	case policy.Repeals:
		return policy.RepealedBy.String()
	case policy.AmendedBy:
		return policy.Amends.String()
	case policy.RepealedBy:
		return policy.Repeals.String()
	case policy.Cites:
		return "引用本文件"
	}
	return ""
}

// What articles and lists are to the document they name.
const (
	Interpretation = "解读"
	Answers        = "问答"
	Topics         = "专题"
	Notices        = "公示"
)

// order is that in which relations are shown.
func order() []string {
	out := []string{Interpretation}
	for _, r := range policy.Relations() {
		out = append(out, r.String())
	}
	return append(out, Reverse(policy.Basis), Reverse(policy.Cites), Answers, Topics, Notices)
}

// Relate adds a document under a relation, once.
func (p *Policy) Relate(name string, doc RelatedDoc) {
	at := slices.IndexFunc(p.Related, func(r Relation) bool { return r.Name == name })
	if at < 0 {
		rank := order()
		at = len(p.Related)
		for i, r := range p.Related {
			if slices.Index(rank, name) < slices.Index(rank, r.Name) {
				at = i
				break
			}
		}
		p.Related = slices.Insert(p.Related, at, Relation{Name: name})
	}
	same := func(d RelatedDoc) bool { return d.Title == doc.Title && d.Number == doc.Number }
	if !slices.ContainsFunc(p.Related[at].Docs, same) {
		p.Related[at].Docs = append(p.Related[at].Docs, doc)
	}
}

// A Notice says above the text that a document no longer holds as it stands.
// The text stays, and stays readable.
type Notice struct {
	Words string
	Note  string
	By    []RelatedDoc // the documents that did it
}

// FillNotice says what has become of a document. Call it after its relations
// are known.
func (p *Policy) FillNotice(m policy.Meta) {
	var n Notice
	since := ""
	if d := m.ValiditySince.Value; !d.IsZero() {
		since = "自" + DateWords(d) + "起"
	}
	switch m.Validity.Value {
	case policy.Amended:
		n.Words = "本文件" + since + "已被修改,下面是原来公布的文本,请同时看修改它的文件。"
	case policy.Expired:
		n.Words = "本文件" + since + "已失效,下面的文本仅供查考。"
	case policy.Repealed:
		n.Words = "本文件" + since + "已废止,下面的文本仅供查考。"
	default:
		return
	}
	n.Note = m.ValidityNote.Value
	for _, r := range p.Related {
		if r.Name == policy.AmendedBy.String() || r.Name == policy.RepealedBy.String() {
			n.By = append(n.By, r.Docs...)
		}
	}
	p.Notice = &n
}

// A Toolbar is what can be done with a text.
type Toolbar struct {
	Downloads []Download
	Size      Setting
	Speak     string // address of the script that reads aloud
}

// A Download is a file of the text in another form.
type Download struct {
	Text string // 纯文本
	To   string
	Size string // 31 KB; may be empty
}
