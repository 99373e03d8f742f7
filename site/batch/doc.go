// Package batch assesses many applicants at once from a table, such as a
// reviewer keeps it: CSV in, the same rows with their awards as CSV out. The
// page /policies/<id>/calculator/batch/ does the same in the browser, from the
// same [Book] of words; tests hold the two equal, byte for byte.
//
// # The table
//
// Text is UTF-8, with or without a mark, UTF-16 with a mark, or GB18030, as
// Excel in China saves it. Cells are parted by commas, semicolons or tabs,
// whichever makes more headings known, and quoted as RFC 4180 says.
//
//	申报人,申报主体,年交易额(万元),三年内的侵权、欺诈、商业贿赂或较大安全生产责任事故
//	甲公司,企业,25000,无
//	乙公司,企业,1.2亿元,
//
// The heading is that row among the first ten in which most cells name an
// input: by its id, its short name or its question, whatever the width,
// spacing and punctuation, with a unit behind it where the input has one.
// Rows before it are titles. A column that names no input is carried along.
//
// # Values
//
// Yes and no, options and amounts as people write them: 是, 无, √, 企业,
// 1.2亿, 30%. A number alone is in the unit of its heading; a number whose
// unit could be taken in two ways is refused. An empty cell, 不详 or — is
// unknown, never no and never zero.
//
// # What comes out
//
// Every row as it came, then: what follows, the least and the most in yuan,
// the benefits that pay, what is missing, what is wrong, and a column for each
// benefit. A row with a mistake gets no award and says why; the others are
// answered all the same. No cell can act as a formula: see [Safe].
package batch
