package page

import (
	"strconv"

	"mingce/site/versions"
)

// A Changes is the page of the versions of a policy.
type Changes struct {
	Frame
	Doc     Doc
	First   string     // the day of the first version of the text
	Texts   []Revision // what each later version of the text changed, the latest first
	Version string     // of the rules; empty without rules
	InForce string     // when this version of the rules applies; empty for always
	Manual  string     // address of the list of rules
	Rules   []RuleRevision
	Feed    string // address of the feed
}

// A RuleRevision is what changed in the rules on a day.
type RuleRevision struct {
	Day     string
	Changes []string
}

// A Revision is what one version of a text changed.
type Revision struct {
	Day, Was string // of this version and the one before
	Places   []Place
}

// A Place is one place that was changed.
type Place struct {
	Ref    string
	To     string // its address; empty where the place is gone or is no clause
	What   string // 新增, 删去 or 修改
	Pieces []Piece
}

// A Piece is a run of the text: in both versions, or in one.
type Piece struct {
	Text     string
	Old, New bool // in the old version only; in the new one only
}

// Fill lays out what changed in the policy at an address.
func (r *Revision) Fill(changes []versions.Change, address string) {
	for _, c := range changes {
		p := Place{Ref: c.Ref, What: "修改"}
		switch {
		case c.Was == "":
			p.What = "新增"
		case c.Is == "":
			p.What = "删去"
		}
		if c.ID != "" && c.Is != "" {
			p.To = address + "#" + c.ID
		}
		for _, w := range versions.Words(c.Was, c.Is) {
			p.Pieces = append(p.Pieces, Piece{w.Text, w.In == versions.Old, w.In == versions.New})
		}
		r.Places = append(r.Places, p)
	}
}

// Summary says in one sentence what changed.
func (r *Revision) Summary() string {
	if len(r.Places) == 0 {
		return "正文没有变化"
	}
	return "正文有 " + strconv.Itoa(len(r.Places)) + " 处变化"
}
