package reference

import (
	"fmt"
	"strings"

	"mingce/calc"
)

// Path is where the page is, from the index.
func (p Page) Path() string { return pathOf(p.Kind, p.ID) }

func pathOf(k Kind, id string) string { return string(k) + "/" + id + ".md" }

// Markdown writes the page. ref says a clause as people write it.
func (p Page) Markdown(ref func(clause string) string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s:%s\n\n编号 `%s` · [目录](../index.md)\n", p.Kind.Chinese(), escape(p.Title), p.ID)
	if len(p.Facts) > 0 {
		b.WriteString("\n")
	}
	for _, f := range p.Facts {
		fmt.Fprintf(&b, "- %s:%s\n", f.Label, escape(f.Text))
	}
	p.formula(&b)
	if len(p.Cites) > 0 {
		b.WriteString("\n## 原文\n")
		for _, c := range p.Cites {
			b.WriteString("\n" + quotation(c, ref) + "\n")
		}
	}
	for _, l := range p.Links {
		fmt.Fprintf(&b, "\n## %s\n\n", l.Title)
		for _, to := range l.To {
			fmt.Fprintf(&b, "- [%s](../%s)\n", escape(to.Title), pathOf(to.Kind, to.ID))
		}
	}
	if len(p.Cases) > 0 {
		b.WriteString("\n## 案例\n\n")
		for _, c := range p.Cases {
			fmt.Fprintf(&b, "- %s:%s。%s\n", escape(c.Name), c.Award, escape(c.Why))
		}
	}
	return b.String()
}

func (p Page) formula(b *strings.Builder) {
	if len(p.Formula) == 0 {
		return
	}
	title := "怎样计算"
	if p.Kind == Condition {
		title = "怎样判断"
	}
	fmt.Fprintf(b, "\n## %s\n\n", title)
	for _, line := range p.Formula {
		fmt.Fprintf(b, "- %s\n", escape(line))
	}
}

func quotation(c calc.Citation, ref func(string) string) string {
	if c.Quote == "" {
		return "> (" + escape(ref(c.Clause)) + ")"
	}
	return "> " + escape(c.Quote) + "(" + escape(ref(c.Clause)) + ")"
}

// Index lists every page under its kind.
func Index(title string, pages []Page) string {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s:规则参考\n", escape(title))
	for i, p := range pages {
		if i == 0 || pages[i-1].Kind != p.Kind {
			fmt.Fprintf(&b, "\n## %s\n\n", p.Kind.Chinese())
		}
		fmt.Fprintf(&b, "- [%s](%s)\n", escape(p.Title), p.Path())
	}
	return b.String()
}

// escape keeps the signs of Markdown what they are in the text.
func escape(s string) string {
	return strings.NewReplacer(`\`, `\\`, "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "<", `\<`, "`", "\\`").Replace(s)
}
