package site

import (
	"mingce/site/output"
	"mingce/site/page"
	"mingce/site/terms"
)

// termsFile explains words of documents; it may be missing.
const termsFile = "terms.toml"

// readTerms reads the explanations.
func (c *content) readTerms() {
	if !c.has(termsFile) {
		return
	}
	text, ok := c.file(termsFile)
	if !ok {
		return
	}
	list, found := terms.Load(c.at(termsFile), text)
	*c.problems = append(*c.problems, found...)
	c.terms = list
}

// glossary makes the page that explains terms, where there are any.
func (b *builder) glossary(all *content) {
	if len(all.terms) == 0 {
		return
	}
	const title = "名词解释"
	g := page.Glossary{Frame: b.framed("terms/", title, "文件中不常见的词是什么意思。", page.Link{Text: title}), Terms: all.terms}
	b.add("terms/", "terms", all.at(termsFile), output.Page, g)
}
