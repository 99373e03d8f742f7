package main

import (
	"fmt"
	"strconv"
	"strings"

	"mingce/site/policy"
)

// mingce is the document as it was issued, a paragraph a line.
func (v variant) mingce() string {
	var b strings.Builder
	fmt.Fprintf(&b, "+++\ntitle = %q\nnumber = %q\nissuer = %q\nsigned = %s\npublished = %[4]s\nindex_number = %q\nsubject = %q\n"+
		"keywords = [%s]\nvalidity = \"in_force\"\n+++\n\n", v.title, v.number, v.issuer, v.date(), v.index, v.subject, v.quoted())
	line := func(text string) { b.WriteString(text + "\n") }
	line(v.title)
	line(v.number)
	for _, text := range append(v.addressee, v.preamble...) {
		line(text)
	}
	var walk func(places []place)
	walk = func(places []place) {
		for _, p := range places {
			line(p.mark() + p.heading + p.text)
			for _, text := range p.paragraphs {
				line(text)
			}
			walk(p.under)
		}
	}
	walk(v.parts)
	line("附件:奖励标准和申报程序")
	line(v.issuer)
	line(fmt.Sprintf("%d年%d月%d日", v.year, v.month, v.day))
	line("附件")
	line("奖励标准一览表")
	line("事项 条件 标准")
	for _, r := range v.rows {
		line(strings.Join(r[:], " "))
	}
	line("申报材料与程序")
	for i, text := range v.items {
		line(strconv.Itoa(i+1) + "." + text)
	}
	return b.String()
}

// hugo is the document in Markdown.
func (v variant) hugo() string {
	var b strings.Builder
	fmt.Fprintf(&b, "+++\ntitle = %q\ndate = %s\ndescription = \"%s,%d年%d月%d日成文。\"\ntags = [%s]\ncategories = [%q]\nyears = [\"%d\"]\n[params]\n"+
		"index_no = %q\nissuer = %q\ndoc_no = %q\nsigned = %q\nvalidity = \"有效\"\n+++\n\n",
		v.title, v.date(), v.number, v.year, v.month, v.day, v.quoted(), v.subject, v.year, v.index, v.issuer, v.number, v.date())
	line := func(text string) { b.WriteString(text + "\n\n") }
	for _, text := range append(v.addressee, v.preamble...) {
		line(text)
	}
	var walk func(places []place)
	walk = func(places []place) {
		for _, p := range places {
			switch {
			case p.level == policy.Part:
				line("## " + p.mark() + p.heading + p.text)
			case p.level == policy.Section:
				line("### " + p.mark() + p.heading + p.text)
			case p.heading != "":
				line("#### " + p.mark() + p.heading)
				line(p.text)
			default:
				line(strings.Replace(p.mark(), ".", `\.`, 1) + p.text)
			}
			for _, text := range p.paragraphs {
				line(text)
			}
			walk(p.under)
		}
	}
	walk(v.parts)
	line("## 附件")
	line("### 奖励标准一览表")
	b.WriteString("| 事项 | 条件 | 标准 |\n| --- | --- | ---: |\n")
	for _, r := range v.rows {
		fmt.Fprintf(&b, "| %s | %s | **%s** |\n", r[0], r[1], r[2])
	}
	line("\n### 申报材料与程序")
	for i, text := range v.items {
		line(strconv.Itoa(i+1) + `\.` + text)
	}
	line(v.issuer)
	line(fmt.Sprintf("%d年%d月%d日", v.year, v.month, v.day))
	return b.String()
}

func (v variant) date() string { return fmt.Sprintf("%04d-%02d-%02d", v.year, v.month, v.day) }

func (v variant) quoted() string { return `"` + strings.Join(v.keywords, `", "`) + `"` }

// mark is the official number of a place.
func (p place) mark() string {
	switch p.level {
	case policy.Part:
		return chinese(p.number) + "、"
	case policy.Section:
		return "(" + chinese(p.number) + ")"
	case policy.Item:
		return strconv.Itoa(p.number) + "."
	}
	return "(" + strconv.Itoa(p.number) + ")"
}

// chinese writes 1 to 19.
func chinese(n int) string {
	digits := []rune("一二三四五六七八九十")
	if n > 10 {
		return "十" + string(digits[n-11])
	}
	return string(digits[n-1])
}
