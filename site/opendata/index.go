package opendata

import (
	"bytes"
	"encoding/csv"
	"strings"

	"mingce/site/policy"
)

// A Listed is a document in the index: its facts and its files, by kind, as
// addresses relative to the site, or absolute where the site has an address.
type Listed struct {
	Facts
	Files map[string]string `json:"files"` // html, txt, md, json, akn; rules and cases where there are some
}

// Index writes data/index.json.
func Index(site, base string, documents []Listed, files map[string]string) ([]byte, error) {
	return encode(struct {
		Site      string            `json:"site"`
		Base      string            `json:"base,omitzero"` // what addresses are relative to
		Files     map[string]string `json:"files"`
		Documents []Listed          `json:"documents"`
	}{site, base, files, documents})
}

// CSV writes data/documents.csv: UTF-8 with a mark at the beginning and CRLF,
// as Excel in China reads it. A cell that a spreadsheet would take for a
// formula begins with '.
func CSV(documents []Listed) ([]byte, error) {
	b := bytes.NewBufferString("\ufeff")
	w := csv.NewWriter(b)
	w.UseCRLF = true
	rows := [][]string{{
		"编号", "标题", "发文字号", "发文机关", "成文日期", "发布日期", "施行日期", "有效性", "有效性说明", "索引号", "主题分类", "主题词", "网页",
	}}
	for _, d := range documents {
		rows = append(rows, []string{
			d.ID, d.Title, d.Number, d.Issuer, d.Signed, d.Published, d.InForce, validity(d.Validity), d.ValidityNote,
			d.IndexNumber, d.Subject, strings.Join(d.Keywords, "、"), d.Files["html"],
		})
	}
	for _, row := range rows {
		for i, cell := range row {
			row[i] = inert(cell)
		}
		if err := w.Write(row); err != nil {
			return nil, err
		}
	}
	w.Flush()
	return b.Bytes(), w.Error()
}

// inert is a cell that no spreadsheet takes for a formula.
func inert(cell string) string {
	if cell != "" && strings.ContainsAny(cell[:1], "=+-@\t\r\n") || strings.HasPrefix(cell, "＝") || strings.HasPrefix(cell, "＋") || strings.HasPrefix(cell, "－") || strings.HasPrefix(cell, "＠") {
		return "'" + cell
	}
	return cell
}

// validity is the word that readers know.
func validity(v string) string { return policy.Validity(v).String() }
