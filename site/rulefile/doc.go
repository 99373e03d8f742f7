// Package rulefile reads rules.toml and cases.toml, the rules of a policy and
// its worked cases, and holds them to the policy's text. This page is the
// manual of both formats. It follows two examples, which a test loads; the text
// of the first, policy.md beside the rules:
//
//	+++
//	title = "海城市人民政府关于支持企业发展的措施"
//	number = "海政发〔2024〕8号"
//	issuer = "海城市人民政府"
//	signed = 2024-03-01
//	validity = "in_force"
//	+++
//	海城市人民政府关于支持企业发展的措施
//	海政发〔2024〕8号
//	为支持企业发展,制定本措施。
//	第一条 本措施适用于在本市登记满1年不足10年的企业,严重失信的企业除外。
//	第二条 企业新招用员工10人以上的,一次性奖励5万元。
//	第三条 企业年研发投入100万元以上不足500万元的,奖励8万元;500万元以上的,奖励20万元。
//	第四条 企业租用厂房超过300平方米,并有专利、商标、标准中两项的,按年租金的30%补贴,最高不超过30万元。
//	第五条 同一企业可以累计享受本措施的奖补,总额不超过40万元。
//	海城市人民政府
//	2024年3月1日
//
// # Rules quote the text
//
// Every rule names its clause as people write it (三(二)1, 第三条) and quotes
// it. The quote stands in that clause's own words exactly once, in characters
// of either width. Figures and bound words in the quote must be those of the
// rule, and the other way round: 40 changed to 45, or 以上 to 超过, on either
// side is a problem at the value that disagrees. A tier may leave its upper
// end to the next tier's lower end. A figure in a quote that limits nothing,
// such as 三年内 of a yes/no question, must stand in words.
//
// Quantities are written as in the text: "1亿元", "20%", "5000平方米", "1年".
// The bound words are
//
//	# 以上、满    at_least   the bound counts
//	# 超过       over       it does not
//	# 以下、不超过 at_most    the bound counts
//	# 不足、不满  under      it does not
//
// # Readings
//
// What the text leaves open is named, with the reading taken, its basis and
// whether it is settled by law. An alternative can be turned on by the reader;
// a test or the combination must make a difference of it. rests_on, here and
// in every rule, lists the readings that stand behind it; at the top of the
// file, those behind every answer.
//
//	rests_on = ["in-force"]
//
//	[reading.in-force]
//	text = "自印发之日起施行"
//	basis = "文件未写施行日期"
//	settled = false
//
//	[reading.once]
//	text = "信用修复后仍按严重失信对待"
//	basis = "第一条没有写信用修复"
//	settled = false
//	clause = "第一条"
//	quote = "严重失信的企业除外"
//	alternatives = { repaired = "信用修复后不再除外" }
//
// # Inputs
//
// What an applicant is asked, in the order of the sheet. answer is 是否, 选项
// (with options), 金额, 面积, 百分比, 数量 (with unit), 月数, or one of those
// further below; numbers need min and max. short is the noun for explanations, group the heading of the
// sheet, by the authority that decides, help what counts. A clause and quote
// may say where the text speaks of it.
//
//	[input.credit]
//	group = "企业"
//	question = "信用状况如何?"
//	short = "信用状况"
//	answer = "选项"
//	options = { good = "正常", bad = "严重失信", repaired = "严重失信,已修复" }
//	[input.months]
//	group = "企业"
//	question = "在本市登记多久了?"
//	short = "登记时间"
//	answer = "月数"
//	min = "0个月"
//	max = "100年"
//	clause = "第一条"
//	quote = "在本市登记"
//	[input.hired]
//	group = "企业"
//	question = "新招用员工多少人?"
//	short = "新招用员工"
//	answer = "数量"
//	unit = "人"
//	min = "0人"
//	max = "100万人"
//	[input.research]
//	group = "企业"
//	question = "年研发投入是多少?"
//	short = "年研发投入"
//	answer = "金额"
//	min = "0元"
//	max = "1000亿元"
//	[input.floor]
//	group = "厂房"
//	question = "租用厂房多大?"
//	short = "租用厂房面积"
//	answer = "面积"
//	min = "0平方米"
//	max = "100万平方米"
//	[input.rent]
//	group = "厂房"
//	question = "年租金是多少?"
//	short = "年租金"
//	answer = "金额"
//	min = "0元"
//	max = "1000亿元"
//	[input.patent]
//	group = "厂房"
//	question = "有专利吗?"
//	short = "专利"
//	answer = "是否"
//	[input.trademark]
//	group = "厂房"
//	question = "有商标吗?"
//	short = "商标"
//	answer = "是否"
//	[input.standard]
//	group = "厂房"
//	question = "有标准吗?"
//	short = "标准"
//	answer = "是否"
//	by = "市市场监管局"
//
// # Conditions
//
// What must hold, declared once and needed by any number of benefits: words in
// plain Chinese, clause, quote and one test. A test is one of
//
//	# input with at_least, over, at_most, under (several: all of them)
//	# input with is, is_not (true, false or an option) or one_of (options)
//	# reading with taken: true for the reading taken, or an alternative's id
//	# all, any: a list of tests; not: one test
//	# at_least_of: how many, with of: a list of tests
//
// principle names the principle at work when it fails (一票否决). by names the
// authority that decides; if left out, it is that of the inputs. It then reads
// 待认定 while open.
//
//	[condition.age]
//	words = "在本市登记满1年不足10年"
//	clause = "第一条"
//	quote = "在本市登记满1年不足10年的企业"
//	input = "months"
//	at_least = "1年"
//	under = "10年"
//
//	[condition.credit]
//	words = "没有严重失信"
//	principle = "失信除外"
//	clause = "第一条"
//	quote = "严重失信的企业除外"
//	rests_on = ["once"]
//	any = [
//	  { not = { input = "credit", one_of = ["bad", "repaired"] } },
//	  { all = [{ input = "credit", is = "repaired" }, { reading = "once", taken = "repaired" }] },
//	]
//
//	[condition.hired]
//	words = "新招用员工10人以上"
//	clause = "第二条"
//	quote = "新招用员工10人以上"
//	input = "hired"
//	at_least = "10人"
//
//	[condition.floor]
//	words = "租用厂房超过300平方米"
//	clause = "第四条"
//	quote = "租用厂房超过300平方米"
//	input = "floor"
//	over = "300平方米"
//
//	[condition.rights]
//	words = "有专利、商标、标准中的两项"
//	clause = "第四条"
//	quote = "有专利、商标、标准中两项的"
//	at_least_of = 2
//	of = [
//	  { input = "patent", is = true },
//	  { input = "trademark", is = true },
//	  { input = "standard", is = true },
//	]
//
// # Benefits
//
// What is granted, in the policy's order: name, who, gives, clause, quote, and
// needs, its conditions in the order to show and to ask. It may have an amount:
// fixed, tiers, share or one of those further below, of the benefit's clause
// unless it names another. Without one it takes no part in the award.
//
//	[benefit.jobs]
//	name = "招工奖励"
//	who = "新招用员工的企业"
//	gives = "一次性奖励5万元"
//	clause = "第二条"
//	quote = "企业新招用员工"
//	needs = ["age", "credit", "hired"]
//	[benefit.jobs.fixed]
//	pay = "5万元"
//	quote = "一次性奖励5万元"
//
// Tiers go upwards without gap or overlap. That the first is reached is the last
// condition of the benefit, jobs-floor; jobs-ceiling if the last tier ends.
//
//	[benefit.research]
//	name = "研发奖励"
//	who = "有研发投入的企业"
//	gives = "奖励8万元或20万元"
//	clause = "第三条"
//	quote = "企业年研发投入"
//	needs = ["age", "credit"]
//	[benefit.research.tiers]
//	of = "research"
//	steps = [
//	  { at_least = "100万元", under = "500万元", pay = "8万元", quote = "100万元以上不足500万元的,奖励8万元" },
//	  { at_least = "500万元", pay = "20万元", quote = "500万元以上的,奖励20万元" },
//	]
//
// A share is rounded down to 分; cap and cap_quote may be left out.
//
//	[benefit.rent]
//	name = "租金补贴"
//	who = "租用厂房的企业"
//	gives = "按年租金的30%补贴,最高不超过30万元"
//	clause = "第四条"
//	quote = "企业租用厂房"
//	needs = ["age", "credit", "floor", "rights"]
//	[benefit.rent.share]
//	of = "rent"
//	rate = "30%"
//	quote = "按年租金的30%补贴"
//	cap = "30万元"
//	cap_quote = "最高不超过30万元"
//
// # Combination
//
// How the amounts become one award: highest or sum of benefits and of smaller
// groups such as { highest = [ … ] }, with an optional cap. Every benefit with
// an amount takes part exactly once. A [[combination.variant]] with reading
// and taken combines otherwise under an alternative reading.
//
//	[combination]
//	principle = "累计享受"
//	clause = "第五条"
//	quote = "同一企业可以累计享受本措施的奖补,总额不超过40万元"
//	sum = ["research", { sum = ["jobs", "rent"] }]
//	cap = "40万元"
//
// # Cases
//
// cases.toml holds worked cases. A profile is a situation to start from; a
// case states what differs, and the award the text gives: award, or min and
// max while something is unknown. 未知 takes an answer back. pays names the
// benefits that pay the certain award, asks what is still to be asked, status
// what is said of single benefits, readings the alternatives turned on,
// instalments what a benefit pays in which year, all of them, and rests_on all
// readings that the answer rests on: those of every benefit that is not ruled
// out, of the failing conditions of every other, and of the combination once
// two benefits can pay. why says in a sentence why the text gives this.
//
//	# cases.toml
//	[profile.firm]
//	credit = "good"
//	months = "2年"
//	hired = "10人"
//	research = "0元"
//	floor = "0平方米"
//
//	[[case]]
//	name = "招用10人"
//	why = "10人以上包括10人"
//	from = "firm"
//	award = "5万元"
//	pays = ["jobs"]
//	status = { rent = "ineligible" }
//
//	[[case]]
//	name = "不知道招用几人"
//	why = "招用10人以上才有5万元"
//	from = "firm"
//	given = { hired = "未知" }
//	min = "0元"
//	max = "5万元"
//	asks = ["hired"]
//
//	[[case]]
//	name = "信用已修复"
//	why = "按另一种读法,修复后不再除外"
//	from = "firm"
//	given = { credit = "repaired" }
//	readings = { once = "repaired" }
//	award = "5万元"
//	pays = ["jobs"]
//	rests_on = ["in-force", "once"]
package rulefile
