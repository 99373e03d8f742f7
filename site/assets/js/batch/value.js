// A cell as the value of an input. The Go side is value.go of package batch.
import { fold } from "./columns.js";
import { day, spelled } from "./spelled.js";

/** What stands in a cell for an answer that was not given. */
export const unknown = null;

/** What is wrong with a cell: a key of the book's sentences, and its parts. */
export class Wrong {
  constructor(key, ...parts) {
    this.key = key;
    this.parts = parts;
  }
}

const shorten = (s) => {
  const all = [...s];
  return all.length > 40 ? all.slice(0, 40).join("") + "…" : s;
};

const bare = (text) => /^[0-9.,-]+$/.test(fold(text));

/** A function that reads the cells of one column. */
export function reader(book, column) {
  const input = book.inputs[column.role];
  const { words } = book;
  const unknowns = new Set(words.unknown);
  const chosen = new Map();
  if (input.kind === "bool") {
    for (const w of words.no) chosen.set(w, 0);
    for (const w of words.yes) chosen.set(w, 1);
  }
  (input.options || []).toReversed().forEach((ways, i, all) => ways.forEach((w) => chosen.set(w, all.length - 1 - i)));
  const read = (cell) => {
    const folded = fold(cell);
    if (unknowns.has(folded)) return unknown;
    const said = shorten(cell.trim());
    if (input.kind === "bool" || input.options) {
      const v = chosen.get(folded);
      if (v !== undefined) return v;
      return input.options ? new Wrong("option", said, input.offers.join("、")) : new Wrong("bool", said);
    }
    return quantity(cell, said);
  };
  const unit = column.unit > 0 ? input.units[column.unit] : "";
  const min = BigInt(input.min ?? -(2n ** 63n) + 1n);
  const max = BigInt(input.max ?? 2n ** 63n - 1n);
  function quantity(cell, said) {
    let text = cell.trim();
    if (text.startsWith("'")) text = text.slice(1);
    const number = bare(text);
    if (unit && number) text += unit;
    const { spelling } = input;
    const take = (written) => (input.kind === "date" ? day(text) : spelled(text, spelling, input.scale, written));
    const v = take(Boolean(unit) && !number);
    if (v === null) {
      if (take(false) !== null) return new Wrong("unit", said, unit, spelling.example);
      return new Wrong("quantity", said, spelling.name, spelling.example);
    }
    if (input.kind === "percent" && !column.unit && number && v > 0n && v <= BigInt(input.scale)) return new Wrong("percent", said);
    if (v < min || v > max) return new Wrong("limits", said, input.least, input.most);
    return v;
  }
  return quick(read, input, unit);
}

// quick reads plain digits without further ado, and remembers what it has
// read before.
function quick(read, input, unit) {
  const before = new Map();
  const [num, den] = input.spelling?.bare || [0, 1];
  const plain = num === 1 && den === 1 && !unit && input.kind !== "percent";
  const digits = input.scale === 100 ? /^([0-9]{1,12})(?:\.([0-9]{1,2}))?$/ : /^([0-9]{1,12})$/;
  const least = Number(input.min ?? 0);
  const most = Number(input.max ?? 0);
  return (cell) => {
    const m = plain && digits.exec(cell);
    if (m) {
      const v = Number(m[1]) * input.scale + (m[2] ? Number(m[2].padEnd(2, "0")) : 0);
      if (v >= least && v <= most) return v;
    }
    let v = before.get(cell);
    if (v === undefined) {
      v = read(cell);
      if (before.size < 4096) before.set(cell, v);
    }
    return v;
  };
}
