package site

import (
	"fmt"

	"mingce/calc"
	"mingce/site/batch"
	"mingce/site/output"
	"mingce/site/page"
)

// batch makes the page that assesses a list of applicants, and the list to
// fill in.
func (b *builder) batch(e entry, d page.Doc, module page.Resource) {
	address := d.Sheet + "batch/"
	book := batch.Of(e.program, d.Number, e.version)
	list := book.Template(book.Example(situations(e)))
	c := page.Batch{
		Frame: b.framed(address, "成批测算", "把一张申报人名单按"+d.Number+"一次算完,结果下载成表格;只在本机计算,仅供参考。",
			page.Link{Text: "政策文件", To: "policies/"}, page.Link{Text: d.Number, To: d.Address},
			page.Link{Text: "测一测", To: d.Sheet}, page.Link{Text: "成批测算"}),
		Manual: manual(e, d), Module: module,
		Worker: b.look.Resource("batch-worker.js"), Workbooks: b.look.Resource("batch-workbook.js"),
		Template: address + "template.csv", TemplateName: "测算模板-" + e.id + ".csv", TemplateSize: size(len(list)),
	}
	c.FillBatch(book, e.rules, e.doc, d.Address)
	c.Look.Early = []page.Resource{b.look.Resource("batch.css")}
	c.Look.Script = []page.Resource{b.look.Resource("batch.js")}
	column(&c.Frame, "政策文件", "本站公布的政策文件目录。")
	b.add(address, "batch", e.doc.File, output.Page, c).Length = e.length / 2
	b.files = append(b.files, output.File{
		Path: c.Template, Kind: output.Asset, Source: e.doc.File, Render: output.Bytes(list), Inputs: func() any { return list },
	})
}

// situations are those of the worked cases that surely get something: they
// show best how a list is filled in.
func situations(e entry) (out []calc.Situation) {
	for _, c := range e.cases {
		if c.Min > 0 {
			out = append(out, c.Situation)
		}
	}
	return out
}

// size says how much a file holds.
func size(bytes int) string { return fmt.Sprintf("%.1f KB", float64(bytes)/1000) }
