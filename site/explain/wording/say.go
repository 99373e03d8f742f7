// Package wording holds the sentences that explanations are made of, with
// holes where the applicant's own figures go: “年交易额{0}”, “在1亿元以上”,
// “不到1亿元”, “{0},在2亿元以上、不足5亿元一档,奖励60万元”.
//
// Every sentence stands here and nowhere else. Package explain fills them in
// for the command line; [Of] gathers those of one program as JSON for the
// calculator page, whose script fills in the same ones. A sentence that fits
// is chosen by numbers alone: the side of a bound, the piece of an amount that
// a value lies in. So the script knows no words of any policy, and what it
// says cannot differ from what explain says but by the choosing, which tests
// hold equal.
package wording

import (
	"strconv"
	"strings"
)

// A Sentence has holes {0}, {1}, … to be filled.
type Sentence string

// With fills the holes, in one pass.
func (s Sentence) With(parts ...string) string {
	pairs := make([]string, 0, 2*len(parts))
	for i, p := range parts {
		pairs = append(pairs, "{"+strconv.Itoa(i)+"}", p)
	}
	return strings.NewReplacer(pairs...).Replace(string(s))
}

// The sentences that the explanation of any policy needs.
const (
	Range Sentence = "{0}至{1}"
	More  Sentence = "{0}多" // a ratio, said by the hundredth of a percent below it

	Nothing Sentence = "按所填的情况,没有可得的奖补金额"
	SoFar   Sentence = "目前可得{0}"
	Sure    Sentence = "可得{0}"
	Payers  Sentence = "({0})"
	Besides Sentence = ";另可享受:{0}"

	Granted   Sentence = "符合条件"
	Denied    Sentence = "不符合条件"
	Unsettled Sentence = "还不能确定"
	Awaited   Sentence = "待认定"
	Zero      Sentence = ",但数额为0"
	OneShort  Sentence = ",只差一条"

	AnywayMet    Sentence = "无论怎样填写都符合"
	AnywayFailed Sentence = "无论怎样填写都不符合"
	Decides      Sentence = "认定" // what says that an authority decides was said already

	Unfilled    Sentence = "各项还没有填全"
	Total       Sentence = "各项合计{0}"
	Limited     Sentence = "{0}为{1},超过最高限额,按{2}计"
	Totals      Sentence = "各项合计" // what Limited says of a total
	Instalments Sentence = "分年拨付:{0}"
	ThatIs      Sentence = ",即{0}"
	Dropped     Sentence = ",分以下舍去,即{0}"
	Rounded     Sentence = "为{0}元,分以下舍去,即{1}"

	And       Sentence = "与"
	List      Sentence = "、"
	Sum       Sentence = "{0}合计"
	HighestOf Sentence = "{0}中最高的一项"
	OnlyOne   Sentence = "{0},只取一项"
	OnlyTop   Sentence = "{0},只取最高的一项"
	Added     Sentence = "{0}相加,合计{1}"
	Capped    Sentence = ",超过最高限额,按{0}计"
	AtMost    Sentence = ",最高不超过{0}"
	Equal     Sentence = "{0}都是{1}"
	Above     Sentence = "{0}高于{1}"
	AboveAll  Sentence = "{0},高于{1}"
	Because   Sentence = "{0}:{1}"

	SetTo        Sentence = "{0}改为{1}"
	Raise        Sentence = "{0}再提高{1}"
	Lower        Sentence = "{0}降低{1}"
	Add          Sentence = "{0}再增加{1}"
	Reduce       Sentence = "{0}减少{1}"
	Points       Sentence = "{0}个百分点"
	AwardRises   Sentence = "{0},奖补由{1}升至{2}"
	BenefitRises Sentence = "{0},这一项由{1}升至{2}"
	Flip         Sentence = "如果“{0}”为“{1}”"

	IfRead  Sentence = "如果{0}:{1}"
	NoAward Sentence = "没有可得的奖补金额"
)

// sentences are those that the page's script chooses from, by name.
func sentences() map[string]Sentence {
	return map[string]Sentence{
		"range": Range, "more": More, "nothing": Nothing, "soFar": SoFar, "sure": Sure, "payers": Payers, "besides": Besides,
		"granted": Granted, "denied": Denied, "unsettled": Unsettled, "awaited": Awaited, "zero": Zero, "oneShort": OneShort,
		"anywayMet": AnywayMet, "anywayFailed": AnywayFailed, "decides": Decides,
		"unfilled": Unfilled, "total": Total, "limited": Limited, "totals": Totals, "instalments": Instalments,
		"thatIs": ThatIs, "dropped": Dropped, "rounded": Rounded,
		"and": And, "list": List, "sum": Sum, "highestOf": HighestOf, "onlyOne": OnlyOne, "onlyTop": OnlyTop, "added": Added,
		"capped": Capped, "atMost": AtMost, "equal": Equal, "above": Above, "aboveAll": AboveAll, "because": Because,
		"setTo": SetTo, "raise": Raise, "lower": Lower, "add": Add, "reduce": Reduce, "points": Points,
		"award": AwardRises, "benefit": BenefitRises, "flip": Flip, "ifRead": IfRead, "noAward": NoAward,
	}
}
