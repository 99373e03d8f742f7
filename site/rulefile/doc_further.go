// # Further forms
//
// The rest of the manual follows a second example, of another city; a test
// loads it too.
//
//	+++
//	title = "港城市促进开放型经济发展办法"
//	number = "港政规〔2024〕3号"
//	issuer = "港城市人民政府"
//	signed = 2024-01-05
//	in_force = 2020-01-01
//	validity = "in_force"
//	+++
//	港城市促进开放型经济发展办法
//	港政规〔2024〕3号
//	为促进开放型经济发展,制定本办法。
//	第一条 本办法适用于2015年1月1日起注册的企业。三年内受过行政处罚的,不予奖补。同一年度已经奖补过的,不再奖补。
//	第二条 年营业收入增长10%以上的企业,按营业收入增加额的1%奖励,最低1万元,最高不超过50万元。
//	第三条 年出口额折合人民币超过1000万元的,超过部分按2%补贴。本地采购占采购总额30%以上的,另奖励5万元。两项合计最高不超过100万元。
//	第四条 新招用员工每满10人奖励2万元,最高不超过20万元。
//	第五条 年研发投入100万元以下的部分按10%补助,超过100万元的部分按5%补助。
//	第六条 获得国家级称号的奖励50万元,获得省级称号的奖励20万元。
//	第七条 年度评选前10名的企业,每家奖励30万元,第一年支付60%,第二年支付40%。
//	第八条 对特别重大的项目,实行一事一议。
//	第九条 第五条和第六条按就高原则计算,合计不超过60万元;同一企业当年奖补的总额不超过200万元。鼓励企业做大做强。
//	港城市人民政府
//	2024年1月5日
//
// # Days, rates and foreign money
//
// A question with answer 日期 is answered by a day, written 2024-05-01 with or
// without quotes; so are its min and max. One with answer 汇率 by what a unit of
// the foreign currency costs, "7.1元", to four decimals. A 金额 in a foreign
// currency has it as its unit.
//
//	[input.registered_on]
//	group = "企业"
//	question = "企业哪一天注册?"
//	short = "注册日期"
//	answer = "日期"
//	min = 1990-01-01
//	max = 2099-12-31
//	[input.applied_on]
//	group = "企业"
//	question = "哪一天申报?"
//	short = "申报日期"
//	answer = "日期"
//	min = 2020-01-01
//	max = 2099-12-31
//	[input.punished]
//	group = "企业"
//	question = "受过行政处罚吗?"
//	short = "行政处罚"
//	answer = "是否"
//	[input.punished_on]
//	group = "企业"
//	question = "最近一次处罚是哪一天?"
//	short = "处罚日期"
//	answer = "日期"
//	min = 1990-01-01
//	max = 2099-12-31
//	[input.paid_this_year]
//	group = "企业"
//	question = "本年度已经奖补过吗?"
//	short = "本年度的奖补"
//	answer = "是否"
//	[input.revenue]
//	group = "经营"
//	question = "上年营业收入是多少?"
//	short = "营业收入"
//	answer = "金额"
//	min = "0元"
//	max = "1000亿元"
//	[input.revenue_before]
//	group = "经营"
//	question = "前年营业收入是多少?"
//	short = "前年营业收入"
//	answer = "金额"
//	min = "1元"
//	max = "1000亿元"
//	[input.exports]
//	group = "经营"
//	question = "年出口额是多少美元?"
//	short = "年出口额"
//	answer = "金额"
//	unit = "美元"
//	min = "0美元"
//	max = "10亿美元"
//	[input.dollar]
//	group = "经营"
//	question = "一美元折合人民币多少元?"
//	short = "美元汇率"
//	answer = "汇率"
//	min = "1元"
//	max = "20元"
//	[input.local_purchases]
//	group = "经营"
//	question = "本地采购额是多少?"
//	short = "本地采购额"
//	answer = "金额"
//	min = "0元"
//	max = "1000亿元"
//	[input.purchases]
//	group = "经营"
//	question = "采购总额是多少?"
//	short = "采购总额"
//	answer = "金额"
//	min = "1元"
//	max = "1000亿元"
//	[input.hired]
//	group = "经营"
//	question = "新招用员工多少人?"
//	short = "新招用员工"
//	answer = "数量"
//	unit = "人"
//	min = "0人"
//	max = "1万人"
//	[input.research]
//	group = "经营"
//	question = "年研发投入是多少?"
//	short = "年研发投入"
//	answer = "金额"
//	min = "0元"
//	max = "1000亿元"
//	[input.title]
//	group = "称号"
//	question = "获得了哪一级称号?"
//	short = "称号"
//	answer = "选项"
//	options = { none = "没有称号", province = "省级", nation = "国家级" }
//	[input.rank]
//	group = "称号"
//	question = "年度评选第几名?"
//	short = "评选名次"
//	answer = "数量"
//	unit = "名"
//	by = "市商务局"
//	min = "1名"
//	max = "1000名"
//	[input.great]
//	group = "称号"
//	question = "是特别重大的项目吗?"
//	short = "特别重大的项目"
//	answer = "是否"
//	by = "市政府"
//
// # Quantities
//
// A quantity is worked out from two answers of one unit: their difference (the
// first less the second), their ratio, or the growth from the second to the
// first, both in percent. The divisor has a min above 0. product turns foreign
// money into 元 at a rate. The difference of two days is a time, compared with
// "3年" or "36个月". Conditions and amounts name a quantity like an input.
//
//	[quantity.growth]
//	short = "营业收入增长率"
//	growth = ["revenue", "revenue_before"]
//	[quantity.increase]
//	short = "营业收入增加额"
//	difference = ["revenue", "revenue_before"]
//	[quantity.exports_yuan]
//	short = "折合人民币的年出口额"
//	product = ["exports", "dollar"]
//	[quantity.local_share]
//	short = "本地采购占比"
//	ratio = ["local_purchases", "purchases"]
//	clause = "第三条"
//	quote = "本地采购占采购总额"
//	[quantity.since_punished]
//	short = "受处罚至申报的时间"
//	difference = ["applied_on", "punished_on"]
//
// # Gates by date
//
// A look-back is a condition on a time before the application; what counts
// once a year is a question about the year. Words such as 前10名 are a bound
// on a rank, at_most = "10名", that an authority decides.
//
//	[condition.registered]
//	words = "2015年1月1日起注册"
//	clause = "第一条"
//	quote = "2015年1月1日起注册的企业"
//	input = "registered_on"
//	at_least = 2015-01-01
//	[condition.unpunished]
//	words = "三年内没有受过行政处罚"
//	principle = "三年内处罚除外"
//	clause = "第一条"
//	quote = "三年内受过行政处罚的,不予奖补"
//	any = [
//	  { input = "punished", is = false },
//	  { not = { input = "since_punished", at_most = "3年" } },
//	]
//	[condition.first-this-year]
//	words = "同一年度没有奖补过"
//	principle = "每年一次"
//	clause = "第一条"
//	quote = "同一年度已经奖补过的,不再奖补"
//	input = "paid_this_year"
//	is = false
//	[condition.grown]
//	words = "年营业收入增长10%以上"
//	clause = "第二条"
//	quote = "年营业收入增长10%以上的企业"
//	input = "growth"
//	at_least = "10%"
//	[condition.local]
//	words = "本地采购占采购总额30%以上"
//	clause = "第三条"
//	quote = "本地采购占采购总额30%以上"
//	input = "local_share"
//	at_least = "30%"
//	[condition.ranked]
//	words = "年度评选前10名"
//	clause = "第七条"
//	quote = "年度评选前10名的企业"
//	input = "rank"
//	at_most = "10名"
//	[condition.titled]
//	words = "获得国家级或省级称号"
//	clause = "第六条"
//	quote = "获得国家级称号"
//	input = "title"
//	is_not = "none"
//	[condition.great]
//	words = "是特别重大的项目"
//	clause = "第八条"
//	quote = "对特别重大的项目"
//	input = "great"
//	is = true
package rulefile
