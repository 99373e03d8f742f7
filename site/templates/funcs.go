package templates

import (
	"html/template"
	"regexp"
	"strings"

	"mingce/site/page"
)

func funcs() template.FuncMap {
	return template.FuncMap{
		"keep":    keep,
		"phrases": phrases,
		"next":    func(i int) int { return i + 1 },
		"scope":   func(page, value any) scoped { return scoped{Page: page, It: value} },
	}
}

// scoped hands a part of a page to a sub-template together with the page.
type scoped struct {
	Page, It any
}

// quantity is a figure with what follows it up to the end of its unit.
var quantity = regexp.MustCompile(`[0-9][0-9,.]*[万亿千百]*(?:平方米|个月|元|人|%|年|月|日|家|项)?`)

// keep sets words of ours: every figure is held together with its unit, so
// that no line begins with 万元, and a narrow mark between Chinese words
// becomes the full-width one. Words of the document never come here.
func keep(text string) template.HTML {
	escaped := template.HTMLEscapeString(page.Widen(text))
	return template.HTML(quantity.ReplaceAllStringFunc(escaped, func(s string) string {
		if len(s) < 3 {
			return s
		}
		return `<span class="n">` + s + `</span>`
	}))
}

// phrases lets a heading break only after its commas, where it can.
func phrases(text string) template.HTML {
	var b strings.Builder
	for p := range strings.SplitAfterSeq(page.Widen(text), "\uff0c") {
		b.WriteString(`<span class="ph">` + template.HTMLEscapeString(p) + `</span>`)
	}
	return template.HTML(b.String())
}
