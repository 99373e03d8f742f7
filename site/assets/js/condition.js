// How a condition came out, in the sentences of the page's book. Truths are
// those of the module: 0 fails, 1 holds, 2 open.
import { fill } from "./fact.js";

const [fails, holds, open] = [0, 1, 2];
const ops = { bound: 0, oneOf: 1, reading: 2, all: 3, any: 4, not: 5 }; // 6 is at least so many

// holding of a value against a bound: 以上, 超过, 以下, 不足
const sides = [(v, at) => v >= at, (v, at) => v > at, (v, at) => v <= at, (v, at) => v < at];

function bound(facts, measure, side, at, within, beyond) {
  const [n, d] = facts.value(measure);
  const truth = +sides[side](n, BigInt(at) * d);
  return { truth, said: [{ head: facts.told(measure), tail: truth ? within : beyond }] };
}

function oneOf(facts, measure, values) {
  const plain = facts.book.measures[measure].kind === "bool"; // a yes or a no
  return { truth: +values.includes(Number(facts.value(measure)[0])), said: [{ head: facts.told(measure), plain }] };
}

function reads(facts, i, taken, words) {
  const truth = +(facts.reading(i) === taken);
  return { truth, said: truth && words ? [{ head: words }] : [] };
}

// tally is a test of which at least need must hold.
function tally(facts, op, of, need, said) {
  const kids = of.map((x) => test(facts, x));
  const count = (truth) => kids.filter((k) => k.truth === truth).length;
  const held = count(holds);
  const truth = held >= need ? holds : held + count(open) < need ? fails : open;
  const list = said ? [{ head: fill(said, held) }] : [];
  for (const [i, kid] of kids.entries()) {
    if (kid.truth !== truth) continue;
    // a way that the readings in force do not open
    if (truth === fails && op === ops.all && of[i][0] === ops.reading) return { truth, said: [] };
    list.push(...kid.said);
    if (truth === holds && op === ops.any) break; // one is enough
  }
  return { truth, said: list };
}

// test works a test out in three values, and finds what decides it.
function test(facts, [op, first, ...rest]) {
  if (op <= ops.oneOf && !facts.value(first)) {
    return { truth: open, said: facts.wanted(first).map((head) => ({ head })) };
  }
  switch (op) {
    case ops.bound:
      return bound(facts, first, ...rest);
    case ops.oneOf:
      return oneOf(facts, first, ...rest);
    case ops.reading:
      return reads(facts, first, ...rest);
    case ops.not: {
      const { truth, said } = test(facts, first[0]);
      return { truth: [holds, fails, open][truth], said };
    }
  }
  return tally(facts, op, first, { [ops.all]: first.length, [ops.any]: 1 }[op] || rest[0], rest[1]);
}

// joined says together what is said of one value.
function joined(said) {
  const heads = new Map();
  for (const { head, tail } of said) {
    const tails = heads.get(head) || new Set();
    if (tail) tails.add(tail);
    heads.set(head, tails);
  }
  return Array.from(heads, ([head, tails]) => [head, ...(tails.size ? [[...tails].join("、")] : [])].join(",")).join(";");
}

/** Says how the k-th condition came out; truth is what the module found. */
export function condition(facts, k, truth) {
  const { test: from, awaiting } = facts.book.conditions[k];
  const { say } = facts.book;
  const found = test(facts, from);
  let words = "";
  if (found.truth !== truth) words = truth ? say.anywayMet : say.anywayFailed;
  else if (!(truth === holds && found.said.length === 1 && found.said[0].plain)) words = joined(found.said);
  if (truth === open && awaiting && !words.includes(say.decides)) words = words ? words + ";" + awaiting : awaiting;
  return words;
}
