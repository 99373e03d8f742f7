// Package guide reads guide.toml: how the benefits of a policy are applied for,
// who decides, and what becomes of the money. This page is the manual of the
// format; a test loads its example. The text, policy.md beside it:
//
//	+++
//	title = "某市企业发展措施"
//	number = "某政发〔2024〕7号"
//	issuer = "某市人民政府"
//	signed = 2024-03-01
//	validity = "in_force"
//	+++
//	某市企业发展措施
//	某政发〔2024〕7号
//	第一条 企业招工的,给予奖励;企业减税,经税务局批准。
//	第二条 企业自主申报,由区政府初审通过后,报市政府研究决定。
//	第三条 骗取资金的,全部追回。
//	某市人民政府
//	2024年3月1日
//
// # The file
//
// A route is the way an application takes, station by station, for the benefits
// it lists by their ids in rules.toml. name and by of a station are words of its
// quote.
//
//	[[route]]
//	id = "enterprise"
//	name = "企业怎样申报"
//	who = "符合条件的企业"
//	benefits = ["jobs"]
//
//	[[route.step]]
//	name = "自主申报"
//	by = "企业"
//	clause = "第二条"
//	quote = "企业自主申报"
//
//	[[route.step]]
//	name = "初审"
//	by = "区政府"
//	clause = "第二条"
//	quote = "由区政府初审通过"
//
//	[[route.step]]
//	name = "研究决定"
//	by = "市政府"
//	clause = "第二条"
//	quote = "报市政府研究决定"
//
// Benefits that take no route of the text say who decides, where the text does,
// and in any case what the reader should know.
//
//	[[other]]
//	benefits = ["tax"]
//	by = "税务局"
//	clause = "第一条"
//	quote = "经税务局批准"
//	note = "文件没有写怎样申请,按税务局的规定办理"
//
// What to hand in: only what the text says. note is shown; clause and quote may
// be left out where the text is silent.
//
//	[materials]
//	note = "文件没有列出申报材料"
//
// Rules on the money, each in the words of the text.
//
//	[[rule]]
//	name = "骗取的追回"
//	clause = "第三条"
//	quote = "骗取资金的,全部追回"
//
// # Held to the text
//
// Every quote stands in its clause exactly once, figures in our own words stand
// in the quote, and every benefit of rules.toml stands in one route or among the
// others, in one only.
package guide
