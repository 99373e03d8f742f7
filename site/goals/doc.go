// Package goals reads goals.toml: the targets a policy sets, and what has been
// reached of them where that was published. This page is the manual of the
// format; a test loads its example. The text, policy.md beside it:
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
//	第一条 到2027年,城镇就业率达到90%以上。新增就业超过5万人,其中高校毕业生1万人;建设3个市级基地。就业质量明显提高。
//	某市人民政府
//	2024年3月1日
//
// # The file
//
// It names the clause of the targets once, and by when they are to be reached.
//
//	clause = "第一条"
//	by = "2027年"
//	quote = "到2027年"
//
// Aims without a figure are quoted as they are, in the order of the text.
//
//	[[aim]]
//	quote = "就业质量明显提高"
//
// Targets stand in groups, each drawn as one chart where its targets are
// counted in the same unit. value is the figure as the text writes it; bound is
// the word beside it — 以上, 超过, 达到, 不低于, 不足, 以下, 不超过 — and may not
// be left out where the text has one.
//
//	[[group]]
//	name = "就业"
//
//	[[group.target]]
//	name = "城镇就业率"
//	value = "90%"
//	bound = "以上"
//	quote = "城镇就业率达到90%以上"
//
//	[[group]]
//	name = "人数"
//
//	[[group.target]]
//	name = "新增就业"
//	value = "5万人"
//	bound = "超过"
//	quote = "新增就业超过5万人"
//
//	[[group.target]]
//	name = "其中高校毕业生"
//	value = "1万人"
//	quote = "高校毕业生1万人"
//
// # What was reached
//
// Only what has been published, with the place where: never an estimate.
//
//	[[group.target.reached]]
//	year = 2025
//	value = "8000人"
//	source = "某市2025年国民经济和社会发展统计公报"
//	url = "https://www.example.gov.cn/tjgb/2025.html"
//
//	[[group]]
//	name = "基地"
//
//	[[group.target]]
//	name = "市级基地"
//	value = "3个"
//	quote = "建设3个市级基地"
//
// # Held to the text
//
// Every quote stands in the clause exactly once. value stands in its quote, with
// its bound word; every other figure of the quote stands in the name; and every
// figure of the clause is some target's. So no target can be left out or
// mistyped without being told.
package goals
