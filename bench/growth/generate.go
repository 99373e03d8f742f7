// Package growth makes policies of any size, text and rules, shaped like real
// ones, and measures how the product grows with them.
package growth

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// A Policy is the text and the rules of a generated policy.
type Policy struct{ Text, Rules []byte }

// Generate makes a policy of n benefits with an amount. Article 1 is the scope:
// an applicant, four yes/no gates and a veto, which every benefit needs. Each
// benefit has a section of its own, two conditions of its own — one on a
// number and one on yes/no or a choice — and an amount on a third input of its
// own: two to four tiers, a share with a cap, or a fixed sum. The award is the
// highest. The same n gives the same bytes.
func Generate(n int) Policy {
	w := &writer{r: rand.New(rand.NewPCG(uint64(n), 7)), n: n}
	w.front()
	for i := range n {
		w.benefit(i)
	}
	w.back()
	return Policy{[]byte(w.text.String()), []byte(w.rules.String())}
}

type writer struct {
	r           *rand.Rand
	n           int
	text, rules strings.Builder
	ids         []string
}

func (w *writer) line(format string, args ...any) { fmt.Fprintf(&w.text, format+"\n", args...) }
func (w *writer) rule(format string, args ...any) { fmt.Fprintf(&w.rules, format+"\n", args...) }

// gates are what every benefit needs, with the words of article 1.
var gates = []struct{ id, words string }{
	{"registered", "在本市登记"}, {"taxed", "在本市纳税"}, {"honest", "信用良好"}, {"counted", "纳入本市统计"},
}

func (w *writer) front() {
	w.line("+++\ntitle = \"海城市人民政府关于支持企业发展的措施\"\nnumber = \"海政发〔2024〕8号\"\nissuer = \"海城市人民政府\"")
	w.line("signed = 2024-03-01\nvalidity = \"in_force\"\n+++\n海城市人民政府关于支持企业发展的措施\n海政发〔2024〕8号\n为支持企业发展,制定本措施。")
	w.line("第一条 本措施适用于在本市登记、在本市纳税、信用良好、纳入本市统计的企业,发生过重大事故的除外,同一企业取最高的一项。")
	for _, g := range gates {
		w.input(g.id, g.words+"吗?", g.words, "是否")
		w.condition(g.id, g.words, "第一条", g.words, fmt.Sprintf("input = %q\nis = true", g.id))
	}
	w.input("accident", "发生过重大事故吗?", "重大事故", "是否")
	w.condition("accident", "没有发生过重大事故", "第一条", "发生过重大事故的除外", "input = \"accident\"\nis = false")
	w.input("applicant", "由谁申报?", "申报主体", "选项", `options = { firm = "企业", person = "个人" }`)
	w.condition("applicant", "申报主体是企业", "第一条", "纳入本市统计的企业", "input = \"applicant\"\nis = \"firm\"")
}

func (w *writer) back() {
	w.line("海城市人民政府\n2024年3月1日")
	w.rule("[combination]\nprinciple = \"就高\"\nclause = \"第一条\"\nquote = \"同一企业取最高的一项\"\nhighest = [")
	for _, id := range w.ids {
		w.rule("  %q,", id)
	}
	w.rule("]")
}

func (w *writer) input(id, question, short, answer string, more ...string) {
	w.rule("[input.%s]\ngroup = \"企业\"\nquestion = %q\nshort = %q\nanswer = %q", id, question, short, answer)
	for _, m := range more {
		w.rule("%s", m)
	}
	w.rule("")
}

func (w *writer) condition(id, words, clause, quote, test string) {
	w.rule("[condition.%s]\nwords = %q\nclause = %q\nquote = %q\n%s\n", id, words, clause, quote, test)
}

// benefit writes one article and what can be computed of it.
func (w *writer) benefit(i int) {
	id, name, clause := fmt.Sprintf("b%d", i), stems(i), place(i)
	if i%10 == 0 {
		w.line("第%s条 对下列项目给予奖励:", numeral(i/10+2))
	}
	w.ids = append(w.ids, id)
	size := w.size(id, clause)
	kind := w.kind(id, clause)
	amount, form := w.amount(id)
	w.line("(%s)企业%s项目,%s,%s,%s。", numeral(i%10+1), name, size, kind, amount)
	needs := []string{`"applicant"`}
	for _, g := range gates {
		needs = append(needs, fmt.Sprintf("%q", g.id))
	}
	needs = append(needs, `"accident"`, fmt.Sprintf("%q", id+"-size"), fmt.Sprintf("%q", id+"-kind"))
	w.rule("[benefit.%s]\nname = \"%s项目奖励\"\nwho = \"企业\"\ngives = \"奖励\"\nclause = %q\nquote = \"企业%s项目\"\nneeds = [%s]",
		id, name, clause, name, strings.Join(needs, ", "))
	w.rule("%s", form)
}

// size adds a condition on a number and returns its words in the text.
func (w *writer) size(id, clause string) string {
	n := 10 * (1 + w.r.IntN(90))
	var words, test string
	in := id + "-size"
	switch w.r.IntN(3) {
	case 0:
		words, test = fmt.Sprintf("用工%d人以上", n), fmt.Sprintf("at_least = \"%d人\"", n)
		w.input(in, "用工多少人?", "用工", "数量", `unit = "人"`, `min = "0人"`, `max = "1亿人"`)
	case 1:
		words, test = fmt.Sprintf("场地超过%d平方米", n), fmt.Sprintf("over = \"%d平方米\"", n)
		w.input(in, "场地多大?", "场地", "面积", `min = "0平方米"`, `max = "10亿平方米"`)
	default:
		n = 1 + n/100
		words, test = fmt.Sprintf("经营满%d年", n), fmt.Sprintf("at_least = \"%d年\"", n)
		w.input(in, "经营多久?", "经营时间", "月数", `min = "0个月"`, `max = "100年"`)
	}
	w.condition(in, words, clause, words, fmt.Sprintf("input = %q\n%s", in, test))
	return words
}

// kind adds a condition on a choice or yes/no and returns its words.
func (w *writer) kind(id, clause string) string {
	in := id + "-kind"
	words, test := "经市工信局认定", "is = true"
	if w.r.IntN(2) == 0 {
		words, test = "建设生产线或者仓库的", `one_of = ["line", "store"]`
		w.input(in, "建设什么?", "建设内容", "选项", `options = { none = "没有", line = "生产线", store = "仓库" }`)
	} else {
		w.input(in, "经市工信局认定吗?", "认定", "是否", `by = "市工信局"`)
	}
	w.condition(in, words, clause, words, fmt.Sprintf("input = %q\n%s", in, test))
	return words
}

// amount adds the input of an amount and returns its words and its form.
func (w *writer) amount(id string) (words, form string) {
	in := id + "-sum"
	base := 10 * (1 + w.r.IntN(40)) // 万元
	switch w.r.IntN(4) {
	case 0:
		words = fmt.Sprintf("一次性奖励%d万元", base)
		return words, fmt.Sprintf("[benefit.%s.fixed]\npay = \"%d万元\"\nquote = %q\n", id, base, words)
	case 1:
		rate, top := 5*(1+w.r.IntN(6)), base
		share, limit := fmt.Sprintf("按设备投资额的%d%%补助", rate), fmt.Sprintf("最高不超过%d万元", top)
		w.input(in, "设备投资额是多少?", "设备投资额", "金额", `min = "0元"`, `max = "1000亿元"`)
		return share + "," + limit, fmt.Sprintf("[benefit.%s.share]\nof = %q\nrate = \"%d%%\"\nquote = %q\ncap = \"%d万元\"\ncap_quote = %q\n",
			id, in, rate, share, top, limit)
	}
	w.input(in, "年产值是多少?", "年产值", "金额", `min = "0元"`, `max = "1000亿元"`)
	form = fmt.Sprintf("[benefit.%s.tiers]\nof = %q\nsteps = [\n", id, in)
	steps := 2 + w.r.IntN(3)
	from := 1000 * (1 + w.r.IntN(9)) // 万元
	for k := range steps {
		pay := base + 10*k
		tier, under := fmt.Sprintf("年产值%d万元以上", from), ""
		if k+1 < steps {
			tier, under = tier+fmt.Sprintf("不足%d万元的", 2*from), fmt.Sprintf("under = \"%d万元\", ", 2*from)
		} else {
			tier += "的"
		}
		tier += fmt.Sprintf(",奖励%d万元", pay)
		words += ";" + tier
		form += fmt.Sprintf("  { at_least = \"%d万元\", %spay = \"%d万元\", quote = %q },\n", from, under, pay, tier)
		from *= 2
	}
	return strings.TrimPrefix(words, ";"), form + "]\n"
}

// stems writes a number in the ten heavenly stems, a name no figure hides in.
func stems(n int) string {
	out := ""
	for ; n > 0 || out == ""; n /= 10 {
		out = string([]rune("甲乙丙丁戊己庚辛壬癸")[n%10]) + out
	}
	return out
}

// place is the clause of a benefit: ten to an article, from article 2 on.
func place(i int) string { return "第" + numeral(i/10+2) + "条(" + numeral(i%10+1) + ")" }

// numeral writes a number below 1000 as articles are counted.
func numeral(n int) string {
	out, gap := "", false
	for _, place := range []struct {
		value int
		name  string
	}{{100, "百"}, {10, "十"}, {1, ""}} {
		d := n / place.value % 10
		switch {
		case d == 0:
			gap = out != ""
			continue
		case gap:
			out += "零"
		}
		gap = false
		if !(d == 1 && place.value == 10 && out == "") {
			out += []string{"", "一", "二", "三", "四", "五", "六", "七", "八", "九"}[d]
		}
		out += place.name
	}
	return out
}
