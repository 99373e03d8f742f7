// Package calc is the engine: a [Rulebook] describes what a policy grants and
// under which conditions, [Compile] turns it into a [Program], and
// [Program.Assess] answers for one applicant's [Situation] with an
// [Assessment].
//
// The package imports the standard library only and touches no files, clock
// or globals, so that the same rules answer on the command line, at the edge
// and — compiled to WebAssembly by package wasm — in a browser.
//
// # Numbers
//
// Every value is an int64 in the smallest unit its kind allows; no float
// decides anything.
//
//	Money    分, hundredths of a yuan         1亿元   = 10_000_000_000
//	Area     hundredths of a square metre    1平方米 = 100
//	Percent  hundredths of a percent         30%     = 3_000
//	Count    whole persons, firms, …         1000人  = 1_000
//	Months   whole months                    1年     = 12
//	Bool     0 no, 1 yes
//	Choice   the index of the chosen option
//
// # Not knowing
//
// An input that was not given is [Unknown], never zero and never false. A
// condition then may be [Open], and an amount is a pair of the least and the
// most that can still follow.
//
// # Glossary
//
//	政策      policy          the document that grants
//	条款      clause          a numbered place in it, c3-2-1 for 三(二)1
//	引文      citation        a clause and the words quoted from it
//	规则      rulebook        everything computable in one policy
//	问题      input           what an applicant is asked, one per key
//	条件      condition       something that must hold, with its citation
//	奖补项目   benefit         what can be granted, one per item of the text
//	档次      tier            one step of an amount: from 以上, to 不足
//	比例      share           a fraction of an amount, 20% of the investment
//	最高不超过 cap             the most a share can come to
//	以上      at least        includes the bound
//	不足      under           excludes the bound
//	就高      highest         of several benefits only the largest is granted
//	解释口径   reading         how a place that the text leaves open is read
//	情况      situation       what is known of one applicant
//	测算结果   assessment      what the rulebook answers for a situation
//	准确      exact           bounds reached, and questions that matter, by some completion
//	关联的问题 joint input     one whose bounds alone do not decide what others come to
//	曲线      curve           an award as a function of one input
//	待认定    by an authority  a condition an authority decides, not the applicant
package calc
