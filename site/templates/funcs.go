package templates

import (
	"html/template"
	"regexp"
)

// quantity is a figure with what follows it up to the end of its unit.
var quantity = regexp.MustCompile(`[0-9][0-9,.]*[万亿千百]*(?:平方米|个月|元|人|%|年|月|日|家|项)?`)

func funcs() template.FuncMap {
	return template.FuncMap{
		"keep":  keep,
		"scope": func(frame, value any) scoped { return scoped{Page: frame, It: value} },
	}
}

// scoped hands a part of a page to a sub-template together with the page.
type scoped struct {
	Page, It any
}

// keep escapes a text and holds every figure together with its unit, so that
// no line begins with 万元.
func keep(text string) template.HTML {
	escaped := template.HTMLEscapeString(text)
	return template.HTML(quantity.ReplaceAllStringFunc(escaped, func(s string) string {
		if len(s) < 3 {
			return s
		}
		return `<span class="n">` + s + `</span>`
	}))
}
