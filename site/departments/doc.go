// Package departments reads departments.toml: who answers for what under a
// policy. This page is the manual of the format; a test loads its example. The
// text, policy.md beside it:
//
//	+++
//	title = "某市就业促进意见"
//	number = "某政发〔2024〕7号"
//	issuer = "某市人民政府"
//	signed = 2024-03-01
//	validity = "in_force"
//	+++
//	某市就业促进意见
//	某政发〔2024〕7号
//	第一条 成立领导小组,组长由市长担任。
//	第二条 各部门分工协作。
//	市财政局:负责资金。
//	市国税局、市地税局:负责落实税收优惠;负责宣传。
//	某市人民政府
//	2024年3月1日
//
// # The file
//
// It names the clause in which the departments stand, one a line, each with its
// name and a colon before what it does.
//
//	clause = "第二条"
//
// Subjects are what a reader looks for; each may name the clauses that are
// about it.
//
//	[subject.money]
//	name = "资金"
//	clauses = ["第一条"]
//
//	[subject.tax]
//	name = "税收"
//
// A duty is one line, or a part of one where a department answers for several
// subjects. of lists the names as they stand before the colon.
//
//	[[duty]]
//	of = ["市财政局"]
//	subjects = ["money"]
//	quote = "负责资金"
//
//	[[duty]]
//	of = ["市国税局", "市地税局"]
//	subjects = ["tax", "money"]
//	quote = "负责落实税收优惠;负责宣传"
//
// What other clauses say of who leads or decides stands in [[post]]; its words
// are shown as they are.
//
//	[[post]]
//	name = "组长"
//	clause = "第一条"
//	quote = "组长由市长担任"
//
// # Held to the text
//
// Every quote stands in its clause exactly once, and the names before the colon
// of its line are those of the duty. Every word after the colon of every line
// belongs to some duty: no department can be left out, and no part of what it
// answers for.
package departments
