// Says why an answer came out as it did. Every sentence is of the page's book
// (package wording); this picks those that fit and fills in the figures. What
// it says is what the command explain says, and tests hold the two equal.
import { condition } from "./condition.js";
import { Facts, fill } from "./fact.js";
import { principle } from "./principle.js";
import { range, worth } from "./worth.js";

/** The states of conditions and benefits, as the page calls them. */
export const [failed, met, open, authority] = ["failed", "met", "open", "authority"];

// the award: what the applicant gets
function award({ say, benefits }, { status, min, max, benefits: out }) {
  const names = (pick) => benefits.filter((_, b) => pick(out[b], b)).map(({ name }) => name);
  const list = (sentence, found) => (found.length ? fill(sentence, found.join(say.list)) : "");
  let words = say.nothing;
  if (status !== 2) words = fill(min === max ? say.sure : say.soFar, range(say, min, max));
  const besides = names((o, b) => !benefits[b].amount && o.status === 1);
  return words + list(say.payers, names((o) => o.pays)) + list(say.besides, besides);
}

function state(truth, awaiting) {
  return truth < 2 ? [failed, met][truth] : awaiting ? authority : open;
}

function grants({ say }, { amount, gives }, at, { min, max }) {
  const lead = { met: say.granted, failed: say.denied, open: say.unsettled, authority: say.awaited }[at];
  if (at === failed || (!amount && at !== met)) return lead;
  if (!amount) return lead + "," + gives;
  if (!max) return lead + say.zero;
  return lead + "," + fill(min < max ? say.soFar : say.sure, range(say, min, max));
}

function benefit(facts, from, out, conditions) {
  const { book } = facts;
  const needs = from.needs.map((k) => conditions[k].state);
  const count = (s) => needs.filter((n) => n === s).length;
  let at = [count(open) || !count(authority) ? open : authority, met, failed][out.status];
  let words = grants(book, from, at, out);
  if (count(failed) === 1 && !count(open) && !count(authority)) words += book.say.oneShort;
  return { state: at, words, amount: from.amount && at !== failed ? worth(facts, from.amount, out) : [] };
}

/** Says everything about an answer but what would change it. */
export function explain(book, cells, answer) {
  const facts = new Facts(book, cells);
  const conditions = book.conditions.map(({ awaiting }, k) => ({
    state: state(answer.conditions[k], awaiting),
    words: condition(facts, k, answer.conditions[k]),
  }));
  return {
    award: award(book, answer),
    principles: principle(facts, answer, conditions),
    conditions,
    benefits: book.benefits.map((b, i) => benefit(facts, b, answer.benefits[i], conditions)),
  };
}
