// Which principles worked on the award: how benefits were combined, and every
// condition that stands for a principle and fails.
import { fill } from "./fact.js";
import { yuan } from "./quantity.js";
import { range } from "./worth.js";

const least = (a, b) => (a < b ? a : b);
const most = (a, b) => (a > b ? a : b);
const names = (list, by) => list.map(({ name }) => name).join(by);

// members lists what of a group can pay.
function members(book, answer, group) {
  const list = [];
  for (const b of group.benefits || []) {
    const { min, max } = answer.benefits[b];
    if (max) list.push({ name: book.benefits[b].name, min, max });
  }
  for (const inner of group.groups || []) {
    const within = members(book, answer, inner);
    if (within.length) list.push({ ...total(inner, within), name: called(book.say, inner, within) });
  }
  return list;
}

// called names a group by what of it can pay.
function called(say, group, within) {
  const { min, max } = total(group, within);
  const winners = highest(within);
  if (within.length > 1 && group.sum) return fill(say.sum, names(within, say.and));
  if (min === max && winners.length === 1) return winners[0].name;
  return within.length > 1 ? fill(say.highestOf, names(within, say.list)) : within[0].name;
}

// total is what the members come to together.
function total({ sum, cap }, list) {
  const join = sum ? (a, b) => a + b : most;
  const limit = (v) => (cap === null ? v : least(v, BigInt(cap)));
  return {
    min: limit(list.reduce((v, m) => join(v, m.min), 0n)),
    max: limit(list.reduce((v, m) => join(v, m.max), 0n)),
  };
}

// highest lists the members that pay the most.
function highest(list) {
  const top = list.map(({ min }) => min).reduce(most);
  return list.filter(({ min }) => min === top);
}

// combined says how several members become one amount.
function combined(say, group, list) {
  const certain = list.every(({ min, max }) => min === max);
  const each = list.map(({ name, min, max }) => name + range(say, min, max));
  if (!group.sum) return certain ? compared(say, list) : fill(say.onlyTop, each.join(say.list));
  const { min, max } = total({ sum: true, cap: null }, list);
  const words = fill(say.added, each.join(say.and), range(say, min, max));
  if (group.cap === null || max <= BigInt(group.cap)) return words;
  return words + fill(certain ? say.capped : say.atMost, yuan(BigInt(group.cap)));
}

// compared says which of several certain amounts is the highest.
function compared(say, list) {
  const top = highest(list);
  const rest = list.filter(({ min }) => min < top[0].min).map(({ name, min }) => name + yuan(min));
  let words = top[0].name + yuan(top[0].min);
  if (top.length > 1) words = fill(say.equal, names(top, say.and), yuan(top[0].min));
  if (rest.length) words = fill(top.length > 1 ? say.aboveAll : say.above, words, rest.join(say.list));
  return fill(say.onlyOne, words);
}

/** Lists what the principles did; index is of the condition, if one failed. */
export function principle(facts, answer, conditions) {
  const { book } = facts;
  const { say } = book;
  const because = (name, words) => (name ? fill(say.because, name, words) : words);
  const found = [];
  const { group } = book.ways.find(({ slot, as }) => slot < 0 || facts.cells[slot] === BigInt(as));
  const list = members(book, answer, group);
  if (list.length > 1) found.push({ words: because(book.principle, combined(say, group, list)) });
  book.conditions.forEach(({ principle: name }, k) => {
    if (name && !answer.conditions[k]) found.push({ index: k, words: because(name, conditions[k].words) });
  });
  return found;
}
