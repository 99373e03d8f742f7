// The state of the calculator in words, for modules of js/later that print it
// or hand it on. Every word is of the page.
import { unknown } from "./module.js";
import { range } from "./worth.js";

const statuses = ["undetermined", "eligible", "ineligible"];
const text = (e) => (e ? e.textContent.trim() : "");

// own is the text of an element without those of its children that match
const own = (e, but) => Array.from(e.childNodes, (n) => (n.nodeType === 1 && n.matches(but) ? "" : n.textContent)).join("").trim();

function cited(e) {
  const link = e?.querySelector(".cite a");
  return { ref: text(link), href: link ? link.href : "", quote: text(e?.querySelector(".cite q")) };
}

/**
 * Describes a calculator:
 *
 *	answers  [{id, label, text, raw, value, words, wrong}], in the sheet's order, of
 *	         everything that was answered or typed:
 *	           label  the input's short noun: 年交易额; text the question in full
 *	           raw    as in snapshot
 *	           value  a BigInt in the smallest unit of its kind, or an option's index;
 *	                  null for “不知道” and for words that cannot be read
 *	           words  the value in words: 1亿2000万元, 企业, 是, 不知道
 *	           wrong  what is wrong with the words typed, or ""
 *	readings [{id, label, words, alternative}] of readings that are not taken as the
 *	         rules take them: label the rules' reading, words the one taken
 *	answer   null where the rules did not load:
 *	           status     "eligible", "ineligible" or "undetermined"
 *	           min, max   BigInt, in 分
 *	           figure     0至200万元
 *	           sentence   the whole answer, as explain says it
 *	           reasons    [sentence] of the principles that decided: 就高……
 *	           changes    [sentence] nearest changes that would raise the award
 *	           left       how many questions can still change the award
 *	           benefits   [{id, name, state, stateWords, pays, amount, min, max, sentence, how, near, conditions}]
 *	             state      "met", "failed", "open" or "authority"; stateWords 符合 and so on
 *	             pays       whether it pays the certain award
 *	             amount     whether it carries one
 *	             how        [sentence] how the amount comes about
 *	             near       the nearest change that would raise it, or ""
 *	             conditions [{id, words, state, stateWords, told, by, ref, href, quote}]
 *	               told       what decides it: 年交易额2.5亿元,在1亿元以上
 *	               by         who has to decide it, or ""
 *	               ref        三(二)1; href leads there; quote is the policy's words
 *	           rests      [{id, words, settled}] of the readings it rests on
 */
export function describe(calculator) {
  const { questions, switches, book, words } = calculator;
  return {
    answers: questions.filter((q) => q.raw).map((q) => ({
      id: q.id, label: book.measures[q.index].short, text: q.title, raw: q.raw, value: q.cell === unknown ? null : q.cell,
      words: q.raw === "?" ? words.unsure : q.told, wrong: q.wrong,
    })),
    readings: switches.filter((s) => s.taken).map(({ id, e, options, taken }) => ({
      id, label: own(e.querySelector("h3"), "small"), words: book.readings[e.dataset.r].taken[taken], alternative: options[taken].dataset.id,
    })),
    answer: calculator.latest && outcome(calculator),
  };
}

function outcome(calculator) {
  const { sheet, book, latest } = calculator;
  const { answer, said, otherwise } = latest;
  return {
    status: statuses[answer.status], min: answer.min, max: answer.max,
    figure: range(book.say, answer.min, answer.max),
    sentence: said.award,
    reasons: said.principles.map((p) => p.words),
    changes: otherwise ? otherwise.changes : [],
    left: answer.questions.length,
    benefits: book.benefits.map((_, b) => benefit(calculator, b)),
    rests: Array.from(sheet.querySelectorAll(".rest [data-r]")).filter((e) => answer.readings[e.dataset.r]).map((e) => ({
      id: e.dataset.reading, words: own(e.querySelector("h3"), "small"), settled: "settled" in e.dataset,
    })),
  };
}

function benefit(calculator, b) {
  const { sheet, book, words, latest } = calculator;
  const { answer, said, otherwise } = latest;
  const { state, words: sentence, amount: how } = said.benefits[b];
  const { min, max, pays } = answer.benefits[b];
  const { name, amount, needs } = book.benefits[b];
  return {
    id: sheet.querySelector(`.rest [data-b="${b}"]`).dataset.benefit, name, state, stateWords: words[state], pays, amount: !!amount,
    min, max, sentence, how, near: otherwise ? otherwise.benefits[b] : "", conditions: needs.map((k) => condition(calculator, k)),
  };
}

function condition({ sheet, words, latest }, k) {
  const e = sheet.querySelector(`.rest .tests > [data-c="${k}"]`);
  const { state, words: told } = latest.said.conditions[k];
  return {
    id: e.dataset.id, words: own(e.firstElementChild, ".by"), state, stateWords: words[state], told, by: text(e.querySelector(".by")), ...cited(e),
  };
}
