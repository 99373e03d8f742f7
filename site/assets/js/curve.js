// Where what is paid changes as one measured input does, for the nearest
// change; asked of the module. (Its own curve draws the chart.)
import { unknown } from "./module.js";

// ratio is of ÷ by in half hundredths of a percent: odd between two of them.
function ratio(of, by) {
  const whole = of / by;
  const rest = (of % by) * 10000n;
  if (whole >= 1000000000n) return 20000n * 1000000000n;
  return 2n * (whole * 10000n + rest / by) + (rest % by ? 1n : 0n);
}

// derived is the value of a derived quantity, in the unit of its cuts.
const derived = [
  (of, by) => of - by,
  ratio,
  (of, by) => ratio(of, by) - 20000n,
  (of, by) => (of / 10000n) * by + ((of % 10000n) * by) / 10000n,
];

/** The least n below end with found(n), or end. */
export function search(end, found) {
  let from = 0n;
  while (from < end) {
    const mid = (from + end) / 2n;
    if (found(mid)) end = mid;
    else from = mid + 1n;
  }
  return from;
}

/** Lists, ascending, the values at which a new cell begins when the input alone changes. */
export function edges(book, cells, input, min, max) {
  const list = (book.measures[input].cuts || []).map(BigInt);
  for (const m of book.measures) {
    const [how, of, by] = m.derived || [];
    if (!m.derived || of === by || (of !== input && by !== input)) continue;
    const other = cells[of === input ? by : of];
    if (other === unknown) continue;
    const at = (v) => (of === input ? derived[how](v, other) : derived[how](other, v));
    for (const cut of (m.cuts || []).map(BigInt)) {
      const before = at(min) >= cut;
      const edge = min + search(max - min + 1n, (n) => at(min + n) >= cut !== before);
      if (edge > min && edge <= max) list.push(edge);
    }
  }
  return [...new Set(list)].sort((a, b) => (a < b ? -1 : 1));
}

/**
 * Cuts the range of an input where a bound is reached or another benefit pays:
 * within one piece, what is paid rises in a line or not at all. at answers
 * {v, min, pays}; a piece is two such points.
 */
export function segments(at, list, min, max) {
  const out = [];
  let from = min;
  for (const edge of [...list, max + 1n]) {
    split(out, at, at(from), at(edge - 1n));
    from = edge;
  }
  return out;
}

function split(out, at, from, to) {
  if (from.v === to.v || from.pays === to.pays) {
    out.push([from, to]);
    return;
  }
  let [lo, hi] = [from, to];
  while (hi.v - lo.v > 1n) {
    const mid = at(lo.v + (hi.v - lo.v) / 2n);
    if (mid.pays === from.pays) lo = mid;
    else hi = mid;
  }
  out.push([from, lo]);
  split(out, at, hi, to);
}

/**
 * Answers, and remembers, what is paid when one input has another value: the
 * award, who pays it, and what every benefit comes to.
 */
export function prober({ benefits }, cells, { raw }) {
  const seen = new Map();
  const trial = cells.slice();
  return (input, v) => {
    const key = input + ":" + v;
    if (!seen.has(key)) {
      trial[input] = v;
      const out = raw(trial);
      trial[input] = cells[input];
      const cell = (b, i) => out[3 + 4 * b + i];
      seen.set(key, {
        award: { v, min: out[1], pays: benefits.map((_, b) => cell(b, 3)).join("") },
        benefits: benefits.map((_, b) => ({ v, min: cell(b, 1) })),
      });
    }
    return seen.get(key);
  };
}
