package policy

import (
	"fmt"
	"slices"
	"strings"
)

// ending is where the closing lines are: signature and date, with a list of
// annexes before them. Lines are counted in parser.rest before any is taken.
type ending struct {
	first     int // source line where the tail begins; 0 for none
	signature int // source line of the first signature
	date      int // source line of the date
}

// findEnding looks for the date of the document: the first one under a
// signature, else the last one after a numbered line. A signature and date
// under the title, with numbered lines below, end nothing.
func (p *parser) findEnding() {
	first := slices.IndexFunc(p.marks, func(m *mark) bool { return m != nil })
	best, signed := -1, false
	for i, line := range p.rest {
		if _, ok := readDate(line.Text); !ok || i == 0 || i < first {
			continue
		}
		if p.isSignature(p.rest[i-1]) {
			best, signed = i, true
			break
		}
		if first >= 0 {
			best = i
		}
	}
	if best < 0 {
		return
	}
	first = best
	for signed && first > 0 && p.isSignature(p.rest[first-1]) {
		first--
	}
	p.ending = ending{p.rest[first].Pos.Line, p.rest[first].Pos.Line, p.rest[best].Pos.Line}
	for i := first - 1; i > 0 && i >= first-30; i-- {
		if isAnnexList(p.rest[i].Text) {
			p.ending.first = p.rest[i].Pos.Line
		}
	}
}

// isSignature reports whether the line is the issuer, or one of several.
func (p *parser) isSignature(line Paragraph) bool {
	if line.Text == p.doc.Meta.Title.Value {
		return false
	}
	for _, issuer := range strings.FieldsFunc(p.doc.Meta.Issuer.Value, func(r rune) bool { return r == '、' || r == ' ' }) {
		if sameTitle(line.Text, issuer) {
			return true
		}
	}
	return sameTitle(line.Text, p.doc.Meta.Issuer.Value)
}

// isAnnexList recognises 附件:… and 附件1:… before the signature.
func isAnnexList(line string) bool {
	rest, ok := strings.CutPrefix(Fold(line), "附件")
	return ok && strings.HasPrefix(strings.TrimLeft(rest, "0123456789 "), ":")
}

// closes reports whether the next line belongs to the tail.
func (p *parser) closes() bool {
	return p.ending.first > 0 && p.rest[0].Pos.Line >= p.ending.first
}

// tail takes the closing lines and what follows them.
func (p *parser) tail() {
	for len(p.rest) > 0 {
		line := p.rest[0]
		folded := Fold(line.Text)
		switch at := line.Pos.Line; {
		case at == p.ending.date:
			p.take(&p.doc.Tail, 1, Signed)
		case at >= p.ending.signature && at < p.ending.date:
			p.take(&p.doc.Tail, 1, Signature)
		case at > p.ending.date && strings.HasPrefix(folded, "(") && strings.HasSuffix(folded, ")"):
			p.take(&p.doc.Tail, 1, Note)
		default:
			p.take(&p.doc.Tail, 1, Annex)
		}
	}
}

// agree holds the front matter against the text.
func (p *parser) agree() {
	m := p.doc.Meta
	p.unused(&p.problems)
	if titles := p.doc.Find(Title); len(titles) > 0 && m.Title.Set {
		joined := ""
		for _, t := range titles {
			joined += t.Text
		}
		if !sameTitle(joined, m.Title.Value) {
			p.problems.Add(titles[0].Pos, "正文的标题与 title 不一致",
				fmt.Sprintf("第%d行写的是“%s”;正文第一行应当是文件标题", m.Title.Pos.Line, m.Title.Value))
		}
	}
	for _, n := range p.doc.Find(Number) {
		if m.Number.Set && Fold(n.Text) != Fold(m.Number.Value) {
			p.problems.Add(n.Pos, "正文的发文字号与 number 不一致",
				fmt.Sprintf("第%d行写的是“%s”;以正式文件为准", m.Number.Pos.Line, m.Number.Value))
		}
	}
	for _, d := range p.doc.Find(Signed) {
		date, _ := readDate(d.Text)
		switch {
		case date.IsZero():
			p.problems.Add(d.Pos, "没有"+d.Text+"这一天", "对照正式文件改正")
		case m.Signed.Set && date != m.Signed.Value:
			p.problems.Add(d.Pos, "正文的成文日期与 signed 不一致",
				fmt.Sprintf("第%d行写的是 %s;以正式文件为准", m.Signed.Pos.Line, m.Signed.Value))
		}
	}
}
