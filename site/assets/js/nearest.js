// The smallest change of one measured input that raises what is paid. It is
// looked for as package calc does, by asking the module at the values where
// something changes; tests hold the two equal.
import { unknown } from "./module.js";

const size = (v) => (v < 0n ? -v : v);

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

// search is the least n below end with found(n), or end.
function search(end, found) {
  let from = 0n;
  while (from < end) {
    const mid = (from + end) / 2n;
    if (found(mid)) end = mid;
    else from = mid + 1n;
  }
  return from;
}

// edges lists, ascending, the values at which a new cell begins when the input
// alone changes.
function edges(book, cells, input, min, max) {
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

// segments cuts the range of an input where a bound is reached or another
// benefit pays: within one, what is paid rises in a line or not at all.
function segments(at, list, min, max) {
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

const oneYuan = 100n; // the least rise worth a change

// raise finds the point of a segment nearest to now at which more is paid.
function raise(at, [start, stop], now, max) {
  if (stop.min <= now.min) return;
  if (stop.v < now.v) return stop;
  const from = start.v > now.v ? start.v : now.v + 1n;
  if (from > stop.v) return;
  let to = at(from + search(stop.v - from, (n) => at(from + n).min > now.min));
  if (start.v <= now.v && to.min - now.min < oneYuan) {
    to = stop;
    const next = stop.v < max && at(stop.v + 1n);
    if (next && next.min >= stop.min) to = next;
  }
  if (to.min > now.min) return to;
}

// proportion is a change in hundredths of a percent of the larger value.
function proportion({ from, to }) {
  const distance = size(to - from);
  return distance <= (2n ** 63n - 1n) / 10000n ? (distance * 10000n) / (to > from ? to : from) : 10000n;
}

function smaller(c, d) {
  const [x, y] = [proportion(c), proportion(d)];
  return x < y || (x === y && size(c.to - c.from) < size(d.to - d.from));
}

/** Lists the inputs that the award hangs on. */
export const nears = ({ benefits }) => [...new Set(benefits.flatMap((b) => b.nears))];

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

/** Finds the nearest change that raises the award, or benefit of; undefined for none. */
export function nearest(book, cells, inputs, of, probe) {
  let found;
  for (const input of inputs) {
    if (cells[input] === unknown) continue;
    const [min, max] = [book.measures[input].min || 0, book.measures[input].max].map(BigInt);
    const at = (v) => (of === undefined ? probe(input, v).award : probe(input, v).benefits[of]);
    const now = at(cells[input]);
    for (const segment of segments(at, edges(book, cells, input, min, max), min, max)) {
      const to = raise(at, segment, now, max);
      const change = to && { input, from: now.v, to: to.v, min: to.min };
      if (change && (!found || smaller(change, found))) found = change;
    }
  }
  return found;
}
