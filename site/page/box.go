package page

import (
	"strings"

	"mingce/site/policy"
	"mingce/site/toml"
)

// Absent is what the box says where the document is silent and a reader would
// look for it.
const Absent = "文件未载明"

// FillBox lists what is known of a document, in the order of the box of
// gov.cn. What is unknown is left out, or said to be so; nothing is invented.
func (p *Policy) FillBox(m policy.Meta) {
	var keywords []string
	for _, k := range m.Keywords {
		keywords = append(keywords, k.Value)
	}
	p.known("索引号", m.IndexNumber.Value)
	p.known("主题分类", m.Subject.Value)
	p.known("发文机关", m.Issuer.Value)
	p.known("成文日期", DateWords(m.Signed.Value))
	p.wide("标题", m.Title.Value)
	p.known("发文字号", m.Number.Value)
	p.dated("发布日期", m.Published.Value)
	p.dated("施行日期", m.InForce.Value)
	p.known("主题词", strings.Join(keywords, " "))
	validity := m.Validity.Value.String()
	if note := m.ValidityNote.Value; note != "" {
		validity += "(" + note + ")"
	}
	p.wide("有效性", validity)
}

func (p *Policy) known(label, value string) {
	if value != "" {
		p.Box = append(p.Box, Fact{Label: label, Value: value})
	}
}

func (p *Policy) wide(label, value string) {
	if value != "" {
		p.Box = append(p.Box, Fact{Label: label, Value: value, Wide: true})
	}
}

func (p *Policy) dated(label string, d toml.Date) {
	if d.IsZero() {
		p.Box = append(p.Box, Fact{Label: label, Value: Absent, Absent: true})
		return
	}
	p.known(label, DateWords(d))
}
