package policy

import (
	"fmt"
	"strings"

	"mingce/site/toml"
)

// Related names another document and what it is to this one.
type Related struct {
	Relation toml.At[Relation] `toml:"relation,required"`
	Title    toml.At[string]   `toml:"title,required"`
	Number   toml.At[string]   `toml:"number"` // 发文字号; may be missing for laws
}

// A Relation is what another document is to this one.
type Relation string

// The relations that a document states of itself. What the other side says of
// it follows when both are on the site: of a document that another one amends,
// it is amended by that.
const (
	Basis      Relation = "basis"       // 依据: this one was made on its ground
	Amends     Relation = "amends"      // 修改: this one amends it
	Repeals    Relation = "repeals"     // 废止: this one repeals it
	AmendedBy  Relation = "amended_by"  // 被修改: it amends this one
	RepealedBy Relation = "repealed_by" // 被废止: it repeals this one
	Cites      Relation = "cites"       // 引用: the text of this one names it
)

// Relations lists all of them, in the order in which a page shows them.
func Relations() []Relation {
	return []Relation{RepealedBy, AmendedBy, Basis, Amends, Repeals, Cites}
}

// String is the relation as readers see it; "" for one that does not exist.
func (r Relation) String() string {
	switch r {
	case Basis:
		return "依据"
	case Amends:
		return "修改"
	case Repeals:
		return "废止"
	case AmendedBy:
		return "被修改"
	case RepealedBy:
		return "被废止"
	case Cites:
		return "引用"
	}
	return ""
}

// related checks what the front matter says of other documents.
func (p *parser) related() {
	seen := map[string]bool{}
	for _, r := range p.doc.Meta.Related {
		if r.Relation.Set && r.Relation.Value.String() == "" {
			p.problems.Add(r.Relation.Pos, fmt.Sprintf("没有“%s”这种关系", string(r.Relation.Value)),
				"可以写 basis(依据)、amends(修改)、repeals(废止)、amended_by(被修改)、repealed_by(被废止)、cites(引用)")
		}
		p.filled(r.Title)
		p.filled(r.Number)
		key := string(r.Relation.Value) + " " + Fold(r.Title.Value+r.Number.Value)
		if r.Title.Set && seen[key] {
			p.problems.Add(r.Title.Pos, "同一个文件写了两次", "删去一处")
		}
		seen[key] = true
		if r.Number.Set && r.Number.Value == p.doc.Meta.Number.Value {
			p.problems.Add(r.Number.Pos, "这是本文件自己的文号", "写另一个文件的文号")
		}
	}
	p.since()
}

// since checks the day on which a document lost its force.
func (p *parser) since() {
	m := &p.doc.Meta
	if !m.ValiditySince.Set {
		return
	}
	switch m.Validity.Value {
	case Amended, Expired, Repealed:
	default:
		p.problems.Add(m.ValiditySince.Pos, "写了从哪一天起变化,有效性却没有变化",
			"validity 写 amended、expired 或 repealed;没有变化就删去这一行")
	}
	if m.Signed.Set && m.ValiditySince.Value.Before(m.Signed.Value) {
		p.problems.Add(m.ValiditySince.Pos, "有效性变化的日期早于成文日期", fmt.Sprintf("成文日期是 %s;核对两个日期", m.Signed.Value))
	}
}

// cited checks that the text names what the front matter says it names.
func (p *parser) cited() {
	text := ""
	for _, r := range p.doc.Meta.Related {
		if r.Relation.Value != Cites {
			continue
		}
		if text == "" {
			text = Fold(strings.Join(strings.Fields(p.doc.Text()), ""))
		}
		name, pos := r.Title.Value, r.Title.Pos
		if r.Number.Set {
			name, pos = r.Number.Value, r.Number.Pos
		}
		if !strings.Contains(text, Fold(strings.Join(strings.Fields(name), ""))) {
			p.problems.Add(pos, "正文没有引用“"+name+"”", "对照正文改正;不是引用的,换一种关系")
		}
	}
}
