package site

import (
	"fmt"
	"path"
	"regexp"
	"slices"

	"mingce/site/amount"
	"mingce/site/markdown"
	"mingce/site/output"
	"mingce/site/page"
	"mingce/site/problem"
	"mingce/site/roll"
	"mingce/site/table"
)

// rollAddress is where a notice or a list is, relative to the site.
func rollAddress(r *roll.Roll) string { return rollFolder(r.Notice) + r.ID + "/" }

func rollFolder(notice bool) string {
	if notice {
		return "notices/"
	}
	return "directory/"
}

// rolls publishes notices and lists.
func (b *builder) rolls(all *content) {
	for _, s := range []shelf{
		{address: rollFolder(true), title: "公示", about: "拟奖补的单位、项目和金额,以及怎样提出异议。", empty: "还没有公示。", years: "年份"},
		{address: rollFolder(false), title: "名录", about: "示范企业、园区等名录。", empty: "还没有名录。", years: "年份"},
	} {
		notice := s.address == rollFolder(true)
		s.source = all.at(path.Clean(s.address))
		var of []*roll.Roll
		for _, r := range all.lists {
			if r.Notice == notice {
				of = append(of, r)
			}
		}
		slices.SortStableFunc(of, func(a, b *roll.Roll) int { return b.Facts.Date.Value.Time().Compare(a.Facts.Date.Value.Time()) })
		for _, r := range of {
			row := page.Row{Title: r.Facts.Title.Value, To: rollAddress(r), Date: page.DayOf(r.Facts.Date.Value),
				Notes: []string{r.Facts.Source.Value}, Summary: r.Facts.Summary.Value}
			if notice {
				row.Notes = append(row.Notes, "公示期"+page.DateWords(r.Period.Begin.Value)+"至"+page.DateWords(r.Period.End.Value))
			}
			s.items = append(s.items, shelved{row: row, day: r.Facts.Date.Value})
		}
		b.shelf(s)
		for i := range of {
			b.roll(all, s, of, i)
		}
	}
}

// roll publishes one list, number i of its column, and its table.
func (b *builder) roll(all *content, s shelf, of []*roll.Roll, i int) {
	r := of[i]
	view, file := b.rollView(all, s, of, i), rollAddress(r)+r.ID+".csv"
	b.files = append(b.files, output.File{Path: file, Kind: output.Data, Source: r.Table.File,
		Render: func() ([]byte, error) { return r.Table.CSV(), nil }, Inputs: func() any { return r.Sum[1] }})
	b.pass(passage{
		address: rollAddress(r), template: "roll", kind: output.Article, source: r.File, length: 40 * len(r.Table.Rows) * len(r.Table.Header),
		inputs: func() any { return []any{r.Sum, view, r.Sums} },
		read: func() (*passing, problem.List) {
			text, problems := r.Text.Render(markdown.Options{Root: view.Root})
			v := view
			v.Body, v.Table = text.HTML, tableOf(r.Table)
			if r.Notice {
				v.Sums, v.Table = sumsOf(r.Sums), amounts(v.Table, r)
			}
			return &passing{address: rollAddress(r), title: r.Facts.Title.Value, view: v, words: text.Words, headings: text.Headings}, problems
		},
	})
}

// rollView is the page of a list without its text and its table.
func (b *builder) rollView(all *content, s shelf, of []*roll.Roll, i int) page.Roll {
	r := of[i]
	f := r.Facts
	v := page.Roll{
		Frame:   b.framed(rollAddress(r), f.Title.Value, f.Summary.Value, page.Link{Text: s.title, To: s.address}, page.Link{Text: f.Title.Value}),
		Heading: f.Title.Value, Date: page.DayOf(f.Date.Value), Notes: []string{f.Source.Value},
		Download: rollAddress(r) + r.ID + ".csv", Size: size(len(r.Table.CSV())),
	}
	column(&v.Frame, s.title, s.about)
	writing{title: f.Title.Value, source: f.Source.Value, published: f.Date.Value}.metas(&v.Frame)
	v.Look.Early = []page.Resource{b.look.Resource("roll.css")}
	v.Look.Script = []page.Resource{b.look.Resource("roll.js")}
	if p := r.Period; r.Notice {
		v.Period = &page.Period{Begin: page.DayOf(p.Begin.Value), End: page.DayOf(p.End.Value), Days: r.Days()}
		v.Objection = objection(p.Objection)
		if e := all.numbered(p.Policy.Value); e != nil {
			v.Document = named(e)
		}
	}
	link := func(i int) *page.Link {
		if i < 0 || i >= len(of) {
			return nil
		}
		return &page.Link{Text: of[i].Facts.Title.Value, To: rollAddress(of[i])}
	}
	v.Newer, v.Older = link(i-1), link(i+1)
	return v
}

// objection says how to object, from the front matter alone.
func objection(o *roll.Objection) (out []page.Fact) {
	for _, f := range []page.Fact{
		{Label: "受理单位", Value: o.To.Value}, {Label: "方式", Value: o.How.Value}, {Label: "电话", Value: o.Phone.Value},
		{Label: "地址", Value: o.Address.Value}, {Label: "电子邮箱", Value: o.Email.Value},
	} {
		if f.Value != "" {
			out = append(out, f)
		}
	}
	return out
}

// tableOf is a table as pages show it. A column is numeric when all its cells
// are plain numbers.
func tableOf(t *table.Table) page.Table {
	out := page.Table{Caption: "共" + fmt.Sprint(len(t.Rows)) + "条"}
	for i, h := range t.Header {
		out.Head = append(out.Head, h.Text)
		numeric := len(t.Rows) > 0
		for _, row := range t.Rows {
			numeric = numeric && number.MatchString(row[i].Text)
		}
		out.Numeric = append(out.Numeric, numeric)
	}
	for _, row := range t.Rows {
		cells := make([]page.TableCell, len(row))
		for i, c := range row {
			cells[i] = page.TableCell{Text: c.Text}
		}
		out.Rows = append(out.Rows, cells)
	}
	return out
}

// number is a cell that is sorted as a number.
var number = regexp.MustCompile(`^-?[0-9][0-9,]*(\.[0-9]+)?$`)

// unitMark is the unit in the name of a column.
var unitMark = regexp.MustCompile(`[(\x{ff08}](元|万元)[)\x{ff09}]$`)

func trimUnit(head string) string { return unitMark.ReplaceAllString(head, "") }

// amounts writes the amounts of a notice as people write them, and sorts them by 分.
func amounts(t page.Table, r *roll.Roll) page.Table {
	k := r.Columns.Amount
	t.Numeric[k] = true
	t.Head[k] = trimUnit(t.Head[k])
	for i, fen := range r.Sums.Lines {
		t.Rows[i][k] = page.TableCell{Text: amount.FormatYuan(fen), Key: fmt.Sprint(fen)}
	}
	return t
}

// sumsOf is what a notice grants, in words.
func sumsOf(s roll.Sums) *page.Sums {
	out := &page.Sums{Lines: len(s.Lines), Total: amount.FormatYuan(s.Total)}
	for _, x := range s.Shares {
		out.Shares = append(out.Shares, page.ShareRow{Name: x.Name, Count: x.Count, Sum: amount.FormatYuan(x.Fen)})
	}
	return out
}
