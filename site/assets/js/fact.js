// What the applicant said of a measure, exactly. A value is a fraction [n, d]
// of two BigInts; d is 1 but for ratios. The Go side is in package explain.
import { unknown } from "./module.js";
import { quantity } from "./quantity.js";

/** The greatest whole number that is not above n/d. */
export const floor = (n, d) => (n % d && n < 0n !== d < 0n ? n / d - 1n : n / d);

/** Fills the holes of a sentence. */
export const fill = (sentence, ...parts) => sentence.replace(/\{(\d)\}/g, (_, i) => parts[i]);

/** A situation with one cell changed. */
export function changed(cells, i, value) {
  const copy = cells.slice();
  copy[i] = value;
  return copy;
}

// derive is the exact value of a quantity that follows from two.
function derive(how, of, by) {
  switch (how) {
    case 0:
      return [of - by, 1n];
    case 1:
      return [of * 10000n, by];
    case 2:
      return [(of - by) * 10000n, by];
  }
  return [floor(of * by, 10000n), 1n];
}

/** What a situation says of the measures of a book. */
export class Facts {
  constructor(book, cells) {
    this.book = book;
    this.cells = cells;
  }

  /** The fraction, or nothing where an answer is missing. */
  value(i) {
    const { derived } = this.book.measures[i];
    const [of, by] = (derived ? derived.slice(1) : [i, i]).map((k) => this.cells[k]);
    if (of === unknown || by === unknown) return;
    return derived ? derive(derived[0], of, by) : [of, 1n];
  }

  /** Says what is still to be answered. */
  wanted(i) {
    const { derived } = this.book.measures[i];
    const list = derived ? derived.slice(1) : [i];
    return list.filter((k) => this.cells[k] === unknown).map((k) => this.book.measures[k].wanted);
  }

  /** How the i-th reading is taken: 0 as the text is read, k for an alternative. */
  reading(i) {
    return Number(this.cells[this.book.given - this.book.readings.length + i]);
  }

  say(i) {
    const m = this.book.measures[i];
    const [n, d] = this.value(i);
    if (m.options) return m.options[n];
    if (!(n % d)) return quantity(m.kind, m.unit, n / d);
    return (n < 0n ? "-" : "") + fill(this.book.say.more, quantity(m.kind, m.unit, (n < 0n ? -n : n) / d));
  }

  /** Says the measure with its value; a derived one with what it comes from. */
  told(i) {
    const m = this.book.measures[i];
    return fill(m.told, ...[i, ...(m.derived || []).slice(1)].map((k) => this.say(k)));
  }
}
