// Package article reads what an office writes about its policies: 解读, 动态,
// 问答 and 专题, one Markdown file each, content/<column>/<id>.md.
//
//	+++
//	title = "谁能申请,申请时看什么"
//	date = 2024-05-06
//	source = "某市商务局"
//	summary = "谁能申请、按什么顺序看条件。"
//	interprets = "某政发〔2024〕7号"
//	kind = "文字"
//	tags = ["就业补贴"]
//	+++
//
//	正文……
//
// # Front matter
//
//	title    标题      required
//	date     日期      required; the day it is published under
//	source   来源      required; 本站整理 marks it as not official
//	summary  摘要      required; one sentence, for lists and search engines
//	subject  主题      an entry of [subjects] in site.toml
//	tags     标签      entries of [tags] in site.toml
//	aliases  曾用地址   a list of addresses that lead here now: "/old/"
//	draft    草稿      true: not published
//	publish  定时      published only where the build is given a day from then on
//	expires  有效期至   stays readable, and says until when it holds
//
// Of 解读 (interpretations/) also
//
//	interprets  文号    required; the one document it explains
//	kind        形式    required: 文字, 图解, 问答 or 视频
//	video       视频地址 required for 视频, an https address
//
// 图解 has an image, 问答 has headings with ids. Of 问答 (faq/) also
//
//	about  文号  the document its answers stand on
//
// Every question is a heading ## with an id of its own, ## 个人能申请吗?{#individual},
// and where about is given, every answer quotes a clause: see package markdown.
// Of 专题 (topics/) also
//
//	documents  文号的列表  documents that belong to it
//	articles   地址的列表  articles, "/news/2024-1/"
//	gather     标签的列表  everything with one of these tags
//
// What is not published leaves no trace on the site. A build asks no clock: a
// day is given, or publish waits.
package article
