// # Shares, steps, bands, options
//
// A share may have a floor, 最低, and count only what is above a threshold; both
// may have a quote of their own, floor_quote and above_quote, if they do not
// stand in the share's.
//
//	[benefit.growth]
//	name = "增长奖励"
//	who = "营业收入增长的企业"
//	gives = "按增加额的1%奖励,1万元以上,最高不超过50万元"
//	clause = "第二条"
//	quote = "按营业收入增加额的1%奖励"
//	needs = ["registered", "unpunished", "first-this-year", "grown"]
//	[benefit.growth.share]
//	of = "increase"
//	rate = "1%"
//	quote = "按营业收入增加额的1%奖励"
//	floor = "1万元"
//	floor_quote = "最低1万元"
//	cap = "50万元"
//	cap_quote = "最高不超过50万元"
//
// total adds up parts, each of a form of its own, to at most its cap.
//
//	[benefit.trade]
//	name = "外贸补贴"
//	who = "本地采购的出口企业"
//	gives = "超过1000万元的部分按2%补贴,另奖励5万元,合计最高不超过100万元"
//	clause = "第三条"
//	quote = "两项合计"
//	needs = ["registered", "unpunished", "first-this-year", "local"]
//	[benefit.trade.total]
//	parts = [
//	  { share = { of = "exports_yuan", above = "1000万元", above_quote = "年出口额折合人民币超过1000万元的", rate = "2%", quote = "超过部分按2%补贴" } },
//	  { fixed = { pay = "5万元", quote = "另奖励5万元" } },
//	]
//	cap = "100万元"
//	cap_quote = "两项合计最高不超过100万元"
//
// each pays for every full step. Where it must have been reached to be paid at
// all — a step, a threshold, the first band or tier — that is a condition of
// the benefit.
//
//	[benefit.hiring]
//	name = "招工奖励"
//	who = "新招用员工的企业"
//	gives = [
//	  { from = 2020-01-01, value = "每满10人奖励1万元,最高不超过20万元" },
//	  { from = 2024-01-05, value = "每满10人奖励2万元,最高不超过20万元" },
//	]
//	clause = "第四条"
//	quote = "新招用员工"
//	needs = ["registered", "unpunished", "first-this-year"]
//	[benefit.hiring.each]
//	of = "hired"
//	every = "10人"
//	pay = [{ from = 2020-01-01, value = "1万元" }, { from = 2024-01-05, value = "2万元" }]
//	quote = "每满10人奖励2万元"
//	cap = "20万元"
//	cap_quote = "最高不超过20万元"
//
// bands take a share of each part of a sum; options pay by the option chosen.
//
//	[benefit.research]
//	name = "研发补助"
//	who = "有研发投入的企业"
//	gives = "100万元以下的部分按10%,超过100万元的部分按5%"
//	clause = "第五条"
//	quote = "年研发投入"
//	needs = ["registered", "unpunished", "first-this-year"]
//	[benefit.research.bands]
//	of = "research"
//	parts = [
//	  { above = "0元", up_to = "100万元", rate = "10%", quote = "100万元以下的部分按10%补助" },
//	  { above = "100万元", rate = "5%", quote = "超过100万元的部分按5%补助" },
//	]
//	[benefit.title]
//	name = "称号奖励"
//	who = "获得称号的企业"
//	gives = "国家级50万元,省级20万元"
//	clause = "第六条"
//	quote = "获得国家级称号"
//	needs = ["registered", "unpunished", "first-this-year", "titled"]
//	[benefit.title.options]
//	of = "title"
//	pays = [
//	  { is = "nation", pay = "50万元", quote = "获得国家级称号的奖励50万元" },
//	  { is = "province", pay = "20万元", quote = "获得省级称号的奖励20万元" },
//	]
//
// instalments say in which years an amount is paid; they add up to 100%.
//
//	[benefit.ranking]
//	name = "评选奖励"
//	who = "年度评选前10名的企业"
//	gives = "30万元,第一年支付60%,第二年支付40%"
//	clause = "第七条"
//	quote = "每家奖励30万元"
//	needs = ["registered", "unpunished", "first-this-year", "ranked"]
//	instalments = [
//	  { year = 1, rate = "60%", quote = "第一年支付60%" },
//	  { year = 2, rate = "40%", quote = "第二年支付40%" },
//	]
//	[benefit.ranking.fixed]
//	pay = "30万元"
//	quote = "每家奖励30万元"
//
// What is decided in each case by itself has no amount that could be computed,
// and says so.
//
//	[benefit.special]
//	name = "重大项目支持"
//	who = "特别重大的项目"
//	gives = "实行一事一议"
//	clause = "第八条"
//	quote = "对特别重大的项目"
//	needs = ["registered", "unpunished", "great"]
//	case_by_case = { quote = "实行一事一议" }
//
// Groups lie in one another, each with its cap; an inner one may quote its own
// words.
//
//	[combination]
//	principle = "合计"
//	clause = "第九条"
//	quote = "同一企业当年奖补的总额不超过200万元"
//	cap = "200万元"
//	sum = [
//	  "growth", "trade", "hiring", "ranking",
//	  { highest = ["research", "title"], cap = "60万元", quote = "第五条和第六条按就高原则计算,合计不超过60万元" },
//	]
//
// # Versions
//
// Any text or value may be a list of versions, each with the day it is in
// force from, as pay and gives of the benefit hiring above; so may a bound, a
// rate, a cap. The quote of the rule states the last version that has none of
// its own; a version whose words stand elsewhere has its own clause and quote.
// Conditions and benefits may have from and until, the first and the last day
// they are in force; before the first version of one of its values a rule is
// not in force either. What changes more is written as an amendment: what it
// leaves out stays as it was.
//
//	[[benefit.special.amended]]
//	from = 2024-01-05
//	needs = ["unpunished", "great"]
//
// Quotes are held to the text in the latest version, since the last from;
// words that were in force before it may no longer stand there.
//
// # Held to all of the text
//
// In every clause that a rule cites, each figure and each bound word must be in
// the quote of a rule that is held to it (a benefit's own quote is not), or be
// listed as not coded, with the reason. A sentence that no rule quotes may be
// listed too, so that reviewers see it was not overlooked.
//
//	[[not_coded]]
//	clause = "第九条"
//	quote = "鼓励企业做大做强"
//	reason = "没有具体的奖补"
//
// # Held together
//
// Rules are also held to make sense together: a condition that holds always or
// never over all answers, requirements of one benefit that exclude one another,
// a tier that its benefit's conditions exclude and a question that can change
// nothing are problems. [Warnings] tells what is only suspicious: a cap that is
// never reached, a benefit that in a highest group never counts.
//
// The second example's cases:
//
//	# cases.toml
//	[profile.firm]
//	registered_on = 2018-05-01
//	applied_on = 2024-06-01
//	punished = false
//	paid_this_year = false
//	revenue = "1100万元"
//	revenue_before = "1000万元"
//	exports = "200万美元"
//	dollar = "7.1元"
//	local_purchases = "30万元"
//	purchases = "100万元"
//	hired = "0人"
//	research = "0元"
//	title = "none"
//	rank = "11名"
//	great = false
//
//	[[case]]
//	name = "增长10%,出口200万美元"
//	why = "增加额100万元的1%是1万元;1420万元超过1000万元的部分按2%是8.4万元,另加5万元"
//	from = "firm"
//	award = "14.4万元"
//	pays = ["growth", "trade"]
//	status = { hiring = "ineligible", special = "ineligible" }
//
//	[[case]]
//	name = "处罚满三年的当天"
//	why = "三年内包括满三年的那一天"
//	from = "firm"
//	given = { punished = true, punished_on = 2021-06-01 }
//	award = "0元"
//
//	[[case]]
//	name = "处罚三年零一天"
//	why = "已在三年以外"
//	from = "firm"
//	given = { punished = true, punished_on = "2021年5月31日" }
//	award = "14.4万元"
//	pays = ["growth", "trade"]
//
//	[[case]]
//	name = "招用25人,研发280万元,省级称号,第10名"
//	why = "4万元;10万元加9万元与20万元就高;30万元"
//	from = "firm"
//	given = { revenue = "1000万元", purchases = "200万元", hired = "25人", research = "280万元", title = "province", rank = "10名" }
//	award = "54万元"
//	pays = ["hiring", "title", "ranking"]
//	instalments = { ranking = [{ year = 1, pay = "18万元" }, { year = 2, pay = "12万元" }] }
package rulefile
