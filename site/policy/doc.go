// Package policy reads an official document, policy.md, into numbered clauses
// that rules, pages and links can name.
//
// # The file
//
// Facts about the document stand between two lines +++, as TOML; under them
// stands the official text, verbatim, from the title to the date, one
// paragraph a line. Blank lines between paragraphs are allowed and mean
// nothing.
//
//	+++
//	title = "某市人民政府关于促进就业的意见"
//	number = "某政发〔2024〕7号"
//	issuer = "某市人民政府"
//	signed = 2024-03-01
//	published = 2024-03-05
//	validity = "in_force"
//	+++
//	某市人民政府关于促进就业的意见
//	某政发〔2024〕7号
//	各县、区人民政府:
//	为促进就业,制定本意见。
//	一、支持范围
//	在本市注册的企业。
//	二、支持政策
//	(一)就业补贴。
//	1.新招用人员。企业新招用1人以上的,给予补贴:
//	(1)每人1000元;
//	(2)最高不超过10万元。
//	某市人民政府
//	2024年3月1日
//
// # Front matter
//
//	title          标题        required; equal to the title of the text
//	number         发文字号     required; 机关代字〔年〕序号号, with U+3014 and U+3015;
//	               or that of an order, …令第3号
//	issuer         发文机关     required; several are joined by 、
//	signed         成文日期     required; equal to the date of the text
//	published      发布日期     not before signed
//	in_force       施行日期
//	index_number   索引号
//	subject        主题分类
//	keywords       主题词       a list
//	validity       有效性       required: in_force, amended, expired, repealed, unknown
//	validity_note  有效性说明    required when validity is unknown
//	validity_since 从哪一天起   only when amended, expired or repealed
//	text_sha256    SHA-256 of the text, optional: once it stands here, no
//	               character of the text can change unnoticed
//	aliases        旧地址       a list of addresses of this site where the page
//	               was before, such as /zcwj/2015/23.html
//	irregular      a list of clause ids whose numbers are out of order in the
//	               official text itself, and stand as published
//
// Other documents are named at the end of the front matter, one table each:
//
//	[[related]]
//	relation = "cites"
//	title = "某省就业条例"
//	number = "某省公告第5号"
//
//	relation  required: basis (依据), amends (修改), repeals (废止), amended_by
//	          (被修改), repealed_by (被废止), cites (引用; the text must name it)
//	title     required
//	number    发文字号, by which a document of this site is recognised
//
// What follows from it on the other side is derived, and never written twice.
//
// What is not known is left out, never invented. Any other key is a problem.
//
// # Structure
//
// Structure comes from the official numbering alone; parentheses may be full-
// or half-width, and so may the digits.
//
//	一、       part      c3
//	(一)      section   c3-2
//	1. 1、    item      c3-2-1
//	(1)       sub-item  c3-2-1-1
//	第三条     article   a3; what it contains a3-2, a3-2-1 …
//	第二章     chapter   ch2; a part in it ch2-1, articles as without chapters
//	第一节     division  ch2-s1
//
// A level left out counts as 0: the item 1. directly under 三、 is c3-0-1. A
// line without number belongs to the clause before it and is its paragraph
// …-p2, -p3 and so on; the line with the number is the first. Numbers that
// are skipped or repeated, and levels left out, are problems: either the text
// was copied wrongly, or the id goes into irregular. A number that comes
// twice has the id c3-2-1_2.
//
// The first sentence of a clause is its heading when it is at most 40
// characters long and something comes after it, on the line or under it.
// Articles have no headings; a chapter or division is nothing else, and has
// no mark of a sentence: 第二章规定的奖励由市财政承担。 is text.
//
// A document may be divided into articles without parts:
//
//	+++
//	title = "某市创业补贴管理办法"
//	number = "某政规〔2024〕1号"
//	issuer = "某市财政局、某市商务局"
//	signed = 2024-05-06
//	validity = "unknown"
//	validity_note = "文件未写明有效期"
//	+++
//	某市创业补贴管理办法
//	第一条 为规范补贴管理,制定本办法。
//	第二条 补贴分为:
//	(一)一次性补贴;
//	(二)场地补贴。
//	第三条 本办法自发布之日起施行。
//	附件:1.申请表
//	2.承诺书
//	某市财政局
//	某市商务局
//	2024年5月6日
//	(此件公开发布)
//	附件1
//	申请表
//
// Articles may stand in chapters, and count through them:
//
//	+++
//	title = "某市电子商务促进办法"
//	number = "某市人民政府令第3号"
//	issuer = "某市人民政府"
//	signed = 2024-07-01
//	validity = "unknown"
//	validity_note = "文件未写明有效期"
//	+++
//	某市人民政府令第3号
//	某市电子商务促进办法
//	某市人民政府
//	2024年7月1日
//	第一章　总则
//	第一条　为促进电子商务,制定本办法。
//	第二章　促进措施
//	第一节　奖励
//	第二条　符合下列条件之一的,给予奖励:
//	(一)年交易额1亿元以上的;
//	(二)第一章规定的其他情形。
//	第二节　服务
//	第三条　市商务局提供服务。
//	第三章　附则
//	第四条　本办法自公布之日起施行。
//
// Lines outside the clauses are the title, the number, the addressee (a line
// before the preamble that ends in a colon), the preamble, the list of
// annexes, the signature (the issuer, on the lines above the date), the date
// (both at the end, or under the title),
// notes in parentheses, and everything in the annexes, which is not numbered.
package policy
