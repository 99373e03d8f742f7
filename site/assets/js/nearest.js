// The smallest change of one measured input that raises what is paid. It is
// looked for as package calc does, by asking the module at the values where
// something changes; tests hold the two equal.
import { edges, search, segments } from "./curve.js";
import { unknown } from "./module.js";

const size = (v) => (v < 0n ? -v : v);

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
