// How an amount comes about, in the sentences of the page's book.
import { fill, floor } from "./fact.js";
import { yuan } from "./quantity.js";

/** Says a least and a most. */
export function range(say, min, max) {
  return min === max ? yuan(min) : fill(say.range, min ? yuan(min) : "0", yuan(max));
}

// round says an amount of 分 n/d, and what is left out below them.
function round(say, n, d) {
  const pay = yuan(n / d);
  if (!(n % d)) return fill(say.thatIs, pay);
  for (let digits = 1; digits <= 6; digits++) {
    const scale = 10n ** BigInt(digits);
    if ((n * scale) % (d * 100n)) continue;
    const at = (n * scale) / (d * 100n);
    return fill(say.rounded, at / scale + "." + String(at % scale).padStart(digits, "0"), pay);
  }
  return fill(say.dropped, pay);
}

// filled says a piece for a value n/d, and what it comes to.
function filled(say, piece, told, [n, d]) {
  const words = piece[1];
  if (piece.length < 4) return { words: fill(words, told), pay: BigInt(piece[2]) };
  const [pay, origin, every, num, den] = piece.slice(2, 7).map(BigInt);
  const [paid, base = 0, over = 1] = piece.slice(7);
  const above = n - origin * d;
  const steps = floor(above, every * d);
  const comes = floor(BigInt(base) * den + steps * num * BigInt(over), den * BigInt(over));
  return {
    words: fill(words, told, yuan(comes), round(say, steps * num, den), steps, yuan(floor(above, d))),
    pay: paid ? comes : pay,
  };
}

// form says an amount that has no parts; with its measure unknown it is open.
function form(facts, a) {
  const value = a.measure === undefined ? [0n, 1n] : facts.value(a.measure);
  if (!value) return { open: true, words: facts.wanted(a.measure).join(";") };
  const [n, d] = value;
  const piece = a.pieces.filter(([from]) => from === null || n >= BigInt(from) * d).pop();
  return filled(facts.book.say, piece, a.measure === undefined ? "" : facts.told(a.measure), value);
}

// whole says the sum of an amount's parts.
function whole(facts, a) {
  const { say } = facts.book;
  const under = a.parts.map((part) => form(facts, part));
  const lines = under.map(({ words }) => words);
  if (under.some(({ open }) => open)) return { open: true, words: say.unfilled, lines };
  const sum = under.reduce((total, { pay }) => total + pay, 0n);
  const cap = BigInt(a.cap || 0);
  if (cap > 0n && cap < sum) return { words: fill(say.limited, say.totals, yuan(sum), yuan(cap)), pay: cap, lines };
  return { words: fill(say.total, yuan(sum)), pay: sum, lines };
}

function instalments(say, list, { min, max }) {
  const each = list.map(([percent, words]) => {
    const part = min * BigInt(percent);
    return words + (min === max && min && !(part % 10000n) ? fill(say.thatIs, yuan(part / 10000n)) : "");
  });
  return fill(say.instalments, each.join(";"));
}

/** Lists the lines that say an amount: itself, its parts, its instalments. */
export function worth(facts, a, outcome) {
  const { say } = facts.book;
  const { open, pay, words, lines = [] } = (a.parts ? whole : form)(facts, a);
  const so = open && outcome.max ? "," + fill(say.soFar, range(say, outcome.min, outcome.max)) : "";
  const paid = a.instalments && (open || pay) ? [instalments(say, a.instalments, outcome)] : [];
  return [words + so, ...lines, ...paid];
}
