package templates

import (
	"html/template"
	"reflect"
	"regexp"
	"strings"

	"mingce/site/page"
	"mingce/site/templates/compiled"
)

func funcs() template.FuncMap {
	return template.FuncMap{
		"keep":         keep,
		"phrases":      phrases,
		"next":         func(i int) int { return i + 1 },
		compiled.Scope: compiled.NewPair, // hands a part of a page to a sub-template together with the page
	}
}

// methods are those of pages that templates call everywhere.
func methods() map[string]compiled.Method {
	return map[string]compiled.Method{
		"To": func(on any, address string) (reflect.Value, bool) {
			p, ok := on.(interface{ To(string) string })
			if !ok {
				return reflect.Value{}, false
			}
			return reflect.ValueOf(p.To(address)), true
		},
		"Current": func(on any, address string) (reflect.Value, bool) {
			p, ok := on.(interface{ Current(string) bool })
			if !ok {
				return reflect.Value{}, false
			}
			return reflect.ValueOf(p.Current(address)), true
		},
		"Own": func(on any, _ string) (reflect.Value, bool) {
			l, ok := on.(interface{ Own() bool })
			if !ok {
				return reflect.Value{}, false
			}
			return reflect.ValueOf(l.Own()), true
		},
	}
}

// quantity is a figure with what follows it up to the end of its unit.
var quantity = regexp.MustCompile(`[0-9][0-9,.]*[万亿千百]*(?:平方米|个月|元|人|%|年|月|日|家|项)?`)

// keep sets words of ours: every figure is held together with its unit, so
// that no line begins with 万元, and a narrow mark between Chinese words
// becomes the full-width one. Words of the document never come here.
func keep(text string) template.HTML {
	escaped := template.HTMLEscapeString(page.Widen(text))
	if !strings.ContainsAny(escaped, "0123456789") {
		return template.HTML(escaped)
	}
	return template.HTML(quantity.ReplaceAllStringFunc(escaped, func(s string) string {
		if len(s) < 3 {
			return s
		}
		return `<span class="n">` + s + `</span>`
	}))
}

// phrases lets a heading break only after a comma, colon or 、, where it can.
func phrases(text string) template.HTML {
	var b strings.Builder
	for text != "" {
		end := len(text)
		if at := strings.IndexAny(text, "\uff0c\uff1a、"); at >= 0 {
			end = at + len("、")
		}
		b.WriteString(`<span class="ph">` + template.HTMLEscapeString(text[:end]) + `</span>`)
		text = text[end:]
	}
	return template.HTML(b.String())
}
