// Package markdown turns what the office writes into HTML. It is the only
// importer of goldmark.
//
// A page is Markdown under a front matter of TOML between two lines of +++:
//
//	+++
//	title = "关于本站"
//	description = "这个网站是什么,怎样计算"
//	+++
//
//	正文……
//
// # The dialect
//
// CommonMark with tables, footnotes, definition lists and ~~, and these
// differences, all of which concern what Chinese writers type:
//
//   - ** and ~~ beside Chinese: in a paragraph that holds any Chinese
//     character a run may open where no blank follows it and close where no
//     blank precedes it, whatever punctuation stands around:
//     **1亿元以上(含1亿元)**的, 实施**“互联网+”**行动. It opens before no
//     closing mark (张**、李** are masked names) and closes after no opening
//     one. CommonMark takes the brackets and quotes of such a text for the end
//     of a word and leaves the stars standing. Where no Chinese is, nothing
//     is changed.
//   - a run of stars before a digit is a mask and stays, of three between
//     digits, 138****1234, or of four, ****1234.
//   - a single ~ is a tilde: 2016~2018年.
//   - a line end beside Chinese is a line end (<br>), never a blank, and
//     never lost.
//   - 1.甲 is text; only 1. with a blank is a list.
//   - four blanks do not make code; there are no link definitions, because
//     [注]: 甲 is a sentence; a bare address becomes a link, up to the first
//     character that no address holds: https://www.gov.cn/zc,请.
//   - headings start at ##, since the title is the first. Their ids come from
//     their order (s1, s1-2) or are given, ## 怎样申报 {#apply}; never from
//     the wording.
//   - a paragraph 表:… or 表1 … above a table is its caption.
//   - an image stands in a file of the content folder, and must have words.
//
// A link that begins with a slash leads to a page of the site.
//
// # What is refused
//
// Nothing that is written may disappear or turn into something else without a
// word. Raw HTML, headings out of order, stars that were left as they are, a
// formula whose * would become italics, cells beyond the last column, footnotes
// without reference and the like are problems with their line and column.
//
// # Quotations
//
// A quotation from an official document names its clause by a link right
// behind it: “只奖励一次”([三(三)3](/policies/qzf-2015-23/#c3-3-3)), or a block
// > that ends in such a link. [Rendered.Quotes] lists them, so that whoever
// knows the documents can hold the words to the text.
package markdown
